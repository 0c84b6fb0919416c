import { GzipUnpacking } from './gzip-unpacking.ts';
import type { TextBytes } from './text-bytes.ts';

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
 * A file's bytes in pieces, unpacked where it is gzip. Nothing is held but the piece at hand.
 *
 * @throws UnpackError where it grows out of proportion, and what the unpacking throws where it is damaged
 */
export async function* readPieces(file: Blob): AsyncGenerator<FilePiece> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  yield* magic[0] === 0x1f && magic[1] === 0x8b ? unpack(file) : readPlain(file);
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

/** A text's pieces as UTF-8, whatever it is written in. */
export async function* readText(
  pieces: AsyncIterable<FilePiece>,
  text: TextBytes,
): AsyncGenerator<FilePiece> {
  let last = 0;
  for await (const { bytes, read } of pieces) {
    last = read;
    yield { bytes: text.write(bytes), read };
  }
  yield { bytes: text.end(), read: last };
}

/** All pieces again, of which the first was taken. */
export async function* joinPieces(
  first: FilePiece | null,
  rest: AsyncGenerator<FilePiece>,
): AsyncGenerator<FilePiece> {
  if (first) yield first;
  yield* rest;
}
