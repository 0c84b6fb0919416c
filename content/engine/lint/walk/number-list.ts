/** A list of whole numbers that grows; an array of 32-bit words is read and written faster. */
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

  /** 0 where there is none. */
  at(index: number): number {
    return this.#words[index] ?? 0;
  }
}
