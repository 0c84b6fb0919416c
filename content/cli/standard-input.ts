/** What is led into a command, as text. */
export function standardInput(): AsyncIterable<string> {
  return process.stdin.setEncoding('utf8') as AsyncIterable<string>;
}

/** Sentences on a screen; JSON for a pipe, or where it was asked for. */
export function readsForPeople(json: boolean): boolean {
  return !json && process.stdout.isTTY;
}
