import type { Part } from '../format/drill-terms.ts';
import type { Span } from './sentences.ts';

/** One line of a score: which rule, out of how much, what it earned and what earned it. */
export interface Point {
  readonly rule: string;
  readonly title: string;
  readonly part: Part;
  /** What could be earned; 0 for a cost (a hint, a claim without proof). */
  readonly weight: number;
  readonly earned: number;
  /** The event that earned or lost it; null where nothing was done. */
  readonly seq: number | null;
  readonly at_s: number | null;
  readonly why: string;
  /** Clues of the drill that this rests on. */
  readonly clues: readonly string[];
  /** Words of a written update, UTF-16, end exclusive. */
  readonly spans: readonly Span[];
}
