import type { CellAction } from './CellMenu.svelte';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The cell of the current row that the keys came to, and the menu that is open at it. */
export class CellCursor {
  /** -1: the row as a whole. */
  column = $state(-1);
  #menu = $state.raw<(Point & { actions: readonly CellAction[]; label: string }) | null>(null);

  /** What `CellMenu` shows; null while none is open. */
  get menu() {
    return this.#menu;
  }

  /** Left and Right go from cell to cell; false for any other key. */
  move(key: string, count: number): boolean {
    if (key === 'ArrowRight') this.column = Math.min(count - 1, this.column + 1);
    else if (key === 'ArrowLeft') this.column = Math.max(-1, this.column - 1);
    else return false;
    return true;
  }

  /** Opens the menu of a cell, where anything can be done with it. */
  open(label: string, actions: readonly CellAction[], { x, y }: Point): void {
    if (actions.length > 0) this.#menu = { actions, label, x, y };
  }
  close(): void {
    this.#menu = null;
  }
}

/** Whether a key asks for the menu of what has the focus. */
export function asksForMenu({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}
