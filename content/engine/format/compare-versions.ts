/**
 * Orders two versions of a pack ("1.4.0"): below 0 where the first is the older one, 0 where they are
 * equal. Pack versions have three numbers and nothing else (pack-schema.ts).
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let place = 0; place < 3; place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
