import {
  findConfidential,
  type ConfidentialFinding,
  type OwnWord,
} from '../../../../content/engine/story/find-confidential.ts';
import { listToldStories } from '../../../../content/engine/story/plan-loop.ts';
import type { LoopPlan } from '../../../../content/engine/story/plan-loop-record.ts';
import type { Story } from '../../../../content/engine/story/story.ts';

/** What the person wrote into a plan that should not leave the computer unseen: titles and names. */
export function findInPlan(
  plan: LoopPlan,
  stories: readonly Pick<Story, 'id' | 'title' | 'allowed_words' | 'metrics'>[],
  ownWords: readonly OwnWord[],
): readonly ConfidentialFinding[] {
  const told = new Set(listToldStories(plan));
  const found = [
    ...stories
      .filter(({ id }) => told.has(id))
      .flatMap(({ title, allowed_words: allowed, metrics }) =>
        findConfidential(title, { ownWords, allowed, metrics }),
      ),
    ...plan.interviewers.flatMap(({ name }) => findConfidential(name, { ownWords })),
  ];
  return [...new Map(found.map((finding) => [finding.words, finding])).values()];
}
