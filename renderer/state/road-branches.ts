import type { RoadSummary } from './attempt-summary.ts';

/**
 * A name that no road of the log has: "what-if-1".
 *
 * @param taken the branch of each event, and of each that may come back
 */
export function nameRoad(taken: Iterable<string>): string {
  const numbers = [...new Set(taken)].map((branch) => /^what-if-(\d+)$/.exec(branch)?.[1] ?? 0);
  return `what-if-${Math.max(0, ...numbers.map(Number)) + 1}`;
}

/** A road and all that leave it: these have no beginning without it. */
export function listDescendants(roads: readonly RoadSummary[], branch: string): readonly string[] {
  // A road is listed after the one it leaves.
  return roads.reduce<readonly string[]>(
    (found, road) => (found.includes(road.parent) ? [...found, road.branch] : found),
    [branch],
  );
}

/**
 * The roads as they were before one was deleted, those that are still there as they are by now, and those
 * that were taken since.
 */
export function bringBackRoads(
  before: readonly RoadSummary[],
  now: readonly RoadSummary[],
): readonly RoadSummary[] {
  const isOf = (road: RoadSummary) => (one: RoadSummary) => one.branch === road.branch;
  return [
    ...before.map((road) => now.find(isOf(road)) ?? road),
    ...now.filter((road) => !before.some(isOf(road))),
  ];
}
