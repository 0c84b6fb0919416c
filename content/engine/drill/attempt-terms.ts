/**
 * What a log is written in: versions and lists. Apart from its schemas, so that the first screen does
 * not carry those.
 */

/** Which rules of play wrote a log. A log of a newer engine is refused with this number named. */
export const engineVersion = 1;
/** Names the rules of points a score was made with (foundations, section 5). */
export const scorerVersion = 'points-1';

export const speeds = [0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];
/** Stated confidence in per cent. */
export const confidences = [50, 60, 70, 80, 90, 99] as const;
export type Confidence = (typeof confidences)[number];
export const indicatorTypes = [
  'ip',
  'key',
  'session',
  'account',
  'host',
  'domain',
  'hash',
  'agent',
  'other',
] as const;
export type IndicatorType = (typeof indicatorTypes)[number];
export const extraTimeFactors = [1, 1.25, 1.5, 2] as const;

/** How long one has to answer and to decide, as a share of what the drill gives. */
export const deadlineFactors = [0.75, 1, 1.5] as const;

/**
 * Difficulty as it is unless somebody chooses otherwise: the drill as it was written. What each
 * lever does stands in levers.ts.
 */
export const usualLevers = {
  noise: true,
  deadlines: 1 as (typeof deadlineFactors)[number],
  interruptions: true,
  hints: true,
  timed: false,
  structure_check: true,
};

/** So many records are listed at most with a cited query; a group of more names none. */
export const mostSourceRows = 100;
