import { expect, it } from 'vitest';
import { checkUpdate } from '../engine/score/update-check.ts';
import { playDeeds, readBundledDrill, type DeedLine } from './testing/bundled-drill.ts';
import { decide, pause } from './testing/deeds.ts';

const { drill, prepared } = readBundledDrill('d19-follow-the-sun');

it.each([
  ['3,167 reservations on A.', true],
  ['A: 3,167 reservations.', true],
  ['Gateway A: 11,872 requests, 3,167 reservations.', true],
  ['3,167 reservations (gateway A only), by a stranger.', true],
  ['A is counted, 3,167. B is not.', true],
  ['3,167 (A), B open.', true],
  ['3,167 reservations were read by a stranger.', false],
  ["A partner's token was used to read 3,167 reservations.", false],
])('takes the gateway of a count for said where it is: %s', (text, said) => {
  const [note] = drill.updates;
  if (!note) throw new Error('D19 asks for no note');
  const { facts } = checkUpdate(note, text, new Set(), new Set());
  expect(facts.find(({ id }) => id === 'scope')?.met).toBe(said);
});

it('lets cover that was paged answer, and nobody else', () => {
  const hear = (option: string) => {
    const paged: DeedLine = [600, ...decide('cover', option)];
    return playDeeds(prepared, paged, [800, ...pause]).feed.has('cover-paged');
  };
  expect(hear('page-cover')).toBe(true);
  expect(hear('keep-and-tell')).toBe(false);
});
