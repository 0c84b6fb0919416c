import type { Span } from './sentences.ts';

/** Whether an update says one fact. */
export interface FactCheck {
  readonly id: string;
  /** It could be known when the update was sent; otherwise it is not asked for. */
  readonly asked: boolean;
  readonly met: boolean;
  readonly spans: readonly Span[];
}
