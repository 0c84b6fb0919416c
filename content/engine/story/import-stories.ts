import { readCsvStories } from './import-csv.ts';
import { readJsonResume, readOwnJson, storiesFile } from './import-json.ts';
import { readMarkdown } from './import-markdown.ts';
import { readPlainText } from './import-plain-text.ts';
import {
  checkDraft,
  type DraftAt,
  type DraftsRead,
  type ImportFault,
  type ImportNote,
  type StoryDraft,
} from './story-draft.ts';
import { storyLengths, type Story } from './story.ts';

export const importFormats = ['text', 'markdown', 'csv', 'json-resume', 'drillbook'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What a screen refuses before it reads a file (bytes), and what is taken in at once. */
export const importLimits = { bytes: 5_000_000, stories: 500 } as const;

const readers: Readonly<Record<ImportFormat, (text: string) => DraftsRead>> = {
  text: readPlainText,
  markdown: readMarkdown,
  csv: readCsvStories,
  'json-resume': readJsonResume,
  drillbook: readOwnJson,
};

/** What would be added: show it, then give each draft to `makeStory`, and store all in one change. */
export type StoryImport =
  | {
      readonly ok: true;
      readonly drafts: readonly DraftAt[];
      readonly notes: readonly ImportNote[];
    }
  | { readonly ok: false; readonly fault: ImportFault };

/**
 * Reads stories of a file. All or nothing: with one fault nothing is taken in, and the fault names its line.
 * Never throws.
 */
export function importStories(given: string, format: ImportFormat): StoryImport {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const refuse = (line: number | null, message: string): StoryImport => ({
    ok: false,
    fault: { line, message },
  });
  if (text.length > importLimits.bytes) {
    return refuse(null, 'The file is larger than 5 MB. Bring your stories in several files.');
  }
  const strange = text.search(/[\0\uFFFD]/);
  if (strange >= 0) {
    const line = text.slice(0, strange).split('\n').length;
    return refuse(
      line,
      'Here stands a character that no text has. Save the file as text in UTF-8 and try again.',
    );
  }
  const read = readers[format](text);
  if (!read.ok) return read;
  const { drafts } = read;
  if (drafts.length === 0) return refuse(null, 'There is no story in this file.');
  const beyond = drafts[importLimits.stories];
  if (beyond) {
    return refuse(
      beyond.line,
      `The file holds ${drafts.length} stories; ${importLimits.stories} are taken in at once. The first too many begins here.`,
    );
  }
  for (const { line, draft } of drafts) {
    const fault = checkDraft(draft);
    if (fault !== null) return refuse(line, `This story cannot be kept: ${fault}.`);
  }
  return read;
}

/** By what a file is called and how it begins. A person may choose another. */
export function guessImportFormat(name: string, text: string): ImportFormat {
  const lower = name.toLowerCase();
  if (/\.(?:csv|tsv)$/.test(lower)) return 'csv';
  const start = text.slice(0, 4_000);
  if (/\.json$/.test(lower) || /^\s*\{/.test(start)) {
    return start.includes(storiesFile.format) ? 'drillbook' : 'json-resume';
  }
  if (/\.(?:md|markdown)$/.test(lower) || /^#{1,3} \S/m.test(start)) return 'markdown';
  return 'text';
}

/** A story that is there already and says the same, so that a preview can tell it apart; null where none is. */
export function findTwin(draft: StoryDraft, stories: readonly Story[]): Story | null {
  return (
    stories.find(
      (story) =>
        story.title === draft.title &&
        storyLengths.every((length) => story.texts[length].text === draft.texts[length].text),
    ) ?? null
  );
}
