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

/**
 * Gives each label a line of its own where its neighbours are close: lines count 0 above, 1 below,
 * 2 further above, 3 further below, and so on. The lowest line that is free is taken; where none of
 * `lines` is, the one that is free first.
 *
 * @param labels in the order of their places; `at` and `width` in the same unit
 */
export function stackLabels(
  labels: readonly { readonly at: number; readonly width: number }[],
  lines: number,
): readonly number[] {
  const ends = Array.from({ length: lines }, () => -Infinity);
  return labels.map(({ at, width }) => {
    const free = ends.findIndex((end) => end <= at);
    const line = free >= 0 ? free : ends.indexOf(Math.min(...ends));
    ends[line] = at + width;
    return line;
  });
}
