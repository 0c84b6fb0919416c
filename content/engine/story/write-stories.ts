import { findInStory, type OwnWord, type StoryFinding } from './find-confidential.ts';
import { storiesFile } from './import-json.ts';
import { sortMetrics } from './story-export-parts.ts';
import type { Metric, Story } from './story.ts';
import { writeCribHtml, writeStoriesHtml } from './write-stories-html.ts';
import { writeCribMarkdown, writeStoriesMarkdown } from './write-stories-markdown.ts';

/** What stories can be written as. A PDF is one of the HTML documents, printed. */
export const exportFormats = ['markdown', 'html', 'json', 'crib-html', 'crib-markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportExtensions: Readonly<Record<ExportFormat, string>> = {
  markdown: 'md',
  html: 'html',
  json: 'json',
  'crib-html': 'html',
  'crib-markdown': 'md',
};

/**
 * An export before it leaves. Show `findings` and `heldBack` and ask; only then save `text`.
 */
export interface StoryExport {
  readonly text: string;
  /** What in these stories should not be told outside, by the rules and the person's own list. */
  readonly findings: readonly { readonly story: Story; readonly found: readonly StoryFinding[] }[];
  /** Metrics that the ledger does not let be told so, and whether they are left out of `text`. */
  readonly metrics: readonly {
    readonly story: Story;
    readonly metric: Metric;
    readonly leftOut: boolean;
  }[];
}

const mayLeave: Readonly<Record<ExportFormat, readonly Metric['may_tell'][]>> = {
  // With a word beside it that it has to be asked for.
  markdown: ['yes', 'as_count', 'ask'],
  html: ['yes', 'as_count', 'ask'],
  // For the person's own keeping: it comes back whole.
  json: ['yes', 'as_count', 'ask', 'no'],
  'crib-html': ['yes', 'as_count'],
  'crib-markdown': ['yes', 'as_count'],
};

/**
 * Writes stories, and looks through them for what should stay inside. A rehearsal of a drill says so in
 * every format. The findings are of the whole story, also where the format shows only a part of it.
 */
export function writeStories(
  stories: readonly Story[],
  format: ExportFormat,
  ownWords: readonly OwnWord[] = [],
): StoryExport {
  const leaving = mayLeave[format];
  return {
    text: writeText(stories, format, leaving),
    findings: stories
      .map((story) => ({ story, found: findInStory(story, ownWords) }))
      .filter(({ found }) => found.length > 0),
    metrics: stories.flatMap((story) => {
      const { told, held } = sortMetrics(story, leaving);
      return [
        ...held.map((metric) => ({ story, metric, leftOut: true })),
        ...told
          .filter(({ may_tell }) => may_tell === 'ask' || may_tell === 'no')
          .map((metric) => ({ story, metric, leftOut: false })),
      ];
    }),
  };
}

function writeText(
  stories: readonly Story[],
  format: ExportFormat,
  leaving: readonly Metric['may_tell'][],
): string {
  switch (format) {
    case 'markdown':
      return writeStoriesMarkdown(stories, leaving);
    case 'html':
      return writeStoriesHtml(stories, leaving);
    case 'crib-html':
      return writeCribHtml(stories, leaving);
    case 'crib-markdown':
      return writeCribMarkdown(stories, leaving);
    case 'json':
      return `${JSON.stringify({ ...storiesFile, stories }, null, 1)}\n`;
  }
}
