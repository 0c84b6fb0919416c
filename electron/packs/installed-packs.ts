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
import { isKeptAsBase64 } from '../../content/engine/format/drill-manifest.ts';
import { writeFingerprint } from '../../content/archive/signature.ts';
import { inOrder } from '../in-order.ts';
import type { PackListing } from '../ipc.ts';
import { writeAtomically } from '../write-atomically.ts';
import { ArchiveFolder } from './archive-folder.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { judgeOffer, refuseOffer, type OfferJudgement } from './judge-offer.ts';
import type { InstalledPack, OfferedPack, PacksAtHand, PackSigner } from './pack-channels.ts';

/** What an action on packs comes to: the state after it, or why nothing was changed. */
export type PackAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly code: 'not_found' | 'not_allowed' | 'damaged';
      readonly message: string;
    };

export interface InstalledPacksSettings {
  /** Holds index.json and a file for each archive, named by its SHA-256. */
  readonly folder: string;
  /** Ids of the packs that came with the app. */
  readonly bundled: ReadonlySet<string>;
  readonly now: () => Date;
  readonly reader: Pick<ArchiveReader, 'openPack' | 'writePack'>;
}

const indexName = 'index.json';

/**
 * Packs that the person installed. An archive is kept as it came, under the name of its hash, and is
 * opened behind every guard again when it is read. It counts once the index names it, and the index
 * is written all or nothing: killed at any moment, the old state stands.
 */
export class InstalledPacks {
  #index: PackIndex;
  #offered: { readonly archive: OpenedArchive; readonly bytes: Uint8Array } | null = null;
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
      packs: this.#index.packs.map((entry) => this.#describe(entry)),
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
    if (inForce && sameFiles(inForce, archive)) {
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
      const edited = new Map(archive.files);
      for (const { path, text } of files) {
        if (text === null) edited.delete(path);
        else edited.set(path, new TextEncoder().encode(text));
      }
      await this.#carryPictures(archive, edited);
      if (sameBytes(edited, archive.files)) return this.#putInForce(archive, bytes, null);
      const { id, version } = archive.manifest;
      const written = await this.#settings.reader.writePack({ id, version, files: edited });
      if (!written.ok) return { ok: false, code: 'damaged', message: written.fault.message };
      await this.#archives.keep(archive, bytes);
      return this.#putInForce(written.value.archive, written.value.bytes, archive.sha256);
    });
  }

  /** Puts the author’s own files in force again. The edits can be brought back by `goBack`. */
  dropEdits(id: string): Promise<PackAnswer<PacksAtHand>> {
    const installed_at = this.#settings.now().toISOString();
    return this.#change(id, (entry) => {
      const { version, sha256, signer, base } = entry;
      if (base === null) return null;
      const before = { version, sha256, signer, installed_at: entry.installed_at, base };
      return { ...entry, sha256: base, base: null, installed_at, before };
    });
  }

  goBack(id: string): Promise<PackAnswer<PacksAtHand>> {
    return this.#change(id, (entry) => {
      if (!entry.before) return null;
      const { version, sha256, signer, installed_at, base } = entry;
      return {
        ...entry,
        ...entry.before,
        before: { version, sha256, signer, installed_at, base },
      };
    });
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

  /** Edited pictures are kept where the update leaves them alone; the page merges texts. */
  async #carryPictures(update: OpenedArchive, edited: Map<string, Uint8Array>): Promise<void> {
    const entry = this.#find(update.manifest.id);
    if (!entry?.base) return;
    const [base, mine] = [
      await this.#archives.open(entry.base),
      await this.#archives.open(entry.sha256),
    ];
    if (!base || !mine) return;
    const paths = new Set([...base.files.keys(), ...mine.files.keys()]);
    for (const path of [...paths].filter(isKeptAsBase64)) {
      const [was, own, other] = [base, mine, update].map(({ files }) => files.get(path));
      if (!isSame(was, other) || isSame(was, own)) continue;
      if (own) edited.set(path, own);
      else edited.delete(path);
    }
  }

  #hold(archive: OpenedArchive, bytes: Uint8Array): OfferedPack {
    this.#offered = { archive, bytes };
    const { id, version } = archive.manifest;
    const { standing, key, installed } = this.#judge(archive);
    return {
      sha256: archive.sha256,
      id,
      version,
      signer: this.#signerOf(archive),
      standing,
      key,
      installed: installed && { version: installed.version, sha256: installed.sha256 },
    };
  }

  #judge(archive: OpenedArchive): OfferJudgement {
    return judgeOffer(archive, this.#index, this.#settings.bundled);
  }

  #checkOffer(
    sha256: string,
  ): PackAnswer<{ readonly archive: OpenedArchive; readonly bytes: Uint8Array }> {
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
    const { id, version } = archive.manifest;
    const old = this.#find(id);
    // Local edits are not signed; whose pack it is does not change with them.
    const author = base === null ? archive : await this.#archives.open(base);
    const signer = readSigner(author) ?? (base === null ? null : (old?.signer ?? null));
    const entry: InstalledEntry = {
      id,
      version,
      sha256: archive.sha256,
      signer,
      installed_at: this.#settings.now().toISOString(),
      enabled: old?.enabled ?? true,
      base,
      before: old && {
        version: old.version,
        sha256: old.sha256,
        signer: old.signer,
        installed_at: old.installed_at,
        base: old.base,
      },
    };
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

  #describe(entry: InstalledEntry): InstalledPack {
    const { id, version, sha256, signer, installed_at, enabled, base, before } = entry;
    return {
      id,
      version,
      sha256,
      signer: signer && this.#withPin(signer),
      installedAt: installed_at,
      enabled,
      base,
      versionBefore: before?.version ?? null,
      fault: this.#archives.findFault(sha256),
    };
  }

  #signerOf({ signature }: OpenedArchive): PackSigner | null {
    return signature.kind === 'valid' ? this.#withPin(signature) : null;
  }

  #withPin({ key, fingerprint, author }: Omit<PackSigner, 'pinnedAs'>): PackSigner {
    const pinned = this.#index.keys.find((one) => one.key === key);
    return { key, fingerprint, author, pinnedAs: pinned?.name ?? null };
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

function sameFiles(one: OpenedArchive, other: OpenedArchive): boolean {
  const hashes = new Map(one.manifest.files.map(({ path, sha256 }) => [path, sha256]));
  const { files } = other.manifest;
  return (
    files.length === hashes.size && files.every(({ path, sha256 }) => hashes.get(path) === sha256)
  );
}

function sameBytes(
  one: ReadonlyMap<string, Uint8Array>,
  other: ReadonlyMap<string, Uint8Array>,
): boolean {
  return one.size === other.size && [...one].every(([path, own]) => isSame(own, other.get(path)));
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one && other ? Buffer.compare(one, other) === 0 : one === other;
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

function readSigner(archive: OpenedArchive | null): InstalledEntry['signer'] {
  if (archive?.signature.kind !== 'valid') return null;
  const { key, fingerprint, author } = archive.signature;
  return { key, fingerprint, author };
}

const notInstalled = {
  ok: false,
  code: 'not_found',
  message: 'That pack is not installed any more. Nothing was changed.',
} as const;
