import type { WalkModel } from './walk-model.ts';
import { hasBit, type Scratch } from './walk-state.ts';
import type { WalkEffect, WalkMove } from './walk-terms.ts';

/** The shape of a moment in words of 32 bits, as it is packed: time, passed, ended, two hashes first. */
const headLength = 5;

/**
 * One moment of a walk and what changes it, by the same rules and in the same order as the engine
 * (drill/advance.ts, drill/step.ts), which the tests hold it to. Everything lies in a few arrays, so
 * that a step costs what it changes, not what the drill holds.
 */
export class WalkMachine {
  readonly model: WalkModel;
  readonly now: Scratch;
  /** Words that `pack` writes. */
  readonly size: number;
  #hashA = 0;
  #hashB = 0;
  /** Items that came since `come` was emptied last. */
  readonly come: number[] = [];
  /** Bits that were ever set, forgotten ones too. */
  readonly #seen: Int32Array;
  readonly #timed: readonly number[];
  readonly #bitHashes: Int32Array;
  /** Items that may come, by bit. */
  readonly #waiting: Int32Array;
  #someWait = false;

  constructor(model: WalkModel) {
    const { layout, items } = model;
    const words = (layout.bitCount + 31) >>> 5;
    this.model = model;
    this.now = {
      at_s: 0,
      passed: 0,
      ended: false,
      bits: new Int32Array(words),
      variables: Int32Array.from(layout.initial),
      timers: new Int32Array(layout.timerCount),
    };
    this.#seen = new Int32Array(words);
    this.size = headLength + words + layout.initial.length + layout.timerCount;
    this.#waiting = new Int32Array((items.length + 31) >>> 5);
    this.#timed = items.flatMap(({ coming, due }, index) =>
      coming >= 0 || due >= 0 ? [index] : [],
    );
    this.#bitHashes = Int32Array.from({ length: layout.bitCount * 2 }, (_, n) => mix(n, 0x51ab));
  }

  /** The moment at which a play begins. */
  begin(): void {
    for (let item = 0; item < this.model.items.length; item += 1) this.#wake(item);
    this.#settle();
  }

  /** Whether a person could do this now. */
  allows({ needs, bars, test }: WalkMove): boolean {
    const { bits, ended } = this.now;
    if (ended) return false;
    for (const bit of needs) if (!hasBit(bits, bit)) return false;
    for (const bit of bars) if (hasBit(bits, bit)) return false;
    return test === null || test(this.now);
  }

  /** Does a move, and lets the time pass that it costs. */
  make({ marks, learns, stops, effects, cost_s }: WalkMove): void {
    for (const bit of marks) this.#set(bit);
    for (const fact of learns) this.#learn(fact);
    if (stops >= 0) this.now.timers[stops] = 0;
    this.#apply(effects);
    this.#settle();
    if (cost_s > 0) this.advance(this.now.at_s + cost_s);
  }

  /** When the clock alone changes something next. */
  findNext(): number {
    const { passed, timers } = this.now;
    let next = this.model.times[passed] ?? Infinity;
    for (let timer = 0; timer < timers.length; timer += 1) {
      const value = timers[timer] ?? 0;
      if (value !== 0 && value - 1 < next) next = value - 1;
    }
    return next;
  }

  advance(to_s: number): void {
    const { now, model } = this;
    while (!now.ended) {
      const next = this.findNext();
      if (next > to_s) break;
      now.at_s = next;
      this.#passDeadlines();
      while (now.passed < model.times.length && (model.times[now.passed] ?? 0) <= next) {
        for (const item of model.byTime[now.passed] ?? []) this.#wake(item);
        now.passed += 1;
      }
      this.#settle();
      if (next >= model.prepared.drill.ends_at) now.ended = true;
    }
    if (!now.ended && to_s > now.at_s) now.at_s = to_s;
  }

  /** Whether a bit was ever set, in any moment. */
  wasSeen(bit: number): boolean {
    return hasBit(this.#seen, bit);
  }

  /** A number for what is known, there and answered, whatever the time. */
  readBits(): number {
    return this.#hashA;
  }

  /** Writes the moment from `at` on. */
  pack(into: Int32Array, at: number): void {
    const { at_s, passed, ended, bits, variables, timers } = this.now;
    into[at] = at_s;
    into[at + 1] = passed;
    into[at + 2] = ended ? 1 : 0;
    into[at + 3] = this.#hashA;
    into[at + 4] = this.#hashB;
    let place = at + headLength;
    for (let n = 0; n < bits.length; n += 1) into[place++] = bits[n] ?? 0;
    for (let n = 0; n < variables.length; n += 1) into[place++] = variables[n] ?? 0;
    for (let n = 0; n < timers.length; n += 1) into[place++] = timers[n] ?? 0;
  }

  unpack(from: Int32Array, at: number): void {
    const { now } = this;
    const { bits, variables, timers } = now;
    now.at_s = from[at] ?? 0;
    now.passed = from[at + 1] ?? 0;
    now.ended = from[at + 2] === 1;
    this.#hashA = from[at + 3] ?? 0;
    this.#hashB = from[at + 4] ?? 0;
    let place = at + headLength;
    for (let n = 0; n < bits.length; n += 1) bits[n] = from[place++] ?? 0;
    for (let n = 0; n < variables.length; n += 1) variables[n] = from[place++] ?? 0;
    for (let n = 0; n < timers.length; n += 1) timers[n] = from[place++] ?? 0;
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

  /** Takes a value of a variable out of the hashes, or puts it in. */
  #hashVariable(slot: number, value: number): void {
    this.#hashA ^= mix(value, 0x1000_0001 + slot);
    this.#hashB ^= mix(value, 0x2000_0003 + slot);
  }

  #findRegion(at_s: number): number {
    const { times } = this.model;
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((times[middle] ?? Infinity) <= at_s) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #passDeadlines(): void {
    const { now, model } = this;
    const { timers, at_s } = now;
    for (const index of this.#timed) {
      const item = model.items[index];
      if (!item) continue;
      const coming = item.coming < 0 ? 0 : (timers[item.coming] ?? 0);
      if (coming !== 0 && coming - 1 <= at_s) this.#wake(index);
      const due = item.due < 0 ? 0 : (timers[item.due] ?? 0);
      if (due === 0 || due - 1 > at_s) continue;
      timers[item.due] = 0;
      if (item.kind === 'decision') this.#set(item.done);
      for (const fact of item.missedFacts) this.#learn(fact);
      this.#apply(item.missed);
    }
  }

  /** Lets come what now may, in the order of the engine, until nothing more follows. */
  #settle(): void {
    const waiting = this.#waiting;
    while (this.#someWait && !this.now.ended) {
      this.#someWait = false;
      for (let word = 0; word < waiting.length; word += 1) {
        let above = -1;
        for (;;) {
          const open = (waiting[word] ?? 0) & above;
          if (open === 0) break;
          const bit = 31 - Math.clz32(open & -open);
          waiting[word] = (waiting[word] ?? 0) & ~(1 << bit);
          // Only what stands behind in the order may still come in this round.
          above = bit === 31 ? 0 : -1 << (bit + 1);
          this.#letCome(word * 32 + bit);
        }
      }
    }
    if (this.now.ended) {
      waiting.fill(0);
      this.#someWait = false;
    }
  }

  #letCome(index: number): void {
    const { now } = this;
    const item = this.model.items[index];
    if (!item || hasBit(now.bits, item.there)) return;
    const { coming, delay_s, test } = item;
    if (item.bars?.(now)) {
      if (coming >= 0) now.timers[coming] = 0;
      return;
    }
    const waits = coming < 0 ? 0 : (now.timers[coming] ?? 0);
    if (waits === 0) {
      const from_s = item.from_s + (test ? 0 : delay_s);
      if (now.at_s < from_s || (test && !test(now))) return;
      if (coming >= 0) {
        now.timers[coming] = now.at_s + delay_s + 1;
        return;
      }
    } else {
      if (now.at_s < waits - 1) return;
      now.timers[coming] = 0;
    }
    this.#set(item.there);
    this.come.push(index);
    if (item.due >= 0) now.timers[item.due] = now.at_s + item.within_s + 1;
    if (item.learns >= 0) this.#learn(item.learns);
    this.#forget(index);
  }

  /** Forgets facts that only what is there already has asked for. */
  #forget(index: number): void {
    for (const fact of this.model.asks[index] ?? []) {
      if (hasBit(this.now.bits, fact) && this.#isPast(fact)) this.#clear(fact);
    }
  }

  /** Whether everything that a fact could let come is there. */
  #isPast(fact: number): boolean {
    const waiting = this.model.onlyFor.get(fact);
    if (!waiting) return false;
    for (const index of waiting) {
      const item = this.model.items[index];
      if (item && !hasBit(this.now.bits, item.there)) return false;
    }
    return true;
  }

  #learn(fact: number): void {
    const word = fact >>> 5;
    this.#seen[word] = (this.#seen[word] ?? 0) | (1 << (fact & 31));
    if (hasBit(this.now.bits, fact) || this.#isPast(fact)) return;
    this.#set(fact);
    for (const item of this.model.byFact.get(fact) ?? []) this.#wake(item);
  }

  #apply(effects: readonly WalkEffect[]): void {
    const { variables } = this.now;
    for (const effect of effects) {
      if (effect.kind === 'end') {
        this.now.ended = true;
        continue;
      }
      const before = variables[effect.variable] ?? 0;
      const after =
        effect.kind === 'set'
          ? effect.to
          : Math.min(effect.max, Math.max(effect.min, before + effect.by));
      if (after === before) continue;
      variables[effect.variable] = after;
      this.#hashVariable(effect.variable, before);
      this.#hashVariable(effect.variable, after);
      for (const item of this.model.byVariable.get(effect.variable) ?? []) this.#wake(item);
    }
  }

  #wake(item: number): void {
    const word = item >>> 5;
    this.#waiting[word] = (this.#waiting[word] ?? 0) | (1 << (item & 31));
    this.#someWait = true;
  }

  #set(bit: number): void {
    const word = bit >>> 5;
    const mask = 1 << (bit & 31);
    const { bits } = this.now;
    if (((bits[word] ?? 0) & mask) !== 0) return;
    bits[word] = (bits[word] ?? 0) | mask;
    this.#seen[word] = (this.#seen[word] ?? 0) | mask;
    this.#flip(bit);
  }

  #clear(bit: number): void {
    const word = bit >>> 5;
    this.now.bits[word] = (this.now.bits[word] ?? 0) & ~(1 << (bit & 31));
    this.#flip(bit);
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
