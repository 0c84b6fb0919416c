import type { Figure } from './figure.ts';
import type { Claims } from './support.ts';

/** A figure that a fact bears out, and what it counts. */
export interface KnownFigure {
  readonly figure: Figure;
  readonly units: readonly string[];
  readonly label: boolean;
}

/**
 * Where the facts count from the beginning ("at minute 45") and a text gives the time of day: if two of its times
 * lie as far apart as two of the facts' minutes, from one beginning, then all the minutes are known as times.
 */
export function findElapsed({ facts, said }: Claims): readonly KnownFigure[] {
  const minutes = facts
    .filter(({ state }) => state !== 'future')
    .flatMap(({ fact }) => [...fact.text.matchAll(/\bminute (\d{1,4})\b|\bT\+(\d{1,4})\b/gi)])
    .map(([, minute, after]) => Number(minute ?? after))
    .slice(0, 40);
  const times = said
    .flatMap(({ figures }) =>
      figures.flatMap(({ figure }) => (figure?.kind === 'time' ? [figure] : [])),
    )
    .slice(0, 40);
  const starts = new Map<number, Set<number>>();
  for (const { value } of times) {
    for (const minute of minutes) {
      const start = (value - minute + 1440) % 720;
      starts.set(start, (starts.get(start) ?? new Set()).add(minute));
    }
  }
  return [...starts].flatMap(([start, of]) =>
    of.size < 2
      ? []
      : minutes.map((minute): KnownFigure => {
          const value = (start + minute) % 720;
          return {
            figure: { kind: 'time', value, rough: false, halfDay: true, currency: null, length: 1 },
            units: [],
            label: false,
          };
        }),
  );
}
