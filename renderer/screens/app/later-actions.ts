import { levels } from '../../../content/engine/format/drill-terms.ts';
import type { Action } from '../../state/actions.svelte.ts';
import type { AppParts, WindowCommand } from '../../state/app-parts.ts';
import { beginDrill } from '../../state/begin-drill.ts';
import {
  purposes,
  textSizes,
  themeChoices,
  type SettingsValues,
} from '../../state/settings.svelte.ts';
import { levelWords, purposeWords } from './drill-words.ts';

/** What the first screen does not need of the palette: drills, the guided start, what can be set, the window. */
export function listLaterActions(parts: AppParts): readonly Action[] {
  return [
    ...listDrills(parts),
    listGuidedStart(parts),
    ...listSettings(parts),
    ...listData(parts),
    ...listWindow(parts),
  ];
}

function listData(parts: AppParts): readonly Action[] {
  const { desk, navigation } = parts;
  return [
    {
      id: 'erase_data',
      title: 'Erase everything',
      group: 'Commands',
      detail: 'asks first',
      also: ['delete', 'remove', 'data', 'reset'],
      run: () => {
        navigation.go({ kind: 'settings' });
        desk.asksToErase = true;
      },
    },
    ...(desk.undoable
      ? [
          {
            id: 'undo_import',
            title: 'Undo the last import',
            group: 'Commands' as const,
            run: () => {
              navigation.go({ kind: 'settings' });
              void desk.undoImport();
            },
          },
        ]
      : []),
    {
      id: 'copy_diagnostic',
      title: 'Copy diagnostic',
      group: 'Commands',
      detail: 'versions, settings, counts',
      also: ['support', 'bug', 'report', 'clipboard'],
      run: () => void copyDiagnostic(parts),
    },
  ];
}

async function copyDiagnostic(parts: AppParts): Promise<void> {
  const { writeDiagnostic } = await import('../settings/diagnostic.ts');
  try {
    await navigator.clipboard.writeText(writeDiagnostic(parts));
    parts.notices.show({
      tone: 'note',
      text: 'The diagnostic was copied. No text of yours is in it.',
    });
  } catch {
    parts.navigation.go({ kind: 'settings' });
    parts.notices.show({
      tone: 'problem',
      text: 'The diagnostic could not be copied. It stands at the end of Settings, where it can be marked.',
    });
  }
}

/** What the menu of the window does. A browser has its own. */
function listWindow({ command, info }: AppParts): readonly Action[] {
  if (info.runtime === 'browser') return [];
  const titles: readonly (readonly [WindowCommand, string, readonly string[]])[] = [
    ['zoom_in', 'Zoom in', ['larger', 'view']],
    ['zoom_out', 'Zoom out', ['smaller', 'view']],
    ['zoom_reset', 'Actual size', ['zoom', 'reset', 'view']],
    ['full_screen', 'Full screen', ['maximise', 'view']],
    ['minimise', 'Minimise the window', ['hide']],
    ['quit', 'Quit Drillbook', ['exit', 'close']],
  ];
  return titles.map(([what, title, also]) => ({
    id: `window/${what}`,
    title,
    group: 'Commands',
    also,
    run: () => {
      command(what);
    },
  }));
}

function listDrills({ catalogue, navigation }: AppParts): Action[] {
  return catalogue.entries.map((entry) => {
    const ready = entry.kind === 'ready';
    return {
      id: `drill/${entry.packId}/${entry.slug}`,
      title: ready ? entry.drill.title : (entry.title ?? entry.slug),
      group: 'Drills' as const,
      detail: ready
        ? `${entry.drill.id}, ${levelWords[entry.drill.level].toLowerCase()}, ${entry.drill.minutes} min`
        : 'does not load',
      also: ready ? [entry.drill.kind, entry.drill.role, ...entry.drill.tags] : [entry.slug],
      run: () => {
        navigation.go({ kind: 'drills', slug: entry.name });
      },
    };
  });
}

function listGuidedStart(parts: AppParts): Action {
  return {
    id: 'guided_start',
    title: 'Take the guided start',
    group: 'Commands',
    also: ['tour', 'tutorial', 'help'],
    detail: 'two minutes in the real room',
    run: () => {
      parts.settings.change({ guidedStartSeen: false });
      void startGuided(parts);
    },
  };
}

/** The guided start happens in a room: that of the attempt at hand, or of the path's first drill. */
async function startGuided(parts: AppParts): Promise<void> {
  const { attempts, navigation, catalogue } = parts;
  const { place } = navigation;
  if (place.kind === 'room') return;
  const paused = attempts.resumable;
  if (paused) {
    navigation.go({ kind: 'room', attempt: paused.id });
    return;
  }
  const first = catalogue.entries.find(({ kind }) => kind === 'ready');
  if (first) await beginDrill(parts, first.name);
}

function listSettings({ settings }: AppParts): readonly Action[] {
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
  const { interruptions, letterKeys, noClock, spoilers } = settings.values;
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
    set('motion/full', 'Move fully', { motion: 'full' }, ['animation', 'motion']),
    ...purposes.map((purpose) =>
      set(
        `purpose/${purpose}`,
        `Follow the path for ${purposeWords[purpose].toLowerCase()}`,
        { purpose },
        ['what brings you here', 'path'],
      ),
    ),
    ...levels.map((level) =>
      set(`level/${level}`, `Start at level ${levelWords[level].toLowerCase()}`, { level }, [
        'path',
      ]),
    ),
    set(
      'clock',
      noClock ? 'Begin drills with the clock' : 'Begin drills with no clock',
      { noClock: !noClock },
      ['accommodation', 'time'],
    ),
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
