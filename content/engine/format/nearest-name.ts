/** The name that needs the fewest changed letters: at most a third of them; null where none is near. */
export function findNearestName(name: string, names: Iterable<string>): string | null {
  const lower = name.toLowerCase();
  let best: string | null = null;
  // A letter or two are near to everything.
  if (lower.length < 3) return null;
  let least = Math.max(1, Math.floor(lower.length / 3)) + 1;
  for (const candidate of names) {
    const other = candidate.toLowerCase();
    // The last part alone is what people remember: userName for userIdentity_userName.
    const changes =
      other.endsWith(`_${lower}`) || other.startsWith(`${lower}_`)
        ? 1
        : countChanges(lower, other, least);
    if (changes < least) {
      least = changes;
      best = candidate;
    }
  }
  return best;
}

/** Letters to change, add, drop or swap with their neighbour; `limit` where it takes as many. */
function countChanges(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    before = row;
    row = next;
  }
  return Math.min(limit, row[to.length] ?? limit);
}
