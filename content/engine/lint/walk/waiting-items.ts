/** Behind every word of bits. A small whole number: Infinity would make a field of fractions, which is slow. */
const beyond = 0x3fff_ffff;

/** Items that may come, by bit, and between which words of these bits they lie. */
export class WaitingItems {
  readonly #bits: Int32Array;
  #first = beyond;
  #last = -1;

  constructor(count: number) {
    this.#bits = new Int32Array((count + 31) >>> 5);
  }

  get isEmpty(): boolean {
    return this.#last < 0;
  }

  add(item: number): void {
    const word = item >>> 5;
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (item & 31));
    if (word < this.#first) this.#first = word;
    if (word > this.#last) this.#last = word;
  }

  /**
   * Takes out one after the other, in their order. What is added on the way comes in this round where
   * it stands behind, else in the next.
   */
  takeRound(visit: (item: number) => void): void {
    const bits = this.#bits;
    const from = this.#first;
    this.#first = beyond;
    for (let word = from; word <= this.#last; word += 1) {
      let above = -1;
      for (;;) {
        const open = (bits[word] ?? 0) & above;
        if (open === 0) break;
        const bit = 31 - Math.clz32(open & -open);
        bits[word] = (bits[word] ?? 0) & ~(1 << bit);
        above = bit === 31 ? 0 : -1 << (bit + 1);
        visit(word * 32 + bit);
      }
    }
    if (this.#first === beyond) this.#last = -1;
  }

  clear(): void {
    this.#bits.fill(0);
    this.#first = beyond;
    this.#last = -1;
  }
}
