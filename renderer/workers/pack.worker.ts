import { loadPack } from '../../content/engine/format/load-pack.ts';

/** Asks for one pack: path inside the pack → text. `id` comes back with the answer. */
export interface PackRequest {
  readonly id: number;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Parses packs away from the window's thread: YAML and schema together are the longest work there
 * is at start, and the largest code.
 */
addEventListener('message', ({ data }: MessageEvent<PackRequest>) => {
  const { header, glossary, faults, drills } = loadPack(new Map(Object.entries(data.texts)));
  const pack = {
    header,
    glossary,
    faults,
    // `source` holds functions, which cannot be posted; only the linter needs it.
    drills: drills.map((entry) =>
      entry.kind === 'ready' ? { kind: entry.kind, slug: entry.slug, drill: entry.drill } : entry,
    ),
  };
  postMessage({ id: data.id, pack });
});
