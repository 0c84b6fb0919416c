import type { Fault } from '../../content/engine/format/fault.ts';
import type { GlossaryEntry, PackHeader } from '../../content/engine/format/pack-schema.ts';
import { parsedPackFile } from '../../content/engine/format/parsed-files.ts';
import {
  readHeads,
  type PackHeads,
  type ParsedPack,
} from '../../content/engine/format/parsed-pack.ts';
import type { PackListing } from '../../electron/ipc.ts';

/** Where packs come from: bundled ones now, installed ones later, by the same two calls. */
export interface PackSource {
  list(): Promise<readonly PackListing[]>;
  readText(pack: string, path: string): Promise<string>;
}

/** Path inside the pack → text. */
export type PackTexts = Readonly<Record<string, string>>;
export type ParsePack = (texts: PackTexts) => Promise<ParsedPack>;

export type CatalogueEntry = PackHeads['drills'][number] & {
  readonly packId: string;
  readonly pack: PackHeader | null;
  /**
   * By which it is addressed: its folder or, where an earlier pack has a drill of that folder, the
   * pack's id and its folder, `team/first`. Bundled packs come first, so theirs never change.
   */
  readonly name: string;
};

type Unnamed = CatalogueEntry extends infer Entry
  ? Entry extends CatalogueEntry
    ? Omit<Entry, 'name'>
    : never
  : never;

function nameEntries(entries: readonly Unnamed[]): readonly CatalogueEntry[] {
  const first = new Map(entries.map((entry) => [entry.slug, entry] as const).reverse());
  return entries.map((entry) => {
    const { packId, slug } = entry;
    return { ...entry, name: first.get(slug) === entry ? slug : `${packId}/${slug}` };
  });
}

/** What a catalogue shows. */
export interface ReadPacks {
  readonly listings: readonly PackListing[];
  readonly entries: readonly CatalogueEntry[];
  /** Every pack that can be read, those without drills too; a header at fault is null. */
  readonly packs: readonly { readonly id: string; readonly header: PackHeader | null }[];
  readonly glossary: readonly GlossaryEntry[];
  /** Faults of packs as a whole; each file is named with the id of its pack before it. */
  readonly faults: readonly Fault[];
}

interface PackReading {
  readonly source: PackSource;
  readonly parse: ParsePack;
}

/**
 * Reads all packs. A pack that cannot be read takes no other one along.
 *
 * @throws if they cannot be listed, or none of them be read
 */
export async function readPacks(reading: PackReading): Promise<ReadPacks> {
  const listings = await reading.source.list();
  const settled = await Promise.allSettled(listings.map((listing) => readPack(reading, listing)));
  const packs = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (packs.length === 0 && listings.length > 0) throw new Error('No pack could be read.');
  const unread = listings.filter((_, index) => settled[index]?.status === 'rejected');
  return {
    listings,
    entries: nameEntries(packs.flatMap(({ entries }) => entries)),
    packs: packs.map(({ id, heads }) => ({ id, header: heads.header })),
    glossary: packs.flatMap(({ heads }) => heads.glossary),
    faults: [
      ...unread.map(({ id }) => describeUnread(id)),
      ...packs.flatMap(({ id, heads }) =>
        heads.faults.map((fault) => ({ ...fault, file: `${id}/${fault.file}` })),
      ),
    ],
  };
}

async function readPack(reading: PackReading, listing: PackListing) {
  const { id } = listing;
  const heads = await readPackHeads(reading, listing);
  const entries = heads.drills.map((drill): Unnamed => {
    return { ...drill, packId: id, pack: heads.header };
  });
  return { id, heads, entries };
}

/** As the build parsed it, or else now. */
async function readPackHeads(
  { source, parse }: PackReading,
  { id, files }: PackListing,
): Promise<PackHeads> {
  if (files.some(({ path }) => path === parsedPackFile)) {
    return JSON.parse(await source.readText(id, parsedPackFile)) as PackHeads;
  }
  const wanted = files.filter(
    ({ path }) => /\.(?:ya?ml|md)$/i.test(path) && !path.includes('/evidence/'),
  );
  const texts = await Promise.all(
    wanted.map(async ({ path }) => [path, await source.readText(id, path)] as const),
  );
  return readHeads(await parse(Object.fromEntries(texts)));
}

function describeUnread(id: string): Fault {
  return {
    code: 'unread-pack',
    severity: 'error',
    file: `${id}/pack.yaml`,
    line: 1,
    column: 1,
    path: '',
    message: `The pack "${id}" could not be read.`,
    remedy: 'Start Drillbook again. If it happens twice, install the pack again.',
  };
}
