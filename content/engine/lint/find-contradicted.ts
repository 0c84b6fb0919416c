import type { EvidenceRow } from '../evidence/read-evidence.ts';
import type { TruthEvent } from '../format/drill-schema.ts';
import { readInstant } from '../score/timeline-points.ts';
import type { LintSubject } from './rule.ts';
import { findLines } from './told-times.ts';

/** What is logged a little after it happened is no contradiction. */
const least_s = 60;

/** What evidence says of each truth of which no record and no line that it cites tells the time. */
export function findContradicted(subject: LintSubject): ReadonlyMap<string, Told> {
  const { drill } = subject;
  const tolerance = Math.max(least_s, drill.scoring.timeline?.tolerance ?? 0);
  const rows = readTables(subject);
  return new Map(
    drill.truth.flatMap((truth) => {
      const told = truth.clues.flatMap((id) => readTimes(subject, rows, id));
      const nearest = findNearest(truth, told);
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
      const rows = read?.kind === 'table' ? read.rows : [];
      const times = rows.flatMap((row) =>
        row.id !== null && records.has(row.id) ? [[row.id, listInstants(row)] as const] : [],
      );
      return [[id, new Map(times)] as const];
    }),
  );
}

/** A record may hold several: when it happened, was seen and was written. */
function listInstants({ cells, raw }: EvidenceRow): readonly string[] {
  return readInstants(`${cells.join('\n')}\n${typeof raw === 'object' ? JSON.stringify(raw) : ''}`);
}

function readInstants(text: string): readonly string[] {
  return [...text.matchAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/g)].map(
    ([at]) => `${at.replace(' ', 'T')}Z`,
  );
}

function readTimes(
  { drill, prepared }: LintSubject,
  tables: Tables,
  id: string,
): readonly { readonly clue: string; readonly at: string }[] {
  const clue = drill.clues.find((one) => one.id === id);
  if (!clue || !('evidence' in clue)) return [];
  const times =
    'record' in clue
      ? tables.get(clue.evidence)?.get(clue.record)
      : // A line of a log begins with its time.
        readInstants(findLines(prepared.evidence.get(clue.evidence) ?? '', clue.text)?.text ?? '');
  return (times ?? []).map((at) => ({ clue: id, at }));
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
