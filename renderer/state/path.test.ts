import { describe, expect, it } from 'vitest';
import { readDrillHead } from '../../content/engine/format/drill-head.ts';
import { aDrill } from '../../content/engine/testing/a-drill.ts';
import { aHeader } from '../../content/engine/testing/a-log.ts';
import type { AttemptSummary } from './attempt-summary.ts';
import type { CatalogueEntry } from './read-packs.ts';
import { findNextDrill, orderPath } from './path.ts';

function entry(slug: string, changes: Parameters<typeof aDrill>[0]): CatalogueEntry {
  const own = { packId: 'test', pack: null, name: slug };
  return { kind: 'ready', slug, drill: readDrillHead(aDrill(changes)), ...own };
}
const entries = [
  entry('senior', { level: 'senior', minutes: 10 }),
  entry('mid', { level: 'mid', minutes: 30 }),
  entry('long', { level: 'entry', minutes: 25 }),
  entry('short', { level: 'entry', minutes: 20, updates: [] }),
  { ...entry('x', {}), kind: 'faulty', title: null, faults: [] },
] as const satisfies CatalogueEntry[];
const order = (settings: Parameters<typeof orderPath>[1]) =>
  orderPath(entries, settings).map(({ slug }) => slug);
const played = (slug: string, status: AttemptSummary['status'], updated_at: string) =>
  ({
    status,
    updated_at,
    header: aHeader({ drill: { slug, id: 'T01', hash: slug } }),
  }) as AttemptSummary;

describe('the path', () => {
  it('leads from the person’s level upwards, the shorter first, then to what lies below', () => {
    expect(order({ level: 'entry', purpose: 'onboarding' })).toEqual([
      'short',
      'long',
      'mid',
      'senior',
    ]);
    expect(order({ level: 'mid', purpose: null })).toEqual(['mid', 'senior', 'short', 'long']);
  });

  it('puts drills with a written update first for interviews', () => {
    expect(order({ level: 'entry', purpose: 'interviewing' })[0]).toBe('long');
  });

  it('goes on with what was not played, or only abandoned, then with what was played longest ago', () => {
    const path = orderPath(entries, { level: 'entry', purpose: null });
    const next = (...summaries: AttemptSummary[]) =>
      findNextDrill(path, summaries, null)?.entry.slug;
    expect(next()).toBe('short');
    expect(next(played('short', 'abandoned', '1'))).toBe('short');
    expect(next(played('short', 'open', '1'))).toBe('long');
    const all = [
      played('short', 'finished', '4'),
      played('long', 'finished', '3'),
      played('mid', 'open', '1'),
      played('senior', 'early', '2'),
    ];
    expect(next(...all)).toBe('senior');
    expect(findNextDrill([], [], null)).toBeNull();
  });
});
