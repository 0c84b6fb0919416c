import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { Drill } from '../format/drill-schema.ts';
import type { Reach } from './reach.ts';

/** A drill that loads, with all that rules ask about it. */
export interface LintSubject {
  readonly drill: Drill;
  readonly prepared: PreparedDrill;
  readonly reach: Reach;
  /** Terms that the pack's glossary explains, in lower case. */
  readonly terms: ReadonlySet<string>;
}

export interface LintHit {
  /** Where in drill.yaml. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** What to do here, where it is more exact than the rule's own remedy. */
  readonly remedy?: string;
}

/** One thing that a drill can have wrong although it loads. */
export interface LintRule {
  readonly name: string;
  /** An error spoils the play or its score; a warning is for its author to judge. */
  readonly severity: 'error' | 'warning';
  readonly reason: string;
  readonly remedy: string;
  check(subject: LintSubject): readonly LintHit[];
}
