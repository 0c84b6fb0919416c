import type { CoverageCell } from '../../../../content/engine/story/coverage.ts';
import type { Strength } from '../../../../content/engine/story/coverage-telling.ts';
import type { StoryKind } from '../../../../content/engine/story/story.ts';
import { anchors } from '../../../../content/engine/star/anchors.ts';

export const strengthWords: Readonly<Record<Strength, string>> = {
  strong: 'strong',
  good: 'good',
  usable: 'usable',
  thin: 'thin',
  untold: 'untold',
};

/** For the legend: what each takes. */
export const strengthNotes: Readonly<Record<Strength, string>> = {
  strong: '4 or 5',
  good: '3',
  usable: '2',
  thin: '1',
  untold: 'no score yet',
};

export const kindWords: Readonly<Record<StoryKind, string>> = {
  success: 'success',
  failure: 'failure',
  risk: 'risk',
  growth: 'growth',
};

/** "usable, 2.1, as written; lowest: own action". */
export function describeCell({ strength, lowest, telling }: CoverageCell): string {
  if (lowest === null) return 'tied, and not told yet';
  const as = telling?.from === 'written' ? ', as written' : '';
  return `${strengthWords[strength]}, ${lowest.score.toFixed(1)}${as}; lowest: ${anchors[lowest.dimension].title.toLowerCase()}`;
}
