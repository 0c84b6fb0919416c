import type { Span } from '../score/sentences.ts';
import { locate } from './answer-words.ts';
import type { AnswerReading, AnswerSentence } from './read-answer.ts';

export const starDimensions = [
  'specificity',
  'own_action',
  'judgement',
  'result',
  'reflection',
  'relevance',
] as const;
export type StarDimension = (typeof starDimensions)[number];

export interface Finding {
  /** 0..1: how much of what the rule can give, or how much it takes. */
  readonly share: number;
  readonly spans: readonly Span[];
}
export const nothing: Finding = { share: 0, spans: [] };

/** What raises a dimension from 1. The most of all rules of a dimension add up to 4. */
export interface StarRule {
  readonly id: string;
  readonly dimension: StarDimension;
  readonly most: number;
  readonly find: (answer: AnswerReading) => Finding;
  /** Said where it was found. */
  readonly why: string;
  /** What to do where it is missing. */
  readonly lift: string;
}

/** What takes a share of what was earned away again, in the dimensions it names. */
export interface StarDamper {
  readonly id: string;
  readonly dimensions: readonly StarDimension[];
  readonly find: (answer: AnswerReading) => Finding;
  readonly why: string;
  readonly lift: string;
}

const most = 12;

/**
 * Sentences in which a pattern holds, each by its weight; a later sentence adds to what the others
 * left open. `enough` is the sum at which the share is whole.
 */
export function findSigns(
  { sentences }: AnswerReading,
  pattern: RegExp,
  {
    enough = 1,
    only = () => true,
    weigh = ({ weight }) => weight,
    deniable = true,
  }: {
    readonly enough?: number;
    readonly only?: (sentence: AnswerSentence) => boolean;
    readonly weigh?: (sentence: AnswerSentence) => number;
    /** Whether "not" before it takes it back; "it never expired on the Thursday" still says when. */
    readonly deniable?: boolean;
  } = {},
): Finding {
  let sum = 0;
  const spans: Span[] = [];
  for (const sentence of sentences) {
    if (sentence.weight === 0 || !only(sentence)) continue;
    const match = pattern.exec(sentence.line);
    if (!match || (deniable && isDenied(sentence, match.index, match[0]))) continue;
    const weight = weigh(sentence);
    if (weight <= 0.05) continue;
    sum += weight;
    if (spans.length < most) spans.push(locate(sentence, match.index, match[0].length));
  }
  return { share: Math.min(1, sum / enough), spans };
}

/** "I did not measure", "there was no lesson": what is denied was not shown. */
function isDenied({ line }: AnswerSentence, at: number, found: string): boolean {
  const before = line.slice(Math.max(0, at - 60), at + 1);
  const clause = before.slice(before.lastIndexOf(' , ') + 1);
  const near = clause.trim().split(' ').slice(-5).join(' ');
  if (/ (?:but|so|and then|because|instead) /.test(` ${found} `)) return false;
  return /(?:^| )(?:not|never|no|nobody|none|cannot|without|hardly)(?: \S+){0,3}$/.test(near);
}

export function spansOf(sentences: readonly AnswerSentence[]): readonly Span[] {
  return sentences.slice(0, most).map(({ span }) => span);
}

/** Steep at first, so that more of the same gives less and less. */
export function saturate(value: number, enough: number): number {
  return 1 - Math.exp((-2.2 * Math.max(0, value)) / enough);
}
