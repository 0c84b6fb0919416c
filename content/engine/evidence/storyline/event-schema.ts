import * as v from 'valibot';
import { Id, Instant, Line } from '../../format/primitives.ts';
import { CallName, Fields, KeyId } from './trail-schema.ts';

/**
 * One thing that happened: who, what, when, from where, with what outcome. `call`, `sign_in`,
 * `request`, `object`, `flow`, `command`, `finding`, `mail` and `row` say how a file of their
 * format tells it; an event may be told by several.
 */
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Status = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599));
const Port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));

const storyOutcomes = ['allowed', 'denied', 'failed'] as const;
const mailVerdicts = ['pass', 'fail', 'softfail', 'none'] as const;

const SignIn = v.strictObject({
  type: v.optional(Line, 'user.session.start'),
  target: v.optional(Line),
  reason: v.optional(Line),
  city: v.optional(Line),
  country: v.optional(Line),
});
const Request = v.strictObject({
  method: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Z]{3,10}$/, 'must be a verb such as GET')),
    'GET',
  ),
  path: v.pipe(v.string(), v.regex(/^\/\S*$/, 'must begin with / and hold no spaces')),
  status: v.optional(Status),
  bytes: v.optional(Count),
  received: v.optional(Count),
});
const StoredObject = v.strictObject({
  operation: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Z0-9]+(?:\.[A-Z0-9_]+)+$/, 'must be such as REST.GET.OBJECT')),
    'REST.GET.OBJECT',
  ),
  bucket: Line,
  key: v.optional(Line),
  status: v.optional(Status),
  bytes: v.optional(Count),
});
const Flow = v.strictObject({
  to: Line,
  port: Port,
  protocol: v.optional(v.picklist(['tcp', 'udp', 'icmp']), 'tcp'),
  bytes: v.optional(Count, 6_000),
  packets: v.optional(Count),
  seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)), 58),
});
const Command = v.strictObject({
  host: Id,
  run: v.pipe(v.array(v.string()), v.minLength(1, 'needs the program and its arguments')),
  exe: v.optional(Line),
  cwd: v.optional(Line, '/'),
  user: v.optional(Line),
  uid: v.optional(Count),
});
const Finding = v.strictObject({
  type: v.pipe(
    v.string(),
    v.regex(
      /^\w+:\w+\/[\w.]+(?:![\w.]+)?$/,
      'must be such as UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS',
    ),
  ),
  severity: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
  title: Line,
  about: Line,
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  resource: v.optional(Fields),
  action: v.optional(Fields),
});
const Mail = v.strictObject({
  sender: v.optional(Line),
  to: v.pipe(v.array(Line), v.minLength(1)),
  subject: Line,
  body: v.pipe(v.string(), v.minLength(1)),
  reply_to: v.optional(Line),
  spf: v.optional(v.picklist(mailVerdicts), 'pass'),
  dkim: v.optional(v.picklist(mailVerdicts), 'pass'),
  dmarc: v.optional(v.picklist(mailVerdicts), 'pass'),
});

export const StoryEventSchema = v.strictObject({
  /** The event’s own id follows from this word, whatever else is changed. */
  id: Id,
  at: Instant,
  who: Id,
  from: v.optional(Line),
  outcome: v.optional(v.picklist(storyOutcomes)),
  /** The files that tell of it, where a drill has a twin; without it, every file that can. */
  files: v.optional(v.array(Line)),
  call: v.optional(CallName),
  region: v.optional(Line),
  read: v.optional(v.boolean()),
  agent: v.optional(Line),
  key: v.optional(KeyId),
  ask: v.optional(Fields),
  answer: v.optional(Fields),
  error: v.optional(v.strictObject({ code: Line, message: Line })),
  sign_in: v.optional(SignIn),
  request: v.optional(Request),
  object: v.optional(StoredObject),
  flow: v.optional(Flow),
  command: v.optional(Command),
  finding: v.optional(Finding),
  mail: v.optional(Mail),
  row: v.optional(v.record(Line, v.union([v.string(), v.number()]))),
});
export type StoryEvent = v.InferOutput<typeof StoryEventSchema>;
