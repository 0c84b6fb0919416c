import {
  findLowest,
  findTelling,
  rateStrength,
  type LowestDimension,
  type Strength,
  type Telling,
} from './coverage-telling.ts';
import { principles, type Principle, type PrincipleSlug } from './principles.ts';
import { storyKinds, type Story, type StoryKind } from './story.ts';

/** What coverage needs of a story. */
export type CoveredStory = Pick<Story, 'id' | 'title' | 'kind' | 'origin' | 'principles'>;

/** A story that is tied to a principle. */
export interface CoverageCell {
  readonly story: CoveredStory;
  readonly principle: PrincipleSlug;
  readonly strength: Strength;
  /** What the strength rests on; null while it is untold. */
  readonly lowest: LowestDimension | null;
  readonly telling: Telling | null;
}

export interface CoverageRow {
  readonly principle: Principle;
  /** One for each story, in the order of `Coverage.stories`; null: not tied. */
  readonly cells: readonly (CoverageCell | null)[];
  /** Stories of the person's own experience that are tied to it. */
  readonly tied: number;
  /** Those of them that are good or strong. */
  readonly ready: number;
  readonly state: 'gap' | 'weak' | 'ready';
}

/** How much is asked of one story. */
export interface StoryUse {
  readonly story: CoveredStory;
  /** Principles it is tied to. */
  readonly tied: number;
  /** Principles that no other story of one's own experience is tied to. */
  readonly onlyFor: readonly PrincipleSlug[];
  /** Questions of the planned loop it stands at. */
  readonly inLoop: number;
}

export interface Balance {
  readonly counts: Readonly<Record<StoryKind, number>>;
  /** Kinds that no story is of, in the order of `storyKinds`. */
  readonly missing: readonly StoryKind[];
  /** Stories that were given no kind. */
  readonly unset: number;
  /** Stories from drills: rehearsal, in none of the counts. */
  readonly rehearsals: number;
}

export interface Coverage {
  readonly stories: readonly CoveredStory[];
  /** The sixteen principles in their published order. */
  readonly rows: readonly CoverageRow[];
  readonly balance: Balance;
  /** One for each story, in the order of `stories`. */
  readonly uses: readonly StoryUse[];
}

/**
 * Principles × stories. Each cell by the lowest dimension of the telling that counts. A story from a
 * drill is shown, and counts nowhere as experience: it is no experience.
 *
 * @param inLoop story id of each question of the planned loop that has one
 */
export function findCoverage(
  stories: readonly CoveredStory[],
  tellings: readonly Telling[],
  inLoop: readonly string[] = [],
): Coverage {
  const byStory = groupByStory(tellings);
  const rows = principles.map((principle): CoverageRow => {
    const cells = stories.map((story) =>
      story.principles.includes(principle.slug)
        ? readCell(story, principle.slug, byStory.get(story.id) ?? [])
        : null,
    );
    const own = cells.filter((cell) => cell !== null && isExperience(cell.story));
    const ready = own.filter((cell) => cell !== null && isReady(cell.strength)).length;
    const state = own.length === 0 ? 'gap' : ready === 0 ? 'weak' : 'ready';
    return { principle, cells, tied: own.length, ready, state };
  });
  const uses = stories.map((story): StoryUse => ({
    story,
    tied: new Set(story.principles).size,
    onlyFor: isExperience(story)
      ? rows.flatMap(({ principle, tied }) =>
          tied === 1 && story.principles.includes(principle.slug) ? [principle.slug] : [],
        )
      : [],
    inLoop: inLoop.filter((id) => id === story.id).length,
  }));
  return { stories, rows, balance: findBalance(stories), uses };
}

function isReady(strength: Strength): boolean {
  return strength === 'strong' || strength === 'good';
}

export function isExperience({ origin }: Pick<Story, 'origin'>): boolean {
  return origin.kind === 'experience';
}

/** From how many principles on it is said that all of them hang on one story. */
const many = 3;

/** Stories that much hangs on, the most leading: what is asked twice in a loop, or stands alone for three. */
export function listOverused({ uses }: Pick<Coverage, 'uses'>): readonly StoryUse[] {
  return uses
    .filter(({ inLoop, onlyFor }) => inLoop > 1 || onlyFor.length >= many)
    .toSorted((a, b) => b.inLoop - a.inLoop || b.onlyFor.length - a.onlyFor.length);
}

export function findBalance(stories: readonly CoveredStory[]): Balance {
  const own = stories.filter(isExperience);
  const count = (kind: StoryKind | null): number => own.filter((one) => one.kind === kind).length;
  const counts = {
    success: count('success'),
    failure: count('failure'),
    risk: count('risk'),
    growth: count('growth'),
  };
  return {
    counts,
    missing: storyKinds.filter((kind) => counts[kind] === 0),
    unset: count(null),
    rehearsals: stories.length - own.length,
  };
}

function groupByStory(tellings: readonly Telling[]): ReadonlyMap<string, readonly Telling[]> {
  const groups = new Map<string, Telling[]>();
  for (const one of tellings) {
    const group = groups.get(one.story);
    if (group) group.push(one);
    else groups.set(one.story, [one]);
  }
  return groups;
}

function readCell(
  story: CoveredStory,
  principle: PrincipleSlug,
  tellings: readonly Telling[],
): CoverageCell {
  const telling = findTelling(tellings, story.id, principle);
  const lowest = telling === null ? null : findLowest(telling.dimensions);
  const strength = lowest === null ? 'untold' : rateStrength(lowest.score);
  return { story, principle, strength, lowest, telling };
}
