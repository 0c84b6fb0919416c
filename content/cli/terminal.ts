import type { Readable, Writable } from 'node:stream';

/** What a process reads from and writes to; `isTTY` where that is a person's screen. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable;
}

/** Where a command reads from and writes to. */
export interface Terminal {
  readonly columns: number;
  /** For what is led in or typed. Writing goes through `write` and `complain`. */
  readonly streams: Pick<Streams, 'stdin' | 'stdout'>;
  /** Writes text and a line end. What could steer the terminal is taken out of it. */
  write(text: string): void;
  complain(text: string): void;
}

const style = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
export const bold = style(1);
export const dim = style(2);
export const red = style(31);
export const green = style(32);
export const yellow = style(33);
export const cyan = style(36);

/**
 * Control characters, and those that turn the direction of writing: a pack or a log that is shown
 * must not move the cursor, set the title or reorder a line. Our own styles are let through.
 */
const steering = /(?![\n\t])\p{Cc}(?:\[(?:[0-2]|3[1-6])m)?|[\u202a-\u202e\u2066-\u2069]/gu;

function cleanText(text: string, colour: boolean): string {
  return text.replace(steering, (found) =>
    colour && found.startsWith('\u001b') && found.length > 1 ? found : '',
  );
}

/** The terminal of these streams. Colour only on a screen, and not with NO_COLOR. */
export function openTerminal(streams: Streams): Terminal {
  // Standard input is opened by whoever reads it: to look at it already begins to take it.
  const { stdout, stderr } = streams;
  const colour = stdout.isTTY === true && !process.env['NO_COLOR'];
  return {
    columns: stdout.isTTY ? Math.min(120, Math.max(40, stdout.columns ?? 100)) : 100,
    streams,
    write: (text) => void stdout.write(`${cleanText(text, colour)}\n`),
    complain: (text) => void stderr.write(`${cleanText(text, false)}\n`),
  };
}
