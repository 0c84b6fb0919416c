import { isHollow } from './small-words.ts';
import type { SaidSentence } from './said-sentence.ts';
import { isCode } from './statement.ts';
import type { Token } from './token.ts';

/**
 * How much of a sentence is language, 0..1. A list of words that a rule would look for is no update:
 * language has small words between the large ones, and they stand in an order.
 */
function rateProse(sentence: SaidSentence): number {
  const { tokens } = sentence;
  // "Three web hosts (web-3, web-4, web-9)": what a list names is no padding.
  const count = tokens.filter(({ figure, raw }) => !figure && !isCode(raw)).length;
  if (tokens.length <= 6) return 1;
  const small = tokens.filter(({ text }) => isHollow(text)).length;
  const share = small / Math.max(1, count);
  let rate = 1;
  if (count >= 12)
    rate =
      share < 0.1 ? (isTerse(tokens) || leadsList(tokens) ? 0.7 : 0.25) : share < 0.18 ? 0.6 : 1;
  else if (share < 0.08) rate = 0.75;
  if (longestRun(tokens) >= 8) rate *= 0.45;
  if (countRepeats(tokens) > 0.5) rate *= 0.4;
  const found = countBroken(tokens);
  const broken = found < 2 ? 0 : found / tokens.length;
  if (broken > 0.1) rate *= 0.35;
  else if (broken > 0.05 && tokens.length >= 20) rate *= 0.6;
  return rate;
}

/** "1,900 saw the page, 412 typed passwords (since reset)": notes with stops, figures and deeds. */
function isTerse(tokens: readonly Token[]): boolean {
  const stops = tokens.filter(({ gap }) => /[,;:.()–—]/.test(gap)).length;
  const stretch = tokens.length / (stops + 1);
  const deeds = tokens.filter(
    ({ concept, text }) => concept?.act === true && /(?:ed|en)$/.test(text),
  );
  const figures = tokens.filter(({ figure }) => figure);
  return stretch >= 2.5 && stretch <= 7 && deeds.length >= 1 && figures.length >= 1;
}

/** "Visit plans were copied today: names, addresses, visit times": a statement, and what it lists. */
function leadsList(tokens: readonly Token[]): boolean {
  const colon = tokens.findIndex(({ gap }) => gap.includes(':'));
  const lead = tokens.slice(0, Math.max(0, colon));
  return lead.some(
    ({ text }, at) =>
      at > 0 &&
      /^(?:is|are|was|were|been)$/.test(text) &&
      /(?:ed|en)$/.test(lead[at + 1]?.text ?? ''),
  );
}

/** Words in a row without a small word or a stop between them. Figures and names are no padding. */
function longestRun(tokens: readonly Token[]): number {
  let longest = 0;
  let run = 0;
  for (const { text, gap, figure, raw } of tokens) {
    const breaks = isHollow(text) || /[,;:.()–—/]/.test(gap);
    if (breaks) run = isHollow(text) ? 0 : 1;
    else if (!figure && !/^[\p{Lu}\d]/u.test(raw)) run += 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

function countRepeats(tokens: readonly Token[]): number {
  const told = tokens.filter(({ text }) => !isHollow(text));
  return told.length < 8 ? 0 : 1 - new Set(told.map(({ text }) => text)).size / told.length;
}

const determiner = /^(?:the|a|an|our|your|their|its|my)$/;
const cannotFollow =
  /^(?:the|a|an|our|your|their|is|are|was|were|be|been|has|have|had|of|and|or|but|will|would|to|at|by|from|with|in|on|for|that|which|it|we|they)$/;
const cannotEnd = /^(?:the|a|an|our|your|their|its|and|or|of|been|has|have|had|will|would)$/;

const preposition = /^(?:in|at|by|of|for|from|with|into|between|within|during)$/;
const afterNoPreposition =
  /^(?:in|at|by|of|for|with|into|is|are|was|were|and|or|has|had|have|will|not|been)$/;

/** Pairs of small words that no sentence has: "the of", "is the was". Shuffled words are full of them. */
function countBroken(tokens: readonly Token[]): number {
  let broken = 0;
  tokens.forEach(({ text, gap }, at) => {
    const next = tokens[at + 1];
    if (determiner.test(text) && next && cannotFollow.test(next.text) && !/[,;:.]/.test(next.gap))
      broken += 1;
    if (text === tokens[at - 1]?.text && gap.trim() === '') broken += 1;
    if (
      next &&
      next.gap.trim() === '' &&
      preposition.test(text) &&
      afterNoPreposition.test(next.text)
    )
      broken += 1;
    if (
      next &&
      ((text === 'of' && /^(?:is|was|are|were|has|have|of|and|or)$/.test(next.text)) ||
        // "Is broken and is being repaired".
        (/^(?:and|or)$/.test(text) && /^(?:of|and|or)$/.test(next.text)))
    )
      broken += 1;
    if (
      /^(?:is|was|are|were)$/.test(text) &&
      next &&
      /^(?:is|was|are|were|has|have|had|of|will)$/.test(next.text)
    )
      broken += 1;
    if (at === tokens.length - 1 && cannotEnd.test(text)) broken += 1;
  });
  return broken;
}

/** Prose by sentence, with many lines of a word or two taken for what they are: a list of words. */
export function rateAllProse(said: readonly SaidSentence[]): (sentence: SaidSentence) => number {
  const rates = new Map(said.map((sentence) => [sentence, rateProse(sentence)]));
  const stubs = said.filter(({ tokens }) => tokens.length <= 2);
  const words = said.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const stubWords = stubs.reduce((sum, { tokens }) => sum + tokens.length, 0);
  if (stubs.length >= 6 && stubWords > 0.4 * words) for (const stub of stubs) rates.set(stub, 0.2);
  return (sentence) => rates.get(sentence) ?? 1;
}
