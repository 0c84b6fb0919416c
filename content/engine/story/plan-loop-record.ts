import * as v from 'valibot';
import { principles, type PrincipleSlug } from './principles.ts';

const Short = v.pipe(v.string(), v.maxLength(400));
const PrincipleSchema = v.picklist(principles.map(({ slug }) => slug));

/** A behavioural question that an interviewer will ask, for one of their principles. */
const LoopQuestionSchema = v.strictObject({
  principle: PrincipleSchema,
  /** The story to tell; null while it is open. */
  story: v.nullable(Short),
  /** Who chose the story: what the person chose, no suggestion changes. */
  by: v.picklist(['person', 'suggestion']),
  /** Id of a question of the bank that the person keeps or has practised here; else one is proposed. */
  ask: v.optional(Short),
});
export type LoopQuestion = v.InferOutput<typeof LoopQuestionSchema>;

const InterviewerSchema = v.strictObject({
  id: Short,
  /** Invented by the person, or "Interviewer 1". */
  name: Short,
  /** One or two, the first asked twice where there are three questions. */
  principles: v.pipe(v.array(PrincipleSchema), v.minLength(1), v.maxLength(2)),
  /** A technical competency by its slug; null while none is set. */
  competency: v.nullable(Short),
  questions: v.pipe(v.array(LoopQuestionSchema), v.minLength(2), v.maxLength(3)),
});
export type Interviewer = v.InferOutput<typeof InterviewerSchema>;

/** A planned loop as it is stored, format 1. The interview's date stands in the settings. */
const LoopPlanSchema = v.strictObject({
  format: v.literal(1),
  id: Short,
  interviewers: v.pipe(v.array(InterviewerSchema), v.minLength(1), v.maxLength(8)),
  updated_at: v.pipe(v.string(), v.isoTimestamp()),
});
export type LoopPlan = v.InferOutput<typeof LoopPlanSchema>;

/** Reads a stored plan. Null for what is none, such as one of a newer format. */
export function readLoopPlan(body: unknown): LoopPlan | null {
  const read = v.safeParse(LoopPlanSchema, body);
  return read.success ? read.output : null;
}

/** How many of the sixteen a loop of five with two each asks for. */
const interviewerCount = 5;

/**
 * A loop of five, two principles and two questions each. Who asks what is not known before: the
 * principles are dealt in their order from `start` on (0..15), so that by dealing again all sixteen
 * come up.
 *
 * @param competencies slugs, dealt one each from `start` on as well
 */
export function newLoop(
  id: string,
  at: string,
  competencies: readonly string[] = [],
  start = 0,
): LoopPlan {
  return {
    format: 1,
    id,
    interviewers: Array.from({ length: interviewerCount }, (_, index): Interviewer => {
      const pair = [pickPrinciple(start + index * 2), pickPrinciple(start + index * 2 + 1)];
      return {
        id: `interviewer-${String(index + 1)}`,
        name: `Interviewer ${String(index + 1)}`,
        principles: pair,
        competency:
          competencies.length === 0
            ? null
            : (competencies[(start / 2 + index) % competencies.length] ?? null),
        questions: askAbout(pair, 2, []),
      };
    }),
    updated_at: at,
  };
}

/** Where the next deal begins: after the last principle that is asked for. */
export function findNextStart({ interviewers }: LoopPlan): number {
  const last = interviewers.at(-1)?.principles.at(-1);
  const at = principles.findIndex(({ slug }) => slug === last);
  return (at + 1) % principles.length;
}

/**
 * The questions of an interviewer: one a principle in turn, the first leading. A story that was
 * chosen for a principle stays with it as long as that principle is asked for.
 */
export function askAbout(
  asked: readonly PrincipleSlug[],
  count: number,
  before: readonly LoopQuestion[],
): LoopQuestion[] {
  const left = [...before];
  return Array.from({ length: count }, (_, index): LoopQuestion => {
    const principle = asked[index % asked.length] ?? principles[0].slug;
    const at = left.findIndex((one) => one.principle === principle);
    const [kept] = at < 0 ? [] : left.splice(at, 1);
    return kept ?? { principle, story: null, by: 'suggestion' };
  });
}

function pickPrinciple(index: number): PrincipleSlug {
  return (principles[index % principles.length] ?? principles[0]).slug;
}
