import { expect, it } from 'vitest';
import { findingId, numberMarks } from './number-marks.ts';

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
    findings: [],
  });
  expect(marks).toEqual([
    { start: 0, end: 19, numbers: [1], kind: 'met' },
    { start: 20, end: 40, numbers: [2], kind: 'claim' },
  ]);
  expect(['impact', 'status', 'owner', 'no-data'].map(numbersOf)).toEqual(['2', '1, 2', '', '2']);
});

it('marks single words inside their sentence, each with its own number', () => {
  const { marks, numbersOf } = numberMarks({
    facts: [{ id: 'impact', asked: true, met: true, spans: [[0, 30]] }],
    claims: [],
    findings: [
      { rule: 'jargon', cost: 0, why: '', spans: [[10, 14]] },
      { rule: 'secret', cost: 0.3, why: '', spans: [[24, 30]] },
    ],
  });
  expect(marks).toEqual([
    { start: 0, end: 10, numbers: [], kind: 'met' },
    { start: 10, end: 14, numbers: [2], kind: 'finding' },
    { start: 14, end: 24, numbers: [], kind: 'met' },
    { start: 24, end: 30, numbers: [1, 3], kind: 'finding' },
  ]);
  expect([0, 1].map((index) => numbersOf(findingId(index)))).toEqual(['2', '3']);
});
