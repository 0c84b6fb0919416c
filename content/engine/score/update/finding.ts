import type { Span } from '../sentences.ts';

/** Something that a reader of this audience must not get, with the words that do it. */
export interface Finding {
  readonly rule: string;
  /** The share of what is left that it costs, 0..1. */
  readonly cost: number;
  readonly spans: readonly Span[];
  readonly why: string;
}
