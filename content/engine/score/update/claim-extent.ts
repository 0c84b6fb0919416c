import type { Match } from './match.ts';
import { isBesides } from './negation.ts';
import type { Statement } from './statement.ts';
import type { Token } from './token.ts';

// How far a claim goes ("all", "only", "fully", "has been"), and whether what is said goes as far.

export const harms = new Set(
  'take access expose compromise lose delete encrypt affect attack'.split(' '),
);

/** "All keys have been replaced" is not made by "keys are being replaced", nor by "the rest was". */
export function isLess(claim: string, { sentence, clause, met, mood }: Match): boolean {
  // What harms is claimed as soon as it goes on.
  // "Every affected customer has been informed" is about informing.
  const acts = [...met].filter(({ concept }) => concept?.act);
  const harm = acts.some(
    ({ key, sign }) => harms.has(key) && sign === 1 && (key !== 'affect' || acts.length === 1),
  );
  const words = sentence.byClause[clause] ?? [];
  const going = words.some(
    ({ text, concept }, at) =>
      text === 'being' ||
      (concept?.act === true &&
        text.endsWith('ing') &&
        /^(?:am|is|are|'re)$/.test(words[at - 1]?.text ?? '')),
  );
  if (
    (mood === 'planned' || words.some(({ text }) => text === 'should')) &&
    !harm &&
    // "They get it back by Friday" is not "they have it back".
    /\b(?:has|have|had) (?:now |all )?been\b|\b(?:was|were)\b|\b(?:has|have)\b.*\b(?:back|reset|replaced|changed)\b|\b(?:is|are) (?:\w+ )?(?:again|complete|completed|contained|restored|over|back)\b/i.test(
      claim,
    )
  )
    return true;
  if (going && !harm && /\b(?:has|have|had|was|were) (?:now |all )?(?:been )?\w+ed\b/i.test(claim))
    return true;
  // "Runs on 5 of 8 nodes" is not "is healthy".
  if (
    /\b(?:healthy|fine|ok|okay|fully|normal)\b/i.test(claim) &&
    words.some(
      ({ figure, text }, at) =>
        figure?.kind === 'count' &&
        (/^(?:of|from)$/.test(words[at + 1]?.text ?? '') || /^\d+\/\d+$/.test(text)),
    )
  )
    return true;
  if (
    /\b(?:only|no|none|nobody|complete|completed|fully|again|as planned)\b/i.test(claim) &&
    words.some(
      ({ text, figure }, at) =>
        (figure?.kind === 'percent' && figure.value < 100) ||
        (/^(?:some|most)$/.test(text) && (at === 0 || words[at - 1]?.text !== 'at')),
    ) &&
    !/\b(?:some|most)\b|%|per ?cent/i.test(claim)
  )
    return true;
  // "49 reached, none of them took it": of the 49.
  if (
    /^(?:no|none|nobody)\b/i.test(claim) &&
    words.some(
      ({ text }, at) =>
        text === 'none' &&
        words[at + 1]?.text === 'of' &&
        /^(?:them|these|those)$/.test(words[at + 2]?.text ?? '') &&
        words.slice(0, at).some(({ figure }) => figure?.kind === 'count'),
    )
  )
    return true;
  if (!/\b(?:all|every|everything|everybody|everyone|each)\b/i.test(claim)) return false;
  // "Every shop that was affected gets a mail": which shops, and not that all were.
  if (
    acts.length > 0 &&
    acts.every(({ key }) =>
      words.some(
        (word, at) =>
          word.concept?.id === key &&
          [1, 2, 3].some((back) => {
            const pronoun = words[at - back];
            return (
              pronoun !== undefined &&
              /^(?:who|that|which)$/.test(pronoun.text) &&
              !pronoun.gap.includes(',')
            );
          }),
      ),
    )
  )
    return true;
  if (sentence.tokens.some(({ text }) => /^(?:some|rest|half|partly|most)$/.test(text)))
    return true;
  // "Somebody read our bucket": of customers only because an earlier sentence named them.
  if (
    !words.some(({ text }) => sweeping.test(text)) &&
    ![...met].some(
      (element) => !element.concept?.act && !element.figure && sentence.byKey.has(element.key),
    ) &&
    !words.some(({ text }) => /^(?:they|these|those|it)$/.test(text))
  )
    return true;
  // "Six are patched", "the first is restored": of some, where nothing says "all".
  return (
    !words.some(
      ({ text }, at) => sweeping.test(text) && !(text === 'each' && !isFollowed(words, at)),
    ) &&
    sentence.tokens.some(({ text, figure }) =>
      figure
        ? figure.kind === 'count' || figure.kind === 'percent'
        : // "Every one of them".
          /^(?:first|second|third|last|another|next|other|remaining|single|several|few|many|those|these)$/.test(
            text,
          ),
    )
  );
}

/** "25 minutes each" is a measure, "each server" is all of them. */
function isFollowed(words: readonly Token[], at: number): boolean {
  const next = words[at + 1];
  return next !== undefined && !/[,;.:]/.test(next.gap);
}

const sweeping =
  /^(?:all|every|everything|everybody|everyone|each|both|whole|entire|entirely|fully|completely|totally|none|no|nothing|100)$/;

export const limiting =
  /\b(?:only|just|solely|merely|nothing but|no more than|at most|limited to)\b/i;

export function isLimited({ sentence }: Match): boolean {
  if (sentence.tokens.some((_, at) => isBesides(sentence.tokens, at))) return true;
  return sentence.tokens.some(
    ({ text, negated }, at) =>
      /^(?:only|just|solely|merely|single|sole|alone|limited|confined|restricted)$/.test(text) ||
      // "No other", "nothing else", "at most".
      (/^(?:other|others|more|else|elsewhere)$/.test(text) && negated) ||
      (text === 'most' && sentence.tokens[at - 1]?.text === 'at'),
  );
}

/** "Besides the office, four more mailboxes", "187 were signed in" for a claim of only one. */
export function isOfMore({ text, elements }: Statement, { sentence, clause }: Match): boolean {
  const claimed = /\b(?:one|single)\b/i.test(text)
    ? 1
    : Math.max(0, ...elements.map(({ figure }) => (figure?.kind === 'count' ? figure.value : 0)));
  return (sentence.byClause[clause] ?? []).some(
    ({ text: own, negated, figure }, at, words) =>
      !negated &&
      (/^(?:besides|also|too|additionally)$/.test(own) ||
        (/^(?:more|further|other|additional)$/.test(own) &&
          words[at - 1]?.figure?.kind === 'count') ||
        (claimed > 0 && figure?.kind === 'count' && figure.value > claimed)),
  );
}

/** "Only the student saw labels" is not said where no student is named: "labels are seen only after signing in". */
export function lacksTheOnly({ text, elements }: Statement, { met }: Match): boolean {
  if (!/^only\b/i.test(text)) return false;
  const first = elements.find(({ concept, figure }) => !concept?.act && !figure);
  return first !== undefined && !met.has(first);
}
