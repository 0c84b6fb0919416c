import type { Decision, DecisionOption } from '../format/drill-schema.ts';
import type { AttemptHeader } from './attempt-log.ts';
import { hashText, shuffle } from './random-source.ts';

/** The options of a decision in the order in which an attempt shows them, wherever it is played. */
export function orderOptions(
  { attempt, seed }: Pick<AttemptHeader, 'attempt' | 'seed'>,
  { id, options }: Decision,
): readonly DecisionOption[] {
  return shuffle(options, hashText(`${attempt}/${id}`) ^ seed);
}
