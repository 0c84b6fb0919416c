import { checkEvent } from '../../content/engine/drill/attempt-log.ts';
import { writeFileName } from '../../content/engine/format/file-name.ts';
import {
  storedSchema,
  type Counts,
  type Envelope,
} from '../../electron/storage/storage-channels.ts';
import { tables, writeEventId } from '../state/store.ts';
import { countRecords, isJsonWithoutPrototypes, readEnvelope } from './envelope.ts';

/**
 * An export is one JSON array with one entry a line: a header, the records, a footer. The footer's
 * SHA-256 is that of all bytes before its line, so that neither a cut nor a changed file is taken for
 * a whole one.
 */
const format = 1;

interface Header {
  readonly kind: 'drillbook-export';
  readonly format: typeof format;
  readonly schema: number;
  readonly app: string;
  readonly exported_at: string;
}

interface Footer {
  readonly kind: 'end';
  readonly records: number;
  readonly counts: Counts;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
}

/** An export that was read and checked: what it holds, and would put in place of what is there. */
export interface ImportPreview {
  /** The file's name as it is shown. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** Version of the app that wrote it. */
  readonly app: string;
  readonly counts: Counts;
  readonly records: readonly Envelope[];
}

export type ReadExport =
  | { readonly kind: 'read'; readonly preview: ImportPreview }
  | { readonly kind: 'fault'; readonly line: number; readonly message: string };

export async function writeExport(
  chunks: AsyncIterable<readonly Envelope[]>,
  { app, at }: { readonly app: string; readonly at: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const header: Header = {
    kind: 'drillbook-export',
    format,
    schema: storedSchema,
    app,
    exported_at: at.toISOString(),
  };
  const parts = [`[${JSON.stringify(header)},\n`];
  const counts: Record<string, number> = {};
  let records = 0;
  for await (const chunk of chunks) {
    let part = '';
    for (const envelope of chunk) part += `${JSON.stringify(envelope)},\n`;
    parts.push(part);
    records += chunk.length;
    countRecords(chunk, counts);
  }
  const body = await encode(parts);
  const footer: Footer = { kind: 'end', records, counts, sha256: await hash(body) };
  return encode([body, `${JSON.stringify(footer)}]\n`]);
}

/** Reads a file that a person chose. Whatever is in it, the answer is a preview or a fault with its line. */
export async function readExport(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
): Promise<ReadExport> {
  const name = writeFileName(fileName);
  const start = findLastLine(bytes);
  const footer = readFooter(decode(bytes.subarray(start)));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fault(name, lineOf(bytes, bytes.length), 'it is no text in UTF-8');
  }
  const lines = text.split('\n');
  const header = readHeader(lines[0] ?? '');
  if (typeof header === 'string') return fault(name, 1, header);
  if (!footer) {
    return fault(
      name,
      lines.at(-1) === '' ? lines.length - 1 : lines.length,
      'the end is missing, so the file was cut off or is not whole',
    );
  }
  const last = lineOf(bytes, start);
  const records: Envelope[] = [];
  const keys = new Set<string>();
  for (let index = 1; index < last - 1; index += 1) {
    const record = readRecord(lines[index] ?? '');
    if (typeof record === 'string') return fault(name, index + 1, record);
    const key = `${record.table}/${record.id}`;
    if (keys.has(key)) return fault(name, index + 1, 'the same record stands there a second time');
    keys.add(key);
    records.push(record);
  }
  if (footer.records !== records.length) {
    return fault(
      name,
      last,
      `it speaks of ${footer.records} records, and ${records.length} are there`,
    );
  }
  if ((await hash(bytes.subarray(0, start))) !== footer.sha256) {
    return fault(name, last, 'its checksum does not fit, so something in the file was changed');
  }
  return {
    kind: 'read',
    preview: {
      name,
      exportedAt: header.exported_at,
      app: header.app,
      counts: countRecords(records),
      records,
    },
  };
}

function readHeader(line: string): Header | string {
  if (!line.startsWith('[')) return 'this is no export of Drillbook';
  const header = parse(line.slice(1).replace(/,\r?$/, '')) as Partial<Header> | null | undefined;
  if (header?.kind !== 'drillbook-export') return 'this is no export of Drillbook';
  const { format: written, schema, app, exported_at } = header as Record<keyof Header, unknown>;
  if (typeof written !== 'number' || typeof schema !== 'number') return 'its version is missing';
  if (written > format || schema > storedSchema) {
    return 'it was written by a newer Drillbook; import it with that version or a later one';
  }
  if (typeof app !== 'string' || typeof exported_at !== 'string') return 'its header is not whole';
  if (Number.isNaN(Date.parse(exported_at))) return 'its date is none';
  return { kind: 'drillbook-export', format, schema, app, exported_at };
}

function readFooter(line: string): Footer | null {
  const footer = parse(line.replace(/\]\s*$/, '')) as Partial<Footer> | null | undefined;
  return footer?.kind === 'end' &&
    typeof footer.records === 'number' &&
    typeof footer.sha256 === 'string'
    ? (footer as Footer)
    : null;
}

function readRecord(line: string): Envelope | string {
  const value = parse(line.replace(/,\r?$/, ''));
  if (value === undefined) return 'this line is no JSON';
  const envelope = readEnvelope(value);
  if (!envelope) return 'this is no record of Drillbook';
  if (!tables.some((table) => table === envelope.table)) return 'its kind is not known here';
  if (!isJsonWithoutPrototypes(envelope.body))
    return 'it has a name that is not allowed (__proto__)';
  if (envelope.enc !== null) return 'it is encrypted, which this version cannot read';
  if (envelope.table !== 'events') return envelope;
  const event = checkEvent(envelope.body);
  if ('fault' in event) return `the event does not make sense (${event.fault})`;
  return writeEventId(event) === envelope.id ? envelope : 'the event is not where its name says';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fault(name: string, line: number, what: string): ReadExport {
  return {
    kind: 'fault',
    line,
    message: `“${name}” cannot be imported: line ${line}, ${what}. Nothing was changed. Choose another export, or export again where this one came from.`,
  };
}

/** Where the last line that is not empty begins. */
function findLastLine(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end -= 1;
  return end === 0 ? 0 : bytes.lastIndexOf(10, end - 1) + 1;
}

/** Number, from 1, of the line that holds a byte. */
function lineOf(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < position; at = bytes.indexOf(10, at + 1))
    line += 1;
  return line;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

async function encode(parts: readonly (string | Uint8Array<ArrayBuffer>)[]) {
  return new Uint8Array(await new Blob([...parts]).arrayBuffer());
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
