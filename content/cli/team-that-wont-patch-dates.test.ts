import { expect, it } from 'vitest';
import {
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  type DeedLine,
} from './testing/bundled-drill.ts';
import { decide, pause, use } from './testing/deeds.ts';

const { prepared } = readBundledDrill('d23-the-team-that-wont-patch');

const propose = (option: string): DeedLine => [400, ...decide('step', option)];
const clock = (at_s: number, ...lines: readonly DeedLine[]) =>
  readLastAnswer(
    prepared,
    playDeeds(prepared, ...lines, [at_s, ...use('finding-clock', { finding: 'VUL-3317' })]),
  );

it('has in writing what was planned by then', () => {
  expect(clock(500)).toMatch(/in writing: none/);
  expect(clock(500, propose('offline'))).toMatch(/in writing: none/);
  for (const option of ['close-outside', 'block-two'])
    expect(clock(500, propose(option))).toMatch(/Friday 19 June 14:00, after the deadline/);
  expect(clock(1300, propose('close-outside'))).toMatch(/Monday 22 June 07:00/);
});

it('has an answer of the lead to each proposal', () => {
  for (const option of ['tonight', 'close-outside', 'block-two', 'all-or-nothing', 'offline']) {
    const { feed } = playDeeds(prepared, propose(option), [500, ...pause]);
    const answers = ['agrees', 'agrees-to-friday', 'refuses'].filter((id) => feed.has(id));
    expect([option, answers.length]).toEqual([option, 1]);
  }
});

it('lets nobody speak with the lead before the mail in which he speaks to a stranger', () => {
  const say = (at_s: number, how: string) =>
    playDeeds(
      prepared,
      [30, 'evidence_opened', { evidence: 'advisory' }],
      [at_s, ...use('warn-lead', { how })],
    );
  const read = 'read him the facts, his view in his words';
  for (const how of [read, 'tell him that it goes up', 'ask him for a date once more'])
    expect(readLastAnswer(prepared, say(100, how))).toMatch(/writing to you this minute/);
  expect(readLastAnswer(prepared, say(200, read))).toMatch(/Thank you for reading it to me/);
});
