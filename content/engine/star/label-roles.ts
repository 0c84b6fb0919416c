import type { ReadSentence } from './answer-words.ts';
import { answerRoles, type AnswerRole } from './answer-role.ts';
import { findDeeds, type Deed } from './deeds.ts';
import { roleCues } from './role-cues.ts';
import { isToldInThePast, leanByManner } from './telling-manner.ts';
import { isPast } from './word-forms.ts';

const count = answerRoles.length;
const indexOf = Object.fromEntries(answerRoles.map((role, index) => [role, index])) as Readonly<
  Record<AnswerRole, number>
>;

/**
 * Where in an answer a role usually stands: at its start, at each quarter, at its end. These and the
 * steps were set by hand and then moved, by a perceptron with a margin of 2, to what separates the
 * roles of the cases for tuning; the cases held out took no part.
 */
const places: Readonly<Record<AnswerRole, readonly number[]>> = {
  situation: [3.4, 1.1, -0.8, -1.6, -2.4],
  task: [-0.5, 1.2, 0, -1.1, -1.8],
  action: [-1.6, 0.4, 2.5, 0.5, -1.1],
  result: [-1.6, -0.7, -0.8, 2.1, 0.6],
  reflection: [-2, -1.8, -1.2, -0.4, 2.3],
  other: [0.5, -0.9, -1.2, -1.2, -0.4],
};

/** From a role (row) to the next sentence's (column). */
const steps: readonly (readonly number[])[] = [
  [0.6, 1.1, 0.5, -0.7, -1.4, -0.8],
  [-1, -0.8, 1.3, -0.6, -1.2, -1],
  [-1.6, -1.5, 1.1, 0.8, -0.3, -1],
  [-1.8, -1.7, -0.6, 0.7, 1.9, -0.2],
  [-2.1, -1.8, -1.9, -1.5, 0, 0.5],
  [1.3, 0, 0, 0, 0, 1],
];

export interface LabelledSentence {
  readonly deeds: readonly Deed[];
  readonly role: AnswerRole;
  /** What the words alone say, and by how much they prefer it; null where they say little. */
  readonly own: AnswerRole | null;
  readonly lead: number;
  /** Where the words alone would put it, 0 (situation) to 4 (reflection); null for what is no part. */
  readonly rank: number | null;
  /** For each role, in the order of `answerRoles`, how much speaks for it but its place and neighbours. */
  readonly weights: readonly number[];
}

/** The likeliest roles in a row (Viterbi): words, place and neighbours taken together. */
function labelRoles(
  sentences: readonly ReadSentence[],
  isQuestion: (sentence: ReadSentence) => boolean,
): readonly LabelledSentence[] {
  const found = sentences.map(findDeeds);
  const past = isToldInThePast(found);
  const weighed = sentences.map((sentence, at) =>
    weigh(sentence, found[at] ?? [], isQuestion(sentence)),
  );
  const placed = weighed.map((weights, at) => {
    const leaning = leanByManner(sentences[at], found[at] ?? [], past);
    return answerRoles.map((role, index) => (weights[index] ?? 0) + leaning(role));
  });
  const { labels } = findLikeliest(placed);
  return weighed.map((weights, at) => {
    const own = findGreatest(weights);
    const sorted = [...weights].sort((a, b) => b - a);
    const lead = (sorted[0] ?? 0) - (sorted[1] ?? 0);
    return {
      deeds: found[at] ?? [],
      role: labels[at] ?? 'other',
      own: lead >= 1 ? (answerRoles[own] ?? null) : null,
      lead,
      // Words that lean to two roles alike would only blur where it belongs.
      rank: lead < 0.3 ? null : expectRank(weights),
      weights: placed[at] ?? [],
    };
  });
}

/**
 * The same, where a program put some sentences among those of the person: what was told keeps the
 * roles that it has by itself, and only what was put there is read by its neighbours.
 */
export function labelAroundPlaced(
  sentences: readonly ReadSentence[],
  isQuestion: (sentence: ReadSentence) => boolean,
  isPlaced: (sentence: ReadSentence) => boolean,
): readonly LabelledSentence[] {
  const all = labelRoles(sentences, isQuestion);
  const told = sentences.filter((sentence) => !isPlaced(sentence));
  if (told.length === sentences.length) return all;
  const alone = labelRoles(told, isQuestion);
  const byItself = new Map(told.map((sentence, at) => [sentence, alone[at]]));
  return all.map((one, at) => {
    const sentence = sentences[at];
    return (sentence && byItself.get(sentence)) ?? one;
  });
}

/** The roles of rows of weights that are likeliest in this order, and how likely they are at all. */
function findLikeliest(rows: readonly (readonly number[])[]): {
  readonly labels: readonly AnswerRole[];
  readonly likelihood: number;
} {
  const best: number[][] = [];
  const from: number[][] = [];
  for (const [at, weights] of rows.entries()) {
    const previous = best[at - 1];
    const row: number[] = [];
    const back: number[] = [];
    for (let role = 0; role < count; role += 1) {
      let most = previous ? Number.NEGATIVE_INFINITY : 0;
      let origin = -1;
      for (let before = 0; previous && before < count; before += 1) {
        const value = (previous[before] ?? 0) + (steps[before]?.[role] ?? 0);
        if (value > most) {
          most = value;
          origin = before;
        }
      }
      row.push(most + (weights[role] ?? 0) + placeOf(role, at, rows.length));
      back.push(origin);
    }
    best.push(row);
    from.push(back);
  }
  const last = best.at(-1) ?? [];
  const labels: AnswerRole[] = [];
  let role = findGreatest(last);
  const likelihood = last[role] ?? 0;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    labels[at] = answerRoles[role] ?? 'other';
    role = from[at]?.[role] ?? 0;
  }
  return { labels, likelihood };
}

/**
 * How much likelier, for each sentence, the same sentences would be in the order that their words
 * suggest; 0 where they stand so, about 1 where they were shuffled.
 */
export function findSlack(
  sentences: readonly Pick<LabelledSentence, 'rank' | 'weights'>[],
): number {
  if (sentences.length < 3) return 0;
  const rows = sentences.map(({ weights }) => weights);
  let last = 0;
  const byRank = sentences.map(({ rank }) => (last = rank ?? last));
  let before = 0;
  const byRole = rows.map((row) => (before = Math.max(...row) < 0.8 ? before : findGreatest(row)));
  const gain =
    Math.max(likelihoodIn(rows, byRank), likelihoodIn(rows, byRole)) -
    findLikeliest(rows).likelihood;
  return Math.max(0, gain / sentences.length);
}

function likelihoodIn(rows: readonly (readonly number[])[], places: readonly number[]): number {
  const sorted = rows
    .map((row, at) => ({ row, at, place: places[at] ?? 0 }))
    .sort((a, b) => a.place - b.place || a.at - b.at)
    .map(({ row }) => row);
  return findLikeliest(sorted).likelihood;
}

/**
 * The same, with the roles that the person gave in the place of those that the rules found: what is
 * said of a sentence by whoever told it counts as if its words said so. Other sentences stay as they
 * are, so that one role set moves no other.
 *
 * @param given a role or null (leave it to the rules) for each sentence, in order
 */
export function giveRoles(
  labelled: readonly LabelledSentence[],
  given: readonly (AnswerRole | null)[],
): readonly LabelledSentence[] {
  return labelled.map((one, at) => {
    const role = given[at] ?? null;
    return role === null
      ? one
      : {
          ...one,
          role,
          own: role,
          rank: role === 'other' ? null : (ranks[indexOf[role]] ?? null),
          weights: answerRoles.map((name) => (name === role ? 9 : 0)),
        };
  });
}

const ranks = [0, 0.7, 2, 3, 4];

/** The mean of the ranks, each by how much the words speak for it. */
function expectRank(weights: readonly number[]): number | null {
  const greatest = Math.max(...weights);
  if (greatest < 0.8 || (weights[indexOf.other] ?? 0) === greatest) return null;
  let sum = 0;
  let mass = 0;
  for (const [role, rank] of ranks.entries()) {
    const share = Math.exp(0.9 * ((weights[role] ?? 0) - greatest));
    sum += share * rank;
    mass += share;
  }
  return sum / mass;
}

function placeOf(role: number, at: number, length: number): number {
  const table = places[answerRoles[role] ?? 'other'];
  if (length <= 1) return 0;
  const place = (at / (length - 1)) * (table.length - 1);
  const low = Math.floor(place);
  const left = table[low] ?? 0;
  const right = table[Math.min(low + 1, table.length - 1)] ?? 0;
  // A short answer tells less by its places.
  return (left + (right - left) * (place - low)) * Math.min(1, length / 5);
}

function weigh(sentence: ReadSentence, all: readonly Deed[], question: boolean): number[] {
  const weights = answerRoles.map(() => 0);
  const add = (role: AnswerRole, weight: number): void => {
    weights[indexOf[role]] = (weights[indexOf[role]] ?? 0) + weight;
  };
  if (question) add('other', 8);
  if (sentence.length === 0) {
    add('other', 6);
    return weights;
  }
  for (const [role, weight, cue] of roleCues) if (cue.test(sentence.line)) add(role, weight);
  const deeds = all.filter(({ kind }) => kind === 'past' || kind === 'present');
  const own = deeds.filter(({ who }) => who === 'i').length;
  const supposed = all.length > 0 && all.every(({ kind }) => kind === 'hypothetical');
  if (supposed && !isPastLine(sentence)) add('other', 3);
  const early = deeds.some(({ subject }) => subject <= 4);
  if (own === 1 && earlierStill.test(sentence.line)) add('action', 1);
  else if (own > 0) add('action', (early ? 2.4 : 1.5) + 0.5 * Math.min(2, own - 1));
  else if (deeds.length > 0) add('action', early ? 1 : 0.4);
  return weights;
}

/** "I had trusted the list": what lay before the story, or before the lesson. */
const earlierStill =
  / i had (?:just |already |also |only |never |always |not |simply )?[a-z]+(?:ed|en|wn|ght|pt|ft|lt|nt|ut) /;

function isPastLine({ words }: ReadSentence): boolean {
  return words.some(({ form }) => isPast(form) || /^(?:was|were|had|did)$/.test(form));
}

function findGreatest(values: readonly number[]): number {
  let best = 0;
  for (const [index, value] of values.entries()) if (value > (values[best] ?? 0)) best = index;
  return best;
}
