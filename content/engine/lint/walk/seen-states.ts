/**
 * A set of pairs of 32-bit numbers in one array (open addressing, at most half full). Which moments
 * were seen is kept by their hashes alone: among a million, that two different ones are taken for
 * one has a chance below one in ten million.
 */
export class SeenStates {
  #slots = new Int32Array(1 << 12);
  size = 0;

  /** Adds a pair; whether it was new. */
  add(a: number, b: number): boolean {
    if (this.size * 4 >= this.#slots.length) this.#grow();
    // 0, 0 marks an empty place.
    const first = a === 0 && b === 0 ? 1 : a;
    if (!place(this.#slots, first, b)) return false;
    this.size += 1;
    return true;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      const a = before[at] ?? 0;
      const b = before[at + 1] ?? 0;
      if (a !== 0 || b !== 0) place(this.#slots, a, b);
    }
  }
}

function place(slots: Int32Array, a: number, b: number): boolean {
  const mask = slots.length - 2;
  for (let at = (a * 2) & mask; ; at = (at + 2) & mask) {
    const first = slots[at] ?? 0;
    const second = slots[at + 1] ?? 0;
    if (first === a && second === b) return false;
    if (first === 0 && second === 0) {
      slots[at] = a;
      slots[at + 1] = b;
      return true;
    }
  }
}
