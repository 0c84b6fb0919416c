import type { Level } from '../../content/engine/format/drill-terms.ts';
import type { AttemptSummary } from './attempt-summary.ts';
import type { CatalogueEntry } from './read-packs.ts';
import type { SettingsValues } from './settings.svelte.ts';

export type ReadyEntry = Extract<CatalogueEntry, { kind: 'ready' }>;

const ranks: Readonly<Record<Level, number>> = { entry: 0, mid: 1, senior: 2 };

/**
 * The drills that can be played, in the order they are best played in: from the person's level
 * upwards, then what lies below it; the shorter first. Someone who prepares for interviews meets
 * drills with a written update first, a mentor those that show most of what a drill can hold.
 */
export function orderPath(
  entries: readonly CatalogueEntry[],
  { level, purpose }: Pick<SettingsValues, 'level' | 'purpose'>,
): readonly ReadyEntry[] {
  const rank = ({ drill }: ReadyEntry): number => (ranks[drill.level] - ranks[level] + 3) % 3;
  const wish = ({ drill }: ReadyEntry): number => {
    if (purpose === 'interviewing') return drill.counts.updates > 0 ? 0 : 1;
    if (purpose === 'mentoring') return -(drill.evidence.length + drill.counts.tools);
    return 0;
  };
  return entries
    .filter((entry) => entry.kind === 'ready')
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        wish(a) - wish(b) ||
        a.drill.minutes - b.drill.minutes ||
        (a.drill.id < b.drill.id ? -1 : 1),
    );
}

export interface NextDrill {
  readonly entry: ReadyEntry;
  /** Why this one, for people. */
  readonly why: string;
}

/** The drill to play next: the first of the path not yet played (or abandoned), else the one played longest ago. */
export function findNextDrill(
  path: readonly ReadyEntry[],
  summaries: readonly AttemptSummary[],
  purpose: SettingsValues['purpose'],
): NextDrill | null {
  const newest = new Map<string, AttemptSummary>();
  for (const summary of summaries) {
    const { pack, drill } = summary.header;
    const played = `${pack.id}/${drill.slug}`;
    if (summary.status !== 'abandoned' && !newest.has(played)) newest.set(played, summary);
  }
  const find = ({ packId, slug }: ReadyEntry) => newest.get(`${packId}/${slug}`);
  const fresh = path.find((entry) => !find(entry));
  if (fresh) return { entry: fresh, why: sayWhyFresh(fresh, purpose) };
  const [oldest] = path
    .flatMap((entry) => {
      const played = find(entry);
      return played && played.status !== 'open' ? [{ entry, at: played.updated_at }] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  if (!oldest) return null;
  const varies = oldest.entry.drill.varies;
  return {
    entry: oldest.entry,
    why: varies
      ? 'You have played every drill; this one longest ago. A replay draws other names, addresses or keys.'
      : 'You have played every drill; this one longest ago.',
  };
}

function sayWhyFresh({ drill }: ReadyEntry, purpose: SettingsValues['purpose']): string {
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  if (purpose === 'interviewing' && drill.counts.updates > 0) {
    return `It ends in what interviewers ask for: ${count(drill.counts.decisions, 'decision')} with reasons, and a written update.`;
  }
  if (purpose === 'mentoring') {
    return `It shows most of what a drill can hold: ${count(drill.evidence.length, 'evidence file')}, ${count(drill.counts.tools, 'tool')}, ${count(drill.counts.decisions, 'decision')}.`;
  }
  return `Next on the path from your level upwards; you have not played it yet.`;
}
