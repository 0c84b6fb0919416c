import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import type { PartRow, RoadChange, RoadRow } from '../../../content/engine/score/compare-roads.ts';
import { writePoints, writeStretch, writeWord } from '../debrief/write-figures.ts';
import { isApart, isSame } from './change-words.ts';

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

/** One aspect of two roads. */
export interface CompareTable {
  readonly caption: string;
  /** Heading of the first column. */
  readonly what: string;
  readonly rows: readonly CompareRow[];
  /** What is said of the lines that are left out; empty where none is. */
  readonly left: string;
  /** What stands in the place of lines, where none is shown. */
  readonly none: string;
}

/** A table as it is asked for: all its lines, or only those in which the roads part. */
export function chooseRows(
  { caption, what, rows }: Pick<CompareTable, 'caption' | 'what' | 'rows'>,
  onlyChanges: boolean,
  other: string,
): CompareTable {
  if (!onlyChanges) return { caption, what, rows, left: '', none: '' };
  const same = rows.filter(({ change }) => isSame(change)).length;
  const waiting = rows.filter(({ change }) => change === 'not_yet').length;
  const left = [
    ...(same > 0 ? [`${same === 1 ? '1 line is' : `${String(same)} lines are`} the same`] : []),
    ...(waiting > 0 ? [`${String(waiting)} still to come on ${other}`] : []),
  ].join(', ');
  const none = `Nothing differs here${waiting > 0 ? ' so far' : ''}.`;
  return { caption, what, rows: rows.filter(({ change }) => isApart(change)), left, none };
}

/** What stands in a cell that one of the roads has nothing for. */
export function sayMissing({ change }: CompareRow): string {
  return change === 'not_yet' ? 'not yet' : 'not on this road';
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
