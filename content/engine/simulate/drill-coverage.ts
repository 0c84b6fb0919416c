import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import type { Drill } from '../format/drill-schema.ts';

/** What came up in any play, of all that could. Names as `decision/option` and `tool/outcome`. */
export interface Coverage {
  readonly options: Covered;
  readonly messages: Covered;
  readonly evidence: Covered;
  readonly outcomes: Covered;
  readonly endings: Covered;
}

export interface Covered {
  readonly seen: number;
  readonly of: number;
  readonly never: readonly string[];
}

/** Gathers what plays of one drill, in whatever variant, have come to. */
export class DrillCoverage {
  readonly #drill: Drill;
  readonly #seen = {
    options: new Set<string>(),
    messages: new Set<string>(),
    evidence: new Set<string>(),
    outcomes: new Set<string>(),
    endings: new Set<string>(),
  };

  constructor(drill: Drill) {
    this.#drill = drill;
  }

  note(prepared: PreparedDrill, state: DrillState): void {
    const seen = this.#seen;
    for (const { decision, choice } of state.decisions.values()) {
      if (choice) seen.options.add(`${decision}/${choice.option}`);
    }
    for (const item of state.feed.keys()) seen.messages.add(item);
    for (const fact of state.facts) {
      if (fact.startsWith('opened:')) seen.evidence.add(fact.slice('opened:'.length));
    }
    for (const { tool, outcome } of state.uses) seen.outcomes.add(`${tool}/${outcome}`);
    const told = prepared.drill.outcomes.find(({ when }) => !when || prepared.test(when)(state));
    if (told) seen.endings.add(told.id);
  }

  read(): Coverage {
    const { decisions, feed, evidence, tools, outcomes } = this.#drill;
    const cover = (seen: ReadonlySet<string>, all: readonly string[]): Covered => {
      const never = all.filter((name) => !seen.has(name));
      return { seen: all.length - never.length, of: all.length, never };
    };
    const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
    const inner = (id: string, list: readonly { readonly id: string }[]): string[] =>
      list.map((member) => `${id}/${member.id}`);
    return {
      options: cover(
        this.#seen.options,
        decisions.flatMap(({ id, options }) => inner(id, options)),
      ),
      messages: cover(this.#seen.messages, ids(feed)),
      evidence: cover(this.#seen.evidence, ids(evidence)),
      outcomes: cover(
        this.#seen.outcomes,
        tools.flatMap((tool) => inner(tool.id, tool.outcomes)),
      ),
      endings: cover(this.#seen.endings, ids(outcomes)),
    };
  }
}
