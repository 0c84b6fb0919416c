import * as v from 'valibot';
import { ConditionSchema } from '../condition-schema.ts';
import { Id, Instant, Line, ScenarioTime, Text } from '../primitives.ts';
import { described, Part, Phrases, Weight } from './shared-schemas.ts';

const milestoneKinds = ['detect', 'acknowledge', 'contain', 'first_update'] as const;

export const MilestoneSchema = v.strictObject({
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

export const TruthSchema = v.strictObject({
  id: Id,
  at: Instant,
  title: Line,
  clues: v.pipe(v.array(Id), v.minLength(1)),
  when: v.optional(ConditionSchema),
  weight: v.optional(Weight, 1),
});

/** What one might believe about the incident. A learner's own is matched by words; see Phrases. */
export const HypothesisSchema = v.strictObject({
  id: Id,
  text: Line,
  true: described(v.boolean(), 'whether it was so'),
  when: described(v.optional(ConditionSchema), 'a twin in which it counts; without it, always'),
  any: described(Phrases, 'words of which one phrase must stand in a sentence of the learner’s'),
  not: described(v.optional(v.array(Line), []), 'words that turn the sentence round'),
});

export const ScoringSchema = v.strictObject({
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

export const DebriefSchema = v.strictObject({
  text: described(Text, 'what was true, told by the author'),
  plays: described(
    v.optional(v.array(v.strictObject({ when: ConditionSchema, text: Text })), []),
    'what was true in the plays where a condition holds, told before the text: for a benign twin',
  ),
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
  story: described(
    v.optional(Text),
    'a story to rehearse, of a play that went well; always shown as from a drill',
  ),
});
