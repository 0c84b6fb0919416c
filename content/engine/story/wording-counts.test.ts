import { expect, it } from 'vitest';
import { readAnswer } from '../star/read-answer.ts';
import { splitAnswer } from '../star/split-answer.ts';
import { countWording, type WordingKind } from './wording-counts.ts';

const count = (text: string) => countWording(readAnswer(splitAnswer(text), '').sentences);

it.each<[string, Partial<Record<WordingKind, readonly string[]>>]>([
  ["I wrote it, and I'm glad.", { i: ['I', "I'm"], we: [] }],
  ['We met, so our plan held, and it helped us.', { we: ['We', 'our', 'us'], i: [] }],
  ['The key was deleted. It was quickly found.', { passive: ['was deleted', 'was quickly found'] }],
  ['I was late and it was green.', { passive: [] }],
  ['Maybe we were wrong, I think.', { hedge: ['Maybe', 'I think'] }],
  ['It was basically just a script, actually.', { filler: ['basically', 'just', 'actually'] }],
  ['', { i: [], we: [], passive: [], hedge: [], filler: [] }],
])('counts by kind, and says where: %s', (text, expected) => {
  const { found } = count(text);
  for (const [kind, words] of Object.entries(expected)) {
    expect(found[kind as WordingKind].map(([from, to]) => text.slice(from, to).trim())).toEqual(
      words,
    );
  }
});

it('names the longest sentence', () => {
  const text = 'Short one. This is the longest one of the three. No.';
  const { longest } = count(text);
  expect(longest?.words).toBe(8);
  expect(text.slice(...(longest?.span ?? [0, 0]))).toBe('This is the longest one of the three.');
  expect(count('').longest).toBeNull();
});
