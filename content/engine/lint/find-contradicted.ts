import { isTimeTitle, readEpochTime } from '../evidence/epoch-times.ts';
import { TimeFinder } from '../evidence/find-times.ts';
import { writeEpoch } from '../evidence/instants.ts';
import { openLineReader } from '../evidence/line-formats.ts';
import type { EvidenceRow, EvidenceTable } from '../evidence/read-evidence.ts';
import type { Drill, TruthEvent } from '../format/drill-schema.ts';
import { readInstant } from '../score/timeline-points.ts';
import type { LintSubject } from './rule.ts';
import { findLines } from './told-times.ts';

/** What is logged a little after it happened is no contradiction. */
const least_s = 60;

const dayAndSecond = /(?:\d{4}-\d\d|[A-Z][a-z]{2}).*\d:\d\d:\d\d/;

/**
 * What evidence says of each truth of which no record and no line that it cites tells the time. A truth of
 * which one clue is not where it should be is left out: that clue may be the one that agrees.
 */
export function findContradicted(subject: LintSubject): ReadonlyMap<string, Told> {
  const { drill } = subject;
  const tolerance = Math.max(least_s, drill.scoring.timeline?.tolerance ?? 0);
  const rows = readTables(subject);
  return new Map(
    drill.truth.flatMap((truth) => {
      const told = truth.clues.map((id) => readTimes(subject, rows, id));
      if (told.includes(null)) return [];
      const nearest = findNearest(
        truth,
        told.flatMap((times) => times ?? []),
      );
      return nearest && nearest.off_s > tolerance ? [[truth.id, nearest] as const] : [];
    }),
  );
}

export interface Told {
  readonly clue: string;
  readonly at: string;
  readonly off_s: number;
}

/** Evidence id → record id → every time that the record tells. */
type Tables = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function readTables({ drill, content }: LintSubject): Tables {
  const near_s = readInstant(drill.starts_at);
  const wanted = new Map<string, Set<string>>();
  for (const clue of drill.clues) {
    if (!('record' in clue)) continue;
    wanted.set(clue.evidence, (wanted.get(clue.evidence) ?? new Set()).add(clue.record));
  }
  return new Map(
    drill.evidence.flatMap(({ id }) => {
      const records = wanted.get(id);
      if (!records) return [];
      const read = content(id);
      if (read?.kind !== 'table') return [];
      const times = read.rows.flatMap((row) =>
        row.id !== null && records.has(row.id)
          ? [[row.id, listInstants(read, row, near_s)] as const]
          : [],
      );
      return [[id, new Map(times)] as const];
    }),
  );
}

/** A record may hold several: when it happened, was seen and was written. Counts since 1970 stand in for none. */
function listInstants(
  { columns }: EvidenceTable,
  { cells, raw }: EvidenceRow,
  near_s: number,
): readonly string[] {
  const written = typeof raw === 'object' ? JSON.stringify(raw, null, 1) : '';
  const told = readInstants(`${cells.join('\n')}\n${written}`, near_s);
  if (told.length > 0) return told;
  const named = cells.map((cell, at) => [columns[at] ?? '', cell] as const);
  return [...named, ...listMembers(raw)].flatMap(([name, value]) => {
    const at_s = isTimeTitle(name) ? readEpochTime(value) : null;
    return at_s === null ? [] : [writeWhole(at_s)];
  });
}

/** Every number and text inside a value, with the name of the member that holds it. */
function listMembers(value: unknown, name = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'number' || typeof value === 'string') return [[name, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    listMembers(member, Array.isArray(value) ? name : key),
  );
}

/** The times to the second, in UTC, that a text tells with their day; where that names no year, of the nearest. */
function readInstants(text: string, near_s: number): readonly string[] {
  const finder = new TimeFinder(near_s);
  return text.split('\n').flatMap((line) =>
    finder
      .read(line)
      .filter(({ start, end }) => dayAndSecond.test(line.slice(start, end)))
      .map(({ at_s }) => writeWhole(at_s)),
  );
}

function writeWhole(at_s: number): string {
  return writeEpoch(Math.floor(at_s));
}

/** The times of a line of a log: that which its format knows, else all that it says. */
function readLine({ evidence, starts_at }: Drill, id: string, line: string): readonly string[] {
  const format = evidence.find((one) => one.id === id)?.format ?? 'text';
  const reader = openLineReader(format, {});
  const cells = reader?.read(line);
  const at = reader?.columns.findIndex(({ title }) => title === reader.timeColumn) ?? -1;
  const near_s = readInstant(starts_at);
  const known = typeof cells === 'object' ? readInstants(cells[at] ?? '', near_s) : [];
  return known.length > 0 ? known : readInstants(line, near_s);
}

/** null: what the clue points to is not there, which lint tells of at the clue. */
function readTimes(
  { drill, prepared }: LintSubject,
  tables: Tables,
  id: string,
): readonly { readonly clue: string; readonly at: string }[] | null {
  const clue = drill.clues.find((one) => one.id === id);
  if (!clue || !('evidence' in clue)) return [];
  const told = (times: readonly string[]) => times.map((at) => ({ clue: id, at }));
  if ('record' in clue) {
    const times = tables.get(clue.evidence)?.get(clue.record);
    return times ? told(times) : null;
  }
  const line = findLines(prepared.evidence.get(clue.evidence) ?? '', clue.text)?.text;
  return line === undefined ? null : told(readLine(drill, clue.evidence, line));
}

/** One clue that agrees is enough: others may tell of the same later. null where none tells a time. */
function findNearest(
  truth: TruthEvent,
  told: readonly { readonly clue: string; readonly at: string }[],
): Told | null {
  const true_s = readInstant(truth.at);
  return told.reduce<Told | null>((nearest, { clue, at }) => {
    const off_s = Math.abs(readInstant(at) - true_s);
    return Number.isNaN(off_s) || (nearest && nearest.off_s <= off_s)
      ? nearest
      : { clue, at, off_s };
  }, null);
}
