import { describe, expect, it, vi } from 'vitest';
import { prepareDrill } from '../../content/engine/drill/prepared-drill.ts';
import { replay } from '../../content/engine/drill/step.ts';
import { aDrill, someEvidence } from '../../content/engine/testing/a-drill.ts';
import { aHeader, aLog } from '../../content/engine/testing/a-log.ts';
import { Attempt } from './attempt.svelte.ts';
import type { AttemptSummary } from './attempt-summary.ts';
import { Attempts } from './attempts.svelte.ts';
import { SaveStatus } from './save-status.svelte.ts';
import { drill, entry, kit, parsed } from '../screens/testing/a-listed-drill.ts';
import { repairSettings, Settings, usualSettings } from './settings.svelte.ts';
import type { Change, Store } from './store.ts';
import { takeNewest } from './testing/take-newest.ts';

const prepared = prepareDrill(aDrill(), someEvidence);
const now = () => new Date('2026-11-01T10:00:00Z');

/** A store in memory that can be told to fail. */
function aStore() {
  const tables = new Map<string, Map<string, unknown>>();
  const table = (name: string) => {
    const found = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, found);
    return found;
  };
  const store: Store & { failing: string | null; table: typeof table } = {
    failing: null,
    table,
    commit({ puts = [], deletes = [] }: Change) {
      if (store.failing !== null) return Promise.reject(new Error(store.failing));
      for (const put of puts) table(put.table).set(put.id, JSON.parse(JSON.stringify(put.body)));
      for (const { table: name, id } of deletes) table(name).delete(id);
      return Promise.resolve();
    },
    get: (name, id) => Promise.resolve(table(name).get(id)),
    list: (name) => Promise.resolve([...table(name)].map(([id, body]) => ({ id, body }))),
    listFrom: (from, limit) =>
      Promise.resolve(
        [...table('attempts')]
          .map(([id, body]) => ({ id, body, at: (body as { updated_at: string }).updated_at }))
          .filter(({ at }) => at >= from)
          .sort((a, b) => (a.at > b.at ? 1 : -1))
          .slice(0, limit),
      ),
    readEvents: (attempt) =>
      Promise.resolve(
        [...table('events')]
          .filter(([id]) => id.startsWith(`${attempt}/`))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, body]) => body as never),
      ),
  };
  return store;
}

function anAttempt(more: Partial<ConstructorParameters<typeof Attempt>[0]> = {}) {
  const store = aStore();
  const saves = new SaveStatus(store, now);
  const attempt = new Attempt({ header: aHeader(), prepared, saves, now, ...more });
  return { attempt, store, saves };
}

describe('Attempt', () => {
  it('lets scenario time run with the speed, and slower with extra time', () => {
    const { attempt } = anAttempt();
    attempt.start();
    for (let ms = 0; ms <= 10_000; ms += 250) attempt.tick(ms);
    expect(attempt.state.at_s).toBe(10);
    attempt.setSpeed(4);
    for (let ms = 10_250; ms <= 20_000; ms += 250) attempt.tick(ms);
    expect(attempt.state.at_s).toBe(50);

    const slow = anAttempt({
      header: aHeader({ accommodations: { extra_time: 2, no_clock: false } }),
    }).attempt;
    slow.start();
    for (let ms = 0; ms <= 10_000; ms += 250) slow.tick(ms);
    expect(slow.state.at_s).toBe(5);
  });

  it('moves only by deeds and to the next event without a clock, and is never paused', () => {
    const { attempt } = anAttempt({
      header: aHeader({ accommodations: { extra_time: 1, no_clock: true } }),
    });
    attempt.start();
    for (let ms = 0; ms <= 60_000; ms += 250) attempt.tick(ms);
    expect(attempt.state.at_s).toBe(0);
    attempt.perform({ kind: 'tool_used', data: { tool: 'key-off', args: { key: 'x' } } });
    expect(attempt.state.at_s).toBe(120);
    attempt.jumpToNext();
    expect(attempt.state.at_s).toBe(180);
    attempt.pause();
    attempt.leave();
    expect(attempt.running).toBe(true);
    const again = anAttempt({ header: attempt.header, events: attempt.events }).attempt;
    expect(again.state.at_s).toBe(180);
    expect(again.events).toEqual(attempt.events);
  });

  it('does not move by more than 2 s for one tick, whatever the machine did meanwhile', () => {
    const { attempt } = anAttempt();
    attempt.start();
    attempt.tick(0);
    attempt.tick(3_600_000);
    expect(attempt.state.at_s).toBe(2);
    attempt.tick(-50_000);
    expect(attempt.state.at_s).toBe(2);
  });

  it('stands while paused, and after leaving the room', () => {
    const { attempt } = anAttempt();
    attempt.start();
    attempt.tick(0);
    attempt.tick(1000);
    attempt.leave();
    attempt.tick(2000);
    attempt.tick(3000);
    expect(attempt.state.at_s).toBe(1);
    expect(attempt.events.at(-1)).toMatchObject({ kind: 'paused', data: { reason: 'left' } });
  });

  it('refuses with a reason and changes nothing', () => {
    const { attempt } = anAttempt();
    attempt.start();
    const before = attempt.state;
    expect(attempt.perform({ kind: 'feed_opened', data: { item: 'demo' } })).toBe(false);
    expect(attempt.refusal?.code).toBe('not_available');
    expect(attempt.state).toBe(before);
  });

  it('saves each event with the summary, and a heartbeat that overwrites itself', async () => {
    const { attempt, store, saves } = anAttempt();
    attempt.start();
    for (let ms = 0; ms <= 11_000; ms += 500) attempt.tick(ms);
    attempt.perform({ kind: 'notes_changed', data: { text: 'seen' } });
    expect(await saves.settle()).toBe(true);
    expect([...store.table('events').keys()]).toEqual(['a1/main/00000000', 'a1/main/00000001']);
    expect([...store.table('drafts')]).toEqual([['heartbeat/a1', { at_s: 10 }]]);
    expect(store.table('attempts').get('a1')).toMatchObject({
      status: 'open',
      at_s: 11,
      title: 'A key in the open',
    });
  });

  it('comes back from a crash paused, at the heartbeat, with all events', () => {
    const events = aLog([10, 'notes_changed', { text: 'seen' }]);
    const { attempt } = anAttempt({ events, heartbeat_s: 45 });
    expect(attempt.state).toMatchObject({ phase: 'paused', at_s: 45, notes: 'seen' });
    expect(attempt.events.at(-1)).toMatchObject({
      kind: 'paused',
      data: { reason: 'crash' },
      at_s: 45,
    });
  });

  it('ends by itself when time is up, and says so in the summary', async () => {
    const seen = vi.fn<(summary: AttemptSummary) => void>();
    const { attempt, saves } = anAttempt({ onSummary: seen });
    attempt.start();
    attempt.perform({ kind: 'jumped', data: { to_s: 1199 } });
    attempt.tick(0);
    attempt.tick(1500);
    await saves.settle();
    expect(attempt.ended).toBe(true);
    // Whoever replays the log elsewhere sees the same end.
    expect(replay(prepared, attempt.events).state).toEqual(attempt.state);
    expect(seen.mock.lastCall?.[0]).toMatchObject({ status: 'finished', open: null });
    expect(seen.mock.lastCall?.[0].parts.length).toBeGreaterThan(2);
  });
});

describe('SaveStatus', () => {
  it('keeps what could not be saved, says why, and saves it in order later', async () => {
    const { attempt, store, saves } = anAttempt();
    attempt.start();
    await saves.settle();
    store.failing = 'The disk is full. Everything before is safe. Free some space.';
    attempt.perform({ kind: 'notes_changed', data: { text: 'a' } });
    attempt.perform({ kind: 'notes_changed', data: { text: 'b' } });
    expect(await saves.settle()).toBe(false);
    expect(saves.problem).toContain('disk is full');
    store.failing = null;
    expect(await saves.retry()).toBe(true);
    expect(saves.problem).toBeNull();
    expect(store.table('events').size).toBe(3);
  });
});

describe('SaveStatus.settle', () => {
  it('tries once more what could not be saved before', async () => {
    const { attempt, store, saves } = anAttempt();
    store.failing = 'The disk is full.';
    attempt.start();
    expect(await saves.settle()).toBe(false);
    store.failing = null;
    expect(await saves.settle()).toBe(true);
    expect(store.table('events').size).toBe(1);
  });

  it('first saves what a writer still holds, and asks nobody who has gone', async () => {
    const { store, saves } = anAttempt();
    const flush = vi.fn(
      () => void saves.save({ puts: [{ table: 'drafts', id: 'd', body: 'held' }] }),
    );
    const remove = saves.addWriter(flush);
    expect(await saves.settle()).toBe(true);
    expect(store.table('drafts').get('d')).toBe('held');
    remove();
    await saves.settle();
    expect(flush).toHaveBeenCalledTimes(1);
  });
});

describe('Attempts', () => {
  function someAttempts(store = aStore(), room: string | null = null) {
    const saves = new SaveStatus(store, now);
    let count = 0;
    const around = {
      newId: () => `id-${(count += 1)}`,
      newSeed: () => 77,
      now,
      refuseNew: () => Promise.resolve(room),
    };
    return {
      attempts: new Attempts(store, saves, () => Promise.resolve(parsed), around),
      saves,
      store,
    };
  }

  it('begins nothing where there is no room for it, and says so', async () => {
    const { attempts, store } = someAttempts(aStore(), 'The disk is nearly full.');
    await takeNewest(attempts, store);
    expect(await attempts.begin(entry, { drill, kit })).toEqual({
      kind: 'failed',
      message: 'The disk is nearly full.',
    });
    expect(store.table('drills').size).toBe(0);
  });

  it('reads the newest at first, and all the others when there is time', async () => {
    const { attempts, store } = someAttempts();
    for (let index = 0; index < 150; index += 1) {
      const id = `old-${String(index).padStart(3, '0')}`;
      store.table('attempts').set(id, { id, updated_at: `2026-01-01T00:${id.slice(-3)}Z` });
    }
    await takeNewest(attempts, store);
    expect(attempts.summaries).toHaveLength(100);
    expect(attempts.summaries[0]?.id).toBe('old-149');
    expect(attempts.complete).toBe(false);
    await attempts.loadRest();
    expect(attempts.summaries).toHaveLength(150);
    expect(attempts.complete).toBe(true);
  });

  it('reads the others in pieces, once for all who ask, and none twice', async () => {
    const { attempts, store } = someAttempts();
    // More at one moment than are read at once, as an import may leave them.
    for (let index = 0; index < 1500; index += 1) {
      const id = `old-${String((index * 7) % 1500).padStart(4, '0')}`;
      const minute = index < 450 ? '00' : String(index % 60).padStart(2, '0');
      store.table('attempts').set(id, { id, updated_at: `2026-01-01T00:${minute}:00Z` });
    }
    await takeNewest(attempts, store);
    const list = vi.spyOn(store, 'list');
    const pieces = vi.spyOn(store, 'listFrom');
    await Promise.all([attempts.loadRest(), attempts.loadRest()]);
    expect(list).not.toHaveBeenCalled();
    expect(new Set(attempts.summaries.map(({ id }) => id)).size).toBe(1500);
    expect(attempts.summaries).toHaveLength(1500);
    const times = attempts.summaries.map(({ updated_at }) => updated_at);
    expect(times).toEqual(times.toSorted().toReversed());
    const asked = pieces.mock.calls.map(([from, limit]) => `${from} ${String(limit)}`);
    expect(new Set(asked).size).toBe(asked.length);
    await attempts.loadRest();
    expect(pieces).toHaveBeenCalledTimes(asked.length);
  });

  /** As many as the first screen does not wait for, all newer than what is played here. */
  function addNewer(store: ReturnType<typeof aStore>): void {
    for (let index = 0; index < 120; index += 1) {
      const id = `other-${index}`;
      const header = { drill: { slug: 'another' }, pack: { id: 'test' } };
      store.table('attempts').set(id, { id, updated_at: '2026-12-01', status: 'finished', header });
    }
  }

  it('knows an attempt that is not among the newest, and that its drill was played', async () => {
    const { attempts, saves, store } = someAttempts();
    await attempts.begin(entry, { drill, kit });
    await saves.settle();
    addNewer(store);
    const { attempts: other } = someAttempts(store);
    await takeNewest(other, store);
    expect(other.complete).toBe(false);
    expect((await other.open('id-1')).kind).toBe('opened');
    const { attempts: third } = someAttempts(store);
    await takeNewest(third, store);
    const again = await third.begin(entry, { drill, kit });
    if (again.kind !== 'opened') throw new Error(again.message);
    expect(again.attempt.header.seed).toBe(77);
  });

  it('keeps deleted what was deleted while the others were read', async () => {
    const { attempts, saves, store } = someAttempts();
    addNewer(store);
    await takeNewest(attempts, store);
    let answer = (): void => undefined;
    const before = await store.list('attempts');
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(store, 'listFrom').mockImplementationOnce(() => held.then(() => before));
    const rest = attempts.loadRest();
    const gone = attempts.summaries[0]?.id ?? '';
    await attempts.remove(gone);
    answer();
    await rest;
    await saves.settle();
    const ids = attempts.summaries.map(({ id }) => id);
    expect(ids).not.toContain(gone);
    expect(ids).toHaveLength(119);
  });

  it('opens no attempt whose last steps are not stored, so that none is overwritten', async () => {
    const { attempts, saves, store } = someAttempts();
    const begun = await attempts.begin(entry, { drill, kit });
    if (begun.kind !== 'opened') throw new Error(begun.message);
    await saves.settle();
    store.failing = 'The disk is full.';
    begun.attempt.perform({ kind: 'notes_changed', data: { text: 'a' } });
    expect(await attempts.open('id-1')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('not saved yet') as string,
    });
    store.failing = null;
    const opened = await attempts.open('id-1');
    if (opened.kind !== 'opened') throw new Error(opened.message);
    expect(opened.attempt.state.notes).toBe('a');
  });

  it('keeps the drill with the attempt, and plays a first time as written', async () => {
    const { attempts, saves, store } = someAttempts();
    await takeNewest(attempts, store);
    const begun = await attempts.begin(entry, { drill, kit });
    if (begun.kind !== 'opened') throw new Error(begun.message);
    begun.attempt.perform({ kind: 'feed_opened', data: { item: 'notice' } });
    await saves.settle();
    expect(store.table('drills').get('h')).toEqual(kit);
    expect(begun.attempt.header.seed).toBe(0);

    const other = someAttempts(store).attempts;
    await takeNewest(other, store);
    expect(other.resumable?.id).toBe('id-1');
    const reopened = await other.open('id-1');
    if (reopened.kind !== 'opened') throw new Error(reopened.message);
    expect(reopened.attempt.state.feed.get('notice')?.seen).toBe(true);
    const again = await other.begin(entry, { drill, kit });
    if (again.kind !== 'opened') throw new Error(again.message);
    expect(again.attempt.header.seed).toBe(77);
  });

  it('deletes an attempt with its events and drafts, and brings it back', async () => {
    const { attempts, saves, store } = someAttempts();
    await attempts.begin(entry, { drill, kit });
    await saves.settle();
    store.table('drafts').set('draft/id-1/notes', 'half a sentence');
    store.table('drafts').set('draft/id-2/notes', 'of another attempt');
    const bringBack = await attempts.remove('id-1');
    expect(attempts.summaries).toEqual([]);
    expect(store.table('events').size).toBe(0);
    expect([...store.table('drafts').keys()]).toEqual(['draft/id-2/notes']);
    await bringBack?.();
    expect(store.table('drafts').get('draft/id-1/notes')).toBe('half a sentence');
    expect(attempts.summaries.map(({ id }) => id)).toEqual(['id-1']);
    expect(store.table('events').size).toBe(1);
  });

  it('brings an attempt back whole whose deletion was asked for twice', async () => {
    const { attempts, saves, store } = someAttempts();
    await attempts.begin(entry, { drill, kit });
    await saves.settle();
    void attempts.remove('id-1');
    while (store.table('events').size > 0) await Promise.resolve();
    const bringBack = await attempts.remove('id-1');
    await bringBack?.();
    expect(attempts.summaries.map(({ id }) => id)).toEqual(['id-1']);
    expect(store.table('events').size).toBe(1);
  });

  it('abandons an attempt without losing it', async () => {
    const { attempts, saves } = someAttempts();
    await attempts.begin(entry, { drill, kit });
    await saves.settle();
    await attempts.abandon('id-1');
    expect(attempts.summaries[0]?.status).toBe('abandoned');
    expect(attempts.resumable).toBeNull();
  });

  it('says what to do when the kept drill is missing', async () => {
    const { attempts, saves, store } = someAttempts();
    await attempts.begin(entry, { drill, kit });
    await saves.settle();
    store.table('drills').clear();
    expect(await attempts.open('id-1')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('export') as string,
    });
  });
});

describe('Settings', () => {
  it('takes what is valid of what was stored, and the usual for the rest', () => {
    expect(repairSettings(null)).toEqual(usualSettings);
    expect(
      repairSettings({ theme: 'dark', textSize: 7, panes: { feed: 240, bad: 'x' }, welcomed: 1 }),
    ).toEqual({
      ...usualSettings,
      theme: 'dark',
      panes: { feed: 240 },
    });
  });

  it('saves each change', async () => {
    const store = aStore();
    const saves = new SaveStatus(store, now);
    new Settings(saves, undefined).change({ theme: 'dark' });
    await saves.settle();
    expect(store.table('settings').get('settings')).toMatchObject({ theme: 'dark' });
  });
});
