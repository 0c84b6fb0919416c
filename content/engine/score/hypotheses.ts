import type { AttemptEvent } from '../drill/attempt-log.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import type { Drill } from '../format/drill-schema.ts';
import { holdsPhrase, parsePhrase } from './phrases.ts';
import { findSentences, findWords } from './sentences.ts';

/** From this confidence on (per cent) a hypothesis counts as held; below it, as dropped. */
export const heldFrom = 50;

/** One hypothesis of the learner over time, and what of the drill it was taken for. */
export interface HypothesisReview {
  readonly id: string;
  /** As it was written last. */
  readonly text: string;
  /** By words alone; null where nothing of the drill's was recognised in it. */
  readonly matches: Drill['hypotheses'][number] | null;
  /** Every change; `confidence` null where it was removed. */
  readonly history: readonly { readonly at_s: number; readonly confidence: number | null }[];
  /** When it first stood at 50 % or more; null where it never did. */
  readonly held_s: number | null;
  /** When it fell below that, or was removed, for the last time; null while it is held. */
  readonly dropped_s: number | null;
}

/** What became of one hypothesis that the drill's author foresaw. */
export interface ForeseenHypothesis {
  readonly hypothesis: Drill['hypotheses'][number];
  /** Earliest over all of the learner's that were taken for it. */
  readonly held_s: number | null;
  readonly dropped_s: number | null;
  /** Confidence at the end; null where it was not held or was removed. */
  readonly last: number | null;
}

export interface HypothesesReview {
  readonly yours: readonly HypothesisReview[];
  readonly foreseen: readonly ForeseenHypothesis[];
}

/**
 * Follows the learner's hypotheses through a log: when the true one was first held, when a false one
 * was dropped. Words are compared, nothing is understood; what was not recognised is shown as such.
 */
export function reviewHypotheses(
  prepared: PreparedDrill,
  state: DrillState,
  events: readonly AttemptEvent[],
): HypothesesReview {
  const foreseen = prepared.drill.hypotheses.filter(
    ({ when }) => !when || prepared.test(when)(state),
  );
  const yours = [...collect(events)].map(([id, { text, history }]): HypothesisReview => {
    const held = history.find(({ confidence }) => isHeld(confidence));
    const dropped = history.findLastIndex(({ confidence }) => isHeld(confidence)) + 1;
    return {
      id,
      text,
      matches: foreseen.find((one) => isMeant(one, text)) ?? null,
      history,
      held_s: held?.at_s ?? null,
      dropped_s: held ? (history[dropped]?.at_s ?? null) : null,
    };
  });
  return { yours, foreseen: foreseen.map((hypothesis) => sumUp(hypothesis, yours)) };
}

function sumUp(
  hypothesis: Drill['hypotheses'][number],
  yours: readonly HypothesisReview[],
): ForeseenHypothesis {
  const own = yours.filter(({ matches }) => matches?.id === hypothesis.id);
  const held = own.filter(({ held_s }) => held_s !== null);
  const times = held.flatMap(({ held_s }) => held_s ?? []);
  const drops = held.map(({ dropped_s }) => dropped_s);
  const ends = own.flatMap(({ history }) => history.at(-1)?.confidence ?? []);
  return {
    hypothesis,
    held_s: times.length > 0 ? Math.min(...times) : null,
    // Held in one wording while another was given up is still held.
    dropped_s: drops.length > 0 && drops.every((at) => at !== null) ? Math.max(...drops) : null,
    last: ends.length > 0 ? Math.max(...ends) : null,
  };
}

function collect(events: readonly AttemptEvent[]) {
  const all = new Map<
    string,
    { text: string; history: { at_s: number; confidence: number | null }[] }
  >();
  for (const event of events) {
    if (event.kind === 'hypothesis_added' || event.kind === 'hypothesis_changed') {
      const { id, text, confidence } = event.data;
      const known = all.get(id) ?? { text, history: [] };
      known.text = text;
      if (known.history.at(-1)?.confidence !== confidence) {
        known.history.push({ at_s: event.at_s, confidence });
      }
      all.set(id, known);
    } else if (event.kind === 'hypothesis_removed') {
      all.get(event.data.id)?.history.push({ at_s: event.at_s, confidence: null });
    }
  }
  return all;
}

function isHeld(confidence: number | null): boolean {
  return confidence !== null && confidence >= heldFrom;
}

function isMeant({ any, not }: Drill['hypotheses'][number], text: string): boolean {
  return findSentences(text).some((span) => {
    const words = findWords(text, span);
    const holds = (phrases: readonly string[]): boolean =>
      phrases.some((phrase) => holdsPhrase(words, parsePhrase(phrase)));
    return holds(any) && !holds(not);
  });
}
