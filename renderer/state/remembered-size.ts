import { textSizes, usualSettings, type SettingsValues } from './settings.svelte.ts';

/** Data, so frozen, like the name of the database. */
const key = 'drillbook-text-size';

/** Keeps the size of text outside the database, for the screen that is shown where that cannot be read. */
export function rememberTextSize(size: SettingsValues['textSize']): void {
  try {
    localStorage.setItem(key, String(size));
  } catch {
    // Then that screen has the usual size.
  }
}

/** The size of text that was shown last; the usual one where that is not known. */
export function recallTextSize(): SettingsValues['textSize'] {
  try {
    const kept = localStorage.getItem(key);
    return textSizes.find((size) => String(size) === kept) ?? usualSettings.textSize;
  } catch {
    return usualSettings.textSize;
  }
}
