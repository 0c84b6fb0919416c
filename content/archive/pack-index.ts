import * as v from 'valibot';

const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Line = v.pipe(v.string(), v.maxLength(400));
const At = v.pipe(v.string(), v.isoTimestamp());

const SignerSchema = v.strictObject({ key: Line, fingerprint: Line, author: Line });

const EntrySchema = v.strictObject({
  id: Line,
  version: Line,
  /** SHA-256 of the archive in force: the name of its file. */
  sha256: Hash,
  /** Who signed it; null for an unsigned one. */
  signer: v.nullable(SignerSchema),
  installed_at: At,
  enabled: v.boolean(),
  /** The archive as its author made it, where the one in force holds local edits of it. */
  base: v.nullable(Hash),
  /** The entry that this one took the place of, to go back to. */
  before: v.nullable(
    v.strictObject({
      version: Line,
      sha256: Hash,
      signer: v.nullable(SignerSchema),
      installed_at: At,
      base: v.nullable(Hash),
    }),
  ),
});
export type InstalledEntry = v.InferOutput<typeof EntrySchema>;

const PinSchema = v.strictObject({
  key: Line,
  fingerprint: Line,
  /** What the person calls the holder. */
  name: Line,
  since: At,
});

const IndexSchema = v.strictObject({
  format: v.literal(1),
  packs: v.array(EntrySchema),
  keys: v.array(PinSchema),
});
export type PackIndex = v.InferOutput<typeof IndexSchema>;

export const emptyIndex: PackIndex = { format: 1, packs: [], keys: [] };

/** @throws if the text is no index: a pinned key must not be forgotten silently */
export function parsePackIndex(text: string): PackIndex {
  return v.parse(IndexSchema, JSON.parse(text));
}

/** The archives that an index needs. */
export function listArchives({ packs }: PackIndex): ReadonlySet<string> {
  return new Set(
    packs.flatMap(({ sha256, base, before }) =>
      [sha256, base, before?.sha256, before?.base].filter(
        (hash): hash is string => hash !== null && hash !== undefined,
      ),
    ),
  );
}
