import type { OpenedArchive } from '../../content/archive/open-archive.ts';
import type { InstalledEntry } from '../../content/archive/pack-index.ts';

/**
 * The entry of an archive that is put in force.
 *
 * @param old what it takes the place of, and goes back to
 * @param author the author's own archive; null where it is no longer whole
 * @param base its hash, where `archive` holds local edits of it
 */
export function makeEntry(
  { manifest: { id, version }, sha256 }: OpenedArchive,
  old: InstalledEntry | null,
  author: OpenedArchive | null,
  base: string | null,
  installed_at: string,
): InstalledEntry {
  return {
    id,
    version,
    sha256,
    // Local edits are not signed; whose pack it is does not change with them.
    signer: readSigner(author) ?? (base === null ? null : (old?.signer ?? null)),
    installed_at,
    enabled: old?.enabled ?? true,
    base,
    before: old && pickVersion(old),
  };
}

/** The author's own files in force again; null where there are no edits. */
export function dropEdits(entry: InstalledEntry, installed_at: string): InstalledEntry | null {
  const { base } = entry;
  if (base === null) return null;
  return { ...entry, sha256: base, base: null, installed_at, before: pickVersion(entry) };
}

/** What was in force before, and the way back from it; null where nothing was. */
export function goBack(entry: InstalledEntry): InstalledEntry | null {
  return entry.before && { ...entry, ...entry.before, before: pickVersion(entry) };
}

function pickVersion(entry: InstalledEntry): NonNullable<InstalledEntry['before']> {
  const { version, sha256, signer, installed_at, base } = entry;
  return { version, sha256, signer, installed_at, base };
}

function readSigner(archive: OpenedArchive | null): InstalledEntry['signer'] {
  if (archive?.signature.kind !== 'valid') return null;
  const { key, fingerprint, author } = archive.signature;
  return { key, fingerprint, author };
}
