/** A stretch of the axis: time runs through it, or it is quiet and folded. Seconds. */
export interface AxisPiece {
  readonly from: number;
  readonly to: number;
  readonly folded: boolean;
  /** Place on the axis, 0 to 1. */
  readonly start: number;
  readonly end: number;
}

/**
 * An axis over the given times on which a quiet stretch longer than `quiet_s` is folded to a narrow
 * band. Times need not be sorted; an empty list gives an empty axis.
 */
export function layAxis(times: readonly number[], quiet_s: number): readonly AxisPiece[] {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const margin = 30;
  const raw: { from: number; to: number; folded: boolean }[] = [];
  let from = first - margin;
  for (const [index, time] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined || next - time <= quiet_s) continue;
    raw.push({ from, to: time + margin, folded: false });
    raw.push({ from: time + margin, to: next - margin, folded: true });
    from = next - margin;
  }
  raw.push({ from, to: last + margin, folded: false });
  const foldedShare = 0.05;
  const folds = raw.filter(({ folded }) => folded).length;
  const running_s = raw.reduce((sum, piece) => sum + (piece.folded ? 0 : piece.to - piece.from), 0);
  let at = 0;
  return raw.map((piece) => {
    const share = piece.folded
      ? foldedShare
      : ((piece.to - piece.from) / running_s) * (1 - folds * foldedShare);
    const placed = { ...piece, start: at, end: at + share };
    at += share;
    return placed;
  });
}

/** Place of a time on the axis, 0 to 1. */
export function placeOnAxis(axis: readonly AxisPiece[], time: number): number {
  const piece = axis.find(({ from, to }) => time >= from && time <= to);
  if (!piece) return time < (axis[0]?.from ?? 0) ? 0 : 1;
  return (
    piece.start +
    ((time - piece.from) / Math.max(1, piece.to - piece.from)) * (piece.end - piece.start)
  );
}

/** A time that the axis names. */
interface Tick {
  readonly time: number;
  /** Place on the axis, 0 to 1. */
  readonly place: number;
}

const minute_s = 60;
/** Seconds between two times of an axis, as clocks divide a day. */
const steps_s = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((step) => step * minute_s);

/**
 * Times to name on an axis, at least `apart` (a share of it) from each other: whole steps of one size, and
 * where a piece between two folds has none, its first whole minute. None stands in a fold.
 */
export function placeTicks(axis: readonly AxisPiece[], apart: number): readonly Tick[] {
  const running = axis.filter(({ folded }) => !folded);
  const sum = (measure: (piece: AxisPiece) => number): number =>
    running.reduce((total, piece) => total + measure(piece), 0);
  const shareOfSecond = sum(({ start, end }) => end - start) / sum(({ from, to }) => to - from);
  const step_s = steps_s.find((one) => one * shareOfSecond >= apart) ?? steps_s.at(-1) ?? minute_s;
  const ticks: Tick[] = [];
  for (const { from, to } of running) {
    const whole = listMultiples(step_s, from, to);
    const times = whole.length > 0 ? whole : listMultiples(minute_s, from, to).slice(0, 1);
    for (const time of times) {
      const place = placeOnAxis(axis, time);
      if (place - (ticks.at(-1)?.place ?? -Infinity) >= apart) ticks.push({ time, place });
    }
  }
  return ticks;
}

function listMultiples(step: number, from: number, to: number): readonly number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

interface Label {
  /** Where it begins, in the unit of `width`. */
  readonly at: number;
  readonly width: number;
}

/** A label of `letters` letters on a line: 0 above, 1 below, 2 further above, 3 further below, and so on. */
export interface PlacedLabel {
  readonly line: number;
  readonly letters: number;
}

/**
 * Gives each label a line of its own where its neighbours are close, the lowest that is free. Where none
 * is, the widest of those that are in each other's way is shortened, until there is room or all of them
 * are as short as can be; then one lies over another.
 *
 * @param count labels there are, in the order of their places
 * @param measure gives a label by its index for a number of letters
 * @param lengths numbers of letters, the longest first; at least one
 * @param most lines
 */
export function fitLabels(
  count: number,
  measure: (index: number, letters: number) => Label,
  lengths: readonly number[],
  most: number,
): readonly PlacedLabel[] {
  /** By label, which of the lengths it has. */
  const steps = Array.from({ length: count }, () => 0);
  const lettersOf = (index: number): number => lengths[steps[index] ?? 0] ?? 0;
  const label = (index: number): Label => measure(index, lettersOf(index));
  const canShrink = (index: number): boolean => (steps[index] ?? 0) < lengths.length - 1;
  for (;;) {
    const { lines, tight } = stackLabels(count, label, most, canShrink);
    const [first, ...others] = tight;
    if (first === undefined)
      return lines.map((line, index) => ({ line, letters: lettersOf(index) }));
    const widest = others.reduce(
      (wide, other) => (label(other).width > label(wide).width ? other : wide),
      first,
    );
    steps[widest] = (steps[widest] ?? 0) + 1;
  }
}

/**
 * Gives each label as many of its letters as those that stand before and behind it on its line leave room
 * for; no label gets another line for that.
 *
 * @param measure as `fitLabels` has it
 * @param lengths numbers of letters, the longest first
 */
export function growLabels(
  placed: readonly PlacedLabel[],
  measure: (index: number, letters: number) => Label,
  lengths: readonly number[],
): readonly PlacedLabel[] {
  const grown = [...placed];
  const label = (index: number): Label | undefined => {
    const one = grown[index];
    return one && measure(index, one.letters);
  };
  for (const [index, { line, letters }] of placed.entries()) {
    const isBeside = (other: PlacedLabel): boolean => other.line === line;
    const before = label(grown.slice(0, index).findLastIndex(isBeside));
    const behind = label(grown.findIndex((other, at) => at > index && isBeside(other)));
    const most = lengths.find((more) => {
      const { at, width } = measure(index, more);
      const isClear = !before || before.at + before.width <= at;
      return more > letters && isClear && (!behind || at + width <= behind.at);
    });
    grown[index] = { line, letters: most ?? letters };
  }
  return grown;
}

/** Lines by label; `tight`: those that could be shorter where the first label found no line, else none. */
function stackLabels(
  count: number,
  label: (index: number) => Label,
  most: number,
  canShrink: (index: number) => boolean,
): { readonly lines: readonly number[]; readonly tight: readonly number[] } {
  const ends = Array.from({ length: most }, () => -Infinity);
  const lasts = Array.from({ length: most }, () => -1);
  const lines: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const { at, width } = label(index);
    const free = ends.findIndex((end) => end <= at);
    const tight = free < 0 ? [...lasts, index].filter((one) => one >= 0 && canShrink(one)) : [];
    if (tight.length > 0) return { lines, tight };
    const line = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    ends[line] = at + width;
    lasts[line] = index;
    lines.push(line);
  }
  return { lines, tight: [] };
}
