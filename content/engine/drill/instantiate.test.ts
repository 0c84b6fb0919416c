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
