import type { OpenedArchive } from '../../content/archive/open-archive.ts';
import type { InstalledEntry, PackIndex } from '../../content/archive/pack-index.ts';
import type { OfferJudgement } from './judge-offer.ts';
import type { InstalledPack, OfferedPack, PackSigner } from './pack-channels.ts';

type Keys = PackIndex['keys'];

/** @param fault what is wrong with its file, for people; null if it is whole */
export function describeInstalled(
  entry: InstalledEntry,
  fault: string | null,
  keys: Keys,
): InstalledPack {
  const { id, version, sha256, signer, installed_at, enabled, base, before } = entry;
  return {
    id,
    version,
    sha256,
    signer: signer && withPin(signer, keys),
    installedAt: installed_at,
    enabled,
    base,
    versionBefore: before?.version ?? null,
    fault,
  };
}

export function describeOffer(
  { manifest: { id, version }, sha256, signature }: OpenedArchive,
  { standing, key, installed }: OfferJudgement,
  keys: Keys,
): OfferedPack {
  return {
    sha256,
    id,
    version,
    signer: signature.kind === 'valid' ? withPin(signature, keys) : null,
    standing,
    key,
    installed: installed && { version: installed.version, sha256: installed.sha256 },
  };
}

function withPin(
  { key, fingerprint, author }: Omit<PackSigner, 'pinnedAs'>,
  keys: Keys,
): PackSigner {
  const pinned = keys.find((one) => one.key === key);
  return { key, fingerprint, author, pinnedAs: pinned?.name ?? null };
}
