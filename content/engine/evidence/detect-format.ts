import type { EvidenceFormat } from '../format/drill-schema.ts';
import { readAscii } from './find-json-break.ts';
import { looksLike } from './json-formats.ts';
import { parseJson } from './json-members.ts';
import { skipValue } from './scan-json.ts';

const jsonFormats = ['cloudtrail', 'waf', 'guardduty', 'resolver', 'idp'] as const;
/** How a document begins that holds a list of records. */
const listStart = /^\s*(?:\[|\{\s*"(?:Records|Findings|findings|events|logs|value)"\s*:\s*\[)\s*/;

/** The first of these that a line of the file matches. */
const lineShapes: readonly (readonly [EvidenceFormat, RegExp])[] = [
  ['auditd', /^(?:node=\S+ )?type=\w+ msg=audit\(/],
  ['alb', /^(?:https?|h2|grpcs|wss?) \d{4}-\d\d-\d\dT\S+ /],
  ['s3-access', /^\S+ \S+ \[\d\d\/[A-Z][a-z]{2}\/\d{4}:/],
  ['vpc-flow', /^(?:[\w-]+ )*(?:srcaddr|interface-id)(?: [\w-]+)*\s*$|^\d+ \d{12} (?:eni-|- )/],
  [
    'mail',
    /^(?:From|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Subject|To|Date|Reply-To|DKIM-Signature|Authentication-Results|ARC-[\w-]+|X-[\w-]+):/i,
  ],
  [
    'syslog',
    /^(?:<\d{1,3}>)?(?:1 )?(?:\d{4}-\d\d-\d\dT\S+|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) \S+ /,
  ],
];

/**
 * What a log is by its name and its first bytes, read as UTF-8. What is none of the formats is
 * `text`; that it is the right one shows when it is read.
 */
export function detectFormat(name: string, head: string): EvidenceFormat {
  const text = head.replace(/^\uFEFF/, '');
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  if (plain.endsWith('.eml')) return 'mail';
  if (/<Event[\s>]/.test(text.slice(0, 4096))) return 'windows-event';
  if (/^\s*[[{]/.test(text)) return detectJson(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0]?.replace(/\r$/, '') ?? '';
  const shape = lineShapes.find(([, pattern]) => pattern.test(first));
  if (shape && !(plain.endsWith('.csv') && first.includes(','))) return shape[0];
  if (plain.endsWith('.csv') || isHeader(first, lines[1])) return 'csv';
  return 'text';
}

function detectJson(text: string): EvidenceFormat {
  const start = listStart.exec(text);
  const record = readFirst(text, start ? start[0].length : text.length - text.trimStart().length);
  const known = jsonFormats.find((format) => looksLike(format, record));
  if (known) return known;
  // The first record is longer than what is at hand: its first members have to do.
  if (record === undefined && /"eventVersion"\s*:/.test(text)) return 'cloudtrail';
  if (/^\s*\{\s*"[^"]*"[^{[]*"bomFormat"|^\s*\{\s*"bomFormat"/.test(text)) return 'sbom';
  return 'jsonl';
}

function readFirst(text: string, from: number): unknown {
  // A space after it lets a value that ends with the text be whole.
  const bytes = readAscii(`${text.slice(from)} `);
  const end = skipValue(bytes, 0, bytes.length);
  return end < 0 ? undefined : parseJson(text.slice(from, from + end));
}

/** Names with commas between them, none of them empty, and a second line with at least as many. */
function isHeader(first: string, second: string | undefined): boolean {
  const names = first.split(',');
  if (names.length < 2 || second === undefined) return false;
  return names.every((name) => name.trim() !== '') && second.split(',').length >= names.length;
}
