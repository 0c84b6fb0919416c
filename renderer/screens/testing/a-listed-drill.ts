import { readDrillHead } from '../../../content/engine/format/drill-head.ts';
import type { ParsedPack } from '../../../content/engine/format/parsed-pack.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import type { DrillKit } from '../../state/catalogue.svelte.ts';

/** A drill as the catalogue lists it and as an attempt keeps it. */
export const drill = aDrill();

/** What the worker makes of the pack that holds it. */
export const parsed: ParsedPack = {
  header: null,
  glossary: [],
  faults: [],
  drills: [{ kind: 'ready', slug: 'a-key', drill }],
};

export const kit: DrillKit = {
  hash: 'h',
  slug: 'a-key',
  pack: { id: 'test', version: '1.0.0' },
  texts: Object.fromEntries(
    drill.evidence.map(({ id, file }) => [`drills/a-key/${file}`, someEvidence.get(id) ?? '']),
  ),
};

export const entry = {
  kind: 'ready',
  packId: 'test',
  pack: null,
  hash: 'h',
  slug: 'a-key',
  name: 'a-key',
  drill: readDrillHead(drill),
} as const;
