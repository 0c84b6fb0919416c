import { expect, it } from 'vitest';
import { numberMarks, type CheckNote } from './number-marks.ts';

const nameOf = (note: CheckNote): string =>
  note.kind === 'fact' ? note.fact.id : note.kind === 'claim' ? note.claim.id : note.finding.rule;
const listed = (notes: readonly CheckNote[]) => notes.map((note) => [nameOf(note), note.numbers]);

it('gives one number to a sentence, and lets a claim win over what is said well', () => {
  const { marks, notes } = numberMarks({
    facts: [
      { id: 'impact', asked: true, met: true, spans: [[20, 40]] },
      {
        id: 'status',
        asked: true,
        met: true,
        spans: [
          [20, 40],
          [0, 19],
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
  expect(listed(notes)).toEqual([
    ['status', '1, 2'],
    ['impact', '2'],
    ['no-data', '2'],
    ['owner', ''],
  ]);
});

it('marks single words inside their sentence, each with its own number', () => {
  const { marks, notes } = numberMarks({
    facts: [{ id: 'impact', asked: true, met: true, spans: [[0, 30]] }],
    claims: [],
    findings: [
      { rule: 'secret', cost: 0.3, why: '', spans: [[24, 30]] },
      { rule: 'jargon', cost: 0, why: '', spans: [[10, 14]] },
    ],
  });
  expect(marks).toEqual([
    { start: 0, end: 10, numbers: [], kind: 'met' },
    { start: 10, end: 14, numbers: [1], kind: 'finding' },
    { start: 14, end: 24, numbers: [], kind: 'met' },
    { start: 24, end: 30, numbers: [2, 3], kind: 'finding' },
  ]);
  expect(listed(notes)).toEqual([
    ['jargon', '1'],
    ['secret', '2'],
    ['impact', '3'],
  ]);
});

it('counts up along the text and along the list, also where stretches lie over each other', () => {
  const { marks, notes } = numberMarks({
    facts: [
      { id: 'last', asked: true, met: true, spans: [[50, 60]] },
      { id: 'whole', asked: true, met: true, spans: [[0, 40]] },
      { id: 'over', asked: true, met: true, spans: [[30, 48]] },
    ],
    claims: [{ id: 'first', spans: [[5, 9]] }],
    findings: [],
  });
  const numbers = marks.flatMap((mark) => mark.numbers);
  expect(numbers).toEqual([1, 2, 3, 4]);
  expect(notes.map((note) => Number(note.numbers))).toEqual(numbers);
});
