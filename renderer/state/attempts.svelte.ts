import type { AttemptEvent, AttemptHeader } from '../../content/engine/drill/attempt-log.ts';
import { mainBranch } from '../../content/engine/drill/branch.ts';
import type { Drill } from '../../content/engine/format/drill-schema.ts';
import type { Attempt } from './attempt.svelte.ts';
import { makeHeader, type AttemptChoices } from './attempt-header.ts';
import { listAttemptRecords, listRoadRecords } from './attempt-records.ts';
import type { AttemptSummary, RoadSummary } from './attempt-summary.ts';
import type { DrillKit, PlayableDrill } from './catalogue.svelte.ts';
import type { CatalogueEntry, ParsePack } from './read-packs.ts';
import type { StoredPlay } from './make-attempt.ts';
import { bringBackRoads, listDescendants, nameRoad } from './road-branches.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import { newestAtFirst, writeEventId, type Store } from './store.ts';
import { explainMisfit, readStoredPlay } from './stored-play.ts';

/** A replay keeps away from what this many plays before it showed. */
const remembered = 3;

/** What the composition root lends: chance and time never come from inside. */
export interface Surroundings {
  readonly newId: () => string;
  readonly newSeed: () => number;
  readonly now: () => Date;
  /** Why nothing new should be begun now (a disk nearly full), for people; null when there is room. */
  readonly refuseNew: () => Promise<string | null>;
}

export type OpenedAttempt =
  | { readonly kind: 'opened'; readonly attempt: Attempt }
  | { readonly kind: 'failed'; readonly message: string };

/** How to bring back what was deleted; null where nothing was. */
type Removal = Promise<(() => Promise<void>) | null>;

/** The history of attempts, and the way into each. */
export class Attempts {
  #summaries = $state.raw<readonly AttemptSummary[]>([]);
  #loaded = $state(false);
  #complete = $state(false);
  /** Under way. */
  #reading: Promise<void> | null = null;
  readonly #store: Store;
  readonly #saves: SaveStatus;
  readonly #parse: ParsePack;
  readonly #around: Surroundings;
  /** What is being deleted. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
  readonly #removals = new Map<string, Removal>();
  /** By attempt, names of its roads that were deleted since the start: an undo brings them back under these. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
  readonly #goneRoads = new Map<string, readonly string[]>();

  constructor(store: Store, saves: SaveStatus, parse: ParsePack, around: Surroundings) {
    this.#store = store;
    this.#saves = saves;
    this.#parse = parse;
    this.#around = around;
  }

  /** Newest first. */
  get summaries(): readonly AttemptSummary[] {
    return this.#summaries;
  }
  get loaded(): boolean {
    return this.#loaded;
  }
  /** Whether `summaries` holds every attempt there is, and not only the newest. */
  get complete(): boolean {
    return this.#complete;
  }
  /** The attempt to go on with: the one touched last that is still open. */
  get resumable(): AttemptSummary | null {
    return this.#summaries.find(({ status }) => status === 'open') ?? null;
  }
  /** Those at a drill, of whatever version of its pack. */
  listFor({ packId, slug }: Pick<CatalogueEntry, 'packId' | 'slug'>): readonly AttemptSummary[] {
    return this.#summaries.filter(
      ({ header }) => header.drill.slug === slug && header.pack.id === packId,
    );
  }

  /**
   * Begins with the newest summaries, so that the first screen does not wait for years of attempts.
   *
   * @param newest their rows, `newestAtFirst` of them if there are so many
   */
  take(newest: readonly { readonly body: unknown }[]): void {
    this.#summaries = newest.map(({ body }) => body as AttemptSummary);
    this.#complete = newest.length < newestAtFirst;
    this.#loaded = true;
  }

  /** Reads all the others; does nothing where `take` was given all there are. */
  loadRest(): Promise<void> {
    this.#reading ??= this.#loadRest().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #loadRest(): Promise<void> {
    if (this.#complete) return;
    const before = this.#summaries;
    const { joinAttempts, readOlderAttempts } = await import('./read-older-attempts.ts');
    const read = await readOlderAttempts(this.#store);
    this.#summaries = joinAttempts(this.#summaries, before, read);
    this.#complete = true;
  }

  /** Begins a new attempt at a drill; the drill itself is kept with it. */
  async begin(
    entry: Extract<CatalogueEntry, { kind: 'ready' }>,
    playable: PlayableDrill,
    choices: AttemptChoices = {},
  ): Promise<OpenedAttempt> {
    const refused = await this.#around.refuseNew();
    if (refused !== null) return { kind: 'failed', message: refused };
    const header = makeHeader(entry.slug, playable, choices, {
      attempt: this.#around.newId(),
      seed: choices.seed ?? (await this.#drawSeed(entry, playable)),
      started_at: this.#around.now().toISOString(),
    });
    const { drill, kit } = playable;
    if ((await this.#store.get('drills', kit.hash)) === undefined) {
      const kept = await this.#saves.save({ puts: [{ table: 'drills', id: kit.hash, body: kit }] });
      if (!kept) {
        return { kind: 'failed', message: this.#saves.problem ?? 'The drill could not be kept.' };
      }
    }
    const attempt = await this.#make(header, drill, kit);
    attempt.start();
    return { kind: 'opened', attempt };
  }

  /** The first play is the drill as written; a replay is as little the same again as can be. */
  async #drawSeed(entry: CatalogueEntry, { drill }: PlayableDrill): Promise<number> {
    // What has been read is the newest, so older plays change nothing once there are enough.
    if (this.listFor(entry).length < remembered) await this.loadRest();
    const played = this.listFor(entry).map(({ header }) => header.seed);
    if (played.length === 0) return 0;
    const { chooseFreshSeed } = await import('../../content/engine/drill/fresh-seed.ts');
    return chooseFreshSeed(drill.parameters, this.#around.newSeed(), played.slice(0, remembered));
  }

  /** Opens a stored attempt, or another road of it, with the very drill it was played with. */
  async open(id: string, branch = mainBranch): Promise<OpenedAttempt> {
    if (!this.#find(id)) await this.loadRest();
    const summary = this.#find(id);
    if (!summary)
      return { kind: 'failed', message: 'This attempt is not on this computer any more.' };
    if (branch !== mainBranch && !summary.roads?.some((road) => road.branch === branch)) {
      return {
        kind: 'failed',
        message: `That road of "${summary.title}" is not on this computer any more. The first attempt is whole: History leads to it.`,
      };
    }
    // Events that are not stored yet would be missing here, and be overwritten by the next ones.
    if (!(await this.#saves.waitFor(id))) {
      return {
        kind: 'failed',
        message: `The last steps of "${summary.title}" are not saved yet, so it cannot be opened. They are kept as long as this window is open. Choose “Try again” in the status bar, then open it again.`,
      };
    }
    const stored = await readStoredPlay(
      { store: this.#store, parse: this.#parse },
      summary,
      branch,
    );
    if (stored.kind === 'failed') return stored;
    const attempt = await this.#make(summary.header, stored.drill, stored.kit, stored.play);
    const misfit = explainMisfit(attempt.misfit, summary);
    return misfit === null ? { kind: 'opened', attempt } : { kind: 'failed', message: misfit };
  }

  /**
   * Opens another road at one of the decisions of a road that was played: a branch of the same log,
   * which stands paused before that decision. The first attempt and its score stay as they are.
   */
  async takeRoad(from: Attempt, decision: string): Promise<OpenedAttempt> {
    const { attempt: id } = from.header;
    const summary = this.#find(id);
    const { findRewind, openRoad } = await import('../../content/engine/drill/rewind.ts');
    const point = findRewind(from.prepared, from.events, decision);
    if (!summary || !point) {
      return {
        kind: 'failed',
        message:
          'There is no way back to that decision: it was never open, or one step led past it. Your attempt is unchanged. Choose another decision.',
      };
    }
    const refused = await this.#around.refuseNew();
    if (refused !== null) return { kind: 'failed', message: refused };
    const log = await this.#store.readEvents(id);
    const roads = summary.roads ?? [];
    const branch = nameRoad([...log.map((event) => event.branch), ...this.#goneNames(id)]);
    const { no_clock } = from.header.accommodations;
    const events = openRoad(log, from.branch, point, branch, no_clock);
    const at = this.#around.now().toISOString();
    const road: RoadSummary = {
      branch,
      parent: from.branch,
      decision,
      title: from.prepared.byId.decisions.get(decision)?.title ?? decision,
      from_s: point.at_s,
      status: 'open',
      at_s: point.at_s,
      updated_at: at,
      parts: [],
    };
    const next = { ...summary, roads: [...roads, road] };
    const kept = await this.#saves.save({
      puts: [
        ...events.map((body) => ({ table: 'events' as const, id: writeEventId(body), body })),
        { table: 'attempts', id, body: next },
      ],
    });
    if (!kept) {
      return { kind: 'failed', message: this.#saves.problem ?? 'The road could not be kept.' };
    }
    this.#show(next);
    return this.open(id, branch);
  }

  /** Deletes another road, and those that leave it, and returns how to bring them back. */
  removeRoad(id: string, branch: string): Removal {
    return this.#once(`${id}/${branch}`, () => this.#removeRoad(id, branch));
  }

  async #removeRoad(id: string, branch: string): Removal {
    const summary = this.#find(id);
    if (!summary) return null;
    const gone = listDescendants(summary.roads ?? [], branch);
    if (!(await this.#saves.waitFor(id))) return null;
    const records = await listRoadRecords(this.#store, id, gone);
    const roads = (summary.roads ?? []).filter((road) => !gone.includes(road.branch));
    const put = (body: AttemptSummary) => ({ table: 'attempts' as const, id, body });
    const next = { ...summary, roads };
    const removed = await this.#saves.save({
      puts: [put(next)],
      deletes: records.map(({ table, id: key }) => ({ table, id: key })),
    });
    if (!removed) return null;
    this.#goneRoads.set(id, [...this.#goneNames(id), ...gone]);
    this.#show(next);
    return async () => {
      const now = this.#find(id) ?? summary;
      const whole = { ...now, roads: bringBackRoads(summary.roads ?? [], now.roads ?? []) };
      await this.#saves.save({ puts: [...records, put(whole)] });
      this.#show(whole);
    };
  }

  /** The whole log of an attempt, the first road leading, for whoever it is handed to. */
  async readLog(id: string): Promise<readonly AttemptEvent[]> {
    const events = await this.#store.readEvents(id);
    const rank = ({ branch }: AttemptEvent): string => (branch === mainBranch ? '' : branch);
    return [...events].sort((a, b) =>
      rank(a) === rank(b) ? a.seq - b.seq : rank(a) < rank(b) ? -1 : 1,
    );
  }

  /** What was being written and had not become an event; undefined where there is none. */
  readDraft(id: string): Promise<unknown> {
    return this.#store.get('drafts', id);
  }

  /** Closes an open attempt for good, without a debrief. */
  async abandon(id: string): Promise<void> {
    const opened = await this.open(id);
    if (opened.kind === 'opened') opened.attempt.perform({ kind: 'abandoned', data: {} });
  }

  /** Deletes an attempt and returns how to bring it back. */
  remove(id: string): Removal {
    return this.#once(id, () => this.#remove(id));
  }

  /** A second wish to delete the same waits for the first: alone it would bring back what is left by then. */
  #once(what: string, remove: () => Removal): Removal {
    const before = this.#removals.get(what);
    if (before) return before;
    const removal = remove().finally(() => this.#removals.delete(what));
    this.#removals.set(what, removal);
    return removal;
  }

  #goneNames(id: string): readonly string[] {
    return this.#goneRoads.get(id) ?? [];
  }

  async #remove(id: string): Removal {
    const summary = this.#find(id);
    if (!summary || !(await this.#saves.waitFor(id))) return null;
    const records = await listAttemptRecords(this.#store, summary);
    const deletes = records.map(({ table, id: key }) => ({ table, id: key }));
    const removed = await this.#saves.save({ deletes });
    if (!removed) return null;
    this.#summaries = this.#summaries.filter((one) => one.id !== id);
    return async () => {
      await this.#saves.save({ puts: records });
      this.#show(summary);
    };
  }

  /** The engine is the largest code of a drill in play, and is loaded with the first one. */
  async #make(
    header: AttemptHeader,
    drill: Drill,
    kit: DrillKit,
    stored: StoredPlay = {},
  ): Promise<Attempt> {
    const { makeAttempt } = await import('./make-attempt.ts');
    return makeAttempt(drill, kit, {
      header,
      saves: this.#saves,
      now: this.#around.now,
      onSummary: (summary) => {
        this.#show(summary);
      },
      readSummary: () => this.#find(header.attempt) ?? null,
      ...stored,
    });
  }

  #find(id: string): AttemptSummary | undefined {
    return this.#summaries.find((one) => one.id === id);
  }

  #show(summary: AttemptSummary): void {
    const others = this.#summaries.filter(({ id }) => id !== summary.id);
    this.#summaries = [summary, ...others].sort((a, b) => (a.updated_at < b.updated_at ? 1 : -1));
  }
}
