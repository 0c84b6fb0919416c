import * as v from 'valibot';
import { Id, Instant, Line } from '../format/primitives.ts';

/**
 * storyline.yaml, format 1: the described estate (who works and runs there, and what is usual) and
 * the events that matter. From it and a seed the evidence of a drill is written, so that a mentor
 * can change a line and write it again. It is no part of the drill as played.
 */
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Addresses = v.pipe(v.array(Line), v.minLength(1));
const KeyId = v.pipe(
  v.string(),
  v.regex(/^A(?:KIA|SIA)[A-Z0-9]{16}$/, 'must be 20 characters: AKIA or ASIA and 16 more'),
);
const UniqueId = v.pipe(
  v.string(),
  v.regex(/^A(?:IDA|ROA)[A-Z0-9]{17}$/, 'must be 21 characters: AIDA or AROA and 17 more'),
);
const caller = { from: Addresses, agents: Addresses };

const Principal = v.variant('kind', [
  v.strictObject({
    kind: v.literal('user'),
    name: Line,
    path: v.optional(Line, '/'),
    id: UniqueId,
    key: KeyId,
    ...caller,
  }),
  v.strictObject({
    kind: v.literal('role'),
    name: Line,
    path: v.optional(Line, '/'),
    id: UniqueId,
    session: Line,
    key: KeyId,
    issued: Instant,
    console: v.optional(v.boolean(), false),
    endpoint: v.optional(Line),
    /** A service that acts through the role, such as autoscaling.amazonaws.com. */
    invoked_by: v.optional(Line),
    /** How an instance got the credentials of its role: by version 1 or 2 of the metadata service. */
    delivery: v.optional(v.picklist(['1.0', '2.0'])),
    ...caller,
  }),
  v.strictObject({
    kind: v.literal('federated'),
    name: Line,
    issuer: Id,
    key: KeyId,
    issued: Instant,
    ...caller,
  }),
  v.strictObject({ kind: v.literal('service'), host: Line }),
  /** The provider itself: such events carry an identity without a type. */
  v.strictObject({ kind: v.literal('internal'), host: Line }),
]);
export type Principal = v.InferOutput<typeof Principal>;

const Fields = v.record(v.string(), v.unknown());

/**
 * One kind of API call. Texts in `ask`, `answer`, `resources` and `details` may hold `{hex:8}`,
 * `{int:1-9}`, `{pick:a|b}`, `{uuid}`, `{region}` and `{account}`.
 */
const Call = v.strictObject({
  read: v.optional(v.boolean(), true),
  ask: v.optional(v.nullable(Fields), null),
  answer: v.optional(v.nullable(Fields), null),
  more: v.optional(Fields),
  details: v.optional(Fields),
  resources: v.optional(v.array(Fields)),
  type: v.optional(v.picklist(['AwsApiCall', 'AwsConsoleSignIn', 'AwsServiceEvent']), 'AwsApiCall'),
});
export type Call = v.InferOutput<typeof Call>;

const CallName = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+\.[A-Z]\w+$/, 'must be service.Action, such as ec2.DescribeInstances'),
);

const Habit = v.strictObject({
  who: Id,
  share: v.pipe(v.number(), v.minValue(0)),
  calls: v.pipe(v.array(CallName), v.minLength(1)),
  regions: v.optional(v.array(Line)),
  /** Only within the office hours. */
  office: v.optional(v.boolean(), false),
  after: v.optional(Instant),
  before: v.optional(Instant),
  throttled: v.optional(Share, 0),
  denied: v.optional(Share, 0),
});
export type Habit = v.InferOutput<typeof Habit>;

const StoryEvent = v.strictObject({
  /** The event’s own id follows from this word, whatever else is changed. */
  id: Id,
  at: Instant,
  who: Id,
  call: CallName,
  region: Line,
  /** The files that tell of it, where a drill has a twin; without it, every file of its region. */
  files: v.optional(v.array(Line)),
  read: v.optional(v.boolean()),
  from: v.optional(Line),
  agent: v.optional(Line),
  key: v.optional(KeyId),
  ask: v.optional(Fields),
  answer: v.optional(Fields),
  error: v.optional(v.strictObject({ code: Line, message: Line })),
});
export type StoryEvent = v.InferOutput<typeof StoryEvent>;

const ClockTime = v.pipe(v.string(), v.regex(/^\d\d:\d\d$/, 'must be hh:mm in quotes'));

export const StorylineSchema = v.strictObject({
  format: v.literal(1, 'must be 1: this version reads storyline format 1'),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
  account: v.pipe(v.string(), v.regex(/^\d{12}$/, 'must be 12 figures in quotes')),
  from: Instant,
  to: Instant,
  office_hours: v.strictObject({ from: ClockTime, to: ClockTime }),
  people: v.record(Id, v.strictObject({ name: Line, role: Line })),
  principals: v.record(Id, Principal),
  calls: v.record(CallName, Call),
  habits: v.pipe(v.array(Habit), v.minLength(1)),
  events: v.array(StoryEvent),
  files: v.pipe(
    v.array(
      v.strictObject({
        file: v.pipe(v.string(), v.regex(/^evidence\/[\w.-]+$/, 'must be evidence/<name>')),
        regions: v.pipe(v.array(Line), v.minLength(1)),
        noise: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
      }),
    ),
    v.minLength(1),
  ),
});
export type Storyline = v.InferOutput<typeof StorylineSchema>;
