import { findInstant } from '../../state/room-citations.ts';

/** Of one letter in the mono type of a table, of one in the smaller type of its names, and the space between two columns, all in rem. */
const letter_rem = 0.535;
const nameLetter_rem = 0.5;
const space_rem = 1;

const measure = (letters: number, name: string): number =>
  Math.round((Math.max(letters * letter_rem, name.length * nameLetter_rem) + space_rem) * 10) / 10;

/** No text is cut before so many letters, nor where many are long before as many as an IPv4 address has. */
const kept_letters = 12;
const keptOfMany_letters = 15;

/** Nine of ten are no longer: a few long texts must not take the room of all others. */
function findUsualLength(lengths: readonly number[]): number {
  return lengths.toSorted((a, b) => a - b)[Math.ceil(lengths.length * 0.9) - 1] ?? 0;
}

/**
 * Width of a column of evidence as a track of a CSS grid. Its name and its times are never cut; other
 * texts may be, from 12 letters on (15 where many are that long), and share what room is left by how
 * long they usually are.
 */
export function chooseColumnWidth(name: string, cells: readonly string[]): string {
  const longest = Math.max(0, ...cells.map(({ length }) => length));
  const isTimes = cells.some((cell) => findInstant(cell) !== null) && longest <= 26;
  const usual = findUsualLength(cells.map(({ length }) => length));
  const kept = Math.max(Math.min(longest, kept_letters), Math.min(usual, keptOfMany_letters));
  const least = measure(isTimes ? longest : kept, name);
  const share = Math.min(40, Math.max(name.length, usual, 1));
  return isTimes ? `${String(least)}rem` : `minmax(${String(least)}rem, ${String(share)}fr)`;
}
