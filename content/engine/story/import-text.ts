import type { AnswerRole } from '../star/answer-role.ts';
import { findNamedPart, type NamedPart } from './named-part.ts';
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
import { readMetricRow } from './import-metrics.ts';
import { unescapeMarkdown } from './markdown-escapes.ts';

/** A line and its number, from 1. */
interface Line {
  readonly text: string;
  readonly number: number;
}

function numberLines(text: string): readonly Line[] {
  return text.split(/\r\n|\r|\n/).map((line, at) => ({ text: line, number: at + 1 }));
}

/**
 * Stories in plain text: apart by a line of dashes, stars or equals signs, or by two blank lines. The first
 * line of each is its title where a blank line follows it and it is short and ends in no stop. Lines
 * like "Situation: …" or "Tags: …" are read as in Markdown.
 */
export function readPlainText(text: string): DraftsRead {
  const blocks: Line[][] = [[]];
  let blanks = 0;
  for (const line of numberLines(text)) {
    const blank = line.text.trim() === '';
    if (/^\s*(?:-{3,}|\*{3,}|={3,}|_{3,})\s*$/.test(line.text) || (!blank && blanks >= 2))
      blocks.push([]);
    blanks = blank ? blanks + 1 : 0;
    if (!/^\s*(?:-{3,}|\*{3,}|={3,}|_{3,})\s*$/.test(line.text)) blocks.at(-1)?.push(line);
  }
  const notes: ImportNote[] = [];
  const drafts = blocks.flatMap((block): readonly DraftAt[] => {
    const start = block.findIndex((line) => line.text.trim() !== '');
    const first = block[start];
    if (!first) return [];
    const title = first.text.trim();
    const follows = block[start + 1];
    const titled =
      title.length <= 100 &&
      !/[.!?…:]$/.test(title) &&
      follows !== undefined &&
      follows.text.trim() === '' &&
      block.slice(start + 1).some((line) => line.text.trim() !== '');
    const body = titled ? block.slice(start + 1) : block.slice(start);
    return [{ line: first.number, draft: readStory(titled ? title : '', body, notes, plainText) }];
  });
  return { ok: true, drafts, notes };
}

/**
 * Stories in Markdown: a heading that names no part begins a story; headings, or lines like
 * "**Situation:** …", name its parts, its versions ("2 minutes") and what is said about it ("Tags: …").
 * One heading above several that name no part is the title of the file, and they begin the stories.
 */
export function readMarkdown(text: string): DraftsRead {
  const lines = readHeadings(text);
  const notes: ImportNote[] = [];
  const drafts: DraftAt[] = [];
  const title = findFileTitle(lines);
  let level = 0;
  let open: { line: number; title: string; body: Line[] } | null = null;
  const close = (): void => {
    if (!open) return;
    if (open.line === title) {
      if (open.body.some((line) => line.text.trim() !== '')) {
        notes.push({
          line: open.line,
          message: `“${open.title.slice(0, 60)}” was taken for the title of the file; what stands between it and the first story was left out.`,
        });
      }
      return;
    }
    const said = open.title !== '' || open.body.some((line) => line.text.trim() !== '');
    if (said)
      drafts.push({ line: open.line, draft: readStory(open.title, open.body, notes, markdown) });
  };
  for (const { line, heading } of lines) {
    if (heading && !heading.named && (level === 0 || heading.level <= level)) {
      close();
      level = line.number === title ? 0 : heading.level;
      open = { line: line.number, title: heading.words, body: [] };
    } else {
      open ??= { line: line.number, title: '', body: [] };
      open.body.push(line);
    }
  }
  close();
  return { ok: true, drafts, notes };
}

interface MarkdownLine {
  readonly line: Line;
  /** Null too for what looks like one inside a block of code. */
  readonly heading: {
    readonly level: number;
    readonly words: string;
    readonly named: boolean;
  } | null;
}

function readHeadings(text: string): readonly MarkdownLine[] {
  let fence = false;
  return numberLines(text).map((line) => {
    if (/^\s*(?:```|~~~)/.test(line.text)) fence = !fence;
    const heading = fence ? null : readHeading(line.text);
    return {
      line,
      heading: heading && { ...heading, named: findNamedPart(heading.words) !== null },
    };
  });
}

/**
 * The line of the heading that stands above all stories, such as the name on a résumé; null where the
 * first heading is a story's own. A part named on the level below it tells that it is.
 */
function findFileTitle(lines: readonly MarkdownLine[]): number | null {
  const headings = lines.flatMap(({ line, heading }) =>
    heading ? [{ ...heading, number: line.number }] : [],
  );
  const [first, ...rest] = headings;
  if (!first || first.named || rest.some(({ level }) => level <= first.level)) return null;
  const below = rest.reduce((least, { level }) => Math.min(least, level), Infinity);
  const stories = rest.filter(({ level }) => level === below);
  return stories.length > 1 && stories.every(({ named }) => !named) ? first.number : null;
}

/** A Markdown heading: its level and its words, without the marks that may close it. */
function readHeading(line: string): { readonly level: number; readonly words: string } | null {
  const level = /^#{1,6}(?=\s)/.exec(line)?.[0].length;
  if (level === undefined) return null;
  const given = line.slice(level).trim();
  let end = given.length;
  while (given[end - 1] === '#') end -= 1;
  // Marks that close a heading stand apart from its words.
  const closed = end === 0 || /\s/.test(given[end - 1] ?? '');
  return { level, words: closed ? given.slice(0, end).trim() : given };
}

/** How lines are written: Markdown has escapes and marks, plain text stands for itself. */
interface Dialect {
  readonly readTitle: (text: string) => string;
  readonly readLine: (text: string) => string;
}
const plainText: Dialect = { readTitle: (text) => text, readLine: (text) => text };
const markdown: Dialect = {
  readTitle: (text) => unescapeMarkdown(text.replaceAll(/(?<!\\)(?:\*\*|__|`)/g, '')).trim(),
  // Marks of weight would be read aloud as they stand.
  readLine: (text) =>
    unescapeMarkdown(text.replaceAll(/(?<![\\*])\*\*(?=[^\s*])([^*]*[^\s*\\])\*\*(?!\*)/g, '$1')),
};

/** What an export says of a story that comes from a drill: it stays a rehearsal. */
const watermark = /^> Rehearsal from drill (.{1,80}?), “(.{0,400})”\. This happened in a drill/;

/** The lines of one story, each to where it belongs. */
function readStory(
  title: string,
  body: readonly Line[],
  notes: ImportNote[],
  dialect: Dialect,
): StoryDraft {
  let draft: StoryDraft = { ...emptyDraft(), title: dialect.readTitle(title) };
  const parts = new Map<AnswerRole, string[]>();
  const lengths = new Map<StoryLength, string[]>();
  const loose: string[] = [];
  let target: NamedPart | { readonly kind: 'text' } = { kind: 'text' };
  const write = (given: string, number: number): void => {
    const text = target.kind === 'metrics' ? given : dialect.readLine(given);
    if (target.kind === 'part') append(parts, target.part, text);
    else if (target.kind === 'length') append(lengths, target.length, text);
    else if (target.kind === 'text') loose.push(text);
    else {
      const metric = readMetricRow(text, draft.metrics.length);
      if (metric) draft = { ...draft, metrics: [...draft.metrics, metric] };
      else if (text.trim() !== '' && !/^\s*\|/.test(text)) {
        notes.push({
          line: number,
          message: `“${text.trim().slice(0, 60)}” stands among the metrics and is no row; it was left out.`,
        });
      }
    }
  };
  for (const { text, number } of body) {
    const rehearsed = watermark.exec(text);
    if (rehearsed) {
      const [code = '', name = ''] = rehearsed.slice(1).map(dialect.readLine);
      draft = { ...draft, origin: { kind: 'drill', attempt: '', code, title: name } };
      continue;
    }
    const heading = readHeading(text)?.words;
    const label =
      /^\s*(?:[-*]\s+)?(?:\*\*|__)?([A-Za-z0-9][A-Za-z0-9 -]{0,30}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)?\s*:)\s*(.*)$/.exec(
        text,
      );
    const named = findNamedPart(heading ?? label?.[1] ?? '');
    if (heading !== undefined && named) target = named;
    else if (label && named) {
      target = named;
      write(label[2] ?? '', number);
    } else if (label && target.kind === 'text' && loose.every((line) => line.trim() === '')) {
      const value = dialect.readLine(label[2] ?? '');
      const about = readAbout(draft, label[1] ?? '', value, number, notes);
      if (about) draft = about;
      else write(text, number);
    } else write(text, number);
  }
  return settle(draft, parts, lengths, loose.join('\n').trim());
}

function append<K>(all: Map<K, string[]>, key: K, text: string): void {
  const lines = all.get(key);
  if (lines) lines.push(text);
  else all.set(key, [text]);
}

function settle(
  before: StoryDraft,
  parts: ReadonlyMap<AnswerRole, readonly string[]>,
  lengths: ReadonlyMap<StoryLength, readonly string[]>,
  loose: string,
): StoryDraft {
  let draft = before;
  for (const [length, lines] of lengths) {
    const text = lines.join('\n').trim();
    draft = { ...draft, texts: { ...draft.texts, [length]: { text, own_roles: [] } } };
  }
  const fields = Object.fromEntries(
    [...parts].map(([part, lines]) => [part, lines.join('\n').trim()]),
  );
  if (parts.size > 0) {
    const other = loose === '' ? {} : { other: loose };
    draft = placeText(draft, writeFields({ ...fields, ...other }));
  } else if (loose !== '') {
    const free =
      draft.texts.middle.text === '' ? placeText(draft, { text: loose, own_roles: [] }) : null;
    const { middle } = draft.texts;
    draft = free ?? {
      ...draft,
      texts: { ...draft.texts, middle: { text: `${loose}\n\n${middle.text}`, own_roles: [] } },
    };
  }
  const { short, middle, long } = draft.texts;
  const told = [middle.text, long.text, short.text].find((text) => text !== '') ?? '';
  return { ...draft, title: draft.title === '' ? titleFrom(told) : draft.title };
}

/** "Tags: a · b" and its like; null for a line that says nothing about the story. */
function readAbout(
  draft: StoryDraft,
  label: string,
  value: string,
  line: number,
  notes: ImportNote[],
): StoryDraft | null {
  switch (label.trim().toLowerCase()) {
    case 'title':
      return { ...draft, title: value.trim() };
    case 'principle':
    case 'principles': {
      const found = [...findPrinciples(value)];
      if (found.length === 0 && value.trim() !== '') {
        notes.push({
          line,
          message: `No principle is called “${value.trim().slice(0, 60)}”; none was set.`,
        });
      }
      return { ...draft, principles: found };
    }
    case 'kind': {
      const kind = findKind(value);
      if (kind === null && value.trim() !== '') {
        notes.push({
          line,
          message: `No kind is called “${value.trim().slice(0, 60)}”; none was set.`,
        });
      }
      return { ...draft, kind };
    }
    case 'tag':
    case 'tags':
      return { ...draft, tags: splitList(value) };
    case 'people':
      return { ...draft, people: splitList(value) };
    case 'system':
    case 'systems':
      return { ...draft, systems: splitList(value) };
    default:
      return null;
  }
}
