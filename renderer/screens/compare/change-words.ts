import type { PartRow, RoadChange } from '../../../content/engine/score/compare-roads.ts';

/**
 * How two roads compare, as a shape and a word: neither stands alone, and neither is a colour. They
 * speak of the other road.
 */
export const changeWords: Readonly<
  Record<RoadChange | PartRow['change'], { readonly shape: string; readonly word: string }>
> = {
  same: { shape: '=', word: 'the same' },
  different: { shape: '≠', word: 'differs' },
  earlier: { shape: '◀', word: 'earlier' },
  later: { shape: '▶', word: 'later' },
  only_first: { shape: '◧', word: 'first attempt only' },
  only_other: { shape: '◨', word: 'other road only' },
  neither: { shape: '·', word: 'on neither' },
  not_yet: { shape: '…', word: 'not yet' },
  more: { shape: '▲', word: 'more' },
  less: { shape: '▼', word: 'less' },
};

export function isSame(change: RoadChange | PartRow['change']): boolean {
  return change === 'same' || change === 'neither';
}

/** Whether the roads part here: not where the other one may still come to the same. */
export function isApart(change: RoadChange | PartRow['change']): boolean {
  return !isSame(change) && change !== 'not_yet';
}
