import { readDrillHead, type DrillHead } from './drill-head.ts';
import type { Drill } from './drill-schema.ts';
import type { Fault } from './fault.ts';
import type { LoadedPack } from './load-pack.ts';
import type { GlossaryEntry, PackHeader } from './pack-schema.ts';

/** A pack as its parser leaves it, without its sources: plain data that can be posted and written. */
interface PackOf<Content> {
  readonly header: PackHeader | null;
  readonly glossary: readonly GlossaryEntry[];
  readonly faults: readonly Fault[];
  readonly drills: readonly (
    | { readonly kind: 'ready'; readonly slug: string; readonly drill: Content }
    | {
        readonly kind: 'faulty';
        readonly slug: string;
        readonly title: string | null;
        readonly faults: readonly Fault[];
      }
  )[];
}

/** With all that play needs. */
export type ParsedPack = PackOf<Drill>;
/** With what lists need. */
export type PackHeads = PackOf<DrillHead>;

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

export function readHeads({ drills, ...rest }: ParsedPack): PackHeads {
  return {
    ...rest,
    drills: drills.map((entry) =>
      entry.kind === 'ready' ? { ...entry, drill: readDrillHead(entry.drill) } : entry,
    ),
  };
}
