import { describe, expect, it } from 'vitest';
import {
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  readOutcome,
  type DeedLine,
} from './testing/bundled-drill.ts';
import { decide, pause, reply, use } from './testing/deeds.ts';

const { prepared } = readBundledDrill('d20-two-disks-down');

const said = (answer: string): DeedLine => [400, ...reply('f-colm', answer)];
const examine = (member: string) => use('examine', { member: `/dev/${member}` });
const hear = (...lines: readonly DeedLine[]) =>
  playDeeds(prepared, ...lines, [2000, ...pause]).feed;

const stopped: readonly DeedLine[] = [
  [130, ...use('stop-array', { array: 'md0' })],
  said('no-because'),
];
const copied: readonly DeedLine[] = [
  ...stopped,
  [450, ...use('image', { source: '/dev/sdf', target: '/dev/sdg' })],
];
const back = (option: string): DeedLine => [1400, ...decide('bring-back', option)];

it('hears from storage what became of what it was told on the phone', () => {
  expect(hear(said('re-add-only')).has('f-refused')).toBe(true);
  expect(hear(said('not-sdf')).has('f-not-sdf')).toBe(true);
  for (const id of ['f-refused', 'f-not-sdf', 'f-forced'])
    expect(hear(said('no-because')).has(id)).toBe(false);
});

it('hears from the rack what was asked of it, and finds in the directory whoever is named', () => {
  const told = (answer: string): DeedLine => [500, ...reply('f-jo', answer)];
  expect(hear(told('none-yet')).has('f-lights')).toBe(true);
  expect(hear(told('bay-4')).has('f-lights')).toBe(false);
  for (const who of ['J. Tallis', 'Colm Vasey', 'Maren Oduya'])
    expect(
      readLastAnswer(prepared, playDeeds(prepared, [300, ...use('who-is', { who })])),
    ).not.toMatch(/No entry/);
});

describe('originals of two ages that were forced up', () => {
  const mixed = [...copied, back('healthy-disks')];

  it('are told of, where the array was free for it, and read as what they are', () => {
    expect(hear(...mixed).has('f-mixed')).toBe(true);
    expect(hear(said('no-because'), back('healthy-disks')).has('f-mixed')).toBe(false);
    expect(hear(...copied, back('overlays')).has('f-mixed')).toBe(false);
    const read = (member: string, ...lines: readonly DeedLine[]) =>
      readLastAnswer(prepared, playDeeds(prepared, ...lines, [1700, ...examine(member)]));
    for (const member of ['sdb1', 'sdd1']) {
      expect(read(member, ...mixed)).not.toMatch(/same as in the bundle/);
      expect(read(member, ...copied)).toMatch(/same as in the bundle/);
    }
    expect(read('sdf1', ...mixed)).toMatch(/same as in the bundle/);
  });

  it('end as originals that were written to', () => {
    const end = (...lines: readonly DeedLine[]) =>
      readOutcome(prepared, playDeeds(prepared, ...lines, [2600, 'ended']));
    expect(end(...copied)).toBe('copied');
    for (const option of ['healthy-disks', 'originals', 'rebuild-copy'])
      expect(end(...copied, back(option))).toBe('copied-worn');
    const tried: readonly DeedLine[] = [
      [1700, ...use('overlays', { set: 'sdb1 sdc1 sde1 and the copy of sdf1' })],
      [1900, ...use('assemble', { how: '--assemble --force --readonly', on: 'overlays' })],
    ];
    expect(end(...copied, back('overlays'), ...tried)).toBe('read');
    expect(end(...mixed, ...tried)).toBe('read-worn');
  });
});

it('finds bay 5 amber once its tray was out', () => {
  const bay = (...lines: readonly DeedLine[]) =>
    readLastAnswer(
      prepared,
      playDeeds(prepared, ...lines, [700, ...use('serial', { disk: '/dev/sde' })]),
    );
  expect(bay(said('no-because'))).toMatch(/green/);
  expect(bay(said('no-because'), [500, ...reply('f-jo', 'bay-5')])).toMatch(/amber/);
});
