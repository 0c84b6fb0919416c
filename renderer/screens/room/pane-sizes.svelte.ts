import type { Settings } from '../../state/settings.svelte.ts';

/** Sizes of panes while a divider moves: shown at once, kept when it has come to rest. */
export class PaneSizes {
  /** Moved since they were last kept; null: back to the usual size. */
  #moved = $state.raw<Readonly<Record<string, number | null>>>({});
  readonly #settings: Settings;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get values(): Readonly<Record<string, number>> {
    const all = Object.entries({ ...this.#settings.values.panes, ...this.#moved });
    return Object.fromEntries(all.filter((entry): entry is [string, number] => entry[1] !== null));
  }

  /** `null` puts the usual size back. */
  set(id: string, size: number | null): void {
    this.#moved = { ...this.#moved, [id]: size };
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#settings.change({ panes: this.values });
      this.#moved = {};
    }, 400);
  }
}
