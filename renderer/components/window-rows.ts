/** Which rows of a long list are drawn. `start` inclusive, `end` exclusive. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** Rows that are kept drawn above and below what is seen, so that scrolling shows no gap. */
const overscan = 6;

/** The most rows that are drawn at once in a list of this height. */
export function countDrawn(height_px: number, row_px: number): number {
  return Math.ceil(height_px / row_px) + 1 + 2 * overscan;
}

export function findWindow(
  scroll_px: number,
  height_px: number,
  row_px: number,
  count: number,
): RowWindow {
  const first = Math.floor(scroll_px / row_px);
  const seen = Math.ceil(height_px / row_px) + 1;
  return {
    start: Math.max(0, Math.min(count, first) - overscan),
    end: Math.min(count, first + seen + overscan),
  };
}

/** The scroll position that brings a row into view with the least movement. */
export function scrollToRow(
  index: number,
  scroll_px: number,
  height_px: number,
  row_px: number,
): number {
  const top = index * row_px;
  if (top < scroll_px) return top;
  if (top + row_px > scroll_px + height_px) return top + row_px - height_px;
  return scroll_px;
}

/** Where a key leads in a list of `count` rows; null for a key that does not move. */
export function moveInRows(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: last,
  }[key];
  return to === undefined ? null : Math.max(0, Math.min(last, to));
}
