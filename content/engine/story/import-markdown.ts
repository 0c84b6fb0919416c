import {
  numberLines,
  readHeading,
  readStory,
  type Dialect,
  type Line,
} from './import-story-lines.ts';
import { unescapeMarkdown } from './markdown-escapes.ts';
import { findNamedPart } from './named-part.ts';
import { isToldHeading, noteResumeSection, readResumeHeading } from './resume-section.ts';
import type { DraftAt, DraftsRead, ImportNote } from './story-draft.ts';

/**
 * Stories in Markdown: a heading that names no part begins a story; headings, or lines like
 * "**Situation:** …", name its parts, its versions ("2 minutes") and what is said about it ("Tags: …").
 * One heading above several that name no part is the title of the file, and they begin the stories.
 * So do the entries of a part of a résumé that tells ("Experience"), each by a heading of its own; parts that
 * tell nothing, such as "Skills", are left out with a note each.
 */
export function readMarkdown(text: string): DraftsRead {
  const lines = readHeadings(text);
  const notes: ImportNote[] = [];
  const drafts: DraftAt[] = [];
  const sections = findSections(lines);
  const title = findFileTitle(lines, sections);
  let level = 0;
  let open: { line: number; title: string; body: Line[] } | null = null;
  const close = (): void => {
    if (!open) return;
    const above = open.line === title ? 'title of the file' : 'heading of a part of a résumé';
    if (open.line === title || sections.has(open.line)) {
      if (open.body.some((line) => line.text.trim() !== '')) {
        notes.push({
          line: open.line,
          message: `“${open.title.slice(0, 60)}” was taken for the ${above}; what stands between it and the first story was left out.`,
        });
      }
      return;
    }
    const section = readResumeHeading(open.title);
    if (section !== null) {
      notes.push(noteResumeSection(section, open.line));
      return;
    }
    const said = open.title !== '' || open.body.some((line) => line.text.trim() !== '');
    if (said)
      drafts.push({ line: open.line, draft: readStory(open.title, open.body, notes, markdown) });
  };
  for (const { line, heading } of lines) {
    if (heading && !heading.named && (level === 0 || heading.level <= level)) {
      close();
      level = line.number === title || sections.has(line.number) ? 0 : heading.level;
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
function findFileTitle(
  lines: readonly MarkdownLine[],
  sections: ReadonlySet<number>,
): number | null {
  const [first, ...rest] = listHeadings(lines);
  if (!first || first.named || rest.some(({ level }) => level <= first.level)) return null;
  const below = rest.reduce((least, { level }) => Math.min(least, level), Infinity);
  const stories = rest.filter(({ level }) => level === below);
  const several = stories.length > 1 || stories.some(({ number }) => sections.has(number));
  return several && stories.every(({ named }) => !named) ? first.number : null;
}

/** The lines of headings such as "Experience" that have entries below them, none of which is a part of a story. */
function findSections(lines: readonly MarkdownLine[]): ReadonlySet<number> {
  const headings = listHeadings(lines);
  const sections = headings.filter(({ words, level }, at) => {
    if (!isToldHeading(words)) return false;
    const after = headings.slice(at + 1);
    const end = after.findIndex((one) => one.level <= level);
    const inside = end < 0 ? after : after.slice(0, end);
    const below = inside.reduce((least, one) => Math.min(least, one.level), Infinity);
    return inside.length > 0 && inside.every((one) => one.level > below || !one.named);
  });
  return new Set(sections.map(({ number }) => number));
}

function listHeadings(lines: readonly MarkdownLine[]) {
  return lines.flatMap(({ line, heading }) =>
    heading ? [{ ...heading, number: line.number }] : [],
  );
}

const markdown: Dialect = {
  readTitle: (text) => unescapeMarkdown(text.replaceAll(/(?<!\\)(?:\*\*|__|`)/g, '')).trim(),
  // Marks of weight would be read aloud as they stand.
  readLine: (text) =>
    unescapeMarkdown(text.replaceAll(/(?<![\\*])\*\*(?=[^\s*])([^*]*[^\s*\\])\*\*(?!\*)/g, '$1')),
};
