import { contradictingTruth } from './rules/contradicting-truth.ts';
import { deadEnd } from './rules/dead-end.ts';
import { dearHint } from './rules/dear-hint.ts';
import { equalAnswers } from './rules/equal-answers.ts';
import { impossibleCondition } from './rules/impossible-condition.ts';
import { longestIsBest } from './rules/longest-is-best.ts';
import { lostClue } from './rules/lost-clue.ts';
import { missingEvidence } from './rules/missing-evidence.ts';
import { missingTerm } from './rules/missing-term.ts';
import { neededNoise } from './rules/needed-noise.ts';
import { needlessCondition } from './rules/needless-condition.ts';
import { overlappingLiterals } from './rules/overlapping-literals.ts';
import { tiedDecision } from './rules/tied-decision.ts';
import { tornVariant } from './rules/torn-variant.ts';
import { unevenOptions } from './rules/uneven-options.ts';
import { unverifiableAnswer } from './rules/unverifiable-answer.ts';
import { unknownReference } from './rules/unknown-reference.ts';
import { unreachable } from './rules/unreachable.ts';
import { unscoredDecision } from './rules/unscored-decision.ts';
import { unusedLiteral } from './rules/unused-literal.ts';
import type { LintRule } from './rule.ts';

/** Every rule, in the order in which they are asked. */
export const lintRules: readonly LintRule[] = [
  missingEvidence,
  lostClue,
  contradictingTruth,
  missingTerm,
  unknownReference,
  unreachable,
  impossibleCondition,
  needlessCondition,
  deadEnd,
  neededNoise,
  unverifiableAnswer,
  unscoredDecision,
  tiedDecision,
  dearHint,
  overlappingLiterals,
  unusedLiteral,
  tornVariant,
  equalAnswers,
  unevenOptions,
  longestIsBest,
];
