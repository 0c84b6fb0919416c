import { describe, expect, it } from 'vitest';
import { readDrillHead } from '../../../content/engine/format/drill-head.ts';
import { aDrill } from '../../../content/engine/testing/a-drill.ts';
import type { AttemptSummary } from '../../state/attempt-summary.ts';
import type { CatalogueEntry } from '../../state/read-packs.ts';
import { filterRows, makeRows, noFilter, sortRows, suggestClearing } from './filter-drills.ts';

function ready(slug: string, changes: Parameters<typeof aDrill>[0]): CatalogueEntry {
  const own = { packId: 'test', pack: null, name: slug };
  return { kind: 'ready', slug, drill: readDrillHead(aDrill(changes)), ...own };
}
const faulty: CatalogueEntry = {
  kind: 'faulty',
  slug: 'broken',
  name: 'broken',
  title: 'Broken drill',
  faults: [],
  packId: 'test',
  pack: null,
};
const entries = [
  ready('a', {
    id: 'T01',
    title: 'Key in the open',
    level: 'entry',
    minutes: 20,
    attack: ['ATTACK:T1552.001'],
  }),
  ready('b', {
    id: 'T02',
    title: 'Two disks',
    level: 'mid',
    minutes: 35,
    role: 'On-call',
    kind: 'Software RAID',
    tags: ['storage'],
    duties: ['A9'],
  }),
  ready('c', { id: 'T03', title: 'It was us', level: 'entry', minutes: 15, benign: true }),
  faulty,
];
const seen = { status: 'finished', debrief_seen: true } as AttemptSummary;
const played = ({ slug }: CatalogueEntry) => (slug === 'c' ? [seen] : []);
const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug).join('');
const rows = makeRows(entries, played, false);

describe('the library', () => {
  it('names neither techniques nor "benign" before the first debrief', () => {
    expect(rows.map(({ techniques }) => techniques)).toEqual([null, null, [], null]);
    expect(rows[2]?.kind).toBe('Credential leak, benign');
    const hidden = makeRows(entries, () => [], false);
    expect(JSON.stringify(hidden.map(({ kind, techniques }) => [kind, techniques]))).not.toMatch(
      /benign|T1552/,
    );
    expect(filterRows(hidden, { ...noFilter, search: 'T1552' })).toEqual([]);
    expect(makeRows(entries, () => [], true)[0]?.techniques).toEqual(['T1552.001']);
  });

  it.each([
    [{ search: 'KEY open' }, 'a'],
    [{ search: 'a9' }, 'b'],
    [{ search: 'broken' }, 'broken'],
    [{ levels: ['entry' as const] }, 'ac'],
    [{ levels: ['entry' as const, 'mid' as const], minutes: 20 }, 'ac'],
    [{ roles: ['On-call'] }, 'b'],
    [{ kinds: ['storage'] }, 'b'],
    [{ kinds: ['Software RAID', 'Credential leak'] }, 'ab'],
    [{ standings: ['done' as const] }, 'c'],
    [{}, 'abcbroken'],
  ])('lets through what %o asks for', (filter, left) => {
    expect(slugs(filterRows(rows, { ...noFilter, ...filter }))).toBe(left);
  });

  it('sorts by what a column means, with what does not load last', () => {
    expect(slugs(sortRows(rows, 'Level', false))).toBe('acbbroken');
    expect(slugs(sortRows(rows, 'Minutes', true))).toBe('bacbroken');
    expect(slugs(sortRows(rows, 'State', true))).toBe('cbabroken');
  });

  it('says which one filter to clear where nothing is left', () => {
    const filter = { ...noFilter, levels: ['senior' as const], minutes: 20 };
    expect(filterRows(rows, filter)).toEqual([]);
    expect(suggestClearing(rows, filter)).toMatchObject({ name: 'level', more: 2 });
    expect(suggestClearing(rows, { ...filter, roles: ['Nobody'] })).toBeNull();
  });
});
