import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveFault } from '../../content/archive/archive-fault.ts';
import type { OpenedArchive } from '../../content/archive/open-archive.ts';
import {
  emptyIndex,
  listArchives,
  parsePackIndex,
  type InstalledEntry,
  type PackIndex,
} from '../../content/archive/pack-index.ts';
import { writeFingerprint } from '../../content/archive/signature.ts';
import { inOrder } from '../in-order.ts';
import type { PackListing } from '../ipc.ts';
import { writeAtomically } from '../write-atomically.ts';
import { ArchiveFolder } from './archive-folder.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { describeInstalled, describeOffer } from './describe-packs.ts';
import { dropEdits, goBack, makeEntry } from './entry-versions.ts';
import { judgeOffer, refuseOffer, type OfferJudgement } from './judge-offer.ts';
import { holdSameFiles, mergeEdits, type LocalEdits } from './merge-edits.ts';
import type { PackAnswer } from './pack-answer.ts';
import type { OfferedPack, PacksAtHand } from './pack-channels.ts';

export interface InstalledPacksSettings {
  /** Holds index.json and a file for each archive, named by its SHA-256. */
  readonly folder: string;
  /** Ids of the packs that came with the app. */
  readonly bundled: ReadonlySet<string>;
  readonly now: () => Date;
  readonly reader: Pick<ArchiveReader, 'openPack' | 'writePack'>;
}

/** An archive that was opened, and its bytes as they came. */
interface Offered {
  readonly archive: OpenedArchive;
  readonly bytes: Uint8Array;
}

const indexName = 'index.json';

/**
 * Packs that the person installed. An archive is kept as it came, under the name of its hash, and is
 * opened behind every guard again when it is read. It counts once the index names it, and the index
 * is written all or nothing: killed at any moment, the old state stands.
 */
export class InstalledPacks {
  #index: PackIndex;
  #offered: Offered | null = null;
  /** Removed in this run; their files go at the next start. */
  readonly #removed = new Map<string, InstalledEntry>();
  readonly #archives: ArchiveFolder;
  readonly #inOrder = inOrder();
  readonly #settings: InstalledPacksSettings;

  private constructor(index: PackIndex, settings: InstalledPacksSettings) {
    this.#index = index;
    this.#settings = settings;
    this.#archives = new ArchiveFolder(settings.folder, settings.reader);
  }

  /**
   * Reads the index, and removes what a crash or a removal left.
   *
   * @throws if the index is there and is none; nothing is changed then
   */
  static async open(settings: InstalledPacksSettings): Promise<InstalledPacks> {
    const index = await readPackIndex(join(settings.folder, indexName));
    const packs = new InstalledPacks(index, settings);
    await packs.#archives.sweep(listArchives(index));
    return packs;
  }

  async list(): Promise<PacksAtHand> {
    for (const { sha256 } of this.#index.packs) await this.#archives.open(sha256);
    return {
      packs: this.#index.packs.map((entry) =>
        describeInstalled(entry, this.#archives.findFault(entry.sha256), this.#index.keys),
      ),
      keys: this.#index.keys,
    };
  }

  /** The packs that are switched on and whole, as bundled ones are listed. */
  async listings(): Promise<readonly PackListing[]> {
    const listings: PackListing[] = [];
    for (const { id, sha256, enabled } of this.#index.packs) {
      const archive = enabled ? await this.#archives.open(sha256) : null;
      if (archive) listings.push({ id, files: archive.manifest.files });
    }
    return listings;
  }

  get keys(): PackIndex['keys'] {
    return this.#index.keys;
  }

  /** The archive in force of an installed pack; null if there is none that is whole. */
  async find(id: string): Promise<OpenedArchive | null> {
    const entry = this.#index.packs.find((one) => one.id === id && one.enabled);
    return entry ? this.#archives.open(entry.sha256) : null;
  }

  /** The archive in force of an installed pack, switched on or not; null if there is none that is whole. */
  async findWhole(id: string): Promise<OpenedArchive | null> {
    const entry = this.#find(id);
    return entry ? this.#archives.open(entry.sha256) : null;
  }

  /** An archive that is offered, in force, a base or the version before. */
  async findArchive(sha256: string): Promise<OpenedArchive | null> {
    if (this.#offered?.archive.sha256 === sha256) return this.#offered.archive;
    return listArchives(this.#index).has(sha256) ? this.#archives.open(sha256) : null;
  }

  /** Opens an archive behind every guard and holds it until the person decides. */
  async offer(bytes: Uint8Array): Promise<PackAnswer<OfferedPack>> {
    const opened = await this.#settings.reader.openPack(bytes);
    if (!opened.ok) return { ok: false, code: 'damaged', message: opened.fault.message };
    return { ok: true, value: this.#hold(opened.value, bytes) };
  }

  /**
   * Packs what the person edited of an installed pack, and holds it like a file that was opened: put
   * in force, it is local edits of the same version.
   */
  async offerEdited(
    id: string,
    files: ReadonlyMap<string, Uint8Array>,
  ): Promise<PackAnswer<OfferedPack>> {
    const entry = this.#find(id);
    if (!entry) return notInstalled;
    const { version, sha256 } = entry;
    const written = await this.#settings.reader.writePack({ id, version, files });
    if (!written.ok) return { ok: false, code: 'damaged', message: explainEdited(written, entry) };
    const { archive, bytes } = written.value;
    const inForce = await this.#archives.open(sha256);
    if (inForce && holdSameFiles(inForce.files, archive.files)) {
      return {
        ok: false,
        code: 'not_found',
        message:
          'Nothing in that folder differs from the pack that is installed. Nothing was changed. Save your edits in the folder first, then take them in.',
      };
    }
    return { ok: true, value: this.#hold(archive, bytes) };
  }

  /** Puts the offered archive in force. */
  install(sha256: string): Promise<PackAnswer<PacksAtHand>> {
    return this.#inOrder(async () => {
      const offered = this.#checkOffer(sha256);
      if (!offered.ok) return offered;
      const { archive, bytes } = offered.value;
      const { standing, installed } = this.#judge(archive);
      const base = standing === 'edited' && installed ? (installed.base ?? installed.sha256) : null;
      return this.#putInForce(archive, bytes, base);
    });
  }

  /** Puts an update in force together with local edits: `files` replace those of the offered archive. */
  installEdited(
    sha256: string,
    files: readonly { readonly path: string; readonly text: string | null }[],
  ): Promise<PackAnswer<PacksAtHand>> {
    return this.#inOrder(async () => {
      const offered = this.#checkOffer(sha256);
      if (!offered.ok) return offered;
      const { archive, bytes } = offered.value;
      const { id, version } = archive.manifest;
      const edited = mergeEdits(archive, files, await this.#openEdits(id));
      if (holdSameFiles(edited, archive.files)) return this.#putInForce(archive, bytes, null);
      const written = await this.#settings.reader.writePack({ id, version, files: edited });
      if (!written.ok) return { ok: false, code: 'damaged', message: written.fault.message };
      await this.#archives.keep(archive, bytes);
      return this.#putInForce(written.value.archive, written.value.bytes, archive.sha256);
    });
  }

  /** Puts the author’s own files in force again. The edits can be brought back by `goBack`. */
  dropEdits(id: string): Promise<PackAnswer<PacksAtHand>> {
    const at = this.#settings.now().toISOString();
    return this.#change(id, (entry) => dropEdits(entry, at));
  }

  /** Puts in force what was so before; called again, it is undone. */
  goBack(id: string): Promise<PackAnswer<PacksAtHand>> {
    return this.#change(id, goBack);
  }

  setEnabled(id: string, enabled: boolean): Promise<PackAnswer<PacksAtHand>> {
    return this.#change(id, (entry) => ({ ...entry, enabled }));
  }

  remove(id: string): Promise<PackAnswer<PacksAtHand>> {
    return this.#inOrder(async () => {
      const entry = this.#find(id);
      if (!entry) return notInstalled;
      const packs = this.#index.packs.filter((one) => one.id !== id);
      const done = await this.#write({ ...this.#index, packs });
      this.#removed.set(id, entry);
      return done;
    });
  }

  /** Undoes `remove`, until the app starts again. */
  bringBack(id: string): Promise<PackAnswer<PacksAtHand>> {
    return this.#inOrder(async () => {
      const entry = this.#removed.get(id);
      if (!entry || this.#find(id)) return notInstalled;
      const done = await this.#write({ ...this.#index, packs: [...this.#index.packs, entry] });
      this.#removed.delete(id);
      return done;
    });
  }

  pinKey(key: string, name: string): Promise<PackAnswer<PacksAtHand>> {
    return this.#inOrder(() => {
      const since = this.#settings.now().toISOString();
      const others = this.#index.keys.filter((one) => one.key !== key);
      const pinned = { key, fingerprint: writeFingerprint(key), name, since };
      return this.#write({ ...this.#index, keys: [...others, pinned] });
    });
  }

  forgetKey(key: string): Promise<PackAnswer<PacksAtHand>> {
    return this.#inOrder(() =>
      this.#write({ ...this.#index, keys: this.#index.keys.filter((one) => one.key !== key) }),
    );
  }

  #find(id: string): InstalledEntry | null {
    return this.#index.packs.find((one) => one.id === id) ?? null;
  }

  /** The local edits of a pack that are in force; null where there are none that are whole. */
  async #openEdits(id: string): Promise<LocalEdits | null> {
    const entry = this.#find(id);
    if (!entry?.base) return null;
    const base = await this.#archives.open(entry.base);
    const mine = await this.#archives.open(entry.sha256);
    return base && mine && { base, mine };
  }

  #hold(archive: OpenedArchive, bytes: Uint8Array): OfferedPack {
    this.#offered = { archive, bytes };
    return describeOffer(archive, this.#judge(archive), this.#index.keys);
  }

  #judge(archive: OpenedArchive): OfferJudgement {
    return judgeOffer(archive, this.#index, this.#settings.bundled);
  }

  #checkOffer(sha256: string): PackAnswer<Offered> {
    const offered = this.#offered;
    if (offered?.archive.sha256 !== sha256) {
      return {
        ok: false,
        code: 'not_found',
        message:
          'The pack that was looked at is no longer at hand. Nothing was installed. Open its file again.',
      };
    }
    const message = refuseOffer(offered.archive.manifest.id, this.#judge(offered.archive));
    if (message !== null) return { ok: false, code: 'not_allowed', message };
    return { ok: true, value: offered };
  }

  async #putInForce(
    archive: OpenedArchive,
    bytes: Uint8Array,
    base: string | null,
  ): Promise<PackAnswer<PacksAtHand>> {
    await this.#archives.keep(archive, bytes);
    const { id } = archive.manifest;
    const author = base === null ? archive : await this.#archives.open(base);
    const at = this.#settings.now().toISOString();
    const entry = makeEntry(archive, this.#find(id), author, base, at);
    const others = this.#index.packs.filter((one) => one.id !== id);
    const packs = [...others, entry].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#offered = null;
    return this.#write({ ...this.#index, packs });
  }

  #change(
    id: string,
    change: (entry: InstalledEntry) => InstalledEntry | null,
  ): Promise<PackAnswer<PacksAtHand>> {
    return this.#inOrder(async () => {
      const entry = this.#find(id);
      const changed = entry && change(entry);
      if (!changed) return notInstalled;
      const packs = this.#index.packs.map((one) => (one.id === id ? changed : one));
      return this.#write({ ...this.#index, packs });
    });
  }

  async #write(index: PackIndex): Promise<PackAnswer<PacksAtHand>> {
    await mkdir(this.#settings.folder, { recursive: true });
    await writeAtomically(join(this.#settings.folder, indexName), JSON.stringify(index, null, 1));
    this.#index = index;
    return { ok: true, value: await this.list() };
  }
}

async function readPackIndex(path: string): Promise<PackIndex> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyIndex;
    throw error;
  }
  return parsePackIndex(text);
}

/** What a reader says of a stranger’s file, said to the person who edited this one. */
function explainEdited(
  { fault }: { readonly fault: ArchiveFault },
  { id, version }: InstalledEntry,
): string {
  const safe = 'Nothing was installed, and the folder is as it was.';
  if (fault.code === 'pack_mismatch') {
    return `pack.yaml in that folder does not name “${id}” ${version} any more. ${safe} Leave id and version as they are: local edits lie on that version.`;
  }
  const [what = ''] = fault.message.split('. ');
  return `That folder is no pack as it stands: ${what}. ${safe} Mend that and take it in again.`;
}

const notInstalled = {
  ok: false,
  code: 'not_found',
  message: 'That pack is not installed any more. Nothing was changed.',
} as const;
