import type { PreparedFact } from './facts.ts';
import { type Match, matchClause } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';
import type { Statement } from './statement.ts';
import type { Mood, Token } from './token.ts';

export const bySureness: Readonly<Record<Mood, number>> = {
  plain: 1,
  weak: 0.45,
  planned: 0.35,
  open: 0,
};

export interface Claims {
  readonly facts: readonly PreparedFact[];
  readonly said: readonly SaidSentence[];
}

/** How well the facts that hold bear a clause out, 0..1. */
export function findSupport(
  { facts }: Claims,
  { sentence, clause }: Pick<Match, 'sentence' | 'clause'>,
  except?: PreparedFact,
): number {
  const [first, second] = rankSupport(facts, sentence, clause);
  return (first?.fact === except ? second?.agreed : first?.agreed) ?? 0;
}

interface Support {
  readonly fact: PreparedFact;
  readonly agreed: number;
}

/** The two facts that bear a clause out best: many rules ask of one clause, one without one fact. */
function rankSupport(
  facts: readonly PreparedFact[],
  sentence: SaidSentence,
  clause: number,
): readonly [Support?, Support?] {
  const ofFacts = supports.get(facts) ?? new WeakMap<SaidSentence, [Support?, Support?][]>();
  supports.set(facts, ofFacts);
  const byClause = ofFacts.get(sentence) ?? [];
  ofFacts.set(sentence, byClause);
  const known = byClause[clause];
  if (known) return known;
  let first: Support | undefined;
  let second: Support | undefined;
  for (const fact of facts) {
    if (fact.state === 'future' || fact.state === 'superseded') continue;
    const agreed = [fact.statement, ...fact.phrases.filter(isTelling)].reduce((most, statement) => {
      const match = matchClause(statement, sentence, clause, false);
      return match.sense === 'opposite' ? most : Math.max(most, match.agreed);
    }, 0);
    if (agreed === 0) continue;
    const own = { fact, agreed };
    if (!first || own.agreed > first.agreed) {
      second = first;
      first = own;
    } else if (!second || own.agreed > second.agreed) second = own;
  }
  const ranked: [Support?, Support?] = first ? (second ? [first, second] : [first]) : [];
  byClause[clause] = ranked;
  return ranked;
}

/**
 * Whether facts that hold say, in the same clause, all that was met there, and more: then the clause tells
 * those facts, and not what shares a few of its words. One fact has to say one thing more, several two.
 */
export function isToldByFact(
  { facts }: Claims,
  { tokens, sentence, clause }: Match,
  except?: PreparedFact,
): boolean {
  const met = tokens.filter((token) => token.clause === clause);
  const all = new Set<Token>();
  for (const prepared of facts) {
    const { state, statement, phrases } = prepared;
    if (prepared === except || (state !== 'asked' && state !== 'marked')) continue;
    for (const told of [statement, ...phrases.filter(isTelling)]) {
      if (told.mood !== 'plain') continue;
      const own = matchClause(told, sentence, clause, false);
      if (own.sense !== 'same' || own.turned.size > 0) continue;
      const here = own.tokens.filter((token) => token.clause === clause && !token.figure);
      if (
        here.some((token) => !met.includes(token)) &&
        met.every((token) => own.tokens.includes(token))
      )
        return true;
      for (const token of here) all.add(token);
    }
  }
  return all.size >= met.length + 2 && met.every((token) => all.has(token));
}

/** A phrasing that says what happens to what; "1,860 cards" bears nothing out. */
function isTelling({ elements, weight }: Statement): boolean {
  return (
    weight >= 2.2 &&
    elements.some(({ concept }) => concept?.act) &&
    elements.some(({ concept, figure }) => !concept?.act && !figure)
  );
}

const supports = new WeakMap<
  readonly PreparedFact[],
  WeakMap<SaidSentence, [Support?, Support?][]>
>();
