import { isExperience, type CoveredStory } from '../../../../content/engine/story/coverage.ts';
import type { Telling } from '../../../../content/engine/story/coverage-telling.ts';
import type { LoopPlan } from '../../../../content/engine/story/plan-loop-record.ts';
import { describeTelling, nameStory } from '../../../../content/engine/story/plan-loop-reasons.ts';
import type { PrincipleSlug } from '../../../../content/engine/story/principles.ts';

/** A competency as the loop names it. */
export interface NamedCompetency {
  readonly slug: string;
  readonly name: string;
}

/** What can be told at a question: stories that are tied to its principle lead. */
export function listStoryOptions(
  stories: readonly CoveredStory[],
  tellings: readonly Telling[],
  principle: PrincipleSlug,
  chosen: string | null,
): { readonly value: string; readonly text: string }[] {
  const name = (story: CoveredStory): string =>
    `${isExperience(story) ? '' : 'Drill: '}${nameStory(story)}`;
  const tied = stories.filter((story) => story.principles.includes(principle));
  const others = stories.filter((story) => !tied.includes(story));
  const gone = chosen !== null && !stories.some(({ id }) => id === chosen);
  return [
    { value: '', text: 'No story yet' },
    ...(gone ? [{ value: chosen, text: 'A story that was deleted' }] : []),
    ...tied.map((story) => ({
      value: story.id,
      text: `${name(story)} (${describeTelling(tellings, story.id, principle).split(':')[0] ?? ''})`,
    })),
    ...others.map((story) => ({ value: story.id, text: `${name(story)} (not tied)` })),
  ];
}

export function nameCompetency(
  competencies: readonly NamedCompetency[],
  slug: string | null,
): string {
  if (slug === null) return 'none set';
  return competencies.find((one) => one.slug === slug)?.name ?? slug;
}

/** How many questions of the loop have a story. */
export function countFilled({ interviewers }: LoopPlan): {
  readonly filled: number;
  readonly all: number;
} {
  const questions = interviewers.flatMap((one) => one.questions);
  return { filled: questions.filter(({ story }) => story !== null).length, all: questions.length };
}
