import { locate } from './answer-words.ts';
import type { AnswerReading, AnswerSentence } from './read-answer.ts';
import { findSigns, type Finding } from './star-rule.ts';

/** Where the lesson was used since: by a word that says so, or by what was done another time. */
export function findUsedSince(answer: AnswerReading): Finding {
  const later = findLaterUses(answer);
  const uses = new Set(later.map(({ sentence }) => sentence));
  const said = findSigns(answer, usedSince, { enough: 0.9, only: (one) => !uses.has(one) });
  if (later.length === 0) return said;
  const sum = later.reduce((all, { sentence }) => all + weighUse(sentence), 0);
  return {
    share: Math.min(1, said.share + sum / 0.9),
    spans: [
      ...said.spans,
      ...later.map(({ sentence, at, length }) => locate(sentence, at, length)),
    ].slice(0, 12),
  };
}

interface LaterUse {
  readonly sentence: AnswerSentence;
  /** In its line, where it says when that was. */
  readonly at: number;
  readonly length: number;
}

/**
 * Sentences that tell of the same being done at another time: "In my next project I went to the
 * hardest team first." What stands before the result belongs to the story itself, and "in May" or
 * "again" says that it was another time only once a lesson was told.
 */
export function findLaterUses({
  sentences,
}: Pick<AnswerReading, 'sentences'>): readonly LaterUse[] {
  const uses: LaterUse[] = [];
  let told = false;
  let learned = false;
  for (const sentence of sentences) {
    const { role, line } = sentence;
    const match =
      told || role === 'reflection'
        ? (otherOccasion.exec(line) ?? (learned ? otherTime.exec(line) : null))
        : null;
    if (match && wasDone(sentence)) {
      uses.push({ sentence, at: match.index, length: match[0].length });
    }
    if (role === 'result' || role === 'reflection') told = true;
    if (role === 'reflection') learned = true;
  }
  return uses;
}

function wasDone({ deeds, line, hypothetical, habit }: AnswerSentence): boolean {
  if (hypothetical || habit || isUndone.test(line)) return false;
  return deeds.some(({ kind }) => kind === 'past') || usedIt.test(line);
}

/** A plain deed at another time says enough: "I went to the hardest team first." */
function weighUse({ prose, weight }: AnswerSentence): number {
  return Math.max(weight, 0.8 * prose);
}

const usedSince =
  / (?:since then|ever since|since that|since this time|from then on|these days|now i|and now|now the|i now|i still|today i|in (?:each|every) \S+ since|(?:after|since) that i|have (?:\S+ ){1,14}since|has (?:\S+ ){1,8}since|did it the same|did so with|i have done|i have (?:put|asked|practi[cs]ed|trusted|used|had|checked|kept|worked)|that is how i|i teach|i did so|twice since|not any more|any more|each review now|my first week|whenever|it the same way|within my first|i keep|i ask|still start|going forward|to this day|every \S+ since|i (?:also )?became |rolled out|have since|we have (?:blocked|not had|used|had)|is now (?:standard|part|how)|part of every|i (?:always|never) \S+ (?:\S+ ){0,6}(?:now|any more|before|until|without)|(?:until|and|but) today|today (?:i|we|the|it|she|he|they)|i (?!was|had|did|were)[a-z]+ (?:\S+ ){0,14}now|(?:there|it|she|he|they) (?:\S+ )?(?:is|are|has|stands?|hangs?|needs?|lies?) (?:\S+ ){0,6}now|each \S+ since) /;

/** Of a time of its own, whatever was told before. */
const otherOccasion =
  / (?:(?:in|on|at|for|with|during|before) (?:the|my|our|a|an) (?:very )?(?:next|following|second|later|new) (?!days?|mornings?|weeks?|months?|evenings?|hours?|nights?|minutes?|afternoons?|steps?|meetings?|calls?|moments?|sentences?)[a-z-]+|(?:in|at|on|for|with|during) (?:yet )?another (?!days?|mornings?|weeks?|evenings?|hours?|nights?|minutes?|steps?|meetings?|calls?|words?|way|file|folder|place|copy)[a-z-]+|(?:#|a|one|half a|some|a few|several) (?:months?|years?) (?:later|after that|afterwards)|(?:the|this) (?:year|spring|summer|autumn|winter) after|the next time|i have (?:\S+ )?(?:used|done|tried|followed|applied) (?:it|this|that|them|the same)|used (?:it|this|that|them|the same(?: \S+)?) (?:again|once more|a second time|elsewhere)) /;
const otherTime =
  / (?:again|once more|later|the same|elsewhere|(?:in|since|until|by) (?:early |late )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|@year)|(?:this|last|that) (?:year|month|week|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)|# (?:weeks?|months?|years?) (?:ago|later)|when (?:i|we|the|our|my|another|a) (?:\S+ ){1,8}, i|i (?:\S+ ){1,12}when (?:i|we|the|our|my|another|a)) /;
/** Verbs that are no deed by themselves, and here tell of one. */
const usedIt =
  / (?:(?:it|this|that|the same(?: \S+)?) (?:\S+ )?(?:helped|saved|served|worked|held|paid)|(?:i|we) (?:have |had )?(?:\S+ )?(?:used|did|done) (?:it|this|that|them|so|the|my|our)) /;
const isUndone =
  / (?:never|not) (?:\S+ ){0,2}(?:use|used|do|done|did|try|tried|need|needed|again) /;
