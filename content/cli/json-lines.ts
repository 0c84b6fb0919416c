import { red, type Terminal } from './terminal.ts';

/** What a line of JSON asks for, or why it asks for nothing that can be answered. */
type ParsedLine<Request> =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly error: string };

export interface LinesIn {
  readonly input: AsyncIterable<string>;
  /** As sentences on a screen; otherwise a line of JSON for each. */
  readonly readable: boolean;
}

/**
 * Answers each line in its place, in order. A bad one becomes {"error"}, and exit code 2.
 *
 * @param answer what is written for a request; `number` counts from 1
 */
export async function answerLines<Request>(
  terminal: Terminal,
  { input, readable }: LinesIn,
  parse: (line: string) => ParsedLine<Request>,
  answer: (request: Request, number: number) => string,
): Promise<number> {
  let bad = false;
  let number = 0;
  for await (const line of readLines(input)) {
    number += 1;
    const parsed = parse(line);
    if (parsed.ok) {
      terminal.write(answer(parsed.request, number));
      continue;
    }
    bad = true;
    const error = `line ${number}: ${parsed.error}`;
    terminal.write(readable ? red(error) : JSON.stringify({ error }));
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
