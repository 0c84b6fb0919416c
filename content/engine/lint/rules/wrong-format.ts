import { detectFormat } from '../../evidence/detect-format.ts';
import { findJsonBreak } from '../../evidence/find-json-break.ts';
import { parseJson } from '../../evidence/json-members.ts';
import type { EvidenceContent } from '../../evidence/read-evidence.ts';
import type { Drill, EvidenceFormat } from '../../format/drill-schema.ts';
import { isOtherEncoding, otherEncoding } from '../../format/parse-yaml.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

type Shape = Drill['evidence'][number];

const jsonLogs: ReadonlySet<EvidenceFormat> = new Set([
  'cloudtrail',
  'waf',
  'guardduty',
  'resolver',
  'idp',
]);
/** Formats that fit any text: only what the file's own name says of it can be held against them. */
const plain: ReadonlySet<EvidenceFormat> = new Set(['text', 'markdown', 'config']);
const named: Readonly<Record<string, EvidenceFormat>> = { csv: 'csv', jsonl: 'jsonl', eml: 'mail' };

/** Characters that tell what a file is. */
const headLength = 65_536;

export const wrongFormat: LintRule = {
  name: 'wrong-format',
  severity: 'error',
  reason:
    'A file that is read as what it is not shows as bare text or in one column, and none of its records can be searched or cited.',
  remedy: 'Name the format that the file has, or mend the file.',
  bad: `evidence:
  - { id: commit, format: json }`,
  good: `evidence:
  - { id: commit, format: text }`,
  check: (subject) =>
    subject.drill.evidence.flatMap((_, index) => findFormatFault(subject, index) ?? []),
};

/** What keeps an evidence file from being read as what it is declared; null where nothing does, or it is missing. */
export function findFormatFault(
  { drill, prepared, content }: LintSubject,
  index: number,
): LintHit | null {
  const shape = drill.evidence[index];
  const text = prepared.evidence.get(shape?.id ?? '');
  if (!shape || text === undefined) return null; // reported as missing-evidence
  const { file, format } = shape;
  const path = ['evidence', index, 'file'];
  if (text.trim() === '') {
    const remedy = 'Put into it what is to be read, or remove the entry.';
    return { path, message: `${file} is empty.`, remedy };
  }
  if (format === 'image') return null;
  if (isOtherEncoding(text)) {
    return { path, message: `${file}: ${otherEncoding.message}`, remedy: otherEncoding.remedy };
  }
  if (text.includes('\0')) {
    const message = `${file} holds a NUL, and no pack takes a file with one.`;
    const remedy = 'Take it out here, or write what it stands for, such as \\0.';
    return { path, offset: text.indexOf('\0'), message, remedy };
  }
  if (fits(shape, text, content(shape.id))) return null;
  const found = findFormat(file, text);
  const broken = findBreak(shape, text);
  if (broken !== null && (found === format || found === 'text')) {
    const message = `${file} is no whole JSON: what it says here is not understood.`;
    return { path, offset: broken, message, remedy: 'Mend the file here.' };
  }
  const message = `${file} is declared as ${format} and cannot be read as that.`;
  const remedy = found === format ? {} : { remedy: `Write format: ${found}, or mend the file.` };
  return { path: ['evidence', index, 'format'], message, ...remedy };
}

function fits(shape: Shape, text: string, content: EvidenceContent | null): boolean {
  const { format, file } = shape;
  if (plain.has(format)) {
    const own = named[file.slice(file.lastIndexOf('.') + 1).toLowerCase()];
    return own === undefined || findFormat(file, text) !== own;
  }
  switch (format) {
    case 'mail':
      return /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+\r?\n/.test(`${text}\n\n`);
    case 'diff':
      return /^(?:@@ |diff |--- |\+\+\+ |[+-]\S)/m.test(text);
    case 'csv': {
      const found = findFormat(file, text);
      return found === 'csv' || found === 'text';
    }
    default:
      return readsAsDeclared(shape, text, content);
  }
}

function readsAsDeclared(shape: Shape, text: string, content: EvidenceContent | null): boolean {
  if (content?.kind === 'tree') {
    return shape.format !== 'sbom' || /"(?:bomFormat|spdxVersion)"/.test(text);
  }
  if (content?.kind !== 'table') return false;
  const { rows, brokenLines } = content;
  if (rows.length === 0 || brokenLines.length > rows.length) return false;
  if (!jsonLogs.has(shape.format)) return true;
  const found = findFormat(shape.file, text);
  return !jsonLogs.has(found) || found === shape.format;
}

/** What the file evidently is; `text` where it is nothing that is known. */
function findFormat(file: string, text: string): EvidenceFormat {
  const found = detectFormat(file, text.slice(0, headLength));
  if (found !== 'jsonl') return found;
  if (parseJson(text) !== undefined) return 'json';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.every((line) => parseJson(line) !== undefined) ? 'jsonl' : 'text';
}

/** Where a file that begins as JSON stops being it, in characters; null where it does not begin so. */
function findBreak({ format }: Shape, text: string): number | null {
  const asked =
    format === 'json' || format === 'sbom' || format === 'jsonl' || jsonLogs.has(format);
  return asked && /^\s*[{[]/.test(text) && parseJson(text) === undefined
    ? findJsonBreak(text)
    : null;
}
