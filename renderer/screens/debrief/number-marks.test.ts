import { expect, it } from 'vitest';
import { numberMarks } from './number-marks.ts';

it('gives one number to a sentence, and lets a claim win over what is said well', () => {
  const { marks, numbersOf } = numberMarks({
    facts: [
      { id: 'impact', asked: true, met: true, spans: [[20, 40]] },
      {
        id: 'status',
        asked: true,
        met: true,
        spans: [
          [0, 19],
          [20, 40],
        ],
      },
      { id: 'owner', asked: true, met: false, spans: [] },
    ],
    claims: [{ id: 'no-data', spans: [[20, 40]] }],
  });
  expect(marks).toEqual([
    { start: 0, end: 19, number: 1, kind: 'met' },
    { start: 20, end: 40, number: 2, kind: 'claim' },
  ]);
  expect(['impact', 'status', 'owner', 'no-data'].map(numbersOf)).toEqual(['2', '1, 2', '', '2']);
});
