import { bytes, call, fields, flag, list, nothing, nullable, text } from '../ipc-shape.ts';

/** An archive is at most this large (bytes), as content/archive has it. */
export const archiveBytes = 64 * 1024 * 1024;

export interface PackSigner {
  /** Raw Ed25519 public key, base64. */
  readonly key: string;
  /** Eight groups of four hexadecimal digits. */
  readonly fingerprint: string;
  /** What the signer calls themselves. */
  readonly author: string;
  /** What the person calls the holder of the key; null while it is not pinned. */
  readonly pinnedAs: string | null;
}

export interface InstalledPack {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the archive in force. */
  readonly sha256: string;
  readonly signer: PackSigner | null;
  /** ISO 8601, UTC. */
  readonly installedAt: string;
  readonly enabled: boolean;
  /** The author's archive, where the one in force holds local edits of it. */
  readonly base: string | null;
  /** The version before, which can be brought back. */
  readonly versionBefore: string | null;
  /** What is wrong with its file on the disk, for people; null if it is whole. */
  readonly fault: string | null;
}

export interface PinnedKeyListing {
  readonly key: string;
  readonly fingerprint: string;
  readonly name: string;
  readonly since: string;
}

/**
 * How an archive that was offered stands to what is installed. `bundled`: its id belongs to a pack
 * that came with the app, and it is refused.
 */
export type OfferStanding = 'new' | 'same' | 'update' | 'older' | 'edited' | 'bundled';

/**
 * `unsigned` · `unknown`: signed with a key that is not pinned · `pinned` · `changed`: the installed
 * pack was signed with another key, or was signed and this one is not.
 */
export type OfferKey = 'unsigned' | 'unknown' | 'pinned' | 'changed';

/** An archive that passed every guard and waits for the person's word. Nothing is installed yet. */
export interface OfferedPack {
  readonly sha256: string;
  readonly id: string;
  readonly version: string;
  readonly signer: PackSigner | null;
  readonly standing: OfferStanding;
  readonly key: OfferKey;
  /** The installed version of the same pack; null if there is none. */
  readonly installed: { readonly version: string; readonly sha256: string } | null;
}

/** A copy of a pack's files that was written for the person to edit. */
export type EditableCopy =
  | { readonly kind: 'written'; readonly folder: string }
  | { readonly kind: 'cancelled' };

/** An edited copy that passed every guard and waits for the person's word. */
export type EditedOffer =
  | { readonly kind: 'offered'; readonly folder: string; readonly pack: OfferedPack }
  | { readonly kind: 'cancelled' };

export interface ArchivedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal, lower case; checked when the archive was opened. */
  readonly sha256: string;
}

export interface PacksAtHand {
  readonly packs: readonly InstalledPack[];
  readonly keys: readonly PinnedKeyListing[];
}

const hash = text(64);
const id = text(100);

/** What the page may ask of installed packs. */
export const installedPackChannels = {
  list: call<PacksAtHand>()(nothing),
  /** The known keys alone, without a look at the packs. */
  keys: call<readonly PinnedKeyListing[]>()(nothing),
  /** Opens an archive behind every guard and holds it. A later offer takes its place. */
  offer: call<OfferedPack>()(fields({ bytes: bytes(archiveBytes) })),
  /** A file of an archive that is offered, in force, a base or the version before. */
  readArchived: call<Uint8Array<ArrayBuffer>>()(fields({ sha256: hash, path: text(400) })),
  /** The files of such an archive, each with its hash. */
  listArchived: call<readonly ArchivedFile[]>()(fields({ sha256: hash })),
  /** Puts the offered archive in force, all or nothing. A changed key is refused. */
  install: call<PacksAtHand>()(fields({ sha256: hash })),
  /**
   * Puts an update in force with local edits kept: `files` is what differs from the offered archive
   * (null: the file is left out).
   */
  installEdited: call<PacksAtHand>()(
    fields({
      sha256: hash,
      files: list(fields({ path: text(400), text: nullable(text(20 * 1024 * 1024)) }), 2000),
    }),
  ),
  /**
   * Asks for a folder, writes a copy of the files in force into a new folder there, all or nothing,
   * and shows it. The pack stays as it is.
   */
  copyToEdit: call<EditableCopy>()(fields({ id })),
  /** Asks which folder, then packs and opens what is in it, and holds it like an offered archive. */
  offerEdited: call<EditedOffer>()(fields({ id })),
  /** Puts the author's own files in force again, in the place of local edits. */
  dropEdits: call<PacksAtHand>()(fields({ id })),
  /** Brings back the version before. */
  goBack: call<PacksAtHand>()(fields({ id })),
  setEnabled: call<PacksAtHand>()(fields({ id, enabled: flag })),
  /** Its file is kept until the app starts again, so that it can be brought back. */
  remove: call<PacksAtHand>()(fields({ id })),
  bringBack: call<PacksAtHand>()(fields({ id })),
  /** Knows the holder of a key by this name from now on. */
  pinKey: call<PacksAtHand>()(fields({ key: text(100), name: text(200) })),
  forgetKey: call<PacksAtHand>()(fields({ key: text(100) })),
} as const;
