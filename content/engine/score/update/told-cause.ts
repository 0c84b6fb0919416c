import { isBaseless } from './baseless.ts';
import { isCorrectedQuote, isDisputed, isRetracted } from './correction.ts';
import type { Finding } from './finding.ts';
import { matchBest } from './match.ts';
import { keyOf, readStatement } from './statement.ts';
import type { Claims } from './support.ts';

const causing =
  /^(.+?) (?:caused|has caused|causes|led to|triggered|was (?:the cause of|behind|to blame for)|is (?:the cause of|behind|to blame for)) /i;

/**
 * "The wheels slid on wet leaves", where "wet leaves caused the overrun" must not be claimed: whoever tells of the leaves
 * in such a text has named the cause, and no fact knows of leaves.
 */
export function findToldCause(claims: Claims, text: string): readonly Finding[] {
  const named = causing.exec(text)?.[1];
  if (named === undefined) return [];
  const cause = readStatement(named, false);
  const things = cause.elements.filter(({ figure, weight }) => !figure && weight >= 0.75);
  if (things.length < 2) return [];
  const known = claims.facts.some(({ statement }) =>
    things.every(({ key }) => statement.elements.some((element) => element.key === key)),
  );
  if (known) return [];
  const made = matchBest(cause, claims.said, true).filter((match) => {
    const words = match.sentence.byClause[match.clause] ?? [];
    return (
      match.mood === 'plain' &&
      words.filter(({ hollow }) => !hollow).length > things.length &&
      things.every(({ key }) =>
        words.some((token) => keyOf(token) === key && !token.negated && token.mood === 'plain'),
      ) &&
      isBaseless(claims, match.sentence, match.clause) &&
      !isDisputed(claims.said, match.sentence) &&
      !isRetracted(match.sentence, match.clause) &&
      !isCorrectedQuote(match.sentence, match.clause)
    );
  });
  if (made.length === 0) return [];
  const why = `This comes close to a claim that must not be made: “${text}”, and no fact bears it out.`;
  return [{ rule: 'forbidden-claim', cost: 0.12, spans: made.map(({ span }) => span), why }];
}
