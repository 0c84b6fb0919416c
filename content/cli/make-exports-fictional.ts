import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeFictional, type Fictional } from '../engine/evidence/fictional/make-fictional.ts';
import { CommandFault, withFile } from './command-fault.ts';
import { makeFolders } from './make-folders.ts';
import { readInputFile } from './read-input-file.ts';
import { dim, green, yellow, type Terminal } from './terminal.ts';
import { alignCells } from './wrap-text.ts';

export interface ExportOptions {
  readonly files: readonly string[];
  readonly to: string;
  readonly seed: number;
  readonly json: boolean;
}

/**
 * Writes fictional copies of real exports into a folder, with one mapping for all. The exports are
 * only read; the mapping is kept nowhere. Exit code 1 where free text was left that a person must
 * look at.
 */
export function makeExportsFictional(
  terminal: Terminal,
  { files, to, seed, json }: ExportOptions,
): number {
  const exports = files.map((path) => ({
    name: basename(path),
    text: readText(path),
  }));
  const fictional = makeFictional(exports, seed);
  const paths = fictional.files.map(({ name }) => join(to, name));
  const taken = paths.find((path, index) => existsSync(path) || paths.indexOf(path) !== index);
  if (taken !== undefined) {
    throw new CommandFault(`${taken} is there already. Nothing was written.`);
  }
  for (const [index, path] of paths.entries()) {
    withFile('write', path, () => {
      makeFolders(to);
      writeFileSync(path, fictional.files[index]?.text ?? '');
    });
  }
  if (json) terminal.write(JSON.stringify(describe(fictional, paths), null, 2));
  else writeResult(terminal, fictional, paths);
  return fictional.left.length > 0 ? 1 : 0;
}

function readText(path: string): string {
  const bytes = readInputFile(path);
  if (bytes.includes(0) || (bytes[0] === 0x1f && bytes[1] === 0x8b)) {
    throw new CommandFault(`${path} is no text: unpack it first.`);
  }
  return bytes.toString('utf8');
}

function describe({ files, replaced, left }: Fictional, paths: readonly string[]) {
  const written = files.map(({ format }, index) => ({ file: paths[index] ?? '', format }));
  return { files: written, replaced, left };
}

function writeResult(terminal: Terminal, fictional: Fictional, paths: readonly string[]): void {
  for (const [index, { format }] of fictional.files.entries()) {
    terminal.write(`${green('written')} ${paths[index] ?? ''} ${dim(format)}`);
  }
  terminal.write('\nReplaced');
  for (const line of alignCells(
    fictional.replaced.map(({ kind, things }) => [`  ${kind}`, String(things)]),
  )) {
    terminal.write(line);
  }
  if (fictional.left.length === 0) return;
  terminal.write(`\n${yellow('Not mapped: read these yourself before anybody else does')}`);
  for (const line of alignCells(
    fictional.left.map(({ file, field, texts, first }) => [
      `  ${file}`,
      field,
      `${texts} text${texts === 1 ? '' : 's'}`,
      first,
    ]),
  )) {
    terminal.write(line);
  }
}
