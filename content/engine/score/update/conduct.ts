import type { Span } from '../sentences.ts';
import { findSupport, type Claims } from './support.ts';
import type { Finding } from './finding.ts';
import { isSameFigure } from './figures.ts';
import { findBurdens, findWordLists } from './form.ts';
import { findJargon } from './jargon.ts';
import { matchBest } from './match.ts';
import { findSecrets } from './secrets.ts';
import type { SaidSentence } from './said-sentence.ts';
import { isCode, type Statement } from './statement.ts';
import { findBlame } from './blame.ts';
import { findLoadedWords } from './loaded-words.ts';
import { findAssurances, findPromises } from './promises.ts';
import { isToldDeed } from './told-deed.ts';
import type { Audience } from './update-request.ts';

export interface Written {
  readonly text: string;
  readonly audience: Audience;
  readonly claims: Claims;
  readonly prose: (sentence: SaidSentence) => number;
  /** The facts as given: their words are nobody's own. */
  readonly given: string;
  /** How many facts there are to tell. */
  readonly asked: number;
  /** How the author of a drill takes its facts to be worded: what stands there is no jargon to this reader. */
  readonly wordings?: readonly string[];
}

/** How it is said, whatever is said: secrets, guilt, promises, loaded words, jargon, length, lists of words. */
export function findConduct({
  text,
  audience,
  claims,
  prose,
  given,
  asked,
  wordings = [],
}: Written): readonly Finding[] {
  const { said } = claims;
  const phrases = [...claims.facts.flatMap(({ fact }) => fact.any ?? []), ...wordings].slice(
    0,
    400,
  );
  const accepted = new Set(
    phrases
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\d-]+/gu) ?? [],
  );
  // Whoever wrote the facts took the names of cases and machines in them for known to those who lead or supervise.
  if (audience === 'executive' || audience === 'regulator')
    for (const [word] of given.matchAll(/[\p{L}\d][\p{L}\d_.-]*[\p{L}\d]/gu))
      if (isCode(word) && /\d/.test(word)) accepted.add(word.toLowerCase());
  const borne = (span: Span): boolean => isAsked(said, span) || isBorne(claims, span);
  const promised = findPromises(text, borne);
  return [
    ...findSecrets(text, audience, given),
    ...findBlame(
      said,
      (sentence, clause) => findSupport(claims, { sentence, clause }) >= 0.6,
      (clause, person, deed) => isToldDeed(claims, clause, person, deed),
    ),
    ...promised,
    ...findAssurances(
      text,
      promised.flatMap(({ spans }) => spans),
    )
      .map((found) => ({ ...found, cost: 0.1, spans: found.spans.filter((span) => !borne(span)) }))
      .filter(({ spans }) => spans.length > 0),
    ...findLoadedWords(text, given, audience),
    ...findJargon(said, text, audience, accepted, given),
    ...findBurdens(said, text, audience, asked),
    ...findWordLists(said, prose),
  ];
}

/** "Not known: when the money will be back by": a question promises nothing. */
function isAsked(said: readonly SaidSentence[], [start, end]: Span): boolean {
  const words = said.flatMap(({ tokens }) =>
    tokens.filter(({ span }) => start <= span[0] && span[1] <= end),
  );
  return words.length > 0 && words.every(({ mood }) => mood === 'open');
}

/** Whether a fact says what the words here promise. */
function isBorne({ facts, said }: Claims, [start, end]: Span): boolean {
  const sentence = said.find(({ span }) => span[0] <= start && end <= span[1] + 1);
  if (!sentence) return false;
  return facts.some(
    ({ state, statement }) =>
      state === 'asked' &&
      ((statement.mood === 'planned' &&
        matchBest(statement, [sentence], false).some((match) => match.agreed >= 0.6)) ||
        isBackThen(statement, sentence)),
  );
}

/** "The electrician will be back at 21:15", where a fact has him return then. */
function isBackThen({ text, elements }: Statement, { figures }: SaidSentence): boolean {
  return (
    /\b(?:returns?|comes? back|is back|are back|will be)\b/i.test(text) &&
    elements.some(
      ({ figure }) =>
        figure?.kind === 'time' &&
        figures.some((token) => token.figure && isSameFigure(token.figure, figure)),
    )
  );
}
