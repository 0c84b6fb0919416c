import { countSeconds } from '../evidence/instants.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import { findCitedClues } from '../drill/citation.ts';
import type { DrillState, TimelineEntry } from '../drill/state.ts';
import type { TruthEvent } from '../format/drill-schema.ts';
import type { Point } from './point.ts';

/** Citing the right evidence is most of it; a time within the tolerance is the rest. */
const citationShare = 0.7;

export interface TimelineMatch {
  readonly truth: TruthEvent;
  readonly entry: TimelineEntry | null;
  /** Seconds between the entry's time and the true one; null without a time. */
  readonly off_s: number | null;
  readonly inTime: boolean;
}

/**
 * Matches a learner's timeline with the truth, by citation: the entry that cites a clue of the
 * event, the nearest in time where several do. Free text alone matches nothing, and is not wrong.
 */
export function matchTimeline(
  prepared: PreparedDrill,
  state: DrillState,
): readonly TimelineMatch[] {
  const entries = [...state.timeline.values()].map((entry) => ({
    entry,
    clues: new Set(
      entry.citations.flatMap((citation) => findCitedClues(prepared.places, citation)),
    ),
  }));
  const tolerance = prepared.drill.scoring.timeline?.tolerance ?? 0;
  return prepared.drill.truth
    .filter(({ when }) => !when || prepared.test(when)(state))
    .map((truth): TimelineMatch => {
      const true_s = readInstant(truth.at);
      let nearest: TimelineMatch = { truth, entry: null, off_s: null, inTime: false };
      for (const { entry, clues } of entries) {
        if (!truth.clues.some((clue) => clues.has(clue))) continue;
        const off_s = entry.at === null ? null : Math.abs(readInstant(entry.at) - true_s);
        const nearer =
          !nearest.entry || (off_s !== null && (nearest.off_s === null || off_s < nearest.off_s));
        if (nearer) nearest = { truth, entry, off_s, inTime: off_s !== null && off_s <= tolerance };
      }
      return nearest;
    });
}

export function scoreTimeline(prepared: PreparedDrill, state: DrillState): readonly Point[] {
  const rule = prepared.drill.scoring.timeline;
  if (!rule) return [];
  const matches = matchTimeline(prepared, state);
  const unit =
    rule.weight /
    Math.max(
      1e-9,
      matches.reduce((sum, { truth }) => sum + truth.weight, 0),
    );
  return matches.map(({ truth, entry, inTime }): Point => {
    const weight = truth.weight * unit;
    const share = entry ? citationShare + (inTime ? 1 - citationShare : 0) : 0;
    return {
      rule: `timeline:${truth.id}`,
      title: truth.title,
      part: rule.part,
      weight,
      earned: weight * share,
      seq: entry?.seq ?? null,
      at_s: entry?.written_s ?? null,
      why: entry
        ? inTime
          ? 'On your timeline, with its source and its time.'
          : 'On your timeline with its source; the time is off or missing.'
        : 'No entry of your timeline cites this.',
      clues: truth.clues,
      spans: [],
    };
  });
}

/**
 * Seconds since 1970 of an instant such as 2026-03-10T08:51:09Z, without a clock; NaN for any other text.
 */
export function readInstant(instant: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(instant);
  if (!match) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  return countSeconds(year, month, day, hour * 3600 + minute * 60 + second);
}
