import * as v from 'valibot';
import { answerRoles } from '../star/answer-role.ts';
import { principles } from './principles.ts';

/** What a story is an example of; interviewers ask for all four. Conflict is a tag. */
export const storyKinds = ['success', 'failure', 'risk', 'growth'] as const;
export type StoryKind = (typeof storyKinds)[number];

/** The versions of one story by the time they take to tell: 30 seconds, 2 minutes, 5 minutes. */
export const storyLengths = ['short', 'middle', 'long'] as const;
export type StoryLength = (typeof storyLengths)[number];

/** Seconds that a version is meant to take. */
export const lengthSeconds: Readonly<Record<StoryLength, number>> = {
  short: 30,
  middle: 120,
  long: 300,
};

const Short = v.pipe(v.string(), v.maxLength(400));
/** UTF-16 units: what a text field takes. */
const LongText = v.pipe(v.string(), v.maxLength(120_000));
const At = v.pipe(v.string(), v.isoTimestamp());

/** A role that the person gave to a sentence, which no rule overrides. */
const OwnRoleSchema = v.strictObject({
  /** The sentence as it stands in the text; an edited sentence is read by the rules again. */
  sentence: LongText,
  role: v.picklist(answerRoles),
});

const StoryTextSchema = v.strictObject({
  /** One flowing text; its paragraphs are the fields of STAR+R when they are edited apart. */
  text: LongText,
  own_roles: v.array(OwnRoleSchema),
});
export type StoryText = v.InferOutput<typeof StoryTextSchema>;

const MetricSchema = v.strictObject({
  id: Short,
  /** "Long-lived deploy keys in use". */
  name: Short,
  baseline: Short,
  result: Short,
  unit: Short,
  /** Over which time: "5 weeks". */
  period: Short,
  source: Short,
  /** Whether it may be told outside, and how. */
  may_tell: v.picklist(['yes', 'as_count', 'ask', 'no']),
  note: Short,
});
export type Metric = v.InferOutput<typeof MetricSchema>;

/** Where a story comes from. What a drill gave is rehearsal, and says so wherever it is shown. */
const OriginSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('experience') }),
  v.strictObject({ kind: v.literal('drill'), attempt: Short, code: Short, title: Short }),
]);

/** One story as it is stored, format 1. */
export const StorySchema = v.strictObject({
  format: v.literal(1),
  id: Short,
  title: Short,
  kind: v.nullable(v.picklist(storyKinds)),
  origin: OriginSchema,
  /** The principles it can serve, each once, the strongest leading. */
  principles: v.pipe(
    v.array(v.picklist(principles.map(({ slug }) => slug))),
    v.transform((slugs) => [...new Set(slugs)]),
  ),
  tags: v.array(Short),
  /** Who took part and which systems, in generalised words. */
  people: v.array(Short),
  systems: v.array(Short),
  texts: v.strictObject({
    short: StoryTextSchema,
    middle: StoryTextSchema,
    long: StoryTextSchema,
  }),
  metrics: v.array(MetricSchema),
  /** Findings of the confidentiality check that the person has allowed: the words themselves. */
  allowed_words: v.array(Short),
  created_at: At,
  updated_at: At,
});
export type Story = v.InferOutput<typeof StorySchema>;

/** A story as it was at a time, to compare with and to come back to. */
export const StoryVersionSchema = v.strictObject({
  story: StorySchema,
  saved_at: At,
  /** Why it was kept: "before import", "2 min rewritten"; empty for one kept by the way. */
  reason: Short,
});
export type StoryVersion = v.InferOutput<typeof StoryVersionSchema>;

/** Reads a stored story. Null for what is none, such as one of a newer format. */
export function readStory(body: unknown): Story | null {
  const read = v.safeParse(StorySchema, body);
  return read.success ? read.output : null;
}

/** Reads a stored version. Null for what is none. */
export function readStoryVersion(body: unknown): StoryVersion | null {
  const read = v.safeParse(StoryVersionSchema, body);
  return read.success ? read.output : null;
}
