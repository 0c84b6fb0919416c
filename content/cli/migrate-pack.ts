import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findKind, migrateFile, type Migrated } from '../engine/format/migrate.ts';
import { withFile } from './command-fault.ts';
import { readNamedPack } from './find-packs.ts';
import { dim, green, red, type Terminal } from './terminal.ts';

export interface MigrateOptions {
  readonly folder: string;
  readonly write: boolean;
  readonly json: boolean;
}

/**
 * Brings every file of a pack to today's format. Without `write` it only says what it would do.
 * Exit code 1 where a file cannot be brought on; then nothing is written at all.
 */
export function migratePack(terminal: Terminal, { folder, write, json }: MigrateOptions): number {
  const source = readNamedPack(folder);
  const files = source.paths.flatMap((path) => {
    const kind = findKind(path);
    return kind === null ? [] : [{ path, result: migrateFile(kind, source.readText(path)) }];
  });
  const refused = files.some(({ result }) => result.kind === 'refused');
  if (write && !refused) {
    for (const { path, result } of files) {
      if (result.kind === 'migrated') replaceFile(join(folder, path), result.text);
    }
  }
  if (json)
    terminal.write(
      JSON.stringify({ written: write && !refused, files: files.map(describe) }, null, 2),
    );
  else writeResult(terminal, files, write && !refused);
  return refused ? 1 : 0;
}

/** Beside it first, then in its place: a file is never half written. */
function replaceFile(path: string, text: string): void {
  withFile('write', path, () => {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  });
}

interface FileResult {
  readonly path: string;
  readonly result: Migrated;
}

function describe({ path, result }: FileResult) {
  if (result.kind !== 'migrated') return { file: path, ...result };
  const { kind, from, to, steps } = result;
  return { file: path, kind, from, to, steps };
}

function writeResult(terminal: Terminal, files: readonly FileResult[], written: boolean): void {
  let changed = 0;
  for (const { path, result } of files) {
    if (result.kind === 'refused') terminal.write(`${red('refused')} ${path}: ${result.why}`);
    if (result.kind !== 'migrated') continue;
    changed += 1;
    terminal.write(
      `${green(written ? 'written' : 'would change')} ${path}: format ${result.from} to ${result.to}`,
    );
    for (const step of result.steps) terminal.write(dim(`    ${step}`));
  }
  const current = files.filter(({ result }) => result.kind === 'current').length;
  if (changed === 0 && current === files.length) {
    terminal.write(
      `Nothing to migrate: ${current} file${current === 1 ? ' is' : 's are'} of today’s format.`,
    );
  } else if (changed > 0 && !written)
    terminal.write(dim('Nothing was written. With --write it is.'));
}
