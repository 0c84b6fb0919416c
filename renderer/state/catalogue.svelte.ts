import type { AttemptHeader } from '../../content/engine/drill/attempt-log.ts';
import { belongsToDrill, writeDrillManifest } from '../../content/engine/format/drill-manifest.ts';
import type { Drill } from '../../content/engine/format/drill-schema.ts';
import type { Fault } from '../../content/engine/format/fault.ts';
import type { GlossaryEntry, PackHeader } from '../../content/engine/format/pack-schema.ts';
import { nameParsedDrill, parsedPackFile } from '../../content/engine/format/parsed-files.ts';
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
/** SHA-256 of a text, in hex. */
export type Digest = (text: string) => Promise<string>;

export type CatalogueEntry = PackHeads['drills'][number] & {
  readonly packId: string;
  readonly pack: PackHeader | null;
  /**
   * By which it is addressed: its folder or, where an earlier pack has a drill of that folder, the
   * pack's id and its folder, `team/first`. Bundled packs come first, so theirs never change.
   */
  readonly name: string;
  /** SHA-256 of the drill's manifest. */
  readonly hash: string;
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

/** Everything that an attempt keeps of its drill, so that it can be replayed for ever. */
export interface DrillKit {
  readonly hash: string;
  readonly slug: string;
  readonly pack: { readonly id: string; readonly version: string };
  /** Path inside the pack → text: drill.yaml, its Markdown and its evidence. */
  readonly texts: PackTexts;
}

/** A drill with everything that an attempt at it needs. */
export interface PlayableDrill {
  readonly drill: Drill;
  readonly kit: DrillKit;
}

/** The drills that can be played, and those that do not load, each with its reason. */
export class Catalogue {
  #entries = $state.raw<readonly CatalogueEntry[]>([]);
  #packs = $state.raw<readonly { readonly id: string; readonly header: PackHeader | null }[]>([]);
  #glossary = $state.raw<readonly GlossaryEntry[]>([]);
  #faults = $state.raw<readonly Fault[]>([]);
  #status = $state.raw<'loading' | 'ready' | 'failed'>('loading');
  #listings: readonly PackListing[] = [];
  #loads = 0;
  readonly #source: PackSource;
  readonly #parse: ParsePack;
  readonly #digest: Digest;

  constructor(source: PackSource, parse: ParsePack, digest: Digest) {
    this.#source = source;
    this.#parse = parse;
    this.#digest = digest;
  }

  get entries(): readonly CatalogueEntry[] {
    return this.#entries;
  }
  /** Every pack that can be read, those without drills too; a header at fault is null. */
  get packs(): readonly { readonly id: string; readonly header: PackHeader | null }[] {
    return this.#packs;
  }
  get glossary(): readonly GlossaryEntry[] {
    return this.#glossary;
  }
  /** Faults of packs as a whole; each file is named with the id of its pack before it. */
  get faults(): readonly Fault[] {
    return this.#faults;
  }
  get status(): 'loading' | 'ready' | 'failed' {
    return this.#status;
  }

  /**
   * Reads all packs. May be called again; the last good content stays until then. A pack that cannot be
   * read takes no other one along.
   */
  async load(): Promise<void> {
    this.#loads += 1;
    const turn = this.#loads;
    try {
      const listings = await this.#source.list();
      const settled = await Promise.allSettled(listings.map((listing) => this.#loadPack(listing)));
      // Asked for again meanwhile: what was installed or removed since is not in here.
      if (turn !== this.#loads) return;
      const packs = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      if (packs.length === 0 && listings.length > 0) throw new Error('No pack could be read.');
      const unread = listings.filter((_, index) => settled[index]?.status === 'rejected');
      this.#listings = listings;
      this.#entries = nameEntries(packs.flatMap(({ entries }) => entries));
      this.#packs = packs.map(({ id, parsed }) => ({ id, header: parsed.header }));
      this.#glossary = packs.flatMap(({ parsed }) => parsed.glossary);
      this.#faults = [
        ...unread.map(({ id }) => describeUnread(id)),
        ...packs.flatMap(({ id, parsed }) =>
          parsed.faults.map((fault) => ({ ...fault, file: `${id}/${fault.file}` })),
        ),
      ];
      this.#status = 'ready';
    } catch {
      if (turn === this.#loads) this.#status = 'failed';
    }
  }

  /** A drill by its name, or by its pack and folder, `core/d01-the-key`. */
  find(name: string): CatalogueEntry | null {
    return (
      this.#entries.find((entry) => entry.name === name) ??
      this.#entries.find(({ packId, slug }) => `${packId}/${slug}` === name) ??
      null
    );
  }

  /** The drill that an attempt was made at, as its pack holds it now. */
  findPlayed({ pack, drill }: Pick<AttemptHeader, 'pack' | 'drill'>): CatalogueEntry | null {
    return this.find(`${pack.id}/${drill.slug}`);
  }

  /** Reads a drill and every file of it. Rejects where one cannot be read. */
  async readPlayable({ packId, slug, hash, pack }: CatalogueEntry): Promise<PlayableDrill> {
    const listing = this.#listings.find(({ id }) => id === packId);
    const paths = (listing?.files ?? []).map(({ path }) => path);
    const own = paths.filter((path) => belongsToDrill(path, slug));
    const read = (path: string) => this.#source.readText(packId, path);
    const left = nameParsedDrill(slug);
    const [all, parsed] = await Promise.all([
      Promise.all(own.map(async (path) => [path, await read(path)] as const)),
      paths.includes(left) ? read(left) : null,
    ]);
    const texts: PackTexts = Object.fromEntries(all);
    return {
      drill: parsed === null ? await this.#parseDrill(slug, texts) : (JSON.parse(parsed) as Drill),
      kit: { hash, slug, pack: { id: packId, version: pack?.version ?? '0.0.0' }, texts },
    };
  }

  async #parseDrill(slug: string, texts: PackTexts): Promise<Drill> {
    const { drills } = await this.#parse(texts);
    const entry = drills.find((one) => one.slug === slug);
    if (entry?.kind === 'ready') return entry.drill;
    throw new Error('The drill changed since it was listed. Start Drillbook again.');
  }

  async #loadPack(listing: PackListing) {
    const { id, files } = listing;
    const parsed = await this.#readHeads(listing);
    const entries = await Promise.all(
      parsed.drills.map(async (drill): Promise<Unnamed> => {
        const hash = await this.#digest(writeDrillManifest(drill.slug, files));
        return { ...drill, packId: id, pack: parsed.header, hash };
      }),
    );
    return { id, parsed, entries };
  }

  /** As the build parsed it, or else now. */
  async #readHeads({ id, files }: PackListing): Promise<PackHeads> {
    if (files.some(({ path }) => path === parsedPackFile)) {
      return JSON.parse(await this.#source.readText(id, parsedPackFile)) as PackHeads;
    }
    const wanted = files.filter(
      ({ path }) => /\.(?:ya?ml|md)$/i.test(path) && !path.includes('/evidence/'),
    );
    const texts = await Promise.all(
      wanted.map(async ({ path }) => [path, await this.#source.readText(id, path)] as const),
    );
    return readHeads(await this.#parse(Object.fromEntries(texts)));
  }
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
