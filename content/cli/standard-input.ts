import type { Terminal } from './terminal.ts';

/** What is led into a command, as text. */
export function standardInput({ streams }: Terminal): AsyncIterable<string> {
  return streams.stdin.setEncoding('utf8') as AsyncIterable<string>;
}

/** Sentences on a screen; JSON for a pipe, or where it was asked for. */
export function readsForPeople({ streams }: Terminal, json: boolean): boolean {
  return !json && streams.stdout.isTTY === true;
}
