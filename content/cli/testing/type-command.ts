import { tmpdir } from 'node:os';
import { Readable, Writable } from 'node:stream';
import { runDrillbook } from '../run-drillbook.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

interface Setting {
  /** What is led into the command. */
  readonly input?: string | Uint8Array;
  /** The folder it is typed in. */
  readonly cwd?: string;
  /** Below it lie logs that were given no place. */
  readonly home?: string;
}

interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was written and complained of, piece by piece and each with its line end. */
  readonly written: readonly string[];
  readonly complained: readonly string[];
}

/**
 * Types a command and waits for its end: what drillbook.ts does, but in this process, since the start
 * of one of its own takes longer than most commands. One at a time: folder and home are the process's.
 */
export async function typeCommand(
  args: readonly string[],
  { input = '', cwd = tmpdir(), home = cwd }: Setting = {},
): Promise<Said> {
  const { terminal, written, complained } = openMemoryTerminal(input);
  const leave = enter(cwd, { HOME: home, XDG_DATA_HOME: home });
  try {
    const status = await runDrillbook(terminal, args);
    return { status, stdout: written.join(''), stderr: complained.join(''), written, complained };
  } finally {
    leave();
  }
}

/** A pipe on both sides, and what came out of it. */
export function openMemoryTerminal(input: string | Uint8Array = '') {
  const [written, complained]: [string[], string[]] = [[], []];
  const terminal: Terminal = openTerminal({
    stdin: Readable.from([Buffer.from(input)], { objectMode: false }),
    stdout: collectInto(written),
    stderr: collectInto(complained),
  });
  return { terminal, written, complained };
}

function collectInto(texts: string[]): Writable {
  return new Writable({
    decodeStrings: false,
    write: (text: string, _encoding, done) => {
      texts.push(text);
      done();
    },
  });
}

/** Returns what leaves the folder again and puts the variables back. */
function enter(cwd: string, variables: Readonly<Record<string, string>>): () => void {
  const before = { cwd: process.cwd(), variables: { ...process.env } };
  process.chdir(cwd);
  Object.assign(process.env, variables);
  return () => {
    process.chdir(before.cwd);
    for (const name of Object.keys(variables)) {
      const value = before.variables[name];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
}
