import { stripVTControlCharacters } from 'node:util';

/** A reporter may put spaces, or the end of a colour, before what a test prints. */
const figureLine = /^\s*(figure: .*)$/;

/** The figures among the lines that a suite printed: each that begins with `figure:`. */
export function readFigures(printed: string): readonly string[] {
  return printed
    .split('\n')
    .flatMap((line) => figureLine.exec(stripVTControlCharacters(line))?.slice(1) ?? []);
}
