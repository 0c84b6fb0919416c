import { describeTable } from '../../../content/engine/evidence/describe-table.ts';
import { writeSqlNames } from '../../../content/engine/evidence/evidence-column.ts';
import {
  selectSpan,
  writeIsNoDay,
  writeSqlName,
} from '../../../content/engine/evidence/filter-sql.ts';
import { EpochColumns } from '../../../content/engine/evidence/epoch-times.ts';
import { inferKinds } from '../../../content/engine/evidence/infer-kinds.ts';
import { writeInstant } from '../../../content/engine/evidence/storyline-instant.ts';
import type { KnownNames } from '../../../content/engine/evidence/query-fault.ts';
import type { EvidenceTable } from '../../../content/engine/evidence/read-evidence.ts';
import type { BrokenLines, Misfits } from '../../../content/engine/evidence/broken-lines.ts';
import type {
  ColumnInfo,
  TableInfo,
  TableSource,
} from '../../../content/engine/evidence/sql-terms.ts';
import type { EvidenceFormat } from '../../../content/engine/format/drill-schema.ts';
import type { RowPlaces } from '../sql-messages.ts';
import type { Sqlite } from './open-sqlite.ts';
import { TableFiller } from './table-filler.ts';

/** A table that has been filled, still to be listed. */
export interface FilledTable {
  readonly name: string;
  readonly title: string;
  readonly source: TableSource;
  readonly format: EvidenceFormat;
  readonly columns: readonly ColumnInfo[];
  readonly timeColumn: string | null;
  readonly rows: number;
  readonly broken: BrokenLines;
  readonly uneven?: BrokenLines;
  readonly misfits?: readonly Misfits[];
}

/** Tables that SQLite has of itself. */
const ownNames = ['json_each', 'json_tree', 'dbstat', 'bytecode', 'tables_used'];
/** SQLite takes no name that begins with `sqlite_`, and that is what any sign becomes. */
const reservedStart = /^(?:[^A-Za-z0-9]*sqlite[^A-Za-z0-9])+/i;

/** The tables of the bench: what SQLite holds, and what is known of it. */
export class BenchTables {
  readonly sqlite: Sqlite;
  readonly #tables = new Map<string, TableInfo>();
  /** Names of tables that are being filled. */
  readonly #claimed = new Set<string>();

  constructor(sqlite: Sqlite) {
    this.sqlite = sqlite;
  }

  get known(): KnownNames {
    const tables = [...this.#tables.values()];
    const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));
    return { tables: tables.map(({ name }) => name), columns: [...new Set(columns)] };
  }

  /** Names of the tables of evidence. */
  get citable(): readonly string[] {
    const tables = [...this.#tables.values()];
    return tables.filter(({ source }) => source.kind === 'evidence').map(({ name }) => name);
  }

  /**
   * A name for a new table, after an evidence’s id or a file’s name; nobody else gets it.
   *
   * @param before what it was called in a worker before this one, and is to be called again
   */
  claimName(wanted: string, before?: string): string {
    if (before !== undefined) {
      this.#claimed.add(before);
      return before;
    }
    const taken = [...this.#tables.keys(), ...this.#claimed, ...ownNames];
    const [name = 'evidence'] = writeSqlNames([wanted.replace(reservedStart, '')], taken);
    this.#claimed.add(name);
    return name;
  }

  /** The name is free again: nothing came of its table. */
  releaseName(name: string): void {
    this.#claimed.delete(name);
  }

  list(filled: FilledTable): TableInfo {
    const mixedTimes = this.#findMixed(filled);
    const timed = mixedTimes ? { ...filled, mixedTimes } : filled;
    const table = { ...timed, span: this.#findSpan(timed) };
    this.#tables.set(table.name, table);
    this.#claimed.delete(table.name);
    return table;
  }

  close(name: string): void {
    if (!this.#tables.delete(name)) return;
    this.sqlite.db.exec(`DROP TABLE ${writeSqlName(name)}`);
  }

  /** Makes a table of what was read of a file. */
  fill(
    table: EvidenceTable,
    about: { name: string; title: string; source: TableSource; format: EvidenceFormat },
  ): { readonly table: TableInfo; readonly places: RowPlaces } {
    // Of evidence a drill says what its columns are.
    const epochs = about.source.kind === 'own' ? readEpochs(table) : null;
    const described = describeTable(epochs?.table ?? table);
    const filler = new TableFiller(this.sqlite, about.name, described.columns);
    try {
      filler.begin();
      try {
        for (const row of (epochs?.table ?? table).rows) filler.addTexts(described.writeRow(row));
      } finally {
        // Left open, it would refuse every table after this one.
        filler.commit();
      }
      filler.close();
    } catch (error) {
      filler.drop();
      throw error;
    }
    const { brokenLines, unevenLines = [] } = table;
    const { columns, timeColumn, misfits } = described;
    const filled = {
      ...about,
      columns,
      timeColumn,
      rows: filler.rows,
      broken: { count: brokenLines.length, lines: brokenLines.slice(0, 100) },
      uneven: { count: unevenLines.length, lines: unevenLines.slice(0, 100) },
      misfits: [...misfits, ...(epochs?.misfits ?? [])],
    };
    return {
      table: this.list(filled),
      places: {
        ids: table.rows.map(({ id }) => id),
        lines: table.rows.map(({ line }) => line ?? null),
      },
    };
  }

  /** Whether times are not all in one form that SQLite reads: what is none stands as it was written. */
  #findMixed({ name, timeColumn }: FilledTable): boolean {
    if (timeColumn === null) return false;
    const column = writeSqlName(timeColumn);
    const odd = this.sqlite.db.selectValue(
      `SELECT 1 FROM ${writeSqlName(name)} WHERE ${column} GLOB '[0-9][0-9][0-9][0-9]-*' AND ((${column} NOT GLOB '*T??:??:??Z' AND ${column} NOT GLOB '*T??:??:??.*Z') OR unixepoch(${column}) IS NULL OR ${writeIsNoDay(timeColumn)}) LIMIT 1`,
    );
    return odd !== undefined;
  }

  #findSpan(table: FilledTable & Pick<TableInfo, 'mixedTimes'>): TableInfo['span'] {
    const { name, timeColumn } = table;
    if (timeColumn === null) return null;
    if (table.mixedTimes) {
      const [from, to] = this.sqlite.db.selectArray(selectSpan(table, [])) ?? [];
      return typeof from === 'number' && typeof to === 'number'
        ? [writeInstant(from), writeInstant(to)]
        : null;
    }
    const column = writeSqlName(timeColumn);
    const [first, last] = this.sqlite.db.selectArray(
      `SELECT min(${column}), max(${column}) FROM ${writeSqlName(name)} WHERE ${column} GLOB '[0-9][0-9][0-9][0-9]-*'`,
    ) ?? [null, null];
    return typeof first === 'string' && typeof last === 'string' ? [first, last] : null;
  }
}

/** The table with a column more for each of seconds since 1970; null where it has none. */
function readEpochs(
  table: EvidenceTable,
): { readonly table: EvidenceTable; readonly misfits: readonly Misfits[] } | null {
  const { columns, rows } = table;
  const cells = rows.map((row) => row.cells);
  const kinds = table.kinds ?? inferKinds(columns.length, cells);
  const epochs = new EpochColumns(columns, kinds, cells);
  if (epochs.titles.length === 0) return null;
  const read = rows.map((row) => ({
    ...row,
    cells: [...row.cells, ...epochs.read(row.cells, row.line ?? null)],
  }));
  const widened = {
    ...{ ...table, columns: [...columns, ...epochs.titles], rows: read },
    ...(table.kinds && { kinds: [...table.kinds, ...epochs.titles.map(() => 'time' as const)] }),
  };
  return { table: widened, misfits: epochs.misfits };
}
