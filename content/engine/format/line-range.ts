/** Lines of a text, counted from 1, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Reads `12` or `12-14`; null where it is neither, or its end lies before its beginning. */
export function readLines(text: string): LineRange | null {
  const [, first, last = first] = /^\s*(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?\s*$/.exec(text) ?? [];
  if (first === undefined) return null;
  const [from, to] = [Number(first), Number(last)];
  return from < 1 || to < from ? null : { from, to };
}

export function writeLines({ from, to }: LineRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}
