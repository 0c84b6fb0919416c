import type { Action } from '../../state/actions.svelte.ts';
import type { AppParts } from '../../state/app-parts.ts';
import { textSizes, themeChoices, type SettingsValues } from '../../state/settings.svelte.ts';

/** What can be set from the palette. Loaded behind the first screen, which needs none of it. */
export function listSettingActions({ settings }: AppParts): readonly Action[] {
  const set = (
    id: string,
    title: string,
    changes: Partial<SettingsValues>,
    also: readonly string[] = [],
  ): Action => ({
    id: `set/${id}`,
    title,
    group: 'Commands',
    detail: 'settings',
    also,
    run: () => {
      settings.change(changes);
    },
  });
  const { interruptions, letterKeys, spoilers } = settings.values;
  const themes = { system: 'like the system', light: 'light', dark: 'dark' } as const;
  return [
    ...themeChoices.map((theme) =>
      set(
        `theme/${theme}`,
        `Use the ${theme} theme`.replace('the system theme', 'the theme of the system'),
        { theme },
        ['appearance', 'colours', themes[theme]],
      ),
    ),
    ...textSizes.map((textSize) =>
      set(`text/${textSize}`, `Set text size to ${textSize} %`, { textSize }, ['larger', 'zoom']),
    ),
    set('motion/reduced', 'Reduce motion', { motion: 'reduced' }, ['animation']),
    set('motion/system', 'Move like the system says', { motion: 'system' }, [
      'animation',
      'motion',
    ]),
    ...([1, 1.25, 1.5, 2] as const).map((extraTime) =>
      set(
        `time/${extraTime}`,
        extraTime === 1 ? 'Take no extra time' : `Take ${extraTime}× the time`,
        {
          extraTime,
        },
        ['extra time', 'slower', 'accommodation'],
      ),
    ),
    set(
      'interruptions',
      interruptions ? 'Begin drills without interruptions' : 'Begin drills with interruptions',
      {
        interruptions: !interruptions,
      },
    ),
    set(
      'letters',
      letterKeys ? 'Turn letter keys off' : 'Turn letter keys on',
      { letterKeys: !letterKeys },
      ['shortcuts'],
    ),
    set(
      'spoilers',
      spoilers ? 'Hide techniques before the debrief' : 'Show techniques before the debrief',
      { spoilers: !spoilers },
      ['mentor', 'spoilers'],
    ),
  ];
}
