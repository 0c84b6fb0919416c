import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommandFault, withFile } from '../command-fault.ts';
import { makeFolders } from '../make-folders.ts';
import { bold, type Terminal } from '../terminal.ts';
import { describeSignature } from './check-packs.ts';
import { openPack, readBytes } from './sign-pack.ts';

/**
 * Unpacks a pack into a new folder, all or nothing: written beside its place, then moved there. A
 * folder that holds anything is never touched.
 */
export async function unpack(
  terminal: Terminal,
  {
    file,
    folder,
    json,
  }: { readonly file: string; readonly folder: string; readonly json: boolean },
): Promise<number> {
  const place = resolve(folder);
  withFile('write', folder, () => {
    if (existsSync(place) && readdirSync(place).length > 0) {
      throw new CommandFault(`${folder} holds files already. Name a folder that is new or empty.`);
    }
  });
  const opened = await openPack(readBytes(file), file);
  withFile('write', folder, () => {
    makeFolders(dirname(place));
    const part = `${place}.${randomUUID().slice(0, 8)}.part`;
    mkdirSync(part);
    try {
      for (const [path, bytes] of opened.files) {
        const target = join(part, ...path.split('/'));
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, bytes, { flag: 'wx' });
      }
      if (existsSync(place)) rmdirSync(place); // empty: seen above
      renameSync(part, place);
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  });
  const { id, version } = opened.manifest;
  if (json) {
    const { signature } = opened;
    terminal.write(JSON.stringify({ folder, id, version, files: opened.files.size, signature }));
  } else {
    terminal.write(`${bold(folder)} ${id} ${version}, ${opened.files.size} files.`);
    terminal.write(`    ${describeSignature(opened)}`);
  }
  return 0;
}
