import * as v from 'valibot';
import { Id, Instant, Line } from '../../format/primitives.ts';

/**
 * What a storyline may say of a CloudTrail trail in every detail: who calls under which identity,
 * what a call asks and answers, and who usually calls what. All of it may be left out.
 */
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Addresses = v.pipe(v.array(Line), v.minLength(1));
export const KeyId = v.pipe(
  v.string(),
  v.regex(/^A(?:KIA|SIA)[A-Z0-9]{16}$/, 'must be 20 characters: AKIA or ASIA and 16 more'),
);
const UniqueId = v.pipe(
  v.string(),
  v.regex(/^A(?:IDA|ROA)[A-Z0-9]{17}$/, 'must be 21 characters: AIDA or AROA and 17 more'),
);
const caller = { from: Addresses, agents: Addresses };

export const PrincipalSchema = v.variant('kind', [
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
export type Principal = v.InferOutput<typeof PrincipalSchema>;

export const Fields = v.record(v.string(), v.unknown());

/**
 * One kind of API call. Texts in `ask`, `answer`, `resources` and `details` may hold `{hex:8}`,
 * `{int:1-9}`, `{pick:a|b}`, `{uuid}`, `{region}` and `{account}`.
 */
export const CallSchema = v.strictObject({
  read: v.optional(v.boolean(), true),
  ask: v.optional(v.nullable(Fields), null),
  answer: v.optional(v.nullable(Fields), null),
  more: v.optional(Fields),
  details: v.optional(Fields),
  resources: v.optional(v.array(Fields)),
  type: v.optional(v.picklist(['AwsApiCall', 'AwsConsoleSignIn', 'AwsServiceEvent']), 'AwsApiCall'),
});
export type Call = v.InferOutput<typeof CallSchema>;

export const CallName = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+\.[A-Z]\w+$/, 'must be service.Action, such as ec2.DescribeInstances'),
);

export const HabitSchema = v.strictObject({
  who: Id,
  share: v.pipe(v.number(), v.minValue(0)),
  calls: v.pipe(v.array(CallName), v.minLength(1)),
  regions: v.optional(v.array(Line)),
  /** Only within the office hours. */
  office: v.optional(v.boolean(), false),
  after: v.optional(Instant),
  before: v.optional(Instant),
  throttled: v.optional(Share, 0),
  /** Of the kinds of calls, those that are refused: each time. */
  denied: v.optional(Share, 0),
});
export type Habit = v.InferOutput<typeof HabitSchema>;
