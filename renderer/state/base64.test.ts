import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBase64, writeBase64 } from './base64.ts';

test('Bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      expect(readBase64(writeBase64(bytes))).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 30 },
  );
});

test.each(['%', 'a', 7, null, undefined, {}])('%s is no base64', (text) => {
  expect(readBase64(text)).toBeNull();
});
