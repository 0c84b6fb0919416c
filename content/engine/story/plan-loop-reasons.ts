import { anchors } from '../star/anchors.ts';
import { isExperience, type CoveredStory } from './coverage.ts';
import { findLowest, findTelling, rateStrength, type Telling } from './coverage-telling.ts';
import type { LeftOpen, QuestionPlace } from './plan-loop.ts';
import type { LoopPlan } from './plan-loop-record.ts';
import { findPrinciple, type PrincipleSlug } from './principles.ts';

/** What the reasons are drawn from. */
export interface ReasonSubject {
  readonly plan: LoopPlan;
  readonly stories: readonly CoveredStory[];
  readonly tellings: readonly Telling[];
}

/** As it is called where it is named; a story may not have a title yet. */
export function nameStory({ title }: Pick<CoveredStory, 'title'>): string {
  return title.trim() === '' ? 'Untitled story' : title;
}

/** "good, 3.2: evidence of result is lowest"; for a story without a score says that. */
export function describeTelling(
  tellings: readonly Telling[],
  story: string,
  principle: PrincipleSlug,
): string {
  const telling = findTelling(tellings, story, principle);
  if (telling === null) return 'tied, and not told yet';
  const { dimension, score } = findLowest(telling.dimensions);
  const as = telling.from === 'written' ? ', as written' : '';
  return `${rateStrength(score)}, ${score.toFixed(1)}${as}: ${anchors[dimension].title.toLowerCase()} is lowest`;
}

/**
 * Why a story stands at a question: sentences from what is known now, so they stay true when stories
 * or tellings change. Empty where the question is open.
 */
export function explainChoice(
  { plan, stories, tellings }: ReasonSubject,
  place: QuestionPlace,
): readonly string[] {
  const asked = plan.interviewers[place.interviewer]?.questions[place.question];
  if (!asked || asked.story === null) return [];
  const story = stories.find(({ id }) => id === asked.story);
  if (!story) return ['This story is not in your bank any more. Choose another one.'];
  const name = findPrinciple(asked.principle)?.name ?? asked.principle;
  const rank = story.principles.indexOf(asked.principle);
  const others = stories.filter(
    (one) => one.id !== story.id && isExperience(one) && one.principles.includes(asked.principle),
  );
  return [
    asked.by === 'person'
      ? 'You chose it. No suggestion changes it.'
      : 'Suggested. Of all ways to fill the open questions without telling a story twice, this one fills the most, and of those with the strongest tellings.',
    ...(isExperience(story)
      ? []
      : [
          'It comes from a drill: rehearsal, not experience. Say so when you tell it, or choose another one.',
        ]),
    rank < 0
      ? `It is not tied to ${name}. Tie it in the coverage, or choose another one.`
      : `For ${name}: ${describeTelling(tellings, story.id, asked.principle)}.${rank === 0 ? ' This principle leads in it.' : ''}`,
    ...others.map((one) => explainOther({ plan, stories, tellings }, one, asked.principle)),
    ...(others.length === 0 && rank >= 0 ? [`No other story is tied to ${name}.`] : []),
  ];
}

/** Why a question stayed open, and what could be done. */
export function explainOpen(
  { plan, stories, tellings }: ReasonSubject,
  open: LeftOpen,
): readonly string[] {
  const name = findPrinciple(open.principle)?.name ?? open.principle;
  if (open.reason === 'none-tied') {
    return [`No story of yours is tied to ${name}. Tie one in the coverage, or start a new one.`];
  }
  const least = stories.find(({ id }) => id === open.leastBad?.story);
  return [
    `Every story that is tied to ${name} is told elsewhere in this loop.`,
    open.leastBad === null || !least
      ? 'This interviewer hears each of them already: only another story helps.'
      : `The least harm: tell “${nameStory(least)}” here as well (${describeTelling(tellings, least.id, open.principle)}); ${listInterviewers(plan, open.leastBad.toldAt)} hears it too, and interviewers compare notes.`,
  ];
}

function explainOther(
  { plan, tellings }: ReasonSubject,
  other: CoveredStory,
  principle: PrincipleSlug,
): string {
  const at = findTold(plan, other.id);
  const said = describeTelling(tellings, other.id, principle);
  return `“${nameStory(other)}”: ${said}${at.length === 0 ? '; free' : `; told to ${listInterviewers(plan, at)}`}.`;
}

function findTold({ interviewers }: LoopPlan, story: string): readonly QuestionPlace[] {
  return interviewers.flatMap(({ questions }, interviewer) =>
    questions.flatMap((asked, question) =>
      asked.story === story ? [{ interviewer, question }] : [],
    ),
  );
}

/** "Interviewer 1 and Interviewer 4", each once, in the order of the loop. */
export function listInterviewers(
  { interviewers }: LoopPlan,
  places: readonly QuestionPlace[],
): string {
  const names = [...new Set(places.map(({ interviewer }) => interviewer))]
    .toSorted((a, b) => a - b)
    .map((at) => interviewers[at]?.name ?? '');
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
