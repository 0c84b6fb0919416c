import {
  isCorrectedQuote,
  isCorrection,
  isDisowned,
  isDisputed,
  isQuoted,
  isRetracted,
} from './correction.ts';
import { textOf, type Match } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';

/** "…; that has not been established". */
const unproven =
  /^(?:but |and |which |that |this |it )+(?:is|has|was|cannot|can)\b.*\b(?:not|cannot|un)\b.*\b(?:established|confirmed|proven|proved|verified|shown|so|true|right|correct)\b|^(?:but |and |which |that |this |it )+(?:is|remains) (?:unproven|unconfirmed|unclear|open|wrong|false|untrue)\b/;

/** "We wrote that photos may be lost. That turned out to be wrong." */
export function isTakenBack(
  said: readonly SaidSentence[],
  { sentence, clause }: Pick<Match, 'sentence' | 'clause'>,
): boolean {
  const next = said[sentence.index + 1];
  const behind = textOf({ sentence, clause: clause + 1 });
  if (unproven.test(behind) || isDisputed(said, sentence)) return true;
  if (isRetracted(sentence, clause) || isCorrectedQuote(sentence, clause)) return true;
  return (
    isQuoted(sentence) &&
    ((next !== undefined && next.clauses > 0 && isDisowned(next)) ||
      // "A correction to my note. I said …".
      isCorrection(said, sentence.index - 1))
  );
}
