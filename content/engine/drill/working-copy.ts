import type { Effect } from '../format/drill-schema.ts';
import type { PreparedDrill } from './prepared-drill.ts';
import type { DrillState } from './state.ts';

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Value>
    : T[K] extends ReadonlySet<infer Value>
      ? Set<Value>
      : T[K] extends readonly (infer Value)[]
        ? Value[]
        : T[K];
};

type Container = {
  [K in keyof DrillState]: DrillState[K] extends
    ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | readonly unknown[]
    ? K
    : never;
}[keyof DrillState];

/**
 * A state while one batch of events is applied to it. A container is copied the first time the
 * batch writes to it, so the state it began with never changes; replaying a whole log is one batch,
 * which makes it linear. Nothing of it leaves the engine but `finish()`.
 */
export class WorkingCopy {
  readonly prepared: PreparedDrill;
  readonly now: Mutable<DrillState>;
  /** The event being applied; null while the clock alone moves. */
  cause: number | null = null;
  /** Something that conditions ask about has changed. */
  unsettled = false;
  /** Something has a new deadline, or lost one. */
  deadlinesChanged = false;
  /** Scenario seconds that the deed costs. */
  delay_s = 0;
  /**
   * The state that the batch began with: a container that is still one of its has to be copied. null
   * where nobody else holds that state.
   */
  readonly #shared: DrillState | null;

  /** @param fresh nobody else holds the state, so its containers are written to as they are */
  constructor(prepared: PreparedDrill, state: DrillState, fresh = false) {
    this.prepared = prepared;
    this.#shared = fresh ? null : state;
    this.now = { ...state } as Mutable<DrillState>;
  }

  /** Whether deadlines changed since this was asked last. */
  takeDeadlinesChanged(): boolean {
    const changed = this.deadlinesChanged;
    this.deadlinesChanged = false;
    return changed;
  }

  /** The container for writing. */
  own<K extends Container>(name: K): Mutable<DrillState>[K] {
    if (this.#shared === null) return this.now[name];
    const shared: unknown = this.#shared[name];
    if (this.now[name] === shared) {
      const copy: unknown =
        shared instanceof Map
          ? new Map(shared as ReadonlyMap<unknown, unknown>)
          : shared instanceof Set
            ? new Set(shared as ReadonlySet<unknown>)
            : [...(shared as readonly unknown[])];
      (this.now as Record<Container, unknown>)[name] = copy;
    }
    return this.now[name];
  }

  /** Notes that something happened, for conditions. */
  learn(fact: string): void {
    if (this.now.facts.has(fact)) return;
    this.own('facts').add(fact);
    this.unsettled = true;
  }

  /** Effects in their order. Integers stay within their declared bounds. */
  apply(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if ('set' in effect) this.#setVariable(effect.set, effect.to);
      else if ('add' in effect) {
        const declared = this.prepared.drill.state[effect.add];
        if (declared?.kind !== 'integer') continue;
        const sum = Number(this.now.variables.get(effect.add)) + effect.by;
        this.#setVariable(effect.add, Math.min(declared.max, Math.max(declared.min, sum)));
      } else if ('severity' in effect) {
        this.now.severity = { level: effect.severity, provisional: effect.provisional };
      } else this.end('finished');
    }
  }

  #setVariable(name: string, value: boolean | number | string): void {
    if (this.now.variables.get(name) === value) return;
    this.own('variables').set(name, value);
    this.unsettled = true;
  }

  end(how: 'finished' | 'early' | 'abandoned'): void {
    this.now.phase = 'ended';
    this.now.end = { how, at_s: this.now.at_s };
    this.now.next_s = Infinity;
  }

  finish(): DrillState {
    return this.now;
  }
}
