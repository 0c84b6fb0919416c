import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Bytes; one older file of this size is kept beside it. */
const largestLog = 256 * 1024;

/**
 * What the log says of an error: its kind, its code and where in the app it arose. Its message stays
 * out, since it may quote what a person wrote or where they keep their files.
 */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const code = (error as NodeJS.ErrnoException).code;
  const kind = /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  const frames = listFrames(error).flatMap(describeFrame).slice(0, 12);
  return [
    typeof code === 'string' && /^\w{1,40}$/.test(code) ? `${kind} ${code}` : kind,
    ...frames,
  ].join(' < ');
}

/**
 * The lines of a stack behind its message: what is quoted there may look like such lines itself. None
 * where the message cannot be told from them.
 */
function listFrames({ message, stack = '' }: Error): readonly string[] {
  const head = /^[\w.]{1,60}(?: \[\w{1,60}\])?(?:: |(?=\n))/.exec(stack)?.[0];
  if (head === undefined || !stack.startsWith(`${message}\n`, head.length)) return [];
  return stack.slice(head.length + message.length).split('\n');
}

/** `name (file:line:column)`, without folders. */
function describeFrame(line: string): string[] {
  const match =
    /^\s+at (?:([\w.$<>#[\] ]{1,80}) \()?(?:[^()]*?)([\w.-]{1,60}):(\d+):(\d+)\)?$/.exec(line);
  if (!match) return [];
  const [, name = 'unnamed', file = '', row = '', column = ''] = match;
  return [`${name} (${basename(file)}:${row}:${column})`];
}

/**
 * Appends a line to the log. Never throws: a full disk must not turn one fault into two.
 *
 * @param what names the place, in the app's own words
 */
export function logFault(path: string, what: string, error?: unknown): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
      renameSync(path, `${path}.1`);
    }
    const how = error === undefined ? '' : `: ${describeError(error)}`;
    appendFileSync(path, `${new Date().toISOString()} ${what}${how}\n`);
  } catch {
    // The person is told of the fault itself; there is nowhere left to write of this one.
  }
}
