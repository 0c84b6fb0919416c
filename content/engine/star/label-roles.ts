import type { ReadSentence } from './answer-words.ts';
import { answerRoles, type AnswerRole } from './answer-role.ts';
import { findDeeds, type Deed } from './deeds.ts';
import { roleCues } from './role-cues.ts';

const count = answerRoles.length;
const indexOf = Object.fromEntries(answerRoles.map((role, index) => [role, index])) as Readonly<
  Record<AnswerRole, number>
>;

/** Where in an answer a role usually stands: at its start, at each quarter, at its end. */
const places: Readonly<Record<AnswerRole, readonly number[]>> = {
  situation: [3, 1.2, -0.6, -1.6, -2.4],
  task: [0.4, 1.3, 0, -1, -1.8],
  action: [-1.2, 0.7, 1.4, 0.8, -0.8],
  result: [-1.6, -0.8, 0.1, 1.2, 1],
  reflection: [-1.8, -1.8, -1.2, 0.1, 1.8],
  other: [-0.6, -1.2, -1.2, -1.2, -0.6],
};

/** From a role (row) to the next sentence's (column). */
const steps: readonly (readonly number[])[] = [
  [0.7, 1, 0.4, -0.8, -1.4, -0.6],
  [-0.9, 0, 1.4, -0.6, -1.2, -1],
  [-1.6, -1.2, 1, 0.6, -0.2, -1],
  [-2, -1.8, -0.4, 0.8, 1.1, -0.2],
  [-2, -1.8, -1, -0.4, 0.9, 0.3],
  [0.6, 0, 0, 0, 0, 0.3],
];

/**
 * A sentence in which nobody says "I": early it tells what was, late it tells what came of it. Its
 * words alone do not say which, so it counts with its place only.
 */
const ofOthers: Partial<Readonly<Record<AnswerRole, number>>> = { situation: 0.5, result: 0.9 };

/** "I test each one twice", at the end of what was told in the past: what has become of it. */
const customs: Partial<Readonly<Record<AnswerRole, number>>> = { action: -1.4, reflection: 2.6 };

export interface LabelledSentence {
  readonly deeds: readonly Deed[];
  readonly role: AnswerRole;
  /** What the words alone say, and by how much they prefer it; null where they say little. */
  readonly own: AnswerRole | null;
  readonly lead: number;
  /** Where the words alone would put it, 0 (situation) to 4 (reflection); null for what is no part. */
  readonly rank: number | null;
}

/** The likeliest roles in a row (Viterbi): words, place and neighbours taken together. */
export function labelRoles(
  sentences: readonly ReadSentence[],
  isQuestion: (sentence: ReadSentence) => boolean,
): readonly LabelledSentence[] {
  const found = sentences.map(findDeeds);
  const past = isToldInThePast(found);
  const weighed = sentences.map((sentence, at) =>
    weigh(sentence, found[at] ?? [], isQuestion(sentence)),
  );
  const best: number[][] = [];
  const from: number[][] = [];
  for (const [at, weights] of weighed.entries()) {
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
      const name = answerRoles[role] ?? 'other';
      const placed =
        (isOfOthers(sentences[at], found[at] ?? []) ? (ofOthers[name] ?? 0) : 0) +
        (past && isCustom(found[at] ?? []) ? (customs[name] ?? 0) : 0);
      row.push(most + (weights[role] ?? 0) + placed + placeOf(role, at, sentences.length));
      back.push(origin);
    }
    best.push(row);
    from.push(back);
  }
  const labels: AnswerRole[] = [];
  let role = findGreatest(best.at(-1) ?? []);
  for (let at = sentences.length - 1; at >= 0; at -= 1) {
    labels[at] = answerRoles[role] ?? 'other';
    role = from[at]?.[role] ?? 0;
  }
  return weighed.map((weights, at) => {
    const own = findGreatest(weights);
    const sorted = [...weights].sort((a, b) => b - a);
    const lead = (sorted[0] ?? 0) - (sorted[1] ?? 0);
    return {
      deeds: found[at] ?? [],
      role: labels[at] ?? 'other',
      own: lead >= 1 ? (answerRoles[own] ?? null) : null,
      lead,
      rank: expectRank(weights),
    };
  });
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
      : { ...one, role, own: role, rank: role === 'other' ? null : (ranks[indexOf[role]] ?? null) };
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

function isOfOthers(sentence: ReadSentence | undefined, deeds: readonly Deed[]): boolean {
  return sentence !== undefined && deeds.length === 0 && !/ i /.test(sentence.line);
}

function isCustom(all: readonly Deed[]): boolean {
  const deeds = all.filter(({ kind }) => kind === 'past' || kind === 'present');
  return deeds.some(({ who }) => who === 'i') && deeds.every(({ kind }) => kind === 'present');
}

function isToldInThePast(all: readonly (readonly Deed[])[]): boolean {
  let past = 0;
  let present = 0;
  for (const deeds of all) {
    for (const { kind } of deeds) {
      if (kind === 'past' || kind === 'negated') past += 1;
      else if (kind === 'present') present += 1;
    }
  }
  return past >= 3 && past >= present * 2;
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
  const early = deeds.some(({ subject }) => subject <= 4);
  if (own > 0) add('action', (early ? 2.4 : 1.5) + 0.5 * Math.min(2, own - 1));
  else if (deeds.length > 0) add('action', 1);
  return weights;
}

function findGreatest(values: readonly number[]): number {
  let best = 0;
  for (const [index, value] of values.entries()) if (value > (values[best] ?? 0)) best = index;
  return best;
}
