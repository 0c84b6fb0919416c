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

/** `tEXt` and uncompressed `iTXt` chunks. */
function readPngTexts(bytes: Uint8Array, view: DataView): ReadImage['texts'] {
  const texts: { name: string; text: string }[] = [];
  for (let at = 8; at + 12 <= bytes.length && texts.length < mostTexts;) {
    const length = view.getUint32(at);
    const kind = latin(bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length));
    const end = data.indexOf(0);
    if (kind === 'tEXt' && end > 0) {
      texts.push({ name: latin(data.subarray(0, end)), text: latin(data.subarray(end + 1)) });
    } else if (kind === 'iTXt' && end > 0 && data[end + 1] === 0) {
      const language = data.indexOf(0, end + 3);
      const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
      if (translated > 0) {
        texts.push({
          name: latin(data.subarray(0, end)),
          text: utf8(data.subarray(translated + 1)),
        });
      }
    }
    at += 12 + length;
  }
  return texts.map(shorten);
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
    const data = bytes.subarray(at + 4, Math.min(at + 2 + length, bytes.length));
    if (marker === 0xfffe) texts.push({ name: 'Comment', text: utf8(data) });
    if (marker === 0xffe1 && latin(data.subarray(0, 28)).startsWith('http://ns.adobe.com/xap/')) {
      texts.push({ name: 'XMP', text: utf8(data.subarray(29)) });
    }
    at += 2 + length;
  }
  return texts.map(shorten);
}

const shorten = ({ name, text }: { name: string; text: string }) => ({
  name: name.slice(0, 80),
  text: text.length > longest ? `${text.slice(0, longest)}…` : text,
});
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
