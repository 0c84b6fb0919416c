/** A picture's sides and points at most: its few packed bytes may ask a viewer for gigabytes. */
const mostSide = 16_384;
const mostPoints = 40_000_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

const pictures = [
  { ending: /\.png$/i, measure: measurePng },
  { ending: /\.jpe?g$/i, measure: measureJpeg },
];

/** Whether a file is a picture by its name. */
export function isPicture(path: string): boolean {
  return pictures.some(({ ending }) => ending.test(path));
}

/**
 * What is wrong with a picture, in a few words, or null. Its first bytes must be those of its kind, and
 * its size one that can be shown. What else is in it is evidence: hidden texts, bytes behind its end.
 */
export function findPictureFault(path: string, bytes: Uint8Array): string | null {
  const size = pictures.find(({ ending }) => ending.test(path))?.measure(bytes);
  if (!size) return 'it is no picture of its kind';
  const { width, height } = size;
  if (width === 0 || height === 0) return 'its picture has no size';
  return Math.max(width, height) > mostSide || width * height > mostPoints
    ? 'its picture is too large to be shown'
    : null;
}

/** The header is always the first chunk (PNG, section 11.2.2). */
function measurePng(bytes: Uint8Array): Size | null {
  const head = Buffer.from(bytes.subarray(0, 24));
  if (head.toString('hex', 0, 16) !== '89504e470d0a1a0a0000000d49484452') return null;
  if (head.length < 24) return null;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/**
 * The size stands in the first frame header, behind segments that say how long they are. No others may
 * stand there than tables and notes (T.81, B.2.4): a marker without a length, such as that of a restart,
 * would have the bytes behind it taken for one, and viewers would find another frame than this.
 */
function measureJpeg(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= bytes.length) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) {
      at += 1; // any number of these may fill the space before a segment
      continue;
    }
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const length = view.getUint16(at + 2);
    if (!isTableOrNote(marker) || length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/** C0 to CF begin a frame, but for the tables C4 and CC and the reserved C8. */
function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
}

/** Tables of Huffman and arithmetic codes and of quantities, the interval of restarts, notes (APP, COM). */
function isTableOrNote(marker: number): boolean {
  return (
    [0xffc4, 0xffcc, 0xffdb, 0xffdd, 0xfffe].includes(marker) ||
    (marker >= 0xffe0 && marker <= 0xffef)
  );
}
