import type { Line } from './import-story-lines.ts';
import { isToldHeading } from './resume-section.ts';

/** A job or a project of a résumé in plain text. */
export interface ResumeEntry {
  readonly title: Line;
  /** All below the title: employer and time, then what was done. */
  readonly body: readonly Line[];
}

export interface ResumeBlock {
  /** Above the first part: a name and an address, or a story of another kind. */
  readonly before: readonly Line[];
  /** In their order; a part without jobs, such as a summary, is one of its own. */
  readonly entries: readonly ResumeEntry[];
}

const bullet = /^\s*(?:[-*•‣▪◦·–]|\d{1,2}[.)])\s+\S/;
const time = /\b(?:19|20)\d\d\b|\b(?:present|to date|today|now)\b/i;

/**
 * The jobs and projects in those parts of a résumé in which something is told: each is a few short lines
 * that name a time, then a list of what was done. Null where nothing reads so.
 */
export function readResumeBlock(block: readonly Line[]): ResumeBlock | null {
  const heads = block.flatMap(({ text }, at) =>
    isToldHeading(text) && isBlank(block[at - 1]) ? [at] : [],
  );
  const parts = heads.map((at, nth) => {
    const body = block.slice(at + 1, heads[nth + 1]);
    return { heading: block[at] as Line, body, entries: splitEntries(body) };
  });
  if (parts.every(({ entries }) => entries.length === 0)) return null;
  return {
    before: block.slice(0, heads[0]),
    entries: parts.flatMap(({ heading, body, entries }) => {
      if (entries.length > 0) return entries;
      return body.every(isBlank) ? [] : [{ title: heading, body }];
    }),
  };
}

/** None where the lines do not begin with the head of an entry, which would lose what stands before it. */
function splitEntries(lines: readonly Line[]): readonly ResumeEntry[] {
  const starts = lines.flatMap((_, at) => (beginsEntry(lines, at) ? [at] : []));
  if (lines.slice(0, starts[0]).some((line) => !isBlank(line))) return [];
  return starts.map((at, nth) => ({
    title: lines[at] as Line,
    body: lines.slice(at + 1, starts[nth + 1]),
  }));
}

function beginsEntry(lines: readonly Line[], at: number): boolean {
  // A line below another one of a head belongs to it.
  if (!isHeadLine(lines[at]) || isHeadLine(lines[at - 1])) return false;
  let end = at;
  while (isHeadLine(lines[end])) end += 1;
  if (end - at > 3 || !lines.slice(at, end).some(({ text }) => time.test(text))) return false;
  while (end < lines.length && isBlank(lines[end])) end += 1;
  return bullet.test(lines[end]?.text ?? '');
}

/** Short, no point of a list, no sentence, and not the end of one that began on the line before. */
function isHeadLine(line: Line | undefined): boolean {
  const text = line?.text ?? '';
  return (
    !isBlank(line) &&
    text.length <= 120 &&
    !bullet.test(text) &&
    !/[.!?…:;,]\s*$/.test(text) &&
    /^[\p{Lu}\p{N}(]/u.test(text)
  );
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}
