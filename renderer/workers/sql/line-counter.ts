import { LineNumbers, type BrokenLines } from '../../../content/engine/evidence/broken-lines.ts';

/** Counts broken records by the line on which they begin, while a file goes by in pieces. */
export class LineCounter {
  /** Bytes of the file that went by. */
  passed = 0;
  readonly #lines = new LineNumbers();
  #line = 1;
  /** How far into the bytes at hand lines were counted. */
  #counted = 0;

  /** Something broken begins at this offset of the bytes at hand. */
  add(bytes: Uint8Array, at: number): void {
    this.#countTo(bytes, at);
    this.#lines.add(this.#line);
  }

  /** The first bytes at hand are done with; what follows them will be at offset 0. */
  pass(bytes: Uint8Array, used: number): void {
    this.#countTo(bytes, used);
    this.passed += used;
    this.#counted = 0;
  }

  get broken(): BrokenLines {
    return this.#lines.broken;
  }

  #countTo(bytes: Uint8Array, to: number): void {
    const part = bytes.subarray(0, to);
    for (let at = part.indexOf(10, this.#counted); at >= 0; at = part.indexOf(10, at + 1)) {
      this.#line += 1;
    }
    this.#counted = Math.max(this.#counted, to);
  }
}
