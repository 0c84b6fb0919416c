import type { Span } from '../sentences.ts';
import { eachClause, isBaseless } from './baseless.ts';
import { isDisputed, isRetracted } from './correction.ts';
import { overlaps, type Finding } from './finding.ts';
import { textOf } from './match.ts';
import type { Claims } from './support.ts';

/** "Relax, …", "the reassuring part is …": a reader is put at ease before anything is said. */
const preface =
  /^(?:so|but|and|imo|honestly|still|anyway|frankly)? ?(?:(?:just )?relax\b|rest easy|breathe (?:out|easy|again)|sleep (?:well|tight|easy)|(?:you|we|they) (?:can|may) (?:all )?(?:be calm|stay calm|keep calm|rest easy|relax|sleep|breathe)|(?:don't|do not|no need to) (?:sweat|fret|lose (?:any )?sleep|panic)|(?:there is |there's )?no (?:cause|reason) (?:for (?:alarm|concern|worry)|to (?:worry|panic|fret|be))|the (?:reassuring|comforting|soothing|calming) (?:part|news|thing|bit|point) is)/;

/** Comfort that rests on no fact, known by how it is opened. */
export function findSoothing(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  return eachClause(claims, (_, { sentence, clause, span }) => {
    if (!preface.test(textOf({ sentence, clause }))) return null;
    // "Do not panic and call 555-0100": what to do, and no comfort alone.
    if (sentence.tokens.some(({ mood, figure }) => mood === 'open' || figure !== null)) return null;
    if (
      overlaps(span, taken) ||
      isDisputed(claims.said, sentence) ||
      isRetracted(sentence, clause) ||
      !sentence.byClause.some((_own, at) => at >= clause && isBaseless(claims, sentence, at))
    )
      return null;
    const why =
      'This calms a reader, and no fact bears it out. Say what was looked at, and what is still open.';
    return { rule: 'unproven-all-clear', cost: 0.06, spans: [span], why };
  });
}
