import { describeColumns } from './evidence-column.ts';
import { writeEpoch } from './instants.ts';

/** An event of the Linux audit system: all records with one serial number. */
export interface AuditEvent {
  /** `1364481363.243:24287`, by which `ausearch -a` finds it. */
  readonly id: string;
  /** Line of its first record, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly raw: string;
}

export const auditColumns = describeColumns(`
  time:time types exe comm success key acct addr auid uid euid pid:integer ppid:integer syscall
  exit tty ses cwd paths proctitle op res hostname terminal node event`);

/** Fields that stand in the event's row as they are, from whichever of its records has them first. */
const plainFields =
  'exe comm success key acct addr auid uid euid pid ppid syscall exit tty ses cwd op res hostname terminal node'.split(
    ' ',
  );
/** Fields whose value auditd writes in hexadecimal when it holds a space or a quote. */
const encodedFields = new Set('exe comm key acct cwd name proctitle op'.split(' '));

/** Reads an audit log. Records of one event need not stand together. */
export function readAuditLog(text: string): {
  readonly events: readonly AuditEvent[];
  readonly brokenLines: readonly number[];
} {
  const groups = new Map<string, { line: number; raw: string[]; records: AuditRecord[] }>();
  const brokenLines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    // `ausearch` puts a line of dashes between events.
    if (line.trim() === '' || line.startsWith('----') || line.startsWith('time->')) continue;
    const record = readRecord(line.replace(/\r$/, ''));
    if (!record) {
      brokenLines.push(index + 1);
      continue;
    }
    const group = groups.get(record.id) ?? { line: index + 1, raw: [], records: [] };
    group.raw.push(line);
    group.records.push(record);
    groups.set(record.id, group);
  }
  const events = [...groups].map(([id, { line, raw, records }]) => ({
    id,
    line,
    cells: writeCells(id, records),
    raw: raw.join('\n'),
  }));
  return { events, brokenLines };
}

interface AuditRecord {
  readonly id: string;
  readonly type: string;
  readonly fields: ReadonlyMap<string, string>;
}

function readRecord(line: string): AuditRecord | null {
  const head =
    /^(?:node=(\S{1,255}) )?type=([\w[\]]{1,64}) msg=audit\((\d{1,12}\.\d{3}:\d{1,20})\): ?/.exec(
      line,
    );
  if (!head) return null;
  const [whole, node, type = '', id = ''] = head;
  // After the group separator come the same fields in words (log_format = ENRICHED): `AUID="root"`.
  const fields = readFields(line.slice(whole.length).replaceAll('\u001D', ' '), new Map());
  if (node !== undefined) fields.set('node', node);
  return { id, type, fields };
}

/** `key=value`, where a value may be in quotes; the inside of `msg='…'` is read as fields too. */
function readFields(text: string, fields: Map<string, string>): Map<string, string> {
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S*))/g,
  )) {
    if (single !== undefined && name === 'msg') {
      readFields(single, fields);
      continue;
    }
    if (fields.has(name)) continue;
    const value = double ?? single ?? bare ?? '';
    const coded = bare !== undefined && encodedFields.has(name);
    fields.set(name, coded ? decodeHex(value) : value);
  }
  return fields;
}

/** UTF-8 in hexadecimal as text, the NULs between arguments as spaces; anything else as it is. */
function decodeHex(value: string): string {
  if (value.length < 4 || value.length % 2 !== 0 || !/^[0-9A-F]+$/.test(value)) {
    return value === '(null)' ? '' : value;
  }
  let escaped = '';
  for (let at = 0; at < value.length; at += 2) {
    const byte = value.slice(at, at + 2);
    escaped += byte === '00' ? '%20' : `%${byte}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return value;
  }
}

function writeCells(id: string, records: readonly AuditRecord[]): string[] {
  const find = (name: string): string => {
    for (const { fields } of records) {
      const value = fields.get(name);
      if (value !== undefined && value !== '?' && value !== '(null)') return value;
    }
    return '';
  };
  const values = new Map(plainFields.map((name) => [name, find(name)]));
  values.set('time', writeEpoch(Number(id.slice(0, id.indexOf(':')))));
  values.set('types', [...new Set(records.map(({ type }) => type))].join('+'));
  // The name of the call in words, where the log has it (`SYSCALL=openat`), says more than its number.
  values.set('syscall', find('SYSCALL') || find('syscall'));
  values.set('paths', findPaths(records).join(' '));
  values.set('proctitle', find('proctitle'));
  values.set('event', id);
  return auditColumns.map(({ title }) => values.get(title) ?? '');
}

function findPaths(records: readonly AuditRecord[]): readonly string[] {
  const names = records.map(({ type, fields }) =>
    type === 'PATH' ? fields.get('name') : undefined,
  );
  return names.filter((name) => name !== undefined && name !== '(null)') as string[];
}
