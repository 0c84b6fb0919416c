import type { LearnerName } from './learners.ts';
import type { Spread } from './spread.ts';

/** What one learner earned in several runs; shares from 0 to 1. */
export interface Earned {
  readonly learner: LearnerName;
  readonly total: Spread;
  /** Of the points for decisions alone. */
  readonly decisions: Spread;
  /** By part, for those that the drill trains. */
  readonly parts: Readonly<Record<string, Spread>>;
}
