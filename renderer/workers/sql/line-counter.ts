import type { BrokenLines } from '../../../content/engine/evidence/sql-terms.ts';

const mostLines = 100;

/** Counts broken records by the line on which they begin, while a file goes by in pieces. */
export class LineCounter {
  /** Bytes of the file that went by. */
  passed = 0;
  #count = 0;
  readonly #lines: number[] = [];
  #line = 1;
  /** How far into the bytes at hand lines were counted. */
  #counted = 0;

  /** Something broken begins at this offset of the bytes at hand. */
  add(bytes: Uint8Array, at: number): void {
    this.#countTo(bytes, at);
    this.addLine(this.#line);
  }

  /** A broken line of a known number. Two faults in one line are one broken line. */
  addLine(line: number): void {
    if (this.#lines.at(-1) === line) return;
    this.#count += 1;
    if (this.#lines.length < mostLines) this.#lines.push(line);
  }

  /** The first bytes at hand are done with; what follows them will be at offset 0. */
  pass(bytes: Uint8Array, used: number): void {
    this.#countTo(bytes, used);
    this.passed += used;
    this.#counted = 0;
  }

  get broken(): BrokenLines {
    return { count: this.#count, lines: [...this.#lines] };
  }

  #countTo(bytes: Uint8Array, to: number): void {
    const part = bytes.subarray(0, to);
    for (let at = part.indexOf(10, this.#counted); at >= 0; at = part.indexOf(10, at + 1)) {
      this.#line += 1;
    }
    this.#counted = Math.max(this.#counted, to);
  }
}
