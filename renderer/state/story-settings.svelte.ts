import type { OwnWord } from '../../content/engine/story/find-confidential.ts';
import { speakingRates, usualSpeakingRate } from '../../content/engine/story/spoken-length.ts';
import type { SaveStatus } from './save-status.svelte.ts';

export interface StorySettingsValues {
  /** Words a minute, as the person speaks. */
  readonly rate: number;
  /** What must not be told outside, names and projects that only the person knows of, and what to say instead. */
  readonly ownWords: readonly OwnWord[];
}

const usual: StorySettingsValues = { rate: usualSpeakingRate, ownWords: [] };
const record = 'story-settings';

/** What holds for all stories. Each change is saved at once. */
export class StorySettings {
  #values = $state.raw(usual);
  readonly #saves: Pick<SaveStatus, 'save'>;

  constructor(saves: Pick<SaveStatus, 'save'>) {
    this.#saves = saves;
  }

  get values(): StorySettingsValues {
    return this.#values;
  }

  /** Takes from what was stored whatever is valid. */
  async load(read: (id: string) => Promise<unknown>): Promise<void> {
    const stored = await read(record);
    if (stored === null || typeof stored !== 'object') return;
    const { rate, ownWords } = stored as Partial<Record<keyof StorySettingsValues, unknown>>;
    const words: readonly Partial<Record<keyof OwnWord, unknown> | null>[] = Array.isArray(ownWords)
      ? ownWords
      : [];
    this.#values = {
      rate: typeof rate === 'number' && isRate(rate) ? rate : usual.rate,
      ownWords: words.flatMap((one) =>
        typeof one?.words === 'string'
          ? [{ words: one.words, say: typeof one.say === 'string' ? one.say : '' }]
          : [],
      ),
    };
  }

  change(changes: Partial<StorySettingsValues>): void {
    this.#values = { ...this.#values, ...changes };
    void this.#saves.save({ puts: [{ table: 'settings', id: record, body: this.#values }] });
  }
}

export function isRate(rate: number): boolean {
  return Number.isInteger(rate) && rate >= speakingRates.least && rate <= speakingRates.most;
}
