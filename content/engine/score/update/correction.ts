import type { Span } from '../sentences.ts';
import { writeSentence, type SaidSentence } from './said-sentence.ts';

const correcting =
  /\b(?:corrections?|corrects?|corrected|correcting|earlier|previous|previously|initial|initially|originally|revised|(?:is|are|was|were|be|been|out|proved|it|this|that|figure|number|count) (?:\w+ )?(?:wrong|incorrect)|wrong (?:figures?|numbers?|count|information)|wrongly|mistaken|superseded|supersedes|replaces|retract|withdraw|turned out|now know|no longer|at first|up from|instead of|rather than|(?:higher|lower|more|larger|worse|wider) than (?:we|first|reported|said|thought)|has (?:changed|grown|risen)|(?:we|i|our (?:last|first) (?:update|message|note|bulletin)) (?:had |have )?(?:first )?(?:said|reported|told|wrote|stated|gave|thought|named))\b|\bfirst (?:said|reported|told|count|figure|estimate|thought|number|update|reports?)\b|\bnot \d/i;

/** Several rules ask of each clause and figure of a sentence whether it corrects. */
const correctings = new WeakMap<SaidSentence, boolean>();

function isCorrecting(sentence: SaidSentence): boolean {
  const known = correctings.get(sentence);
  if (known !== undefined) return known;
  const text = writeSentence(sentence);
  const found = correcting.test(text) || droppedTheory.test(text) || toBeDropped.test(text);
  correctings.set(sentence, found);
  return found;
}

/** Whether a sentence, or the one before it, says that something said before is no longer so. */
export function isCorrection(said: readonly SaidSentence[], index: number): boolean {
  const own = said[index];
  const before = said[index - 1];
  return (
    (own !== undefined && isCorrecting(own)) ||
    (before !== undefined && /\bcorrect(?:ion|ed|ing)?s?\b/i.test(writeSentence(before)))
  );
}

export function listCorrections(said: readonly SaidSentence[]): readonly SaidSentence[] {
  return said.filter(isCorrecting);
}

export function spansOf(sentences: readonly SaidSentence[]): readonly Span[] {
  return sentences.map(({ span }) => span);
}

/** "We told you that …": what was said before, not what is said now. */
export function isQuoted(sentence: SaidSentence): boolean {
  return /\b(?:we|i|our|my|earlier|previous|first|initial|last)\b.{0,60}\b(?:said|told|called|stated|wrote|reported|named|notice|update|message|notification|note|line|bulletin|report)\b/i.test(
    writeSentence(sentence),
  );
}

/** "Correction to my 11:00 note, which said that it was back": what such a clause holds is what was said. */
export function isCorrectedQuote(sentence: SaidSentence, clause: number): boolean {
  return (
    /^(?:an? |this is an? )?correct(?:ion|ing)\b/i.test(writeSentence(sentence)) &&
    /^(?:which|that|where|in which|there|we|i) (?:\w+ )?(?:said|told|wrote|reported|stated|named|gave|called)\b/.test(
      (sentence.byClause[clause] ?? []).map(({ text }) => text).join(' '),
    )
  );
}

/** "That turned out to be wrong", "that is no longer so": of what the sentence before quotes. */
export function isDisowned(sentence: SaidSentence): boolean {
  // "It isn't.", "They have not."
  if (
    /^(?:(?:but|and|however) )?(?:it|that|this|they|we|these|those) (?:have not|haven['’]t|has not|hasn['’]t|did not|didn['’]t|do not|don['’]t|does not|doesn['’]t|is not|isn['’]t|was not|wasn['’]t|are not|aren['’]t|were not|weren['’]t)(?: (?:any ?more|any longer|now))?$/i.test(
      writeSentence(sentence),
    )
  )
    return true;
  return /^(?:(?:but|and|however) )?(?:this|that|it|which|these|they|both|the (?:figure|number|count|truth))\b.*\b(?:wrong|incorrect|mistaken|not (?:so|true|right|correct|the case)|no longer|turned out|turns out|changed|false|too (?:low|high|few|many))\b/i.test(
    writeSentence(sentence),
  );
}

/** "The first theory, a disk that failed, has been dropped". */
const droppedTheory =
  /\b(?:theory|suspicion|idea|assumption|hypothesis|suspect|explanation)\b.*\b(?:dropped|abandoned|withdrawn|discarded|dismissed|ruled out|given up)\b/i;
const toBeDropped = /^(?:please )?(?:disregard|ignore|forget|scrap|drop|bin|shelve)\b/i;

/** "The number of 9,400 is withdrawn", "the first count no longer stands". */
const withdrawnFigure =
  /\b(?:numbers?|figures?|counts?|totals?|estimates?|statements?|claims?|sums?)\b.{0,30}\b(?:(?:is|are|was|were|been|hereby) (?:withdrawn|retracted|void)|no longer (?:stands?|holds?|valid)|(?:does|do) not (?:stand|hold))\b/;

/** "Reports that … are wrong", "it is not true that …": said of a claim, not made. */
export function isRetracted(sentence: SaidSentence, clause: number): boolean {
  if (toBeDropped.test(writeSentence(sentence)) || droppedTheory.test(writeSentence(sentence)))
    return true;
  const words = (sentence.byClause[clause] ?? []).map(({ text }) => text).join(' ');
  if (withdrawnFigure.test(words)) return true;
  return /\b(?:(?:is|are|was|were|be|been|out|proved|it|this|that|figure|number|count) (?:\w+ )?(?:wrong|incorrect)|wrong (?:figures?|numbers?|count|information)|wrongly|mistaken|untrue|false|retract\w*|withdraw\w*|in error|rumou?rs?|guesswork|speculation|contrary to|too early to|(?:first|initially|earlier|originally|previously|at first) (?:\w+ )?(?:thought|believed|suspected|assumed|feared)|(?:thought|believed|suspected|assumed|feared)(?: \w+){0,2} (?:first|at first|initially|originally|earlier|to begin with|to start with|at the start))\b|\bnot (?:true|correct|the case|so that)\b/.test(
    words,
  );
}

const reporting =
  /\b(?:talks?|gossip|(?:people|everyone|everybody|some|press|media) (?:is |are )?(?:pointing|guessing|blaming)|(?:may|might|will) (?:have (?:read|heard|seen)|hear|read)|argues?|argued|asks?|asked|theor(?:y|ies)|memo|says?|said|saying|claims?|claimed|claiming|writes?|wrote|written|told|tells|reports?|reported|states?|stated|posts?|posted|tweets?|tweeted|rumou?rs?|article|story|video|paper|newspaper|headlines?|suggests?|suggested|suggesting|speculates?|speculated|speculation|thread|forum|statement|assumed|assumption)\b/;
const refuting =
  /\b(?:wrong|untrue|false|incorrect|inaccurate|mistaken|premature|nonsense|guesswork|speculation|unfounded|unconfirmed|withdrawn|retracted|(?:not|isn't) (?:our|my|the) (?:position|view|line|reading|opinion|finding)|none of (?:them|these|this|it|that) (?:has|have|is|are)|nothing (?:is |at present |so far )*(?:behind|that (?:supports|confirms|excludes))|no (?:truth|basis|proof)|no (?:findings?|facts?|evidence) (?:is |are |at all )*(?:behind|for|that|to (?:back|support)) (?:it|this|that)|(?:withdraws?|retracts?|corrects?) (?:this|that|the|our|my) (?:statement|claim|remark|information|assertion|sentence)|nothing (?:we|i) (?:have|know|found|saw|see) (?:backs?|supports?|bears?)|nothing (?:supports|(?:to|that) (?:supports?|backs?|bears?))|(?:is|was|were|are|been) not (?:right|true|so|correct|the case|what happened|accurate|confirmed|proven|shown|established)|(?:isn't|wasn't|aren't|weren't) (?:right|true|so|correct|the case|what happened|accurate|confirmed)|no (?:indications?|signs?|hints?|confirmation|evidence|sign at all) (?:of|for) (?:that|this|it|any of (?:that|this|it)|any such \w+)|(?:not|n't) been (?:confirmed|proven|proved|shown|established)|no such thing|nothing of the (?:kind|sort)|anything of the (?:kind|sort)|(?:take|taking) (?:this|that|it|these|them) back|(?:does not|doesn't|do not|don't|no longer) holds?|(?:stop|don't|not) (?:repeat|spread|share|pass)\w*|ignore (?:it|that|this|them)|(?:nobody|no one|none of us) has (?:shown|confirmed|proved)|cannot confirm|can't confirm|(?:has|have) (?:shown|confirmed) no such)\b/;

/**
 * "A paper writes that it was an attack; there is no truth in it", "We wrote on Monday that nothing was taken.
 * I have to take this back": told to say that it does not hold.
 */
export function isDisputed(said: readonly SaidSentence[], { index }: SaidSentence): boolean {
  const lower = (at: number): string => {
    const sentence = said[at];
    return sentence ? writeSentence(sentence).toLowerCase().replaceAll('’', "'") : '';
  };
  const own = lower(index);
  const next = said[index + 1];
  return (
    reporting.test(own) &&
    (refuting.test(own) ||
      (next !== undefined && isDisowned(next)) ||
      (/^(?:that|this|it|these|those|we|i|nobody|no one|please|there)\b/.test(lower(index + 1)) &&
        refuting.test(lower(index + 1))))
  );
}
