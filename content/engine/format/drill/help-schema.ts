import * as v from 'valibot';
import { ConditionSchema } from '../condition-schema.ts';
import { Id, Line, Text } from '../primitives.ts';
import { described, Part, Phrases, Weight } from './shared-schemas.ts';

export const HintSchema = v.strictObject({
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
export const AssistantSchema = v.strictObject({
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
export const HandoverSchema = v.strictObject({
  update: described(Id, 'the note: an update with the audience handover'),
  when: described(
    v.optional(ConditionSchema),
    'the shift ends when this holds and the note was sent; without it, when the note was sent',
  ),
  to: described(Id, 'the role that takes over'),
  about: described(v.optional(Text), 'told to whoever takes over, before the note'),
});
