import { countDrawn, findWindow, scrollToRow } from './window-rows.ts';

interface GivenRows {
  readonly count: number;
  /** At the usual text size. */
  readonly rowHeight: number;
  /** Index of the open row; -1: none. */
  readonly open: number;
}

/**
 * Which rows of a table are drawn, and where: those that are seen and a few around them, with one row
 * open that takes more room. Lengths are px.
 */
export class DrawnRows {
  scroll_px = $state(0);
  height_px = $state(400);
  /** Height of what the open row shows under itself. */
  detail_px = $state(0);
  /** How much larger text is than usual; rows grow with it. */
  textScale = $state(1);
  readonly #given: () => GivenRows;
  readonly #turned = { base: 0, at: 0 };

  constructor(given: () => GivenRows) {
    this.#given = given;
  }

  readonly row_px = $derived.by(() => Math.round(this.#given().rowHeight * this.textScale));
  readonly #extra_px = $derived.by(() => (this.#given().open < 0 ? 0 : this.detail_px));
  readonly all_px = $derived.by(() => this.#given().count * this.row_px + this.#extra_px);
  readonly seen = $derived.by(() => {
    const { count, open } = this.#given();
    const below = (open + 1) * this.row_px;
    const above = open >= 0 && this.scroll_px > below;
    const top = above ? Math.max(below, this.scroll_px - this.#extra_px) : this.scroll_px;
    return findWindow(top, this.height_px, this.row_px, count);
  });
  /** As many as are ever drawn at once: more would make new rows on each page that is turned. */
  readonly #slots = $derived.by(() => countDrawn(this.height_px, this.row_px));
  /** The row that the first slot shows, or is so many full turns away from. */
  readonly #first = $derived.by(() => {
    const { start } = this.seen;
    const far = Math.abs(start - this.#turned.at) >= this.#slots / 3;
    // From about here on, writing all rows anew costs less than moving some in the document.
    if (far && this.#given().open < 0) this.#turned.base = start;
    this.#turned.at = start;
    return this.#turned.base;
  });

  /** The elements that draw a row: one that leaves lends its own to the one that comes. */
  findSlot(index: number): number {
    return (((index - this.#first) % this.#slots) + this.#slots) % this.#slots;
  }
  findTop_px(index: number): number {
    const { open } = this.#given();
    return index * this.row_px + (open >= 0 && index > open ? this.#extra_px : 0);
  }
  /** Where to scroll to, so that a row is in sight. */
  findScroll_px(index: number, from_px: number): number {
    return scrollToRow(index, from_px, this.height_px - this.row_px, this.row_px);
  }
  /** Rows that a page has. */
  get page(): number {
    return Math.max(1, Math.floor(this.height_px / this.row_px) - 2);
  }
}
