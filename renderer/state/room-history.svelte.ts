/** One thing that a person wrote or arranged, and how to go back and forth. */
export interface Written {
  /** A noun phrase for the menu: "timeline entry". */
  readonly title: string;
  undo(): void;
  redo(): void;
}

/** Undo and redo for all that a person writes in the room outside a text field's own undo. */
export class RoomHistory {
  #done = $state.raw<readonly Written[]>([]);
  #undone = $state.raw<readonly Written[]>([]);

  get undoTitle(): string | null {
    return this.#done.at(-1)?.title ?? null;
  }
  get redoTitle(): string | null {
    return this.#undone.at(-1)?.title ?? null;
  }

  /** Remembers what has been done. What was undone before can no longer be redone. */
  record(written: Written): void {
    this.#done = [...this.#done.slice(-199), written];
    this.#undone = [];
  }

  /**
   * Takes back the thing that was done last when this was called; false where something was done or
   * taken back since then, which would be taken back in its place.
   */
  holdUndo(): () => boolean {
    const held = this.#done.at(-1);
    return () => held !== undefined && held === this.#done.at(-1) && this.undo() !== null;
  }

  /** Takes back the last thing; returns its title, null where there is none. */
  undo(): string | null {
    const last = this.#done.at(-1);
    if (!last) return null;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, last];
    last.undo();
    return last.title;
  }

  redo(): string | null {
    const last = this.#undone.at(-1);
    if (!last) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, last];
    last.redo();
    return last.title;
  }
}
