import type { Delivery } from './state.ts';

/**
 * Whether a prepared answer can still be given: an acknowledgement, or own words, may be followed by
 * one, never the other way round.
 */
export function mayReply({ answer }: Pick<Delivery, 'answer'>): boolean {
  return !answer || answer.kind === 'acknowledged';
}
