import { join } from 'node:path';
import { packFileLimit, type PackFile, type PackListing, type Reply } from './ipc.ts';
import { checkListedFile, readListedFile } from './listed-files.ts';
import { refuse, reply } from './reply.ts';

/** @throws if the list is not what the build writes */
export function readPackListings(list: string): readonly PackListing[] {
  const packs: unknown = JSON.parse(list);
  if (!Array.isArray(packs)) throw new Error('The list of packs is no list.');
  return (packs as unknown[]).map((pack) => {
    const { id, files } = pack as Record<keyof PackListing, unknown>;
    if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(id) || !Array.isArray(files)) {
      throw new Error('The list of packs has an entry that is none.');
    }
    return { id, files: (files as unknown[]).map(checkListedFile) };
  });
}

/**
 * Bytes of one file of a bundled pack. Pack and path are looked up in what the build listed; neither
 * reaches the file system as the page wrote it.
 *
 * @param folder that holds a folder for each pack, named by its id
 */
export async function readPackFile(
  folder: string,
  packs: readonly PackListing[],
  wanted: { readonly pack: string; readonly path: string },
): Promise<Reply<Uint8Array<ArrayBuffer>>> {
  const pack = packs.find(({ id }) => id === wanted.pack);
  const file = pack?.files.find(({ path }) => path === wanted.path);
  if (!pack || !file) {
    return refuse(
      'not_found',
      'A drill asks for a file that is not in its pack. Your attempts are unchanged. Choose another drill and tell the pack’s author.',
    );
  }
  if (file.size > packFileLimit) return refuseLarge(file);
  try {
    return reply(new Uint8Array(await readListedFile(join(folder, pack.id), file)));
  } catch {
    return refuse(
      'damaged',
      `A file that came with Drillbook is missing or was changed (${pack.id}/${file.path}). Your attempts are unchanged. Install Drillbook again.`,
    );
  }
}

function refuseLarge(file: PackFile): Reply<never> {
  return refuse(
    'too_large',
    `A file of the pack is larger than the ${packFileLimit / 1024 / 1024} MB that Drillbook reads (${file.path}). Your attempts are unchanged. Ask the pack’s author to split it.`,
  );
}
