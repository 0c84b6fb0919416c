import { numberLines, readStory, type Dialect, type Line } from './import-story-lines.ts';
import { readResumeBlock } from './resume-entries.ts';
import { isToldHeading, noteResumeSection, readResumeHeading } from './resume-section.ts';
import type { DraftAt, DraftsRead, ImportNote } from './story-draft.ts';

/** Fewer words above the first part of a résumé are a name, an address and what one calls oneself. */
const storyWords = 40;

/**
 * Stories in plain text: apart by a line of dashes, stars or equals signs, or by two blank lines. The first
 * line of each is its title where a blank line follows it and it is short and ends in no stop. Lines
 * like "Situation: …" or "Tags: …" are read as in Markdown. Of a résumé each job or project is a story; its
 * parts that tell nothing, such as "Skills", are left out with a note each.
 */
export function readPlainText(text: string): DraftsRead {
  const notes: ImportNote[] = [];
  const drafts = splitBlocks(text).flatMap((block): readonly DraftAt[] => {
    const start = block.findIndex((line) => line.text.trim() !== '');
    const first = block[start];
    if (!first) return [];
    const section = readResumeHeading(first.text) ?? readListedSection(block);
    if (section !== null) {
      notes.push(noteResumeSection(section, first.number));
      return [];
    }
    const resume = readResumeBlock(block);
    if (!resume) return [readBlock(block.slice(start), notes)];
    const entries = resume.entries.map(({ title, body }) => ({
      line: title.number,
      draft: readStory(title.text.trim(), body, notes, plainText),
    }));
    const above = resume.before.slice(start);
    const words = above
      .flatMap(({ text }) => text.split(/\s+/))
      .filter((word) => word !== '').length;
    if (words >= storyWords) return [readBlock(above, notes), ...entries];
    if (words > 0) {
      notes.push({
        line: first.number,
        message: `“${first.text.trim().slice(0, 60)}” was taken for the head of a résumé; what stands between it and the first job or project was left out.`,
      });
    }
    return entries;
  });
  return { ok: true, drafts, notes };
}

/** One story; its first line is not blank. */
function readBlock(block: readonly Line[], notes: ImportNote[]): DraftAt {
  const [first, follows] = block;
  const title = first?.text.trim() ?? '';
  const titled =
    title.length <= 100 &&
    !/[.!?…:]$/.test(title) &&
    follows !== undefined &&
    follows.text.trim() === '' &&
    block.slice(1).some((line) => line.text.trim() !== '');
  const body = titled ? block.slice(1) : block;
  return {
    line: first?.number ?? 1,
    draft: readStory(titled ? title : '', body, notes, plainText),
  };
}

/**
 * A résumé parts itself by its headings, often with one blank line only: a heading of a part that tells
 * nothing ends what stood before it, and such a part ends at the next heading of a résumé.
 */
function splitBlocks(text: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]];
  let blanks = 0;
  let untold = false;
  let headed = false;
  for (const line of numberLines(text)) {
    const blank = line.text.trim() === '';
    const rule = /^\s*(?:-{3,}|\*{3,}|={3,}|_{3,})\s*$/.test(line.text);
    // A rule under such a heading underlines it, and parts nothing.
    if (rule && headed) continue;
    const alone = blanks > 0 || blocks.at(-1)?.length === 0;
    const heads = !rule && alone && readResumeHeading(line.text) !== null;
    const ends = untold && alone && isToldHeading(line.text);
    if (rule || heads || ends || (!blank && blanks >= 2)) {
      blocks.push([]);
      untold = heads;
    }
    headed = heads || ends || (!rule && alone && isToldHeading(line.text));
    blanks = blank ? blanks + 1 : 0;
    if (!rule) blocks.at(-1)?.push(line);
  }
  return blocks;
}

/** "Skills: Python, Go" and its like in every line of a block; null where anything else stands there. */
function readListedSection(block: readonly Line[]): string | null {
  const said = block.filter(({ text }) => text.trim() !== '');
  const headings = said.map(({ text }) => {
    const at = text.indexOf(':');
    return at < 0 ? null : readResumeHeading(text.slice(0, at));
  });
  return headings.includes(null) ? null : (headings[0] ?? null);
}

const plainText: Dialect = { readTitle: (text) => text, readLine: (text) => text };
