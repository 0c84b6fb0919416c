import type { Drill } from '../../content/engine/format/drill-schema.ts';
import type { DrillKit } from './catalogue.svelte.ts';

/** Evidence id → text, out of a kit. */
export function readKitEvidence(kit: DrillKit, drill: Drill): ReadonlyMap<string, string> {
  return new Map(
    drill.evidence.map(({ id, file }) => [id, kit.texts[`drills/${kit.slug}/${file}`] ?? '']),
  );
}
