import { GzipUnpacking } from './gzip-unpacking.ts';

/** Bytes that are read of a file at a time. */
const pieceBytes = 4 * 1024 * 1024;
/** Unpacked bytes are gathered into pieces of about this size. */
const gatheredBytes = 1024 * 1024;
/** What is packed may grow this much, after the first bytes; more is no log. */
const mostRatio = 200;
const unjudgedBytes = 64 * 1024 * 1024;

/** A packed file that grows out of all proportion. */
export class UnpackError extends Error {}

export interface FilePiece {
  readonly bytes: Uint8Array;
  /** Bytes of the file itself that have been read so far. */
  readonly read: number;
}

/**
 * A file's bytes in pieces, unpacked where it is gzip, and as UTF-8 where it says at its start that it is
 * UTF-16, as Windows exports are. Nothing is held but the piece at hand.
 *
 * @throws UnpackError where it grows out of proportion, and what the unpacking throws where it is damaged
 */
export async function* readPieces(file: Blob): AsyncGenerator<FilePiece> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const pieces = magic[0] === 0x1f && magic[1] === 0x8b ? unpack(file) : readPlain(file);
  let utf16: Utf16ToUtf8 | null | undefined;
  for await (const piece of pieces) {
    if (utf16 === undefined) utf16 = openUtf16(piece.bytes);
    yield utf16 ? { ...piece, bytes: utf16.write(piece.bytes) } : piece;
  }
  if (utf16) yield { bytes: utf16.end(), read: file.size };
}

/** By the mark at its start; null where there is none. */
function openUtf16([first, second]: Uint8Array): Utf16ToUtf8 | null {
  if (first === 0xff && second === 0xfe) return new Utf16ToUtf8('utf-16le');
  if (first === 0xfe && second === 0xff) return new Utf16ToUtf8('utf-16be');
  return null;
}

/** Lines stay the lines they were; what is half a letter becomes U+FFFD. */
class Utf16ToUtf8 {
  readonly #decoder: TextDecoder;
  readonly #encoder = new TextEncoder();

  constructor(label: 'utf-16le' | 'utf-16be') {
    this.#decoder = new TextDecoder(label);
  }

  write(bytes: Uint8Array): Uint8Array {
    return this.#encoder.encode(this.#decoder.decode(bytes, { stream: true }));
  }
  end(): Uint8Array {
    return this.#encoder.encode(this.#decoder.decode());
  }
}

/** The next piece is on its way while the one before is worked on. */
async function* readPlain(file: Blob): AsyncGenerator<FilePiece> {
  const read = (at: number): Promise<ArrayBuffer> => file.slice(at, at + pieceBytes).arrayBuffer();
  let coming = read(0);
  for (let at = 0; at < file.size; at += pieceBytes) {
    const bytes = new Uint8Array(await coming);
    coming = read(at + pieceBytes);
    // Only the one that is taken may tell of a failure.
    coming.catch(() => undefined);
    yield { bytes, read: Math.min(file.size, at + pieceBytes) };
  }
}

async function* unpack(file: Blob): AsyncGenerator<FilePiece> {
  const unpacking = new GzipUnpacking();
  let gathered: Uint8Array[] = [];
  let length = 0;
  let unpacked = 0;
  const take = (part: Uint8Array): void => {
    gathered.push(part);
    length += part.length;
    unpacked += part.length;
    if (unpacked > unjudgedBytes && unpacked > unpacking.given * mostRatio) {
      throw new UnpackError('It grows out of proportion.');
    }
  };
  try {
    for await (const { bytes } of readPlain(file)) {
      for await (const part of unpacking.push(bytes)) {
        take(part);
        if (length < gatheredBytes) continue;
        yield { bytes: joinBytes(gathered, length), read: unpacking.given };
        gathered = [];
        length = 0;
      }
    }
    for await (const part of unpacking.end()) take(part);
    if (length > 0) yield { bytes: joinBytes(gathered, length), read: unpacking.given };
  } finally {
    // Whoever stops taking pieces stops the unpacking too.
    await unpacking.stop();
  }
}

/** @param length bytes of all parts together */
export function joinBytes(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
