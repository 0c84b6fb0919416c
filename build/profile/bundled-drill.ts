import { join } from 'node:path';
import { prepareDrill, type PreparedDrill } from '../../content/engine/drill/prepared-drill.ts';
import type { Drill } from '../../content/engine/format/drill-schema.ts';
import { readPackFolder, type PackFolder } from '../../content/cli/read-pack-folder.ts';
import { root } from '../launcher/root.ts';

export interface BundledDrill {
  readonly source: PackFolder;
  readonly slug: string;
  readonly drill: Drill;
  readonly prepared: PreparedDrill;
}

/** Read once: to parse the twelve drills takes longer than many a test that needs one of them. */
let bundled: PackFolder | undefined;

/**
 * A drill that comes with Drillbook.
 *
 * @param id as people quote it: "D01"
 * @throws if there is none that loads
 */
export function readBundledDrill(id: string): BundledDrill {
  const source = (bundled ??= readPackFolder(join(root, 'content/packs/core')));
  for (const entry of source.pack.drills) {
    if (entry.kind !== 'ready' || entry.drill.id !== id) continue;
    const { slug, drill } = entry;
    const prepared = prepareDrill(drill, source.readEvidence(slug, drill));
    return { source, slug, drill, prepared };
  }
  throw new Error(`There is no drill ${id} that loads.`);
}
