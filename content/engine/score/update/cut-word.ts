import type { Span } from '../sentences.ts';

/** A word as it stands, with what is right before and after it. */
export interface CutWord {
  readonly raw: string;
  readonly text: string;
  readonly span: Span;
  readonly gap: string;
  readonly before: string;
  readonly after: string;
}
