/** Two texts of a list by their index, with the share of runs of three words that they have in common. */
export interface AlikePair {
  readonly first: number;
  readonly second: number;
  readonly share: number;
}

/**
 * Pairs of texts that say the same in nearly the same words: those that have at least `least` of all
 * their runs of three words in common (Jaccard). Time goes by the runs that are shared, not by pairs.
 */
export function findAlike(texts: readonly string[], least: number): readonly AlikePair[] {
  const runs = texts.map(listRuns);
  const places = new Map<string, number[]>();
  const pairs: AlikePair[] = [];
  for (const [second, own] of runs.entries()) {
    const common = new Map<number, number>();
    for (const run of own) {
      const before = places.get(run) ?? [];
      for (const first of before) common.set(first, (common.get(first) ?? 0) + 1);
      before.push(second);
      places.set(run, before);
    }
    for (const [first, count] of common) {
      const share = count / ((runs[first]?.size ?? 0) + own.size - count);
      if (share >= least) pairs.push({ first, second, share });
    }
  }
  return pairs;
}

function listRuns(text: string): ReadonlySet<string> {
  const words = listPlainWords(text);
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

/** Words in lower case, signs left out. */
export function listPlainWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []
  );
}
