/**
 * Lines end at \n alone: JSON may hold U+2028, at which Node's readline would cut. Empty lines at
 * the end are no lines.
 */
export async function* readLines(input: AsyncIterable<string>): AsyncGenerator<string> {
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
