import { readEvidence, type EvidenceRow } from '../../evidence/read-evidence.ts';
import type { Clue, TruthEvent } from '../../format/drill-schema.ts';
import { readInstant } from '../../score/timeline-points.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

/** What is logged a little after it happened is no contradiction. */
const least_s = 60;

export const contradictingTruth: LintRule = {
  name: 'contradicting-truth',
  severity: 'error',
  reason: 'Whoever reads the evidence right would be told that the truth was another.',
  remedy: 'Correct the time of the truth, or cite the record that tells of it.',
  bad: `truth:
  - { id: use, at: '2026-03-10T09:51:09Z' }`,
  good: `truth:
  - { id: use, at: '2026-03-10T08:51:09Z' }`,
  check: (subject) => {
    const { drill } = subject;
    const tolerance = Math.max(least_s, drill.scoring.timeline?.tolerance ?? 0);
    const rows = readTables(subject);
    return drill.truth.flatMap((truth, index): LintHit[] => {
      const told = truth.clues.flatMap((id) => readTimes(subject, rows, id));
      const nearest = findNearest(truth, told);
      if (!nearest || nearest.off_s <= tolerance) return [];
      const message = `The truth "${truth.id}" is at ${truth.at}; its evidence "${nearest.clue}" says ${nearest.at}.`;
      return [{ path: ['truth', index, 'at'], message }];
    });
  },
};

interface Told {
  readonly clue: string;
  readonly at: string;
  readonly off_s: number;
}

/** Evidence id → record id → every time that the record tells. */
type Tables = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function readTables({ drill, prepared }: LintSubject): Tables {
  const wanted = new Map<string, Set<string>>();
  for (const clue of drill.clues) {
    if (!('record' in clue)) continue;
    wanted.set(clue.evidence, (wanted.get(clue.evidence) ?? new Set()).add(clue.record));
  }
  return new Map(
    drill.evidence.flatMap((shape) => {
      const records = wanted.get(shape.id);
      if (!records) return [];
      const content = readEvidence(shape, prepared.evidence.get(shape.id) ?? '');
      const rows = content.kind === 'table' ? content.rows : [];
      const times = rows.flatMap((row) =>
        row.id !== null && records.has(row.id) ? [[row.id, listInstants(row)] as const] : [],
      );
      return [[shape.id, new Map(times)] as const];
    }),
  );
}

/** A record may hold several: when it happened, was seen and was written. */
function listInstants({ cells, raw }: EvidenceRow): readonly string[] {
  const text = `${cells.join('\n')}\n${typeof raw === 'object' ? JSON.stringify(raw) : ''}`;
  return [...text.matchAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/g)].map(
    ([at]) => `${at.replace(' ', 'T')}Z`,
  );
}

function readTimes(
  { drill }: LintSubject,
  tables: Tables,
  id: string,
): readonly { readonly clue: string; readonly at: string }[] {
  const clue = drill.clues.find((one): one is Extract<Clue, { record: string }> => {
    return one.id === id && 'record' in one;
  });
  const times = clue && tables.get(clue.evidence)?.get(clue.record);
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
