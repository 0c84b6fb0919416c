import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const guide = fileURLToPath(new URL('../../docs/write-your-first-drill.md', import.meta.url));
const program = fileURLToPath(new URL('drillbook.ts', import.meta.url));
const prompt = 'npm run --silent drillbook -- ';

/** A step of the guide: something to type, or a change to a file. */
type GuideStep =
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'change'; readonly file: string; readonly lines: readonly string[] };

export interface TypedCommand {
  readonly command: string;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Does what the guide says, in its order, in a folder that stands for the one in which Drillbook
 * lies. Throws an Error where a change does not fit its file.
 */
export function followGuide(folder: string): readonly TypedCommand[] {
  const here = join(folder, 'drillbook');
  mkdirSync(here, { recursive: true });
  const typed: TypedCommand[] = [];
  for (const step of readGuide(readFileSync(guide, 'utf8'))) {
    if (step.kind === 'change') changeFile(join(here, step.file), step.lines);
    else typed.push(type(step.command, here));
  }
  return typed;
}

/** Commands stand alone in a block without a language; changes in blocks `diff FILE`. */
function readGuide(text: string): readonly GuideStep[] {
  const blocks = text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, language = '', body = '']): GuideStep[] => {
    const lines = body.trimEnd().split('\n');
    if (language.startsWith('diff ')) {
      return [{ kind: 'change', file: language.slice('diff '.length), lines }];
    }
    return lines
      .filter((line) => line.startsWith(prompt))
      .map((line) => ({ kind: 'command', command: line.slice(prompt.length) }));
  });
}

/** What asks sees the end of its input and stops in order. */
function type(command: string, cwd: string): TypedCommand {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...command.split(' ')], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, HOME: cwd, XDG_DATA_HOME: cwd },
  });
  return { command, status, stdout, stderr };
}

function changeFile(path: string, lines: readonly string[]): void {
  const keep = (but: string): string =>
    lines
      .filter((line) => !line.startsWith(but))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const before = readFileSync(path, 'utf8');
  const [head, ...rest] = before.split(keep('+'));
  if (head === undefined || rest.length !== 1) {
    throw new Error(`The change does not fit ${path} in one place:\n${keep('+')}`);
  }
  writeFileSync(path, `${head}${keep('-')}${rest[0] ?? ''}`);
}
