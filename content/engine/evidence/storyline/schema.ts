import * as v from 'valibot';
import { Id, Instant, Line } from '../../format/primitives.ts';
import { StoryEventSchema } from './event-schema.ts';
import { CallName, CallSchema, HabitSchema, PrincipalSchema } from './trail-schema.ts';

/**
 * storyline.yaml, format 1: the described estate (who works and runs there, and what is usual) and
 * the events that matter. From it and a seed the evidence of a drill is written, so that a mentor
 * can change a line and write it again. It is no part of the drill as played.
 *
 * Only `seed`, `account`, `from`, `to`, `office_hours`, `events` and `files` must stand there; what
 * is left out of the estate is filled in by estate.ts.
 */
const Addresses = v.pipe(v.array(Line), v.minLength(1));
const ClockTime = v.pipe(v.string(), v.regex(/^\d\d:\d\d$/, 'must be hh:mm in quotes'));

const PersonSchema = v.strictObject({
  name: Line,
  role: Line,
  login: v.optional(Line),
  from: v.optional(Addresses),
  agents: v.optional(Addresses),
});

const serviceKinds = ['deploys', 'serves', 'reads', 'watches', 'backs-up'] as const;

const ServiceSchema = v.strictObject({
  does: v.picklist(serviceKinds, `must be one of ${serviceKinds.join(', ')}`),
  from: v.optional(Addresses),
  agents: v.optional(Addresses),
  /** It calls in this time alone: a pipeline, say, while it runs. */
  after: v.optional(Instant),
  before: v.optional(Instant),
});
export type StoryService = v.InferOutput<typeof ServiceSchema>;

const HostSchema = v.strictObject({
  address: Line,
  interface: v.optional(
    v.pipe(v.string(), v.regex(/^eni-[0-9a-f]{17}$/, 'must be eni- and 17 hexadecimal figures')),
  ),
  instance: v.optional(
    v.pipe(v.string(), v.regex(/^i-[0-9a-f]{17}$/, 'must be i- and 17 hexadecimal figures')),
  ),
});
export type StoryHost = v.InferOutput<typeof HostSchema>;

const OutsiderSchema = v.strictObject({
  from: Addresses,
  agents: v.optional(Addresses),
});

const SiteSchema = v.strictObject({
  host: Line,
  balancer: v.optional(Line, 'web'),
  paths: v.pipe(v.array(Line), v.minLength(1)),
});

/** The formats that a storyline can write. */
export const toldFormats = [
  'cloudtrail',
  'vpc-flow',
  's3-access',
  'alb',
  'guardduty',
  'idp',
  'auditd',
  'csv',
  'mail',
] as const;
export type ToldFormat = (typeof toldFormats)[number];

const FileSchema = v.strictObject({
  file: v.pipe(v.string(), v.regex(/^evidence\/[\w.-]+$/, 'must be evidence/<name>')),
  format: v.optional(
    v.picklist(toldFormats, `must be one of ${toldFormats.join(', ')}`),
    'cloudtrail',
  ),
  regions: v.optional(v.pipe(v.array(Line), v.minLength(1))),
  noise: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000, 'must be at most 100,000')),
    0,
  ),
  columns: v.optional(v.record(Line, v.string())),
  base: v.optional(
    v.pipe(v.string(), v.regex(/^base\/[\w.-]+$/, 'must be base/<name>, beside storyline.yaml')),
  ),
});
export type StoryFile = v.InferOutput<typeof FileSchema>;

export const StorylineSchema = v.strictObject({
  format: v.literal(1, 'must be 1: this version reads storyline format 1'),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
  company: v.optional(Line, 'Company'),
  domain: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.example$/, 'must end in .example')),
    'company.example',
  ),
  account: v.pipe(v.string(), v.regex(/^\d{12}$/, 'must be 12 figures in quotes')),
  region: v.optional(Line, 'eu-west-2'),
  from: Instant,
  to: Instant,
  office_hours: v.strictObject({ from: ClockTime, to: ClockTime }),
  people: v.optional(v.record(Id, PersonSchema), {}),
  services: v.optional(v.record(Id, ServiceSchema), {}),
  hosts: v.optional(v.record(Id, HostSchema), {}),
  outsiders: v.optional(v.record(Id, OutsiderSchema), {}),
  buckets: v.optional(v.array(Line), []),
  site: v.optional(SiteSchema),
  principals: v.optional(v.record(Id, PrincipalSchema), {}),
  calls: v.optional(v.record(CallName, CallSchema), {}),
  habits: v.optional(v.pipe(v.array(HabitSchema), v.minLength(1))),
  events: v.array(StoryEventSchema),
  files: v.pipe(v.array(FileSchema), v.minLength(1)),
});
export type Storyline = v.InferOutput<typeof StorylineSchema>;
