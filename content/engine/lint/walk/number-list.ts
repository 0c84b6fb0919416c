/**
 * A list of whole numbers that grows, and keeps its room where it is emptied: an array of 32-bit
 * words is read and written faster, and `length = 0` of a plain one would give its room back.
 */
export class NumberList {
  #words = new Int32Array(1 << 10);
  length = 0;

  push(value: number): void {
    if (this.length === this.#words.length) {
      const words = new Int32Array(this.length * 2);
      words.set(this.#words);
      this.#words = words;
    }
    this.#words[this.length] = value;
    this.length += 1;
  }

  clear(): void {
    this.length = 0;
  }

  /** What was pushed at this place; `index` has to be below `length`. */
  at(index: number): number {
    return this.#words[index] ?? 0;
  }

  toArray(): number[] {
    return [...this.#words.subarray(0, this.length)];
  }
}
