import type { Span } from '../sentences.ts';
import type { Finding } from './finding.ts';
import type { SaidSentence } from './said-sentence.ts';
import type { Audience } from './update-request.ts';

/** Words that a reader of this kind has time for, before and for each fact there is to tell. */
const room: Readonly<Record<Audience, readonly [words: number, perFact: number]>> = {
  executive: [60, 14],
  customers: [90, 16],
  regulator: [140, 22],
  engineers: [110, 20],
  handover: [120, 20],
};
const longestSentence: Readonly<Record<Audience, number>> = {
  executive: 28,
  customers: 28,
  regulator: 40,
  engineers: 36,
  handover: 36,
};

const fillers =
  /\b(?:as you (?:may|might|will|probably|all|surely)(?: already)? (?:be aware|know|imagine|have (?:heard|seen|noticed))|at this (?:moment|point|juncture) in time|needless to say|it (?:should|must|is worth|bears) (?:be noted|noting|mentioning|repeating)(?: that)?|in (?:terms|light|view) of the fact that|due to the fact that|as a matter of fact|basically|actually|honestly|frankly|to be (?:honest|fair|clear)|if you will|so to speak|as it were|you know|i mean|kind of|sort of|or so|and so on|et cetera|at the end of the day|going forward|first and foremost|last but not least|long story short|the thing is|i (?:just )?want(?:ed)? to (?:say|mention|add|start)|let me (?:start|begin|just)|before i (?:get|come|go)|by the way|anyway|in any case|obviously|of course|i (?:guess|suppose)|as i said|as mentioned)\b/gi;

/** Length, long sentences, padding and repetition: what costs the reader time. */
export function findBurdens(
  said: readonly SaidSentence[],
  text: string,
  audience: Audience,
  facts: number,
): readonly Finding[] {
  const findings: Finding[] = [];
  const counted = said.map(({ tokens }) => tokens.length);
  const words = counted.reduce((sum, count) => sum + count, 0);
  const [base, perFact] = room[audience];
  const budget = base + perFact * facts;
  if (words > budget) {
    const over = words / budget - 1;
    const last = findWordSpan(said, budget);
    const why = `${words} words; a reader of this kind has time for about ${budget}. What matters drowns. Put the state first and leave out what changes nothing for them.`;
    // A few words over are nothing that a reader feels.
    const cost = Math.min(0.45 * over, 0.08 + 0.16 * over, 0.35);
    findings.push({ rule: 'too-long', cost, spans: last, why });
  }
  const limit = longestSentence[audience];
  const long = said.filter(
    ({ tokens, clauses }) =>
      tokens.length > limit + 6 && !(clauses > 4 && tokens.length < 2 * limit),
  );
  const share = long.reduce((sum, { tokens }) => sum + tokens.length, 0) / Math.max(1, words);
  if (long.length > 0 && share > 0.3) {
    const why = 'Long sentences: a reader in a hurry loses the thread. One thing to a sentence.';
    findings.push({
      rule: 'long-sentences',
      // One long sentence is a blemish, a text of nothing else a burden.
      cost: Math.min(0.15, 0.2 * share ** 2),
      spans: long.map(({ span }) => span).slice(0, 8),
      why,
    });
  }
  const padding = [...text.slice(0, 200_000).matchAll(fillers)].map((match): Span => [
    match.index,
    match.index + match[0].length,
  ]);
  if (padding.length >= 2) {
    const why = 'Padding. It takes time and says nothing.';
    findings.push({
      rule: 'padding',
      cost: Math.min(0.15, 0.02 + 0.015 * padding.length),
      spans: padding.slice(0, 12),
      why,
    });
  }
  const repeats = findRepeats(said);
  if (repeats.length > 0) {
    const why = 'Said before in the same words.';
    findings.push({
      rule: 'repetition',
      cost: Math.min(0.25, 0.05 * repeats.length),
      spans: repeats.slice(0, 12),
      why,
    });
  }
  return findings;
}

function findWordSpan(said: readonly SaidSentence[], from: number): readonly Span[] {
  let count = 0;
  for (const { tokens } of said) {
    const token = tokens[from - count];
    const last = said.at(-1);
    if (token && last) return [[token.span[0], last.span[1]]];
    count += tokens.length;
  }
  return [];
}

function findRepeats(said: readonly SaidSentence[]): readonly Span[] {
  const seen = new Set<string>();
  return said.flatMap(({ tokens, span }): Span[] => {
    if (tokens.length < 4) return [];
    const key = tokens.map(({ stem }) => stem).join(' ');
    if (seen.has(key)) return [span];
    seen.add(key);
    return [];
  });
}

/** A list of words in place of sentences. */
export function findWordLists(
  said: readonly SaidSentence[],
  prose: (sentence: SaidSentence) => number,
): readonly Finding[] {
  const words = said.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const lists = said.filter((sentence) => prose(sentence) < 0.5);
  const share = lists.reduce((sum, { tokens }) => sum + tokens.length, 0) / Math.max(1, words);
  if (share < 0.15) return [];
  const why = 'A list of words, not sentences: a reader cannot tell what happened to what.';
  return [
    {
      rule: 'word-list',
      cost: Math.min(0.5, 0.6 * share),
      spans: lists.map(({ span }) => span).slice(0, 12),
      why,
    },
  ];
}
