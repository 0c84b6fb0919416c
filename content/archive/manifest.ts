import * as v from 'valibot';
import { Id } from '../engine/format/primitives.ts';
import { refuseArchive, type ArchiveResult } from './archive-fault.ts';

export const manifestName = 'manifest.json';
export const signatureName = 'signature.json';

/** A pack to install, attempts on their way to a mentor, and what the mentor sends back. */
export const archiveKinds = ['pack', 'packet', 'review'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];

const manifestFormat = 1;
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Size = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * manifest.json, format 1: what is in the archive. `sha256` is that of a file's bytes, `packed` that
 * of the bytes as they lie in the archive: with both, a signature covers every bit of it.
 */
const ManifestSchema = v.strictObject({
  format: v.literal(manifestFormat),
  kind: v.picklist(archiveKinds),
  id: Id,
  version: v.pipe(v.string(), v.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/)),
  files: v.array(v.strictObject({ path: v.string(), size: Size, sha256: Hash, packed: Hash })),
});
export type Manifest = Readonly<v.InferOutput<typeof ManifestSchema>>;

/** The one spelling of a manifest: what is signed, and what lies in the archive. */
export function writeManifest({ format, kind, id, version, files }: Manifest): Uint8Array {
  const sorted = files
    .map(({ path, size, sha256, packed }) => ({ path, size, sha256, packed }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return new Uint8Array(
    Buffer.from(`${JSON.stringify({ format, kind, id, version, files: sorted }, null, 1)}\n`),
  );
}

/** Reads a manifest; any other spelling than that of `writeManifest` is refused. */
export function readManifest(bytes: Uint8Array): ArchiveResult<Manifest> {
  const data = parseJsonBytes(bytes);
  const format = (data as { format?: unknown } | null | undefined)?.format;
  if (typeof format === 'number' && format > manifestFormat) return refuseArchive('newer_format');
  const checked = v.safeParse(ManifestSchema, data);
  if (!checked.success)
    return refuseArchive('manifest_invalid', null, describeIssue(checked.issues[0]));
  return Buffer.compare(bytes, writeManifest(checked.output)) === 0
    ? { ok: true, value: checked.output }
    : refuseArchive('manifest_invalid', null, 'its spelling is another');
}

/** undefined for what is no JSON in UTF-8. */
export function parseJsonBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? 'it is not what it should be' : `"${path}" is not what it should be`;
}
