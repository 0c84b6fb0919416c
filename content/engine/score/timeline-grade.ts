import { findCitedClues } from '../drill/citation.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState, TimelineEntry } from '../drill/state.ts';
import { matchTimeline, readInstant } from './timeline-points.ts';

/** A part of the grade: how much of it is there, and never a mark of its own. */
interface Share {
  readonly met: number;
  readonly of: number;
}

export type EntryGrade =
  /** Its source is that of a true event. */
  | 'match'
  /** Its source is a false trail that the drill laid. */
  | 'red_herring'
  /** It cites something that belongs to no true event. */
  | 'elsewhere'
  /** It cites nothing: a claim without evidence. */
  | 'no_source';

/**
 * A learner's timeline against the truth, criterion by criterion with partial credit: the right
 * events, at the right time, in the right order, from the right source, nothing invented. The points
 * of the score follow the scorer's own rule (source 70 %, time 30 %); this says where they went.
 */
export interface TimelineGrade {
  readonly events: Share;
  readonly times: Share;
  /** Neighbouring pairs of matched events that stand in the true order. */
  readonly order: Share;
  /** Entries of the learner's whose source is that of a true event. */
  readonly sources: Share;
  readonly entries: readonly { readonly entry: TimelineEntry; readonly grade: EntryGrade }[];
}

export function gradeTimeline(prepared: PreparedDrill, state: DrillState): TimelineGrade {
  const matches = matchTimeline(prepared, state);
  const found = matches.filter(({ entry }) => entry !== null);
  const matched = new Set(found.flatMap(({ entry }) => entry?.id ?? []));
  const herrings = new Set(
    prepared.drill.feed.flatMap(({ id, red_herring }) => (red_herring ? [id] : [])),
  );
  const trueClues = new Set(matches.flatMap(({ truth }) => truth.clues));
  const grade = (entry: TimelineEntry): EntryGrade => {
    if (entry.citations.length === 0) return 'no_source';
    const cited = entry.citations.flatMap((one) => findCitedClues(prepared.places, one));
    // A second entry for one event is a match too, and not an invention.
    if (matched.has(entry.id) || cited.some((clue) => trueClues.has(clue))) return 'match';
    const led = entry.citations.some(
      ({ file, locator }) =>
        file === 'feed' && locator.kind === 'record' && herrings.has(locator.id),
    );
    return led ? 'red_herring' : 'elsewhere';
  };
  const entries = [...state.timeline.values()].map((entry) => ({ entry, grade: grade(entry) }));
  return {
    events: { met: found.length, of: matches.length },
    times: { met: found.filter(({ inTime }) => inTime).length, of: found.length },
    order: countOrder(
      found.flatMap(({ truth, entry }) =>
        entry?.at ? [{ true_s: readInstant(truth.at), said_s: readInstant(entry.at) }] : [],
      ),
    ),
    sources: {
      met: entries.filter((one) => one.grade === 'match').length,
      of: entries.length,
    },
    entries,
  };
}

function countOrder(pairs: readonly { readonly true_s: number; readonly said_s: number }[]): Share {
  const sorted = [...pairs].sort((a, b) => a.true_s - b.true_s);
  let met = 0;
  for (let index = 1; index < sorted.length; index += 1) {
    if ((sorted[index - 1]?.said_s ?? 0) <= (sorted[index]?.said_s ?? 0)) met += 1;
  }
  return { met, of: Math.max(0, sorted.length - 1) };
}
