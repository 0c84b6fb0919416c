export interface Column {
  readonly name: string;
  /** As CSS grid takes it, such as `minmax(8rem, 1fr)`. */
  readonly width?: string;
  readonly align?: 'end';
}

/** Of the arrow and the marker at the ends of a row, with what lies between them and the edge. */
const ends_rem = 4.2;
const usual_rem = 6;

/** The columns of a row as CSS grid takes them, with the arrow before and the marker behind. */
export function writeTemplate(columns: readonly Column[]): string {
  const widths = columns.map(({ width }) => width ?? `minmax(${usual_rem}rem, 1fr)`);
  return `1.7rem ${widths.join(' ')} 2rem`;
}

/** Narrower than this a table scrolls sideways, all rows alike. */
export function findLeast_rem(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => {
    const least = /([\d.]+)rem/.exec(width ?? '')?.[1];
    return sum + (least === undefined ? usual_rem : Number(least));
  }, ends_rem);
}
