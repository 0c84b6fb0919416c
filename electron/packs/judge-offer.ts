import type { OpenedArchive } from '../../content/archive/open-archive.ts';
import type { InstalledEntry, PackIndex } from '../../content/archive/pack-index.ts';
import { compareVersions } from '../../content/engine/format/compare-versions.ts';
import type { OfferKey, OfferStanding } from './pack-channels.ts';

export interface OfferJudgement {
  readonly standing: OfferStanding;
  readonly key: OfferKey;
  /** The installed pack of the same id. */
  readonly installed: InstalledEntry | null;
}

/** How an archive stands to what is installed, and its key to what is known. */
export function judgeOffer(
  archive: OpenedArchive,
  index: PackIndex,
  bundled: ReadonlySet<string>,
): OfferJudgement {
  const installed = index.packs.find(({ id }) => id === archive.manifest.id) ?? null;
  const standing = compare(archive, installed, bundled);
  return { standing, key: judgeKey(archive, installed, standing, index), installed };
}

function compare(
  { manifest: { id, version }, sha256 }: OpenedArchive,
  installed: InstalledEntry | null,
  bundled: ReadonlySet<string>,
): OfferStanding {
  if (bundled.has(id)) return 'bundled';
  if (!installed) return 'new';
  if (sha256 === installed.sha256) return 'same';
  const order = compareVersions(version, installed.version);
  if (order !== 0) return order > 0 ? 'update' : 'older';
  return 'edited';
}

/** The key that counts for a pack is its author's: local edits of one are never signed by it. */
function judgeKey(
  { signature }: OpenedArchive,
  installed: InstalledEntry | null,
  standing: OfferStanding,
  { keys }: PackIndex,
): OfferKey {
  const known = installed?.signer ?? null;
  if (signature.kind === 'unsigned') {
    return known && standing !== 'edited' && standing !== 'same' ? 'changed' : 'unsigned';
  }
  if (known && known.key !== signature.key) return 'changed';
  return keys.some(({ key }) => key === signature.key) ? 'pinned' : 'unknown';
}

/** Why an offered archive is not installed, for people; null if it may be. */
export function refuseOffer(id: string, { standing, key }: OfferJudgement): string | null {
  if (standing === 'bundled') {
    return `The pack “${id}” comes with Drillbook and is not replaced by a file. Nothing was installed. Its author has to give it an id of its own.`;
  }
  if (key === 'changed') {
    return `The pack “${id}” that is installed was signed with another key. Nothing was installed, and the installed pack is unchanged. Ask its author, in person or by telephone, whether their key has changed; if it has, remove the installed pack first.`;
  }
  return null;
}
