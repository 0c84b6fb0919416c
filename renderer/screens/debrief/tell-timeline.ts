import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../../content/engine/drill/state.ts';
import { gradeTimeline, type EntryGrade } from '../../../content/engine/score/timeline-grade.ts';

/** The learner's timeline against the truth, in words. */
export interface ToldTimeline {
  /** Said in place of the criteria where nothing was written. */
  readonly empty: string | null;
  readonly criteria: readonly {
    readonly name: string;
    readonly met: number;
    readonly of: number;
    readonly words: string;
  }[];
  /** Entries that rest on nothing that was so. */
  readonly doubtful: readonly {
    readonly id: string;
    readonly shape: string;
    readonly word: string;
    readonly text: string;
  }[];
  /** Indicators that cite nothing, in a sentence. */
  readonly loose: string | null;
}

export const timelineNote =
  'The points of the score follow their own rule: source 70 %, time 30 %. An entry without a source is shown as such, not as wrong.';

const words: Readonly<Record<Exclude<EntryGrade, 'match'>, string>> = {
  red_herring: 'a false trail that the drill laid',
  elsewhere: 'its source belongs to no true event',
  no_source: 'a claim without evidence',
};

export function tellTimeline(prepared: PreparedDrill, state: DrillState): ToldTimeline {
  const { events, times, order, sources, entries } = gradeTimeline(prepared, state);
  const share = (name: string, { met, of }: typeof events, what: string) => ({
    name,
    met,
    of,
    words: of === 0 ? 'nothing to compare' : `${met} of ${of} ${what}`,
  });
  const doubtful = entries.flatMap(({ entry: { id, text }, grade }) =>
    grade === 'match'
      ? []
      : [{ id, shape: grade === 'no_source' ? '◌' : '◇', word: words[grade], text }],
  );
  const loose = [...state.indicators.values()].filter(({ citations }) => citations.length === 0);
  return {
    empty:
      entries.length > 0
        ? null
        : `You wrote no entry, so there is nothing to compare. ${
            events.of === 1 ? 'One true event' : `${events.of} true events`
          } could have stood there.`,
    criteria: [
      share('Right events', events, 'true events are on it'),
      share('Right times', times, 'of these are within the tolerance'),
      share('Right order', order, 'neighbouring pairs stand in order'),
      share('Right source', sources, 'entries rest on a true event'),
      {
        name: 'Nothing invented',
        met: doubtful.length === 0 ? 1 : 0,
        of: 1,
        words: tellInvented(doubtful.length),
      },
    ],
    doubtful,
    loose:
      loose.length === 0
        ? null
        : `Indicators without evidence: ${loose.map(({ value }) => value).join(', ')}.`,
  };
}

function tellInvented(count: number): string {
  if (count === 0) return 'every entry rests on something that was so';
  return count === 1
    ? '1 entry rests on nothing that was so'
    : `${count} entries rest on nothing that was so`;
}
