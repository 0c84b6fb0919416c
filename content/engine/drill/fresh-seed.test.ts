import { describe, expect, it } from 'vitest';
import type { Drill } from '../format/drill-schema.ts';
import { chooseFreshSeed } from './fresh-seed.ts';
import { drawIndex } from './instantiate.ts';

const values = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const names: Drill['parameters'] = ['host', 'address', 'person', 'ticket'].map((id) => ({
  id,
  literal: `the ${id}`,
  values: values.map((value) => `${value} ${id}`),
}));

describe('the seed of a replay', () => {
  it('repeats nothing of the plays before, as long as there are values left', () => {
    for (let chance = 1; chance <= 50; chance += 1) {
      const seeds = [0];
      while (seeds.length < 4) {
        const next = chooseFreshSeed(names, chance * 7919, seeds.slice(0, 3));
        for (const earlier of seeds) expect(countShared(next, earlier)).toBe(0);
        seeds.unshift(next);
      }
    }
  });

  it('keeps away from the last play first, where not every play can be kept away from', () => {
    const two: Drill['parameters'] = [{ id: 'host', literal: 'alpha', values: ['beta', 'gamma'] }];
    const shown = (seed: number) => drawIndex(seed, 'host', 2);
    for (let chance = 1; chance <= 20; chance += 1) {
      const second = chooseFreshSeed(two, chance, [0]);
      const third = chooseFreshSeed(two, chance, [second, 0]);
      const fourth = chooseFreshSeed(two, chance, [third, second, 0]);
      expect(shown(third)).not.toBe(shown(second));
      expect(shown(fourth)).not.toBe(shown(third));
    }
  });

  it('keeps away from what was written, where that is one of the values too', () => {
    const own: Drill['parameters'] = [{ id: 'host', literal: 'alpha', values: ['alpha', 'beta'] }];
    for (let chance = 1; chance <= 20; chance += 1) {
      expect(drawIndex(chooseFreshSeed(own, chance, [0]), 'host', 2)).toBe(1);
    }
  });

  it('leaves a twin, and what is drawn along with it, to chance', () => {
    const twin: Drill['parameters'] = [
      { id: 'twin', variable: 'exercise', values: [false, false, true, false] },
      { id: 'note', with: 'twin', literal: 'A', values: ['A', 'A', 'B', 'A'] },
      ...names,
    ];
    const plays = 2_000;
    let benign = 0;
    for (let chance = 1; chance <= plays; chance += 1) {
      benign += drawIndex(chooseFreshSeed(twin, chance, [0]), 'twin', 4) === 2 ? 1 : 0;
    }
    expect(benign / plays).toBeGreaterThan(0.21);
    expect(benign / plays).toBeLessThan(0.29);
  });

  it('is the drawn seed where no other is better, and never that of the drill as written', () => {
    expect(chooseFreshSeed([], 77, [0, 5])).toBe(77);
    expect(chooseFreshSeed(names, 77, [])).toBe(77);
    for (let chance = 1; chance <= 500; chance += 1) {
      const seed = chooseFreshSeed(names, chance, [0]);
      expect(Number.isInteger(seed) && seed >= 1 && seed <= 0xffff_ffff).toBe(true);
    }
  });
});

function countShared(one: number, other: number): number {
  if (one === 0 || other === 0) return one === other ? names.length : 0;
  return names.filter(({ id }) => drawIndex(one, id, 6) === drawIndex(other, id, 6)).length;
}
