import type { CoveredStory } from '../../../../content/engine/story/coverage.ts';
import type { Telling } from '../../../../content/engine/story/coverage-telling.ts';
import {
  angleWords,
  type QuestionAngle,
} from '../../../../content/engine/format/question-terms.ts';
import { listCollisions, type QuestionPlace } from '../../../../content/engine/story/plan-loop.ts';
import type { LoopPlan } from '../../../../content/engine/story/plan-loop-record.ts';
import {
  describeTelling,
  listInterviewers,
  nameStory,
} from '../../../../content/engine/story/plan-loop-reasons.ts';
import { findPrinciple } from '../../../../content/engine/story/principles.ts';
import type { Block } from '../../debrief/document/block.ts';
import { countFilled, nameCompetency, type NamedCompetency } from './loop-words.ts';

export interface LoopDocumentSubject {
  readonly plan: LoopPlan;
  readonly stories: readonly CoveredStory[];
  readonly tellings: readonly Telling[];
  readonly competencies: readonly NamedCompetency[];
  /** "Thu 26 March, in 16 days"; null where no day is set. */
  readonly day: string | null;
  /** What is proposed to be asked at a place; null where nothing is. */
  readonly questionAt: (
    place: QuestionPlace,
  ) => { readonly text: string; readonly angle: QuestionAngle } | null;
}

/** A planned loop as a document to print or to keep: titles of stories, never their texts. */
export function writeLoopDocument(subject: LoopDocumentSubject): readonly Block[] {
  const { plan, stories, tellings, competencies, day, questionAt } = subject;
  const { filled, all } = countFilled(plan);
  const titleOf = (id: string): string => {
    const story = stories.find((one) => one.id === id);
    if (!story) return 'A story that was deleted';
    return `${story.origin.kind === 'drill' ? `From drill ${story.origin.code}, rehearsal: ` : ''}${nameStory(story)}`;
  };
  const collisions = listCollisions(plan).map(
    ({ story, places }) =>
      `“${titleOf(story)}” is told ${String(places.length)} times: ${listInterviewers(plan, places)}.`,
  );
  return [
    { kind: 'heading', level: 1, text: 'Interview loop' },
    {
      kind: 'paragraph',
      text: `${day === null ? 'No day is set.' : `Interview: ${day}.`} ${String(filled)} of ${String(all)} questions have a story. Who asks what is a plan of your own; the employer may ask something else.`,
    },
    ...plan.interviewers.flatMap((one, interviewer): Block[] => [
      { kind: 'heading', level: 2, text: one.name },
      {
        kind: 'table',
        caption: `Competency: ${nameCompetency(competencies, one.competency)}`,
        head: ['Principle', 'May ask', 'Story', 'Told last'],
        rows: one.questions.map(({ principle, story }, question) => [
          findPrinciple(principle)?.name ?? principle,
          writeQuestion(questionAt({ interviewer, question })),
          story === null ? 'open' : titleOf(story),
          story === null ? '' : describeTelling(tellings, story, principle),
        ]),
      },
    ]),
    ...(collisions.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: 'Told more than once' },
          { kind: 'list' as const, items: collisions },
        ]),
    {
      kind: 'paragraph',
      text: 'Figures by Drillbook’s practice rubric, step 1 of 4: the rules match the team’s own cases, no more. Not affiliated with any employer.',
    },
  ];
}

function writeQuestion(
  asked: { readonly text: string; readonly angle: QuestionAngle } | null,
): string {
  return asked === null ? '' : `${asked.text} (${angleWords[asked.angle].toLowerCase()})`;
}
