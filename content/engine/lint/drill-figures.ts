import type { Drill } from '../format/drill-schema.ts';
import { listTexts } from './list-texts.ts';
import { countWords, findReadingLevel } from './reading-level.ts';

/** What can be counted of a drill without playing it. */
export interface DrillFigures {
  readonly level: Drill['level'];
  readonly benign: boolean;
  readonly minutes: number;
  readonly decisions: number;
  readonly options: number;
  readonly messages: number;
  readonly evidence: number;
  readonly clues: number;
  readonly tools: number;
  readonly updates: number;
  /** ATT&CK ids. */
  readonly techniques: readonly string[];
  /** Of every text that a learner reads. */
  readonly words: number;
  /** Years of school that the longer texts ask for, by Flesch and Kincaid, weighed by their words. */
  readonly readingLevel: number;
  /** How often the best option stands at each place, from the first to the fifth. */
  readonly bestAt: readonly number[];
}

export function findFigures(drill: Drill): DrillFigures {
  const texts = listTexts(drill);
  const long = texts
    .filter(({ markdown }) => markdown)
    .map(({ text }) => ({ words: countWords(text), level: findReadingLevel(text) }))
    .filter(({ words }) => words >= 20);
  const read = long.reduce((sum, { words }) => sum + words, 0);
  const bestAt = [0, 0, 0, 0, 0];
  for (const { options } of drill.decisions) {
    const best = Math.max(...options.map(({ rating }) => rating));
    const place = options.findIndex(({ rating }) => rating === best);
    bestAt[place] = (bestAt[place] ?? 0) + 1;
  }
  return {
    level: drill.level,
    benign: drill.benign,
    minutes: drill.minutes,
    decisions: drill.decisions.length,
    options: drill.decisions.reduce((sum, { options }) => sum + options.length, 0),
    messages: drill.feed.length,
    evidence: drill.evidence.length,
    clues: drill.clues.length,
    tools: drill.tools.length,
    updates: drill.updates.length,
    techniques: drill.attack,
    words: texts.reduce((sum, { text }) => sum + countWords(text), 0),
    readingLevel:
      read === 0 ? 0 : long.reduce((sum, { words, level }) => sum + words * level, 0) / read,
    bestAt,
  };
}
