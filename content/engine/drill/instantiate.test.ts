import { expect, it } from 'vitest';
import { aDrill } from '../testing/a-drill.ts';
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
