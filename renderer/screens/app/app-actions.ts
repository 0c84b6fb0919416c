import type { AppParts } from '../../state/app-parts.ts';
import type { Action } from '../../state/actions.svelte.ts';
import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import { railPlaces, type Place, type StoryView } from '../../state/navigation.svelte.ts';
import { listOpenRoads, writeRoadName } from './road-words.ts';

/** What floats over a screen; one at a time. */
export type Overlay = 'palette' | 'shortcuts' | 'glossary' | 'about';

export const placeWords = {
  today: 'Today',
  drills: 'Drills',
  stories: 'Stories',
  history: 'History',
  packs: 'Packs',
  reviews: 'Mentor reviews',
  bench: 'Bench',
  settings: 'Settings',
  welcome: 'First choices',
  room: 'Drill room',
  debrief: 'Debrief',
  compare: 'Compare',
} as const;

/** The views of the place of stories, as their tabs and the breadcrumb name them. */
export const storyViewWords: Readonly<Record<StoryView, string>> = {
  bank: 'Stories',
  coverage: 'Coverage',
  practice: 'Practice',
  loop: 'Loop',
  readiness: 'Evidence',
};

/**
 * Everything that can be done from anywhere. Ids that a menu item has too (`menuActions` of the
 * contract) are the same, so that a menu runs them by id.
 */
export function listAppActions(
  parts: AppParts,
  open: (overlay: Overlay) => void,
): readonly Action[] {
  return [...listResumes(parts), ...listPlaces(parts), ...listCommands(parts, open)];
}

/** On Today, Enter goes on with the attempt that its card shows: the first of these. */
function listResumes({ attempts, navigation }: AppParts): Action[] {
  const onToday = navigation.place.kind === 'today';
  const firsts = attempts.summaries
    .filter(({ status }) => status === 'open')
    .slice(0, 5)
    .map(({ id, title, at_s }, index) => ({
      id: `resume/${id}`,
      title: `Resume ${title}`,
      group: 'Go on' as const,
      detail: `drill, paused at ${formatScenarioTime(at_s)}`,
      ...(onToday && index === 0 ? { keys: 'Enter' } : {}),
      run: () => {
        navigation.go({ kind: 'room', attempt: id });
      },
    }));
  const roads = listOpenRoads(attempts.summaries)
    .slice(0, 5)
    .map(({ attempt, road }) => ({
      id: `resume/${attempt.id}/${road.branch}`,
      title: `Resume ${attempt.title}, ${writeRoadName(road.branch)}`,
      group: 'Go on' as const,
      detail: `other way at “${road.title}”, paused at ${formatScenarioTime(road.at_s)}`,
      run: () => {
        navigation.go({ kind: 'room', attempt: attempt.id, branch: road.branch });
      },
    }));
  return [...firsts, ...roads];
}

function listPlaces({ navigation }: AppParts): Action[] {
  const lead = (place: Place, keys?: string, also: readonly string[] = []): Action => ({
    id: `go_${place.kind}`,
    title: `Go to ${placeWords[place.kind]}`,
    group: 'Places',
    also,
    ...(keys === undefined ? {} : { keys }),
    run: () => {
      navigation.go(place);
    },
  });
  const also: Readonly<Record<(typeof railPlaces)[number], readonly string[]>> = {
    today: ['home', 'start'],
    drills: ['library', 'incidents'],
    stories: ['star', 'behavioural', 'principles', 'interview'],
    history: ['attempts', 'past', 'debriefs'],
    packs: ['install', 'drillpack', 'update', 'mentor', 'keys'],
    reviews: ['packets', 'comments', 'mentor', 'drillpacket', 'drillreview'],
  };
  return [
    ...railPlaces.map((kind, index) =>
      lead(
        kind === 'drills'
          ? { kind, slug: null }
          : kind === 'stories'
            ? { kind, view: 'bank', story: null }
            : kind === 'reviews'
              ? { kind, packet: null }
              : { kind },
        `$mod+Digit${index + 1}`,
        also[kind],
      ),
    ),
    lead({ kind: 'bench' }, undefined, ['own logs', 'open files', 'sql', 'cloudtrail', 'evidence']),
    lead({ kind: 'settings' }, '$mod+,', ['preferences', 'options']),
    lead({ kind: 'welcome' }, undefined, ['first run', 'purpose', 'level', 'interview date']),
  ];
}

function listCommands(parts: AppParts, open: (overlay: Overlay) => void): Action[] {
  const { navigation, settings, desk } = parts;
  const command = (
    id: string,
    title: string,
    run: () => void,
    more: Pick<Action, 'keys' | 'also' | 'detail'> = {},
  ): Action => ({ id, title, group: 'Commands', run, ...more });
  const floating = (overlay: Overlay) => () => {
    open(overlay);
  };
  return [
    command('open_palette', 'Find a place or an action', floating('palette'), {
      keys: '$mod+k',
      also: ['search', 'command palette'],
    }),
    command('show_shortcuts', 'Show keyboard shortcuts', floating('shortcuts'), {
      keys: '?',
      also: ['keys', 'help'],
    }),
    command('show_glossary', 'Open the glossary', floating('glossary'), {
      keys: 'F1',
      also: ['terms', 'words', 'help'],
    }),
    command('show_about', 'About Drillbook', floating('about'), {
      also: ['version', 'licences', 'third party'],
    }),
    command(
      'export_data',
      'Export everything',
      () => {
        navigation.go({ kind: 'settings' });
        void desk.exportAll();
      },
      { also: ['backup', 'save', 'data'] },
    ),
    command(
      'import_data',
      'Import a file',
      () => {
        navigation.go({ kind: 'settings' });
        void desk.chooseImport();
      },
      { also: ['restore', 'backup', 'data'] },
    ),
    ...(parts.info.dataFolder === null
      ? []
      : [
          command('open_data_folder', 'Open data folder', () => void desk.openFolder(), {
            also: ['where is my data', 'files'],
          }),
        ]),
    command(
      'rail_wide',
      settings.values.rail === 'slim' ? 'Widen the rail' : 'Narrow the rail',
      () => {
        settings.change({ rail: settings.values.rail === 'slim' ? 'wide' : 'slim' });
      },
      { also: ['sidebar', 'navigation'] },
    ),
  ];
}
