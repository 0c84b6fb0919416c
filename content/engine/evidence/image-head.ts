export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

/** What kind of picture a file is by its first bytes, whatever its name; null where it is none of these. */
export function detectImage(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  // "GIF8", then "RIFF" and after its length "WEBP"
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image/gif';
  const isRiff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46]);
  if (isRiff && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])) return 'image/webp';
  return null;
}

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Width and height in pixels as the head of a picture says them, before anything draws it; null where
 * it does not say.
 */
export function measureImage(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (detectImage(bytes)) {
    case 'image/png':
      return bytes.length < 33 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'image/gif':
      return measureGif(view);
    case 'image/jpeg':
      return measureJpeg(view);
    case 'image/webp':
      return measureWebp(view);
    case null:
      return null;
  }
}

/** As large as its screen, or as its first frame, which a screen that is smaller grows to. */
function measureGif(view: DataView): ImageSize | null {
  if (view.byteLength < 13) return null;
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const flags = view.getUint8(10);
  // Behind the colours: extensions, then the frame.
  let at = 13 + countColours(flags);
  while (at + 10 <= view.byteLength && view.getUint8(at) === 0x21) at = skipBlocks(view, at + 2);
  if (at + 10 > view.byteLength || view.getUint8(at) !== 0x2c) return size;
  const right = view.getUint16(at + 1, true) + view.getUint16(at + 5, true);
  const bottom = view.getUint16(at + 3, true) + view.getUint16(at + 7, true);
  return { width: Math.max(size.width, right), height: Math.max(size.height, bottom) };
}

/** Bytes of a table of colours in a GIF, by the flags before it. */
function countColours(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** The place behind blocks that each say their length, of which the last is empty; behind the end where none is. */
function skipBlocks(view: DataView, from: number): number {
  let at = from;
  while (at < view.byteLength && view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
  return at + 1;
}

/**
 * Whether a picture lacks its end, as one has that was cut off on its way: what draws it shows the part
 * that is there and tells nobody. What follows the end is none of the picture.
 */
export function endsEarly(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (detectImage(bytes)) {
    case 'image/png':
      return findPngChunk(view, 0x49454e44) === 'cut';
    case 'image/gif':
      return walkGif(view).endsEarly;
    case 'image/jpeg':
      return jpegEndsEarly(view);
    case 'image/webp':
      return view.getUint32(4, true) + 8 > view.byteLength;
    case null:
      return false;
  }
}

/**
 * The place of the first chunk of a kind: chunks each say their length. null: there is none before the end, or
 * before what is no chunk, from which nothing follows; `cut`: the file ends before its end.
 */
function findPngChunk(view: DataView, wanted: number): number | 'cut' | null {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const kind = view.getUint32(at + 4);
    if (kind === wanted) return at;
    // IEND
    if (kind === 0x49454e44) return null;
    for (let place = at + 4; place < at + 8; place += 1) {
      const letter = view.getUint8(place) & 0xdf;
      if (letter < 0x41 || letter > 0x5a) return null;
    }
  }
  return 'cut';
}

/**
 * Segments that each say their length, and between them the picture itself, in which FF is no marker
 * before 00, D0 to D7 or another FF; the end is FFD9. One inside a segment is that of a thumbnail.
 */
function jpegEndsEarly(view: DataView): boolean {
  for (let at = 2; at + 2 <= view.byteLength;) {
    const marker = view.getUint16(at);
    if (marker === 0xffd9) return false;
    const isSegment = marker >= 0xffc0 && marker !== 0xffff && (marker & 0xfff8) !== 0xffd0;
    if (isSegment && at + 4 > view.byteLength) return true;
    at += isSegment ? 2 + view.getUint16(at + 2) : 1;
  }
  return true;
}

/** Extensions (21) and frames (2C) up to the trailer (3B), or to what is neither. */
function walkGif(view: DataView): { readonly frames: number; readonly endsEarly: boolean } {
  let frames = 0;
  if (view.byteLength < 13) return { frames, endsEarly: true };
  let at = 13 + countColours(view.getUint8(10));
  while (at < view.byteLength) {
    const kind = view.getUint8(at);
    if (kind === 0x21) at = skipBlocks(view, at + 2);
    else if (kind !== 0x2c) return { frames, endsEarly: false };
    else {
      frames += 1;
      if (at + 10 > view.byteLength) break;
      at = skipBlocks(view, at + 11 + countColours(view.getUint8(at + 9)));
    }
  }
  return { frames, endsEarly: true };
}

/** Whether a picture moves: of a GIF by its frames, of PNG and WebP by what they say before their first. */
export function isAnimated(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (detectImage(bytes)) {
    case 'image/gif':
      return walkGif(view).frames > 1;
    case 'image/png':
      return typeof findPngChunk(view, 0x6163544c) === 'number';
    case 'image/webp':
      return bytes.length > 20 && view.getUint32(12) === 0x56503858 && (bytes[20] ?? 0) % 4 > 1;
    case 'image/jpeg':
    case null:
      return false;
  }
}

/** A camera writes some dozens. */
const mostSegments = 10_000;

/**
 * Whether a JPEG has so many segments before its picture that what draws it would not come to an end:
 * twelve million of four bytes held Chromium up for more than ten minutes.
 */
export function isOverloaded(bytes: Uint8Array): boolean {
  if (detectImage(bytes) !== 'image/jpeg') return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  for (let count = 0; count < mostSegments; count += 1) {
    if (at + 4 > view.byteLength) return false;
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    if (marker < 0xffc0 || marker === 0xffda || (marker !== 0xffff && length < 2)) return false;
    at += marker === 0xffff ? 1 : 2 + length;
  }
  return true;
}

/** In the first frame header (SOF), behind segments that each say their length. */
function measureJpeg(view: DataView): ImageSize | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) {
      at += 1;
      continue;
    }
    // Of the numbers of frames these three are other segments: Huffman tables, JPG, arithmetic.
    const isFrame =
      marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const length = view.getUint16(at + 2);
    if (marker < 0xffc0 || marker === 0xffda || length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/** RFC 9649: an extended file (VP8X), a lossless (VP8L) or a lossy one (VP8). */
function measureWebp(view: DataView): ImageSize | null {
  if (view.byteLength < 30) return null;
  switch (view.getUint32(12)) {
    case 0x56503858:
      return {
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: ((view.getUint32(26, true) >> 8) & 0xffffff) + 1,
      };
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 0x56503820:
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    default:
      return null;
  }
}

function startsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, at) => bytes[at] === byte);
}
