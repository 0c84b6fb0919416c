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
  if (isDisownedBehind(sentence, clause)) return true;
  return (
    isQuoted(sentence) &&
    ((next !== undefined && next.clauses > 0 && isDisowned(next)) ||
      // "A correction to my note. I said …".
      isCorrection(said, sentence.index - 1))
  );
}

/** "A figure of 1,200 is going round; we cannot confirm it", "it was stolen in March, which is unrelated". */
function isDisownedBehind(sentence: SaidSentence, clause: number): boolean {
  return sentence.byClause.some(
    (words, other) => other > clause && disowning.test(words.map(({ text }) => text).join(' ')),
  );
}

const disowning =
  /\b(?:we|i) (?:cannot|can't|could not|have not|haven't|do not|don't) (?:been able to )?(?:confirm(?:ed)?|verif(?:y|ied)|support|said|say|share)(?: (?:it|that|this|them|any of it|that view))?$|\b(?:that|this|it|which) (?:has|have|is|was) not (?:been )?(?:checked|confirmed|verified|proven)\b|\b(?:unrelated|a separate (?:event|matter|incident))$/;
