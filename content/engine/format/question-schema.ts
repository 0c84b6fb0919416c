import * as v from 'valibot';
import { starDimensions } from '../star/star-rule.ts';
import { principles } from '../story/principles.ts';
import { levels } from './drill-terms.ts';
import { Id, Line } from './primitives.ts';
import { questionAngles, questionRoles } from './question-terms.ts';

/**
 * questions/*.yaml and competencies.yaml, format 1: what is asked in an interview, what to ask
 * further, and what answers show. Types are inferred from here, the JSON Schema for editors is
 * written from it, and unknown fields are faults.
 */
const described = <S extends v.GenericSchema>(schema: S, text: string) =>
  v.pipe(schema, v.description(text));
const Lines = v.pipe(v.array(Line), v.minLength(1, 'needs at least one line'), v.maxLength(6));

const Dimension = described(
  v.picklist(starDimensions, `must be one of ${starDimensions.join(', ')}`),
  'the part of the score whose weakness raises this probe',
);

/** Asked after an answer, for what the answer lacks. */
const Probe = v.strictObject({
  id: described(Id, 'unique in its question'),
  text: described(Line, 'as it is said'),
  lacks: Dimension,
  then: described(
    v.optional(v.strictObject({ text: Line, lacks: Dimension })),
    'asked next, where the answer to the probe stays thin',
  ),
});
export type Probe = v.InferOutput<typeof Probe>;

const Probes = v.pipe(v.array(Probe), v.minLength(1, 'needs at least one probe'), v.maxLength(6));

const Question = v.strictObject({
  id: described(Id, 'unique in its pack: "ownership-failure"'),
  angle: v.picklist(questionAngles, `must be one of ${questionAngles.join(', ')}`),
  text: described(Line, 'as an interviewer says it: about what somebody did, no brain teaser'),
  roles: described(
    v.pipe(
      v.array(v.picklist(questionRoles, `must be one of ${questionRoles.join(', ')}`)),
      v.minLength(1, 'needs at least one role, or any'),
    ),
    'for whom it is natural',
  ),
  competency: described(v.optional(Id), 'a topic of competencies.yaml that it touches'),
  probes: described(
    v.strictObject({
      what: described(Probes, 'what exactly was done, and by whom'),
      how: described(Probes, 'how it was done, and how that is known'),
      why: described(Probes, 'why so and not otherwise, and what came of it since'),
    }),
    'the tree of what to ask further',
  ),
  strong: described(Lines, 'what strong answers to this question show'),
  weak: described(Lines, 'what weak answers to this question show'),
  traps: described(Lines, 'how good candidates still spoil it'),
});
export type Question = v.InferOutput<typeof Question>;

/** questions/<principle>.yaml. */
export const QuestionsSchema = v.strictObject({
  format: v.literal(1, 'must be 1: this version reads question format 1'),
  principle: v.picklist(
    principles.map(({ slug }) => slug),
    'must be the slug of a principle, such as ownership',
  ),
  questions: v.pipe(v.array(Question), v.minLength(1, 'needs at least one question')),
});
export type PrincipleQuestions = v.InferOutput<typeof QuestionsSchema>;

const CompetencyQuestion = v.strictObject({
  id: described(Id, 'unique in its pack'),
  text: described(Line, 'as an interviewer says it'),
  probes: Probes,
  strong: described(Lines, 'what strong answers to this question show'),
  weak: described(Lines, 'what weak answers to this question show'),
});
export type CompetencyQuestion = v.InferOutput<typeof CompetencyQuestion>;

const Depth = v.strictObject({
  expects: described(Lines, 'what somebody at this depth does unaided'),
  questions: v.pipe(v.array(CompetencyQuestion), v.minLength(1, 'needs at least one question')),
});

const Competency = v.strictObject({
  id: described(Id, 'unique in its pack: "cloud-identity"'),
  title: Line,
  about: described(Line, 'what it is, in one line'),
  duties: described(
    v.optional(
      v.array(v.pipe(v.string(), v.regex(/^[ABCD]\d{1,2}$/, 'must be a duty such as A3'))),
      [],
    ),
    'duties that it serves',
  ),
  depths: v.strictObject({ [levels[0]]: Depth, [levels[1]]: Depth, [levels[2]]: Depth }),
});
export type Competency = v.InferOutput<typeof Competency>;

/** competencies.yaml. */
export const CompetenciesSchema = v.strictObject({
  format: v.literal(1, 'must be 1: this version reads competency format 1'),
  competencies: v.pipe(v.array(Competency), v.minLength(1, 'needs at least one competency')),
});
