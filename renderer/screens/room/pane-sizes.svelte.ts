import type { Settings } from '../../state/settings.svelte.ts';

/** Sizes of panes while a divider moves: shown at once, kept when it has come to rest. */
export class PaneSizes {
  #values = $state.raw<Readonly<Record<string, number>>>({});
  readonly #settings: Settings;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#values = settings.values.panes;
  }

  get values(): Readonly<Record<string, number>> {
    return this.#values;
  }

  /** `null` puts the usual size back. */
  set(id: string, size: number | null): void {
    const { [id]: _before, ...rest } = this.#values;
    this.#values = size === null ? rest : { ...rest, [id]: size };
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#settings.change({ panes: this.#values });
    }, 400);
  }
}
