import { starDimensions, type StarDimension } from '../star/star-rule.ts';
import type { CoveredStory } from '../story/coverage.ts';
import type { Telling } from '../story/coverage-telling.ts';

/** A story as coverage sees it: of one's own experience, tied to nothing. */
export function aCoveredStory(changes: Partial<CoveredStory> = {}): CoveredStory {
  return {
    id: 's1',
    title: 'A key nobody owned',
    kind: 'success',
    origin: { kind: 'experience' },
    principles: [],
    ...changes,
  };
}

/** A practised telling in which every dimension has the score, but those that are given. */
export function aTelling(
  score: number,
  changes: Partial<Omit<Telling, 'dimensions'>> & {
    readonly dimensions?: Partial<Record<StarDimension, number>>;
  } = {},
): Telling {
  return {
    story: 's1',
    principle: 'ownership',
    from: 'practice',
    at: '2026-11-01T10:00:00.000Z',
    ...changes,
    dimensions: {
      ...(Object.fromEntries(starDimensions.map((one) => [one, score])) as Telling['dimensions']),
      ...changes.dimensions,
    },
  };
}
