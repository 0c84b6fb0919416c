import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import type { RedHerringReview } from '../../../content/engine/score/red-herrings.ts';
import { sayDuration } from '../../state/room-words.ts';

/** One red herring in words: when it came, what it cost, what would have told you, and where that stood. */
export interface ToldRedHerring {
  readonly id: string;
  readonly subject: string;
  readonly at: string;
  readonly spent: string;
  readonly valve: string;
  readonly places: readonly string[];
}

export function tellRedHerring({
  item,
  arrived_s,
  valve,
  spent_s,
  places,
}: RedHerringReview): ToldRedHerring {
  return {
    id: item.id,
    subject: item.subject,
    at: formatScenarioTime(arrived_s),
    spent: spent_s === 0 ? 'you spent no time on it' : `you spent ${sayDuration(spent_s)} on it`,
    valve: `What would have told you: ${valve}`,
    places: places.map(
      ({ clue, seen_s }) =>
        `${clue.says} ${
          seen_s === null
            ? 'You had not opened it.'
            : `You had it open at ${formatScenarioTime(seen_s)}.`
        }`,
    ),
  };
}
