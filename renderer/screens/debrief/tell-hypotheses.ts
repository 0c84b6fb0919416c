import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import {
  heldFrom,
  type ForeseenHypothesis,
  type HypothesesReview,
} from '../../../content/engine/score/hypotheses.ts';

/** What was believed over time, in words. */
export interface ToldHypotheses {
  readonly foreseen: readonly {
    readonly id: string;
    readonly text: string;
    readonly true: boolean;
    /** "true", "not so". */
    readonly was: string;
    readonly you: string;
  }[];
  readonly yours: readonly {
    readonly id: string;
    readonly text: string;
    /** What of the drill it was taken for; may be empty. */
    readonly taken: string;
    readonly history: string;
  }[];
}

export const hypothesesHead = ['What could be believed', 'It was', 'You'] as const;
export const noHypothesis = 'You wrote no hypothesis down.';
export const hypothesesNote = `Held means ${heldFrom} % or more. Words are compared, nothing is understood. Not scored.`;

export function tellHypotheses({ foreseen, yours }: HypothesesReview): ToldHypotheses {
  return {
    foreseen: foreseen.map((one) => ({
      id: one.hypothesis.id,
      text: one.hypothesis.text,
      true: one.hypothesis.true,
      was: one.hypothesis.true ? 'true' : 'not so',
      you: tellForeseen(one),
    })),
    yours: yours.map(({ id, text, matches, history }) => ({
      id,
      text,
      taken: matches
        ? `taken for: ${matches.text}`
        : foreseen.length > 0
          ? 'not recognised by its words; not called wrong'
          : '',
      history: history
        .map(
          ({ at_s, confidence }) =>
            `${formatScenarioTime(at_s)} ${confidence === null ? 'removed' : `${confidence} %`}`,
        )
        .join(' → '),
    })),
  };
}

function tellForeseen({ hypothesis, held_s, dropped_s, last }: ForeseenHypothesis): string {
  if (held_s === null) return hypothesis.true ? 'not held by you' : 'never held by you';
  const held = `held from ${formatScenarioTime(held_s)}`;
  const now = last === null ? '' : `, at ${last} % in the end`;
  return dropped_s === null
    ? `${held}${now}`
    : `${held}, dropped at ${formatScenarioTime(dropped_s)}`;
}
