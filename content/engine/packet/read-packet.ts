import * as v from 'valibot';
import { parseLog, type AttemptHeader, type AttemptLog } from '../drill/attempt-log.ts';
import { collectBranch, mainBranch } from '../drill/branch.ts';
import { prepareDrill, type PreparedDrill } from '../drill/prepared-drill.ts';
import { replay } from '../drill/step.ts';
import type { Drill } from '../format/drill-schema.ts';
import { loadDrill, type DrillEntry } from '../format/load-pack.ts';
import {
  logPath,
  packetFile,
  PacketSchema,
  ReviewSchema,
  type MentorReview,
  type Packet,
} from './packet-schema.ts';
import { refusePacket, type PacketResult } from './packet-fault.ts';

/** The files of a drill as it was played; the same that an attempt keeps. */
export interface PacketDrill {
  readonly hash: string;
  readonly slug: string;
  readonly pack: { readonly id: string; readonly version: string };
  /** Path inside the pack → text; pictures as base64. */
  readonly texts: Readonly<Record<string, string>>;
}

/** An attempt whose log its own drill's rules allow from the first step to the last. */
export interface PacketAttempt extends AttemptLog {
  readonly id: string;
  readonly title: string;
  /** As it was sent: JSON lines, the header first. */
  readonly log: string;
  readonly drill: PacketDrill;
  readonly prepared: PreparedDrill;
  /** The first attempt, then the other roads of its log. */
  readonly branches: readonly string[];
}

export interface ReadPacket {
  readonly packet: Packet;
  readonly attempts: readonly PacketAttempt[];
}

/** Steps of all logs of a packet, each road with those that it inherits: far more than anybody plays. */
const mostSteps = 100_000;
const mostRoads = 200;

/** What reading one packet may still take, and what it has read already. */
interface Effort {
  steps: number;
  readonly drills: Map<string, DrillEntry>;
}

/**
 * Reads the files of a packet: path → text, pictures as base64. Nothing is believed: each log is
 * parsed and replayed under the drill that came with it, and a log that the rules refuse is refused
 * with its step. Total. That a drill has the hash it is filed under is the shell's to check.
 */
export function readPacket(texts: ReadonlyMap<string, string>): PacketResult<ReadPacket> {
  const packet = readPacketFile(texts.get(packetFile) ?? '');
  if (!packet.ok) return packet;
  const attempts: PacketAttempt[] = [];
  const effort: Effort = { steps: mostSteps, drills: new Map() };
  for (const sent of packet.value.attempts) {
    const attempt = readAttempt(texts, sent, effort);
    if (!attempt.ok) return attempt;
    attempts.push(attempt.value);
  }
  const known = new Set([packetFile, ...packet.value.attempts.map(({ id }) => logPath(id))]);
  const folders = packet.value.attempts.map(({ drill }) => drillFolder(drill));
  const stray = [...texts.keys()].find(
    (path) => !known.has(path) && !folders.some((folder) => path.startsWith(folder)),
  );
  if (stray !== undefined) return refusePacket('file_unknown', stray);
  return { ok: true, value: { packet: packet.value, attempts } };
}

/** Reads `packet.json`. */
function readPacketFile(text: string): PacketResult<Packet> {
  const data = parseJson(text);
  if (isNewer(data)) return refusePacket('newer_packet');
  const checked = v.safeParse(PacketSchema, data);
  return checked.success
    ? { ok: true, value: checked.output }
    : refusePacket('packet_invalid', describeIssue(checked.issues[0]));
}

/** Reads `review.json`. */
export function readReviewFile(text: string): PacketResult<MentorReview> {
  const data = parseJson(text);
  if (isNewer(data)) return refusePacket('newer_packet');
  const checked = v.safeParse(ReviewSchema, data);
  return checked.success
    ? { ok: true, value: checked.output }
    : refusePacket('review_invalid', describeIssue(checked.issues[0]));
}

/** Makes the drill of a sent attempt ready, as the header says it was played. */
export function preparePlayed(
  drill: Drill,
  { slug, texts }: Pick<PacketDrill, 'slug' | 'texts'>,
  { seed, levers, roles, begin }: AttemptHeader,
): PreparedDrill {
  const evidence = new Map(
    drill.evidence.map(({ id, file }) => [id, texts[`drills/${slug}/${file}`] ?? '']),
  );
  return { ...prepareDrill(drill, evidence, seed, levers, roles), begin };
}

/** The roads of a log, the first attempt leading. */
export function listBranches({ events }: Pick<AttemptLog, 'events'>): readonly string[] {
  return [...new Set([mainBranch, ...events.map(({ branch }) => branch)])];
}

/** Where a drill lies in a packet. */
export function drillFolder(hash: string): string {
  return `drills/${hash}/`;
}

function readAttempt(
  texts: ReadonlyMap<string, string>,
  { id, drill: hash, title }: Packet['attempts'][number],
  effort: Effort,
): PacketResult<PacketAttempt> {
  const text = texts.get(logPath(id));
  if (text === undefined) return refusePacket('log_missing', title);
  effort.steps -= countLines(text);
  if (effort.steps < 0) return refusePacket('too_many_steps', title);
  const log = parseLog(text);
  if ('fault' in log) {
    return log.version === undefined
      ? refusePacket('log_invalid', `${title}, line ${log.line}, ${log.fault}`)
      : refusePacket('newer_packet', `${title}, ${log.version}`);
  }
  const { header, events } = log;
  const isOwn = header.attempt === id && header.drill.hash === hash;
  if (!isOwn || events.some(({ attempt }) => attempt !== id)) {
    return refusePacket('log_of_another', title);
  }
  const { slug } = header.drill;
  const drill: PacketDrill = {
    hash,
    slug,
    pack: header.pack,
    texts: collectDrill(texts, hash, slug),
  };
  if (Object.keys(drill.texts).length === 0) return refusePacket('drill_missing', title);
  // Most attempts of a packet are at the same few drills.
  const known = `${hash} ${slug}`;
  const entry = effort.drills.get(known) ?? loadDrill(new Map(Object.entries(drill.texts)), slug);
  effort.drills.set(known, entry);
  if (entry.kind === 'faulty') {
    const [fault] = entry.faults;
    return refusePacket('drill_invalid', fault ? `line ${fault.line}, ${fault.message}` : title);
  }
  const roles = new Set(entry.drill.roles.map((role) => role.id));
  if (roles.size > 0 && header.roles.some((role) => !roles.has(role))) {
    return refusePacket('log_refused', `${title}, a role is not in the drill`);
  }
  const prepared = preparePlayed(entry.drill, drill, header);
  const branches = listBranches(log);
  if (branches.length > mostRoads) return refusePacket('too_many_steps', title);
  for (const branch of branches) {
    const road = collectBranch(events, branch).events;
    effort.steps -= road.length;
    if (effort.steps < 0) return refusePacket('too_many_steps', title);
    const { refused } = replay(prepared, road);
    if (!refused) continue;
    const where = branch === mainBranch ? '' : ` of the road ${branch}`;
    const step = `step ${refused.index + 1}${where}`;
    return refusePacket('log_refused', `${title}, ${step}, ${refused.refusal.message}`);
  }
  return { ok: true, value: { id, title, log: text, header, events, drill, prepared, branches } };
}

/** A drill's files under the paths that they have in a pack. */
function collectDrill(
  texts: ReadonlyMap<string, string>,
  hash: string,
  slug: string,
): PacketDrill['texts'] {
  const folder = drillFolder(hash);
  return Object.fromEntries(
    [...texts]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, text]) => [`drills/${slug}/${path.slice(folder.length)}`, text]),
  );
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isNewer(data: unknown): boolean {
  const format = (data as { format?: unknown } | null | undefined)?.format;
  return typeof format === 'number' && format > 1;
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  return `"${v.getDotPath(issue) ?? 'it'}" ${issue.message}`;
}
