import type { AttemptEvent } from '../drill/attempt-log.ts';
import type { EvidenceContent } from '../evidence/read-evidence.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { Condition } from '../format/condition-schema.ts';
import type { Drill } from '../format/drill-schema.ts';
import type { PackHeader } from '../format/pack-schema.ts';
import type { PlacedText } from './list-texts.ts';
import type { Reach } from './reach.ts';
import type { Walk } from './walk/walk-drill.ts';

/** What rules for texts ask, of a drill as of an exercise. */
export interface TextSubject {
  /** Every text that a learner reads, with its place. */
  readonly texts: readonly PlacedText[];
  /** All that the YAML file holds, whoever reads it. */
  readonly data: unknown;
  /** The texts of files beside it; `path` is where the YAML file names them. */
  readonly files: readonly {
    readonly path: readonly (string | number)[];
    readonly file: string;
    readonly text: string;
  }[];
  /** Its pictures, and what they show in words. */
  readonly pictures: readonly {
    readonly path: readonly (string | number)[];
    readonly id: string;
    readonly about: string | undefined;
  }[];
}

/** A drill that loads, with all that rules ask about it. */
export interface LintSubject extends TextSubject {
  readonly drill: Drill;
  readonly prepared: PreparedDrill;
  readonly reach: Reach;
  /** Terms that the pack's glossary explains, in lower case. */
  readonly terms: ReadonlySet<string>;
  /** null for a drill that lies in no pack, and where pack.yaml is at fault. */
  readonly header: PackHeader | null;
  /** An evidence file as it is read; null where it is missing. Each file is read once. */
  readonly content: (evidence: string) => EvidenceContent | null;
  /** Every path through the drill; walked when it is asked for first. */
  walk(): Walk;
  /** Those of some conditions that no moment of any play meets, as far as all of them were walked. */
  readonly findUnmet: (conditions: readonly Condition[]) => ReadonlySet<Condition>;
}

export interface LintHit {
  /** Where in drill.yaml. */
  readonly path: readonly (string | number)[];
  /**
   * What is at fault in the text at `path`, letter by letter; for evidence and material, in its file.
   * The place is where these words stand, in drill.yaml or in the file that holds the text.
   */
  readonly words?: string;
  /** The place in that file in characters, where words alone do not tell. */
  readonly offset?: number;
  readonly message: string;
  /** What to do here, where it is more exact than the rule's own remedy. */
  readonly remedy?: string;
  /** A shortest play that leads there, where it is a matter of play. */
  readonly way?: readonly AttemptEvent[];
}

export type RuleSeverity = 'error' | 'warning';

/**
 * What every rule says of itself. `bad` and `good` are YAML that is really run: what they change in
 * the small drill of examples/small-drill.ts (see examples/run-example.ts).
 */
export interface RuleText {
  readonly name: string;
  /** An error spoils the play or its score; a warning is for its author to judge. */
  readonly severity: RuleSeverity;
  readonly reason: string;
  readonly remedy: string;
  readonly bad: string;
  readonly good: string;
}

/** One thing that a drill can have wrong although it loads. */
export interface LintRule extends RuleText {
  check(subject: LintSubject): readonly LintHit[];
}

/** One thing that a text can have wrong, in a drill or in an exercise. */
export interface TextRule extends RuleText {
  check(subject: TextSubject): readonly LintHit[];
}

/** The drills of a pack that load. */
export interface PackSubject {
  readonly header: PackHeader;
  readonly drills: readonly { readonly slug: string; readonly drill: Drill }[];
}

/** One thing that a pack can have wrong as a whole. */
export interface PackRule extends RuleText {
  /** `path` is one of pack.yaml. */
  checkPack(subject: PackSubject): readonly LintHit[];
}

/**
 * One thing that keeps a file from loading. The schema and the references find it; it can be neither
 * switched off nor excepted.
 */
export interface LoadRule extends RuleText {
  readonly severity: 'error';
}
