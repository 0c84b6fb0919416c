import {
  readEvidence,
  writeRecord,
  type EvidenceContent,
} from '../../engine/evidence/read-evidence.ts';
import { bold, dim } from '../terminal.ts';
import { fitText } from '../wrap-text.ts';
import { findTitle } from './named-things.ts';
import type { PlaySession } from './play-session.ts';

const pageLength = 20;
const widestCell = 30;
const usualColumns = 6;

/** Evidence as lines: what is printed, and the whole of what stands behind each. */
interface Lines {
  readonly head: string | null;
  readonly lines: readonly { readonly shown: string; readonly whole: string }[];
}

/** One page of a piece of evidence, with how to go on. */
export function showPage(session: PlaySession, evidence: string, page: number): string {
  const { head, lines } = layOut(session, evidence);
  const pages = Math.max(1, Math.ceil(lines.length / pageLength));
  const current = Math.min(Math.max(1, page), pages);
  session.view = { evidence, page: current };
  const shown = lines.slice((current - 1) * pageLength, current * pageLength);
  const title = findTitle(session.prepared, 'evidence', evidence);
  const number = session.numbers.find('evidence', evidence);
  return [
    bold(`${title} (evidence ${number})`),
    ...(head === null ? [] : [dim(head)]),
    ...shown.map((line) => line.shown),
    dim(
      pages === 1
        ? `${lines.length} lines. Search: grep ${number} WORDS`
        : `Page ${current} of ${pages}, ${lines.length} lines. Go on: more, page N, grep ${number} WORDS`,
    ),
  ].join('\n');
}

/** The lines that hold all the words, in any case of letters. */
export function searchEvidence(
  session: PlaySession,
  evidence: string,
  words: readonly string[],
): string {
  const { head, lines } = layOut(session, evidence);
  const wanted = words.map((word) => word.toLowerCase());
  const found = lines.filter(({ whole }) => {
    const text = whole.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const most = pageLength * 2;
  const more = found.length > most ? `, the first ${most} shown; add words to narrow it` : '';
  return [
    ...(head === null || found.length === 0 ? [] : [dim(head)]),
    ...found.slice(0, most).map(({ shown }) => shown),
    dim(`${found.length} of ${lines.length} lines${more}.`),
  ].join('\n');
}

/** One whole record, as the file holds it. */
export function showRecord(session: PlaySession, evidence: string, id: string): string | null {
  const content = read(session, evidence);
  if (content.kind !== 'table') return null;
  const row = content.rows.find((candidate) => candidate.id === id);
  return row ? writeRecord(content.columns, row) : null;
}

function read({ prepared }: PlaySession, evidence: string): EvidenceContent {
  const text = prepared.evidence.get(evidence) ?? '';
  const shape = prepared.byId.evidence.get(evidence);
  return shape ? readEvidence(shape, text) : { kind: 'text', text };
}

function layOut(session: PlaySession, evidence: string): Lines {
  const content = read(session, evidence);
  if (content.kind === 'table') return layOutTable(session, evidence, content);
  if (content.kind === 'image') {
    return { head: null, lines: [{ shown: dim('A picture. It is shown in the app.'), whole: '' }] };
  }
  const text = session.prepared.evidence.get(evidence) ?? '';
  const lines = text.replace(/\n$/, '').split('\n');
  const width = String(lines.length).length;
  return {
    head: null,
    lines: lines.map((line, index) => ({
      shown: `${dim(String(index + 1).padStart(width))}  ${line.replace(/\r$/, '')}`,
      whole: line,
    })),
  };
}

/** Its first column is what a row is cited by, where rows have an id. */
function layOutTable(
  session: PlaySession,
  evidence: string,
  content: Extract<EvidenceContent, { kind: 'table' }>,
): Lines {
  const shape = session.prepared.byId.evidence.get(evidence);
  const chosen = (shape?.columns ?? content.columns.slice(0, usualColumns)).filter((name) =>
    content.columns.includes(name),
  );
  const cited = content.rows.some(({ id }) => id !== null);
  const key = shape?.key ?? (shape?.format === 'cloudtrail' ? 'eventID' : null);
  const names = chosen.filter((name) => !cited || name !== key);
  const places = names.map((name) => content.columns.indexOf(name));
  const rows = content.rows.map(({ id, cells, raw }) => ({
    cells: [...(cited ? [id ?? ''] : []), ...places.map((place) => cells[place] ?? '')],
    whole: `${cells.join(' ')} ${JSON.stringify(raw)}`,
  }));
  const heads = [...(cited ? [key ?? 'id'] : []), ...names];
  const widths = heads.map((head, column) => {
    const longest = rows.reduce((most, { cells }) => Math.max(most, cells[column]?.length ?? 0), 0);
    // An id is written whole: it is what one cites.
    const limit = cited && column === 0 ? 80 : widestCell;
    return Math.min(limit, Math.max(head.length, longest));
  });
  const write = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => fitText(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return {
    head: write(heads),
    lines: rows.map(({ cells, whole }) => ({ shown: write(cells), whole })),
  };
}
