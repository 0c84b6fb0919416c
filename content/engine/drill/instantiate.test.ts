import { expect, it } from 'vitest';
import { checkReferences } from '../format/check-references.ts';
import { aDrill } from '../testing/a-drill.ts';
import { usualLevers } from './attempt-terms.ts';
import { instantiate } from './instantiate.ts';

const drill = aDrill({
  parameters: [
    { id: 'key', literal: 'AKIAONE', values: ['AKIATWO'] },
    { id: 'other', literal: 'AKIATWO', values: ['AKIATHREE'] },
    { id: 'short', literal: '10.0.0.1', values: ['10.9.9.9'] },
    { id: 'long', literal: '10.0.0.12', values: ['10.8.8.8'] },
  ],
});

it.each([
  ['', ''],
  ['nothing here', 'nothing here'],
  ['AKIAONE', 'AKIATWO'],
  ['AKIAONEAKIAONE', 'AKIATWOAKIATWO'],
  ['AKIATWO then AKIAONE', 'AKIATHREE then AKIATWO'],
  ['10.0.0.12, 10.0.0.1, 10.0.0.11', '10.8.8.8, 10.9.9.9, 10.9.9.91'],
])('replaces literals in one pass, the longer first: %s', (text, expected) => {
  expect(instantiate(drill, new Map([['trail', text]]), 1).evidence.get('trail')).toBe(expected);
});

it('takes tied literals from the same place of their lists, whatever is drawn', () => {
  const clocks = ['09:31:40', '09:28:15', '09:29:02'];
  const epochs = ['1780997500', '1780997295', '1780997342'];
  const [clock = '', ...clockValues] = clocks;
  const [epoch = '', ...epochValues] = epochs;
  const tied = aDrill({
    parameters: [
      { id: 'clock', literal: clock, values: clockValues },
      { id: 'epoch', literal: epoch, values: epochValues, with: 'clock' },
    ],
  });
  const drawn = Array.from({ length: 40 }, (_, index) =>
    instantiate(tied, new Map([['log', `${clock} ${epoch}`]]), index + 1).evidence.get('log'),
  );
  expect(new Set(drawn)).toEqual(
    new Set(clockValues.map((value, place) => `${value} ${epochValues[place]}`)),
  );
});

/** A drill with three messages of noise that may change places. */
function shuffled(order: readonly string[] = ['first', 'second', 'third']) {
  const base = aDrill();
  const [item] = base.feed;
  if (!item) throw new Error('aDrill has a feed');
  const more = ['first', 'second', 'third'].map((id, index) => ({
    ...item,
    id,
    at: 60 * (2 + index * index),
    noise: id === 'third',
  }));
  const parameters = [{ id: 'arrivals', order: [...order] }];
  return { ...base, parameters, feed: [...base.feed, ...more] };
}
const written = { first: 120, second: 180, third: 360 };
const timesAt = (seed: number, levers = usualLevers): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    instantiate(shuffled(), new Map(), seed, levers)
      .drill.feed.filter(({ id }) => id in written)
      .map(({ id, at }) => [id, at]),
  );

it('lets messages take each other’s times, in every order, and as written at seed 0', () => {
  expect(timesAt(0)).toEqual(written);
  const drawn = Array.from({ length: 60 }, (_, index) => timesAt(index + 1));
  expect(new Set(drawn.map((one) => JSON.stringify(one))).size).toBe(6);
  for (const one of drawn) {
    expect(Object.values(one).sort((a, b) => Number(a) - Number(b))).toEqual([120, 180, 360]);
  }
  expect(timesAt(7)).toEqual(timesAt(7));
});

it('shuffles what is there where a lever leaves a message out', () => {
  const quiet = { ...usualLevers, noise: false };
  const drawn = Array.from({ length: 30 }, (_, index) => timesAt(index + 1, quiet));
  expect(new Set(drawn.map((one) => JSON.stringify(one)))).toEqual(
    new Set(['{"first":120,"second":180}', '{"first":180,"second":120}']),
  );
});

it('names what cannot change places', () => {
  const faults = (...order: string[]) =>
    checkReferences(shuffled(order)).map(({ code, path }) => [code, path.join('.')]);
  expect(faults('first', 'second')).toEqual([]);
  expect(faults('first', 'first')).toEqual([['wrong-value', 'parameters.0.order.1']]);
  expect(faults('first', 'thanks')).toEqual([['wrong-value', 'parameters.0.order.1']]);
  expect(faults('first', 'nobody')).toEqual([['unknown-reference', 'parameters.0.order.1']]);
});
