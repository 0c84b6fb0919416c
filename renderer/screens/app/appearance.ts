import { MediaQuery } from 'svelte/reactivity';
import { rememberTextSize } from '../../state/remembered-size.ts';
import type { SettingsValues } from '../../state/settings.svelte.ts';

const systemIsDark = new MediaQuery('prefers-color-scheme: dark');

/** Puts theme, motion and text size on the document; reads what the system prefers as it changes. */
export function applyAppearance({ theme, motion, textSize }: SettingsValues): void {
  const { documentElement: root } = document;
  root.dataset['theme'] = theme === 'system' ? (systemIsDark.current ? 'dark' : 'light') : theme;
  root.dataset['motion'] = motion;
  root.style.setProperty('--text-size', String(textSize));
  rememberTextSize(textSize);
}
