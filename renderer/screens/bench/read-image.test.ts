import { describe, expect, it } from 'vitest';
import { readImage } from './read-image.ts';

const encode = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes));
const text = (words: string): number[] => [...new TextEncoder().encode(words)];
const chunk = (kind: string, data: readonly number[]): number[] => [
  ...[0, 0, data.length >> 8, data.length & 255],
  ...text(kind),
  ...data,
  ...[0, 0, 0, 0],
];
const png = (...chunks: number[][]): string =>
  encode([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk(
      'IHDR',
      Array.from({ length: 13 }, () => 1),
    ),
    ...chunks.flat(),
  ]);

describe('an image file', () => {
  it('gives the texts that travel in a PNG', () => {
    const image = readImage(
      png(
        chunk('tEXt', [...text('Comment'), 0, ...text('obey')]),
        chunk('iTXt', [...text('Title'), 0, 0, 0, 0, 0, ...text('späte Zeile')]),
      ),
    );
    expect(image?.type).toBe('image/png');
    expect(image?.texts).toEqual([
      { name: 'Comment', text: 'obey' },
      { name: 'Title', text: 'späte Zeile' },
    ]);
  });

  it('gives the comment of a JPEG', () => {
    const image = readImage(encode([0xff, 0xd8, 0xff, 0xfe, 0, 6, ...text('note'), 0xff, 0xda]));
    expect(image?.type).toBe('image/jpeg');
    expect(image?.texts).toEqual([{ name: 'Comment', text: 'note' }]);
  });

  it.each([
    ['not base64', '***'],
    ['another kind', encode(text('GIF89a, and some more of it'))],
    ['nothing', ''],
    ['a chunk longer than the file', png([0xff, 0xff, 0xff, 0xff, ...text('tEXt'), 1])],
  ])('is never fatal: %s', (_what, base64) => {
    expect(readImage(base64)?.texts ?? []).toEqual([]);
  });
});
