import * as v from 'valibot';
import { ConditionSchema } from '../condition-schema.ts';
import { severities } from '../drill-terms.ts';
import { Id, Line, ScenarioTime, Text } from '../primitives.ts';
import {
  described,
  Effects,
  Minutes,
  Part,
  Rating,
  rerates,
  rewords,
  Weight,
} from './shared-schemas.ts';

const feedKinds = ['alert', 'mail', 'chat', 'call', 'ticket', 'news'] as const;

const Reply = v.strictObject({
  id: Id,
  text: Line,
  rating: v.optional(Rating),
  reason: v.optional(Line),
  minutes: Minutes,
  effects: Effects,
  reword: described(
    rewords(Line),
    'the reply in other words while a condition holds: what it says was done meanwhile',
  ),
  rerate: described(
    rerates(),
    'another rating where a condition holds when it is given (what it says has become true, or false)',
  ),
});

export const FeedItemSchema = v.strictObject({
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
  hand_to: described(
    v.optional(Id),
    'the person an interrupt can be handed to, which earns all that `expects` does: one who answers well',
  ),
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
