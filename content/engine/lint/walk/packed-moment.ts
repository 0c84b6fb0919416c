import { NumberList } from './number-list.ts';
import type { WalkModel } from './walk-model.ts';
import { hasBit, type Scratch } from './walk-state.ts';

/** Words before bits, variables and timers in a packed moment: time, passed, ended, two hashes, two counts. */
const headLength = 7;
/** What a bit of a decision counts as: asked, or answered as well. */
const asked = 1;
const answered = 2;

/**
 * One moment of a walk, in one array of words that is packed, unpacked and gone back to. Its hashes
 * and counts follow each write, so that telling two moments apart costs nothing of its own.
 */
export class PackedMoment {
  readonly now: Scratch;
  /** Words that `pack` writes. */
  readonly size: number;
  /** Decisions that were asked, and those of them that are answered or closed. */
  asked = 0;
  answered = 0;
  #hashA = 0;
  #hashB = 0;
  /** Bits, variables and timers in one, as they are packed; `now` shows its parts. */
  readonly #body: Int32Array;
  /** Words of it that were written since it was unpacked, and the packed moment it was unpacked from. */
  readonly #touched = new NumberList();
  #origin: Int32Array = new Int32Array(0);
  #originBody: Int32Array = this.#origin;
  readonly #variablesAt: number;
  readonly #timersAt: number;
  /** By bit: `asked`, `answered`, or 0. */
  readonly #counts: Uint8Array;
  /** Bits that were ever set, forgotten ones too. */
  readonly #seen: Int32Array;
  readonly #bitHashes: Int32Array;
  readonly #times: readonly number[];

  constructor({ layout, items, times }: WalkModel) {
    const words = (layout.bitCount + 31) >>> 5;
    this.#times = times;
    this.#variablesAt = words;
    this.#timersAt = words + layout.initial.length;
    this.#body = new Int32Array(this.#timersAt + layout.timerCount);
    this.now = {
      at_s: 0,
      passed: 0,
      ended: false,
      bits: this.#body.subarray(0, words),
      variables: this.#body.subarray(words, this.#timersAt),
      timers: this.#body.subarray(this.#timersAt),
    };
    this.now.variables.set(layout.initial);
    this.#seen = new Int32Array(words);
    this.size = headLength + this.#body.length;
    this.#counts = new Uint8Array(words * 32);
    for (const { kind, there, done } of items) {
      if (kind !== 'decision') continue;
      this.#counts[there] = asked;
      this.#counts[done] = answered;
    }
    this.#bitHashes = Int32Array.from({ length: layout.bitCount * 2 }, (_, n) => mix(n, 0x51ab));
  }

  set(bit: number): void {
    const word = bit >>> 5;
    const mask = 1 << (bit & 31);
    const { bits } = this.now;
    if (((bits[word] ?? 0) & mask) !== 0) return;
    bits[word] = (bits[word] ?? 0) | mask;
    this.#touched.push(word);
    this.#seen[word] = (this.#seen[word] ?? 0) | mask;
    if (this.#counts[bit] === asked) this.asked += 1;
    else if (this.#counts[bit] === answered) this.answered += 1;
    this.#flip(bit);
  }

  clear(bit: number): void {
    const word = bit >>> 5;
    this.now.bits[word] = (this.now.bits[word] ?? 0) & ~(1 << (bit & 31));
    this.#touched.push(word);
    this.#flip(bit);
  }

  /** Notes a bit as one that was set once, whether it is or not. */
  noteSeen(bit: number): void {
    const word = bit >>> 5;
    this.#seen[word] = (this.#seen[word] ?? 0) | (1 << (bit & 31));
  }

  /** Whether a bit was ever set, in any moment. */
  wasSeen(bit: number): boolean {
    return hasBit(this.#seen, bit);
  }

  setTimer(timer: number, value: number): void {
    this.now.timers[timer] = value;
    this.#touched.push(this.#timersAt + timer);
  }

  /** @param before what the variable holds until now */
  setVariable(slot: number, before: number, after: number): void {
    this.now.variables[slot] = after;
    this.#touched.push(this.#variablesAt + slot);
    this.#hashA ^= mix(before, 0x1000_0001 + slot) ^ mix(after, 0x1000_0001 + slot);
    this.#hashB ^= mix(before, 0x2000_0003 + slot) ^ mix(after, 0x2000_0003 + slot);
  }

  /** Writes the moment from `at` on. */
  pack(into: Int32Array, at: number): void {
    const { at_s, passed, ended } = this.now;
    into[at] = at_s;
    into[at + 1] = passed;
    into[at + 2] = ended ? 1 : 0;
    into[at + 3] = this.#hashA;
    into[at + 4] = this.#hashB;
    into[at + 5] = this.asked;
    into[at + 6] = this.answered;
    into.set(this.#body, at + headLength);
  }

  /** Goes to a packed moment, which has to stay as it is until `restore` is no longer asked for. */
  unpack(from: Int32Array): void {
    if (from !== this.#origin) {
      this.#origin = from;
      this.#originBody = from.subarray(headLength);
    }
    this.#body.set(this.#originBody);
    this.#touched.clear();
    this.#readHead();
  }

  /** Goes back to the moment that was unpacked: writes no more than what changed since. */
  restore(): void {
    const touched = this.#touched;
    for (let n = 0; n < touched.length; n += 1) {
      const word = touched.at(n);
      this.#body[word] = this.#originBody[word] ?? 0;
    }
    touched.clear();
    this.#readHead();
  }

  /** A number for what is known, there and answered, whatever the time. */
  readBits(): number {
    return this.#hashA;
  }

  /**
   * Two numbers of 32 bits that tell moments apart: bits, variables, the region of time, and for
   * each timer the region in which it goes off.
   */
  readHashes(into: Int32Array): void {
    const { timers, passed, ended } = this.now;
    const clock = passed * 2 + (ended ? 1 : 0);
    let a = this.#hashA ^ mix(clock, 0x7a11);
    let b = this.#hashB ^ mix(clock, 0x33c7);
    for (let timer = 0; timer < timers.length; timer += 1) {
      const value = timers[timer] ?? 0;
      if (value === 0) continue;
      const region = this.#findRegion(value - 1);
      a ^= mix(region, 0x4000_0007 + timer);
      b ^= mix(region, 0x6000_0009 + timer);
    }
    into[0] = a;
    into[1] = b;
  }

  #findRegion(at_s: number): number {
    const times = this.#times;
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((times[middle] ?? Infinity) <= at_s) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #readHead(): void {
    const { now } = this;
    const from = this.#origin;
    now.at_s = from[0] ?? 0;
    now.passed = from[1] ?? 0;
    now.ended = from[2] === 1;
    this.#hashA = from[3] ?? 0;
    this.#hashB = from[4] ?? 0;
    this.asked = from[5] ?? 0;
    this.answered = from[6] ?? 0;
  }

  #flip(bit: number): void {
    this.#hashA ^= this.#bitHashes[bit * 2] ?? 0;
    this.#hashB ^= this.#bitHashes[bit * 2 + 1] ?? 0;
  }
}

/** Spreads a number and a salt over 32 bits (the finisher of MurmurHash3, public domain). */
function mix(value: number, salt: number): number {
  let hash = Math.imul(value ^ salt, 0x9e37_79b1) ^ salt;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
