import type { EvidenceFormat } from '../../format/drill-schema.ts';
import { detectFormat } from '../detect-format.ts';
import { readEvidence, type EvidenceRow } from '../read-evidence.ts';
import { findNames } from './find-names.ts';
import { Invention } from './invented.ts';
import { replaceReal } from './replace-real.ts';

export interface Export {
  readonly name: string;
  readonly text: string;
}

/** A text that nothing was replaced in and that no list of known words covers: a person must look. */
export interface LeftText {
  readonly file: string;
  /** The member or column in which it stands. */
  readonly field: string;
  /** How many different texts stand there. */
  readonly texts: number;
  /** The first of them, cut off. */
  readonly first: string;
}

export interface Fictional {
  readonly files: readonly (Export & { readonly format: EvidenceFormat })[];
  readonly replaced: readonly { readonly kind: string; readonly things: number }[];
  readonly left: readonly LeftText[];
}

/** Members and columns that hold the provider's words, times and figures only. */
const known = new Set(
  `eventVersion eventTime eventSource eventName awsRegion errorCode eventType eventCategory type
  readOnly creationDate issued mfaAuthenticated tlsVersion cipherSuite ec2RoleDelivery invokedBy
  sessionCredentialFromConsole apiVersion published severity result region partition schemaVersion
  action log-status version protocol operation http_status error_code signature_version
  authentication_type tls_version elb_status_code request_verb request_proto ssl_cipher ssl_protocol
  actions_executed time types success arch syscall res exit key_algorithm createdAt updatedAt
  eventFirstSeen eventLastSeen rcode query_type query_class transport`.split(/\s+/),
);

/**
 * Makes exports of real systems fictional, all with one mapping: what was the same stays the same.
 * Accounts, addresses, names, keys, ids, domains, mail addresses, secrets, card and telephone
 * numbers are replaced. What is left of free text is listed: a list of words cannot know whether a
 * path, a message or an agent names somebody. Pure.
 */
export function makeFictional(exports: readonly Export[], seed: number): Fictional {
  const invention = new Invention(seed);
  const read = exports.map(({ name, text }) => {
    const format = detectFormat(name, text.slice(0, 65_536));
    return { name, text, format, rows: listRows(format, text) };
  });
  const names = findNames(read.flatMap(({ rows }) => rows.map(({ fields }) => fields)));
  const files = read.map(({ name, text, format }) => ({
    name: replaceReal(name, names, invention),
    format,
    text: replaceReal(text, names, invention),
  }));
  const left = read.flatMap(({ rows }, index) => {
    const file = files[index];
    return file ? findLeft(file.name, rows, listRows(file.format, file.text)) : [];
  });
  const replaced = [...invention.counts].map(([kind, things]) => ({ kind, things }));
  return { files, replaced: replaced.sort((a, b) => (a.kind < b.kind ? -1 : 1)), left };
}

interface ReadRow {
  /** The record's members, or its cells by column. */
  readonly fields: unknown;
}

function listRows(format: EvidenceFormat, text: string): readonly ReadRow[] {
  const content = readEvidence({ format }, text);
  if (content.kind !== 'table') {
    return text.split('\n').map((line) => ({ fields: { line } }));
  }
  return content.rows.map((row) => ({ fields: readFields(content.columns, row) }));
}

function readFields(columns: readonly string[], { raw, cells }: EvidenceRow): unknown {
  if (raw !== null && typeof raw === 'object' && !Array.isArray(raw)) return raw;
  return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']));
}

/** Texts with a word in them that stand where they stood, field by field. */
function findLeft(
  file: string,
  before: readonly ReadRow[],
  after: readonly ReadRow[],
): readonly LeftText[] {
  const texts = new Map<string, Set<string>>();
  const compare = (a: unknown, b: unknown, path: string, member: string): void => {
    if (typeof a === 'string') {
      if (a !== b || known.has(member) || !holdsWord(a)) return;
      const found = texts.get(path) ?? new Set();
      found.add(a);
      texts.set(path, found);
    } else if (a !== null && typeof a === 'object' && b !== null && typeof b === 'object') {
      for (const [name, value] of Object.entries(a)) {
        const place = Array.isArray(a) ? `${path}[]` : path === '' ? name : `${path}.${name}`;
        const own = Array.isArray(a) ? member : name;
        compare(value, (b as Record<string, unknown>)[name], place, own);
      }
    }
  };
  for (const [index, { fields }] of before.entries()) {
    compare(fields, after[index]?.fields, '', '');
  }
  return [...texts].map(([field, found]) => {
    const [first = ''] = found;
    return { file, field, texts: found.size, first: first.slice(0, 80) };
  });
}

function holdsWord(text: string): boolean {
  return (
    /\p{L}{3}/u.test(text) &&
    !/^(?:true|false|null|none|AWS Internal)$/i.test(text) &&
    !/^[\w-]+\.amazonaws\.com$/.test(text)
  );
}
