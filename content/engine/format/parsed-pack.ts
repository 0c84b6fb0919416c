import type { Drill } from './drill-schema.ts';
import type { Fault } from './fault.ts';
import type { LoadedPack } from './load-pack.ts';
import type { GlossaryEntry, PackHeader } from './pack-schema.ts';

/** A pack as its parser leaves it, without its sources: plain data that can be posted and written. */
export interface ParsedPack {
  readonly header: PackHeader | null;
  readonly glossary: readonly GlossaryEntry[];
  readonly faults: readonly Fault[];
  readonly drills: readonly (
    | { readonly kind: 'ready'; readonly slug: string; readonly drill: Drill }
    | {
        readonly kind: 'faulty';
        readonly slug: string;
        readonly title: string | null;
        readonly faults: readonly Fault[];
      }
  )[];
}

/**
 * Name of the file in which the build leaves a bundled pack parsed. To parse it at every start took
 * a second for three drills (2026-11-26). No pack brings one of its own: none is copied.
 */
export const parsedPackFile = 'parsed.json';

/** Leaves out what only the linter needs: sources hold functions. */
export function stripSources({ header, glossary, faults, drills }: LoadedPack): ParsedPack {
  return {
    header,
    glossary,
    faults,
    drills: drills.map((entry) =>
      entry.kind === 'ready' ? { kind: entry.kind, slug: entry.slug, drill: entry.drill } : entry,
    ),
  };
}
