import type { Handlers, Reply } from '../ipc.ts';
import { refuse, reply } from '../reply.ts';
import { makeEditHandlers, type EditHandlerSettings } from './edit-handlers.ts';
import type { InstalledPacks } from './installed-packs.ts';
import type { PacksOnDisk } from './open-installed-packs.ts';
import { replyWith } from './pack-answer.ts';

/** What the page may do with installed packs. Sender and payload have been checked by then. */
export function makeInstalledHandlers(
  { open, keys }: Pick<PacksOnDisk, 'open' | 'keys'>,
  edits: Omit<EditHandlerSettings, 'open'>,
): Handlers['installed'] {
  return {
    ...makeEditHandlers({ ...edits, open }),
    keys: async () => reply(await keys()),
    list: async () => reply(await (await open()).list()),
    offer: async ({ bytes }) => replyWith(await (await open()).offer(bytes)),
    readArchived: async ({ sha256, path }) => {
      const archive = await (await open()).findArchive(sha256);
      const bytes = archive?.files.get(path);
      return bytes ? reply(new Uint8Array(bytes)) : notAtHand;
    },
    listArchived: async ({ sha256 }) => {
      const archive = await (await open()).findArchive(sha256);
      if (!archive) return notAtHand;
      return reply(
        archive.manifest.files.map(({ path, size, sha256: own }) => ({ path, size, sha256: own })),
      );
    },
    install: async ({ sha256 }) => replyWith(await (await open()).install(sha256)),
    installEdited: async ({ sha256, files }) =>
      replyWith(await (await open()).installEdited(sha256, files)),
    goBack: async ({ id }) => replyWith(await (await open()).goBack(id)),
    setEnabled: async ({ id, enabled }) => replyWith(await (await open()).setEnabled(id, enabled)),
    remove: async ({ id }) => replyWith(await (await open()).remove(id)),
    bringBack: async ({ id }) => replyWith(await (await open()).bringBack(id)),
    pinKey: async ({ key, name }) => replyWith(await (await open()).pinKey(key, name)),
    forgetKey: async ({ key }) => replyWith(await (await open()).forgetKey(key)),
  };
}

/** Bytes of one file of an installed pack. Pack and path are looked up in what its archive holds. */
export async function readInstalledFile(
  installed: InstalledPacks,
  { pack, path }: { readonly pack: string; readonly path: string },
): Promise<Reply<Uint8Array<ArrayBuffer>>> {
  const bytes = (await installed.find(pack))?.files.get(path);
  if (bytes) return reply(new Uint8Array(bytes));
  return refuse(
    'not_found',
    'A drill asks for a file that is not in its pack. Your attempts are unchanged. Choose another drill and tell the pack’s author.',
  );
}

const notAtHand = refuse(
  'not_found',
  'That pack is no longer at hand. Nothing was changed. Open its file again.',
);
