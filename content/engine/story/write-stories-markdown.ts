import {
  describeStory,
  lengthWords,
  listTexts,
  metricHead,
  oneLine,
  sortMetrics,
  writeMetricCells,
  writeMetricLine,
  writeWatermark,
} from './story-export-parts.ts';
import { escapeMarkdown, escapeStoryLine } from './markdown-escapes.ts';
import { findNamedPart } from './named-part.ts';
import type { Metric, Story } from './story.ts';

/** Stories as Markdown that `readMarkdown` takes in again; what was written cannot become markup. */
export function writeStoriesMarkdown(
  stories: readonly Story[],
  mayLeave: readonly Metric['may_tell'][],
): string {
  return stories.map((story) => writeStory(story, mayLeave)).join('\n\n') + '\n';
}

function writeStory(story: Story, mayLeave: readonly Metric['may_tell'][]): string {
  const watermark = writeWatermark(story);
  const title = oneLine(story.title) || 'Without a title';
  // "Results" as a title would be read as a part of the story before it.
  const clashes = findNamedPart(title) !== null;
  const about = [...(clashes ? [['Title', title] as const] : []), ...describeStory(story)].map(
    ([label, value]) => `- ${label}: ${escapeMarkdown(value)}`,
  );
  const { told } = sortMetrics(story, mayLeave);
  const row = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const blocks = [
    `# ${clashes ? 'Story: ' : ''}${escapeMarkdown(title)}`,
    ...(watermark === null ? [] : [`> ${escapeMarkdown(watermark)}`]),
    ...(about.length === 0 ? [] : [about.join('\n')]),
    ...listTexts(story).flatMap(({ length, text }) => [
      `## ${lengthWords[length]}`,
      text.split('\n').map(escapeStoryLine).join('\n'),
    ]),
    ...(told.length === 0
      ? []
      : [
          '## Metrics',
          [
            row(metricHead),
            `|${metricHead.map(() => ' --- |').join('')}`,
            ...told.map((metric) => row(writeMetricCells(metric))),
          ].join('\n'),
        ]),
  ];
  return blocks.join('\n\n');
}

/** A crib in Markdown: what one glances at before a loop. */
export function writeCribMarkdown(
  stories: readonly Story[],
  mayLeave: readonly Metric['may_tell'][],
): string {
  const blocks = stories.map((story) => {
    const watermark = writeWatermark(story);
    const [served] = describeStory(story).filter(([label]) => label === 'Principles');
    return [
      `## ${escapeMarkdown(oneLine(story.title) || 'Without a title')}`,
      ...(watermark === null ? [] : [`> ${escapeMarkdown(watermark)}`]),
      ...(served ? [escapeMarkdown(served[1])] : []),
      findCribText(story).split('\n').map(escapeStoryLine).join('\n'),
      ...(sortMetrics(story, mayLeave).told.length === 0
        ? []
        : [
            sortMetrics(story, mayLeave)
              .told.map((one) => `- ${escapeMarkdown(writeMetricLine(one))}`)
              .join('\n'),
          ]),
    ].join('\n\n');
  });
  return ['# Crib', ...blocks].join('\n\n') + '\n';
}

/** The 30-second version; where none is written, a plain word that it is missing. */
export function findCribText(story: Story): string {
  const short = listTexts(story).find(({ length }) => length === 'short');
  return short?.text ?? 'No 30-second version is written.';
}
