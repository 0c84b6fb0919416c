const year0_s = -62_167_219_200;
const year10000_s = 253_402_300_800;
/** Behind every time of the last day that is written with four digits for its year. */
export const lastEdge = '9999-12-31T24:00:00Z';

/**
 * Where a stretch of time begins or ends. One that reaches beyond the years 0 to 9999, as that of a time
 * that means “never” does, begins or ends with them: no other instant compares as text.
 */
export function writeEdge(at_s: number): string {
  return at_s >= year10000_s ? lastEdge : writeInstant(Math.max(at_s, year0_s));
}

/**
 * Writes seconds since 1970 as 2026-03-10T08:51:09Z, without a clock: Howard Hinnant’s
 * civil-calendar formula, the other way round from `readInstant`.
 */
export function writeInstant(at_s: number): string {
  const days = Math.floor(at_s / 86_400) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (n: number): string => String(n).padStart(2, '0');
  const second = at_s - Math.floor(at_s / 86_400) * 86_400;
  const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time.map(two).join(':')}Z`;
}
