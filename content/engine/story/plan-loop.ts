import { isExperience, type CoveredStory } from './coverage.ts';
import { findLowest, findTelling, type Telling } from './coverage-telling.ts';
import { matchHeaviest } from './plan-loop-matching.ts';
import type { LoopPlan, LoopQuestion } from './plan-loop-record.ts';
import type { PrincipleSlug } from './principles.ts';

/** One question of a loop, by place. */
export interface QuestionPlace {
  /** Index of the interviewer, from 0. */
  readonly interviewer: number;
  /** Index of the question with that interviewer, from 0. */
  readonly question: number;
}

export interface Suggested extends QuestionPlace {
  readonly story: string;
}

/** A question for which no story was left. */
export interface LeftOpen extends QuestionPlace {
  readonly principle: PrincipleSlug;
  /** `none-tied`: no story serves it; `all-told`: each that does is told elsewhere in the loop. */
  readonly reason: 'none-tied' | 'all-told';
  /** The story whose telling twice would harm least, and where else it is told; null where none fits. */
  readonly leastBad: { readonly story: string; readonly toldAt: readonly QuestionPlace[] } | null;
}

export interface LoopSuggestion {
  readonly suggested: readonly Suggested[];
  readonly open: readonly LeftOpen[];
}

/** Filling one more question goes before any strength, and strength before a principle that leads. */
const filled = 10_000_000;
const strengthStep = 100;
/** Tenths of a point below 5 that a story without a score counts as: behind every scored one. */
const untoldGap = 45;

/**
 * Assigns stories to the questions whose story the person has not chosen, so that no story is told
 * twice in the loop: interviewers compare notes. Exact: of all assignments it takes one that fills
 * the most questions; of these, one with the strongest tellings (the sum of squared distances to 5
 * is least, so two usable tellings go before a strong and a thin one); of these, one where stories
 * serve the principle that leads in them. Stories from drills are never suggested.
 *
 * Equal assignments: decided by the stories' ids, so that the order of the list changes nothing.
 */
export function suggestStories(
  plan: LoopPlan,
  stories: readonly CoveredStory[],
  tellings: readonly Telling[],
): LoopSuggestion {
  const places = listPlaces(plan);
  const fixed = places.filter(({ asked }) => isFixed(asked));
  const taken = new Set(fixed.map(({ asked }) => asked.story));
  const free = places.filter(({ asked }) => !isFixed(asked));
  const candidates = stories
    .filter((story) => isExperience(story) && !taken.has(story.id))
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const matched = matchHeaviest(
    free.map(({ asked }) =>
      candidates.map((story) => weighStory(story, asked.principle, tellings)),
    ),
  );
  const suggested = free.flatMap(({ place }, index): Suggested[] => {
    const story = candidates[matched[index] ?? -1];
    return story === undefined ? [] : [{ ...place, story: story.id }];
  });
  const toldAt = groupPlaces([
    ...fixed.map(({ place, asked }) => ({ ...place, story: asked.story ?? '' })),
    ...suggested,
  ]);
  const open = free.flatMap(({ place, asked }, index): LeftOpen[] => {
    if (candidates[matched[index] ?? -1] !== undefined) return [];
    const serving = stories.filter(
      (story) => isExperience(story) && story.principles.includes(asked.principle),
    );
    return [
      {
        ...place,
        principle: asked.principle,
        reason: serving.length === 0 ? 'none-tied' : 'all-told',
        leastBad: findLeastBad(place, asked.principle, serving, tellings, toldAt),
      },
    ];
  });
  return { suggested, open };
}

/** The plan with what was suggested; what was suggested before and is not any more is open again. */
export function applySuggestion(plan: LoopPlan, { suggested }: LoopSuggestion): LoopPlan {
  return {
    ...plan,
    interviewers: plan.interviewers.map((one, interviewer) => ({
      ...one,
      questions: one.questions.map((asked, question): LoopQuestion => {
        if (isFixed(asked)) return asked;
        const found = suggested.find(
          (place) => place.interviewer === interviewer && place.question === question,
        );
        return { ...asked, story: found?.story ?? null, by: 'suggestion' };
      }),
    })),
  };
}

/**
 * What a story is worth at a question; null where it does not serve the principle. Whole numbers, so
 * that two dozen of them add up exactly, and no sum of the lesser reaches one of the greater.
 */
export function weighStory(
  story: CoveredStory,
  principle: PrincipleSlug,
  tellings: readonly Telling[],
): number | null {
  const rank = story.principles.indexOf(principle);
  if (rank < 0 || !isExperience(story)) return null;
  const gap = findGap(story, principle, tellings);
  return filled + (untoldGap * untoldGap - gap * gap) * strengthStep + Math.max(0, 3 - rank);
}

/** Tenths of a point from 5 to the lowest dimension of the telling that counts. */
function findGap(
  story: CoveredStory,
  principle: PrincipleSlug,
  tellings: readonly Telling[],
): number {
  const telling = findTelling(tellings, story.id, principle);
  return telling === null ? untoldGap : Math.round((5 - findLowest(telling.dimensions).score) * 10);
}

interface Placed {
  readonly place: QuestionPlace;
  readonly asked: LoopQuestion;
}

function listPlaces({ interviewers }: LoopPlan): readonly Placed[] {
  return interviewers.flatMap(({ questions }, interviewer) =>
    questions.map((asked, question) => ({ place: { interviewer, question }, asked })),
  );
}

function isFixed({ story, by }: LoopQuestion): boolean {
  return story !== null && by === 'person';
}

function groupPlaces(told: readonly Suggested[]): ReadonlyMap<string, readonly QuestionPlace[]> {
  const groups = new Map<string, QuestionPlace[]>();
  for (const { story, interviewer, question } of told) {
    const group = groups.get(story);
    if (group) group.push({ interviewer, question });
    else groups.set(story, [{ interviewer, question }]);
  }
  return groups;
}

/**
 * Never a story that this interviewer hears anyway. Of the others: told fewest times, then strongest,
 * then by id.
 */
function findLeastBad(
  { interviewer }: QuestionPlace,
  principle: PrincipleSlug,
  serving: readonly CoveredStory[],
  tellings: readonly Telling[],
  toldAt: ReadonlyMap<string, readonly QuestionPlace[]>,
): LeftOpen['leastBad'] {
  const ranked = serving
    .map((story) => ({
      story: story.id,
      toldAt: toldAt.get(story.id) ?? [],
      gap: findGap(story, principle, tellings),
    }))
    .filter((one) => one.toldAt.every((place) => place.interviewer !== interviewer))
    .toSorted(
      (a, b) => a.toldAt.length - b.toldAt.length || a.gap - b.gap || (a.story < b.story ? -1 : 1),
    );
  const [best] = ranked;
  return best === undefined ? null : { story: best.story, toldAt: best.toldAt };
}

/** A story that is told more than once. */
export interface Collision {
  readonly story: string;
  readonly places: readonly QuestionPlace[];
  /** Heard twice by one and the same interviewer, which is worse than by two. */
  readonly sameInterviewer: boolean;
}

export function listCollisions(plan: LoopPlan): readonly Collision[] {
  const told = listPlaces(plan).flatMap(({ place, asked }) =>
    asked.story === null ? [] : [{ ...place, story: asked.story }],
  );
  return [...groupPlaces(told)].flatMap(([story, places]): Collision[] => {
    if (places.length < 2) return [];
    const heardBy = new Set(places.map(({ interviewer }) => interviewer));
    return [{ story, places, sameInterviewer: heardBy.size < places.length }];
  });
}

/** Story ids in the order in which they are told, one for each question that has one. */
export function listToldStories(plan: LoopPlan): readonly string[] {
  return listPlaces(plan).flatMap(({ asked }) => asked.story ?? []);
}
