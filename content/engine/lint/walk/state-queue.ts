/** Packed moments that wait to be followed, first in, first out: a ring that grows. */
export class StateQueue {
  readonly #size: number;
  #words: Int32Array;
  #capacity = 256;
  #first = 0;
  #length = 0;

  /** @param size words of one moment */
  constructor(size: number) {
    this.#size = size;
    this.#words = new Int32Array(this.#capacity * size);
  }

  get length(): number {
    return this.#length;
  }

  /** Bytes that it takes. */
  get bytes(): number {
    return this.#words.byteLength;
  }

  /** Makes room for one more and says where to write it. */
  push(): { readonly words: Int32Array; readonly at: number } {
    if (this.#length === this.#capacity) this.#grow();
    const slot = (this.#first + this.#length) & (this.#capacity - 1);
    this.#length += 1;
    return { words: this.#words, at: slot * this.#size };
  }

  /** Copies the first into `into` and lets go of it. */
  shift(into: Int32Array): void {
    const at = this.#first * this.#size;
    for (let n = 0; n < this.#size; n += 1) into[n] = this.#words[at + n] ?? 0;
    this.#first = (this.#first + 1) & (this.#capacity - 1);
    this.#length -= 1;
  }

  #grow(): void {
    const words = new Int32Array(this.#capacity * 2 * this.#size);
    const cut = (this.#capacity - this.#first) * this.#size;
    words.set(this.#words.subarray(this.#first * this.#size), 0);
    words.set(this.#words.subarray(0, this.#first * this.#size), cut);
    this.#words = words;
    this.#first = 0;
    this.#capacity *= 2;
  }
}
