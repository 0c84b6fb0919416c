import type { Match } from './match.ts';

/** "Customer releases: none have it": what stands before the colon only names what is spoken of. */
export function isLabel({ sentence, clause }: Match): boolean {
  const own = sentence.byClause[clause] ?? [];
  const next = sentence.byClause[clause + 1]?.[0];
  return (
    own.length <= 5 &&
    next?.gap.includes(':') === true &&
    !own.some(
      ({ concept, text, negated }) => concept?.act || negated || /^(?:is|are|was|were)$/.test(text),
    )
  );
}

/** "Wrong doses taken: unknown". */
export function isLeftOpenBehind({ sentence, clause }: Match): boolean {
  const next = sentence.byClause[clause + 1] ?? [];
  return next[0]?.gap.includes(':') === true && next.some(({ mood }) => mood === 'open');
}

/** "Unaffected: the shop", "not concerned, by the logs: …": at most so many words, of what stands behind the colon. */
export function headsList({ sentence, clause }: Match, most: number): boolean {
  return (
    (sentence.byClause[clause] ?? []).length <= most &&
    sentence.byClause[clause + 1]?.[0]?.gap.includes(':') === true
  );
}

/** "Entry path: nothing yet", "deletion: none": what the label names is denied or left open behind it. */
export function isDeniedBehind({ sentence, clause }: Pick<Match, 'sentence' | 'clause'>): boolean {
  const next = sentence.byClause[clause + 1] ?? [];
  return (
    (sentence.byClause[clause] ?? []).length <= 6 &&
    /:|\s[–—-]\s/.test(next[0]?.gap ?? '') &&
    /^(?:no|none|nothing|not|never|nobody|unknown|unclear|open|zero|nil|nope)$/.test(
      next[0]?.text ?? '',
    )
  );
}
