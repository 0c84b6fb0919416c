import {
  describeStory,
  listTexts,
  lengthWords,
  metricHead,
  sortMetrics,
  writeMetricCells,
  writeMetricLine,
  writeWatermark,
} from '../../../../content/engine/story/story-export-parts.ts';
import type { Story } from '../../../../content/engine/story/story.ts';
import type { Block } from '../../debrief/document/block.ts';
import { writeTitle } from '../story-words.ts';

/**
 * Stories as a page to print. What the ledger does not let be told stays out; a rehearsal says that it
 * is one. `crib` leaves the shortest version of each, to be glanced at.
 */
export function writeStoryBlocks(stories: readonly Story[], crib: boolean): readonly Block[] {
  const [only] = stories;
  const heading = crib ? 'Crib' : stories.length === 1 && only ? writeTitle(only) : 'Stories';
  return [
    { kind: 'heading', level: 1, text: heading },
    ...stories.flatMap((story) => writeStory(story, crib, stories.length > 1 || crib)),
  ];
}

function writeStory(story: Story, crib: boolean, titled: boolean): readonly Block[] {
  const watermark = writeWatermark(story);
  const texts = crib ? listTexts(story).slice(0, 1) : listTexts(story);
  const { told } = sortMetrics(story, crib ? ['yes', 'as_count'] : ['yes', 'as_count', 'ask']);
  const described = describeStory(story).filter(([label]) => !crib || label === 'Principles');
  return [
    ...(titled ? [{ kind: 'heading', level: 2, text: writeTitle(story) } as const] : []),
    ...(watermark === null ? [] : [{ kind: 'paragraph', text: watermark } as const]),
    ...described.map(
      ([label, value]) => ({ kind: 'paragraph', text: `${label}: ${value}` }) as const,
    ),
    ...texts.flatMap(({ length, text }): Block[] => [
      ...(crib ? [] : [{ kind: 'heading', level: 3, text: lengthWords[length] } as const]),
      ...text
        .split(/\n\s*\n/)
        .map((paragraph) => ({ kind: 'paragraph', text: paragraph.trim() }) as const),
    ]),
    ...(told.length === 0
      ? []
      : crib
        ? [{ kind: 'list', items: told.map(writeMetricLine) } as const]
        : [
            {
              kind: 'table',
              caption: 'Metrics',
              head: metricHead,
              rows: told.map(writeMetricCells),
            } as const,
          ]),
  ];
}
