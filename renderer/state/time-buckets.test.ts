import { describe, expect, it } from 'vitest';
import { TimeBuckets } from './time-buckets.ts';

const seconds = (instant: string): number => Date.parse(instant) / 1000;

describe('stretches of time', () => {
  it('begin and step as people count', () => {
    const buckets = new TimeBuckets(['2026-03-10T08:46:10Z', '2026-03-10T09:12:00Z'], 60);
    buckets.add(seconds('2026-03-10T08:46:10Z'));
    buckets.add(seconds('2026-03-10T08:46:29Z'));
    buckets.add(seconds('2026-03-10T09:12:00Z'));
    buckets.add(Number.NaN);
    buckets.add(seconds('2026-03-11T09:12:00Z'));
    const { buckets: written, step_s, to } = buckets.write();
    expect(step_s).toBe(30);
    expect(written).toHaveLength(53);
    expect(written[0]).toEqual({ from: '2026-03-10T08:46:00Z', count: 2 });
    expect(written.at(-1)).toEqual({ from: '2026-03-10T09:12:00Z', count: 1 });
    expect(to).toBe('2026-03-10T09:12:30Z');
  });

  it.each([
    ['2026-03-10T08:00:00Z', '2026-03-10T08:00:00Z'],
    ['2026-03-10T08:00:00Z', '2026-03-10T08:01:00Z'],
    ['2026-01-01T00:00:00Z', '2026-12-31T23:59:59Z'],
    ['1990-01-01T00:00:00Z', '2036-12-31T23:59:59Z'],
    ['1601-01-01T00:00:00Z', '2036-12-31T23:59:59Z'],
    ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
  ] as const)('are never more than asked for, and hold both ends: %s to %s', (first, last) => {
    const buckets = new TimeBuckets([first, last], 60);
    buckets.add(seconds(first));
    buckets.add(seconds(last));
    const { buckets: written } = buckets.write();
    expect(written.length).toBeLessThanOrEqual(60);
    expect(written.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  it('begin before a time before 1970, and end with the years that compare as text', () => {
    const past = new TimeBuckets(['1969-12-31T23:59:58Z', '1970-01-01T01:00:00Z'], 60);
    expect(past.write().buckets[0]?.from).toBe('1969-12-31T23:58:00Z');
    const never = new TimeBuckets(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'], 60).write();
    expect(never.buckets[0]?.from).toBe('0000-01-01T00:00:00Z');
    expect(never.to).toBe('9999-12-31T24:00:00Z');
    expect(never.to > '9999-12-31T23:59:59.999Z').toBe(true);
    expect(seconds(never.to)).toBe(seconds('9999-12-31T23:59:59Z') + 1);
  });
});
