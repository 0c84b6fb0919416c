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

it.each([
  ['Which fields an answer holds, card data or not: interface team from 06:00.', []],
  ['None of her four points holds: hacked, 3,167, no cards, over.', []],
  ['An answer holds no card data.', ['no-cards']],
  ['Nothing is lost by the trim at 02:00, Henrik Aalto has put a copy aside.', []],
  ['Nothing is lost.', ['no-access-without-proof']],
])('takes for a claim what is claimed, and not what is open or borne out: %s', (text, made) => {
  const [note] = drill.updates;
  if (!note) throw new Error('D19 asks for no note');
  const known = new Set(note.facts.map(({ id }) => id));
  const { claims, findings } = checkUpdate(note, text, known, new Set());
  const costly = findings.filter(({ cost }) => cost > 0).map(({ rule }) => rule);
  expect([...claims.map(({ id }) => id), ...costly]).toEqual(made);
});

it('lets cover that was paged answer, and nobody else', () => {
  const hear = (option: string) => {
    const paged: DeedLine = [600, ...decide('cover', option)];
    return playDeeds(prepared, paged, [800, ...pause]).feed.has('cover-paged');
  };
  expect(hear('page-cover')).toBe(true);
  expect(hear('keep-and-tell')).toBe(false);
});
