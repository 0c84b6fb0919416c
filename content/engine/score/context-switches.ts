import type { AttemptEvent } from '../drill/attempt-log.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import { followAttention, type Stretch } from './attention.ts';

/** Work that was left for an interrupt. Times are seconds of scenario time. */
export interface ContextSwitch {
  /** The interrupts that were dealt with in one go. */
  readonly items: readonly string[];
  /** What was left for them; see attention.ts. */
  readonly left: string;
  readonly at_s: number;
  readonly away_s: number;
  /** From the end of the interrupt until the same work again; null where it was not gone back to. */
  readonly back_s: number | null;
}

export interface ContextSwitches {
  readonly switches: readonly ContextSwitch[];
  readonly away_s: number;
  /** Mean over those that were gone back to; null where none was. */
  readonly back_s: number | null;
  readonly notBack: number;
}

/** How often work was left for an interrupt, for how long, and how long it took to be back at it. */
export function findContextSwitches(
  prepared: PreparedDrill,
  events: readonly AttemptEvent[],
  end_s: number,
): ContextSwitches {
  const stretches = followAttention(events, end_s);
  const findInterrupt = ({ subject }: Stretch): string | null => {
    const item = subject.startsWith('feed:') ? subject.slice('feed:'.length) : '';
    return prepared.byId.feed.get(item)?.interrupt ? item : null;
  };
  const switches: ContextSwitch[] = [];
  for (let index = 1; index < stretches.length; index += 1) {
    const first = stretches[index];
    const before = stretches[index - 1];
    if (!first || !before || findInterrupt(first) === null) continue;
    const items: string[] = [];
    let last = first;
    for (; index < stretches.length; index += 1) {
      const stretch = stretches[index];
      const item = stretch ? findInterrupt(stretch) : null;
      if (!stretch || item === null) break;
      last = stretch;
      if (!items.includes(item)) items.push(item);
    }
    const again = stretches.slice(index).find(({ subject }) => subject === before.subject);
    switches.push({
      items,
      left: before.subject,
      at_s: first.from_s,
      away_s: last.to_s - first.from_s,
      back_s: again ? again.from_s - last.to_s : null,
    });
  }
  const backs = switches.flatMap(({ back_s }) => back_s ?? []);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return {
    switches,
    away_s: sum(switches.map(({ away_s }) => away_s)),
    back_s: backs.length === 0 ? null : Math.round(sum(backs) / backs.length),
    notBack: switches.length - backs.length,
  };
}
