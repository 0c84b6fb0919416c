import { parseDelimited } from '../evidence/csv.ts';
import { findDelimiter, readSeparatorLine } from '../evidence/find-delimiter.ts';
import type { AnswerRole } from '../star/answer-role.ts';
import { writeFields } from './story-fields.ts';
import {
  emptyDraft,
  findKind,
  findPrinciples,
  placeText,
  splitList,
  titleFrom,
  type DraftAt,
  type DraftsRead,
  type ImportNote,
  type StoryDraft,
} from './story-draft.ts';
import type { StoryLength } from './story.ts';

type Column =
  | { readonly kind: 'part'; readonly role: AnswerRole }
  | { readonly kind: 'length'; readonly length: StoryLength }
  | { readonly kind: 'title' }
  | { readonly kind: 'text' }
  | { readonly kind: 'kind' }
  | { readonly kind: 'principles' }
  | { readonly kind: 'list'; readonly list: 'tags' | 'people' | 'systems' };

const columns: readonly (readonly [RegExp, Column])[] = [
  [/^(?:title|name|headline|project)$/, { kind: 'title' }],
  [/^(?:text|story|answer|body)$/, { kind: 'text' }],
  [/^(?:s|situation|context|background)$/, { kind: 'part', role: 'situation' }],
  [/^(?:t|task|goal|objective|challenge)$/, { kind: 'part', role: 'task' }],
  [/^(?:a|actions?|approach|what i did)$/, { kind: 'part', role: 'action' }],
  [/^(?:r|results?|outcomes?|impact)$/, { kind: 'part', role: 'result' }],
  [
    /^(?:l|reflections?|lessons?|learnings?|lessons learned)$/,
    { kind: 'part', role: 'reflection' },
  ],
  [/^(?:30 ?s|short|30 seconds)$/, { kind: 'length', length: 'short' }],
  [/^(?:2 ?min|middle|2 minutes)$/, { kind: 'length', length: 'middle' }],
  [/^(?:5 ?min|long|5 minutes)$/, { kind: 'length', length: 'long' }],
  [/^(?:kind|type)$/, { kind: 'kind' }],
  [/^(?:principles?|lps?|leadership principles?)$/, { kind: 'principles' }],
  [/^(?:tags?|labels?)$/, { kind: 'list', list: 'tags' }],
  [/^people$/, { kind: 'list', list: 'people' }],
  [/^systems?$/, { kind: 'list', list: 'systems' }],
];

/**
 * One story a row; the header names the columns (comma, semicolon or tab apart). A column that is not
 * known is left out, with a note.
 */
export function readCsvStories(text: string): DraftsRead {
  const delimiter = findDelimiter(text);
  const above = readSeparatorLine(text);
  const first = above ? 2 : 1;
  const table = text.slice(above?.length ?? 0);
  const lines = findRecordLines(table, delimiter, first);
  if (!lines.ok) {
    return {
      ok: false,
      fault: { line: lines.line, message: 'A quotation mark that is opened here is never closed.' },
    };
  }
  const [header = [], ...rows] = parseDelimited(table, delimiter);
  const notes: ImportNote[] = [];
  const known = header.map((name) => {
    const plain = name.trim().toLowerCase().replaceAll(/[_-]+/g, ' ');
    const column = columns.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
    if (!column && plain !== '') {
      notes.push({
        line: first,
        message: `The column “${name.trim().slice(0, 60)}” is not known and is left out.`,
      });
    }
    return column;
  });
  if (!known.some((column) => column && /^(?:title|text|part|length)$/.test(column.kind))) {
    return {
      ok: false,
      fault: {
        line: first,
        message:
          'The first line names no column that is known. Name at least one of title, text, situation, task, action, result, reflection.',
      },
    };
  }
  const drafts: DraftAt[] = [];
  for (const [index, row] of rows.entries()) {
    const line = lines.starts[index + 1] ?? index + first + 1;
    if (row.every((cell) => cell.trim() === '')) continue;
    if (row.length > header.length) {
      return {
        ok: false,
        fault: {
          line,
          message: `This row has ${row.length} cells, the header names ${header.length} columns. A text that holds a “${delimiter === '\t' ? 'tab' : delimiter}” has to stand in quotation marks.`,
        },
      };
    }
    drafts.push({ line, draft: readRow(row, known, line, notes) });
  }
  return { ok: true, drafts, notes };
}

function readRow(
  row: readonly string[],
  known: readonly (Column | null)[],
  line: number,
  notes: ImportNote[],
): StoryDraft {
  let draft = emptyDraft();
  const fields: Partial<Record<AnswerRole, string>> = {};
  let text = '';
  for (const [index, cell] of row.entries()) {
    const column = known[index];
    const value = cell.trim().replaceAll(/\r\n?/g, '\n');
    if (!column || value === '') continue;
    if (column.kind === 'title') draft = { ...draft, title: value.replaceAll('\n', ' ') };
    else if (column.kind === 'text') text = value;
    else if (column.kind === 'part') fields[column.role] = value;
    else if (column.kind === 'kind') draft = { ...draft, kind: findKind(value) };
    else if (column.kind === 'list') draft = { ...draft, [column.list]: splitList(value) };
    else if (column.kind === 'principles') {
      const found = [...findPrinciples(value)];
      if (found.length === 0)
        notes.push({
          line,
          message: `No principle is called “${value.slice(0, 60)}”; none was set.`,
        });
      draft = { ...draft, principles: found };
    } else {
      draft = {
        ...draft,
        texts: { ...draft.texts, [column.length]: { text: value, own_roles: [] } },
      };
    }
  }
  if (Object.keys(fields).length > 0) {
    draft = placeText(draft, writeFields(text === '' ? fields : { ...fields, other: text }));
  } else if (text !== '') draft = placeText(draft, { text, own_roles: [] });
  const { short, middle, long } = draft.texts;
  const told = [middle.text, long.text, short.text].find((one) => one !== '') ?? '';
  return draft.title === '' ? { ...draft, title: titleFrom(told) } : draft;
}

/** The line on which each record begins, where the first is `first`; or where a quotation mark is opened and never closed. */
function findRecordLines(
  text: string,
  delimiter: string,
  first: number,
):
  | { readonly ok: true; readonly starts: readonly number[] }
  | { readonly ok: false; readonly line: number } {
  const starts = [first];
  let line = first;
  let quoted = 0;
  let opens = true;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    const ends = mark === '\n' || (mark === '\r' && text[at + 1] !== '\n');
    if (ends) line += 1;
    if (quoted > 0) {
      if (mark === '"' && text[at + 1] === '"') at += 1;
      else if (mark === '"') quoted = 0;
      continue;
    }
    if (mark === '"' && opens) quoted = line;
    opens = mark === delimiter || ends;
    if (ends) starts.push(line);
  }
  return quoted > 0 ? { ok: false, line: quoted } : { ok: true, starts };
}
