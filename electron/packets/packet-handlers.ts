import type { BrowserWindow, Dialog } from 'electron';
import { openFile, saveFile } from '../dialog-files.ts';
import type { Handlers, Reply } from '../ipc.ts';
import type { ArchiveReader } from '../packs/archive-reader.ts';
import { archiveBytes, type PinnedKeyListing } from '../packs/pack-channels.ts';
import { refuse, reply } from '../reply.ts';
import type { PacketFileOpened } from './packet-channels.ts';
import type { SentFile } from './read-sent-bytes.ts';

export interface PacketHandlerSettings {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly window: BrowserWindow;
  /** Where a save dialog begins. */
  readonly documents: () => string;
  readonly dataFolder: string;
  /** Keys whose holders the person knows by name. */
  readonly listKeys: () => Promise<readonly PinnedKeyListing[]>;
  readonly reader: Pick<ArchiveReader, 'openSent' | 'packTexts'>;
}

const filters = {
  packet: { name: 'Drillbook packet for a mentor', extensions: ['drillpacket'] },
  review: { name: 'Drillbook review', extensions: ['drillreview'] },
};

/**
 * What the page may do with packets and reviews. Sender and payload have been checked by then. Zips
 * and YAML are read by code that comes with the first call.
 */
export function makePacketHandlers(settings: PacketHandlerSettings): Handlers['packets'] {
  const { dialog, window, documents, dataFolder, listKeys, reader } = settings;

  async function read(bytes: Uint8Array): Promise<Reply<PacketFileOpened>> {
    const [opened, keys] = await Promise.all([reader.openSent(bytes), listKeys()]);
    return opened.ok
      ? reply(describe(opened.value, keys))
      : refuse('damaged', opened.fault.message);
  }

  return {
    open: async () => {
      const both = {
        name: 'Drillbook packet or review',
        extensions: [...filters.packet.extensions, ...filters.review.extensions],
      };
      const chosen = await openFile(dialog, window, { filters: [both], maxBytes: archiveBytes });
      if (chosen.kind === 'refused') return chosen;
      if (chosen.value.kind === 'cancelled') return reply({ kind: 'cancelled' });
      return read(chosen.value.bytes);
    },
    read: ({ bytes }) => read(bytes),
    save: async ({ kind, id, suggestedName, files, sign, author }) => {
      const [{ writePacketBytes }, { readOwnKey }] = await Promise.all([
        import('./packet-files.ts'),
        import('../keys/own-key.ts'),
      ]);
      const own = sign ? readOwnKey(dataFolder) : null;
      if (sign && !own) return refuse('not_found', noKey);
      const signWith = own && { key: own.privateKey, author };
      const made = await writePacketBytes({ kind, id, files, signWith }, reader);
      if (!made.ok) return refuse('not_allowed', made.message);
      const { bytes, sha256 } = made.value;
      const wish = { suggestedName, bytes, filters: [filters[kind]] };
      const saved = await saveFile(dialog, window, documents(), wish);
      if (saved.kind === 'refused' || saved.value.kind === 'cancelled')
        return saved as Reply<never>;
      return reply({ ...saved.value, sha256 });
    },
    ownKey: async () => {
      const { readOwnKey } = await import('../keys/own-key.ts');
      const own = readOwnKey(dataFolder);
      return reply(own && { key: own.key, fingerprint: own.fingerprint });
    },
    makeKey: async () => {
      const { makeOwnKey } = await import('../keys/own-key.ts');
      const { key, fingerprint } = makeOwnKey(dataFolder);
      return reply({ key, fingerprint });
    },
  };
}

function describe(
  { signature, ...sent }: SentFile,
  keys: readonly PinnedKeyListing[],
): Exclude<PacketFileOpened, { readonly kind: 'cancelled' }> {
  if (signature.kind === 'unsigned') return { ...sent, signer: null };
  const { key, fingerprint, author } = signature;
  const pinnedAs = keys.find((one) => one.key === key)?.name ?? null;
  return { ...sent, signer: { key, fingerprint, author, pinnedAs } };
}

const noKey =
  'There is no key to sign with. Nothing was written, and nothing of yours has changed. Make a key first, or send it unsigned.';
