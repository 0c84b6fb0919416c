import { duplicateId } from './load-rules/duplicate-id.ts';
import { missingField } from './load-rules/missing-field.ts';
import { missingFile } from './load-rules/missing-file.ts';
import { missingText } from './load-rules/missing-text.ts';
import { noFallback } from './load-rules/no-fallback.ts';
import { noReplies } from './load-rules/no-replies.ts';
import { noTime } from './load-rules/no-time.ts';
import { reservedId } from './load-rules/reserved-id.ts';
import { unknownField } from './load-rules/unknown-field.ts';
import { unknownReference } from './load-rules/unknown-reference.ts';
import { wrongAudience } from './load-rules/wrong-audience.ts';
import { wrongPlace } from './load-rules/wrong-place.ts';
import { wrongRole } from './load-rules/wrong-role.ts';
import { wrongType } from './load-rules/wrong-type.ts';
import { wrongValue } from './load-rules/wrong-value.ts';
import { wrongVariableKind } from './load-rules/wrong-variable-kind.ts';
import { wrongVariableValue } from './load-rules/wrong-variable-value.ts';
import { yamlTooLong } from './load-rules/yaml-too-long.ts';
import { brokenYaml } from './load-rules/yaml.ts';
import { absoluteWords } from './rules/absolute-words.ts';
import { ambiguousClue } from './rules/ambiguous-clue.ts';
import { benignShare } from './rules/benign-share.ts';
import { borrowedTime } from './rules/borrowed-time.ts';
import { cheaperTier } from './rules/cheaper-tier.ts';
import { contradictingTruth } from './rules/contradicting-truth.ts';
import { deadEnd } from './rules/dead-end.ts';
import { dearHint } from './rules/dear-hint.ts';
import { equalAnswers } from './rules/equal-answers.ts';
import { frameworkVersion } from './rules/framework-version.ts';
import { harmfulBest } from './rules/harmful-best.ts';
import { idleVariable } from './rules/idle-variable.ts';
import { impossibleWindow } from './rules/impossible-window.ts';
import { impossibleCondition } from './rules/impossible-condition.ts';
import { innerLiteral } from './rules/inner-literal.ts';
import { lateClue } from './rules/late-clue.ts';
import { repeatedReason } from './rules/repeated-reason.ts';
import { unorderedTruth } from './rules/unordered-truth.ts';
import { earlyAnswer } from './rules/early-answer.ts';
import { earlyEnd } from './rules/early-end.ts';
import { lateEvidence } from './rules/late-evidence.ts';
import { lateUpdate } from './rules/late-update.ts';
import { loneAbsolute } from './rules/lone-absolute.ts';
import { loneClue } from './rules/lone-clue.ts';
import { longestIsBest } from './rules/longest-is-best.ts';
import { lostClue } from './rules/lost-clue.ts';
import { brokenLine } from './rules/broken-line.ts';
import { misquotedDay } from './rules/misquoted-day.ts';
import { misquotedFigure } from './rules/misquoted-figure.ts';
import { misquotedValue } from './rules/misquoted-value.ts';
import { tornTruth } from './rules/torn-truth.ts';
import { misquotedTime } from './rules/misquoted-time.ts';
import { missingEvidence } from './rules/missing-evidence.ts';
import { missingTerm } from './rules/missing-term.ts';
import { nearMiss } from './rules/near-miss.ts';
import { neededNoise } from './rules/needed-noise.ts';
import { needlessCondition } from './rules/needless-condition.ts';
import { noBestOption } from './rules/no-best-option.ts';
import { overlappingLiterals } from './rules/overlapping-literals.ts';
import { repeatedValue } from './rules/repeated-value.ts';
import { skippableDecision } from './rules/skippable-decision.ts';
import { strayValue } from './rules/stray-value.ts';
import { costlyDeed } from './rules/costly-deed.ts';
import { lopsidedWeight } from './rules/lopsided-weight.ts';
import { misquotedDeadline } from './rules/misquoted-deadline.ts';
import { praisedMistake } from './rules/praised-mistake.ts';
import { unmetCitations } from './rules/unmet-citations.ts';
import { wrongStart } from './rules/wrong-start.ts';
import { wrongSender } from './rules/wrong-sender.ts';
import { wrongFormat } from './rules/wrong-format.ts';
import { repeatedOption } from './rules/repeated-option.ts';
import { suddenEnd } from './rules/sudden-end.ts';
import { tellingPosition } from './rules/telling-position.ts';
import { tiedDecision } from './rules/tied-decision.ts';
import { pointingOption } from './rules/pointing-option.ts';
import { toldVerdict } from './rules/told-verdict.ts';
import { tornVariant } from './rules/torn-variant.ts';
import { unclosableDecision } from './rules/unclosable-decision.ts';
import { unevenOptions } from './rules/uneven-options.ts';
import { unknowableFact } from './rules/unknowable-fact.ts';
import { unknownFrameworkId } from './rules/unknown-framework-id.ts';
import { unknownVersion } from './rules/unknown-version.ts';
import { unreadColumn } from './rules/unread-column.ts';
import { unreachable } from './rules/unreachable.ts';
import { unreadEffect } from './rules/unread-effect.ts';
import { unratedReply } from './rules/unrated-reply.ts';
import { unreasonedReply } from './rules/unreasoned-reply.ts';
import { unscoredDecision } from './rules/unscored-decision.ts';
import { untoldEnding } from './rules/untold-ending.ts';
import { untoldArgument } from './rules/untold-argument.ts';
import { unseenValue } from './rules/unseen-value.ts';
import { unusedLiteral } from './rules/unused-literal.ts';
import { unverifiableAnswer } from './rules/unverifiable-answer.ts';
import { idleException } from './setting-rules/idle-exception.ts';
import { unknownRule } from './setting-rules/unknown-rule.ts';
import { exerciseRules } from './exercise-rules.ts';
import { questionRules } from './question-rules.ts';
import { unreasonedException } from './setting-rules/unreasoned-exception.ts';
import { textRules } from './text-rules.ts';
import type { LintRule, LoadRule, PackRule, RuleText } from './rule.ts';

/** Every rule for one drill, in the order in which they are asked. */
export const lintRules: readonly LintRule[] = [
  missingEvidence,
  wrongFormat,
  unreadColumn,
  lostClue,
  ambiguousClue,
  loneClue,
  contradictingTruth,
  brokenLine,
  misquotedDay,
  misquotedFigure,
  misquotedValue,
  tornTruth,
  misquotedTime,
  borrowedTime,
  missingTerm,
  unknownFrameworkId,
  frameworkVersion,
  unreachable,
  untoldArgument,
  impossibleCondition,
  needlessCondition,
  unreadEffect,
  idleVariable,
  deadEnd,
  unclosableDecision,
  earlyEnd,
  suddenEnd,
  skippableDecision,
  untoldEnding,
  neededNoise,
  unverifiableAnswer,
  unscoredDecision,
  noBestOption,
  repeatedOption,
  repeatedReason,
  unreasonedReply,
  unratedReply,
  tiedDecision,
  lopsidedWeight,
  costlyDeed,
  impossibleWindow,
  dearHint,
  cheaperTier,
  earlyAnswer,
  unknowableFact,
  unmetCitations,
  lateClue,
  lateEvidence,
  harmfulBest,
  praisedMistake,
  lateUpdate,
  unorderedTruth,
  misquotedDeadline,
  wrongSender,
  wrongStart,
  overlappingLiterals,
  innerLiteral,
  unusedLiteral,
  tornVariant,
  equalAnswers,
  strayValue,
  repeatedValue,
  nearMiss,
  unseenValue,
  unevenOptions,
  longestIsBest,
  absoluteWords,
  loneAbsolute,
  toldVerdict,
  pointingOption,
  ...textRules,
];

/** Rules for the drills of a pack together. */
export const packRules: readonly PackRule[] = [tellingPosition, benignShare, unknownVersion];

/** What keeps a file from loading. */
export const loadRules: readonly LoadRule[] = [
  brokenYaml,
  yamlTooLong,
  missingFile,
  missingText,
  wrongPlace,
  missingField,
  unknownField,
  wrongType,
  wrongValue,
  unknownReference,
  duplicateId,
  reservedId,
  wrongVariableKind,
  wrongVariableValue,
  noTime,
  noReplies,
  noFallback,
  wrongRole,
  wrongAudience,
];

/** Rules for what pack.yaml says to lint; see apply-settings.ts. */
export const settingRules: readonly RuleText[] = [unreasonedException, idleException, unknownRule];

/** Every rule that there is. */
export const allRules: readonly RuleText[] = [
  ...loadRules,
  ...lintRules,
  ...packRules,
  ...questionRules,
  ...exerciseRules,
  ...settingRules,
];
