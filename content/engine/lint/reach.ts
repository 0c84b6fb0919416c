import { listKeys } from '../drill/condition.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import type { Condition } from '../format/condition-schema.ts';
import type { Drill, Effect } from '../format/drill-schema.ts';
import { isContradictory, isExhaustive } from './contradiction.ts';
import { findShadow, mayMatch } from './outcome-order.ts';

type Value = boolean | number | string;

/** Above this many values an integer counts as able to take any of them. */
const countedValues = 500;

/**
 * What can still come of a drill, whoever plays it: a lower bound of the second at which each thing
 * may first be so, Infinity where it provably never is. It errs on the side of "may": a drill that
 * passes can still hide something that no play reaches, one that fails here surely does.
 */
export interface Reach {
  /** The earliest second at which a condition may hold. */
  earliest(condition: Condition): number;
  /** Whether there may be a moment at which the condition does not hold. */
  mayFail(condition: Condition): boolean;
  readonly feed: ReadonlyMap<string, number>;
  readonly evidence: ReadonlyMap<string, number>;
  readonly tools: ReadonlyMap<string, number>;
  /** By `tool/outcome`. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly decisions: ReadonlyMap<string, number>;
  readonly updates: ReadonlyMap<string, number>;
}

/** Finds what may still be reached, from the beginning or from a state of play. */
export function findReach({ drill }: PreparedDrill, from: DrillState | null = null): Reach {
  const searches = listBeginnings(from ? [] : drill.parameters).map((drawn) => {
    const search = new ReachSearch(drill, from, drawn);
    while (search.widen());
    return search;
  });
  const [only] = searches;
  return only && searches.length === 1 ? only : joinReaches(searches);
}

/** With more draws than this, a variable counts as any of its values at once. */
const mostBeginnings = 16;

/** Variable → the values with which a play may begin, for each way to draw them. */
type Drawn = ReadonlyMap<string, readonly Value[]>;

/** A play is one twin or the other: what needs something of both cannot be reached in either. */
function listBeginnings(parameters: Drill['parameters']): readonly Drawn[] {
  const drawn = parameters.flatMap((one) =>
    'variable' in one ? [[one.variable, [...new Set<Value>(one.values)]] as const] : [],
  );
  const count = drawn.reduce((product, [, values]) => product * values.length, 1);
  if (count > mostBeginnings) return [new Map(drawn)];
  return drawn.reduce<readonly Drawn[]>(
    (all, [name, values]) =>
      all.flatMap((before) => values.map((value) => new Map([...before, [name, [value]]]))),
    [new Map()],
  );
}

/** What is reached in one of several beginnings, at the earliest of them. */
function joinReaches(reaches: readonly Reach[]): Reach {
  const join = (name: 'feed' | 'evidence' | 'tools' | 'outcomes' | 'decisions' | 'updates') => {
    const earliest = new Map<string, number>();
    for (const reach of reaches) {
      for (const [id, time] of reach[name]) {
        earliest.set(id, Math.min(time, earliest.get(id) ?? Infinity));
      }
    }
    return earliest;
  };
  return {
    earliest: (condition) => Math.min(...reaches.map((reach) => reach.earliest(condition))),
    mayFail: (condition) => reaches.some((reach) => reach.mayFail(condition)),
    feed: join('feed'),
    evidence: join('evidence'),
    tools: join('tools'),
    outcomes: join('outcomes'),
    decisions: join('decisions'),
    updates: join('updates'),
  };
}

class ReachSearch implements Reach {
  readonly feed = new Map<string, number>();
  readonly evidence = new Map<string, number>();
  readonly tools = new Map<string, number>();
  readonly outcomes = new Map<string, number>();
  readonly decisions = new Map<string, number>();
  readonly updates = new Map<string, number>();
  readonly #drill: Drill;
  readonly #from: DrillState | null;
  readonly #now_s: number;
  readonly #facts = new Map<string, number>();
  readonly #values = new Map<string, Map<Value, number>>();
  #changed = false;

  constructor(drill: Drill, from: DrillState | null, drawn: Drawn) {
    this.#drill = drill;
    this.#from = from;
    this.#now_s = from?.at_s ?? 0;
    for (const fact of from?.facts ?? []) this.#facts.set(fact, this.#now_s);
    for (const [name, { initial }] of Object.entries(drill.state)) {
      const begun = drawn.get(name) ?? [from?.variables.get(name) ?? initial];
      this.#values.set(name, new Map(begun.map((value) => [value, this.#now_s])));
    }
  }

  earliest(condition: Condition): number {
    if ('all' in condition) {
      if (isContradictory(condition)) return Infinity;
      return Math.max(...condition.all.map((member) => this.earliest(member)));
    }
    if ('any' in condition)
      return Math.min(...condition.any.map((member) => this.earliest(member)));
    if ('not' in condition) return this.mayFail(condition.not) ? this.#now_s : Infinity;
    if ('is' in condition) return this.#values.get(condition.var)?.get(condition.is) ?? Infinity;
    if ('at_least' in condition) {
      const { at_least } = condition;
      const fitting = [...(this.#values.get(condition.var) ?? [])].filter(
        ([value]) => Number(value) >= at_least,
      );
      return Math.min(Infinity, ...fitting.map(([, time]) => time));
    }
    if ('after' in condition) return this.#byEnd(Math.max(this.#now_s, condition.after));
    return Math.min(...listKeys(condition).map((key) => this.#facts.get(key) ?? Infinity));
  }

  mayFail(condition: Condition): boolean {
    if ('all' in condition) {
      return isContradictory(condition) || condition.all.some((member) => this.mayFail(member));
    }
    if ('any' in condition) {
      return !isExhaustive(condition) && condition.any.every((member) => this.mayFail(member));
    }
    if ('not' in condition) return this.earliest(condition.not) < Infinity;
    if ('is' in condition) {
      return [...(this.#values.get(condition.var)?.keys() ?? [])].some((v) => v !== condition.is);
    }
    if ('at_least' in condition) {
      const { at_least } = condition;
      return [...(this.#values.get(condition.var)?.keys() ?? [])].some((v) => Number(v) < at_least);
    }
    if ('after' in condition) return condition.after > this.#now_s;
    return listKeys(condition).every((key) => !this.#from?.facts.has(key));
  }

  /** Adds what follows from what is known to be possible; whether anything was new. */
  widen(): boolean {
    this.#changed = false;
    this.#widenFeed();
    for (const { id, available } of this.#drill.evidence) {
      const time = this.#note(this.evidence, id, this.#when(available));
      this.#learn(`opened:${id}`, time);
    }
    this.#widenTools();
    this.#widenDecisions();
    for (const { id, opens } of this.#drill.updates) {
      this.#learn(`sent:${id}`, this.#note(this.updates, id, this.#when(opens)));
    }
    for (const clue of this.#drill.clues) {
      const source =
        'evidence' in clue
          ? `opened:${clue.evidence}`
          : 'feed' in clue
            ? `delivered:${clue.feed}`
            : `used:${clue.tool}/${clue.outcome}`;
      this.#learn(`cited:${clue.id}`, this.#facts.get(source) ?? Infinity);
    }
    return this.#changed;
  }

  #widenFeed(): void {
    for (const item of this.#drill.feed) {
      const begun = Math.max(item.at ?? 0, this.#when(item.when)) + item.delay;
      const there = this.#from?.feed.has(item.id)
        ? this.#now_s
        : this.#isKeptAway(item, begun)
          ? Infinity
          : this.#beforeEnd(begun);
      const time = this.#note(this.feed, item.id, there);
      this.#learn(`delivered:${item.id}`, time);
      const answer = this.#from?.feed.get(item.id)?.answer;
      if (answer && answer.kind !== 'acknowledged') continue;
      this.#learn(`answered:${item.id}`, time);
      for (const reply of item.replies) {
        this.#learn(`answered:${item.id}/${reply.id}`, time);
        this.#apply(reply.effects, time);
      }
      if (item.expects) this.#apply(item.expects.missed, time + item.expects.within);
    }
  }

  /** Whether `unless` holds whenever it would arrive. After a delay things may have changed. */
  #isKeptAway({ when, unless, delay }: Drill['feed'][number], begun: number): boolean {
    if (!unless) return false;
    if (!this.mayFail(unless) || this.#holdsFrom(unless, begun)) return true;
    return delay === 0 && when !== undefined && isContradictory({ all: [when, { not: unless }] });
  }

  /** Whether a condition holds at every moment from a second on. */
  #holdsFrom(condition: Condition, at_s: number): boolean {
    if ('any' in condition) return condition.any.some((member) => this.#holdsFrom(member, at_s));
    if ('all' in condition) return condition.all.every((member) => this.#holdsFrom(member, at_s));
    return 'after' in condition ? condition.after <= at_s : !this.mayFail(condition);
  }

  #widenTools(): void {
    for (const tool of this.#drill.tools) {
      const time = this.#note(this.tools, tool.id, this.#when(tool.available));
      for (const outcome of tool.outcomes) {
        if (!mayMatch(tool, outcome)) continue;
        if (findShadow(tool, outcome, (when) => !this.mayFail(when))) continue;
        const at_s = Math.max(time, this.#when(outcome.when));
        this.#note(this.outcomes, `${tool.id}/${outcome.id}`, at_s);
        this.#learn(`used:${tool.id}`, at_s);
        this.#learn(`used:${tool.id}/${outcome.id}`, at_s);
        this.#apply(outcome.effects, at_s);
      }
    }
  }

  #widenDecisions(): void {
    for (const decision of this.#drill.decisions) {
      const open = this.#from?.decisions.get(decision.id);
      const time = this.#note(
        this.decisions,
        decision.id,
        open ? this.#now_s : this.#when(decision.opens),
      );
      if (open?.choice) continue;
      for (const option of decision.options) {
        this.#learn(`decided:${decision.id}`, time);
        this.#learn(`decided:${decision.id}/${option.id}`, time);
        this.#apply(option.effects, time);
      }
      if (decision.closes_after === undefined) continue;
      const closed = (open ? open.opened_s : time) + decision.closes_after;
      this.#learn(`decided:${decision.id}/none`, closed);
      this.#apply(decision.none.effects, closed);
    }
  }

  #when(condition: Condition | undefined): number {
    return condition ? this.#beforeEnd(this.earliest(condition)) : this.#now_s;
  }

  /** What arrives or opens at the very end comes too late to be dealt with. */
  #beforeEnd(time: number): number {
    return time < this.#drill.ends_at ? time : Infinity;
  }

  /** What follows at the very end still counts, for outcomes. */
  #byEnd(time: number): number {
    return time <= this.#drill.ends_at ? time : Infinity;
  }

  #note(times: Map<string, number>, id: string, time: number): number {
    const known = times.get(id) ?? Infinity;
    if (time >= known) return known;
    times.set(id, time);
    this.#changed = true;
    return time;
  }

  #learn(fact: string, time: number): void {
    this.#note(this.#facts, fact, this.#byEnd(time));
  }

  #allow(name: string, value: Value, time: number): void {
    const values = this.#values.get(name);
    if (!values || time >= (values.get(value) ?? Infinity)) return;
    values.set(value, time);
    this.#changed = true;
  }

  #apply(effects: readonly Effect[], at_s: number): void {
    const time = this.#byEnd(at_s);
    if (time === Infinity) return;
    for (const effect of effects) {
      if ('set' in effect) this.#allow(effect.set, effect.to, time);
      else if ('add' in effect) this.#add(effect.add, effect.by, time);
    }
  }

  #add(name: string, by: number, time: number): void {
    const declared = this.#drill.state[name];
    if (declared?.kind !== 'integer') return;
    if (declared.max - declared.min > countedValues) {
      for (const bound of [declared.min, declared.max]) this.#allow(name, bound, time);
      return;
    }
    for (const [value, since] of [...(this.#values.get(name) ?? [])]) {
      const sum = Math.min(declared.max, Math.max(declared.min, Number(value) + by));
      this.#allow(name, sum, Math.max(since, time));
    }
  }
}
