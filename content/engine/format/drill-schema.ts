import * as v from 'valibot';
import { ConditionSchema } from './condition-schema.ts';
import { levels, severities } from './drill-terms.ts';
import { ParameterSchema, PersonSchema, RoleSchema, VariableSchema } from './drill/cast-schema.ts';
import { DecisionSchema } from './drill/decision-schema.ts';
import { ClueSchema, EvidenceSchema, type evidenceFormats } from './drill/evidence-schema.ts';
import { FeedItemSchema } from './drill/feed-schema.ts';
import { AssistantSchema, HandoverSchema, HintSchema } from './drill/help-schema.ts';
import { described, type EffectSchema } from './drill/shared-schemas.ts';
import { ToolSchema } from './drill/tool-schema.ts';
import {
  DebriefSchema,
  HypothesisSchema,
  MilestoneSchema,
  ScoringSchema,
  TruthSchema,
} from './drill/truth-schema.ts';
import { UpdateSchema } from './drill/update-schema.ts';
import { Id, Instant, Line, ScenarioSpan, Text } from './primitives.ts';

/**
 * drill.yaml, format 1. This file and those in drill/ are the source of truth: types are inferred from
 * them, the JSON Schema for editors is written from them, and unknown fields are faults.
 */

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
  ends_at: described(ScenarioSpan, 'when the scenario ends by itself'),
  severity: v.strictObject({
    level: v.picklist(severities),
    provisional: v.optional(v.boolean(), true),
  }),
  brief: Text,
  people: v.pipe(v.array(PersonSchema), v.minLength(1)),
  roles: v.optional(v.array(RoleSchema), [{ id: 'responder', name: 'Responder' }]),
  state: v.optional(v.record(Id, VariableSchema), {}),
  parameters: v.optional(v.array(ParameterSchema), []),
  feed: v.array(FeedItemSchema),
  evidence: v.array(EvidenceSchema),
  clues: v.optional(v.array(ClueSchema), []),
  tools: v.optional(v.array(ToolSchema), []),
  decisions: v.pipe(v.array(DecisionSchema), v.minLength(1)),
  updates: v.optional(v.array(UpdateSchema), []),
  hints: v.optional(v.array(HintSchema), []),
  assistant: v.optional(AssistantSchema),
  handover: v.optional(HandoverSchema),
  milestones: v.optional(v.array(MilestoneSchema), []),
  truth: v.array(TruthSchema),
  hypotheses: v.optional(v.array(HypothesisSchema), []),
  scoring: ScoringSchema,
  outcomes: v.pipe(
    v.array(v.strictObject({ id: Id, title: Line, when: v.optional(ConditionSchema), text: Text })),
    v.minLength(1),
  ),
  debrief: DebriefSchema,
});

/** A drill as it was written, checked, times in whole seconds, texts read in. */
export type Drill = v.InferOutput<typeof DrillSchema>;
export type Effect = v.InferOutput<typeof EffectSchema>;
export type FeedItem = Drill['feed'][number];
export type Reply = FeedItem['replies'][number];
export type Evidence = Drill['evidence'][number];
export type EvidenceFormat = (typeof evidenceFormats)[number];
export type Clue = Drill['clues'][number];
export type Tool = Drill['tools'][number];
export type ToolOutcome = Tool['outcomes'][number];
export type Decision = Drill['decisions'][number];
export type DecisionOption = Decision['options'][number];
export type Harm = NonNullable<DecisionOption['harm']>;
export type Update = Drill['updates'][number];
export type Hint = Drill['hints'][number];
export type Assistant = NonNullable<Drill['assistant']>;
export type AssistantAnswer = Assistant['answers'][number];
export type Milestone = Drill['milestones'][number];
export type TruthEvent = Drill['truth'][number];
