import { createInterface } from 'node:readline';
import { dim, type Terminal } from './terminal.ts';

/** What lines are typed into: a drill or an exercise, as far as its dialogue goes. */
export interface TypedSession {
  /** What stands before the next line. */
  prompt(): string;
  /** Whether the lines that come are a text that is being written, so that none of them is a command. */
  writes(): boolean;
  /** Takes a line; the answer may be empty. */
  take(line: string): string;
  ended(): boolean;
}

/** Reads lines until the session ends, the person leaves, or the input does. Lines of a pipe are echoed. */
export async function takeTypedLines(terminal: Terminal, session: TypedSession): Promise<void> {
  const { stdin, stdout } = terminal.streams;
  const typed = stdin.isTTY === true;
  const reader = createInterface({ input: stdin, output: typed ? stdout : undefined });
  reader.on('SIGINT', () => reader.close());
  const prompt = (): void => {
    reader.setPrompt(session.prompt());
    if (typed) reader.prompt();
  };
  prompt();
  for await (const line of reader) {
    if (!typed) terminal.write(dim(`> ${line}`));
    if (!session.writes() && /^\s*(?:quit|exit)\s*$/.test(line)) break;
    const shown = session.take(line);
    if (shown !== '') terminal.write(shown);
    if (session.ended()) break;
    prompt();
  }
  reader.close();
}
