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
  if (magic[0] === 0x1f && magic[1] === 0x8b) yield* unpack(file);
  else yield* readPlain(file);
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
  let read = 0;
  let unpacked = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, BufferSource>({
    transform: (chunk, controller) => {
      read += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const stream = file.stream().pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  let gathered: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (value) {
        gathered.push(value);
        length += value.length;
        unpacked += value.length;
      }
      if (unpacked > unjudgedBytes && unpacked > read * mostRatio) {
        throw new UnpackError('It grows out of proportion.');
      }
      if (length >= gatheredBytes || (done && length > 0)) {
        yield { bytes: join(gathered, length), read };
        gathered = [];
        length = 0;
      }
      if (done) return;
    }
  } finally {
    // Whoever stops taking pieces stops the unpacking too.
    await reader.cancel().catch(() => undefined);
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
