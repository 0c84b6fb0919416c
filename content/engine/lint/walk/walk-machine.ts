import { NumberList } from './number-list.ts';
import { PackedMoment } from './packed-moment.ts';
import { WaitingItems } from './waiting-items.ts';
import type { WalkModel } from './walk-model.ts';
import { hasBit, type Scratch } from './walk-state.ts';
import type { WalkEffect, WalkMove } from './walk-terms.ts';

/**
 * What changes a moment of a walk, by the same rules and in the same order as the engine
 * (drill/advance.ts, drill/step.ts), which the tests hold it to. Everything lies in a few arrays, so
 * that a step costs what it changes, not what the drill holds.
 */
export class WalkMachine {
  readonly moment: PackedMoment;
  /** As in `moment`. */
  readonly now: Scratch;
  /** The item whose silence has ended the play; -1 where something else has, or nothing yet. */
  endedBy = -1;
  /** Items that came since `come` was emptied last. */
  readonly come = new NumberList();
  readonly #model: WalkModel;
  readonly #timed: readonly number[];
  /** As in the model, by bit: a look-up in a map costs more than what it finds. */
  readonly #byFact: readonly (readonly number[] | undefined)[];
  readonly #onlyFor: readonly (readonly number[] | undefined)[];
  readonly #waiting: WaitingItems;

  constructor(model: WalkModel) {
    const { layout, items } = model;
    this.#model = model;
    this.moment = new PackedMoment(model);
    this.now = this.moment.now;
    this.#waiting = new WaitingItems(items.length);
    this.#timed = items.flatMap(({ coming, due }, index) =>
      coming >= 0 || due >= 0 ? [index] : [],
    );
    const bits = Array.from({ length: layout.bitCount }, (_, bit) => bit);
    this.#byFact = bits.map((bit) => model.byFact.get(bit));
    this.#onlyFor = bits.map((bit) => model.onlyFor.get(bit));
  }

  /** The moment at which a play begins. */
  begin(): void {
    for (let item = 0; item < this.#model.items.length; item += 1) this.#waiting.add(item);
    this.#settle();
  }

  /** Goes to a packed moment, as `PackedMoment` does. */
  unpack(from: Int32Array): void {
    this.endedBy = -1;
    this.moment.unpack(from);
  }

  /** Goes back to the moment that was unpacked. */
  restore(): void {
    this.endedBy = -1;
    this.moment.restore();
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
    for (const bit of marks) this.moment.set(bit);
    for (const fact of learns) this.#learn(fact);
    if (stops >= 0) this.moment.setTimer(stops, 0);
    this.#apply(effects);
    this.#settle();
    if (cost_s > 0) this.advance(this.now.at_s + cost_s);
  }

  /** When the clock alone changes something next. */
  findNext(): number {
    const { passed, timers } = this.now;
    let next = this.#model.times[passed] ?? Infinity;
    for (let timer = 0; timer < timers.length; timer += 1) {
      const value = timers[timer] ?? 0;
      if (value !== 0 && value - 1 < next) next = value - 1;
    }
    return next;
  }

  advance(to_s: number): void {
    const { now } = this;
    const { times, byTime, prepared } = this.#model;
    while (!now.ended) {
      const next = this.findNext();
      if (next > to_s) break;
      now.at_s = next;
      this.#passDeadlines();
      while (now.passed < times.length && (times[now.passed] ?? 0) <= next) {
        for (const item of byTime[now.passed] ?? []) this.#waiting.add(item);
        now.passed += 1;
      }
      this.#settle();
      if (next >= prepared.drill.ends_at) now.ended = true;
    }
    if (!now.ended && to_s > now.at_s) now.at_s = to_s;
  }

  #passDeadlines(): void {
    const { now, moment } = this;
    const { timers, at_s } = now;
    for (const index of this.#timed) {
      const item = this.#model.items[index];
      if (!item) continue;
      const coming = item.coming < 0 ? 0 : (timers[item.coming] ?? 0);
      if (coming !== 0 && coming - 1 <= at_s) this.#waiting.add(index);
      const due = item.due < 0 ? 0 : (timers[item.due] ?? 0);
      if (due === 0 || due - 1 > at_s) continue;
      moment.setTimer(item.due, 0);
      if (item.kind === 'decision') moment.set(item.done);
      for (const fact of item.missedFacts) this.#learn(fact);
      const before = now.ended;
      this.#apply(item.missed);
      if (now.ended && !before) this.endedBy = index;
    }
  }

  /** Lets come what now may, in the order of the engine, until nothing more follows. */
  #settle(): void {
    const waiting = this.#waiting;
    while (!waiting.isEmpty && !this.now.ended) waiting.takeRound(this.#letCome);
    if (this.now.ended) waiting.clear();
  }

  readonly #letCome = (index: number): void => {
    const { now, moment } = this;
    const item = this.#model.items[index];
    if (!item || hasBit(now.bits, item.there)) return;
    const { coming, delay_s, test } = item;
    if (item.bars?.(now)) {
      if (coming >= 0) moment.setTimer(coming, 0);
      return;
    }
    const waits = coming < 0 ? 0 : (now.timers[coming] ?? 0);
    if (waits === 0) {
      const from_s = item.from_s + (test ? 0 : delay_s);
      if (now.at_s < from_s || (test && !test(now))) return;
      if (coming >= 0) {
        moment.setTimer(coming, now.at_s + delay_s + 1);
        return;
      }
    } else {
      if (now.at_s < waits - 1) return;
      moment.setTimer(coming, 0);
    }
    moment.set(item.there);
    this.come.push(index);
    if (item.due >= 0) moment.setTimer(item.due, now.at_s + item.within_s + 1);
    if (item.learns >= 0) this.#learn(item.learns);
    this.#forget(index);
  };

  /** Forgets facts that only what is there already has asked for. */
  #forget(index: number): void {
    for (const fact of this.#model.asks[index] ?? []) {
      if (hasBit(this.now.bits, fact) && this.#isPast(fact)) this.moment.clear(fact);
    }
  }

  /** Whether everything that a fact could let come is there. */
  #isPast(fact: number): boolean {
    const waiting = this.#onlyFor[fact];
    if (!waiting) return false;
    for (const index of waiting) {
      const item = this.#model.items[index];
      if (item && !hasBit(this.now.bits, item.there)) return false;
    }
    return true;
  }

  #learn(fact: number): void {
    this.moment.noteSeen(fact);
    if (hasBit(this.now.bits, fact) || this.#isPast(fact)) return;
    this.moment.set(fact);
    for (const item of this.#byFact[fact] ?? []) this.#waiting.add(item);
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
      this.moment.setVariable(effect.variable, before, after);
      for (const item of this.#model.byVariable.get(effect.variable) ?? []) this.#waiting.add(item);
    }
  }
}
