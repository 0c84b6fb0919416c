import { NumberList } from './number-list.ts';
import type { WalkModel } from './walk-model.ts';
import { hasBit, type Scratch } from './walk-state.ts';
import type { WalkEffect, WalkMove } from './walk-terms.ts';

/** Words before bits, variables and timers in a packed moment: time, passed, ended, two hashes, two counts. */
const headLength = 7;
/** What a bit of a decision counts as: asked, or answered as well. */
const asked = 1;
const answered = 2;
/** Behind every word of bits. A small whole number: Infinity would make a field of fractions, which is slow. */
const beyond = 0x3fff_ffff;

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
  /** The item whose silence has ended the play; -1 where something else has, or nothing yet. */
  endedBy = -1;
  /** Items that came since `come` was emptied last. */
  readonly come = new NumberList();
  /** Bits that were ever set, forgotten ones too. */
  readonly #seen: Int32Array;
  readonly #timed: readonly number[];
  readonly #bitHashes: Int32Array;
  /** As in the model, by bit: a look-up in a map costs more than what it finds. */
  readonly #byFact: readonly (readonly number[] | undefined)[];
  readonly #onlyFor: readonly (readonly number[] | undefined)[];
  /** Items that may come, by bit, and between which words of these bits they lie. */
  readonly #waiting: Int32Array;
  #firstWaiting = beyond;
  #lastWaiting = -1;

  constructor(model: WalkModel) {
    const { layout, items } = model;
    const words = (layout.bitCount + 31) >>> 5;
    this.model = model;
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
    this.#waiting = new Int32Array((items.length + 31) >>> 5);
    this.#timed = items.flatMap(({ coming, due }, index) =>
      coming >= 0 || due >= 0 ? [index] : [],
    );
    const bits = Array.from({ length: layout.bitCount }, (_, bit) => bit);
    this.#byFact = bits.map((bit) => model.byFact.get(bit));
    this.#onlyFor = bits.map((bit) => model.onlyFor.get(bit));
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
    if (stops >= 0) this.#setTimer(stops, 0);
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

  #readHead(): void {
    const { now } = this;
    const from = this.#origin;
    this.endedBy = -1;
    now.at_s = from[0] ?? 0;
    now.passed = from[1] ?? 0;
    now.ended = from[2] === 1;
    this.#hashA = from[3] ?? 0;
    this.#hashB = from[4] ?? 0;
    this.asked = from[5] ?? 0;
    this.answered = from[6] ?? 0;
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
      this.#setTimer(item.due, 0);
      if (item.kind === 'decision') this.#set(item.done);
      for (const fact of item.missedFacts) this.#learn(fact);
      const before = now.ended;
      this.#apply(item.missed);
      if (now.ended && !before) this.endedBy = index;
    }
  }

  /** Lets come what now may, in the order of the engine, until nothing more follows. */
  #settle(): void {
    const waiting = this.#waiting;
    while (this.#lastWaiting >= 0 && !this.now.ended) {
      const from = this.#firstWaiting;
      this.#firstWaiting = beyond;
      // What is woken on the way comes in this round where it stands behind, else in the next.
      for (let word = from; word <= this.#lastWaiting; word += 1) {
        let above = -1;
        for (;;) {
          const open = (waiting[word] ?? 0) & above;
          if (open === 0) break;
          const bit = 31 - Math.clz32(open & -open);
          waiting[word] = (waiting[word] ?? 0) & ~(1 << bit);
          above = bit === 31 ? 0 : -1 << (bit + 1);
          this.#letCome(word * 32 + bit);
        }
      }
      if (this.#firstWaiting === beyond) this.#lastWaiting = -1;
    }
    if (this.now.ended) {
      waiting.fill(0);
      this.#firstWaiting = beyond;
      this.#lastWaiting = -1;
    }
  }

  #letCome(index: number): void {
    const { now } = this;
    const item = this.model.items[index];
    if (!item || hasBit(now.bits, item.there)) return;
    const { coming, delay_s, test } = item;
    if (item.bars?.(now)) {
      if (coming >= 0) this.#setTimer(coming, 0);
      return;
    }
    const waits = coming < 0 ? 0 : (now.timers[coming] ?? 0);
    if (waits === 0) {
      const from_s = item.from_s + (test ? 0 : delay_s);
      if (now.at_s < from_s || (test && !test(now))) return;
      if (coming >= 0) {
        this.#setTimer(coming, now.at_s + delay_s + 1);
        return;
      }
    } else {
      if (now.at_s < waits - 1) return;
      this.#setTimer(coming, 0);
    }
    this.#set(item.there);
    this.come.push(index);
    if (item.due >= 0) this.#setTimer(item.due, now.at_s + item.within_s + 1);
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
    const waiting = this.#onlyFor[fact];
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
    for (const item of this.#byFact[fact] ?? []) this.#wake(item);
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
      this.#touched.push(this.#variablesAt + effect.variable);
      this.#hashVariable(effect.variable, before);
      this.#hashVariable(effect.variable, after);
      for (const item of this.model.byVariable.get(effect.variable) ?? []) this.#wake(item);
    }
  }

  #setTimer(timer: number, value: number): void {
    this.now.timers[timer] = value;
    this.#touched.push(this.#timersAt + timer);
  }

  #wake(item: number): void {
    const word = item >>> 5;
    this.#waiting[word] = (this.#waiting[word] ?? 0) | (1 << (item & 31));
    if (word < this.#firstWaiting) this.#firstWaiting = word;
    if (word > this.#lastWaiting) this.#lastWaiting = word;
  }

  #set(bit: number): void {
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

  #clear(bit: number): void {
    const word = bit >>> 5;
    this.now.bits[word] = (this.now.bits[word] ?? 0) & ~(1 << (bit & 31));
    this.#touched.push(word);
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
