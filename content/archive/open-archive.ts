import { createHash, type KeyObject } from 'node:crypto';
import { PackSchema } from '../engine/format/pack-schema.ts';
import { checkShape, parseYaml } from '../engine/format/parse-yaml.ts';
import { refuseArchive, type ArchiveResult } from './archive-fault.ts';
import {
  manifestName,
  readManifest,
  signatureName,
  writeManifest,
  type ArchiveKind,
  type Manifest,
} from './manifest.ts';
import { readArchive, type ArchivedFile } from './read-archive.ts';
import { refuseFault } from './refuse-fault.ts';
import { signManifest, verifyManifest, type Signer } from './signature.ts';
import { packFile, storeFile, writeZip, type PackedFile } from './write-archive.ts';

/** An archive that passed every guard. */
export interface OpenedArchive {
  /** What is in it. Made from pack.yaml where somebody zipped a pack by hand. */
  readonly manifest: Manifest;
  /** Path → bytes, without manifest.json and signature.json, sorted by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /**
   * A signature that does not fit is no state: the archive is refused (`signature_broken`). Unsigned
   * must be said to the person; a valid key means as much as it is known to be the author's.
   */
  readonly signature: { readonly kind: 'unsigned' } | ({ readonly kind: 'valid' } & Signer);
  /** SHA-256 of the archive itself, hexadecimal. */
  readonly sha256: string;
}

export interface OpenOptions {
  /** Any other kind is refused. */
  readonly expectKind: ArchiveKind;
  /** Milliseconds of a clock that only moves forward. */
  readonly now?: () => number;
}

/**
 * Opens a pack, packet or review, in memory: every guard of read-archive.ts, then the manifest
 * (exactly its files, each with its hash), then the signature. Never throws for what is in `bytes`,
 * and takes at most about two seconds. The contents of the files are as foreign as before: see
 * check-contents.ts for what may go on to a parser.
 */
export async function openArchive(
  bytes: Uint8Array,
  { expectKind, now }: OpenOptions,
): Promise<ArchiveResult<OpenedArchive>> {
  const read = await readArchive(bytes, now);
  if (!read.ok) return read;
  const byPath = new Map(read.value.files.map((file) => [file.path, file]));
  const own = byPath.get(manifestName);
  const signed = byPath.get(signatureName);
  byPath.delete(manifestName);
  byPath.delete(signatureName);
  const content = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = own
    ? checkManifest(bytes, own, signed, content)
    : inferManifest(content, signed, expectKind);
  if (!manifest.ok) return manifest;
  if (manifest.value.kind !== expectKind) {
    return refuseArchive('wrong_kind', null, `it is a ${manifest.value.kind}, not a ${expectKind}`);
  }
  const signer = own && signed ? verifyManifest(own.bytes, signed.bytes) : null;
  if (signer && !signer.ok) return signer;
  const files = new Map(content.map((file) => [file.path, file.bytes]));
  if (expectKind === 'pack') {
    const header = checkPackHeader(manifest.value, files);
    if (!header.ok) return header;
  }
  return {
    ok: true,
    value: {
      manifest: manifest.value,
      files,
      signature: signer ? { kind: 'valid', ...signer.value } : { kind: 'unsigned' },
      sha256: hashBytes(bytes),
    },
  };
}

/** A file of an archive that is about to be written, packed, with the hash of what it holds. */
export type SealedFile = PackedFile & { readonly sha256: string };

/**
 * Writes an archive. The same files give the same bytes, whenever and wherever.
 *
 * @param files path → bytes; manifest and signature are added here
 * @param signWith signs it as well
 */
export function writeArchive(
  about: Pick<Manifest, 'kind' | 'id' | 'version'>,
  files: ReadonlyMap<string, Uint8Array>,
  signWith?: { readonly key: KeyObject; readonly author: string },
): Uint8Array {
  return joinArchive(about, packAll(files), signWith);
}

/** The first part of `writeArchive`, and nearly all of its time: what a worker can do, which has no key. */
export function packAll(files: ReadonlyMap<string, Uint8Array>): readonly SealedFile[] {
  return [...files]
    .filter(([path]) => path !== manifestName && path !== signatureName)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({ ...packFile(path, bytes), sha256: hashBytes(bytes) }));
}

/** Signs a whole archive. An earlier signature is replaced; the files stay the same. */
export async function signArchive(
  bytes: Uint8Array,
  expectKind: ArchiveKind,
  signWith: { readonly key: KeyObject; readonly author: string },
): Promise<ArchiveResult<Uint8Array>> {
  const opened = await openArchive(bytes, { expectKind });
  if (!opened.ok) return opened;
  return { ok: true, value: writeArchive(opened.value.manifest, opened.value.files, signWith) };
}

/** The second part of `writeArchive`: manifest, signature, and the packed files in one. */
export function joinArchive(
  { kind, id, version }: Pick<Manifest, 'kind' | 'id' | 'version'>,
  packed: readonly SealedFile[],
  signWith?: { readonly key: KeyObject; readonly author: string },
): Uint8Array {
  const files = packed.map((file) => ({
    path: file.path,
    size: file.size,
    sha256: file.sha256,
    packed: hashBytes(file.packed),
  }));
  const manifest = writeManifest({ format: 1, kind, id, version, files });
  const signature = signWith && signManifest(manifest, signWith.key, signWith.author);
  return writeZip([
    storeFile(manifestName, manifest),
    ...(signature ? [storeFile(signatureName, signature)] : []),
    ...packed,
  ]);
}

/** The manifest lists exactly the files that are there, bit by bit. */
function checkManifest(
  bytes: Uint8Array,
  own: ArchivedFile,
  signed: ArchivedFile | undefined,
  content: readonly ArchivedFile[],
): ArchiveResult<Manifest> {
  const manifest = readManifest(own.bytes);
  if (!manifest.ok) return manifest;
  const listed = new Map(manifest.value.files.map((file) => [file.path, file]));
  if (listed.size !== manifest.value.files.length) {
    return refuseArchive('manifest_invalid', null, 'it lists a file twice');
  }
  for (const file of content) {
    const line = listed.get(file.path);
    if (!line) return refuseArchive('file_extra', file.path);
    listed.delete(file.path);
    if (line.size !== file.bytes.length || line.sha256 !== hashBytes(file.bytes)) {
      return refuseArchive('file_changed', file.path);
    }
  }
  const [missing] = listed.keys();
  if (missing !== undefined) return refuseArchive('file_missing', missing);
  // Written by us, an archive has one form. So each bit of it counts, those of its headers too.
  const packed = new Map(manifest.value.files.map((file) => [file.path, file.packed]));
  const again = content.find((file) => packed.get(file.path) !== hashBytes(file.packed));
  if (again) return refuseArchive('repacked', again.path);
  const ours = writeZip([
    storeFile(manifestName, own.bytes),
    ...(signed ? [storeFile(signatureName, signed.bytes)] : []),
    ...content.map((file) => ({ ...file, size: file.bytes.length })),
  ]);
  return Buffer.compare(ours, bytes) === 0 ? manifest : refuseArchive('repacked');
}

/** A pack that somebody zipped by hand has no manifest. It is unsigned, and as good as its folder. */
function inferManifest(
  content: readonly ArchivedFile[],
  signed: ArchivedFile | undefined,
  expectKind: ArchiveKind,
): ArchiveResult<Manifest> {
  const header = content.find(({ path }) => path === 'pack.yaml');
  if (signed || !header || expectKind !== 'pack') {
    const inside = content.find(({ path }) => /^[^/]+\/pack\.yaml$/.test(path))?.path;
    const where = inside === undefined ? '' : `the pack is one folder too deep, see ${inside}`;
    return refuseArchive('manifest_missing', null, where);
  }
  const pack = readPackHeader(header.bytes);
  if (!pack.ok) return pack;
  const files = content.map(({ path, bytes, packed }) => ({
    path,
    size: bytes.length,
    sha256: hashBytes(bytes),
    packed: hashBytes(packed),
  }));
  return { ok: true, value: { format: 1, kind: 'pack', ...pack.value, files } };
}

/** pack.yaml must be there and name what the manifest names. */
function checkPackHeader(
  manifest: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
): ArchiveResult<unknown> {
  const bytes = files.get('pack.yaml');
  if (!bytes) return refuseArchive('pack_invalid', 'pack.yaml', 'it is missing');
  const pack = readPackHeader(bytes);
  if (!pack.ok) return pack;
  const same = pack.value.id === manifest.id && pack.value.version === manifest.version;
  return same ? pack : refuseArchive('pack_mismatch');
}

/** @returns id and version of a pack, from its pack.yaml */
function readPackHeader(bytes: Uint8Array): ArchiveResult<{ id: string; version: string }> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuseArchive('not_utf8', 'pack.yaml');
  }
  const source = parseYaml('pack.yaml', text);
  if (!source.ok) return refuseFault('pack.yaml', source.faults, 'yaml');
  const checked = checkShape(source.value, PackSchema);
  if (!checked.ok) return refuseFault('pack.yaml', checked.faults, 'pack_invalid');
  const { id, version } = checked.value;
  return { ok: true, value: { id, version } };
}

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
