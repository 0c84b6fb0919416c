/** Bytes that are unpacked at a time, so that what comes of them fits into memory whatever they hold. */
const stepBytes = 64 * 1024;
/** As many as tell where another member begins. */
const headBytes = 4;

/**
 * Unpacks gzip of any number of members, one behind the other, as tools write that append to a file. The
 * runtime's own unpacking takes a single one, so each gets its own: one ends where the head of another
 * stands and the bytes before it say that all of the one before came out.
 *
 * Everything here throws what the unpacking throws, a TypeError, where the bytes are damaged or cut off.
 */
export class GzipUnpacking {
  /** Bytes that have been unpacked. */
  given = 0;
  #member = new Member();
  /** The last bytes that came, not yet given to the member: the head of the next may begin in them. */
  #held = new Uint8Array(0);
  #last = new Uint8Array(0);

  async *push(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    const all = new Uint8Array(this.#held.length + bytes.length);
    all.set(this.#held);
    all.set(bytes, this.#held.length);
    const end = all.length - headBytes;
    let at = 0;
    while (at < end) {
      const to = findHead(all, at + 1, Math.min(at + stepBytes, end));
      await this.#give(all.subarray(at, to));
      at = to;
      if (isHead(all, at) && (await this.#member.isWhole(this.#last))) {
        await this.#member.end();
        yield* this.#member.take();
        this.#member = new Member();
        this.#last = new Uint8Array(0);
      } else yield* this.#member.take();
    }
    this.#held = all.slice(at);
  }

  async *end(): AsyncGenerator<Uint8Array> {
    await this.#give(this.#held);
    await this.#member.end();
    yield* this.#member.take();
  }

  stop(): Promise<void> {
    return this.#member.stop();
  }

  async #give(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const both = new Uint8Array(this.#last.length + Math.min(bytes.length, sizeBytes));
    both.set(this.#last);
    both.set(bytes.subarray(-sizeBytes), this.#last.length);
    this.#last = both.slice(-sizeBytes);
    this.given += bytes.length;
    await this.#member.give(bytes);
  }
}

/** A member ends with the length of what it holds, modulo 2^32, in so many bytes (RFC 1952). */
const sizeBytes = 4;

class Member {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #reading: Promise<void>;
  #parts: Uint8Array[] = [];
  #unpacked = 0;

  constructor() {
    const { readable, writable } = new DecompressionStream('gzip');
    this.#writer = writable.getWriter();
    this.#reader = readable.getReader();
    this.#reading = this.#read();
    // Told to whoever gives or ends.
    this.#reading.catch(() => undefined);
    this.#writer.closed.catch(() => undefined);
  }

  async #read(): Promise<void> {
    for (;;) {
      const { value, done } = await this.#reader.read();
      if (done) return;
      this.#parts.push(value);
      this.#unpacked += value.length;
    }
  }

  give(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#writer.write(bytes);
  }

  /** @param last bytes given last, which hold the length if the member is over */
  async isWhole(last: Uint8Array<ArrayBuffer>): Promise<boolean> {
    if (last.length < sizeBytes) return false;
    // What came of the bytes given is on its way to the reader: a task later it has arrived.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return new DataView(last.buffer).getUint32(0, true) === this.#unpacked % 2 ** 32;
  }

  async end(): Promise<void> {
    await Promise.all([this.#writer.close(), this.#reading]);
  }

  /** What has come out since the last call. */
  take(): Uint8Array[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  async stop(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }
}

/** Where the next head may stand from here on; `end` where there is none before it. */
function findHead(bytes: Uint8Array, from: number, end: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0 && at < end; at = bytes.indexOf(0x1f, at + 1)) {
    if (isHead(bytes, at)) return at;
  }
  return Math.max(from, end);
}

/** Magic number, the one method of packing there is, and flags of which the upper three are 0. */
function isHead(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 0x1f &&
    bytes[at + 1] === 0x8b &&
    bytes[at + 2] === 0x08 &&
    (bytes[at + 3] ?? 0xff) < 0x20
  );
}
