import type { OpenedArchive } from '../../content/archive/open-archive.ts';
import { isKeptAsBase64 } from '../../content/engine/format/drill-manifest.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Local edits that are in force, and what they are edits of. */
export interface LocalEdits {
  readonly base: OpenedArchive;
  readonly mine: OpenedArchive;
}

/**
 * The files of an update together with local edits. Texts come as they were merged by the page; edited
 * pictures are kept where the update leaves them alone.
 *
 * @param texts take the place of the update's; null: there is none
 * @param edits null where there are none that are whole
 */
export function mergeEdits(
  update: OpenedArchive,
  texts: readonly { readonly path: string; readonly text: string | null }[],
  edits: LocalEdits | null,
): Files {
  const merged = new Map(update.files);
  for (const { path, text } of texts) {
    if (text === null) merged.delete(path);
    else merged.set(path, new TextEncoder().encode(text));
  }
  if (!edits) return merged;
  const { base, mine } = edits;
  const paths = new Set([...base.files.keys(), ...mine.files.keys()]);
  for (const path of [...paths].filter(isKeptAsBase64)) {
    const [was, own, other] = [base, mine, update].map(({ files }) => files.get(path));
    if (!isSame(was, other) || isSame(was, own)) continue;
    if (own) merged.set(path, own);
    else merged.delete(path);
  }
  return merged;
}

export function holdSameFiles(one: Files, other: Files): boolean {
  return one.size === other.size && [...one].every(([path, own]) => isSame(own, other.get(path)));
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one && other ? Buffer.compare(one, other) === 0 : one === other;
}
