import * as v from 'valibot';
import { Id, Instant, Line } from '../format/primitives.ts';
import {
  confidences,
  deadlineFactors,
  engineVersion,
  extraTimeFactors,
  indicatorTypes,
  mostSourceRows,
  speeds,
} from './attempt-terms.ts';
import { BeginningSchema } from './beginning.ts';

const RecordLocator = v.strictObject({
  kind: v.literal('record'),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
});
const RangeLocator = v.strictObject({
  kind: v.literal('range'),
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(0)),
  hash: v.string(),
});

/**
 * Where a citation points, never the number of a displayed row: a record's own id, a clue that
 * drill.yaml names, a byte range of the file (UTF-8, end exclusive) with a hash of its text, or a
 * query with the hash of its result and, where they are known and few, the records that the cited
 * row of it is made of. `file` is an evidence id, or `feed` / `tools`, whose records are `<item>` and
 * `<tool>/<outcome>`.
 */
export const CitationSchema = v.strictObject({
  file: Id,
  locator: v.variant('kind', [
    RecordLocator,
    v.strictObject({ kind: v.literal('clue'), id: Id }),
    RangeLocator,
    v.strictObject({
      kind: v.literal('query'),
      query: v.string(),
      hash: v.string(),
      rests_on: v.exactOptional(
        v.pipe(
          v.array(v.variant('kind', [RecordLocator, RangeLocator])),
          v.maxLength(mostSourceRows),
        ),
      ),
    }),
  ]),
});
export type Citation = v.InferOutput<typeof CitationSchema>;
/** What a cited query can rest on. */
export type RestingLocator =
  | v.InferOutput<typeof RecordLocator>
  | v.InferOutput<typeof RangeLocator>;

const Citations = v.optional(v.array(CitationSchema), []);
const Written = v.pipe(v.string(), v.maxLength(100_000));
const Nothing = v.strictObject({});
const TimelineEntry = v.strictObject({
  id: Id,
  at: v.nullable(Instant),
  text: v.pipe(v.string(), v.maxLength(2_000)),
  citations: Citations,
});
const Hypothesis = v.strictObject({
  id: Id,
  text: v.pipe(v.string(), v.maxLength(2_000)),
  confidence: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
});
const Indicator = v.strictObject({
  id: Id,
  type: v.picklist(indicatorTypes),
  value: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  note: v.optional(v.pipe(v.string(), v.maxLength(2_000)), ''),
  citations: Citations,
});

/**
 * What a person did, and the clock's anchors; nothing that follows from the drill. Injects,
 * deadlines and closings are derived by `advance`, so no ticks are stored.
 */
const dataByKind = {
  started: Nothing,
  paused: v.strictObject({ reason: v.picklist(['person', 'left', 'crash']) }),
  resumed: Nothing,
  speed_changed: v.strictObject({ speed: v.picklist(speeds) }),
  jumped: v.strictObject({ to_s: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  feed_opened: v.strictObject({ item: Id }),
  acknowledged: v.strictObject({ item: Id }),
  replied: v.strictObject({ item: Id, reply: Id }),
  wrote: v.strictObject({
    item: Id,
    text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4_000)),
  }),
  parked: v.strictObject({ item: Id, until_s: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  handed_over: v.strictObject({ item: Id, to: Id }),
  evidence_opened: v.strictObject({ evidence: Id }),
  pinned: v.strictObject({
    pin: Id,
    citation: CitationSchema,
    label: v.pipe(v.string(), v.maxLength(300)),
  }),
  unpinned: v.strictObject({ pin: Id }),
  tool_used: v.strictObject({ tool: Id, args: v.record(Id, v.pipe(v.string(), v.maxLength(200))) }),
  decided: v.strictObject({
    decision: Id,
    option: Id,
    confidence: v.nullable(v.picklist(confidences)),
    citations: Citations,
    reason: v.optional(v.pipe(v.string(), v.maxLength(2_000)), ''),
  }),
  deferred: v.strictObject({
    decision: Id,
    note: v.optional(v.pipe(v.string(), v.maxLength(2_000)), ''),
  }),
  timeline_added: TimelineEntry,
  timeline_changed: TimelineEntry,
  timeline_removed: v.strictObject({ id: Id }),
  hypothesis_added: Hypothesis,
  hypothesis_changed: Hypothesis,
  hypothesis_removed: v.strictObject({ id: Id }),
  indicator_added: Indicator,
  indicator_changed: Indicator,
  indicator_removed: v.strictObject({ id: Id }),
  notes_changed: v.strictObject({ text: Written }),
  update_sent: v.strictObject({ update: Id, text: Written, citations: Citations }),
  asked: v.strictObject({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) }),
  seat_taken: v.strictObject({ role: Id }),
  shift_taken: Nothing,
  hint_taken: v.strictObject({ hint: Id, tier: v.picklist([1, 2, 3]) }),
  disputed: v.strictObject({ rule: Line, note: v.pipe(v.string(), v.maxLength(2_000)) }),
  branched: v.strictObject({ parent: Id, seq: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  ended: Nothing,
  abandoned: Nothing,
} as const;

type DataByKind = { [K in keyof typeof dataByKind]: v.InferOutput<(typeof dataByKind)[K]> };
export type EventKind = keyof DataByKind;
/** The events of one kind. */
export type EventOf<K extends EventKind> = Extract<AttemptEvent, { readonly kind: K }>;
export const eventKinds = Object.keys(dataByKind) as readonly EventKind[];

/** What happened, before it has its place in a log. */
export type Deed = {
  [K in EventKind]: { readonly kind: K; readonly data: DataByKind[K] };
}[EventKind];

/**
 * One line of a log. `seq` counts from 0 within its branch; `at_s` is whole seconds of scenario
 * time; `actor` is a role of the drill.
 */
export type AttemptEvent = Deed & {
  readonly v: 1;
  readonly attempt: string;
  readonly branch: string;
  readonly seq: number;
  readonly at_s: number;
  readonly actor: string;
};

export const LeversSchema = v.strictObject({
  noise: v.optional(v.boolean(), true),
  deadlines: v.optional(v.picklist(deadlineFactors), 1),
  interruptions: v.optional(v.boolean(), true),
  hints: v.optional(v.boolean(), true),
  timed: v.optional(v.boolean(), false),
  structure_check: v.optional(v.boolean(), true),
});
/** Difficulty, chosen before the drill and shown with its result. */
export type Levers = v.InferOutput<typeof LeversSchema>;

const logFormat = 1;

/** First line of every exported log. `started_at` is a wall-clock UTC time given by the shell. */
export const HeaderSchema = v.strictObject({
  kind: v.literal('attempt'),
  format: v.literal(logFormat),
  attempt: Id,
  pack: v.strictObject({ id: Id, version: v.string() }),
  drill: v.strictObject({ slug: Id, id: Id, hash: v.string() }),
  engine: v.pipe(v.number(), v.integer()),
  scorer: v.string(),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
  levers: LeversSchema,
  accommodations: v.strictObject({
    extra_time: v.optional(v.picklist(extraTimeFactors), 1),
    no_clock: v.optional(v.boolean(), false),
  }),
  roles: v.pipe(v.array(Id), v.minLength(1)),
  started_at: v.string(),
  /** Not from the start, but from a step with a chosen state: a try-out. */
  begin: v.optional(BeginningSchema),
});
export type AttemptHeader = v.InferOutput<typeof HeaderSchema>;

/** A header whose other fields mean what only its own version knows. */
const OtherFormat = v.object({
  kind: v.literal('attempt'),
  format: v.pipe(v.number(), v.integer(), v.notValue(logFormat)),
});

const eventFormat = 1;

/** An event whose other fields mean what only its own version knows. */
const OtherEvent = v.object({ v: v.pipe(v.number(), v.integer(), v.notValue(eventFormat)) });

const Envelope = v.object({
  v: v.literal(eventFormat),
  attempt: Id,
  branch: Id,
  seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
  at_s: v.pipe(v.number(), v.integer(), v.minValue(0)),
  actor: Id,
  kind: v.picklist(
    eventKinds,
    ({ received }) => `${received} is no event that this version of Drillbook knows`,
  ),
});

/** Checks an untrusted value as one event of a log. */
export function checkEvent(input: unknown): AttemptEvent | { readonly fault: string } {
  const envelope = v.safeParse(Envelope, input);
  if (!envelope.success) return { fault: describeIssue(envelope.issues[0]) };
  const { data } = input as { data: unknown };
  const checked = v.safeParse(dataByKind[envelope.output.kind], data);
  if (!checked.success) return { fault: `data.${describeIssue(checked.issues[0])}` };
  return { ...envelope.output, data: checked.output } as AttemptEvent;
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'event'}: ${issue.message}`;
}

/** Why a text is no log that can be read, and the line (from 1) at which that shows. */
export interface LogFault {
  readonly line: number;
  readonly fault: string;
  /** The log is sound for all that is known, but of another version: of which, and of which this one is. */
  readonly version?: string;
}

function refuseVersion(version: string, line = 1): LogFault {
  return {
    line,
    fault: `this file was written by a newer or unknown version of Drillbook, ${version}. Nothing was changed. Update Drillbook, or open the file with the version that wrote it`,
    version,
  };
}

export interface AttemptLog {
  readonly header: AttemptHeader;
  readonly events: readonly AttemptEvent[];
}

/**
 * Reads JSON lines: the header, then events. Returns the first fault with its line (from 1)
 * instead of throwing; a last line that was cut off in writing is dropped, since a log that was
 * torn must still resume. The mark with which editors on Windows begin a file is none of its words.
 */
export function parseLog(text: string): AttemptLog | LogFault {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const torn = lines.at(-1) !== '';
  if (!torn) lines.pop();
  let header: AttemptHeader | null = null;
  const events: AttemptEvent[] = [];
  for (const [index, line] of lines.entries()) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      if (torn && index === lines.length - 1 && header) break;
      return { line: index + 1, fault: 'this line is not JSON' };
    }
    if (!header) {
      const other = v.safeParse(OtherFormat, value);
      if (other.success) {
        const { format } = other.output;
        return refuseVersion(`in format ${format}; this one reads format ${logFormat}`);
      }
      const checked = v.safeParse(HeaderSchema, value);
      if (!checked.success) return { line: 1, fault: describeIssue(checked.issues[0]) };
      const { engine } = checked.output;
      if (engine > engineVersion) {
        return refuseVersion(`with engine ${engine}; this one is engine ${engineVersion}`);
      }
      header = checked.output;
      continue;
    }
    const other = v.safeParse(OtherEvent, value);
    if (other.success) {
      const found = `with events of version ${other.output.v}; this one reads version ${eventFormat}`;
      return refuseVersion(found, index + 1);
    }
    const event = checkEvent(value);
    if ('fault' in event) return { line: index + 1, fault: event.fault };
    if (event.attempt !== header.attempt) {
      return { line: index + 1, fault: `this event is of another attempt, "${event.attempt}"` };
    }
    events.push(event);
  }
  if (!header) return { line: 1, fault: 'the header line is missing' };
  return findBreak(events) ?? { header, events };
}

/** Where a branch lacks an event, has one twice, or leaves from nowhere: a replay would be of what nobody played. */
function findBreak(events: readonly AttemptEvent[]): LogFault | null {
  const branches = new Map<string, PlacedEvent[]>();
  for (const [index, event] of events.entries()) {
    const own = branches.get(event.branch) ?? [];
    own.push({ event, line: index + 2 });
    branches.set(event.branch, own);
  }
  for (const own of branches.values()) own.sort((a, b) => a.event.seq - b.event.seq);
  const rooted = new Set<string>();
  for (const own of branches.values()) {
    const found = findGap(own) ?? findRootless(own, branches, rooted);
    if (!found) continue;
    const { line, fault } = found;
    return { line, fault: `${fault}. Nothing was changed; use a whole copy of this log` };
  }
  return null;
}

interface PlacedEvent {
  readonly event: AttemptEvent;
  readonly line: number;
}

function findGap(own: readonly PlacedEvent[]): LogFault | null {
  const at = own.findIndex(({ event }, index) => event.seq !== index);
  const found = own[at];
  if (!found) return null;
  const { event, line } = found;
  const which = `event ${Math.min(event.seq, at)} of the branch "${event.branch}"`;
  return event.seq < at
    ? { line, fault: `${which} stands in the log twice` }
    : { line, fault: `${which} is missing before this one` };
}

/** @param rooted branches that are known to lead back to a beginning; each is followed once */
function findRootless(
  [first]: readonly PlacedEvent[],
  branches: ReadonlyMap<string, readonly PlacedEvent[]>,
  rooted: Set<string>,
): LogFault | null {
  const passed = new Set<string>();
  for (let at = first; at?.event.kind === 'branched';) {
    const { branch, data } = at.event;
    if (rooted.has(branch)) break;
    passed.add(branch);
    const parent = branches.get(data.parent) ?? [];
    if (passed.has(data.parent) || parent.length <= data.seq) {
      const fault = `the branch "${branch}" leaves "${data.parent}" at event ${data.seq}, which it cannot have`;
      return { line: at.line, fault };
    }
    at = parent[0];
  }
  for (const branch of passed) rooted.add(branch);
  return null;
}

/** Writes a log as JSON lines, the form that export, `play` and review packets share. */
export function formatLog(log: AttemptLog): string {
  return [log.header, ...log.events].map((line) => JSON.stringify(line)).join('\n') + '\n';
}
