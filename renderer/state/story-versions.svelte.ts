import {
  readStoryVersion,
  type Story,
  type StoryVersion,
} from '../../content/engine/story/story.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { Change, Store } from './store.ts';

export interface StoryVersionsSetup {
  readonly store: Pick<Store, 'get' | 'list'>;
  readonly saves: Pick<SaveStatus, 'save' | 'waitFor'>;
  readonly now: () => Date;
}

/** What a list of versions says of one; its text is read when it is looked at. */
export type VersionNote = Pick<StoryVersion, 'saved_at' | 'reason'>;

/** Between two versions that are kept by the way. */
const pause_ms = 10 * 60_000;
/** Kept by the way, for each story; those with a reason stay. */
const most = 30;

/** Stories as they were: kept by the way while one writes, and when the person says so. */
export class StoryVersions {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a value, put anew with every change
  #notes = $state.raw<ReadonlyMap<string, readonly VersionNote[]>>(new Map());
  #loaded = $state(false);
  #loading: Promise<void> | null = null;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
  readonly #keptAt_ms = new Map<string, number>();
  readonly #setup: StoryVersionsSetup;

  constructor(setup: StoryVersionsSetup) {
    this.#setup = setup;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Of one story, newest first; empty until they are loaded. */
  listOf(story: string): readonly VersionNote[] {
    return this.#notes.get(story) ?? [];
  }

  /** Reads which versions there are, once. Rejects where the store cannot be read. */
  load(): Promise<void> {
    this.#loading ??= this.#read().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async read(story: string, saved_at: string): Promise<StoryVersion | null> {
    return readStoryVersion(
      await this.#setup.store.get('story_versions', writeId(story, saved_at)),
    );
  }

  /** Keeps the story as it is, because the person said so or something is about to replace it. */
  async keep(story: Story, reason: string): Promise<void> {
    this.#put(story, reason);
    await this.#prune(story.id);
  }

  /** Keeps what stood before a change, at most every ten minutes, and not what has no text. */
  keepByTheWay(before: Story): void {
    const now_ms = this.#setup.now().getTime();
    // What was begun a minute ago is no state to come back to.
    const last_ms = this.#keptAt_ms.get(before.id) ?? Date.parse(before.created_at);
    if (Math.abs(now_ms - last_ms) < pause_ms) return;
    if (Object.values(before.texts).every(({ text }) => text.trim() === '')) return;
    this.#keptAt_ms.set(before.id, now_ms);
    this.#put(before, '');
    // A store that cannot be read just now only means that older ones stay.
    this.#prune(before.id).catch(() => undefined);
  }

  /**
   * Whole versions of a story that is about to be deleted, so that an undo brings them back. null where
   * one of them could not be stored yet: it would be neither deleted nor brought back.
   */
  async readAll(story: string): Promise<readonly StoryVersion[] | null> {
    await this.load();
    if (!(await this.#setup.saves.waitFor(story))) return null;
    const read = await Promise.all(
      this.listOf(story).map(({ saved_at }) => this.read(story, saved_at)),
    );
    return read.flatMap((one) => one ?? []);
  }

  /** What deletes versions, or with `back` puts them back, as part of a larger change. */
  writeChange(versions: readonly StoryVersion[], back: boolean): Change {
    const table = 'story_versions';
    for (const { story, saved_at, reason } of versions) {
      const others = this.listOf(story.id).filter((one) => one.saved_at !== saved_at);
      this.#note(story.id, back ? [...others, { saved_at, reason }] : others);
    }
    const ids = versions.map(({ story, saved_at }) => writeId(story.id, saved_at));
    return back
      ? { puts: versions.map((body, at) => ({ table, id: ids[at] ?? '', body })) }
      : { deletes: ids.map((id) => ({ table, id })) };
  }

  #put(story: Story, reason: string): void {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
    const taken = new Set(this.listOf(story.id).map(({ saved_at }) => saved_at));
    let at_ms = this.#setup.now().getTime();
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a value, never changed
    while (taken.has(new Date(at_ms).toISOString())) at_ms += 1;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a value, never changed
    const version: StoryVersion = { story, saved_at: new Date(at_ms).toISOString(), reason };
    void this.#setup.saves.save(this.writeChange([version], true));
  }

  async #prune(story: string): Promise<void> {
    await this.load();
    const old = this.listOf(story)
      .filter(({ reason }) => reason === '')
      .slice(most);
    if (old.length === 0) return;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
    const gone = new Set(old.map(({ saved_at }) => saved_at));
    this.#note(
      story,
      this.listOf(story).filter(({ saved_at }) => !gone.has(saved_at)),
    );
    const deletes = old.map(({ saved_at }) => ({
      table: 'story_versions' as const,
      id: writeId(story, saved_at),
    }));
    void this.#setup.saves.save({ deletes });
  }

  async #read(): Promise<void> {
    const rows = await this.#setup.store.list('story_versions');
    for (const { body } of rows) {
      const version = readStoryVersion(body);
      if (!version) continue;
      const { story, saved_at, reason } = version;
      // One that was kept meanwhile is known already.
      const others = this.listOf(story.id).filter((one) => one.saved_at !== saved_at);
      this.#note(story.id, [...others, { saved_at, reason }]);
    }
    this.#loaded = true;
  }

  #note(story: string, notes: readonly VersionNote[]): void {
    const sorted = [...notes].sort((a, b) => (a.saved_at < b.saved_at ? 1 : -1));
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a value, put anew with every change
    this.#notes = new Map([...this.#notes, [story, sorted]]);
  }
}

function writeId(story: string, saved_at: string): string {
  return `${story}/${saved_at}`;
}
