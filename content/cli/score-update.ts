import { judgeUpdate, type UpdateVerdict } from '../engine/score/update/judge.ts';
import { parseUpdateRequest, type UpdateRequest } from '../engine/score/update/update-request.ts';
import { readLines } from './json-lines.ts';
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
