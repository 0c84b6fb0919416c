/**
 * The one place that knows jsdiff (BSD-3-Clause): Myers' comparison of words and of lists, without a
 * dependency of its own. Its limit by time is not used, since the engine has no clock.
 */
import { diffArrays, diffWordsWithSpace } from 'diff';

export interface TextPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond so many differences two texts are two texts: telling them apart in detail helps nobody. */
const mostEdits = 1_500;

/**
 * How one text became another, word by word; blanks and line ends count. All pieces but the added
 * ones are the first text, all but the removed ones the second.
 */
export function compareWords(before: string, after: string): readonly TextPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  return found
    .filter(({ value }) => value !== '')
    .map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }));
}

/** A stretch of two lists: the same in both, or the one in place of the other. Ends exclusive. */
export interface Stretch {
  readonly same: boolean;
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/** Lays two lists beside each other, in order and without gaps. */
export function alignLists(
  before: readonly string[],
  after: readonly string[],
): readonly Stretch[] {
  const found = diffArrays([...before], [...after], { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  const stretches: Stretch[] = [];
  let old = 0;
  let now = 0;
  for (const { added, removed, value } of found) {
    const same = !added && !removed;
    const next = {
      same,
      before: [old, added ? old : old + value.length] as const,
      after: [now, removed ? now : now + value.length] as const,
    };
    [, old] = next.before;
    [, now] = next.after;
    const last = stretches.at(-1);
    if (last && !last.same && !same) {
      stretches[stretches.length - 1] = {
        same,
        before: [last.before[0], old],
        after: [last.after[0], now],
      };
    } else stretches.push(next);
  }
  return stretches;
}
