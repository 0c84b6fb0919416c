import { isBaseless } from './baseless.ts';
import { isCorrectedQuote, isDisputed, isRetracted } from './correction.ts';
import type { Finding } from './finding.ts';
import { type Match, matchBest, textOf } from './match.ts';
import { isOfThePast } from './other-matter.ts';
import { type Element, keyOf, readStatement } from './statement.ts';
import type { Claims } from './support.ts';
import type { Token } from './token.ts';

/** What is named as the cause stands before these words, or behind them. */
const before =
  /^(.+?) (?:(?:has |have |had )?caused|causes|led to|triggered|brought about|broke(?! (?:in|into|out|off|the law|the rules?)\b)|took down|(?:was|is|are|were|stands?) (?:the (?:root )?cause of|behind|to blame(?: for)?|responsible(?: for)?|at fault(?: for)?|the reason (?:for|why)))\b/i;
const behind =
  /\b(?:(?:was|were|is|are|been) (?:\w+ )?(?:caused|triggered|brought about)(?: in part)? by|(?:is|was|are|were) (?:due|owing|down) to|(?:is|was) the (?:fault|mistake|doing) of|(?:root )?cause (?:of .+? )?(?:is|was)|because of) (.+)$/i;

/** Words that make what stands beside them the cause of something. */
const causal =
  /\b(?:caus(?:e|es|ed|ing)|because|due to|owing to|results? (?:of|from)|resulted|(?:led|leads?) to|brought (?:\w+ ){0,4}(?:down|about|to (?:a|its) (?:halt|knees|standstill))|broke|breaks|broken by|t(?:ook|akes?|aken) (?:\w+ ){0,3}(?:down|out|offline)|trigger(?:s|ed)?|set (?:\w+ ){0,2}off|started (?:with|the|it|this)|began with|(?:came|comes|stems?|stemmed|originat(?:es|ed)|arose) (?:\w+ )?(?:from|with)|(?:goes|went) back to|trac(?:ed?|es) (?:\w+ ){0,4}to|down to|(?:(?:['’]s|s['’]) (?:\w+ )?(?:mistake|error|fault|slip|doing)|(?:mistake|error|fault|slip|doing)s? (?:of|by|made by))|at fault|to blame|blame (?:lies|is)|responsible|(?:the|that) reason|(?:is|was|are|were|stands?|lies) (?:\w+ )?behind|culprit|knocked|crashed|without .{1,80} (?:would|no)\b|did (?:this|it)|made (?:\w+ ){0,3}(?:fail|crash|stop)|let (?:\w+ ){0,3}(?:in|happen)|gave away|overload\w*|swamp\w*|flooded|bombard\w*|the (?:\w+ )?(?:cause|trigger|origin|source))\b/i;

/** Whoever "is behind it" is told in many other words. */
const strictly = /\b(?:caus(?:e|es|ed)|triggered|led to|brought about|due to|because)\b/i;

/** Guilt is not laid by naming somebody, however little the facts know of them. */
const guilt = /\b(?:at fault|to blame|responsible|fault of|mistake of)\b/i;

/** The words of a claim that name a cause; null where it names none. */
function readNamed(text: string): string | null {
  return behind.exec(text)?.[1] ?? before.exec(text)?.[1] ?? null;
}

/**
 * "The vendor is helping us with the outage" has the things of the claim that the vendor caused it, and no word that makes
 * it the cause.
 */
export function lacksCausing(text: string, match: Match): boolean {
  return strictly.test(text) && readNamed(text) !== null && !causal.test(textOf(match));
}

/** "It is the 14:10 rollout that broke it": the release of which the claim gives the number, where no other is named. */
function isSameRelease(
  things: readonly Element[],
  words: readonly Token[],
  isNamed: (element: Element) => boolean,
): boolean {
  const others = things.filter(({ figure }) => !figure);
  return (
    others.length > 0 &&
    others.length < things.length &&
    others.every(isNamed) &&
    !words.some(({ figure }) => figure !== null && figure.value % 1 !== 0)
  );
}

/**
 * "The wheels slid on wet leaves", where "wet leaves caused the overrun" must not be claimed: whoever tells of the leaves
 * in such a text has named the cause, and no fact knows of leaves. Of one thing or one person more is told than that: what
 * makes it the cause has to stand beside it.
 */
export function findToldCause(claims: Claims, text: string): readonly Finding[] {
  const named = readNamed(text);
  if (named === null) return [];
  const cause = readStatement(named, false);
  const things = cause.elements.filter(
    ({ figure, weight, label }) => (!figure || label || figure.value % 1 !== 0) && weight >= 0.75,
  );
  if (things.length === 0) return [];
  const isPerson = things.some(({ name }) => name);
  const known = claims.facts.some(
    ({ statement, fact }) =>
      things.every(({ key }) => statement.elements.some((element) => element.key === key)) &&
      causal.test(fact.text),
  );
  if (known) return [];
  const made = matchBest(cause, claims.said, true).filter((match) => {
    const words = match.sentence.byClause[match.clause] ?? [];
    const isNamed = ({ key }: Element): boolean =>
      words.some((token) => keyOf(token) === key && !token.negated && token.mood === 'plain');
    const isCausal = causal.test(textOf(match));
    const enough =
      things.length >= 2 && !isPerson && !guilt.test(text)
        ? (things.every(isNamed) &&
            (isCausal || isBaseless(claims, match.sentence, match.clause))) ||
          (isCausal && isSameRelease(things, words, isNamed))
        : isCausal && (isPerson ? things.some(isNamed) : things.every(isNamed));
    return (
      match.mood === 'plain' &&
      words.filter(({ hollow }) => !hollow).length > things.length &&
      enough &&
      !words.some(({ negated, hollow }) => negated && !hollow) &&
      !isOfThePast(cause, match) &&
      !isDisputed(claims.said, match.sentence) &&
      !isRetracted(match.sentence, match.clause) &&
      !isCorrectedQuote(match.sentence, match.clause)
    );
  });
  if (made.length === 0) return [];
  const sure = made.some((match) => causal.test(textOf(match)));
  const why = `This comes close to a claim that must not be made: “${text}”, and no fact bears it out.`;
  return [
    { rule: 'forbidden-claim', cost: sure ? 0.2 : 0.12, spans: made.map(({ span }) => span), why },
  ];
}
