import type { Citation } from '../../content/engine/drill/attempt-log.ts';
import type { IndicatorType } from '../../content/engine/drill/attempt-terms.ts';
import { citeRange, citeRecord, countBytes } from '../../content/engine/drill/citation.ts';
import type { PreparedDrill } from '../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../content/engine/drill/state.ts';
import { readWholeTime, TimeFinder } from '../../content/engine/evidence/find-times.ts';
import type { EvidenceRow } from '../../content/engine/evidence/read-evidence.ts';
import { writeInstant } from '../../content/engine/evidence/storyline-instant.ts';
import type { TextLines } from '../../content/engine/evidence/text-lines.ts';

/** Something on the screen that can be pinned, noted, cited. */
export interface Citable {
  readonly citation: Citation;
  /** What a chip or a pin says of it: "CloudTrail, GetFederationToken". At most 300 characters. */
  readonly label: string;
  /** The same without where it stands, for the timeline: "GetFederationToken, ci-deploy". */
  readonly says: string;
  /** When it happened, ISO 8601 UTC to the second; null where it does not say. */
  readonly at: string | null;
  /** Texts in which indicators may lie. */
  readonly texts: readonly string[];
}

export function sameCitation(one: Citation, other: Citation): boolean {
  return writeKey(one) === writeKey(other);
}

function writeKey({ file, locator }: Citation): string {
  return `${file} ${JSON.stringify(locator)}`;
}

/** What a citation is called: by its pin, or by its evidence and place. */
export function describeCitation(
  prepared: PreparedDrill,
  state: DrillState,
  citation: Citation,
): string {
  const pin = [...state.pins.values()].find((one) => sameCitation(one.citation, citation));
  if (pin) return pin.label;
  const { file, locator } = citation;
  if (file === 'feed' && locator.kind === 'record') {
    return prepared.byId.feed.get(locator.id)?.subject ?? 'Feed';
  }
  if (file === 'tools' && locator.kind === 'record') {
    const [tool = ''] = locator.id.split('/');
    return prepared.byId.tools.get(tool)?.title ?? 'Tool';
  }
  const title = prepared.byId.evidence.get(file)?.title ?? file;
  if (locator.kind === 'record') return `${title}, ${shorten(locator.id, 24)}`;
  if (locator.kind !== 'range') return title;
  const lines = findCitedLines(prepared.evidence.get(file) ?? '', locator.start, locator.end);
  return lines[0] === lines[1]
    ? `${title}, line ${lines[0] + 1}`
    : `${title}, lines ${lines[0] + 1} to ${lines[1] + 1}`;
}

/** The lines, from 0, that a range of UTF-8 bytes touches; both inclusive. */
export function findCitedLines(text: string, start: number, end: number): [number, number] {
  let bytes = 0;
  let line = 0;
  let first = 0;
  for (const one of text.split('\n')) {
    const next = bytes + countBytes(one) + 1;
    if (bytes <= start) first = line;
    // An empty line has no bytes of its own: the line before it ends where it begins.
    if (next >= end && (end > start || next > start)) return [first, line];
    bytes = next;
    line += 1;
  }
  return [first, Math.max(first, line - 1)];
}

/** Cites whole lines of a text file, both from 0 and inclusive. */
export function citeLines(file: string, text: string, first: number, last: number): Citation {
  let start = 0;
  for (let line = 0; line < first; line += 1) start = text.indexOf('\n', start) + 1;
  let end = start;
  for (let line = first; line <= last; line += 1) {
    const next = text.indexOf('\n', line === first ? start : end + 1);
    end = next < 0 ? text.length : next;
  }
  return citeRange(file, text, start, end);
}

/** A text file of the evidence by its lines. */
export interface EvidenceLines {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly lines: Pick<TextLines, 'slice'>;
}

/** Lines as what can be cited, both from 0 and inclusive. */
export function describeLines(
  { id, title, text, lines }: EvidenceLines,
  [first, last]: readonly [number, number],
): Citable {
  const cited = lines.slice(first, last + 1);
  const where = first === last ? `line ${first + 1}` : `lines ${first + 1} to ${last + 1}`;
  return {
    citation: citeLines(id, text, first, last),
    label: `${title}, ${where}: ${shorten((cited[0] ?? '').trim(), 120)}`,
    says: cited
      .map((line) => line.trim())
      .join(' ')
      .slice(0, 300),
    at: findInstant(cited.join('\n')),
    texts: cited,
  };
}

/** The lines, from 0, that are pinned. */
export function listPinnedLines(
  { id, text }: Pick<EvidenceLines, 'id' | 'text'>,
  pins: DrillState['pins'],
): ReadonlySet<number> {
  return new Set(
    [...pins.values()].flatMap(({ citation: { file, locator } }) => {
      if (file !== id || locator.kind !== 'range') return [];
      const [first, last] = findCitedLines(text, locator.start, locator.end);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
}

/**
 * Cites a row of a table: by its own id, or, where records have none, by its line in the file.
 * `broken` are lines (from 1) that hold no record.
 */
export function citeRow(
  file: string,
  text: string,
  row: EvidenceRow,
  format: string,
  broken: readonly number[],
): Citation {
  if (row.id !== null) return citeRecord(file, row.id);
  if (row.line !== undefined) return citeLines(file, text, row.line - 1, row.line - 1);
  const skipped = new Set(broken);
  let record = format === 'csv' ? -1 : 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || skipped.has(index + 1)) continue;
    if (record === row.index) return citeLines(file, text, index, index);
    record += 1;
  }
  return citeRange(file, text, 0, text.length);
}

export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/**
 * The name of a cited place in so many letters: its line stays, or two citations of one file would look
 * the same; the title gives way.
 */
export function shortenPlace(label: string, most: number): string {
  const [, title, place] = /^(.{1,400}?)(, lines? \d+(?: to \d+)?)(?::|$)/.exec(label) ?? [];
  if (title === undefined || place === undefined) return shorten(label, most);
  const whole = `${title}${place}`;
  if (whole.length > most) return `${shorten(title, Math.max(8, most - place.length))}${place}`;
  return shorten(label, most);
}

/** The first instant that a text names with its day, in UTC to the second: `2026-03-10T08:51:09Z`; else null. */
export function findInstant(text: string): string | null {
  const at_s = readWholeTime(text, null) ?? new TimeFinder(null).read(text)[0]?.at_s;
  return at_s === undefined ? null : writeInstant(at_s);
}

interface Candidate {
  readonly type: IndicatorType;
  readonly value: string;
}

const shapes: readonly (readonly [IndicatorType, RegExp])[] = [
  [
    'ip',
    /(?<![\w./-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.-])/g,
  ],
  ['key', /\bAKIA[A-Z0-9]{8,}\b/g],
  ['session', /\bASIA[A-Z0-9]{8,}\b/g],
  ['hash', /\b(?:[a-f0-9]{64}|[a-f0-9]{40}|[a-f0-9]{32})\b/g],
  ['account', /\barn:aws:[\w:/.+=@-]+/g],
  ['domain', /\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|example|test|invalid)\b/g],
];
const mostCandidates = 8;

/** What in these texts looks like an indicator, each once, in order of the kinds above. */
export function findIndicators(texts: readonly string[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const [type, shape] of shapes) {
    for (const text of texts) {
      for (const [value] of text.matchAll(shape)) {
        if (!found.has(value)) found.set(value, { type, value });
      }
    }
  }
  return [...found.values()].slice(0, mostCandidates);
}
