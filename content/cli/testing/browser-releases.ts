/**
 * The days on which versions of the browsers became stable on the desktop, from the browser data of
 * MDN (@mdn/browser-compat-data 8.1.9). Named by the token that carries the version in a user agent:
 * Edge has Chrome's with the same number, Safari has Version. They begin a year before the first
 * bundled drill; add to them when a drill is dated after the last.
 */
export const browserReleases: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  Chrome: number(134, [
    ['2025-03-04', '2025-04-01', '2025-04-29', '2025-05-27', '2025-06-24', '2025-08-05'],
    ['2025-09-02', '2025-09-30', '2025-10-28', '2025-12-02', '2026-01-13', '2026-02-10'],
    ['2026-03-10', '2026-04-07', '2026-05-05', '2026-06-02', '2026-06-30', '2026-07-28'],
    ['2026-08-25', '2026-09-08', '2026-09-22', '2026-10-06', '2026-10-20', '2026-11-03'],
  ]),
  Firefox: number(136, [
    ['2025-03-04', '2025-04-01', '2025-04-29', '2025-05-27', '2025-06-24', '2025-07-22'],
    ['2025-08-19', '2025-09-16', '2025-10-14', '2025-11-11', '2025-12-09', '2026-01-13'],
    ['2026-02-24', '2026-03-24', '2026-04-21', '2026-05-19', '2026-06-16', '2026-07-21'],
    ['2026-08-18', '2026-09-01', '2026-09-15', '2026-09-29', '2026-10-13', '2026-10-27'],
  ]),
  Version: new Map([
    ['18.4', '2025-03-31'],
    ['18.5', '2025-05-12'],
    ['18.6', '2025-07-29'],
    ['26', '2025-09-15'],
    ['26.1', '2025-11-03'],
    ['26.2', '2025-12-12'],
    ['26.3', '2026-02-11'],
    ['26.4', '2026-03-24'],
    ['26.5', '2026-05-11'],
    ['26.6', '2026-07-27'],
    ['27', '2026-09-14'],
    ['27.1', '2026-10-23'],
  ]),
};

function number(first: number, days: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(days.flat().map((day, index) => [String(first + index), day]));
}
