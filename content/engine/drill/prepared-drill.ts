import type { Condition } from '../format/condition-schema.ts';
import type {
  Decision,
  Drill,
  Evidence,
  FeedItem,
  Hint,
  Milestone,
  Tool,
  Update,
} from '../format/drill-schema.ts';
import type { Levers } from './attempt-log.ts';
import type { Beginning } from './beginning.ts';
import { indexCitations, locateClues, type CitedFacts, type Place } from './citation.ts';
import { usualLevers } from './attempt-terms.ts';
import { compileCondition, listFacts, listTimes, type Test } from './condition.ts';
import { instantiate, type EvidenceTexts } from './instantiate.ts';

/**
 * What comes by itself, in the order in which it comes at one instant, as bits: after a change only that is
 * looked through which may have waited for it.
 */
export const stage = {
  feed: 1,
  evidence: 2,
  decisions: 4,
  updates: 8,
  milestones: 16,
  /** Only the milestones whose facts have just become known (`WorkingCopy.inQuestion`). */
  someMilestones: 32,
  all: 31,
} as const;

interface Waiting<T> {
  readonly item: T;
  /** Of the item, once more: what comes is looked for by id at every step, and items differ in shape. */
  readonly id: string;
  readonly test: Test | null;
}

/** A drill made ready for play: one variant, with its conditions compiled and its clues located. */
export interface PreparedDrill {
  readonly drill: Drill;
  readonly evidence: EvidenceTexts;
  readonly levers: Levers;
  /** The roles that are played: what is private to others does not arrive. */
  readonly roles: ReadonlySet<string>;
  readonly places: readonly Place[];
  /** Where the play begins, if not at the start. */
  readonly begin?: Beginning | undefined;
  readonly citedFacts: CitedFacts;
  /** The facts that something which comes by itself waits for, or is held back by: of which stages, as bits. */
  readonly awaited: ReadonlyMap<string, number>;
  /** The ids of the milestones that wait for a fact. */
  readonly milestonesOf: ReadonlyMap<string, readonly string[]>;
  /** All times at which the clock alone may change something, ascending. */
  readonly times: readonly number[];
  readonly feed: readonly (Waiting<FeedItem> & { readonly unless: Test | null })[];
  readonly evidenceItems: readonly Waiting<Evidence>[];
  readonly decisions: readonly Waiting<Decision>[];
  readonly updates: readonly Waiting<Update>[];
  readonly milestones: readonly Waiting<Milestone>[];
  readonly hints: readonly Waiting<Hint>[];
  readonly tools: readonly Waiting<Tool>[];
  readonly byId: {
    readonly feed: ReadonlyMap<string, FeedItem>;
    readonly evidence: ReadonlyMap<string, Evidence>;
    readonly decisions: ReadonlyMap<string, Decision>;
    readonly updates: ReadonlyMap<string, Update>;
    readonly hints: ReadonlyMap<string, Hint>;
    readonly tools: ReadonlyMap<string, Tool>;
  };
  /** The compiled form of any condition of this drill. */
  test(condition: Condition): Test;
}

/** Makes a drill ready for play by one seed. `evidence` holds the text of every evidence file. */
export function prepareDrill(
  source: Drill,
  evidenceTexts: EvidenceTexts,
  seed = 0,
  chosen: Partial<Levers> = usualLevers,
  roles: readonly string[] = source.roles.map(({ id }) => id),
): PreparedDrill {
  // An attempt that was begun before a lever existed was played with its usual setting.
  const levers: Levers = { ...usualLevers, ...chosen };
  const { drill, evidence } = instantiate(source, evidenceTexts, seed, levers);
  const compiled = new WeakMap<Condition, Test>();
  const test = (condition: Condition): Test => {
    const known = compiled.get(condition);
    if (known) return known;
    const made = compileCondition(condition);
    compiled.set(condition, made);
    return made;
  };
  const wait = <T extends { readonly id: string }>(
    items: readonly T[],
    read: (item: T) => Condition | undefined,
  ): Waiting<T>[] =>
    items.map((item) => {
      const condition = read(item);
      return { item, id: item.id, test: condition ? test(condition) : null };
    });
  const index = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
    new Map(items.map((item) => [item.id, item]));
  const places = locateClues(drill, evidence);
  return {
    drill,
    evidence,
    levers,
    roles: new Set(roles),
    places,
    citedFacts: indexCitations(places),
    awaited: indexAwaited(drill),
    milestonesOf: indexMilestones(drill),
    times: collectTimes(drill),
    feed: wait(drill.feed, ({ when }) => when).map((waiting) => ({
      ...waiting,
      unless: waiting.item.unless ? test(waiting.item.unless) : null,
    })),
    evidenceItems: wait(drill.evidence, ({ available }) => available),
    decisions: wait(drill.decisions, ({ opens }) => opens),
    updates: wait(drill.updates, ({ opens }) => opens),
    milestones: wait(drill.milestones, ({ when }) => when),
    hints: wait(drill.hints, ({ when }) => when),
    tools: wait(drill.tools, ({ available }) => available),
    byId: {
      feed: index(drill.feed),
      evidence: index(drill.evidence),
      decisions: index(drill.decisions),
      updates: index(drill.updates),
      hints: index(drill.hints),
      tools: index(drill.tools),
    },
    test,
  };
}

/** The conditions of what comes by itself, with the stage at which it does. */
function listAwaiting(drill: Drill): readonly (readonly [number, Condition])[] {
  const conditions: readonly (readonly [number, Condition | undefined])[] = [
    ...drill.feed.flatMap(({ when, unless }) => [
      [stage.feed, when] as const,
      [stage.feed, unless] as const,
    ]),
    ...drill.evidence.map(({ available }) => [stage.evidence, available] as const),
    ...drill.decisions.map(({ opens }) => [stage.decisions, opens] as const),
    ...drill.updates.map(({ opens }) => [stage.updates, opens] as const),
    ...drill.milestones.map(({ when }) => [stage.someMilestones, when] as const),
  ];
  return conditions.flatMap(([bit, condition]) => (condition ? [[bit, condition] as const] : []));
}

function indexAwaited(drill: Drill): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, condition] of listAwaiting(drill)) {
    for (const fact of listFacts(condition)) bits.set(fact, (bits.get(fact) ?? 0) | bit);
  }
  return bits;
}

function indexMilestones({ milestones }: Drill): ReadonlyMap<string, readonly string[]> {
  const byFact = new Map<string, string[]>();
  for (const { id, when } of milestones)
    for (const fact of listFacts(when)) byFact.set(fact, [...(byFact.get(fact) ?? []), id]);
  return byFact;
}

function collectTimes(drill: Drill): readonly number[] {
  const times = [
    ...listAwaiting(drill).flatMap(([, condition]) => listTimes(condition)),
    ...(drill.handover?.when ? listTimes(drill.handover.when) : []),
    ...drill.feed.flatMap(({ at, delay, when }) =>
      at === undefined ? [] : [when ? at : at + delay],
    ),
    drill.ends_at,
  ];
  return [...new Set(times)].filter((time) => time > 0).sort((a, b) => a - b);
}
