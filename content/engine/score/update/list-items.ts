import type { SaidSentence } from './said-sentence.ts';

/** "2." in a line of its own list: the number of an item, which the reading takes for a sentence. */
function isItemNumber(sentence: SaidSentence | undefined): boolean {
  const [first, second] = sentence?.tokens ?? [];
  return first !== undefined && second === undefined && /^\d{1,2}$/.test(first.text);
}

const most = 6;

/**
 * The sentences beside one: the next and the one before. In a list with numbers these are its other items, however many
 * lie between, and what stands over it.
 */
export function findNeighbours(
  index: number,
  said: readonly SaidSentence[],
): readonly SaidSentence[] {
  return [1, -1].flatMap((step) => {
    const found: SaidSentence[] = [];
    let at = index + step;
    let listed = step < 0 && isItemNumber(said[index - 1]);
    for (; found.length < most && Math.abs(at - index) <= 2 * most; at += step) {
      const sentence = said[at];
      if (!sentence) break;
      if (isItemNumber(sentence)) {
        listed = true;
        continue;
      }
      found.push(sentence);
      if (!listed || !isItemNumber(said[at + step])) break;
    }
    return found;
  });
}
