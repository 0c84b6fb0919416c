import type { Drill } from '../format/drill-schema.ts';
import type { AttemptHeader, Levers } from './attempt-log.ts';
import { usualLevers } from './attempt-terms.ts';

/**
 * What the levers change of a drill; the others (`interruptions`, `hints`, `timed`,
 * `structure_check`) change only what the player is offered.
 *
 * - `noise` off leaves out the feed items that are marked as noise. Nothing rests on them; the rule
 *   needed-noise of lint sees to that.
 * - `deadlines` lengthens or shortens the time for an answer and for a decision. When things happen,
 *   what updates are due and what the texts say stay as written, so no clue changes.
 */
export function applyLevers(drill: Drill, { noise, deadlines }: Levers): Drill {
  if (noise && deadlines === 1) return drill;
  const stretch = (seconds: number): number => Math.max(1, Math.round(seconds * deadlines));
  const feed = noise ? drill.feed : drill.feed.filter((item) => !item.noise);
  return {
    ...drill,
    feed: feed.map((item) =>
      item.expects
        ? { ...item, expects: { ...item.expects, within: stretch(item.expects.within) } }
        : item,
    ),
    decisions: drill.decisions.map((decision) =>
      decision.closes_after === undefined
        ? decision
        : { ...decision, closes_after: stretch(decision.closes_after) },
    ),
  };
}

/** How each lever reads where it is not as usual. */
const unusual: Readonly<Record<keyof Levers, (levers: Levers) => string>> = {
  noise: () => 'without noise',
  deadlines: ({ deadlines }) => `${deadlines < 1 ? 'shorter' : 'longer'} time to answer and decide`,
  interruptions: () => 'interrupts wait in the feed',
  hints: () => 'no hints',
  timed: () => 'timed',
  structure_check: () => 'without help',
};

/**
 * How an attempt was played, where that differs from the drill as written: `["no hints", "2× the
 * time"]`. Empty where nothing differs.
 */
export function describeLevers({
  levers,
  accommodations,
}: Pick<AttemptHeader, 'levers' | 'accommodations'>): readonly string[] {
  const set: Levers = { ...usualLevers, ...levers };
  const names = Object.keys(unusual) as (keyof Levers)[];
  return [
    ...names.filter((name) => set[name] !== usualLevers[name]).map((name) => unusual[name](set)),
    ...(accommodations.no_clock ? ['no clock'] : []),
    ...(accommodations.extra_time === 1 ? [] : [`${accommodations.extra_time}× the time`]),
  ];
}
