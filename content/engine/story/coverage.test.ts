import { describe, expect, it } from 'vitest';
import { aCoveredStory, aTelling } from '../testing/a-covered-story.ts';
import { findCoverage, listOverused } from './coverage.ts';
import { kindBeginnings, starters } from './coverage-starters.ts';
import { findLowest, findTelling, rateStrength } from './coverage-telling.ts';
import { principles, type PrincipleSlug } from './principles.ts';

const rowOf = (coverage: ReturnType<typeof findCoverage>, slug: PrincipleSlug) => {
  const row = coverage.rows.find(({ principle }) => principle.slug === slug);
  if (!row) throw new Error(`no row ${slug}`);
  return row;
};

describe('a telling', () => {
  it('stands by its lowest dimension, of equals the first', () => {
    const { dimensions } = aTelling(4, { dimensions: { result: 2.3, reflection: 2.3 } });
    expect(findLowest(dimensions)).toEqual({ dimension: 'result', score: 2.3 });
  });

  it.each([
    [5, 'strong'],
    [4, 'strong'],
    [3.99, 'good'],
    [3, 'good'],
    [2.99, 'usable'],
    [2, 'usable'],
    [1.99, 'thin'],
    [1, 'thin'],
  ])('of %d is %s', (lowest, strength) => {
    expect(rateStrength(lowest)).toBe(strength);
  });

  it('counts as last practised, and as written only where nothing was practised', () => {
    const old = aTelling(4, { at: '2026-10-01T10:00:00.000Z' });
    const last = aTelling(2, { at: '2026-10-02T10:00:00.000Z' });
    const written = aTelling(5, { from: 'written', at: '2026-11-20T10:00:00.000Z' });
    const elsewhere = aTelling(3, { principle: 'dive-deep', at: '2026-11-25T10:00:00.000Z' });
    expect(findTelling([last, written, old, elsewhere], 's1', 'ownership')).toBe(last);
    expect(findTelling([written, elsewhere], 's1', 'ownership')).toBe(written);
    expect(findTelling([elsewhere], 's1', 'ownership')).toBeNull();
    expect(findTelling([last], 's2', 'ownership')).toBeNull();
  });
});

describe('coverage', () => {
  const stories = [
    aCoveredStory({ id: 'a', principles: ['ownership', 'dive-deep'] }),
    aCoveredStory({ id: 'b', kind: 'failure', principles: ['ownership'] }),
    aCoveredStory({
      id: 'd',
      kind: 'growth',
      principles: ['ownership', 'frugality'],
      origin: { kind: 'drill', attempt: 'x', code: 'D01', title: 'Public key' },
    }),
  ];
  const tellings = [
    aTelling(3.5, { story: 'a' }),
    aTelling(2.5, { story: 'b' }),
    aTelling(4.5, { story: 'd' }),
    aTelling(4.5, { story: 'd', principle: 'frugality' }),
  ];

  it('has sixteen rows in their order and one cell a story', () => {
    const { rows } = findCoverage(stories, tellings);
    expect(rows.map(({ principle }) => principle)).toEqual([...principles]);
    expect(rows.every(({ cells }) => cells.length === 3)).toBe(true);
    const cells = rowOf(findCoverage(stories, tellings), 'dive-deep').cells;
    expect(cells.map((cell) => cell?.strength ?? null)).toEqual(['untold', null, null]);
  });

  it('counts own experience alone, and says which principle is a gap or weak', () => {
    const coverage = findCoverage(stories, tellings);
    expect(rowOf(coverage, 'ownership')).toMatchObject({ tied: 2, ready: 1, state: 'ready' });
    expect(rowOf(coverage, 'dive-deep')).toMatchObject({ tied: 1, ready: 0, state: 'weak' });
    expect(rowOf(coverage, 'frugality')).toMatchObject({ tied: 0, ready: 0, state: 'gap' });
    expect(rowOf(coverage, 'frugality').cells[2]?.strength).toBe('strong');
    expect(rowOf(coverage, 'think-big').state).toBe('gap');
  });

  it('balances kinds without what came from drills', () => {
    expect(findCoverage(stories, tellings).balance).toEqual({
      counts: { success: 1, failure: 1, risk: 0, growth: 0 },
      missing: ['risk', 'growth'],
      unset: 0,
      rehearsals: 1,
    });
    expect(findCoverage([aCoveredStory({ kind: null })], []).balance.unset).toBe(1);
  });

  it('finds what is asked twice in a loop and what three principles hang on', () => {
    const pillar = aCoveredStory({
      id: 'p',
      principles: ['think-big', 'earn-trust', 'frugality'],
    });
    const coverage = findCoverage([...stories, pillar], tellings, ['b', 'a', 'b']);
    expect(
      listOverused(coverage).map(({ story, inLoop, onlyFor }) => [
        story.id,
        inLoop,
        onlyFor.length,
      ]),
    ).toEqual([
      ['b', 2, 0],
      ['p', 0, 3],
    ]);
    expect(coverage.uses[0]).toMatchObject({ tied: 2, onlyFor: ['dive-deep'], inLoop: 1 });
  });

  it('of nothing is sixteen gaps', () => {
    const { rows, balance, uses } = findCoverage([], []);
    expect(rows.every(({ state }) => state === 'gap')).toBe(true);
    expect(balance.missing).toHaveLength(4);
    expect(uses).toEqual([]);
  });
});

describe('what starts a story', () => {
  it('asks something of its own for each principle and kind', () => {
    const asked = [
      ...principles.map(({ slug }) => starters[slug]),
      ...Object.values(kindBeginnings).map(({ begin }) => begin),
    ];
    expect(new Set(asked).size).toBe(20);
    for (const one of asked) expect(one).toMatch(/^[A-Z].*\?$/);
  });
});
