import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import type { OwnTime } from '../../../content/engine/score/debrief.ts';
import { writeStretch, writeWord } from './write-figures.ts';

/** The columns of the table of own times. */
export const ownTimesHead = ['Step', 'Yours', 'A good responder', 'Compared'] as const;

/** One row of it; scenario times, "·" where there is none. */
export interface ToldTime {
  readonly step: string;
  readonly yours: string;
  readonly good: string;
  readonly compared: string;
}

export function tellOwnTime({ milestone, at_s, best_s }: OwnTime): ToldTime {
  const write = (time_s: number | null): string =>
    time_s === null ? '·' : formatScenarioTime(time_s);
  return {
    step: writeWord(milestone.kind ?? milestone.id),
    yours: write(at_s),
    good: write(best_s),
    compared: compare(at_s, best_s),
  };
}

function compare(at_s: number | null, best_s: number | null): string {
  if (at_s === null) return 'not reached';
  if (best_s === null) return '';
  return at_s <= best_s ? 'in good time' : `${writeStretch(at_s - best_s)} after`;
}
