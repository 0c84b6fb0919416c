import { describe, expect, it, vi } from 'vitest';
import { readImage, readImageBytes } from './read-image.ts';

const encode = (bytes: readonly number[]): string =>
  btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
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

  it('finds a text behind any number of parts, and makes nothing of those that hold none', () => {
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    const note = [0xff, 0xfe, 0, 6, ...text('note')];
    const empty = Array.from({ length: 100_000 }, () => [0xff, 0xe1, 0, 2]).flat();
    const jpeg = readImageBytes(Uint8Array.from([0xff, 0xd8, ...empty, ...note, 0xff, 0xda]));
    expect(jpeg?.texts).toEqual([{ name: 'Comment', text: 'note' }]);
    const none = Array.from({ length: 100_000 }, () => chunk('tEXt', []));
    const image = readImage(png(...none, chunk('tEXt', [...text('Comment'), 0, ...text('obey')])));
    expect(image?.texts).toEqual([{ name: 'Comment', text: 'obey' }]);
    expect(decode.mock.calls.length).toBeLessThan(10);
    decode.mockRestore();
  });

  it('decodes no more of a long text than is shown', () => {
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    const long = readImage(png(chunk('tEXt', [...text('k'), 0, ...text('A'.repeat(60_000))])));
    expect(long?.texts).toEqual([{ name: 'k', text: `${'A'.repeat(4_000)}…` }]);
    const wide = readImage(
      png(chunk('iTXt', [...text('k'), 0, 0, 0, 0, 0, ...text('ä'.repeat(20_000))])),
    );
    expect(wide?.texts).toEqual([{ name: 'k', text: `${'ä'.repeat(4_000)}…` }]);
    for (const [given] of decode.mock.calls) {
      expect((given as Uint8Array).length).toBeLessThan(15_000);
    }
    decode.mockRestore();
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
