import { parseAnswerRequest } from '../engine/star/answer-request.ts';
import { liftByOne } from '../engine/star/lift-by-one.ts';
import { scoreAnswer, type StarScore } from '../engine/star/score-answer.ts';
import { starDimensions } from '../engine/star/star-rule.ts';
import { claimReached } from '../engine/star/claims.ts';
import { answerLines, type LinesIn } from './json-lines.ts';
import { bold, dim, type Terminal } from './terminal.ts';

/**
 * Scores answers to behavioural questions: JSON lines in, a line of JSON out for each, in order. On
 * a screen, without --json, the same as sentences. A bad line becomes {"error"} in its place, and
 * exit code 2.
 */
export function scoreAnswers(terminal: Terminal, lines: LinesIn): Promise<number> {
  return answerLines(terminal, lines, parseAnswerRequest, (request, number) => {
    const score = scoreAnswer(request);
    return lines.readable ? writeScore(number, score) : writeJson(score);
  });
}

/** The parts first: the total never stands without them. */
function writeScore(number: number, score: StarScore): string {
  const { dimensions, points, sentences, total } = score;
  const lifts = liftByOne(score);
  const lines = starDimensions.flatMap((dimension) => [
    bold(`  ${dimension.replace('_', ' ')} ${dimensions[dimension].toFixed(1)} of 5`),
    ...points
      .filter((point) => point.dimension === dimension)
      .map(({ rule, effect, why }) => `    ${writeEffect(effect)}  ${rule}: ${why}`),
    ...lifts
      .filter((lift) => lift.dimension === dimension)
      .flatMap(({ steps }) => steps.map(({ advice }) => dim(`           to lift it: ${advice}`))),
  ]);
  const roles = sentences.map(
    ({ text, role }) => `  ${role.padEnd(10)}  ${text.replaceAll(/\s+/g, ' ')}`,
  );
  return [
    bold(`${number}. mean of the six parts below: ${total.toFixed(1)} of 5`),
    ...lines,
    ...roles,
    dim(`  ${claimReached.text}`),
  ].join('\n');
}

/**
 * The terminal takes out what could steer it. In JSON these are written as escapes instead, so that
 * a sentence comes back as it was given and its span fits.
 */
function writeJson(score: StarScore): string {
  return JSON.stringify(score).replaceAll(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function writeEffect(effect: number): string {
  return `${effect > 0 ? '+' : ''}${effect.toFixed(1)}`.padStart(5);
}
