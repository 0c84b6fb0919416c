import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readStory, type StoryText } from '../../content/engine/story/story.ts';
import { writeText } from '../../content/engine/story/story-sentences.ts';
import { SaveStatus } from './save-status.svelte.ts';
import type { Change, Store } from './store.ts';
import { openStories } from './stories.svelte.ts';

function setUp() {
  const tables = new Map<string, Map<string, unknown>>();
  const table = (name: string) => {
    const found = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, found);
    return found;
  };
  let commits = 0;
  const store: Pick<Store, 'get' | 'list' | 'commit'> = {
    commit({ puts = [], deletes = [] }: Change) {
      commits += 1;
      for (const put of puts) table(put.table).set(put.id, structuredClone(put.body));
      for (const gone of deletes) table(gone.table).delete(gone.id);
      return Promise.resolve();
    },
    get: (name, id) => Promise.resolve(table(name).get(id)),
    list: (name) => Promise.resolve([...table(name)].map(([id, body]) => ({ id, body }))),
  };
  let at_ms = Date.parse('2026-11-26T10:00:00Z');
  let count = 0;
  const now = () => new Date(at_ms);
  const saves = new SaveStatus(store, now);
  const rewrite = vi.fn((before: StoryText, typed: string) =>
    Promise.resolve(writeText(before, typed)),
  );
  const setup = { store, saves, now, newId: () => `s${(count += 1)}`, rewrite };
  return {
    saves,
    store,
    table,
    rewrite,
    open: () => openStories(setup),
    commits: () => commits,
    pass: (minutes: number) => {
      at_ms += minutes * 60_000;
    },
  };
}
const storedText = (table: Map<string, unknown>, id: string) =>
  readStory(table.get(id))?.texts.middle.text;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Stories', () => {
  it('saves what is typed within a second, as one change for a burst of keys', async () => {
    const { open, table, commits } = setUp();
    const stories = await open();
    const { id } = stories.create({ title: 'The key' });
    await vi.advanceTimersByTimeAsync(0);
    const before = commits();
    for (const text of ['I', 'I w', 'I wrote']) stories.setText(id, 'middle', text);
    expect(stories.find(id)?.texts.middle.text).toBe('I wrote');
    await vi.advanceTimersByTimeAsync(1000);
    expect(storedText(table('stories'), id)).toBe('I wrote');
    expect(commits()).toBe(before + 1);
  });

  it('saves at once what still waits when the window settles', async () => {
    const { open, table, saves } = setUp();
    const stories = await open();
    const { id } = stories.create();
    stories.setText(id, 'middle', 'last words');
    expect(await saves.settle()).toBe(true);
    expect(storedText(table('stories'), id)).toBe('last words');
  });

  it('finds all of it again, and leaves alone what it cannot read', async () => {
    const { open, table, saves } = setUp();
    const first = await open();
    first.create({ title: 'One' });
    await saves.settle();
    table('stories').set('newer', { format: 9, id: 'newer' });
    const again = await open();
    expect(again.all.map(({ title }) => title)).toEqual(['One']);
    expect(again.unreadable).toBe(1);
    expect(table('stories').get('newer')).toEqual({ format: 9, id: 'newer' });
  });

  it('keeps what stood before, at most every ten minutes, and goes back to it with an undo', async () => {
    const { open, saves, pass } = setUp();
    const stories = await open();
    const { id } = stories.create();
    stories.setText(id, 'middle', 'first');
    expect(stories.versions.listOf(id)).toHaveLength(0);
    pass(11);
    for (const text of ['second', 'third']) {
      stories.setText(id, 'middle', text);
      pass(1);
    }
    expect(stories.versions.listOf(id)).toHaveLength(1);
    pass(10);
    stories.setText(id, 'middle', 'fourth');
    expect(stories.versions.listOf(id)).toHaveLength(2);
    await saves.settle();
    const [newest] = stories.versions.listOf(id);
    expect((await stories.versions.read(id, newest?.saved_at ?? ''))?.story.texts.middle.text).toBe(
      'third',
    );
    expect(await stories.restore(id, newest?.saved_at ?? '')).toBe(true);
    expect(stories.find(id)?.texts.middle.text).toBe('third');
    expect(stories.versions.listOf(id)[0]?.reason).toBe('before going back');
    expect(stories.undo()).toBe('going back to a version');
    expect(stories.find(id)?.texts.middle.text).toBe('fourth');
    expect(stories.redo()).toBe('going back to a version');
    expect(stories.find(id)?.texts.middle.text).toBe('third');
  });

  it('keeps thirty by the way, and every one with a reason', async () => {
    const { open, saves, pass, table } = setUp();
    const stories = await open();
    const { id } = stories.create();
    stories.setText(id, 'middle', 'text');
    await stories.versions.keep(stories.find(id) ?? stories.create(), 'first draft');
    for (let at = 0; at < 40; at += 1) {
      pass(11);
      stories.setText(id, 'middle', `text ${String(at)}`);
      await vi.advanceTimersByTimeAsync(800);
    }
    await saves.settle();
    const notes = stories.versions.listOf(id);
    expect(notes.filter(({ reason }) => reason === '')).toHaveLength(30);
    expect(notes.at(-1)?.reason).toBe('first draft');
    expect(table('story_versions').size).toBe(31);
  });

  it('deletes a version that was still being saved with its story', async () => {
    const { open, store, table, saves, pass } = setUp();
    const stories = await open();
    const { id } = stories.create({ title: 'The key' });
    stories.setText(id, 'middle', 'I turned it off.');
    stories.flush();
    await saves.settle();
    const { commit } = store;
    store.commit = async (change) => {
      // A disk that takes its time.
      for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
      await commit(change);
    };
    pass(11);
    stories.setText(id, 'middle', 'I turned it off at nine.');
    await stories.remove(id);
    await saves.settle();
    expect(table('story_versions').size).toBe(0);
    stories.undo();
    await saves.settle();
    expect(table('story_versions').size).toBe(1);
  });

  it('deletes nothing while a version of it waits for room on the disk', async () => {
    const { open, saves, store, pass, table } = setUp();
    const stories = await open();
    const { id } = stories.create({ title: 'The key' });
    stories.setText(id, 'middle', 'I turned it off.');
    stories.flush();
    await saves.settle();
    const { commit } = store;
    store.commit = () => Promise.reject(new Error('No room.'));
    pass(11);
    stories.setText(id, 'middle', 'I turned it off at nine.');
    expect(await stories.remove(id)).toBe(false);
    expect(stories.find(id)?.texts.middle.text).toBe('I turned it off at nine.');
    expect(stories.undoTitle).toBeNull();
    store.commit = commit;
    expect(await stories.remove(id)).toBe(true);
    await saves.settle();
    expect(table('stories').size + table('story_versions').size).toBe(0);
    stories.undo();
    await saves.settle();
    expect(table('story_versions').size).toBe(1);
  });

  it('deletes a story with its versions, and brings both back', async () => {
    const { open, saves, pass, table } = setUp();
    const stories = await open();
    const { id } = stories.create({ title: 'Private' });
    stories.setText(id, 'middle', 'one');
    pass(11);
    stories.setText(id, 'middle', 'two');
    await stories.remove(id);
    await saves.settle();
    expect(table('stories').size).toBe(0);
    expect(table('story_versions').size).toBe(0);
    expect(stories.undoTitle).toBe('deleted story');
    stories.undo();
    await saves.settle();
    expect(storedText(table('stories'), id)).toBe('two');
    expect(table('story_versions').size).toBe(1);
    expect(stories.versions.listOf(id)).toHaveLength(1);
  });

  it('takes one arrangement back and keeps what was typed since', async () => {
    const { open } = setUp();
    const stories = await open();
    const { id } = stories.create();
    stories.arrange(id, { principles: ['ownership'] }, 'added principle');
    stories.setText(id, 'middle', 'typed since');
    stories.undo();
    expect(stories.find(id)?.principles).toEqual([]);
    expect(stories.find(id)?.texts.middle.text).toBe('typed since');
    stories.redo();
    expect(stories.find(id)?.principles).toEqual(['ownership']);
  });

  it('takes several in as one deed', async () => {
    const { open, table, saves } = setUp();
    const stories = await open();
    const one = stories.create({ title: 'One' });
    await stories.remove(one.id);
    stories.addAll([
      { ...one, id: 'a' },
      { ...one, id: 'b' },
    ]);
    expect(stories.all).toHaveLength(2);
    stories.setText('a', 'middle', 'edited');
    stories.undo();
    await saves.settle();
    expect(table('stories').size).toBe(0);
    stories.redo();
    expect(stories.find('a')?.texts.middle.text).toBe('edited');
  });

  it('keeps the own role of a sentence that is edited, and forgets it with the sentence', async () => {
    const { open } = setUp();
    const stories = await open();
    const { id } = stories.create();
    const story = stories.find(id);
    if (!story) throw new Error('gone');
    const text = 'I was new there. I moved the form. It took a day.';
    const own_roles = [{ sentence: 'I was new there.', role: 'result' as const }];
    stories.change(id, { texts: { ...story.texts, middle: { text, own_roles } } });
    stories.setText(id, 'middle', text.replace('new', 'quite new'));
    stories.flush();
    expect(stories.find(id)?.texts.middle.own_roles).toEqual([
      { sentence: 'I was quite new there.', role: 'result' },
    ]);
    stories.setText(id, 'middle', 'I moved the form. It took a day.');
    stories.flush();
    expect(stories.find(id)?.texts.middle.own_roles).toEqual([]);
  });

  it('saves between keys what was typed at once, and its roles when they are read', async () => {
    const { open, table, rewrite } = setUp();
    const stories = await open();
    const { id, texts } = stories.create();
    const text = 'We met. It was late. I asked.';
    const own_roles = [{ sentence: 'It was late.', role: 'result' as const }];
    stories.change(id, { texts: { ...texts, middle: { text, own_roles } } });
    stories.flush();
    let read = (): void => undefined;
    rewrite.mockImplementationOnce(
      (before, typed) =>
        new Promise((resolve) => {
          read = () => {
            resolve(writeText(before, typed));
          };
        }),
    );
    stories.setText(id, 'middle', 'We met. It was very late. I asked.');
    await vi.advanceTimersByTimeAsync(800);
    expect(storedText(table('stories'), id)).toBe('We met. It was very late. I asked.');
    // Typed on before the worker has answered: its answer is of another text.
    stories.setText(id, 'middle', 'We met. It was very late. I asked twice.');
    read();
    await vi.advanceTimersByTimeAsync(0);
    expect(stories.find(id)?.texts.middle.text).toContain('twice');
    await vi.advanceTimersByTimeAsync(800);
    const kept = [{ sentence: 'It was very late.', role: 'result' }];
    expect(stories.find(id)?.texts.middle.own_roles).toEqual(kept);
    expect(readStory(table('stories').get(id))?.texts.middle.own_roles).toEqual(kept);
    expect(rewrite).toHaveBeenCalledTimes(2);
  });

  it('leaves a story alone whose roles are found as they were', async () => {
    const { open, rewrite } = setUp();
    const stories = await open();
    const { id, texts } = stories.create();
    const own_roles = [{ sentence: 'It was late.', role: 'result' as const }];
    stories.change(id, {
      texts: { ...texts, middle: { text: 'It was late. I asked.', own_roles } },
    });
    stories.flush();
    stories.setText(id, 'middle', 'It was late. I asked twice.');
    const typed = stories.find(id);
    await vi.advanceTimersByTimeAsync(800);
    expect(rewrite).toHaveBeenCalledOnce();
    // Another object would be read, marked and saved anew.
    expect(stories.find(id)).toBe(typed);
  });

  it('keeps roles also where no worker answers, when the story is left', async () => {
    const { open, rewrite } = setUp();
    rewrite.mockRejectedValue(new Error('The worker stopped.'));
    const stories = await open();
    const { id, texts } = stories.create();
    const own_roles = [{ sentence: 'It was late.', role: 'result' as const }];
    stories.change(id, {
      texts: { ...texts, middle: { text: 'It was late. I asked.', own_roles } },
    });
    stories.flush();
    stories.setText(id, 'middle', 'It was so late. I asked.');
    await vi.advanceTimersByTimeAsync(800);
    stories.flush();
    expect(stories.find(id)?.texts.middle.own_roles).toEqual([
      { sentence: 'It was so late.', role: 'result' },
    ]);
  });
});
