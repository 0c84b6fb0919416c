import type { DecisionReview } from '../../../content/engine/score/debrief.ts';
import { endSentence } from './write-figures.ts';

/** One decision in words; `null` where there is nothing of the kind to say. */
export interface ToldDecision {
  readonly sure: string;
  /** What was chosen. */
  readonly chosen: string;
  /** Why the best option did not earn all of its points. */
  readonly lost: string | null;
  /** The best option, where another one was taken. */
  readonly better: string | null;
  /** Said in place of all others where it never opened. */
  readonly unreached: string | null;
}

export function tellDecision({ chosen, best, point }: DecisionReview): ToldDecision {
  const bestWords = `Best: ${endSentence(best.text)}`;
  if (!chosen) {
    const unreached = `It was not reached and does not count. ${bestWords}`;
    return { sure: '', chosen: '', lost: null, better: null, unreached };
  }
  const { option, rating, why, confidence } = chosen;
  const short = point !== null && point.earned < point.weight - 0.05 && rating === best.rating;
  return {
    sure: confidence === null ? 'no confidence stated' : `${confidence} % sure`,
    chosen: option ? endSentence(option.text) : 'Nothing was decided in time.',
    lost: short ? point.why.slice(why.length).trim() : null,
    better: option && rating < best.rating ? bestWords : null,
    unreached: null,
  };
}
