import type { Condition } from '../../format/condition-schema.ts';
import { listKeys } from '../../drill/condition.ts';
import type { Drill } from '../../format/drill-schema.ts';

type Value = boolean | number | string;

/** A moment of a walk, unpacked: what the tests and the machine read and write. */
export interface Scratch {
  at_s: number;
  /** How many of the model's times have passed. */
  passed: number;
  ended: boolean;
  readonly bits: Int32Array;
  readonly variables: Int32Array;
  /** One more than the second at which each timer goes off; 0 where it does not run. */
  readonly timers: Int32Array;
}

export type WalkTest = (now: Scratch) => boolean;

/**
 * Gives every fact, thing and timer that is followed its place in a moment. Bits and slots are
 * numbered as they are first asked for.
 */
export class StateLayout {
  readonly #bits = new Map<string, number>();
  readonly #timers = new Map<string, number>();
  readonly #variables = new Map<string, number>();
  readonly #drill: Drill;
  /** What the variables hold at first, by slot. */
  readonly initial: number[] = [];

  constructor(drill: Drill) {
    this.#drill = drill;
  }

  get bitCount(): number {
    return this.#bits.size;
  }

  get timerCount(): number {
    return this.#timers.size;
  }

  bit(name: string): number {
    return number(this.#bits, name);
  }

  /** Leaves bits unused up to the next whole word, and says which word that is. */
  alignBits(): number {
    while (this.#bits.size % 32 !== 0) this.bit(`unused ${this.#bits.size}`);
    return this.#bits.size / 32;
  }

  timer(name: string): number {
    return number(this.#timers, name);
  }

  variable(name: string): number {
    const slot = number(this.#variables, name);
    const declared = this.#drill.state[name];
    if (slot === this.initial.length && declared) {
      this.initial.push(this.encode(name, declared.initial));
    }
    return slot;
  }

  /** A value as a small number: an integer itself, a word its place in the declaration. */
  encode(name: string, value: Value): number {
    const declared = this.#drill.state[name];
    if (declared?.kind === 'enum') return declared.values.indexOf(String(value));
    return Number(value);
  }

  /** The bit of a fact as conditions name it (see drill/condition.ts). */
  fact(key: string): number {
    return this.bit(`fact ${key}`);
  }

  /** The bits of the facts that a condition names itself; none for one made of others. */
  listFacts(condition: Condition): readonly number[] {
    if ('all' in condition || 'any' in condition || 'not' in condition) return [];
    if ('var' in condition || 'after' in condition) return [];
    return listKeys(condition).map((key) => this.fact(key));
  }

  compile(condition: Condition): WalkTest {
    if ('all' in condition) return this.#compileAll(condition.all);
    if ('any' in condition) {
      const tests = condition.any.map((member) => this.compile(member));
      return (now) => tests.some((test) => test(now));
    }
    if ('not' in condition) {
      const test = this.compile(condition.not);
      return (now) => !test(now);
    }
    if ('is' in condition) {
      const slot = this.variable(condition.var);
      const is = this.encode(condition.var, condition.is);
      return ({ variables }) => variables[slot] === is;
    }
    if ('at_least' in condition) {
      const slot = this.variable(condition.var);
      const { at_least } = condition;
      return ({ variables }) => (variables[slot] ?? 0) >= at_least;
    }
    if ('after' in condition) {
      const { after } = condition;
      return ({ at_s }) => at_s >= after;
    }
    const bits = listKeys(condition).map((key) => this.fact(key));
    const [first] = bits;
    if (bits.length === 1 && first !== undefined) return ({ bits: all }) => hasBit(all, first);
    return ({ bits: all }) => bits.some((bit) => hasBit(all, bit));
  }

  /** Facts that have to hold together are asked for a word at a time, before anything else. */
  #compileAll(members: readonly Condition[]): WalkTest {
    const masks = new Map<number, number>();
    const tests: WalkTest[] = [];
    for (const member of members) {
      const [fact, ...others] = this.listFacts(member);
      if (fact === undefined || others.length > 0) tests.push(this.compile(member));
      else masks.set(fact >>> 5, (masks.get(fact >>> 5) ?? 0) | (1 << (fact & 31)));
    }
    for (const [word, mask] of masks) {
      tests.unshift(({ bits }) => ((bits[word] ?? 0) & mask) === mask);
    }
    const [only] = tests;
    if (tests.length === 1 && only) return only;
    return (now) => {
      for (const test of tests) if (!test(now)) return false;
      return true;
    };
  }
}

export function hasBit(bits: Int32Array, bit: number): boolean {
  return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

function number(known: Map<string, number>, name: string): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, known.size);
  return known.size - 1;
}
