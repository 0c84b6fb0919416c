import * as v from 'valibot';
import { exerciseKinds } from './exercise-terms.ts';
import { readLines } from './line-range.ts';
import { areCostlyPatterns, explainPattern, isPattern } from './pack-pattern.ts';
import { levels } from './drill-terms.ts';
import { Id, Line, Text } from './primitives.ts';

/**
 * exercises/<kind>/<slug>.yaml, format 1: a brief, material to read, and questions whose answers a
 * program can check. Types are inferred from here, the JSON Schema for editors is written from it,
 * and unknown fields are faults.
 */
const described = <S extends v.GenericSchema>(schema: S, text: string) =>
  v.pipe(schema, v.description(text));

const Weight = v.pipe(
  v.number('must be a number of points'),
  v.minValue(0.5, 'must be at least 0.5'),
  v.maxValue(100, 'must be at most 100'),
);

/** The endings that a pack may hold as text; see content/archive/archive-limits.ts. */
const MaterialFile = v.pipe(
  v.string('must be a file’s name'),
  v.regex(
    /^(?:[\w-]+\/)?[\w-]+(?:\.[\w-]+)*\.(?:txt|md|csv|tsv|json|jsonl|log|eml|diff|patch|conf|cfg|ini|toml|tf|xml|yaml|yml)$/,
    'must be a text file in the exercise’s own folder; code ends in .txt, such as refund.py.txt',
  ),
);

const Material = v.strictObject({
  id: described(Id, 'a word of its own, by which questions name it'),
  title: described(Line, 'as it is shown: refund.py'),
  file: described(
    MaterialFile,
    'a text file in the folder beside the exercise that has its name; packs hold no programs, so code ends in .txt: refund.py.txt',
  ),
  about: described(v.optional(Line), 'a line about it'),
});
export type Material = v.InferOutput<typeof Material>;

const Lines = v.pipe(
  v.union([v.number(), v.string()], 'must be a line (12) or several ("12-14")'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const range = readLines(String(dataset.value));
    if (range) return range;
    addIssue({ message: 'must be a line (12) or several ("12-14"), counted from 1' });
    return NEVER;
  }),
);

const Pattern = v.pipe(
  Line,
  v.check(
    isPattern,
    ({ input }) => `must be a regular expression of RE2, and is none: ${explainPattern(input)}`,
  ),
);

/** An answer may have 20,000 letters, and all patterns of its question look through it. */
const notCostly = (list: readonly string[]): boolean => !areCostlyPatterns(list);
const costly =
  'has regular expressions that would take too long on a long answer; write .* for .{0,80}, + for {1,200}, or use fewer';

const Exact = v.pipe(
  v.union([Line, v.number()], 'must be a text or a number'),
  v.transform(String),
);

const Hints = described(
  v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          text: described(Text, 'the hint'),
          cost: described(
            v.pipe(v.number(), v.minValue(0, 'must not be negative'), v.maxValue(100)),
            'points that it takes from its question',
          ),
        }),
      ),
      v.maxLength(3, 'has at most three tiers: a nudge, a pointer, the way'),
    ),
    [],
  ),
  'help in tiers, for points of this question',
);

const common = {
  id: described(Id, 'a word of its own; do not change it later'),
  prompt: described(Text, 'what is asked'),
  weight: described(Weight, 'how many points it can earn'),
  reason: described(Text, 'read after the end: why the answer is right; it teaches'),
  hints: Hints,
};

const LinesQuestion = v.strictObject({
  kind: v.literal('lines'),
  ...common,
  material: described(Id, 'the material whose lines are marked'),
  findings: described(
    v.array(
      v.strictObject({
        lines: Lines,
        says: described(Line, 'what is there'),
      }),
    ),
    'what is to be found; an empty list where it is clean',
  ),
});

const ValueQuestion = v.strictObject({
  kind: v.literal('value'),
  ...common,
  form: described(Line, 'what an answer looks like: a UTC time to the second, a number'),
  every: described(
    v.optional(v.boolean(), false),
    'true: all that is accepted is asked for, as a list; else any one of it',
  ),
  accepts: described(
    v.pipe(
      v.array(
        v.union(
          [
            v.strictObject({
              exact: Exact,
            }),
            v.strictObject({
              re2: described(Pattern, 'a regular expression (RE2) for the whole answer'),
              says: described(Line, 'the right answer, for people'),
            }),
          ],
          'must be { exact: … } or { re2: …, says: … }',
        ),
      ),
      v.minLength(1, 'needs at least one answer'),
      v.check((list) => notCostly(list.flatMap((one) => ('re2' in one ? [one.re2] : []))), costly),
    ),
    'the right answers',
  ),
});

const Options = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.array(
      v.strictObject({
        id: described(Id, 'unique in its question'),
        text: described(Line, 'as it is read'),
        ...entries,
        reason: described(Line, 'why it is right or wrong; it teaches'),
      }),
    ),
    v.minLength(2, 'needs at least two options'),
    v.maxLength(26, 'has at most 26 options'),
  );

const ChoiceQuestion = v.strictObject({
  kind: v.literal('choice'),
  ...common,
  options: described(
    Options({
      earns: described(
        v.pipe(
          v.number('must be a share from 0 to 1'),
          v.minValue(0, 'must be from 0 to 1'),
          v.maxValue(1, 'must be from 0 to 1'),
        ),
        'the share of the weight that it earns, 0 to 1',
      ),
    }),
    'one of them is chosen',
  ),
});

const SeveralQuestion = v.strictObject({
  kind: v.literal('several'),
  ...common,
  options: described(
    Options({
      holds: described(v.boolean('must be true or false'), 'whether it belongs to the answer'),
    }),
    'all that hold are chosen',
  ),
});

const TextQuestion = v.strictObject({
  kind: v.literal('text'),
  ...common,
  most_words: described(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000))),
    'as many words as its reader has time for; what comes after them does not count',
  ),
  points: described(
    v.pipe(
      v.array(
        v.strictObject({
          id: described(Id, 'unique in its question'),
          says: described(Line, 'what has to be said'),
          weight: described(v.optional(Weight, 1), 'its share beside the other points'),
          any: described(
            v.pipe(v.array(Pattern), v.minLength(1, 'needs at least one pattern')),
            'regular expressions (RE2) with short repetitions, .* rather than .{0,80}; it is said where one of them occurs in the text, in any letter case',
          ),
        }),
      ),
      v.minLength(1, 'needs at least one point'),
      v.check((list) => notCostly(list.flatMap(({ any }) => any)), costly),
    ),
    'what is looked for. How well it is said is left to a mentor',
  ),
});

const ExerciseQuestion = v.variant(
  'kind',
  [LinesQuestion, ValueQuestion, ChoiceQuestion, SeveralQuestion, TextQuestion],
  'must be lines, value, choice, several or text',
);
export type ExerciseQuestion = v.InferOutput<typeof ExerciseQuestion>;
export type QuestionOfKind<Kind extends ExerciseQuestion['kind']> = Extract<
  ExerciseQuestion,
  { kind: Kind }
>;

export const ExerciseSchema = v.strictObject({
  format: v.literal(1, 'must be 1: this version reads exercise format 1'),
  id: described(Id, 'the exercise’s own short id; never changed once it was played'),
  kind: described(
    v.picklist(exerciseKinds, `must be one of ${exerciseKinds.join(', ')}`),
    'the kind of exercise: the name of the folder that it lies in',
  ),
  title: described(Line, 'must not give the answer away'),
  level: described(
    v.picklist(levels, `must be one of ${levels.join(', ')}`),
    'for whom it is meant',
  ),
  minutes: described(
    v.pipe(v.number(), v.integer('must be whole minutes'), v.minValue(1), v.maxValue(240)),
    'how long it takes, in whole minutes',
  ),
  tags: described(v.optional(v.array(Line), []), 'words to find it by'),
  duties: described(
    v.optional(
      v.array(v.pipe(v.string(), v.regex(/^[ABCD]\d{1,2}$/, 'must be a duty such as A3'))),
      [],
    ),
    'duties that it trains, such as A3',
  ),
  brief: described(Text, 'what is read first: the situation, and what to assume'),
  material: described(v.optional(v.array(Material), []), 'the files that are read or queried'),
  questions: described(
    v.pipe(
      v.array(ExerciseQuestion),
      v.minLength(1, 'needs at least one question'),
      v.maxLength(40, 'has at most 40 questions'),
    ),
    'what is asked, in this order',
  ),
  debrief: described(v.optional(Text), 'what is read after the end'),
});
export type Exercise = v.InferOutput<typeof ExerciseSchema>;
