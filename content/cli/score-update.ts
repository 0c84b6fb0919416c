import { judgeUpdate, type UpdateVerdict } from '../engine/score/update/judge.ts';
import { parseUpdateRequest, type UpdateRequest } from '../engine/score/update/update-request.ts';
import { answerLines, type LinesIn } from './json-lines.ts';
import { bold, type Terminal } from './terminal.ts';

/**
 * Scores written updates: JSON lines in, a line of JSON out for each, in order. On a screen, without
 * --json, the same as sentences. A bad line becomes {"error"} in its place, and exit code 2.
 */
export function scoreUpdates(terminal: Terminal, lines: LinesIn): Promise<number> {
  return answerLines(terminal, lines, parseUpdateRequest, (request, number) => {
    const verdict = judgeUpdate(request);
    return lines.readable ? writeVerdict(number, request, verdict) : JSON.stringify(verdict);
  });
}

function writeVerdict(
  number: number,
  { audience, at_min, text }: UpdateRequest,
  { total, points }: UpdateVerdict,
): string {
  const lines = points.map(({ rule, weight, earned, spans, why }) => {
    const words = spans.map(
      ([start, end]) => `“${text.slice(start, end).replaceAll(/\s+/g, ' ')}”`,
    );
    const marked = words.length === 0 ? '' : `\n      ${words.join('\n      ')}`;
    return `  ${round(earned)} of ${round(weight)}  ${rule}: ${why}${marked}`;
  });
  const title = `${number}. for ${audience}, minute ${at_min}: ${Math.round(total * 100)} %`;
  return [bold(title), ...lines].join('\n');
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
