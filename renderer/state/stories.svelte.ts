import { newStory } from '../../content/engine/story/new-story.ts';
import { writeText } from '../../content/engine/story/story-sentences.ts';
import {
  readStory,
  type Story,
  type StoryLength,
  type StoryText,
  type StoryVersion,
} from '../../content/engine/story/story.ts';
import { restoreVersion } from '../../content/engine/story/version-diff.ts';
import { rewriteInWorker } from './rewrite-in-worker.ts';
import { RoomHistory } from './room-history.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { Change, Store } from './store.ts';
import { StoryFinder } from './story-finder.svelte.ts';
import { StorySettings } from './story-settings.svelte.ts';
import { StoryVersions } from './story-versions.svelte.ts';

export interface StoriesSetup {
  readonly store: Pick<Store, 'get' | 'list'>;
  readonly saves: Pick<SaveStatus, 'save' | 'addWriter' | 'waitFor'>;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Which roles of the person's own hold in what was typed since; in a worker unless said. */
  readonly rewrite?: (before: StoryText, typed: string) => Promise<StoryText>;
}

/** What a person may change of a story; the rest follows. */
export type StoryChanges = Partial<
  Omit<Story, 'format' | 'id' | 'origin' | 'created_at' | 'updated_at'>
>;

/** How long a keystroke may stay unsaved. */
const longest_ms = 700;

/** Reads what is stored. Rejects where the store cannot be read. */
export async function openStories(setup: StoriesSetup): Promise<Stories> {
  const stories = new Stories(setup);
  await stories.load();
  return stories;
}

/**
 * All stories of the person. What is written is in memory at once and saved within a second; what
 * is done with one press (deleted, restored, imported, a principle added) can be taken back.
 */
export class Stories {
  #all = $state.raw<readonly Story[]>([]);
  /** As of the last save: lists need not follow each key. */
  #listed = $state.raw<readonly Story[]>([]);
  #unreadable = $state(0);
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows what waits
  readonly #unsaved = new Set<string>();
  /** Texts with roles of the person's own, as they were before they were typed into. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
  readonly #unread = new Map<
    string,
    { readonly id: string; readonly length: StoryLength; readonly before: StoryText }
  >();
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #history = new RoomHistory();
  readonly #setup: StoriesSetup;
  readonly #finder = new StoryFinder();
  readonly versions: StoryVersions;
  readonly settings: StorySettings;

  constructor(setup: StoriesSetup) {
    this.#setup = setup;
    this.versions = new StoryVersions(setup);
    this.settings = new StorySettings(setup.saves);
    setup.saves.addWriter(() => {
      this.flush();
    });
  }

  /** In the order in which they were made. */
  get all(): readonly Story[] {
    return this.#all;
  }
  /** The same, as of the last save a moment ago: for lists, which need not follow each key. */
  get listed(): readonly Story[] {
    return this.#listed;
  }
  /** Stored records that this version cannot read, such as those of a newer one. They stay as they are. */
  get unreadable(): number {
    return this.#unreadable;
  }
  /** What the next undo takes back, as a noun phrase; null where there is nothing. */
  get undoTitle(): string | null {
    return this.#history.undoTitle;
  }
  get redoTitle(): string | null {
    return this.#history.redoTitle;
  }

  async load(): Promise<void> {
    const { store } = this.#setup;
    const [rows] = await Promise.all([
      store.list('stories'),
      this.settings.load((id) => store.get('settings', id)),
    ]);
    const read = rows.flatMap(({ body }) => readStory(body) ?? []);
    this.#unreadable = rows.length - read.length;
    this.#all = read.sort(byAge);
    this.#listed = this.#all;
    this.#finder.put(this.#all);
  }

  find(id: string): Story | null {
    return this.#all.find((one) => one.id === id) ?? null;
  }

  /** Stories that hold all typed words, the likeliest leading. */
  search(typed: string): readonly Story[] {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
    const byId = new Map(this.#listed.map((one) => [one.id, one]));
    return this.#finder.search(typed).flatMap(({ id }) => byId.get(id) ?? []);
  }

  /** Makes a story of what is given; everything else is empty. */
  create(given: StoryChanges & Partial<Pick<Story, 'origin'>> = {}): Story {
    const story = newStory(this.#setup.newId(), this.#setup.now().toISOString(), given);
    // No undo of this: it would take along what was written since. A story can be deleted.
    this.#all = [...this.#all, story];
    this.#save(this.#writeChange([story.id], []));
    return story;
  }

  /** Takes whole stories in, all or none, as one deed that can be taken back. */
  addAll(stories: readonly Story[], what = 'import'): void {
    this.#swap([], stories, what);
  }

  /** Changes a story. Saved within a second: for what is typed. */
  change(id: string, changes: StoryChanges): void {
    const before = this.find(id);
    if (!before) return;
    this.versions.keepByTheWay(before);
    this.#put({ ...before, ...changes, updated_at: this.#setup.now().toISOString() });
    this.#unsaved.add(id);
    this.#timer ??= setTimeout(() => {
      this.#saveTyped();
    }, longest_ms);
  }

  /** Changes a story with one press, which can be taken back; what else was written stays. */
  arrange(id: string, changes: StoryChanges, what: string): void {
    const before = this.find(id);
    if (!before) return;
    this.versions.keepByTheWay(before);
    const touched = Object.keys(changes) as (keyof StoryChanges)[];
    const earlier: StoryChanges = Object.fromEntries(touched.map((key) => [key, before[key]]));
    const set = (values: StoryChanges): void => {
      const now = this.find(id);
      if (!now) return;
      this.#put({ ...now, ...values, updated_at: this.#setup.now().toISOString() });
      this.#save(this.#writeChange([id], []));
    };
    set(changes);
    this.#history.record({
      title: what,
      undo: () => {
        set(earlier);
      },
      redo: () => {
        set(changes);
      },
    });
  }

  /** For each keystroke: nothing is read here. Which roles still hold is found when it is saved. */
  setText(id: string, length: StoryLength, text: string): void {
    const story = this.find(id);
    const before = story?.texts[length];
    if (!story || !before || before.text === text) return;
    const key = `${id}/${length}`;
    if (before.own_roles.length > 0 && !this.#unread.has(key)) {
      this.#unread.set(key, { id, length, before });
    }
    this.change(id, { texts: { ...story.texts, [length]: { ...before, text } } });
  }

  /** Puts the story back to what it was; what stands now is kept as a version. */
  async restore(id: string, saved_at: string): Promise<boolean> {
    const version = await this.versions.read(id, saved_at);
    const before = this.find(id);
    if (!before || !version) return false;
    const at = this.#setup.now().toISOString();
    const { story: after, kept } = restoreVersion(before, version, at);
    await this.versions.keep(before, kept.reason);
    this.#swap([before], [after], 'going back to a version');
    return true;
  }

  /**
   * Deletes a story with all its versions; an undo brings both back. false where a part of it could not
   * be stored yet: nothing is deleted then. Rejects where its versions cannot be read.
   */
  async remove(id: string): Promise<boolean> {
    const versions = await this.versions.readAll(id);
    if (!versions) return false;
    const story = this.find(id);
    if (story) this.#swap([story], [], 'deleted story', versions);
    return true;
  }

  /** A copy with the same texts, and a name that says so. Null where there is no such story. */
  duplicate(id: string): Story | null {
    const story = this.find(id);
    if (!story) return null;
    const { format: _format, id: _id, created_at: _at, updated_at: _then, ...rest } = story;
    const title = `${story.title === '' ? 'Untitled story' : story.title}, copy`.slice(0, 400);
    return this.create({ ...rest, title });
  }

  /** Takes back the last deed; returns what it was, null where there is nothing. */
  undo(): string | null {
    return this.#history.undo();
  }
  redo(): string | null {
    return this.#history.redo();
  }
  /** The undo of the last deed for later: false where something else was done since, and nothing changes. */
  holdUndo(): () => boolean {
    return this.#history.holdUndo();
  }

  /** Saves at once what still waits: on leaving. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    for (const { id, length, before } of this.#unread.values()) {
      const story = this.find(id);
      if (!story) continue;
      const text = writeText(before, story.texts[length].text);
      this.#put({ ...story, texts: { ...story.texts, [length]: text } });
    }
    this.#unread.clear();
    this.#save(this.#writeChange([...this.#unsaved], []));
  }

  /**
   * Saves between keys: what was typed at once, the roles in it as soon as a worker has read both
   * texts, which takes longer than a key may wait. Where it cannot, leaving the story does it.
   */
  #saveTyped(): void {
    this.#timer = null;
    this.#save(this.#writeChange([...this.#unsaved], []));
    const rewrite = this.#setup.rewrite ?? rewriteInWorker;
    for (const [key, unread] of this.#unread) {
      const typed = this.find(unread.id)?.texts[unread.length].text;
      if (typed === undefined) continue;
      rewrite(unread.before, typed).then(
        (text) => {
          const story = this.find(unread.id);
          // Typed on meanwhile: the next time finds its roles from where they were.
          if (this.#unread.get(key) !== unread || story?.texts[unread.length].text !== typed)
            return;
          this.#unread.delete(key);
          // Most often the roles are as before: nothing then is to be read or saved again.
          const { own_roles } = story.texts[unread.length];
          if (JSON.stringify(own_roles) === JSON.stringify(text.own_roles)) return;
          this.#put({ ...story, texts: { ...story.texts, [unread.length]: text } });
          this.#save(this.#writeChange([unread.id], []));
        },
        () => undefined,
      );
    }
  }

  /** One deed: some stories go, others come. Its undo is the same the other way round. */
  #swap(
    gone: readonly Story[],
    come: readonly Story[],
    what: string,
    versions: readonly StoryVersion[] = [],
  ): void {
    this.flush();
    const turn = (from: readonly Story[], to: readonly Story[], back: boolean): void => {
      // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
      const fresh = new Set(to.map(({ id }) => id));
      // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
      const out = new Set([...from.map(({ id }) => id), ...fresh]);
      this.#all = [...this.#all.filter(({ id }) => !out.has(id)), ...to].sort(byAge);
      const ids = from.flatMap(({ id }) => (fresh.has(id) ? [] : [id]));
      const change = this.#writeChange([...fresh], ids);
      const kept = this.versions.writeChange(versions, back);
      this.#save({
        puts: [...(change.puts ?? []), ...(kept.puts ?? [])],
        deletes: [...(change.deletes ?? []), ...(kept.deletes ?? [])],
      });
    };
    turn(gone, come, false);
    let now = come;
    this.#history.record({
      title: what,
      undo: () => {
        // What was written into them since then comes back with a redo.
        now = come.map((one) => this.find(one.id) ?? one);
        turn(now, gone, true);
      },
      redo: () => {
        turn(gone, now, false);
      },
    });
  }

  #put(story: Story): void {
    this.#all = this.#all.map((one) => (one.id === story.id ? story : one));
  }

  #writeChange(ids: readonly string[], deletes: readonly string[]): Change {
    this.#finder.putLater(ids.flatMap((id) => this.find(id) ?? []));
    for (const id of deletes) this.#finder.remove(id);
    this.#listed = this.#all;
    for (const id of [...ids, ...deletes]) this.#unsaved.delete(id);
    return {
      puts: ids.flatMap((id) => {
        const body = this.find(id);
        return body ? [{ table: 'stories' as const, id, body }] : [];
      }),
      deletes: deletes.map((id) => ({ table: 'stories' as const, id })),
    };
  }

  #save(change: Change): void {
    if ((change.puts?.length ?? 0) + (change.deletes?.length ?? 0) === 0) return;
    void this.#setup.saves.save(change);
  }
}

function byAge(a: Story, b: Story): number {
  return a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0;
}
