import type { AnswerRole } from '../../../../content/engine/star/answer-role.ts';
import type { Span } from '../../../../content/engine/score/sentences.ts';

export interface MarkedSentence {
  readonly start: number;
  readonly end: number;
  readonly role: AnswerRole;
  readonly own: boolean;
}

/** A stretch of one line that is drawn in one way. */
export interface Piece {
  readonly text: string;
  readonly role: AnswerRole | null;
  /** A sentence of another role than the one before begins here. */
  readonly begins: boolean;
  /** Shown because the person asked where it stands. */
  readonly shown: boolean;
  /** Named by the check before one tells it outside. */
  readonly flagged: boolean;
}

/** The end of a line is not among them; an empty line has no piece. */
export type Line = readonly Piece[];

/**
 * Sentences of a text that was read a moment ago, moved to where they stand now: what lies before
 * and behind the change keeps its marks, the sentence that is being changed stretches with it.
 */
export function moveSentences<T extends { readonly start: number; readonly end: number }>(
  sentences: readonly T[],
  before: string,
  now: string,
): readonly T[] {
  if (before === now) return sentences;
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === now.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)
  )
    tail += 1;
  const delta = now.length - before.length;
  const changeEnd = before.length - tail;
  // A start behind the change moves with it; an end at the change grows with what is typed there.
  const moveStart = (at: number): number =>
    at <= head ? at : at >= changeEnd ? at + delta : Math.min(at, now.length);
  const moveEnd = (at: number): number =>
    at < head ? at : at >= changeEnd ? at + delta : Math.min(at, changeEnd + delta);
  return sentences.flatMap((one) => {
    const start = moveStart(one.start);
    const end = moveEnd(one.end);
    return end > start ? [{ ...one, start, end }] : [];
  });
}

/** Cuts a text into lines, and these into pieces. Marks may cross; they lie in the text, in order. */
export function cutPieces(
  text: string,
  sentences: readonly MarkedSentence[],
  shown: readonly Span[],
  flagged: readonly Span[],
): readonly Line[] {
  const cuts = new Set<number>([0, text.length]);
  for (const { start, end } of sentences) cuts.add(start).add(end);
  for (const [start, end] of [...shown, ...flagged]) cuts.add(start).add(end);
  const borders = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const lines: Piece[][] = [[]];
  let sentence = 0;
  let told: AnswerRole | null = null;
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1];
    if (end === undefined) break;
    while (sentence < sentences.length && (sentences[sentence]?.end ?? 0) <= start) sentence += 1;
    const mark = sentences[sentence];
    const role = mark && mark.start <= start ? mark.role : null;
    const begins = role !== null && mark?.start === start && role !== told;
    if (role !== null) told = role;
    const inside = (spans: readonly Span[]): boolean =>
      spans.some(([from, to]) => from <= start && to >= end);
    const piece = { role, shown: inside(shown), flagged: inside(flagged) };
    for (const [at, part] of text.slice(start, end).split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ ...piece, text: part, begins: begins && at === 0 });
    }
  }
  return lines;
}

/**
 * The same lines, where they are as before: what draws them then leaves them alone. A key changes one
 * line of hundreds.
 */
export function keepLines(before: readonly Line[], now: readonly Line[]): readonly Line[] {
  // What stands below a new line has moved by one: from the end it is as before.
  const shift = now.length - before.length;
  return now.map((line, at) => {
    const same = [before[at], before[at - shift]].find((old) => old && isSameLine(old, line));
    return same ?? line;
  });
}

function isSameLine(a: Line, b: Line): boolean {
  return (
    a.length === b.length &&
    a.every((piece, at) => {
      const other = b[at];
      return (
        piece.text === other?.text &&
        piece.role === other.role &&
        piece.begins === other.begins &&
        piece.shown === other.shown &&
        piece.flagged === other.flagged
      );
    })
  );
}
