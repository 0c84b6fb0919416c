import type { Match } from './match.ts';
import type { Element, Statement } from './statement.ts';

/**
 * How sure it is that a clause in which words of a claim were found makes it, 0.05..1: whether it says all of the
 * claim, and little else; names its things, and its subject, in the same clause; tells its deed by its own word.
 * The weights are those of a logistic regression over 396 clauses that rules had taken for a claim, 308 of them
 * rightly: 200 single sentences that were labelled one by one, and the clauses of update-pairs-*.yaml.
 */
export function rateLikeness({ elements }: Statement, match: Match): number {
  const { sentence, clause, tokens, met, near, agreed } = match;
  const words = (sentence.byClause[clause] ?? []).filter(
    ({ hollow, figure }) => !hollow && !figure,
  );
  const isHere = ({ key }: Element): boolean =>
    (sentence.byKey.get(key) ?? []).some((token) => token.clause === clause);
  const isThing = ({ figure, concept, weight }: Element): boolean =>
    !figure && !concept?.act && weight >= 0.75;
  const things = elements.filter(isThing);
  const acts = elements.filter(({ concept }) => concept?.act);
  const deed = elements.findIndex(({ concept }) => concept?.act);
  const subject = elements.slice(0, Math.max(0, deed)).findLast(isThing);
  const share = (part: number, of: number, otherwise: number): number =>
    of === 0 ? otherwise : part / of;
  const odds =
    -1.11 +
    0.74 * agreed +
    1.01 * share(words.filter((word) => tokens.includes(word)).length, words.length, 0) +
    0.53 * share(things.filter(isHere).length, things.length, 1) -
    0.72 * (subject && !met.has(subject) ? 1 : 0) -
    0.18 * (acts.every((act) => met.has(act) && !near.has(act) && isHere(act)) ? 0 : 1) -
    0.81 * (Math.min(words.length, 10) / 10);
  const sure = 1 / (1 + Math.exp(-odds));
  return Math.max(0.05, Math.min(1, (sure - 0.15) / 0.3));
}
