import { expect, it } from 'vitest';
import { crc32, crc32ByTable } from './crc32.ts';

it('knows the checksums that others know, by the table and by zlib', () => {
  const cases: readonly (readonly [text: string, crc: number])[] = [
    ['', 0],
    ['a', 0xe8b7be43],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ];
  for (const [text, crc] of cases) {
    expect(crc32ByTable(Buffer.from(text))).toBe(crc);
    expect(crc32(Buffer.from(text))).toBe(crc);
  }
});
