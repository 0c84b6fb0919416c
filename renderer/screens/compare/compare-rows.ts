import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import type { PartRow, RoadChange, RoadRow } from '../../../content/engine/score/compare-roads.ts';
import { writePoints, writeStretch, writeWord } from '../debrief/write-figures.ts';

/** A line of a comparison as the screen shows it. */
export interface CompareRow {
  readonly id: string;
  readonly title: string;
  readonly first: CompareCell | null;
  readonly other: CompareCell | null;
  readonly change: RoadChange | PartRow['change'];
  /** By how much, where that can be said. */
  readonly by: string;
}

interface CompareCell {
  readonly text: string;
  readonly time: string;
}

/** `timeOnly`: the text repeats the title, so that the time is all there is to show. */
export function drawRow(row: RoadRow, timeOnly = false): CompareRow {
  const cell = (one: RoadRow['first']): CompareCell | null => {
    if (!one) return null;
    const time = one.at_s === null ? '' : formatScenarioTime(one.at_s);
    return timeOnly ? { text: '', time } : { text: one.text, time };
  };
  const apart =
    row.change === 'earlier' || row.change === 'later'
      ? writeStretch((row.other?.at_s ?? 0) - (row.first?.at_s ?? 0))
      : '';
  return {
    id: row.id,
    title: row.title,
    first: cell(row.first),
    other: cell(row.other),
    change: row.change,
    by: apart === '' ? '' : `by ${apart}`,
  };
}

export function drawPart({ part, first, other, change }: PartRow): CompareRow {
  const cell = (one: PartRow['first']): CompareCell | null =>
    one && { text: `${writePoints(one.earned)} of ${writePoints(one.possible)}`, time: '' };
  return {
    id: part,
    title: writeWord(part),
    first: cell(first),
    other: cell(other),
    change,
    by: '',
  };
}
