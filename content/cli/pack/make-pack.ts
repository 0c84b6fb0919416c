import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  refuseArchive,
  type ArchiveFault,
  type ArchiveResult,
} from '../../archive/archive-fault.ts';
import { archiveLimits, findKindFault } from '../../archive/archive-limits.ts';
import { checkContents, type CheckedPart } from '../../archive/check-contents.ts';
import { findNameClash, findNameFault } from '../../archive/check-name.ts';
import { openArchive, writeArchive } from '../../archive/open-archive.ts';
import { loadPack } from '../../engine/format/load-pack.ts';
import type { PackHeader } from '../../engine/format/pack-schema.ts';
import { CommandFault, withFile } from '../command-fault.ts';
import { suggestRename } from '../suggest-rename.ts';
import { bold, dim, red, type Terminal } from '../terminal.ts';
import { describeHeld, listHeld } from './held-things.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Packs a folder into one file that passes `pack check`. The same folder gives the same bytes. Names
 * that begin with a dot are left out. Exit code 1 and no file where the pack would be refused.
 */
export async function makePack(
  terminal: Terminal,
  {
    folder,
    output,
    json,
  }: { readonly folder: string; readonly output: string | undefined; readonly json: boolean },
): Promise<number> {
  const files = withFile('read', folder, () => readFiles(folder));
  const header = readHeader(folder, files);
  const path = output ?? `${header.id}-${header.version}.drillpack`;
  const checked = checkFiles(files);
  if (!checked.ok) return complain(terminal, checked.fault, json);
  const bytes = writeArchive({ kind: 'pack', id: header.id, version: header.version }, files);
  const opened = await openArchive(bytes, { expectKind: 'pack' });
  if (!opened.ok) return complain(terminal, opened.fault, json);
  writeWhole(path, bytes);
  const { id, version } = header;
  if (json) {
    const { sha256 } = opened.value;
    const holds = { files: files.size, ...listHeld(checked.value) };
    const told = { file: path, id, version, ...holds, bytes: bytes.length, sha256 };
    terminal.write(JSON.stringify(told));
  } else {
    const size = `${files.size} ${files.size === 1 ? 'file' : 'files'}, ${Math.ceil(bytes.length / 1024)} kB`;
    const holds = describeHeld(listHeld(checked.value));
    terminal.write(`${bold(path)} ${header.title} ${version}, ${holds}: ${size}.`);
    terminal.write(dim('It is not signed yet. See: drillbook help pack sign.'));
  }
  return 0;
}

function complain(
  terminal: Terminal,
  { code, message, file }: ArchiveFault,
  json: boolean,
): number {
  const said = message.replace(
    'Nothing was unpacked, and nothing of yours has changed.',
    'Nothing was written.',
  );
  if (json) terminal.write(JSON.stringify({ error: said, code, inside: file }));
  else terminal.complain(`${red('Not packed.')} ${said}`);
  return 1;
}

function readHeader(folder: string, files: ReadonlyMap<string, Uint8Array>): PackHeader {
  const bytes = files.get('pack.yaml');
  if (!bytes) {
    const remedy = suggestRename(folder, 'pack.yaml');
    throw new CommandFault(`${folder} is not a pack: it has no pack.yaml.${remedy}`);
  }
  const { header, faults } = loadPack(new Map([['pack.yaml', new TextDecoder().decode(bytes)]]));
  if (header) return header;
  const [fault] = faults;
  const why = fault ? `pack.yaml:${fault.line}: ${fault.message}` : 'pack.yaml is at fault.';
  throw new CommandFault(`${folder} cannot be packed: ${why} See: drillbook lint.`);
}

/** Whether a file is left out of a pack: what begins with a dot, and packs that lie there. */
export function staysAtHome(path: string): boolean {
  return path.endsWith('.drillpack') || path.split('/').some((name) => name.startsWith('.'));
}

function readFiles(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full).split(sep).join('/');
    if (entry.isDirectory() || staysAtHome(path)) continue;
    if (!entry.isFile()) {
      throw new CommandFault(`${full} is a link or a device: put the file itself there.`);
    }
    files.set(path, new Uint8Array(readFileSync(full)));
  }
  return files;
}

/** The manifest, and the signature that may come later. */
const addedFiles = 2;

/** What a reader would refuse, said before anything is written. */
function checkFiles(files: ReadonlyMap<string, Uint8Array>): ArchiveResult<readonly CheckedPart[]> {
  let total = 0;
  for (const [path, { length }] of files) {
    total += length;
    const code = findNameFault(path) ?? findKindFault(path);
    if (code) return refuseArchive(code, path);
    if (length > archiveLimits.fileBytes) return refuseArchive('file_too_large', path);
  }
  if (total > archiveLimits.totalBytes) return refuseArchive('total_too_large');
  const { entries } = archiveLimits;
  if (files.size + addedFiles > entries) {
    const message = `There are ${files.size} files; a pack takes ${entries - addedFiles} besides its manifest and its signature. Make it smaller, or split it. Nothing was written.`;
    return { ok: false, fault: { code: 'too_many_files', message, file: null } };
  }
  const clash = findNameClash([...files.keys()].map((name) => ({ name, isFolder: false })));
  if (clash) return refuseArchive(clash.code, clash.name);
  return checkContents(files);
}
