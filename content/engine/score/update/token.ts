import type { Span } from '../sentences.ts';
import type { Figure } from './figure.ts';
import type { Concept } from './lexicon.ts';

/** `open`: said not to be known; `weak`: said with a doubt; `planned`: said of what is to come. */
export type Mood = 'plain' | 'planned' | 'weak' | 'open';

/** One word of a text, with all that is known of it alone. */
export interface Token {
  /** As written. */
  readonly raw: string;
  /** Lower case, straight apostrophes. */
  readonly text: string;
  readonly span: Span;
  readonly stem: string;
  readonly concept: Concept | null;
  /** -1 where the word itself is the opposite of its concept: "safe" of "compromised". */
  readonly sign: 1 | -1;
  readonly figure: Figure | null;
  /** What the figure counts, nearest first: concepts or stems. */
  readonly units: readonly string[];
  /** Carries no matter of its own: an article, a pronoun, part of a longer expression. */
  readonly hollow: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
  readonly clause: number;
  readonly negated: boolean;
  readonly mood: Mood;
}

export type BareToken = Omit<Token, 'clause' | 'negated' | 'mood'>;
