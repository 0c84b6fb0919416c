import { expect, test } from 'vitest';
import { chooseKept } from './snapshot-rotation.ts';

const hour = 3_600_000;

test('Over a year of working days, 12 recent, 7 daily and 4 weekly ones stay', () => {
  let kept: readonly { readonly takenAt: string }[] = [];
  const start = Date.parse('2026-01-01T08:00:00Z');
  for (let day = 0; day < 365; day += 1) {
    if ([5, 6].includes(day % 7)) continue;
    for (let half = 0; half < 16; half += 1) {
      const takenAt = new Date(start + day * 24 * hour + (half * hour) / 2).toISOString();
      kept = chooseKept([{ takenAt }, ...kept]);
      expect(kept[0]).toEqual({ takenAt });
      expect(kept.length).toBeLessThanOrEqual(12 + 7 + 4);
    }
  }
  const days = [...new Set(kept.map(({ takenAt }) => takenAt.slice(0, 10)))];
  // Two days a week without use, Tuesday and Wednesday in this year.
  expect(days.slice(0, 7)).toEqual(
    ['31', '28', '27', '26', '25', '24', '21'].map((day) => `2026-12-${day}`),
  );
  const oldest = Date.parse(kept.at(-1)?.takenAt ?? '');
  expect(Date.parse(kept[0]?.takenAt ?? '') - oldest).toBeGreaterThan(17 * 24 * hour);
});

test('A clock that was set back does not make the newest go', () => {
  const future = Array.from({ length: 30 }, (_, index) => ({
    takenAt: new Date(Date.parse('2030-01-01T00:00:00Z') - index * hour).toISOString(),
  }));
  const newest = { takenAt: '2026-01-01T00:00:00.000Z' };
  expect(chooseKept([newest, ...future])[0]).toBe(newest);
});
