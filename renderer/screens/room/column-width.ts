import { findInstant } from '../../state/room-citations.ts';

/** Of one letter in the mono type of a table, and the space between two columns, both in rem. */
const letter_rem = 0.535;
const space_rem = 1;

const measure = (letters: number): number =>
  Math.round((letters * letter_rem + space_rem) * 10) / 10;

/**
 * Width of a column of evidence as a track of a CSS grid. Its name and its times are never cut; other
 * texts may be, from 12 letters on, and share what room is left by how long they are.
 */
export function chooseColumnWidth(name: string, cells: readonly string[]): string {
  const longest = Math.max(0, ...cells.map(({ length }) => length));
  const isTimes = cells.some((cell) => findInstant(cell) !== null) && longest <= 26;
  const least = measure(Math.max(name.length, isTimes ? longest : Math.min(longest, 12)));
  const share = Math.min(40, Math.max(name.length, longest, 1));
  return isTimes ? `${String(least)}rem` : `minmax(${String(least)}rem, ${String(share)}fr)`;
}
