import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countRuns } from '../testing/count-runs.ts';
import { alignLists, compareWords } from './compare-words.ts';

it('Tells words that went from words that came', () => {
  expect(compareWords('I asked the owner.', 'I asked the first owner.')).toEqual([
    { kind: 'same', text: 'I asked the ' },
    { kind: 'added', text: 'first ' },
    { kind: 'same', text: 'owner.' },
  ]);
  expect(compareWords('', '')).toEqual([]);
  expect(compareWords('a', '')).toEqual([{ kind: 'removed', text: 'a' }]);
});

it('Holds both texts whole, whatever they are', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('I ', 'wrote', ' it', '.', '\n', '\r\n', '  ', 'é', '🙂', '中'))
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = compareWords(before, after);
      const of = (gone: string) =>
        pieces.flatMap((one) => (one.kind === gone ? [] : [one.text])).join('');
      expect(of('added')).toBe(before);
      expect(of('removed')).toBe(after);
    }),
    countRuns(500),
  );
});

it('Gives up on detail where two long texts share little, and still holds both', () => {
  const before = Array.from({ length: 9_000 }, (_, at) => `a${at}`).join(' ');
  const after = Array.from({ length: 9_000 }, (_, at) => `b${at}`).join(' ');
  const pieces = compareWords(before, after);
  expect(pieces.map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

it('Lays lists beside each other without gaps, and what is the same as the same', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      let old = 0;
      let now = 0;
      for (const stretch of alignLists(before, after)) {
        expect([stretch.before[0], stretch.after[0]]).toEqual([old, now]);
        const one = before.slice(...stretch.before);
        const other = after.slice(...stretch.after);
        if (stretch.same) expect(one).toEqual(other);
        [, old] = stretch.before;
        [, now] = stretch.after;
      }
      expect([old, now]).toEqual([before.length, after.length]);
    }),
    countRuns(2_000),
  );
});
