import { detectImage, type ImageType } from '../../../content/engine/evidence/image-head.ts';

/** An image file of a kind that is shown: what it is, and the texts that travel in it unseen. */
export interface ReadImage {
  readonly type: ImageType;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Comments and metadata, as they stand in the file. */
  readonly texts: readonly { readonly name: string; readonly text: string }[];
}

const mostTexts = 50;
const longest = 4_000;
const longestName = 80;
/** `tEXt` and `iTXt` as numbers. */
const textChunk = 0x74455874;
const wideTextChunk = 0x69545874;
const xmp = new TextEncoder().encode('http://ns.adobe.com/xap/');

/** Reads base64 of a PNG or JPEG file, which pictures of drills are; null where it is neither. Never throws. */
export function readImage(base64: string): ReadImage | null {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(atob(base64.trim()), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
  const image = readImageBytes(bytes);
  return image?.type === 'image/png' || image?.type === 'image/jpeg' ? image : null;
}

/** Reads a file of any kind that is shown; null where it is none. Never throws. */
export function readImageBytes(bytes: Uint8Array<ArrayBuffer>): ReadImage | null {
  const type = detectImage(bytes);
  if (type === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts =
    type === 'image/png'
      ? readPngTexts(bytes, view)
      : type === 'image/jpeg'
        ? readJpegTexts(bytes, view)
        : [];
  return { type, bytes, texts };
}

/**
 * `tEXt` and uncompressed `iTXt` chunks. A hostile file has millions of chunks or segments: of those that
 * hold no text nothing is made.
 */
function readPngTexts(bytes: Uint8Array, view: DataView): ReadImage['texts'] {
  const texts: { name: string; text: string }[] = [];
  for (let at = 8; at + 12 <= bytes.length && texts.length < mostTexts;) {
    const length = view.getUint32(at);
    const kind = view.getUint32(at + 4);
    const start = at + 8;
    const stop = Math.min(start + length, bytes.length);
    at = start + length + 4;
    if (kind !== textChunk && kind !== wideTextChunk) continue;
    const end = findZero(bytes, start, Math.min(stop, start + longestName + 1));
    if (end <= start) continue;
    const name = latin(bytes.subarray(start, end));
    if (kind === textChunk) {
      texts.push({ name, text: latin(bytes.subarray(end + 1, stop).subarray(0, longest + 1)) });
    } else if (bytes[end + 1] === 0) {
      const language = findZero(bytes, end + 3, stop);
      const translated = language < 0 ? -1 : findZero(bytes, language + 1, stop);
      if (translated > 0) texts.push({ name, text: utf8(bytes.subarray(translated + 1, stop)) });
    }
  }
  return texts.map(shorten);
}

/** The place of the first zero byte of a stretch; -1 where it holds none. */
function findZero(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (bytes[at] === 0) return at;
  return -1;
}

/** Comments and XMP; what else a camera writes stays in the file. */
function readJpegTexts(bytes: Uint8Array, view: DataView): ReadImage['texts'] {
  const texts: { name: string; text: string }[] = [];
  for (let at = 2; at + 4 <= bytes.length && texts.length < mostTexts;) {
    const marker = view.getUint16(at);
    // The picture itself begins: no more segments with a length.
    if (marker < 0xffc0 || marker === 0xffda) break;
    const length = view.getUint16(at + 2);
    if (length < 2) break;
    const start = at + 4;
    const stop = Math.min(at + 2 + length, bytes.length);
    at += 2 + length;
    if (marker === 0xfffe) {
      texts.push({ name: 'Comment', text: utf8(bytes.subarray(start, stop)) });
    } else if (marker === 0xffe1 && xmp.every((byte, index) => bytes[start + index] === byte)) {
      texts.push({ name: 'XMP', text: utf8(bytes.subarray(start + 29, stop)) });
    }
  }
  return texts.map(shorten);
}

const shorten = ({ name, text }: { name: string; text: string }) => ({
  name: name.slice(0, longestName),
  text: text.length > longest ? `${text.slice(0, longest)}…` : text,
});
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
/** As much of it as is shown, and some: a letter of UTF-16 is at most three bytes. */
const utf8 = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes.subarray(0, longest * 3 + 6));
