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
  type ImportNote,
  type StoryDraft,
} from './story-draft.ts';
import type { StoryLength } from './story.ts';
import { readMetricRow } from './import-metrics.ts';

/** A line and its number, from 1. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

export function numberLines(text: string): readonly Line[] {
  return text.split(/\r\n|\r|\n/).map((line, at) => ({ text: line, number: at + 1 }));
}

/** How lines are written: Markdown has escapes and marks, plain text stands for itself. */
export interface Dialect {
  readonly readTitle: (text: string) => string;
  readonly readLine: (text: string) => string;
}

/** A Markdown heading: its level and its words, without the marks that may close it. */
export function readHeading(
  line: string,
): { readonly level: number; readonly words: string } | null {
  const level = /^#{1,6}(?=\s)/.exec(line)?.[0].length;
  if (level === undefined) return null;
  const given = line.slice(level).trim();
  let end = given.length;
  while (given[end - 1] === '#') end -= 1;
  // Marks that close a heading stand apart from its words.
  const closed = end === 0 || /\s/.test(given[end - 1] ?? '');
  return { level, words: closed ? given.slice(0, end).trim() : given };
}

/** What an export says of a story that comes from a drill: it stays a rehearsal. */
const watermark = /^> Rehearsal from drill (.{1,80}?), “(.{0,400})”\. This happened in a drill/;

const labelled =
  /^\s*(?:[-*]\s+)?(?:\*\*|__)?([A-Za-z0-9][A-Za-z0-9 -]{0,30}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)?\s*:)\s*(.*)$/;

/** So many words before its first label, and a story is told in one piece: "Impact: …" is a sentence of it. */
const toldWords = 12;

/**
 * Whether lines like "Situation: …" part a story. They do where two parts or more are named so, from near its
 * beginning on; one label behind much prose would pull its sentences out of their order.
 */
function isParted(body: readonly Line[]): boolean {
  const named = new Set<AnswerRole>();
  let before = 0;
  for (const { text } of body) {
    const label = labelled.exec(text)?.[1] ?? '';
    const part = readHeading(text) ? null : findNamedPart(label);
    if (part?.kind === 'part') named.add(part.part);
    else if (named.size === 0 && label === '' && !readHeading(text)) {
      before += text.split(/\s+/).filter((word) => word !== '').length;
      if (before > toldWords) return false;
    }
  }
  return named.size >= 2;
}

/** The lines of one story, each to where it belongs. */
export function readStory(
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
  const parted = isParted(body);
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
    const label = labelled.exec(text);
    const found = findNamedPart(heading ?? label?.[1] ?? '');
    const named = heading === undefined && found?.kind === 'part' && !parted ? null : found;
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
