import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatLine, parseJournal } from './journal-line.ts';

const texts = fc.array(fc.json(), { minLength: 1, maxLength: 8 });

/** Journal bytes with their records, numbered from 1. */
function write(all: readonly string[]) {
  const records = all.map((text, index) => ({ seq: index + 1, text }));
  return { records, bytes: Buffer.concat(records.map(formatLine)) };
}

test('What was written is read', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const { records, bytes } = write(all);
      expect(parseJournal(bytes)).toEqual({
        records,
        end: bytes.length,
        tail: 'whole',
        rewrite: null,
      });
    }),
  );
});

test('Cut anywhere, all lines before the cut are read, and the rest counts as never finished', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (all, at) => {
      const { records, bytes } = write(all);
      const cut = at % bytes.length;
      const { records: read, tail, end } = parseJournal(bytes.subarray(0, cut));
      expect(read).toEqual(records.slice(0, read.length));
      expect(end).toBe(write(all.slice(0, read.length)).bytes.length * Math.sign(read.length));
      expect(write(all.slice(0, read.length + 1)).bytes.length).toBeGreaterThan(cut);
      expect(tail).toBe(cut === end ? 'whole' : 'torn');
    }),
  );
});

test('One changed bit is found, or does not matter; it never costs a line in silence', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(7), (all, at, bit) => {
      const { records, bytes } = write(all);
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      const { records: read, tail } = parseJournal(bytes);
      expect(read).toEqual(records.slice(0, read.length));
      if (tail !== 'damaged') expect(read).toEqual(records);
    }),
    { numRuns: 1000 },
  );
});

test('A file that grew before its bytes came ends in zeros, and was never finished', () => {
  const { records, bytes } = write(['{"a":1}', '{"b":2}']);
  const next = formatLine({ seq: 3, text: '{"c":3}' });
  const grown = Buffer.concat([bytes, next.subarray(0, 20), Buffer.alloc(400)]);
  expect(parseJournal(grown)).toMatchObject({ records, end: bytes.length, tail: 'torn' });
  const empty = Buffer.concat([bytes, Buffer.alloc(400)]);
  expect(parseJournal(empty)).toMatchObject({ records, end: bytes.length, tail: 'torn' });
});

test('A line that is missing in the middle is damage', () => {
  const { bytes } = write(['1', '2']);
  const fourth = formatLine({ seq: 4, text: '4' });
  expect(parseJournal(Buffer.concat([bytes, fourth]))).toMatchObject({ tail: 'damaged' });
});
