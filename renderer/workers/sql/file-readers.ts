import { parseCsv } from '../../../content/engine/evidence/csv.ts';
import { nameColumns, writeSqlCell } from '../../../content/engine/evidence/describe-table.ts';
import { inferKinds } from '../../../content/engine/evidence/infer-kinds.ts';
import { findJsonFormat, readJsonCells } from '../../../content/engine/evidence/json-formats.ts';
import {
  isRecord,
  parseJson,
  readMember,
  writeCell,
} from '../../../content/engine/evidence/json-members.ts';
import { openLineReader } from '../../../content/engine/evidence/line-formats.ts';
import type { BrokenLines, ColumnInfo } from '../../../content/engine/evidence/sql-terms.ts';
import type { EvidenceFormat } from '../../../content/engine/format/drill-schema.ts';
import { CloudTrailFiller, cloudTrailColumns } from './cloudtrail-filler.ts';
import { LineCounter } from './line-counter.ts';
import type { Sqlite } from './open-sqlite.ts';
import { TableFiller } from './table-filler.ts';

/** Fills a table out of a file’s bytes, piece by piece. */
export interface FileReader {
  readonly columns: readonly ColumnInfo[];
  readonly timeColumn: string | null;
  readonly rows: number;
  readonly broken: BrokenLines;
  push(bytes: Uint8Array, last: boolean): void;
  close(): void;
  drop(): void;
}

/** A line longer than this (UTF-16 units) is counted as broken. */
const longestLine = 16 * 1024 * 1024;
/** Columns that are made of what the first lines hold; the rest stands in `raw`. */
const mostColumns = 400;

/**
 * null: a file of this format is read as a whole.
 *
 * @param head its beginning as text
 * @param year for times that name none
 */
export function openFileReader(
  sqlite: Sqlite,
  name: string,
  format: EvidenceFormat,
  head: string,
  year: number,
): FileReader | null {
  if (format === 'cloudtrail') return openCloudTrail(sqlite, name);
  const lines = openLineReader(format, { year });
  if (lines) {
    // A header line, which comes first, decides on the columns.
    lines.read(head.slice(0, Math.max(0, head.indexOf('\n'))));
    const titles = lines.columns.map(({ title }) => title);
    const kinds = lines.columns.map(({ kind }) => kind);
    const columns = nameColumns(titles, kinds, false);
    return new LineFiller(sqlite, name, columns, lines.timeColumn, (line) => {
      const cells = lines.read(line);
      if (cells === 'header') return 'skip';
      if (cells === 'broken' || cells.length !== kinds.length) return 'broken';
      return [...cells.map((cell, at) => writeSqlCell(cell, kinds[at] ?? 'text', false)), line];
    });
  }
  if (format === 'csv') return openCsv(sqlite, name, head);
  // A document with a list in it has no lines to go by.
  if (/^\s*(?:\[|\{\s*"[^"]*"\s*:\s*\[)/.test(head) || !isOneRecordALine(head)) return null;
  const json = findJsonFormat(format);
  if (json) {
    const titles = json.columns.map(({ title }) => title);
    const kinds = json.columns.map(({ kind }) => kind);
    const columns = nameColumns(titles, kinds, true);
    return new LineFiller(sqlite, name, columns, json.timeColumn, (line) => {
      const record = parseJson(line);
      if (!isRecord(record)) return 'broken';
      const cells = readJsonCells(json, record);
      return [...cells.map((cell, at) => writeSqlCell(cell, kinds[at] ?? 'text', false)), line];
    });
  }
  return format === 'jsonl' ? openJsonLines(sqlite, name, head) : null;
}

/** Its first line is a record and another line follows: one line alone may be a whole document. */
function isOneRecordALine(head: string): boolean {
  const end = head.indexOf('\n');
  return end >= 0 && head.slice(end).trim() !== '' && isRecord(parseJson(head.slice(0, end)));
}

function openCloudTrail(sqlite: Sqlite, name: string): FileReader {
  const filler = new CloudTrailFiller(sqlite, name);
  return {
    columns: cloudTrailColumns.map(({ name: column, title, kind }) => ({
      name: column,
      title,
      kind,
    })),
    timeColumn: 'eventTime',
    get rows() {
      return filler.table.rows;
    },
    get broken() {
      return filler.broken.broken;
    },
    push: (bytes, last) => {
      filler.push(bytes, last);
    },
    close: () => {
      filler.close();
    },
    drop: () => {
      filler.drop();
    },
  };
}

type LineCells = readonly (string | null)[] | 'skip' | 'broken';

/** Fills a table line by line. */
class LineFiller implements FileReader {
  readonly columns: readonly ColumnInfo[];
  readonly timeColumn: string | null;
  readonly #filler: TableFiller;
  readonly #counter = new LineCounter();
  readonly #decoder = new TextDecoder();
  readonly #read: (line: string) => LineCells;
  #rest = '';
  #line = 0;

  constructor(
    sqlite: Sqlite,
    name: string,
    columns: readonly ColumnInfo[],
    timeTitle: string | null,
    read: (line: string) => LineCells,
  ) {
    this.columns = columns;
    this.timeColumn = columns.find(({ title }) => title === timeTitle)?.name ?? null;
    this.#read = read;
    this.#filler = new TableFiller(sqlite, name, columns);
  }

  get rows(): number {
    return this.#filler.rows;
  }
  get broken(): BrokenLines {
    return this.#counter.broken;
  }

  push(bytes: Uint8Array, last: boolean): void {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: !last })).split('\n');
    this.#rest = last ? '' : (lines.pop() ?? '');
    this.#filler.begin();
    try {
      for (const line of lines) this.#add(line);
    } finally {
      this.#filler.commit();
    }
    if (this.#rest.length <= longestLine) return;
    this.#counter.addLine(this.#line + 1);
    this.#rest = '';
  }

  #add(line: string): void {
    this.#line += 1;
    if (line.trim() === '') return;
    const cells = this.#read(line.replace(/\r$/, ''));
    if (cells === 'broken') this.#counter.addLine(this.#line);
    else if (cells !== 'skip') this.#filler.addTexts(cells);
  }

  close(): void {
    this.#filler.close();
  }
  drop(): void {
    this.#filler.drop();
  }
}

/** Columns are the names that the first lines hold. */
function openJsonLines(sqlite: Sqlite, name: string, head: string): FileReader {
  const records = head
    .slice(0, head.lastIndexOf('\n') + 1 || head.length)
    .split('\n')
    .map(parseJson)
    .filter(isRecord);
  const titles = [...new Set(records.flatMap((record) => Object.keys(record)))].slice(
    0,
    mostColumns,
  );
  const write = (record: unknown): string[] =>
    titles.map((title) => writeCell(readMember(record, title)));
  const kinds = inferKinds(titles.length, records.map(write));
  const columns = nameColumns(titles, kinds, true);
  return new LineFiller(sqlite, name, columns, titles[kinds.indexOf('time')] ?? null, (line) => {
    const record = parseJson(line);
    if (!isRecord(record)) return 'broken';
    const cells = write(record);
    return [...cells.map((cell, at) => writeSqlCell(cell, kinds[at] ?? 'text', false)), line];
  });
}

/** A quoted cell may go over lines: they are gathered until every quote has its other. */
function openCsv(sqlite: Sqlite, name: string, head: string): FileReader {
  const whole = head.lastIndexOf('\n') > 0 ? head.slice(0, head.lastIndexOf('\n')) : head;
  const [header = [], ...sample] = parseCsv(whole.replace(/^\uFEFF/, ''));
  const titles = header.slice(0, mostColumns);
  const kinds = inferKinds(titles.length, sample);
  const columns = nameColumns(titles, kinds, false).slice(0, -1);
  let gathered = '';
  let isFirst = true;
  return new LineFiller(sqlite, name, columns, titles[kinds.indexOf('time')] ?? null, (line) => {
    gathered = gathered === '' ? line : `${gathered}\n${line}`;
    const isOpen = (gathered.match(/"/g)?.length ?? 0) % 2 === 1;
    if (isOpen && gathered.length < 1_000_000) return 'skip';
    const [cells] = parseCsv(gathered);
    gathered = '';
    if (isFirst) {
      isFirst = false;
      return 'skip';
    }
    if (!cells || isOpen) return 'broken';
    return titles.map((_, at) => writeSqlCell(cells[at] ?? '', kinds[at] ?? 'text', true));
  });
}
