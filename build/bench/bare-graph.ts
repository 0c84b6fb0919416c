/**
 * The baseline of the walk: a graph of `nodes` bit sets of `words` words, visited breadth first, each
 * node looked up by its contents. Every node has eight edges, and most of them lead to what is known.
 * Returns how many nodes were visited, so that nothing can be left out as unused.
 */
export function walkBareGraph(nodes: number, words: number): number {
  const sets = new Int32Array(nodes * words);
  const seen = new Set<number>([0]);
  let last = 1;
  for (let node = 0; node < last; node += 1) {
    for (let edge = 0; edge < 8; edge += 1) {
      // The numbers of the nodes are what a hash of the set would be.
      const next = edge < 2 ? node * 2 + edge + 1 : node >>> (edge - 1);
      if (next >= nodes || seen.has(next)) continue;
      seen.add(next);
      const from = node * words;
      const to = last * words;
      for (let word = 0; word < words; word += 1) sets[to + word] = sets[from + word] ?? 0;
      const word = to + (next % words);
      sets[word] = (sets[word] ?? 0) | (1 << (next & 31));
      last += 1;
    }
  }
  return last;
}
