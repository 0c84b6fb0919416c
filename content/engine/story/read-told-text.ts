import type { AnswerRole } from '../star/answer-role.ts';
import { liftByOne, type Lift } from '../star/lift-by-one.ts';
import { scoreRuled, type StarScore } from '../star/score-answer.ts';
import {
  findConfidential,
  type ConfidentialFinding,
  type ConfidentialTerms,
} from './find-confidential.ts';
import { readStoryText } from './read-story-text.ts';
import { countSpokenWords } from './spoken-words.ts';
import type { StoryText } from './story.ts';
import { listGivenRoles, readSentences, type StorySentence } from './story-sentences.ts';
import { countWording, type WordingCounts } from './wording-counts.ts';

/** Fewer words are no story yet: scores would only say so. */
export const fewestWords = 40;

/** All that is shown beside one text of a story. */
export interface ToldText {
  readonly text: string;
  readonly words: number;
  readonly sentences: readonly StorySentence[];
  /** Words of each role. */
  readonly balance: Readonly<Record<AnswerRole, number>>;
  /** Null under 40 words. */
  readonly score: StarScore | null;
  readonly lifts: readonly Lift[];
  /** Why it can hardly be read as English; null where it can. */
  readonly foreign: string | null;
  readonly wording: WordingCounts;
  /** What should not be told outside, in order. */
  readonly findings: readonly ConfidentialFinding[];
}

/**
 * Reads and scores one text of a story against a principle (slug; empty where none is chosen).
 * Roles that the person gave count for marks, balance and score, and the points say so.
 */
export function readToldText(
  story: StoryText,
  principle: string,
  terms: ConfidentialTerms = {},
): ToldText {
  const { text } = story;
  const { ruled, reading } = readStoryText(text);
  const sentences = readSentences(story);
  const words = countSpokenWords(text);
  const score =
    words < fewestWords
      ? null
      : scoreRuled(ruled, { text, principle, given: listGivenRoles(story) });
  const balance = { situation: 0, task: 0, action: 0, result: 0, reflection: 0, other: 0 };
  for (const [at, { role }] of sentences.entries()) {
    balance[role] += reading.sentences[at]?.length ?? 0;
  }
  return {
    text,
    words,
    sentences,
    balance,
    score,
    lifts: score ? liftByOne(score) : [],
    foreign: reading.foreign,
    wording: countWording(reading.sentences),
    findings: findConfidential(text, terms),
  };
}
