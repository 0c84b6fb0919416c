import type { AttemptHeader } from '../../content/engine/drill/attempt-log.ts';
import { belongsToDrill, writeDrillManifest } from '../../content/engine/format/drill-manifest.ts';
import type { Drill } from '../../content/engine/format/drill-schema.ts';
import type { Fault } from '../../content/engine/format/fault.ts';
import type { GlossaryEntry, PackHeader } from '../../content/engine/format/pack-schema.ts';
import { nameParsedDrill } from '../../content/engine/format/parsed-files.ts';
import {
  readPacks,
  type CatalogueEntry,
  type PackSource,
  type PackTexts,
  type ParsePack,
  type ReadPacks,
} from './read-packs.ts';

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

const nothingRead: ReadPacks = { listings: [], entries: [], packs: [], glossary: [], faults: [] };

/** SHA-256 of a text, in hex. */
type Digest = (text: string) => Promise<string>;

/** The drills that can be played, and those that do not load, each with its reason. */
export class Catalogue {
  #read = $state.raw<ReadPacks>(nothingRead);
  #status = $state.raw<'loading' | 'ready' | 'failed'>('loading');
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
    return this.#read.entries;
  }
  /** Every pack that can be read, those without drills too; a header at fault is null. */
  get packs(): readonly { readonly id: string; readonly header: PackHeader | null }[] {
    return this.#read.packs;
  }
  get glossary(): readonly GlossaryEntry[] {
    return this.#read.glossary;
  }
  /** Faults of packs as a whole; each file is named with the id of its pack before it. */
  get faults(): readonly Fault[] {
    return this.#read.faults;
  }
  get status(): 'loading' | 'ready' | 'failed' {
    return this.#status;
  }

  /**
   * Takes what is read of all packs. May be called again; the last good content stays until then.
   *
   * @param reading under way already, where it was begun before there was a catalogue
   */
  async load(reading = this.#readPacks()): Promise<void> {
    this.#loads += 1;
    const turn = this.#loads;
    try {
      const read = await reading;
      // Asked for again meanwhile: what was installed or removed since is not in here.
      if (turn !== this.#loads) return;
      this.#read = read;
      this.#status = 'ready';
    } catch {
      if (turn === this.#loads) this.#status = 'failed';
    }
  }

  #readPacks(): Promise<ReadPacks> {
    return readPacks({ source: this.#source, parse: this.#parse });
  }

  /** A drill by its name, or by its pack and folder, `core/d01-the-key`. */
  find(name: string): CatalogueEntry | null {
    return (
      this.entries.find((entry) => entry.name === name) ??
      this.entries.find(({ packId, slug }) => `${packId}/${slug}` === name) ??
      null
    );
  }

  /** The drill that an attempt was made at, as its pack holds it now. */
  findPlayed({ pack, drill }: Pick<AttemptHeader, 'pack' | 'drill'>): CatalogueEntry | null {
    return this.find(`${pack.id}/${drill.slug}`);
  }

  /** Reads a drill and every file of it. Rejects where one cannot be read. */
  async readPlayable({ packId, slug, pack }: CatalogueEntry): Promise<PlayableDrill> {
    const listing = this.#read.listings.find(({ id }) => id === packId);
    const files = listing?.files ?? [];
    const paths = files.map(({ path }) => path);
    const own = paths.filter((path) => belongsToDrill(path, slug));
    const read = (path: string) => this.#source.readText(packId, path);
    const left = nameParsedDrill(slug);
    const [hash, all, parsed] = await Promise.all([
      this.#digest(writeDrillManifest(slug, files)),
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
}
