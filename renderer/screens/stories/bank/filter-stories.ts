import type { PrincipleSlug } from '../../../../content/engine/story/principles.ts';
import type { Story, StoryKind } from '../../../../content/engine/story/story.ts';
import { writeTitle } from '../story-words.ts';

export const storyOrders = ['changed', 'made', 'title'] as const;
export type StoryOrder = (typeof storyOrders)[number];

export interface StoryFilter {
  readonly principles: readonly PrincipleSlug[];
  readonly kinds: readonly StoryKind[];
  readonly tags: readonly string[];
}
export const noStoryFilter: StoryFilter = { principles: [], kinds: [], tags: [] };

export function isFiltered({ principles, kinds, tags }: StoryFilter): boolean {
  return principles.length + kinds.length + tags.length > 0;
}

export function filterStories(
  stories: readonly Story[],
  { principles, kinds, tags }: StoryFilter,
): readonly Story[] {
  return stories.filter(
    (story) =>
      (principles.length === 0 || story.principles.some((one) => principles.includes(one))) &&
      (kinds.length === 0 || (story.kind !== null && kinds.includes(story.kind))) &&
      (tags.length === 0 || story.tags.some((tag) => tags.includes(tag))),
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function sortStories(stories: readonly Story[], order: StoryOrder): readonly Story[] {
  const sorted = [...stories];
  if (order === 'title') {
    const titles = new Map(stories.map((one) => [one, writeTitle(one).toLowerCase()]));
    return sorted.sort((a, b) => byText(titles.get(a) ?? '', titles.get(b) ?? ''));
  }
  return order === 'made'
    ? sorted.sort((a, b) => byText(b.created_at, a.created_at))
    : sorted.sort((a, b) => byText(b.updated_at, a.updated_at));
}

/** Every tag there is, in the order of the alphabet. */
export function listTags(stories: readonly Story[]): readonly string[] {
  return [...new Set(stories.flatMap(({ tags }) => tags))].sort(byText);
}
