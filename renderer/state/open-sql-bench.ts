import type { Citation, RestingLocator } from '../../content/engine/drill/attempt-log.ts';
import { citeRecord } from '../../content/engine/drill/citation.ts';
import { hashText } from '../../content/engine/drill/random-source.ts';
import {
  chooseStep,
  findInstants,
  selectOverTime,
  selectSpan,
  selectValues,
  type TableFilter,
} from '../../content/engine/evidence/filter-sql.ts';
import { writeEdge } from '../../content/engine/evidence/storyline-instant.ts';
import { readSqlWords } from '../../content/engine/evidence/sql-words.ts';
import type { RowPlaces } from '../workers/sql-messages.ts';
import { chooseFile } from './choose-file.ts';
import { citeLines } from './room-citations.ts';
import {
  rowLimit,
  type EvidenceText,
  type Histogram,
  type LoadProgress,
  type OwnFileOpening,
  type OwnFileOutcome,
  type QueryOutcome,
  type QueryRows,
  type RunningQuery,
  type RunOptions,
  type SourceRow,
  type SourceRows,
  type SqlBench,
  type TableInfo,
  type ValueCount,
} from './sql-bench.ts';
import { SqlWorker, type Load } from './sql-worker.ts';

/** Evidence whose rows can be cited: its text, and the place of each row. */
interface CitableTable {
  readonly evidence: string;
  readonly text: string;
  readonly places: RowPlaces;
}

/** The bench's SQL, in a worker that starts with the first table. */
export function openSqlBench(): SqlBench {
  return new WorkerBench();
}

class WorkerBench implements SqlBench {
  #tables: readonly TableInfo[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #worker = new SqlWorker();
  readonly #evidence = new Map<string, Promise<TableInfo | null>>();
  readonly #citable = new Map<string, CitableTable>();
  readonly #loads = new Map<string, Load>();

  get tables(): readonly TableInfo[] {
    return this.#tables;
  }

  onTables(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  loadEvidence(source: EvidenceText): Promise<TableInfo | null> {
    const { evidence } = source;
    const before = this.#evidence.get(evidence);
    if (before) return before;
    const loading = this.#load(source);
    this.#evidence.set(evidence, loading);
    return loading;
  }

  async #load({
    evidence,
    title,
    format,
    key,
    year,
    text,
  }: EvidenceText): Promise<TableInfo | null> {
    if (withoutRows.has(format)) return null;
    const load = this.#worker.load({ kind: 'evidence', evidence, title, format, key, year, text });
    const end = await load.end;
    if (end.kind !== 'table') return null;
    const { table, places } = end;
    if (places) this.#citable.set(table.name, { evidence, text, places });
    this.#add(table, load);
    return table;
  }

  openOwnFile(file: File | null, onProgress: (progress: LoadProgress) => void): OwnFileOpening {
    let load: Load | null = null;
    let cancelled = false;
    const isCancelled = (): boolean => cancelled;
    const read = async (): Promise<OwnFileOutcome> => {
      const chosen = file ?? (await chooseFile());
      if (!chosen || isCancelled()) return { kind: 'cancelled' };
      load = this.#worker.load({ kind: 'file', file: chosen }, onProgress);
      const end = await load.end;
      if (isCancelled()) {
        // Its last piece was being read: there is nothing left to cancel, but a table to take back.
        if (end.kind === 'table') await this.#worker.close(load, end.table.name);
        return { kind: 'cancelled' };
      }
      if (end.kind === 'table') {
        this.#add(end.table, load);
        return { kind: 'table', table: end.table, document: end.document, note: end.note };
      }
      if (end.kind === 'image') return { kind: 'image', name: chosen.name, bytes: end.bytes };
      if (end.kind === 'whole') {
        const { laid, note } = end;
        return { kind: 'text', name: chosen.name, laid, note };
      }
      return end.kind === 'refused'
        ? { kind: 'refused', message: end.message }
        : { kind: 'cancelled' };
    };
    return {
      name: file?.name ?? '',
      outcome: read(),
      cancel: () => {
        cancelled = true;
        load?.cancel();
      },
    };
  }

  async closeTable(name: string): Promise<void> {
    const table = this.#tables.find((one) => one.name === name);
    const load = this.#loads.get(name);
    if (!table || !load || table.source.kind !== 'own') return;
    this.#loads.delete(name);
    this.#tables = this.#tables.filter((one) => one.name !== name);
    this.#tell();
    await this.#worker.close(load, name);
  }

  run(sql: string, { limit = rowLimit, onRows }: RunOptions = {}): RunningQuery {
    let sofar: QueryRows = { columns: [], rows: [], records: null, groups: null };
    let isFirst = true;
    const asked = this.#worker.query(sql, limit, ({ columns, rows, records, groups }) => {
      sofar = {
        columns,
        rows: [...sofar.rows, ...rows],
        records: records && [...(isFirst ? [] : (sofar.records ?? [])), ...records],
        groups: groups && [...(isFirst ? [] : (sofar.groups ?? [])), ...groups],
      };
      isFirst = false;
      onRows?.(sofar);
    });
    const outcome = asked.end.then((end): QueryOutcome =>
      end.kind === 'done' ? { ...end, ...sofar } : end,
    );
    return { outcome, stop: asked.stop };
  }

  async countOverTime(
    name: string,
    buckets: number,
    filter: TableFilter,
  ): Promise<Histogram | null> {
    const table = this.#tables.find((one) => one.name === name);
    if (!table?.span) return null;
    // Only what is asked of the time itself moves the ends: what other chips hide keeps its place.
    const ends = filter.filter(({ column }) => column === table.timeColumn);
    const [span] = await this.#read(selectSpan(table, ends));
    const [first, last] = span ?? [];
    if (typeof first !== 'number' || typeof last !== 'number') return null;
    const step_s = chooseStep(first, last, buckets);
    const counts = new Map<number, number>();
    for (const [bucket, count] of await this.#read(selectOverTime(table, step_s, filter))) {
      counts.set(Number(bucket), Number(count));
    }
    const start = Math.floor(first / step_s) * step_s;
    const end = Math.floor(last / step_s) * step_s;
    const all: { from: string; count: number }[] = [];
    for (let at = start; at <= end; at += step_s) {
      all.push({ from: writeEdge(at), count: counts.get(at) ?? 0 });
    }
    return { buckets: all, step_s, to: writeEdge(end + step_s) };
  }

  async countValues(
    name: string,
    column: string,
    filter: TableFilter,
    limit = 100,
  ): Promise<readonly ValueCount[]> {
    const table = this.#tables.find((one) => one.name === name);
    const instants = table ? findInstants(table) : null;
    const rows = await this.#read(selectValues(name, column, filter, limit, instants));
    return rows.map(([value = null, count]) => ({ value, count: Number(count) }));
  }

  /** Rows of a query of the bench's own, which cannot be at fault unless the table has gone. */
  async #read(sql: string): Promise<QueryRows['rows']> {
    const end = await this.run(sql).outcome;
    return end.kind === 'done' ? end.rows : [];
  }

  cite({ table, row }: SourceRow): Citation | null {
    const source = this.#citable.get(table);
    if (!source) return null;
    const { evidence, text, places } = source;
    const id = places.ids[row - 1];
    if (id !== null && id !== undefined) return citeRecord(evidence, id);
    const line = places.lines[row - 1];
    return line === null || line === undefined
      ? null
      : citeLines(evidence, text, line - 1, line - 1);
  }

  /** Where the records of a group stand in this file. */
  #listLocators({ table, rows }: SourceRows, file: string): RestingLocator[] {
    return rows.flatMap((row) => {
      const citation = this.cite({ table, row });
      const locator = citation?.file === file ? citation.locator : null;
      return locator?.kind === 'record' || locator?.kind === 'range' ? [locator] : [];
    });
  }

  citeResult(sql: string, { columns, rows }: QueryRows, group: SourceRows | null): Citation | null {
    const names = new Set(readSqlWords(sql).map(({ value }) => value.toLowerCase()));
    const table = this.#tables.find(
      ({ name, source }) => source.kind === 'evidence' && names.has(name.toLowerCase()),
    );
    if (table?.source.kind !== 'evidence') return null;
    const hash = hashText(JSON.stringify([columns, rows]))
      .toString(16)
      .padStart(8, '0');
    const file = table.source.evidence;
    const rests_on = group ? this.#listLocators(group, file) : [];
    const locator = { kind: 'query' as const, query: sql, hash };
    return { file, locator: rests_on.length > 0 ? { ...locator, rests_on } : locator };
  }

  dispose(): void {
    this.#worker.dispose();
    this.#tables = [];
    this.#listeners.clear();
  }

  #add(table: TableInfo, load: Load): void {
    const own = table.source.kind === 'own';
    const first = this.#tables.filter(({ source }) => source.kind === 'evidence');
    const rest = this.#tables.filter(({ source }) => source.kind === 'own');
    this.#tables = own ? [...first, ...rest, table] : [...first, table, ...rest];
    this.#loads.set(table.name, load);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Formats without rows: the worker need not see them. */
const withoutRows: ReadonlySet<string> = new Set([
  'mail',
  'text',
  'markdown',
  'diff',
  'config',
  'image',
]);
