import type { Effect, Harm } from '../format/drill-schema.ts';
import type { Part } from '../format/drill-terms.ts';
import type { EventKind } from './attempt-log.ts';
import { stage, type PreparedDrill } from './prepared-drill.ts';
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
    | ReadonlyMap<unknown, unknown>
    | ReadonlySet<unknown>
    | readonly unknown[]
    ? K
    : never;
}[keyof DrillState];

type Containers = Pick<Mutable<DrillState>, Container>;

/** All of them, each once. */
const containers: { readonly [K in Container]: K } = {
  variables: 'variables',
  facts: 'facts',
  feed: 'feed',
  coming: 'coming',
  evidence: 'evidence',
  uses: 'uses',
  decisions: 'decisions',
  deferrals: 'deferrals',
  updates: 'updates',
  said: 'said',
  asked: 'asked',
  watched: 'watched',
  hints: 'hints',
  milestones: 'milestones',
  harms: 'harms',
  pins: 'pins',
  timeline: 'timeline',
  hypotheses: 'hypotheses',
  indicators: 'indicators',
  disputes: 'disputes',
};

/** The containers of a state for writing, each copied the first time it is asked for. */
class CopiedWhenAsked {
  readonly now: Mutable<DrillState>;
  readonly shared: DrillState;

  constructor(now: Mutable<DrillState>, shared: DrillState) {
    this.now = now;
    this.shared = shared;
  }

  copy(name: Container): unknown {
    const shared: unknown = this.shared[name];
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
}
for (const name of Object.values(containers)) {
  Object.defineProperty(CopiedWhenAsked.prototype, name, {
    get(this: CopiedWhenAsked) {
      return this.copy(name);
    },
  });
}

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
  /** The stages, as bits, of which something may have waited for what has changed. */
  unsettled = 0;
  /** Milestones, by id, of which a fact has become known since they were last looked through. */
  readonly inQuestion = new Set<string>();
  /** Something has a new deadline, or lost one. */
  deadlinesChanged = false;
  /** Scenario seconds that the deed costs. */
  delay_s = 0;
  /**
   * The containers for writing. In a fresh batch these are those of `now` itself, so that a replay
   * reads a plain field for each event.
   */
  readonly own: Containers;
  /** Of the last event that was done, -1 before the first. */
  lastSeq: number;
  #lastKind: EventKind | null = null;
  /** Facts that a citation can make known and none has in this batch; at 0 none need be looked at. */
  uncited: number;

  /** @param fresh nobody else holds the state, so its containers are written to as they are */
  constructor(prepared: PreparedDrill, state: DrillState, fresh = false) {
    this.prepared = prepared;
    this.now = { ...state } as Mutable<DrillState>;
    this.own = fresh ? this.now : (new CopiedWhenAsked(this.now, state) as unknown as Containers);
    this.lastSeq = state.last?.seq ?? -1;
    this.uncited = prepared.citedFacts.size;
  }

  noteLast(seq: number, kind: EventKind): void {
    this.lastSeq = seq;
    this.#lastKind = kind;
  }

  /** Notes that something happened, for conditions; false if that was known. */
  learn(fact: string): boolean {
    if (this.now.facts.has(fact)) return false;
    this.own.facts.add(fact);
    const bits = this.prepared.awaited.get(fact) ?? 0;
    this.unsettled |= bits;
    if ((bits & stage.someMilestones) !== 0)
      for (const id of this.prepared.milestonesOf.get(fact) ?? []) this.inQuestion.add(id);
    return true;
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
        const { severity: level, provisional } = effect;
        const set = { at_s: this.now.at_s, seq: this.cause };
        this.now.severity = { level, provisional, set };
      } else this.end('finished');
    }
  }

  #setVariable(name: string, value: boolean | number | string): void {
    if (this.now.variables.get(name) === value) return;
    this.own.variables.set(name, value);
    this.unsettled = stage.all;
  }

  /** Notes a harm that is done now, in its own part or else in `part`. */
  noteHarm(harm: Harm | undefined, part: Part | undefined, seq: number): void {
    const where = harm?.part ?? part;
    if (!harm || !where || (harm.unless && this.prepared.test(harm.unless)(this.now))) return;
    const { caps, why } = harm;
    this.own.harms.push({ part: where, caps, why, at_s: this.now.at_s, seq });
  }

  end(how: 'finished' | 'early' | 'abandoned'): void {
    this.now.phase = 'ended';
    this.now.end = { how, at_s: this.now.at_s };
    this.now.next_s = Infinity;
  }

  finish(): DrillState {
    if (this.#lastKind !== null) this.now.last = { seq: this.lastSeq, kind: this.#lastKind };
    return this.now;
  }
}
