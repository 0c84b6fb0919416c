import * as v from 'valibot';
import { ConditionSchema } from './condition-schema.ts';
import { levels, parts, severities } from './drill-terms.ts';
import { Id, Instant, Line, ScenarioTime, Text, VariableValue } from './primitives.ts';

/**
 * drill.yaml, format 1. This file is the source of truth: types are inferred from it, the JSON
 * Schema for editors is written from it, and unknown fields are faults.
 */
const Part = v.picklist(parts, `must be one of ${parts.join(', ')}`);
const Weight = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const Rating = v.pipe(
  v.number(),
  v.integer('must be a whole number 1 to 7'),
  v.minValue(1),
  v.maxValue(7),
);
const Minutes = v.optional(ScenarioTime, 0);
const described = <S extends v.GenericSchema>(schema: S, text: string) =>
  v.pipe(schema, v.description(text));

const Effect = v.union(
  [
    v.strictObject({ set: Id, to: VariableValue }),
    v.strictObject({ add: Id, by: v.pipe(v.number(), v.integer()) }),
    v.strictObject({
      severity: v.picklist(severities),
      provisional: v.optional(v.boolean(), false),
    }),
    v.strictObject({ end: v.literal(true) }),
  ],
  'must be {set, to}, {add, by}, {severity} or {end: true}',
);
const Effects = v.optional(v.array(Effect), []);

/** An act that cannot be undone and does harm: its part of the score is capped at this share. */
const Harm = v.strictObject({
  part: v.optional(Part),
  caps: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  why: Line,
});

const Variable = v.variant('kind', [
  v.strictObject({ kind: v.literal('flag'), initial: v.optional(v.boolean(), false) }),
  v.strictObject({
    kind: v.literal('enum'),
    values: v.pipe(v.array(Id), v.minLength(2)),
    initial: Id,
  }),
  v.strictObject({
    kind: v.literal('integer'),
    min: v.pipe(v.number(), v.integer()),
    max: v.pipe(v.number(), v.integer()),
    initial: v.pipe(v.number(), v.integer()),
  }),
]);

/**
 * Something that may change between two plays. `literal` is how it stands in the files; another
 * seed puts one of `values` in its place everywhere. With `variable`, the initial value of a state
 * variable is drawn instead. Seed 0 changes nothing. `with` ties one instant that is written in two
 * ways together: its clock and its second of an epoch.
 */
const Parameter = v.union([
  v.strictObject({
    id: Id,
    literal: v.pipe(v.string(), v.minLength(3)),
    values: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
    with: v.optional(Id),
  }),
  v.strictObject({ id: Id, variable: Id, values: v.pipe(v.array(VariableValue), v.minLength(1)) }),
]);

const Person = v.strictObject({
  id: Id,
  name: Line,
  role: described(Line, 'job, as the learner would know it'),
  about: v.optional(Line),
  moods: described(
    v.optional(v.array(v.strictObject({ when: ConditionSchema, text: Line })), []),
    'how they are just now, as one would notice it: the first that holds is shown',
  ),
  patience: described(
    v.optional(v.strictObject({ minutes: ScenarioTime, again: Text })),
    'writes again where a message that expects an answer is left for so long',
  ),
});

const Role = v.strictObject({
  id: Id,
  name: Line,
  private: described(v.optional(Text), 'what only this role is told'),
});

const feedKinds = ['alert', 'mail', 'chat', 'call', 'ticket', 'news'] as const;

const Reply = v.strictObject({
  id: Id,
  text: Line,
  rating: v.optional(Rating),
  reason: v.optional(Line),
  minutes: Minutes,
  effects: Effects,
});

const FeedItem = v.strictObject({
  id: Id,
  kind: v.picklist(feedKinds),
  at: described(v.optional(ScenarioTime), 'earliest time; without `when`, the time'),
  when: v.optional(ConditionSchema),
  delay: described(Minutes, 'after `at` and `when` hold'),
  unless: described(
    v.optional(ConditionSchema),
    'keeps it from arriving; asked at the moment at which it would',
  ),
  from: described(Id, 'a person'),
  channel: v.optional(Line),
  roles: described(v.optional(v.array(Id)), 'who gets it; without it, everybody'),
  subject: Line,
  body: Text,
  severity: v.optional(v.picklist(severities)),
  evidence: described(v.optional(Id), 'evidence that this item leads to'),
  interrupt: described(v.optional(v.boolean(), false), 'a card at the edge until it is dealt with'),
  hand_to: described(v.optional(Id), 'the person an interrupt can be handed to'),
  expects: v.optional(
    v.strictObject({
      answer: v.picklist(['acknowledge', 'reply']),
      within: ScenarioTime,
      part: v.optional(Part),
      weight: v.optional(Weight, 0),
      why: v.optional(Line),
      missed: described(Effects, 'what follows from silence'),
    }),
  ),
  replies: v.optional(v.array(Reply), []),
  noise: described(
    v.optional(v.boolean(), false),
    'background that nothing rests on: the lever for noise can leave it out',
  ),
  red_herring: v.optional(
    v.strictObject({
      valve: described(Line, 'what would have told you, and when'),
      clues: described(v.optional(v.array(Id), []), 'where it lies'),
    }),
  ),
});

export const evidenceFormats = [
  'cloudtrail',
  'vpc-flow',
  's3-access',
  'alb',
  'waf',
  'guardduty',
  'resolver',
  'idp',
  'auditd',
  'syslog',
  'windows-event',
  'process-tree',
  'csv',
  'json',
  'jsonl',
  'sbom',
  'diff',
  'config',
  'image',
  'mail',
  'text',
  'markdown',
] as const;

const Evidence = v.strictObject({
  id: Id,
  title: Line,
  file: v.pipe(v.string(), v.regex(/^evidence\/[\w.-]+$/, 'must be evidence/<name>')),
  format: v.picklist(evidenceFormats),
  key: described(v.optional(Line), 'the field that is the record’s own id (cloudtrail: eventID)'),
  columns: described(v.optional(v.array(Line)), 'shown at first, in this order'),
  available: v.optional(ConditionSchema),
  minutes: described(Minutes, 'what opening it the first time costs'),
  about: v.optional(Line),
  roles: described(v.optional(v.array(Id)), 'who can open it; without it, everybody'),
});

/** A named place in the evidence, the feed or a tool's answer that decisions and truth cite. */
const Clue = v.union(
  [
    v.strictObject({
      id: Id,
      evidence: Id,
      record: v.pipe(v.string(), v.minLength(1)),
      says: Line,
    }),
    v.strictObject({ id: Id, evidence: Id, text: v.pipe(v.string(), v.minLength(3)), says: Line }),
    v.strictObject({ id: Id, feed: Id, says: Line }),
    v.strictObject({ id: Id, tool: Id, outcome: Id, says: Line }),
  ],
  'must be {evidence, record}, {evidence, text}, {feed} or {tool, outcome}, each with id and says',
);

const Tool = v.strictObject({
  id: Id,
  title: described(Line, 'a verb with an object: "Deactivate access key"'),
  about: Line,
  also: described(v.optional(v.array(Line), []), 'other words a person may type'),
  minutes: Minutes,
  available: v.optional(ConditionSchema),
  args: v.optional(
    v.array(
      v.strictObject({
        id: Id,
        label: Line,
        values: described(
          v.optional(v.array(Line)),
          'a closed list to choose from; without it, free text of at most 200 characters',
        ),
        pattern: described(
          v.optional(
            v.strictObject({
              re2: described(
                Line,
                'a regular expression (RE2) for the whole text, in any letter case',
              ),
              says: described(Line, 'the same for people: "AKIA and 16 letters or digits"'),
            }),
          ),
          'the form of a free text; what has another is not run, and costs nothing',
        ),
      }),
    ),
    [],
  ),
  outcomes: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        match: described(
          v.optional(v.record(Id, v.union([Line, v.array(Line)]))),
          'argument → accepted value(s); letter case and outer spaces do not matter',
        ),
        when: v.optional(ConditionSchema),
        answer: Text,
        minutes: v.optional(ScenarioTime),
        effects: Effects,
        harm: v.optional(Harm),
      }),
    ),
    v.minLength(1),
  ),
});

const Option = v.strictObject({
  id: Id,
  text: Line,
  rating: Rating,
  reason: described(Line, 'why this rating; it teaches'),
  evidence: described(v.optional(v.array(Id), []), 'clues that justify it'),
  minutes: Minutes,
  effects: Effects,
  irreversible: v.optional(v.boolean(), false),
  harm: v.optional(Harm),
  rerate: described(
    v.optional(
      v.array(v.strictObject({ when: ConditionSchema, rating: Rating, reason: Line })),
      [],
    ),
    'another rating where a condition holds when it is chosen (a benign twin, a late choice)',
  ),
});

const Decision = v.strictObject({
  id: Id,
  title: Line,
  prompt: Text,
  opens: described(v.optional(ConditionSchema), 'without it, from the start'),
  closes_after: described(v.optional(ScenarioTime), 'since it opened; then it counts as `none`'),
  part: Part,
  weight: Weight,
  asks_confidence: v.optional(v.boolean(), true),
  asks_reason: v.optional(v.boolean(), true),
  citations: v.optional(
    v.strictObject({
      required: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
      accepts: v.pipe(v.array(Id), v.minLength(1)),
    }),
  ),
  none: v.strictObject({ rating: Rating, reason: Line, effects: Effects }),
  options: v.pipe(v.array(Option), v.minLength(4, 'needs four or five options'), v.maxLength(5)),
});

const audiences = [
  'executive',
  'customers',
  'regulator',
  'engineers',
  'handover',
  'owner',
] as const;
const factKinds = [
  'impact',
  'scope',
  'status',
  'severity',
  'action',
  'owner',
  'unknown',
  'next_update',
] as const;

/**
 * Words of a phrase must all stand in one sentence, in any order; `|` separates alternatives,
 * a trailing `*` matches any ending: "key off|deactivat*".
 */
const Phrases = v.pipe(v.array(Line), v.minLength(1));

const Update = v.strictObject({
  id: Id,
  title: Line,
  audience: v.picklist(audiences),
  to: v.pipe(v.array(Id), v.minLength(1)),
  about_reader: described(Line, 'who reads it and how: "reads it on a phone, not technical"'),
  asked: described(Text, 'what they asked for'),
  opens: v.optional(ConditionSchema),
  due: ScenarioTime,
  part: Part,
  weight: Weight,
  facts: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        kind: v.picklist(factKinds),
        text: Line,
        known: described(
          v.optional(ConditionSchema),
          'when the learner could know it; a fact not yet known is not asked for',
        ),
        any: v.optional(Phrases),
        not: described(
          v.optional(v.array(Line), []),
          'words that turn the sentence round: "not_off", "no_session*"',
        ),
        weight: v.optional(Weight, 1),
      }),
    ),
    v.minLength(1),
  ),
  forbidden: v.optional(
    v.array(
      v.strictObject({
        id: Id,
        text: Line,
        any: Phrases,
        not: described(
          v.optional(v.array(Line), []),
          'words that make the sentence harmless: "evidence", "confirm*"',
        ),
        unless: v.optional(ConditionSchema),
        cost: v.optional(Weight, 1),
        why: Line,
      }),
    ),
    [],
  ),
});

const Hint = v.strictObject({
  id: Id,
  title: Line,
  when: v.optional(ConditionSchema),
  part: Part,
  tiers: v.pipe(
    v.array(v.strictObject({ text: Text, cost: Weight })),
    v.length(3, 'needs three tiers: a nudge, a pointer, the way'),
  ),
});

/** Something that answers at once, sounds sure and is sometimes wrong: verifying it is scored. */
const Assistant = v.strictObject({
  name: Line,
  about: described(Line, 'what it is and what it has read, as the learner would know it'),
  part: described(v.optional(Part, 'evidence'), 'where the points for verifying belong'),
  weight: described(v.optional(Weight, 1), 'points for each answer that was asked for'),
  unknown: described(
    v.optional(Text, 'I found nothing about that.'),
    'what it says where no answer fits',
  ),
  answers: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        question: described(Line, 'as it is offered to the learner'),
        ask: described(Phrases, 'other ways to ask it'),
        when: described(v.optional(ConditionSchema), 'without it, from the start'),
        says: Text,
        wrong: v.optional(v.boolean(), false),
        check: described(v.optional(v.array(Id), []), 'clues that verify or refute it'),
        acted: described(
          v.optional(ConditionSchema),
          'what acting on it looks like; without it, the end of the drill',
        ),
        why: described(Line, 'told in the debrief: what is right, and where it stands'),
      }),
    ),
    v.minLength(1),
  ),
});

/** The shift goes to somebody else in the middle, who plays on from the note alone. */
const Handover = v.strictObject({
  update: described(Id, 'the note: an update with the audience handover'),
  when: described(
    v.optional(ConditionSchema),
    'the shift ends when this holds and the note was sent; without it, when the note was sent',
  ),
  to: described(Id, 'the role that takes over'),
  about: described(v.optional(Text), 'told to whoever takes over, before the note'),
});

const milestoneKinds = ['detect', 'acknowledge', 'contain', 'first_update'] as const;

const Milestone = v.strictObject({
  id: Id,
  title: Line,
  kind: described(v.optional(v.picklist(milestoneKinds)), 'an own time that the debrief reports'),
  when: ConditionSchema,
  best: described(v.optional(ScenarioTime), 'when a good responder is there'),
});

const Rule = v.strictObject({
  id: Id,
  title: Line,
  part: Part,
  weight: Weight,
  milestone: Id,
  by: described(v.optional(ScenarioTime), 'full points until here; without it, whenever'),
  late: described(v.optional(ScenarioTime), 'half points until here; after it none'),
  why: Line,
  evidence: v.optional(v.array(Id), []),
});

const Truth = v.strictObject({
  id: Id,
  at: Instant,
  title: Line,
  clues: v.pipe(v.array(Id), v.minLength(1)),
  when: v.optional(ConditionSchema),
  weight: v.optional(Weight, 1),
});

/** What one might believe about the incident. A learner's own is matched by words; see Phrases. */
const Hypothesis = v.strictObject({
  id: Id,
  text: Line,
  true: described(v.boolean(), 'whether it was so'),
  when: described(v.optional(ConditionSchema), 'a twin in which it counts; without it, always'),
  any: described(Phrases, 'words of which one phrase must stand in a sentence of the learner’s'),
  not: described(v.optional(v.array(Line), []), 'words that turn the sentence round'),
});

const Scoring = v.strictObject({
  confidence_cost: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.2),
  rules: v.optional(v.array(Rule), []),
  timeline: v.optional(
    v.strictObject({
      part: Part,
      weight: Weight,
      tolerance: described(v.optional(ScenarioTime, 2), 'how far an entry’s time may be off'),
    }),
  ),
});

const feedbackKinds = ['essential', 'important', 'optional', 'celebrate'] as const;

const Debrief = v.strictObject({
  text: described(Text, 'what was true, told by the author'),
  feedback: v.optional(
    v.array(
      v.strictObject({
        kind: v.picklist(feedbackKinds),
        when: v.optional(ConditionSchema),
        text: Line,
      }),
    ),
    [],
  ),
  next: described(v.optional(v.array(Line), []), 'what to practise next'),
  story: described(v.optional(Text), 'a rehearsal story; always shown as from a drill'),
});

const Prefixed = (prefix: string, shape: RegExp, example: string) =>
  v.pipe(v.string(), v.regex(shape, `must be ${prefix}:… such as ${example}`));

export const DrillSchema = v.strictObject({
  format: v.literal(1, 'must be 1: this version reads drill format 1'),
  id: Id,
  title: described(Line, 'must not give the answer away'),
  summary: Text,
  role: described(Line, 'the role played, such as Analyst'),
  level: v.picklist(levels),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(120)),
  kind: described(Line, 'kind of work, without a spoiler: "Credential leak"'),
  tags: v.optional(v.array(Id), []),
  benign: v.optional(v.boolean(), false),
  attack: v.optional(
    v.array(Prefixed('ATTACK', /^ATTACK:T\d{4}(?:\.\d{3})?$/, 'ATTACK:T1552.001')),
    [],
  ),
  nice: v.optional(v.array(Prefixed('NICE', /^NICE:[TKS]\d{4}$/, 'NICE:T1250')), []),
  nist: v.optional(v.array(v.pipe(v.string(), v.regex(/^(?:GV|ID|PR|DE|RS|RC)\.[A-Z]{2}$/))), []),
  duties: v.optional(v.array(v.pipe(v.string(), v.regex(/^[ABCD]\d{1,2}$/))), []),
  terms: described(v.optional(v.array(Line), []), 'glossary terms that the drill uses'),
  starts_at: described(Instant, 'the UTC time of T+0'),
  ends_at: described(ScenarioTime, 'when the scenario ends by itself'),
  severity: v.strictObject({
    level: v.picklist(severities),
    provisional: v.optional(v.boolean(), true),
  }),
  brief: Text,
  people: v.pipe(v.array(Person), v.minLength(1)),
  roles: v.optional(v.array(Role), [{ id: 'responder', name: 'Responder' }]),
  state: v.optional(v.record(Id, Variable), {}),
  parameters: v.optional(v.array(Parameter), []),
  feed: v.array(FeedItem),
  evidence: v.array(Evidence),
  clues: v.optional(v.array(Clue), []),
  tools: v.optional(v.array(Tool), []),
  decisions: v.pipe(v.array(Decision), v.minLength(1)),
  updates: v.optional(v.array(Update), []),
  hints: v.optional(v.array(Hint), []),
  assistant: v.optional(Assistant),
  handover: v.optional(Handover),
  milestones: v.optional(v.array(Milestone), []),
  truth: v.array(Truth),
  hypotheses: v.optional(v.array(Hypothesis), []),
  scoring: Scoring,
  outcomes: v.pipe(
    v.array(v.strictObject({ id: Id, title: Line, when: v.optional(ConditionSchema), text: Text })),
    v.minLength(1),
  ),
  debrief: Debrief,
});

/** A drill as it was written, checked, times in whole seconds, texts read in. */
export type Drill = v.InferOutput<typeof DrillSchema>;
export type Effect = v.InferOutput<typeof Effect>;
export type FeedItem = Drill['feed'][number];
export type Evidence = Drill['evidence'][number];
export type EvidenceFormat = (typeof evidenceFormats)[number];
export type Clue = Drill['clues'][number];
export type Tool = Drill['tools'][number];
export type ToolOutcome = Tool['outcomes'][number];
export type Decision = Drill['decisions'][number];
export type DecisionOption = Decision['options'][number];
export type Update = Drill['updates'][number];
export type Hint = Drill['hints'][number];
export type Assistant = NonNullable<Drill['assistant']>;
export type AssistantAnswer = Assistant['answers'][number];
export type Milestone = Drill['milestones'][number];
export type TruthEvent = Drill['truth'][number];
