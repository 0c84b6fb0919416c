import { mayTellWords } from './import-metrics.ts';
import { findPrinciple } from './principles.ts';
import { lengthSeconds, storyLengths, type Metric, type Story, type StoryLength } from './story.ts';

/** The versions by the words that an export and an import share. */
export const lengthWords: Readonly<Record<StoryLength, string>> = {
  short: '30 seconds',
  middle: '2 minutes',
  long: '5 minutes',
};

/** Says of a rehearsal that it is one; null for what was lived. */
export function writeWatermark({ origin }: Story): string | null {
  if (origin.kind !== 'drill') return null;
  return `Rehearsal from drill ${oneLine(origin.code)}, “${oneLine(origin.title)}”. This happened in a drill, not at work.`;
}

/** Label and value of what is said about a story; entries of a list are ` · ` apart. */
export function describeStory(story: Story): readonly (readonly [label: string, value: string])[] {
  const served = story.principles.map((slug) => findPrinciple(slug)?.name ?? slug);
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['Principles', served],
    ['Kind', story.kind === null ? [] : [story.kind]],
    ['Tags', story.tags],
    ['People', story.people],
    ['Systems', story.systems],
  ];
  return lines.flatMap(([label, values]) => {
    const value = values
      .map(oneLine)
      .filter((one) => one !== '')
      .join(' · ');
    return value === '' ? [] : [[label, value] as const];
  });
}

/** Versions that have words, the shortest leading. */
export function listTexts(
  story: Story,
): readonly { readonly length: StoryLength; readonly text: string }[] {
  return [...storyLengths]
    .sort((a, b) => lengthSeconds[a] - lengthSeconds[b])
    .map((length) => ({ length, text: story.texts[length].text.trim().replaceAll(/\r\n?/g, '\n') }))
    .filter(({ text }) => text !== '');
}

export const metricHead = [
  'Metric',
  'Before',
  'After',
  'Unit',
  'Period',
  'Source',
  'May be told',
] as const;

export function writeMetricCells(metric: Metric): readonly string[] {
  const { name, baseline, result, unit, period, source, may_tell } = metric;
  return [...[name, baseline, result, unit, period, source].map(oneLine), mayTellWords[may_tell]];
}

/** "Deploy keys in use: 6 → 0 keys, 5 weeks (audit log), as a count". */
export function writeMetricLine(metric: Metric): string {
  const { name, baseline, result, unit, period, source, may_tell } = metric;
  const change = [baseline, result]
    .map(oneLine)
    .filter((one) => one !== '')
    .join(' → ');
  const figure = [change, oneLine(unit)].filter((one) => one !== '').join(' ');
  const rest = [figure, oneLine(period)].filter((one) => one !== '').join(', ');
  const from = oneLine(source) === '' ? '' : ` (${oneLine(source)})`;
  return `${oneLine(name)}: ${rest}${from}${may_tell === 'as_count' ? ', as a count' : ''}`;
}

/** Metrics that leave with an export, and those that stay. */
export function sortMetrics(
  { metrics }: Story,
  mayLeave: readonly Metric['may_tell'][],
): { readonly told: readonly Metric[]; readonly held: readonly Metric[] } {
  const leaves = ({ may_tell }: Metric): boolean => mayLeave.includes(may_tell);
  return { told: metrics.filter(leaves), held: metrics.filter((one) => !leaves(one)) };
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
