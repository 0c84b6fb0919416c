import type { EvidenceFormat } from '../format/drill-schema.ts';
import { parseCsv } from './csv.ts';

/** A record of an evidence file. `cells` follow the table's columns; `raw` is what the file holds. */
export interface EvidenceRow {
  /** The record's own id, by which it is cited; null where it has none. */
  readonly id: string | null;
  /** Place in the file, from 0. For showing only; never for citing. */
  readonly index: number;
  readonly cells: readonly string[];
  readonly raw: unknown;
}

export type EvidenceContent =
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly EvidenceRow[];
      /** Lines that could not be read, from 1; the rest is whole. */
      readonly brokenLines: readonly number[];
    }
  | { readonly kind: 'tree'; readonly value: unknown }
  | { readonly kind: 'text' | 'mail' | 'markdown'; readonly text: string };

/** What an evidence entry of a drill says of its file. */
export interface EvidenceShape {
  readonly format: EvidenceFormat;
  readonly key?: string | undefined;
}

/**
 * Reads an evidence file for its viewer. Total: what does not parse as its format comes back as
 * text, so that nothing is ever hidden from the reader.
 */
export function readEvidence({ format, key }: EvidenceShape, text: string): EvidenceContent {
  switch (format) {
    case 'cloudtrail':
      return readCloudTrail(text, key ?? 'eventID');
    case 'csv':
      return readCsv(text, key);
    case 'jsonl':
    case 'waf':
    case 'guardduty':
    case 'resolver':
    case 'idp':
    case 'process-tree':
      return readJsonLines(text, key);
    case 'json':
    case 'sbom': {
      const value = parseJson(text);
      return value === undefined ? { kind: 'text', text } : { kind: 'tree', value };
    }
    case 'vpc-flow':
    case 's3-access':
    case 'alb':
    case 'auditd':
    case 'syslog':
    case 'windows-event':
    case 'diff':
    case 'config':
    case 'image':
      return { kind: 'text', text };
    case 'mail':
    case 'text':
    case 'markdown':
      return { kind: format, text };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Columns of a CloudTrail table: the ones every event has first, nested ones by their path. */
const cloudTrailColumns = [
  'eventTime',
  'eventName',
  'eventSource',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'userIdentity.type',
  'userIdentity.userName',
  'userIdentity.accessKeyId',
  'userIdentity.arn',
  'readOnly',
  'eventType',
  'recipientAccountId',
  'requestParameters',
  'responseElements',
  'eventID',
] as const;

function readCloudTrail(text: string, key: string): EvidenceContent {
  const value = parseJson(text);
  const records = Array.isArray(value) ? (value as unknown[]) : read(value, 'Records');
  if (!Array.isArray(records)) return { kind: 'text', text };
  return {
    kind: 'table',
    columns: cloudTrailColumns,
    rows: (records as unknown[]).map((raw, index) => ({
      id: writeId(readPath(raw, key)),
      index,
      cells: cloudTrailColumns.map((column) => writeCell(readColumn(raw, column))),
      raw,
    })),
    brokenLines: [],
  };
}

/** A role’s session carries its user name one level down, as the console shows it. */
function readColumn(raw: unknown, column: string): unknown {
  const value = readPath(raw, column);
  if (value !== undefined || column !== 'userIdentity.userName') return value;
  return readPath(raw, 'userIdentity.sessionContext.sessionIssuer.userName');
}

function readCsv(text: string, key: string | undefined): EvidenceContent {
  const [header, ...lines] = parseCsv(text.replace(/\r?\n$/, ''));
  if (!header) return { kind: 'text', text };
  const keyAt = key === undefined ? -1 : header.indexOf(key);
  return {
    kind: 'table',
    columns: header,
    rows: lines.map((cells, index) => ({
      id: keyAt < 0 ? null : (cells[keyAt] ?? null),
      index,
      cells: header.map((_, column) => cells[column] ?? ''),
      raw: cells,
    })),
    brokenLines: [],
  };
}

function readJsonLines(text: string, key: string | undefined): EvidenceContent {
  const columns = new Set<string>();
  const records: unknown[] = [];
  const brokenLines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parseJson(line);
    if (value === null || typeof value !== 'object') {
      brokenLines.push(index + 1);
      continue;
    }
    for (const name of Object.keys(value)) columns.add(name);
    records.push(value);
  }
  if (records.length === 0) return { kind: 'text', text };
  const names = [...columns];
  return {
    kind: 'table',
    columns: names,
    rows: records.map((raw, index) => ({
      id: key === undefined ? null : writeId(readPath(raw, key)),
      index,
      cells: names.map((name) => writeCell(read(raw, name))),
      raw,
    })),
    brokenLines,
  };
}

function read(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function readPath(value: unknown, path: string): unknown {
  return path.split('.').reduce(read, value);
}

function writeId(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function writeCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
