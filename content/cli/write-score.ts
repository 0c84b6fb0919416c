import type { AttemptEvent } from '../engine/drill/attempt-log.ts';
import { formatScenarioTime } from '../engine/format/scenario-time.ts';
import type { Point } from '../engine/score/point.ts';
import { shareOfTotal, type PartScore, type Score } from '../engine/score/score.ts';
import { bold, dim, yellow } from './terminal.ts';
import { wrapText } from './wrap-text.ts';

export interface Total {
  readonly earned: number;
  readonly possible: number;
  readonly share: number;
}

export function sumScore(score: Score): Total {
  return {
    earned: score.parts.reduce((sum, { earned }) => sum + earned, 0),
    possible: score.parts.reduce((sum, { possible }) => sum + possible, 0),
    share: shareOfTotal(score),
  };
}

/** A score with every point: its rule, its weight, what it earned and the event that earned it, and the words of an update that cost something. */
export function writeScore(score: Score, events: readonly AttemptEvent[], columns: number): string {
  const { earned, possible, share } = sumScore(score);
  return [
    ...score.parts.flatMap((part) => writePart(part, events, columns)),
    bold(`total ${writeShare(earned, possible, share)}`),
  ].join('\n');
}

function writePart(
  { part, earned, possible, points, cap }: PartScore,
  events: readonly AttemptEvent[],
  columns: number,
): readonly string[] {
  return [
    bold(`${part} ${writeShare(earned, possible, possible === 0 ? 0 : earned / possible)}`),
    ...points.flatMap((point) => writePoint(point, events, columns)),
    ...(cap
      ? [
          yellow(
            `  at most ${writePercent(cap.share)} of this part, by event ${cap.seq}: ${cap.why}`,
          ),
        ]
      : []),
    '',
  ];
}

function writePoint(
  { rule, title, weight, earned, seq, why, spans }: Point,
  events: readonly AttemptEvent[],
  columns: number,
): readonly string[] {
  const event = seq === null ? undefined : events[seq];
  const cause = event
    ? `event ${event.seq} ${event.kind} at ${formatScenarioTime(event.at_s)}`
    : 'no event';
  const words =
    event?.kind === 'update_sent' && earned < 0
      ? spans.map(([start, end]) => `"${event.data.text.slice(start, end)}"`).join(', ')
      : '';
  return [
    `  ${writeNumber(earned)} of ${writeNumber(weight)}  ${title}`,
    dim(`      ${rule} · ${cause}`),
    ...(why === '' ? [] : [wrapText(why, columns, '      ')]),
    ...(words === '' ? [] : [wrapText(words, columns, '      ')]),
  ];
}

function writeShare(earned: number, possible: number, share: number): string {
  return `${writeNumber(earned)} of ${writeNumber(possible)} (${writePercent(share)})`;
}

function writeNumber(value: number): string {
  return String(Number(value.toFixed(2)));
}

function writePercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
