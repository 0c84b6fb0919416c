/** Scenario time in a message for the author: `T+12` or `T+12:30`. */
export function writeMinute(at_s: number): string {
  const seconds = at_s % 60;
  const minutes = (at_s - seconds) / 60;
  return seconds === 0 ? `T+${minutes}` : `T+${minutes}:${String(seconds).padStart(2, '0')}`;
}
