import {
  numberLines,
  readHeading,
  readStory,
  type Dialect,
  type Line,
} from './import-story-lines.ts';
import { unescapeMarkdown } from './markdown-escapes.ts';
import { findNamedPart } from './named-part.ts';
import { noteResumeSection, readResumeHeading } from './resume-section.ts';
import type { DraftAt, DraftsRead, ImportNote } from './story-draft.ts';

/**
 * Stories in Markdown: a heading that names no part begins a story; headings, or lines like
 * "**Situation:** …", name its parts, its versions ("2 minutes") and what is said about it ("Tags: …").
 * One heading above several that name no part is the title of the file, and they begin the stories.
 * Parts of a résumé that tell nothing, such as "Skills", are left out with a note each.
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

const markdown: Dialect = {
  readTitle: (text) => unescapeMarkdown(text.replaceAll(/(?<!\\)(?:\*\*|__|`)/g, '')).trim(),
  // Marks of weight would be read aloud as they stand.
  readLine: (text) =>
    unescapeMarkdown(text.replaceAll(/(?<![\\*])\*\*(?=[^\s*])([^*]*[^\s*\\])\*\*(?!\*)/g, '$1')),
};
