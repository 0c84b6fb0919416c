/** No scenario lasts longer than 30 days. Seconds beyond 2^53 are no longer counted one by one. */
export const mostMinutes = 43_200;

/**
 * Scenario time as an author writes it: minutes (`12`, `2.5`) or `"mm:ss"` / `"hh:mm:ss"`.
 * The engine only ever sees whole seconds since T+0. Its schema is in primitives.ts: the first screen
 * writes such times, and needs no schema.
 */
export function parseScenarioTime(input: number | string): number | null {
  if (typeof input === 'number') {
    return input >= 0 && input <= mostMinutes ? Math.round(input * 60) : null;
  }
  const match = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(input);
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Writes whole seconds as `T+hh:mm:ss`. */
export function formatScenarioTime(at_s: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `T+${two(Math.floor(at_s / 3600))}:${two(Math.floor(at_s / 60) % 60)}:${two(at_s % 60)}`;
}
