import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import { severityNames, type Part } from '../format/drill-terms.ts';
import { writeDebrief, type Debrief } from './debrief.ts';

/** What became of one thing on one road, in words; null where it did not happen there. */
export interface RoadCell {
  readonly text: string;
  readonly at_s: number | null;
}

/**
 * One line of a comparison. `later` and `earlier` speak of the other road: the same came about, at
 * another time. `not_yet`: the other road is under way, and may still come to it.
 */
export interface RoadRow {
  readonly id: string;
  readonly title: string;
  readonly first: RoadCell | null;
  readonly other: RoadCell | null;
  readonly change: RoadChange;
}

export const roadChanges = [
  'same',
  'earlier',
  'later',
  'different',
  'only_first',
  'only_other',
  'neither',
  'not_yet',
] as const;
export type RoadChange = (typeof roadChanges)[number];

export interface PartRow {
  readonly part: Part;
  readonly first: { readonly earned: number; readonly possible: number } | null;
  readonly other: { readonly earned: number; readonly possible: number } | null;
  readonly change: 'same' | 'more' | 'less' | 'only_first' | 'only_other';
}

/** Two roads through one drill side by side. Nothing in it ranks them: parts stand apart. */
export interface RoadComparison {
  readonly outcomes: RoadRow;
  readonly times: readonly RoadRow[];
  readonly decisions: readonly RoadRow[];
  readonly feed: readonly RoadRow[];
  readonly state: readonly RoadRow[];
  readonly parts: readonly PartRow[];
}

/**
 * Compares the first attempt with another road of it, whether or not that has ended. Of a road that
 * is under way no parts are given: all that is due later would count as lost.
 */
export function compareRoads(
  prepared: PreparedDrill,
  first: DrillState,
  other: DrillState,
): RoadComparison {
  const told = [writeDebrief(prepared, first), writeDebrief(prepared, other)] as const;
  const row = other.end ? compareRow : compareOpenRow;
  return {
    outcomes: row(
      'outcome',
      'How it ended',
      { text: told[0].outcome.title, at_s: first.end?.at_s ?? null },
      other.end
        ? { text: told[1].outcome.title, at_s: other.end.at_s }
        : { text: 'Not at its end yet', at_s: null },
      !other.end,
    ),
    times: compareTimes(told[0], told[1], row),
    decisions: prepared.drill.decisions.map(({ id, title }) =>
      row(
        id,
        title,
        tellDecision(prepared, first, id),
        tellDecision(prepared, other, id),
        !other.decisions.get(id)?.choice,
      ),
    ),
    feed: prepared.drill.feed.flatMap(({ id, subject }) => {
      const cells = [tellDelivery(first, id), tellDelivery(other, id)] as const;
      const there = other.feed.get(id);
      const waits = !there?.answer && !there?.missed;
      return cells[0] || cells[1] ? [row(id, subject, cells[0], cells[1], waits)] : [];
    }),
    state: compareState(prepared, first, other, row),
    parts: other.end ? compareParts(told[0], told[1]) : [],
  };
}

/** `waits`: if the other road has not ended, this may still change on it. */
type CompareRow = (
  id: string,
  title: string,
  first: RoadCell | null,
  other: RoadCell | null,
  waits: boolean,
) => RoadRow;

const compareRow: CompareRow = (id, title, first, other) => ({
  id,
  title,
  first,
  other,
  change: findChange(first, other),
});

const compareOpenRow: CompareRow = (id, title, first, other, waits) => {
  const compared = compareRow(id, title, first, other, waits);
  const apart = compared.change === 'different' || compared.change === 'only_first';
  return waits && apart ? { ...compared, change: 'not_yet' } : compared;
};

function findChange(first: RoadCell | null, other: RoadCell | null): RoadChange {
  if (!first) return other ? 'only_other' : 'neither';
  if (!other) return 'only_first';
  if (first.text !== other.text) return 'different';
  if (first.at_s === null || other.at_s === null || first.at_s === other.at_s) return 'same';
  return other.at_s < first.at_s ? 'earlier' : 'later';
}

function compareTimes(first: Debrief, other: Debrief, row: CompareRow): readonly RoadRow[] {
  return first.ownTimes.map(({ milestone, at_s }) => {
    const theirs = other.ownTimes.find((one) => one.milestone.id === milestone.id)?.at_s ?? null;
    const cell = (time: number | null): RoadCell | null =>
      time === null ? null : { text: milestone.title, at_s: time };
    return row(milestone.id, milestone.title, cell(at_s), cell(theirs), theirs === null);
  });
}

function tellDecision({ byId }: PreparedDrill, state: DrillState, id: string): RoadCell | null {
  const opened = state.decisions.get(id);
  if (!opened) return null;
  const { choice } = opened;
  if (!choice) return { text: state.end ? 'Nothing was decided' : 'Open', at_s: null };
  const option = byId.decisions.get(id)?.options.find((one) => one.id === choice.option);
  return { text: option?.text ?? 'Nothing was decided in time', at_s: choice.at_s };
}

function tellDelivery(state: DrillState, id: string): RoadCell | null {
  const delivery = state.feed.get(id);
  if (!delivery) return null;
  const { answer, arrived_s } = delivery;
  if (!answer) {
    return { text: delivery.missed ? 'Came, not answered' : 'Came', at_s: arrived_s };
  }
  const { at_s, said } = answer;
  if (said) return { text: `Answered: ${said.text}`, at_s };
  return { text: answer.kind === 'handed_over' ? 'Handed over' : 'Acknowledged', at_s };
}

/** What the drill counts on at the end of each road: its variables, and how severe it stood. */
function compareState(
  { drill }: PreparedDrill,
  first: DrillState,
  other: DrillState,
  row: CompareRow,
): readonly RoadRow[] {
  const tell = (value: string): RoadCell => ({ text: value, at_s: null });
  const severity = ({ severity: { level, provisional } }: DrillState): RoadCell =>
    tell(provisional ? `${severityNames[level]}, provisional` : severityNames[level]);
  return [
    row('severity', 'Severity', severity(first), severity(other), true),
    ...Object.keys(drill.state).map((name) =>
      row(
        `state.${name}`,
        writeName(name),
        tell(writeValue(first.variables.get(name))),
        tell(writeValue(other.variables.get(name))),
        true,
      ),
    ),
  ];
}

/** "key_off" → "Key off": the author's own names are all there is to show of a variable. */
function writeName(name: string): string {
  const words = name.replace(/[_.-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function writeValue(value: boolean | number | string | undefined): string {
  if (value === undefined) return 'not set';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

function compareParts(first: Debrief, other: Debrief): readonly PartRow[] {
  const seen = [...first.score.parts, ...other.score.parts].map(({ part }) => part);
  return [...new Set(seen)].map((part) => {
    const find = ({ score }: Debrief): PartRow['first'] => {
      const own = score.parts.find((one) => one.part === part);
      return own ? { earned: own.earned, possible: own.possible } : null;
    };
    const cells = [find(first), find(other)] as const;
    return { part, first: cells[0], other: cells[1], change: findPartChange(cells[0], cells[1]) };
  });
}

/** By share, since a road that reached less has less to earn; a tenth of a point is no change. */
function findPartChange(first: PartRow['first'], other: PartRow['first']): PartRow['change'] {
  if (!first) return 'only_other';
  if (!other) return 'only_first';
  const gain = other.earned / other.possible - first.earned / first.possible;
  if (Math.abs(gain) < 0.005) return 'same';
  return gain > 0 ? 'more' : 'less';
}
