import type { Citation } from '../../engine/drill/attempt-log.ts';
import { citeRange, citeRecord } from '../../engine/drill/citation.ts';
import { readEvidence, type EvidenceRow } from '../../engine/evidence/read-evidence.ts';
import { findNamed } from './named-things.ts';
import type { PlaySession } from './play-session.ts';

export type ReadCitations =
  | { readonly ok: true; readonly citations: readonly Citation[] }
  | { readonly ok: false; readonly message: string };

export const citationForms =
  'EVIDENCE:RECORD, EVIDENCE:L12 or L12-14 (lines), EVIDENCE:"some text", feed:ITEM, tools:TOOL, pin:PIN';

/** Reads citations as the player writes them. Only what the player has seen can be cited. */
export function readCitations(session: PlaySession, words: readonly string[]): ReadCitations {
  const citations: Citation[] = [];
  for (const word of words) {
    const citation = readCitation(session, word);
    if (typeof citation === 'string') return { ok: false, message: citation };
    citations.push(...(Array.isArray(citation) ? citation : [citation]));
  }
  return { ok: true, citations };
}

function readCitation(session: PlaySession, word: string): Citation | Citation[] | string {
  const colon = word.indexOf(':');
  const file = colon < 0 ? word : word.slice(0, colon);
  const place = colon < 0 ? '' : word.slice(colon + 1);
  if (place === '') return `"${word}" cites nothing. Write ${citationForms}.`;
  const { state } = session;
  if (file === 'pin') {
    return state.pins.get(place)?.citation ?? `There is no pin "${place}"; see: notebook.`;
  }
  if (file === 'feed') {
    const found = findNamed(session, 'feed', place);
    return found.ok ? citeRecord('feed', found.id) : found.message;
  }
  if (file === 'tools') return citeUse(session, place);
  return citeEvidence(session, file, place);
}

/** Every answer that a tool gave, or the one of a named outcome. */
function citeUse(session: PlaySession, place: string): Citation[] | string {
  const { uses } = session.state;
  const answers = uses.map(({ tool, outcome }) => `${tool}/${outcome}`);
  if (answers.includes(place)) return [citeRecord('tools', place)];
  const found = findNamed(session, 'tools', place, [...new Set(uses.map(({ tool }) => tool))]);
  if (!found.ok) return `No tool "${place}" has been used.`;
  const given = uses.flatMap(({ tool }, index) =>
    tool === found.id ? [answers[index] ?? ''] : [],
  );
  return [...new Set(given)].map((answer) => citeRecord('tools', answer));
}

/** Rows of a table by their ids and whole lines of a text, as the app cites them: a word stands for its line. */
function citeEvidence(
  session: PlaySession,
  typed: string,
  place: string,
): Citation | Citation[] | string {
  const found = findNamed(session, 'evidence', typed);
  if (!found.ok) return `${found.message}. A citation is ${citationForms}.`;
  const file = found.id;
  const shape = session.prepared.byId.evidence.get(file);
  if (!shape || typeof session.state.evidence.get(file) !== 'number') {
    return `"${typed}" has not been opened yet; first: open ${session.numbers.find('evidence', file)}`;
  }
  const text = session.prepared.evidence.get(file) ?? '';
  const content = readEvidence(shape, text);
  if (content.kind === 'table' && content.rows.some(({ id }) => id === place)) {
    return citeRecord(file, place);
  }
  const meant = findLines(text, place) ?? findText(text, place);
  if (!meant) return `"${place}" is not in "${typed}".`;
  // A JSON document may be one line.
  if (content.kind === 'tree') return citeRange(file, text, ...meant);
  const [start, end] = widenToLines(text, meant);
  const rows = content.kind === 'table' ? findRows(content.rows, text, start, end) : [];
  if (rows.length > 0) return rows.map((id) => citeRecord(file, id));
  return citeRange(file, text, start, end);
}

function findText(text: string, place: string): readonly [start: number, end: number] | null {
  const at = text.indexOf(place);
  return at < 0 ? null : [at, at + place.length];
}

function widenToLines(
  text: string,
  [start, end]: readonly [number, number],
): readonly [start: number, end: number] {
  const next = text.indexOf('\n', end);
  return [start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next];
}

/** The ids of the records that begin on or reach into a stretch of whole lines; none where one has no id. */
function findRows(
  rows: readonly EvidenceRow[],
  text: string,
  start: number,
  end: number,
): readonly string[] {
  const first = text.slice(0, start).split('\n').length;
  const last = text.slice(0, end).split('\n').length;
  const ends = rows.map((_, index) => (rows[index + 1]?.line ?? Infinity) - 1);
  const touched = rows.filter(
    ({ line }, index) => line !== undefined && line <= last && (ends[index] ?? 0) >= first,
  );
  const ids = touched.flatMap(({ id }) => id ?? []);
  return ids.length === touched.length ? ids : [];
}

/** Offsets of `L12` or `L12-14`, lines from 1; null where that is not meant or not there. */
function findLines(text: string, place: string): readonly [start: number, end: number] | null {
  const match = /^L(\d{1,7})(?:-(\d{1,7}))?$/.exec(place);
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  const lines = text.split('\n');
  if (first < 1 || last < first || last > lines.length) return null;
  const start = lines.slice(0, first - 1).reduce((sum, line) => sum + line.length + 1, 0);
  return [start, start + lines.slice(first - 1, last).join('\n').length];
}
