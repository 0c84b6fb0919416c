import { describe, expect, it } from 'vitest';
import { detectImage, endsEarly, isAnimated, isOverloaded, measureImage } from './image-head.ts';

const words = (text: string): number[] => [...new TextEncoder().encode(text)];
const none = (count: number): number[] => Array.from({ length: count }, () => 0);
const bytes = (...parts: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flat());

const heads = {
  png: bytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [...[0, 0, 0, 13], ...words('IHDR'), ...[0, 0, 2, 1], ...[0, 0, 1, 3]],
    none(10),
  ),
  jpeg: bytes(
    [0xff, 0xd8],
    [0xff, 0xe0, 0, 4, 1, 2],
    [0xff, 0xc4, 0, 3, 9],
    [0xff, 0xff, 0xc2, 0, 11, 8, 1, 3, 2, 1],
    none(6),
  ),
  gif: bytes(words('GIF89a'), [1, 2, 3, 1], none(6)),
  webpExtended: bytes(
    [...words('RIFF'), ...none(4), ...words('WEBPVP8X'), ...none(8)],
    [0, 2, 0, 2, 1, 0],
  ),
  webpLossless: bytes(
    [...words('RIFF'), ...none(4), ...words('WEBPVP8L'), ...none(4), 0x2f],
    [0x00, 0x82, 0x40, 0x00],
    none(5),
  ),
  webpLossy: bytes(
    [...words('RIFF'), ...none(4), ...words('WEBPVP8 '), ...none(7), 0x9d, 0x01, 0x2a],
    [1, 2, 3, 1],
  ),
};

describe('the head of a picture', () => {
  it.each([
    ['png', 'image/png', 513, 259],
    ['jpeg', 'image/jpeg', 513, 259],
    ['gif', 'image/gif', 513, 259],
    ['webpExtended', 'image/webp', 513, 259],
    ['webpLossless', 'image/webp', 513, 259],
    ['webpLossy', 'image/webp', 513, 259],
  ] as const)('says what it is and how large: %s', (name, type, width, height) => {
    expect(detectImage(heads[name])).toBe(type);
    expect(measureImage(heads[name])).toEqual({ width, height });
  });

  it('measures a GIF by its first frame, where that is larger than what its head says', () => {
    const head = [...words('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, ...none(6)];
    const frame = [0x2c, 0, 0, 0, 0, 0x20, 0x4e, 0x21, 0x4e, 0];
    const extensions = [0x21, 0xfe, 2, 0x2c, 0x2c, 1, 0x2c, 0, 0x21, 0xf9, 4, 0, 0, 0, 0, 0];
    const size = { width: 20_000, height: 20_001 };
    expect(measureImage(bytes(head, frame))).toEqual(size);
    expect(measureImage(bytes(head, extensions, frame))).toEqual(size);
    expect(measureImage(bytes(head, extensions.slice(0, 6)))).toEqual({ width: 1, height: 1 });
  });

  it.each(Object.entries(heads))('is never fatal where it is cut: %s', (_name, whole) => {
    for (let length = 0; length < whole.length; length += 1) {
      const cut = measureImage(whole.subarray(0, length));
      expect(cut === null || cut.width > 0).toBe(true);
    }
  });

  it('tells a JPEG of too many pieces to be drawn', () => {
    const pieces = (count: number): Uint8Array =>
      bytes(
        [0xff, 0xd8],
        Array.from({ length: count }, () => [0xff, 0xe1, 0, 2]).flat(),
        [0xff, 0xda, 0, 2],
      );
    expect(isOverloaded(pieces(9_999))).toBe(false);
    expect(isOverloaded(pieces(10_000))).toBe(true);
    for (const [name, head] of Object.entries(heads)) expect(isOverloaded(head), name).toBe(false);
  });

  const wholes = {
    png: bytes(
      [...heads.png].slice(0, 33),
      [...[0, 0, 0, 12], ...words('tEXt'), ...none(4), ...words('IEND'), ...none(8)],
      [...none(4), ...words('IEND'), ...none(4)],
    ),
    // A thumbnail with an end of its own, a filled scan, another table and scan.
    jpeg: bytes(
      [...heads.jpeg].slice(0, -2),
      [0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9],
      [...[0xff, 0xda, 0, 3, 9], ...[1, 0xff, 0, 0xff, 0xd0, 2, 0xff, 0xff, 0xd7, 3]],
      [...[0xff, 0xc4, 0, 4, 0xff, 0xd9], ...[0xff, 0xda, 0, 2, 4, 5, 0xff, 0xff, 0xd9]],
    ),
    gif: bytes(
      [...words('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, ...none(6)],
      [...[0x21, 0xfe, 2, 0x3b, 0x3b, 0], ...[0x2c, ...none(4), 1, 0, 1, 0, 0x80, ...none(6)]],
      [...[2, 2, 0x3b, 0x3b, 0], ...[0x2c, ...none(4), 1, 0, 1, 0, 0], ...[2, 1, 0x3b, 0], 0x3b],
    ),
    webp: bytes(words('RIFF'), [22, 0, 0, 0], [...heads.webpLossy].slice(8)),
  };

  it.each(Object.entries(wholes))(
    'tells one that ends early from a whole one: %s',
    (_name, whole) => {
      expect(endsEarly(whole)).toBe(false);
      expect(endsEarly(bytes([...whole], words('what was put behind it')))).toBe(false);
      for (let length = 0; length < whole.length; length += 1) {
        const cut = whole.subarray(0, length);
        expect(endsEarly(cut), String(length)).toBe(detectImage(cut) !== null);
      }
    },
  );

  it('is told whether it moves', () => {
    const { png, gif } = wholes;
    const head = [...png.slice(0, 33)];
    const control = [...[0, 0, 0, 8], ...words('acTL'), ...none(12)];
    const webp = [...heads.webpExtended];
    webp[20] = 0x12;
    expect(isAnimated(gif)).toBe(true);
    expect(isAnimated(bytes(head, control, [...png.slice(33)]))).toBe(true);
    expect(isAnimated(Uint8Array.from(webp))).toBe(true);
    for (const [name, still] of Object.entries({ ...heads, ...wholes, gif: heads.gif })) {
      expect(isAnimated(still), name).toBe(false);
    }
  });

  it('does not say that a PNG ends early whose parts are longer than they say', () => {
    const { png } = wholes;
    expect(endsEarly(bytes([...png.slice(0, 36)], [9], [...png.slice(37)]))).toBe(false);
  });

  it('is none of a text, a drawing in SVG or another kind', () => {
    for (const text of [
      '',
      'x',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'BM and more',
      'RIFF    WAVE',
    ]) {
      expect(detectImage(bytes(words(text)))).toBe(null);
      expect(measureImage(bytes(words(text)))).toBe(null);
      expect(endsEarly(bytes(words(text)))).toBe(false);
    }
  });
});
