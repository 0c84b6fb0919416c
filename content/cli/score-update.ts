import { judgeUpdate, type UpdateVerdict } from '../engine/score/update/judge.ts';
import { parseUpdateRequest, type UpdateRequest } from '../engine/score/update/update-request.ts';
import { bold, red, type Terminal } from './terminal.ts';

/**
 * Scores written updates: JSON lines in, a line of JSON out for each, in order. On a screen, without
 * --json, the same as sentences. A bad line becomes {"error"} in its place, and exit code 2.
 */
export async function scoreUpdates(
  terminal: Terminal,
  { input, readable }: { readonly input: AsyncIterable<string>; readonly readable: boolean },
): Promise<number> {
  let bad = false;
  let number = 0;
  for await (const line of readLines(input)) {
    number += 1;
    const parsed = parseUpdateRequest(line);
    if (parsed.ok) {
      const verdict = judgeUpdate(parsed.request);
      terminal.write(
        readable ? writeVerdict(number, parsed.request, verdict) : JSON.stringify(verdict),
      );
    } else {
      bad = true;
      const error = `line ${number}: ${parsed.error}`;
      terminal.write(readable ? red(error) : JSON.stringify({ error }));
    }
  }
  return bad ? 2 : 0;
}

/**
 * Lines end at \n alone: JSON may hold U+2028, at which Node's readline would cut. Empty lines at
 * the end are no lines.
 */
async function* readLines(input: AsyncIterable<string>): AsyncGenerator<string> {
  let pieces: string[] = [];
  let empty = 0;
  let first = true;
  function* give(line: string): Generator<string> {
    const clean = first ? line.replace(/^\uFEFF/, '') : line;
    first = false;
    if (clean.trim() === '') {
      empty += 1;
      return;
    }
    for (; empty > 0; empty -= 1) yield '';
    yield clean;
  }
  for await (const chunk of input) {
    const [head = '', ...rest] = chunk.split('\n');
    pieces.push(head);
    for (const next of rest) {
      yield* give(pieces.join(''));
      pieces = [next];
    }
  }
  yield* give(pieces.join(''));
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
