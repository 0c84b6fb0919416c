import type { EvidenceFormat } from '../format/drill-schema.ts';
import { writeDelimited } from './csv.ts';
import { CsvRecords } from './csv-records.ts';
import type { ColumnKind, EvidenceColumn } from './evidence-column.ts';
import { findJsonFormat, readJsonCells, type JsonFormat } from './json-formats.ts';
import { parseJson, readMember, readPath, writeCell, writeId } from './json-members.ts';
import { openLineReader } from './line-formats.ts';
import type { LineReader } from './line-reader.ts';
import { auditColumns, readAuditLog } from './read-auditd.ts';
import { readJsonLines, readRecords } from './read-records.ts';
import { readWindowsEvents } from './read-windows-events.ts';

/** A record of an evidence file. `cells` follow the table's columns; `raw` is what the file holds. */
export interface EvidenceRow {
  /** The record's own id, by which it is cited; null where it has none. */
  readonly id: string | null;
  /** Place in the file, from 0. For showing only; never for citing. */
  readonly index: number;
  readonly cells: readonly string[];
  readonly raw: unknown;
  /** Line of the file, from 1, that is this record or begins it, where the format goes by lines. */
  readonly line?: number;
}

export interface EvidenceTable {
  readonly kind: 'table';
  readonly columns: readonly string[];
  /** What each column holds; all text where it is left out. */
  readonly kinds?: readonly ColumnKind[];
  /** The column that says when a record happened. */
  readonly timeColumn?: string;
  readonly rows: readonly EvidenceRow[];
  /** Lines that could not be read, from 1; the rest is whole. */
  readonly brokenLines: readonly number[];
  /** Lines of a CSV file with more or fewer cells than its header: rows all the same. */
  readonly unevenLines?: readonly number[];
}

export type EvidenceContent =
  | EvidenceTable
  | { readonly kind: 'tree'; readonly value: unknown }
  | { readonly kind: 'text' | 'mail' | 'markdown' | 'diff' | 'config'; readonly text: string }
  /** The bytes of a PNG or JPEG file, in base64: evidence is kept as text. */
  | { readonly kind: 'image'; readonly text: string };

/**
 * Beyond this many names of members, the rest stands in `raw` only: where each record names others,
 * a table has as many cells as its records squared.
 */
const mostJsonColumns = 400;

/** What an evidence entry of a drill says of its file. */
export interface EvidenceShape {
  readonly format: EvidenceFormat;
  readonly key?: string | undefined;
  /** The year of times that name none (BSD syslog). */
  readonly year?: number | undefined;
}

/**
 * Reads an evidence file for its viewer. Total: what does not parse as its format comes back as
 * text, so that nothing is ever hidden from the reader.
 */
export function readEvidence(shape: EvidenceShape, text: string): EvidenceContent {
  const { format, key } = shape;
  switch (format) {
    case 'cloudtrail':
    case 'waf':
    case 'guardduty':
    case 'resolver':
    case 'idp':
      return readJsonFormat(findJsonFormat(format), text, key) ?? { kind: 'text', text };
    case 'vpc-flow':
    case 's3-access':
    case 'alb':
    case 'syslog':
      return readLines(openLineReader(format, shape), text, key) ?? { kind: 'text', text };
    case 'auditd':
      return readAudit(text) ?? { kind: 'text', text };
    case 'windows-event':
      return readWindows(text) ?? { kind: 'text', text };
    case 'csv':
      return readCsv(text, key);
    case 'jsonl':
      return readLinesOfJson(text, key);
    case 'process-tree':
      return /^\s*[{[]/.test(text) ? readLinesOfJson(text, key) : readCsv(text, key);
    case 'json':
    case 'sbom': {
      const value = parseJson(text);
      return value === undefined ? { kind: 'text', text } : { kind: 'tree', value };
    }
    case 'image':
    case 'diff':
    case 'config':
    case 'mail':
    case 'text':
    case 'markdown':
      return { kind: format, text };
  }
}

function nameColumns(columns: readonly EvidenceColumn[]) {
  return { columns: columns.map(({ title }) => title), kinds: columns.map(({ kind }) => kind) };
}

function readJsonFormat(
  format: JsonFormat | null,
  text: string,
  key: string | undefined,
): EvidenceTable | null {
  const found = format && readRecords(text, format.lists);
  if (!found) return null;
  const { columns, timeColumn } = format;
  const id = key ?? format.key;
  return {
    kind: 'table',
    ...nameColumns(columns),
    timeColumn,
    rows: found.records.map(({ value, line }, index) => ({
      id: id === '' ? null : writeId(readPath(value, id) ?? readLowered(value, id)),
      index,
      cells: readJsonCells(format, value),
      raw: value,
      ...(line === null ? {} : { line }),
    })),
    brokenLines: found.brokenLines,
  };
}

/** GuardDuty writes `Id` in its API and `id` in its exports. */
function readLowered(value: unknown, key: string): unknown {
  return readMember(value, key.charAt(0).toLowerCase() + key.slice(1));
}

function readLines(
  reader: LineReader | null,
  text: string,
  key: string | undefined,
): EvidenceTable | null {
  if (!reader) return null;
  const rows: EvidenceRow[] = [];
  const brokenLines: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const cells = reader.read(line);
    if (cells === 'header') continue;
    if (cells === 'broken') {
      brokenLines.push(at + 1);
      continue;
    }
    const idColumn =
      key === undefined ? reader.idColumn : reader.columns.findIndex(({ title }) => title === key);
    const id = idColumn < 0 ? '' : (cells[idColumn] ?? '');
    rows.push({ id: id === '' ? null : id, index: rows.length, cells, raw: line, line: at + 1 });
  }
  if (rows.length === 0) return null;
  const { timeColumn } = reader;
  return { kind: 'table', ...nameColumns(reader.columns), timeColumn, rows, brokenLines };
}

function readAudit(text: string): EvidenceTable | null {
  const { events, brokenLines } = readAuditLog(text);
  if (events.length === 0) return null;
  const rows = events.map(({ id, line, cells, raw }, index) => ({ id, index, cells, raw, line }));
  return { kind: 'table', ...nameColumns(auditColumns), timeColumn: 'time', rows, brokenLines };
}

function readWindows(text: string): EvidenceTable | null {
  const read = readWindowsEvents(text);
  if (!read) return null;
  const rows = read.events.map((event, index) => ({ index, ...event }));
  const { columns, brokenLines } = read;
  return { kind: 'table', ...nameColumns(columns), timeColumn: 'TimeCreated', rows, brokenLines };
}

function readCsv(text: string, key: string | undefined): EvidenceContent {
  const found: { readonly cells: readonly string[]; readonly line: number }[] = [];
  const brokenLines: number[] = [];
  const records = new CsvRecords(',', (cells, line) => {
    if (cells === 'broken') brokenLines.push(line);
    else found.push({ cells, line });
  });
  for (const [at, line] of text.split('\n').entries()) records.take(line, at + 1);
  records.end();
  const { header } = records;
  if (!header || header.length === 0) return { kind: 'text', text };
  const keyAt = key === undefined ? -1 : header.indexOf(key);
  const uneven = found.filter(({ cells }) => cells.length !== header.length);
  return {
    kind: 'table',
    columns: header,
    rows: found.map(({ cells, line }, index) => ({
      id: keyAt < 0 ? null : (cells[keyAt] ?? null),
      index,
      cells: header.map((_, column) => cells[column] ?? ''),
      raw: cells,
      line,
    })),
    brokenLines,
    ...(uneven.length > 0 && { unevenLines: uneven.map(({ line }) => line) }),
  };
}

function readLinesOfJson(text: string, key: string | undefined): EvidenceContent {
  const whole = parseJson(text);
  const found = Array.isArray(whole) ? readRecords(text, []) : readJsonLines(text);
  if (!found) return { kind: 'text', text };
  const columns = new Set<string>();
  for (const { value } of found.records) {
    for (const name of Object.keys(value)) if (columns.size < mostJsonColumns) columns.add(name);
  }
  const names = [...columns];
  return {
    kind: 'table',
    columns: names,
    rows: found.records.map(({ value, line }, index) => ({
      id: key === undefined ? null : writeId(readPath(value, key)),
      index,
      cells: names.map((name) => writeCell(readMember(value, name))),
      raw: value,
      ...(line === null ? {} : { line }),
    })),
    brokenLines: found.brokenLines,
  };
}

/**
 * A row as a person reads it whole: its record as the file has it, or a line for each of its cells. Of
 * a record that is one text in its file, such as a Windows event, the empty ones are left out: it
 * shares the columns of all other kinds of record in the file.
 */
export function writeRecord(columns: readonly string[], { cells, raw }: EvidenceRow): string {
  if (typeof raw === 'object' && !Array.isArray(raw)) return JSON.stringify(raw, null, 2);
  const lines = columns.flatMap((name, column) => {
    const cell = cells[column] ?? '';
    return cell === '' && typeof raw === 'string' ? [] : [`${name}: ${cell}`];
  });
  const over = writeOver(columns.length, raw);
  return [...lines, ...(over === null ? [] : [`raw: ${over}`])].join('\n');
}

/** The whole of a CSV row that has cells for which there is no column; null for any other. */
export function writeOver(columns: number, raw: unknown): string | null {
  return Array.isArray(raw) && raw.length > columns
    ? writeDelimited(raw as readonly string[], ',')
    : null;
}
