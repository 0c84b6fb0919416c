const recent = 12;
const days = 7;
const weeks = 4;
const dayInMs = 24 * 60 * 60 * 1000;

/**
 * Which snapshots stay: the newest 12, the newest of each of the last 7 days that has any, and of
 * each of the last 4 weeks that has any (days and weeks of UTC, so that no clock change moves them).
 *
 * @param newestFirst in the order of their changes, which a wall clock that jumps cannot disturb
 */
export function chooseKept<S extends { readonly takenAt: string }>(
  newestFirst: readonly S[],
): readonly S[] {
  const kept = new Set(newestFirst.slice(0, recent));
  const day = (snapshot: S) => Math.floor(Date.parse(snapshot.takenAt) / dayInMs);
  // 1970-01-01 was a Thursday: weeks begin on Monday.
  const week = (snapshot: S) => Math.floor((day(snapshot) + 3) / 7);
  for (const snapshot of pickNewest(newestFirst, day, days)) kept.add(snapshot);
  for (const snapshot of pickNewest(newestFirst, week, weeks)) kept.add(snapshot);
  return newestFirst.filter((snapshot) => kept.has(snapshot));
}

function pickNewest<S>(
  newestFirst: readonly S[],
  groupOf: (snapshot: S) => number,
  limit: number,
): readonly S[] {
  const picked = new Map<number, S>();
  for (const snapshot of newestFirst) {
    const group = groupOf(snapshot);
    if (picked.has(group)) continue;
    if (picked.size === limit) break;
    picked.set(group, snapshot);
  }
  return [...picked.values()];
}
