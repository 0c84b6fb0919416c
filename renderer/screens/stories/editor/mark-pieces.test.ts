import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutPieces, keepLines, moveSentences, type MarkedSentence } from './mark-pieces.ts';

const mark = (start: number, end: number, role: MarkedSentence['role']): MarkedSentence => ({
  start,
  end,
  role,
  own: false,
});

it('cuts lines and pieces, and a letter stands where the role changes', () => {
  const text = 'One. Two. Three.\n\nFour.';
  const sentences = [
    mark(0, 4, 'situation'),
    mark(5, 9, 'situation'),
    mark(10, 16, 'action'),
    mark(18, 23, 'action'),
  ];
  const lines = cutPieces(text, sentences, [[5, 8]], [[10, 16]]);
  expect(lines.map((line) => line.map(({ text: words }) => words).join('|'))).toEqual([
    'One.| |Two|.| |Three.',
    '',
    'Four.',
  ]);
  const begin = lines.flat().filter(({ begins }) => begins);
  expect(begin.map(({ text: words, role }) => [words, role])).toEqual([
    ['One.', 'situation'],
    ['Three.', 'action'],
  ]);
  expect(lines.flat().filter(({ shown }) => shown)).toMatchObject([{ text: 'Two' }]);
  expect(lines.flat().filter(({ flagged }) => flagged)).toMatchObject([{ text: 'Three.' }]);
});

it.each([
  [
    'typed inside',
    'I wrote it. It held.',
    'I wrote all of it. It held.',
    ['I wrote all of it.', 'It held.'],
  ],
  [
    'typed at the end',
    'I wrote it. It held.',
    'I wrote it. It held. Yes',
    ['I wrote it.', 'It held. Yes'],
  ],
  [
    'typed in front',
    'I wrote it. It held.',
    'So I wrote it. It held.',
    ['So I wrote it.', 'It held.'],
  ],
  ['the middle is gone', 'I wrote it. It held.', 'I wrote held.', ['I wrote ', '.']],
  ['all is gone', 'I wrote it. It held.', '', []],
])('moves marks with the change: %s', (_name, before, now, expected) => {
  const sentences = [mark(0, 11, 'action'), mark(12, 20, 'result')];
  const moved = moveSentences(sentences, before, now);
  expect(moved.map(({ start, end }) => now.slice(start, end))).toEqual(expected);
});

it('keeps every letter and never leaves the text, whatever is changed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 5 }),
      (before, now, spans) => {
        let at = 0;
        const sentences = spans.flatMap(([gap, length]) => {
          const start = Math.min(before.length, at + (gap % 5));
          at = Math.min(before.length, start + (length % 9));
          return at > start ? [mark(start, at, 'action')] : [];
        });
        const moved = moveSentences(sentences, before, now);
        for (const [index, { start, end }] of moved.entries()) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(now.length);
          expect(start).toBeGreaterThanOrEqual(moved[index - 1]?.end ?? 0);
        }
        const drawn = cutPieces(now, moved, [[0, 3]], [[2, 5]]).map((line) =>
          line.map(({ text }) => text).join(''),
        );
        expect(drawn.join('\n')).toBe(now);
      },
    ),
  );
});

it('keeps lines that are as before, also below a new one', () => {
  const draw = (text: string) => cutPieces(text, [mark(0, 3, 'action')], [], []);
  const before = draw('One\nTwo\nThree');
  const typed = keepLines(before, draw('One\nTwos\nThree'));
  expect(typed.map((line, at) => line === before[at])).toEqual([true, false, true]);
  const broken = keepLines(before, draw('One\nNew\nTwo\nThree'));
  expect(broken.map((line) => before.indexOf(line))).toEqual([0, -1, 1, 2]);
  const other = keepLines(before, cutPieces('One\nTwo\nThree', [mark(0, 3, 'task')], [], []));
  expect(other.map((line) => before.indexOf(line))).toEqual([-1, 1, 2]);
});
