import { levels, type Level } from '../../../content/engine/format/drill-terms.ts';
import type { AttemptSummary } from '../../state/attempt-summary.ts';
import type { CatalogueEntry } from '../../state/read-packs.ts';
import { findStanding, levelWords, type Standing } from '../app/drill-words.ts';

export const lengthLimits = [20, 30, 45] as const;
export const standings = ['not_yet', 'paused', 'done'] as const satisfies Standing['kind'][];

/** What the library shows of a drill. What would spoil it is only there where it may be shown. */
export interface DrillRow {
  /** The drill’s name in the catalogue. */
  readonly slug: string;
  readonly entry: CatalogueEntry;
  readonly code: string;
  readonly title: string;
  readonly role: string;
  readonly level: Level | null;
  readonly minutes: number | null;
  readonly kind: string;
  readonly tags: readonly string[];
  /** ATT&CK ids without their prefix; null before the first debrief. */
  readonly techniques: readonly string[] | null;
  readonly standing: Standing;
}

export interface DrillFilter {
  readonly search: string;
  readonly roles: readonly string[];
  readonly levels: readonly Level[];
  /** At most so many minutes. */
  readonly minutes: number | null;
  /** Kinds of work and tags alike. */
  readonly kinds: readonly string[];
  readonly standings: readonly Standing['kind'][];
}

export const noFilter: DrillFilter = {
  search: '',
  roles: [],
  levels: [],
  minutes: null,
  kinds: [],
  standings: [],
};

/** A row for each drill. `spoilers`: techniques may be named before the first debrief. */
export function makeRows(
  entries: readonly CatalogueEntry[],
  listFor: (entry: CatalogueEntry) => readonly AttemptSummary[],
  spoilers: boolean,
): readonly DrillRow[] {
  return entries.map((entry) => {
    const { name: slug } = entry;
    if (entry.kind === 'faulty') {
      return {
        slug,
        entry,
        code: '',
        title: entry.title ?? entry.slug,
        role: '',
        level: null,
        minutes: null,
        kind: '',
        tags: [],
        techniques: null,
        standing: { kind: 'not_yet' },
      };
    }
    const { drill } = entry;
    const attempts = listFor(entry);
    const told = spoilers || attempts.some(({ debrief_seen }) => debrief_seen);
    return {
      slug,
      entry,
      code: drill.id,
      title: drill.title,
      role: drill.role,
      level: drill.level,
      minutes: drill.minutes,
      kind: told && drill.benign ? `${drill.kind}, benign` : drill.kind,
      tags: drill.tags,
      techniques: told ? drill.attack.map((id) => id.replace('ATTACK:', '')) : null,
      standing: findStanding(attempts),
    };
  });
}

/** Rows that every filter lets through. A faulty drill has nothing to filter by: only words find it. */
export function filterRows(rows: readonly DrillRow[], filter: DrillFilter): readonly DrillRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const narrowed = { ...filter, search: '' };
  const isNarrow = JSON.stringify(narrowed) !== JSON.stringify(noFilter);
  const one = <T>(chosen: readonly T[], value: T): boolean =>
    chosen.length === 0 || chosen.includes(value);
  return rows.filter((row) => {
    const text = listWords(row).join(' ').toLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
    if (row.level === null) return !isNarrow;
    return (
      one(filter.roles, row.role) &&
      one(filter.levels, row.level) &&
      (filter.minutes === null || (row.minutes ?? 0) <= filter.minutes) &&
      (filter.kinds.length === 0 ||
        filter.kinds.some((kind) => kind === row.kind || row.tags.includes(kind))) &&
      one(filter.standings, row.standing.kind)
    );
  });
}

function listWords({
  entry,
  code,
  title,
  role,
  level,
  kind,
  tags,
  techniques,
  slug,
}: DrillRow): readonly string[] {
  const duties = entry.kind === 'ready' ? entry.drill.duties : [];
  return [
    code,
    title,
    role,
    level === null ? '' : levelWords[level],
    kind,
    ...tags,
    ...(techniques ?? []),
    ...duties,
    slug,
  ];
}

export const columnNames = [
  'Drill',
  'Role played',
  'Level',
  'Minutes',
  'Kind',
  'ATT&CK',
  'State',
] as const;
export type ColumnName = (typeof columnNames)[number];

const order: Readonly<Record<ColumnName, (row: DrillRow) => string | number>> = {
  Drill: ({ code, title }) => `${code} ${title}`.toLowerCase(),
  'Role played': ({ role }) => role.toLowerCase(),
  Level: ({ level }) => (level === null ? 9 : levels.indexOf(level)),
  Minutes: ({ minutes }) => minutes ?? 999,
  Kind: ({ kind }) => kind.toLowerCase(),
  'ATT&CK': ({ techniques }) => techniques?.[0] ?? '~',
  State: ({ standing }) => standings.indexOf(standing.kind),
};

/** Sorted by a column; what does not load comes last, whichever way. */
export function sortRows(
  rows: readonly DrillRow[],
  column: ColumnName,
  down: boolean,
): readonly DrillRow[] {
  const read = order[column];
  return [...rows].sort((a, b) => {
    if ((a.level === null) !== (b.level === null)) return a.level === null ? 1 : -1;
    const [x, y] = [read(a), read(b)];
    const rank = x < y ? -1 : x > y ? 1 : a.code < b.code ? -1 : 1;
    return down ? -rank : rank;
  });
}

/** A filter whose removal alone would show more, and how many; for a list that came out empty. */
export function suggestClearing(
  rows: readonly DrillRow[],
  filter: DrillFilter,
): { readonly name: string; readonly filter: DrillFilter; readonly more: number } | null {
  const choices: readonly { name: string; without: Partial<DrillFilter> }[] = [
    { name: 'search', without: { search: '' } },
    { name: 'role', without: { roles: [] } },
    { name: 'level', without: { levels: [] } },
    { name: 'length', without: { minutes: null } },
    { name: 'kind', without: { kinds: [] } },
    { name: 'state', without: { standings: [] } },
  ];
  return choices
    .map(({ name, without }) => {
      const wider = { ...filter, ...without };
      return { name, filter: wider, more: filterRows(rows, wider).length };
    })
    .reduce<ReturnType<typeof suggestClearing>>(
      (best, choice) => (choice.more > (best?.more ?? 0) ? choice : best),
      null,
    );
}
