import { citeRecord } from '../../../content/engine/drill/citation.ts';
import { layDocument } from '../../../content/engine/evidence/lay-document.ts';
import type { OwnDocument, WholeFormat } from '../../../content/engine/evidence/sql-terms.ts';
import { readEvidence } from '../../../content/engine/evidence/read-evidence.ts';
import type {
  EvidenceText,
  FilterCondition,
  OwnFileOpening,
  OwnFileOutcome,
  LoadProgress,
  QueryOutcome,
  QueryRows,
  RunningQuery,
  RunOptions,
  SqlBench,
  SqlCell,
  TableFilter,
  TableInfo,
} from '../../state/sql-bench.ts';

interface FakeTable {
  readonly info: TableInfo;
  readonly rows: readonly (readonly SqlCell[])[];
  readonly ids: readonly (string | null)[];
}

/** What becomes of an own file, with what it holds as its text. */
type FakeOutcome =
  | Exclude<OwnFileOutcome, { kind: 'table' | 'text' }>
  | (Omit<Extract<OwnFileOutcome, { kind: 'table' }>, 'document'> & {
      readonly document?: OwnDocument;
    })
  | (Omit<Extract<OwnFileOutcome, { kind: 'text' }>, 'laid'> & {
      readonly format: WholeFormat;
      readonly text: string;
    });

async function layFake(fake: FakeOutcome): Promise<OwnFileOutcome> {
  if (fake.kind === 'text') {
    const { format, text, ...rest } = fake;
    return { ...rest, laid: await layDocument(format, text) };
  }
  if (fake.kind !== 'table') return fake;
  const { document, ...rest } = fake;
  const laid = document && (await layDocument(document.format, document.text));
  return laid?.format === 'sbom' || laid?.format === 'json'
    ? { ...rest, document: { laid, leads: document?.leads ?? false } }
    : rest;
}

/** Answers instead of SQLite: what a query gives, or a promise of it. */
export type FakeAnswer = (
  sql: string,
  tables: readonly FakeTable[],
) => QueryOutcome | Promise<QueryOutcome>;

/**
 * The bench's SQL in memory, for tests of screens. It understands no SQL: `answer` does, or else
 * every query gives all rows of the first table that it names.
 */
export function aSqlBench(answer: FakeAnswer = giveAll) {
  const tables: FakeTable[] = [];
  const listeners = new Set<() => void>();
  const asked: string[] = [];
  const own: {
    readonly name: string;
    readonly progress: (progress: LoadProgress) => void;
    /** Resolves once it has ended so: documents are read as the worker reads them. */
    readonly settle: (outcome: FakeOutcome) => Promise<void>;
    cancelled: boolean;
  }[] = [];
  let stopped = 0;
  let disposed = false;
  const add = (table: FakeTable): TableInfo => {
    tables.push(table);
    for (const listener of listeners) listener();
    return table.info;
  };
  const find = (name: string): FakeTable | undefined =>
    tables.find(({ info }) => info.name === name);
  const bench: SqlBench = {
    get tables() {
      return tables.map(({ info }) => info);
    },
    onTables(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    loadEvidence(evidence) {
      const found = tables.find(
        ({ info: { source } }) =>
          source.kind === 'evidence' && source.evidence === evidence.evidence,
      );
      if (found) return Promise.resolve(found.info);
      const table = readFake(evidence);
      return Promise.resolve(table && add(table));
    },
    openOwnFile(file, onProgress): OwnFileOpening {
      let settle: (outcome: OwnFileOutcome) => void = () => undefined;
      const outcome = new Promise<OwnFileOutcome>((resolve) => {
        settle = resolve;
      });
      const opening = {
        name: file?.name ?? 'chosen.json',
        progress: onProgress,
        settle: async (fake: FakeOutcome) => {
          settle(await layFake(fake));
        },
        cancelled: false,
      };
      own.push(opening);
      return {
        name: opening.name,
        outcome,
        cancel: () => {
          opening.cancelled = true;
          settle({ kind: 'cancelled' });
        },
      };
    },
    closeTable(name) {
      const at = tables.findIndex(({ info }) => info.name === name);
      if (at >= 0) tables.splice(at, 1);
      for (const listener of listeners) listener();
      return Promise.resolve();
    },
    run(sql, options): RunningQuery {
      asked.push(sql);
      let stop: () => void = () => undefined;
      const halt = new Promise<QueryOutcome>((resolve) => {
        stop = () => {
          stopped += 1;
          resolve({ kind: 'stopped', elapsed_ms: 40 });
        };
      });
      return { outcome: Promise.race([tell(answer(sql, tables), options), halt]), stop };
    },
    countOverTime(name, count, filter) {
      const table = find(name);
      return Promise.resolve(table ? countFake(table, count, filter) : null);
    },
    countValues(name, column, filter, limit = 50) {
      const table = find(name);
      if (!table) return Promise.resolve([]);
      const at = table.info.columns.findIndex((one) => one.name === column);
      const counts = new Map<SqlCell, number>();
      for (const row of keep(table, filter)) {
        const value = row[at] ?? null;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return Promise.resolve(
        [...counts]
          .map(([value, number]) => ({ value, count: number }))
          .sort((a, b) => b.count - a.count)
          .slice(0, limit),
      );
    },
    cite({ table, row }) {
      const found = find(table);
      const id = found?.ids[row - 1];
      return found?.info.source.kind === 'evidence' && id !== undefined && id !== null
        ? citeRecord(found.info.source.evidence, id)
        : null;
    },
    citeResult(sql, _, group) {
      const [first] = tables;
      if (first?.info.source.kind !== 'evidence') return null;
      const rests_on = (group?.rows ?? []).flatMap((row) => {
        const id = first.ids[row - 1];
        return typeof id === 'string' ? [{ kind: 'record' as const, id }] : [];
      });
      const locator = { kind: 'query' as const, query: sql, hash: '0000abcd' };
      return {
        file: first.info.source.evidence,
        locator: rests_on.length > 0 ? { ...locator, rests_on } : locator,
      };
    },
    dispose() {
      disposed = true;
    },
  };
  return {
    bench,
    asked,
    own,
    /** A table that an own file became; its columns and cells as given. */
    addOwn: (info: Partial<TableInfo>, rows: readonly (readonly SqlCell[])[]) =>
      add({ info: aTable({ rows: rows.length, ...info }), rows, ids: rows.map(() => null) }),
    stopped: () => stopped,
    disposed: () => disposed,
  };
}

export function aTable(info: Partial<TableInfo> = {}): TableInfo {
  return {
    name: 'events',
    title: 'events.json',
    source: { kind: 'own', file: 'events.json' },
    format: 'cloudtrail',
    columns: [
      { name: 'eventTime', title: 'eventTime', kind: 'time' },
      { name: 'eventName', title: 'eventName', kind: 'text' },
    ],
    timeColumn: 'eventTime',
    rows: 0,
    span: ['2026-03-10T08:00:00Z', '2026-03-10T09:00:00Z'],
    broken: { count: 0, lines: [] },
    ...info,
  };
}

/** All rows of the first table that the query names. */
export function giveAll(sql: string, tables: readonly FakeTable[]): QueryOutcome {
  const table = tables.find(({ info }) => sql.includes(info.name));
  if (!table) {
    return {
      kind: 'fault',
      fault: { message: 'There is no such table.', place: null, suggestion: null },
      elapsed_ms: 1,
    };
  }
  return {
    kind: 'done',
    columns: table.info.columns.map(({ name }) => name),
    rows: table.rows,
    records: table.rows.map((_, index) => ({ table: table.info.name, row: index + 1 })),
    groups: null,
    capped: false,
    elapsed_ms: 3,
  };
}

async function tell(
  answered: QueryOutcome | Promise<QueryOutcome>,
  options: RunOptions = {},
): Promise<QueryOutcome> {
  const outcome = await answered;
  if (outcome.kind === 'done') {
    const { columns, rows, records, groups } = outcome;
    options.onRows?.({ columns, rows, records, groups } satisfies QueryRows);
  }
  return outcome;
}

function readFake({ evidence, title, format, key, text }: EvidenceText): FakeTable | null {
  const content = readEvidence({ format, key }, text);
  if (content.kind !== 'table') return null;
  const { columns, rows } = content;
  const timeAt = columns.findIndex((name) => /time/i.test(name));
  const times = rows.map(({ cells }) => cells[timeAt] ?? '').sort();
  const [first] = times;
  const last = times.at(-1);
  return {
    ids: rows.map(({ id }) => id),
    rows: rows.map(({ cells }) => cells.map((cell) => (cell === '' ? null : cell))),
    info: {
      name: evidence.replaceAll('-', '_'),
      title,
      source: { kind: 'evidence', evidence },
      format,
      columns: columns.map((name, index) => ({
        name: name.replaceAll('.', '_'),
        title: name,
        kind: index === timeAt ? 'time' : 'text',
      })),
      timeColumn: columns[timeAt] ?? null,
      rows: rows.length,
      span: first === undefined || last === undefined || timeAt < 0 ? null : [first, last],
      broken: { count: content.brokenLines.length, lines: content.brokenLines },
    },
  };
}

function keep({ info, rows }: FakeTable, filter: TableFilter): readonly (readonly SqlCell[])[] {
  return rows.filter((row) =>
    filter.every((condition) => {
      const at = info.columns.findIndex(({ name }) => name === condition.column);
      return holds(condition, row[at] ?? null);
    }),
  );
}

function holds({ test, value }: FilterCondition, cell: SqlCell): boolean {
  const text = String(cell ?? '');
  switch (test) {
    case 'is':
      return cell === value;
    case 'is_not':
      return cell !== value;
    case 'contains':
      return text.includes(String(value));
    case 'contains_not':
      return !text.includes(String(value));
    case 'empty':
      return cell === null;
    case 'filled':
      return cell !== null;
    case 'from':
      return text >= String(value);
    case 'before':
      return text < String(value);
  }
}

function countFake(table: FakeTable, count: number, filter: TableFilter) {
  const { span, timeColumn, columns } = table.info;
  if (!span) return null;
  const start_ms = Date.parse(span[0]);
  const step_s = Math.max(1, Math.ceil((Date.parse(span[1]) - start_ms + 1000) / 1000 / count));
  const at = columns.findIndex(({ name }) => name === timeColumn);
  const counts = Array.from({ length: count }, () => 0);
  for (const row of keep(table, filter)) {
    const bucket = Math.floor((Date.parse(String(row[at])) - start_ms) / 1000 / step_s);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  const write = (bucket: number): string =>
    `${new Date(start_ms + bucket * step_s * 1000).toISOString().slice(0, 19)}Z`;
  return {
    step_s,
    buckets: counts.map((number, bucket) => ({ from: write(bucket), count: number })),
    to: write(count),
  };
}
