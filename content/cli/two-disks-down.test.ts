import { describe, expect, it } from 'vitest';
import { checkUpdate } from '../engine/score/update-check.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readChoice,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';
import { decide, use } from './testing/deeds.ts';

const { drill, prepared } = readBundledDrill('d20-two-disks-down');

const stop = use('stop-array', { array: 'md0' });
const copy = use('image', { source: '/dev/sdf', target: '/dev/sdg' });
const overlays = use('overlays', { set: 'sdb1 sdc1 sde1 and the copy of sdf1' });
const assemble = use('assemble', { how: '--assemble --force --readonly', on: 'overlays' });
const force = use('assemble', {
  how: '--assemble --force --readonly',
  on: 'original members',
});
const refuse: DeedLine = [400, 'replied', { item: 'f-colm', reply: 'no-because' }];
const last: DeedLine = [2600, 'ended'];

const saved: readonly DeedLine[] = [
  [60, ...use('tell-custodian')],
  [130, ...stop],
  [200, ...copy],
  refuse,
  [1000, ...overlays],
  [1130, ...assemble],
];

const none = (rating: number) => ({ option: 'none', rating });

describe('a decision that lapsed while its work was done', () => {
  it('does not say that there was no copy, no log and no try', () => {
    const state = playDeeds(prepared, ...saved, last);
    expect(readChoice(state, 'first')).toEqual(none(6));
    expect(readChoice(state, 'custody')).toEqual(none(6));
    expect(readChoice(state, 'bring-back')).toEqual(none(6));
    expect(readChoice(state, 'severity')).toEqual(none(2));
  });

  it('does not speak of a copy where none was made', () => {
    const state = playDeeds(prepared, refuse, last);
    expect(state.decisions.get('bring-back')?.choice?.why).not.toMatch(/the copy waited/);
  });
});

it('tells the custodian where a decision says that she is rung', () => {
  for (const choice of [decide('custody', 'tell-then-copy'), decide('severity', 'high-owners')]) {
    const state = playDeeds(prepared, [360, ...choice], refuse, last);
    expect(state.feed.has('f-ilse-hears')).toBe(false);
    expect(state.feed.has('f-ilse-thanks')).toBe(true);
  }
});

it('does not say that nobody has started the copy once it runs', () => {
  const state = playDeeds(prepared, [200, ...decide('first', 'copy-first')], [220, ...copy], last);
  expect(state.feed.has('f-start-copy')).toBe(false);
});

it('does not deny a copy that was made while the array was forced up, nor see one that only began', () => {
  const forced = playDeeds(prepared, [130, ...stop], [200, ...copy], last);
  expect(forced.feed.has('f-image-done')).toBe(true);
  expect(readOutcome(prepared, forced)).toBe('copied-worn');
  const begun = playDeeds(prepared, refuse, [2400, ...copy], [2620, 'ended']);
  expect(begun.feed.has('f-image-done')).toBe(false);
  expect(readOutcome(prepared, begun)).toBe('open');
});

describe('a tool that is used again', () => {
  it('knows of overlays, of a test array and of a forced start that are there', () => {
    const again = (deed: typeof overlays) =>
      readLastAnswer(prepared, playDeeds(prepared, ...saved, [1300, ...deed]));
    expect(again(overlays)).toMatch(/busy/);
    expect(again(assemble)).toMatch(/already/);
    const twice = playDeeds(prepared, [130, ...stop], refuse, [500, ...force], [700, ...force]);
    expect(readLastAnswer(prepared, twice)).not.toMatch(/from 58941/);
  });
});

it('takes a disk that was lost, where nothing can be written, for no claim that nothing is lost', () => {
  const update = drill.updates.find(({ id }) => id === 'owners');
  if (!update) throw new Error('the update is missing');
  const claim = (text: string) =>
    checkUpdate(update, text, new Set(), new Set()).claims.map(({ id }) => id);
  const fair = [
    'evstore-03 lost a second disk at 06:27 and shut down; nothing can be written or read there.',
    'The array lost two of five disks, so nothing could be stored after 06:27.',
  ];
  for (const text of fair) expect(claim(text)).toEqual([]);
  for (const text of ['Two disks failed at 06:27, but nothing is lost.', 'We lost nothing.'])
    expect(claim(text)).toEqual(['no-loss']);
  const ran =
    'The array lost sdd (HLV4K307727) on 13 April at 03:28 after repeated link errors and ran correctly without it for nine days.';
  expect(claim(ran)).toEqual([]);
  expect(claim('Nine days of logs are lost.')).not.toEqual([]);
});
