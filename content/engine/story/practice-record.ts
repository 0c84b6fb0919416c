import * as v from 'valibot';
import { questionAngles, questionRoles, probeKinds } from '../format/question-terms.ts';
import { levels } from '../format/drill-terms.ts';
import { starDimensions } from '../star/star-rule.ts';
import { principles } from './principles.ts';
import type { PractisedAnswer } from './readiness.ts';

/**
 * One practised question as it is stored in the table `practices`, format 1: what was asked as it was
 * asked, what was answered, the probes, and the figures of the result. The words that earned them are
 * found anew from the text when a result is opened. Sound lies apart, in `recordings`.
 */

const Short = v.pipe(v.string(), v.maxLength(400));
/** UTF-16 units: what a text field takes. */
const LongText = v.pipe(v.string(), v.maxLength(120_000));
const At = v.pipe(v.string(), v.isoTimestamp());
const Seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400));
const Part = v.pipe(v.number(), v.minValue(1), v.maxValue(5));

/** Which score a figure came from, so that figures of other rules are never compared unnoticed. */
export const practiceScorer = 1;

const ScoresSchema = v.strictObject({
  total: Part,
  dimensions: v.strictObject({
    specificity: Part,
    own_action: Part,
    judgement: Part,
    result: Part,
    reflection: Part,
    relevance: Part,
  } satisfies Record<(typeof starDimensions)[number], typeof Part>),
});
/** Total and six dimensions, 1..5. The total is never shown without them. */
export type PracticeScores = v.InferOutput<typeof ScoresSchema>;

const ProbeNodeSchema = v.strictObject({
  id: Short,
  /** What it asks after; null for a probe of a competency. */
  kind: v.nullable(v.picklist(probeKinds)),
  text: v.pipe(v.string(), v.maxLength(2000)),
  lacks: v.picklist(starDimensions),
  /** Asked next where the answer stays thin. */
  next: v.nullable(
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(2000)),
      lacks: v.picklist(starDimensions),
    }),
  ),
});

const AskedSchema = v.strictObject({
  /** Of the bank; null for a question of the person's own. */
  id: v.nullable(Short),
  text: v.pipe(v.string(), v.maxLength(4000)),
  principle: v.nullable(v.picklist(principles.map(({ slug }) => slug))),
  angle: v.nullable(v.picklist(questionAngles)),
  competency: v.nullable(Short),
  /** Of a question about a competency. */
  depth: v.nullable(v.picklist(levels)),
  roles: v.array(v.picklist(questionRoles)),
  probes: v.pipe(v.array(ProbeNodeSchema), v.maxLength(40)),
});
/** A question as it was asked; it stays so when the bank changes. */
export type AskedQuestion = v.InferOutput<typeof AskedSchema>;

const AskedProbeSchema = v.strictObject({
  /** Of the tree; "ownership-failure-1/then" for what is asked next. */
  id: Short,
  kind: v.nullable(v.picklist(probeKinds)),
  text: v.pipe(v.string(), v.maxLength(2000)),
  dimension: v.picklist(starDimensions),
  /** `follow-up` or `lowest`, and the rule of the score that was open. */
  rule: Short,
  why: v.pipe(v.string(), v.maxLength(1000)),
  /** The dimension when it was asked, 1..5. */
  before: Part,
  /** The same after the answer; null while it is not answered. */
  after: v.nullable(Part),
  answer: LongText,
  skipped: v.boolean(),
});
export type AskedProbe = v.InferOutput<typeof AskedProbeSchema>;

const recordingEnds = ['stopped', 'full', 'lost', 'hidden', 'broken_off'] as const;
export type RecordingEnd = (typeof recordingEnds)[number];

const RecordingSchema = v.strictObject({
  id: Short,
  /** `answer`, or the id of the probe that it answers. */
  part: Short,
  mime: Short,
  /** How many records of the table `recordings` hold it: `<id>/0000`, `<id>/0001`, … */
  pieces: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Recorded, without pauses. */
  seconds: Seconds,
  /** Loudest moment of each stretch, 0..100, at most 120 stretches. */
  levels: v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100))), v.maxLength(120)),
  started_at: At,
  /** Why it ended; `broken_off` while it runs, and so after a crash. */
  end: v.picklist(recordingEnds),
});
export type RecordingEntry = v.InferOutput<typeof RecordingSchema>;

export const practiceStages = ['thinking', 'answering', 'probing', 'done'] as const;
export type PracticeStage = (typeof practiceStages)[number];

export const PracticeSchema = v.strictObject({
  format: v.literal(1),
  id: Short,
  /** The story that it was practised with, or that came of it. */
  story: v.nullable(Short),
  question: AskedSchema,
  stage: v.picklist(practiceStages),
  /** Lengths that were chosen, seconds; null for no clock. */
  planned: v.strictObject({
    thinking_s: v.nullable(Seconds),
    answering_s: v.nullable(Seconds),
    /** The factor of extra time that is in them; left out where there is none. */
    extra_time: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(4))),
  }),
  /** Seconds that passed while the clock ran; no clock leaves them at what was measured. */
  spent: v.strictObject({ thinking_s: Seconds, answering_s: Seconds, probing_s: Seconds }),
  answer: LongText,
  note: LongText,
  probes: v.pipe(v.array(AskedProbeSchema), v.maxLength(20)),
  recordings: v.pipe(v.array(RecordingSchema), v.maxLength(60)),
  /** Null until the result was shown. */
  result: v.nullable(
    v.strictObject({
      scorer: v.pipe(v.number(), v.integer()),
      at: At,
      /** The answer alone; null where it has too few words for figures. */
      answer: v.nullable(ScoresSchema),
      /** The answer with what the probes brought. */
      account: v.nullable(ScoresSchema),
    }),
  ),
  started_at: At,
  updated_at: At,
});
export type PracticeRecord = v.InferOutput<typeof PracticeSchema>;

/** Reads a stored practice. Null for what is none, such as one of a newer format. */
export function readPractice(body: unknown): PracticeRecord | null {
  const read = v.safeParse(PracticeSchema, body);
  return read.success ? read.output : null;
}

/** A finished practice as evidence reads it; null for one that is still going on. */
export function readPractisedAnswer(practice: PracticeRecord): PractisedAnswer | null {
  const { id, question, story, recordings, result } = practice;
  if (result === null) return null;
  return {
    id,
    at: result.at,
    question: question.text,
    principle: question.principle,
    competency: question.competency,
    story,
    spoken: recordings.length > 0,
    dimensions: result.account?.dimensions ?? null,
  };
}

/** The key of one piece of a recording: sorts by recording and place. */
export function writePieceId(recording: string, index: number): string {
  return `${recording}/${String(index).padStart(4, '0')}`;
}
