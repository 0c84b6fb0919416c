import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeChange, diffPacks, type PackVersion } from '../../engine/format/diff-packs.ts';
import { loadPack } from '../../engine/format/load-pack.ts';
import { withFile } from '../command-fault.ts';
import { readNamedPack } from '../find-packs.ts';
import type { Terminal } from '../terminal.ts';
import { staysAtHome } from './make-pack.ts';
import { openPack, readBytes } from './sign-pack.ts';

/** Says what differs between two packs, each a file or a folder. */
export async function diffPackFiles(
  terminal: Terminal,
  {
    before,
    after,
    json,
  }: { readonly before: string; readonly after: string; readonly json: boolean },
): Promise<number> {
  const changes = diffPacks(await readVersion(before), await readVersion(after));
  if (json) {
    const told = changes.map((change) => ({ ...change, says: describeChange(change) }));
    terminal.write(JSON.stringify({ before, after, changes: told }, null, 2));
  } else if (changes.length === 0) terminal.write('Nothing differs in what a learner meets.');
  else for (const change of changes) terminal.write(describeChange(change));
  return 0;
}

async function readVersion(path: string): Promise<PackVersion> {
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  if (withFile('read', path, () => statSync(path).isDirectory())) {
    const { pack, paths } = readNamedPack(path);
    const read = (file: string): Uint8Array => withFile('read', file, () => readFileSync(file));
    const travelling = paths.filter((file) => !staysAtHome(file));
    return {
      pack,
      hashes: new Map(travelling.map((file) => [file, hash(read(join(path, file)))])),
    };
  }
  const { files } = await openPack(readBytes(path), path);
  const texts = new Map(
    [...files]
      .filter(([file]) => /\.(?:ya?ml|md)$/.test(file))
      .map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]),
  );
  const hashes = new Map([...files].map(([file, bytes]) => [file, hash(bytes)]));
  return { pack: loadPack(texts), hashes };
}
