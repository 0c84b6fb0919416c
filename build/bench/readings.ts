import type { Reading } from './figure.ts';

/** The value below which a share of all values lies (nearest rank). */
export function findQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length) - 1;
  const found = sorted[Math.max(0, rank)];
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}

export function readMedian(values: readonly number[], unit: string): Reading {
  return {
    value: findQuantile(values, 0.5),
    least: Math.min(...values),
    most: Math.max(...values),
    unit,
  };
}

/** A number that is what it is, such as a size. */
export function readOnce(value: number, unit: string): Reading {
  return { value, least: value, most: value, unit };
}

/**
 * Runs two pieces of work in turn, A B A B, so that whatever else the machine does meets both. The
 * first turn of each warms caches and does not count.
 */
export async function interleave(
  turns: number,
  a: () => number | Promise<number>,
  b: () => number | Promise<number>,
): Promise<{ readonly a: readonly number[]; readonly b: readonly number[] }> {
  const counted = { a: [] as number[], b: [] as number[] };
  for (let turn = 0; turn <= turns; turn += 1) {
    const measured = { a: await a(), b: await b() };
    if (turn === 0) continue;
    counted.a.push(measured.a);
    counted.b.push(measured.b);
  }
  return counted;
}
