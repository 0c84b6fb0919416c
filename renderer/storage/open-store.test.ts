import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storedSchema } from '../../electron/storage/storage-channels.ts';
import { openDatabase } from './open-database.ts';
import { openStore } from './open-store.ts';
import type { OpenedStore } from './stored-data.ts';
import { ASafeChannel } from './testing/a-safe-channel.ts';
import { useDatabases } from './testing/use-databases.ts';
import { WorkingCopy } from './working-copy.ts';

let safe: ASafeChannel;
beforeEach(() => {
  useDatabases(new IDBFactory());
  safe = new ASafeChannel();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const now = () => new Date('2026-11-01T10:00:00Z');
const open = () => openStore({ bridge: { storage: safe.channel }, now });

async function openReady(): Promise<Extract<OpenedStore, { kind: 'ready' }>> {
  const opened = await open();
  if (opened.kind !== 'ready') throw new Error(`Expected a store, got ${opened.kind}.`);
  return opened;
}

async function openRecovery() {
  const opened = await open();
  if (opened.kind !== 'recovery') throw new Error(`Expected recovery, got ${opened.kind}.`);
  return opened.recovery;
}

const anAttempt = (id: string, updated_at = '2026-11-01') => ({
  puts: [{ table: 'attempts', id, body: { id, updated_at } } as const],
});

/** Holds back the journal's answers until they are released. */
function holdJournal(order: string[]): { readonly release: () => void } {
  const { append } = safe.channel;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  vi.spyOn(safe.channel, 'append').mockImplementation(async (wish) => {
    await held;
    order.push('journal');
    return append(wish);
  });
  return { release };
}

function watchWrites(order: string[]) {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own this below
  const { transaction } = IDBDatabase.prototype;
  return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...wish
  ) {
    const begun = transaction.apply(this, wish);
    if (begun.mode !== 'readwrite') return begun;
    order.push('database began');
    begun.addEventListener('complete', () => order.push('database complete'));
    return begun;
  });
}

/**
 * Lets Chromium close the connections by itself, as it does when it cannot write, and decides on what comes
 * of those that are asked for after it.
 */
function holdDatabase() {
  let open: 'opens' | 'fails' | 'never answers' = 'opens';
  const factory = indexedDB;
  const asked = factory.open.bind(factory);
  const connections: IDBDatabase[] = [];
  factory.open = (...wish) => {
    if (open === 'never answers') return {} as IDBOpenDBRequest;
    const request = asked(...wish);
    request.addEventListener('success', () => connections.push(request.result));
    // Another version than there is.
    return open === 'fails' ? asked(wish[0], 1) : request;
  };
  const remove = factory.deleteDatabase.bind(factory);
  factory.deleteDatabase = (name) =>
    open === 'never answers' ? ({} as IDBOpenDBRequest) : remove(name);
  return {
    close: (then: typeof open) => {
      open = then;
      for (const one of connections.splice(0)) forceCloseDatabase(one as never);
    },
    mend: () => {
      open = 'opens';
    },
  };
}

describe('A database that Chromium closes by itself', () => {
  it('is opened anew for whoever reads it', async () => {
    const database = holdDatabase();
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    database.close('opens');
    expect(await store.count('attempts')).toBe(1);
    database.close('opens');
    expect(await store.listFrom('', 10)).toHaveLength(1);
    database.close('opens');
    await store.commit(anAttempt('b'));
    expect(await store.count('attempts')).toBe(2);
  });

  it('is read again once there is room, without anything being written', async () => {
    const database = holdDatabase();
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    database.close('fails');
    const words = /Everything that was saved is safe\. Free some space/;
    await expect(store.list('attempts')).rejects.toThrow(words);
    await expect(store.get('attempts', 'a')).rejects.toThrow(words);
    await expect(store.commit(anAttempt('b'))).rejects.toThrow(
      /Everything is safe.*Free some space/,
    );
    await expect(store.list('attempts')).rejects.toThrow(words);
    database.mend();
    expect(await store.list('attempts')).toHaveLength(1);
    await store.commit(anAttempt('c'));
    expect(await store.count('attempts')).toBe(3);
  });

  it('keeps nobody waiting for ever where it does not answer any more', async () => {
    const database = holdDatabase();
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    database.close('never answers');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      for (const asked of [
        store.list('attempts'),
        store.commit(anAttempt('b')),
        store.eraseAll(),
      ]) {
        const told = expect(asked).rejects.toThrow(/is safe.*close Drillbook and start it again/);
        await vi.advanceTimersByTimeAsync(60_000);
        await told;
      }
    } finally {
      vi.useRealTimers();
    }
    // Started again.
    database.mend();
    const again = await openReady();
    expect(again.notices).toEqual([]);
    expect(await again.store.count('attempts')).toBe(2);
  });

  it('is built anew before it is read where Chromium has emptied it', async () => {
    const database = holdDatabase();
    const { store } = await openReady();
    for (const id of ['a', 'b']) await store.commit(anAttempt(id));
    await emptyDatabase();
    database.close('opens');
    const [listed, counted] = await Promise.all([store.list('attempts'), store.counts()]);
    expect(listed).toHaveLength(2);
    expect(counted).toEqual({ attempts: 2 });
    await store.commit(anAttempt('c'));
    expect(await store.count('attempts')).toBe(3);
    expect((await openReady()).notices).toEqual([]);
  });

  it('is told as emptied in a browser, where there is no other copy', async () => {
    vi.stubGlobal('navigator', aBrowser());
    const database = holdDatabase();
    const opened = await openStore({ bridge: { storage: null }, now });
    if (opened.kind !== 'ready') throw new Error(opened.kind);
    await opened.store.commit(anAttempt('a'));
    await emptyDatabase();
    database.close('opens');
    await expect(opened.store.list('attempts')).rejects.toThrow('has emptied its store');
    await expect(opened.store.commit(anAttempt('b'))).rejects.toThrow('has emptied its store');
  });
});

/** As Chromium does: all rows go, the tables stay. */
async function emptyDatabase(): Promise<void> {
  const raw = new Dexie('drillbook');
  await raw.open();
  await Promise.all(raw.tables.map((table) => table.clear()));
  raw.close();
}

describe('A store in the window', () => {
  it('is empty and silent for a new person, and keeps what is committed', async () => {
    const { store, notices } = await openReady();
    expect(notices).toEqual([]);
    await store.commit(anAttempt('a'));
    await store.commit({ deletes: [{ table: 'attempts', id: 'a' }], ...anAttempt('b') });
    const again = await openReady();
    expect(again.notices).toEqual([]);
    expect((await again.store.list('attempts')).map(({ id }) => id)).toEqual(['b']);
  });

  it('writes to the journal first, and acknowledges nothing that is not there', async () => {
    const { store } = await openReady();
    safe.refusal = { code: 'disk_full', message: 'No room. All is safe. Free some space.' };
    await expect(store.commit(anAttempt('a'))).rejects.toThrow('No room');
    expect(await store.list('attempts')).toEqual([]);
    safe.refusal = null;
    await store.commit(anAttempt('a'));
    expect(await store.count('attempts')).toBe(1);
  });

  it('begins to write the database only once the journal has answered', async () => {
    const { store } = await openReady();
    const order: string[] = [];
    const journal = holdJournal(order);
    const spy = watchWrites(order);
    const done = store.commit(anAttempt('a'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(order).toEqual([]);
    journal.release();
    await done;
    spy.mockRestore();
    expect(order).toEqual(['journal', 'database began', 'database complete']);
  });

  it('takes the number that the journal gives, whatever was expected', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    safe.seq += 3;
    await store.commit(anAttempt('b'));
    await store.commit(anAttempt('c'));
    const again = await openReady();
    expect(again.notices).toEqual([]);
    expect(await again.store.count('attempts')).toBe(3);
  });

  it('leaves nothing of a change that the database refuses', async () => {
    const { store } = await openReady();
    const puts = [...anAttempt('a').puts, { table: 'nowhere', id: 'b', body: {} }];
    await expect(store.commit({ puts } as never)).rejects.toThrow('Everything is safe');
    expect(await store.count('attempts')).toBe(0);
  });

  it('keeps what it was given at that moment, as plain JSON', async () => {
    const { store } = await openReady();
    const body = { id: 'a', updated_at: '1', text: 'first', nothing: undefined };
    const done = store.commit({ puts: [{ table: 'attempts', id: 'a', body }] });
    body.text = 'second';
    await done;
    expect(await store.get('attempts', 'a')).toEqual({ id: 'a', updated_at: '1', text: 'first' });
  });

  it('replays a journal that is ahead, in silence', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    await safe.channel.append({
      change: JSON.stringify({
        puts: [{ v: 1, id: 'b', table: 'attempts', body: { id: 'b' }, enc: null, key: null }],
        deletes: [{ table: 'attempts', id: 'a' }],
      }),
    });
    const again = await openReady();
    expect(again.notices).toEqual([]);
    expect((await again.store.list('attempts')).map(({ id }) => id)).toEqual(['b']);
  });

  it('catches up with the next change when the database failed once', async () => {
    const { store } = await openReady();
    const apply = vi.spyOn(WorkingCopy.prototype, 'apply').mockRejectedValueOnce(new Error('x'));
    await expect(store.commit(anAttempt('a'))).rejects.toThrow('Everything is safe');
    apply.mockRestore();
    await store.commit(anAttempt('b'));
    expect((await store.list('attempts')).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('is built anew when the database is gone, keeps it aside, and says so', async () => {
    const { store } = await openReady();
    for (const id of ['a', 'b', 'c', 'd', 'e']) await store.commit(anAttempt(id));
    useDatabases(new IDBFactory());
    const again = await openReady();
    expect(again.notices).toEqual([expect.stringContaining('missing or damaged')]);
    expect(safe.calls).toContain('keepAside');
    expect(await again.store.count('attempts')).toBe(5);
    expect((await openReady()).notices).toEqual([]);
  });

  it('is built anew when rows are missing, at the start or by the audit', async () => {
    const { store } = await openReady();
    for (const id of ['a', 'b', 'c']) await store.commit(anAttempt(id));
    await store.commit({ puts: [{ table: 'drafts', id: 'x', body: 1 }] });
    const raw = new Dexie('drillbook');
    await raw.open();
    await raw.table('attempts').delete('b');
    expect((await openReady()).notices).toHaveLength(1);
    expect(await store.audit()).toBeNull();
    await raw.table('drafts').delete('x');
    raw.close();
    expect(await store.audit()).toContain('restored from the safe copies');
    expect(await store.counts()).toEqual({ attempts: 3, drafts: 1 });
  });

  it('makes the safe copies anew from the database when an audit finds none of them whole', async () => {
    const { store } = await openReady();
    for (const id of ['a', 'b']) await store.commit(anAttempt(id));
    safe.records = new Map();
    const refused = { kind: 'refused', code: 'damaged', message: 'Damaged.' } as const;
    vi.spyOn(safe.channel, 'audit').mockResolvedValueOnce(refused);
    expect(await store.audit()).toContain('nothing is lost');
    expect(safe.records.size).toBe(2);
    await store.commit(anAttempt('c'));
    expect(await store.audit()).toBeNull();
    const again = await openReady();
    expect(again.notices).toEqual([]);
    expect(await again.store.count('attempts')).toBe(3);
  });

  it('never writes on into a database that was emptied under it', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    await emptyDatabase();
    await store.commit(anAttempt('b'));
    expect(await store.count('attempts')).toBe(2);
  });

  it('gives way to who removes or changes its database, and builds it anew when it is asked', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    await new Promise((resolve, reject) => {
      const asked = indexedDB.deleteDatabase('drillbook');
      asked.onsuccess = resolve;
      asked.onblocked = () => reject(new Error('The page holds on to its database.'));
    });
    expect(await store.count('attempts')).toBe(1);
  });

  it('makes no database by looking whether there is one', async () => {
    await openDatabase('x').then((database) => database.close());
    expect(await indexedDB.databases()).toEqual([{ name: 'x', version: storedSchema * 10 }]);
    vi.spyOn(Dexie.prototype, 'open').mockRejectedValue(new Error('No room.'));
    await expect(openDatabase('y')).rejects.toThrow('does not open');
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['x']);
  });

  it('says why it was built anew after a crash and on another runtime', async () => {
    for (const [rebuild, words] of [
      ['unclean', 'not closed in order'],
      ['runtime', 'another version of its runtime'],
    ] as const) {
      const { store } = await openReady();
      await store.commit(anAttempt('a'));
      useDatabases(new IDBFactory());
      safe.lies = { rebuild };
      expect((await openReady()).notices).toEqual([expect.stringContaining(words)]);
      safe.lies = {};
    }
    expect(safe.calls).not.toContain('keepAside');
  });

  it('says what the safe copies found and put right, before what it did itself', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    safe.lies = { note: 'A file was damaged.' };
    expect((await openReady()).notices).toEqual(['A file was damaged.']);
    useDatabases(new IDBFactory());
    expect((await openReady()).notices).toEqual([
      'A file was damaged.',
      expect.stringContaining('missing or damaged'),
    ]);
  });

  it('reads the newest attempts without the others', async () => {
    const { store } = await openReady();
    for (let day = 1; day <= 9; day += 1) {
      await store.commit(anAttempt(`a${day}`, `2026-01-0${(day * 4) % 10}`));
    }
    await store.commit({ puts: [{ table: 'settings', id: 'settings', body: { welcomed: true } }] });
    const { first } = await openReady();
    expect(first.settings).toEqual({ welcomed: true });
    expect(first.attempts).toHaveLength(9);
    const touched = first.attempts.map(({ body }) => (body as { updated_at: string }).updated_at);
    expect(touched.slice(0, 3)).toEqual(['2026-01-08', '2026-01-08', '2026-01-06']);
    const from = await store.listFrom('2026-01-06', 2);
    expect(from.map(({ id }) => id)).toEqual(['a4', 'a9']);
    expect(await store.listFrom('', 100)).toHaveLength(9);
  });

  it('refuses new things while the disk is nearly full, and says why', async () => {
    const { store } = await openReady();
    expect(await store.refuseNew()).toBeNull();
    safe.refusal = { code: 'read_only', message: 'Only 12 MB are left.' };
    expect(await store.refuseNew()).toBe('Only 12 MB are left.');
    safe.calls.length = 0;
    await expect(store.replaceAll([])).rejects.toThrow('Only 12 MB are left.');
    // Not even the snapshot that comes before an import.
    expect(safe.calls).toEqual(['checkRoom']);
  });
});

describe('Recovery', () => {
  it('offers the database when the safe copies are behind it, and goes on with it', async () => {
    const { store } = await openReady();
    for (const id of ['a', 'b']) await store.commit(anAttempt(id));
    safe.seq = 0;
    safe.records = new Map();
    safe.changes = [];
    const recovery = await openRecovery();
    expect(recovery.copies).toMatchObject([
      { kind: 'working', whole: true, counts: { attempts: 2 } },
      { kind: 'safe', counts: {}, fault: 'Nothing is in it. Who chooses it begins anew.' },
    ]);
    const used = await recovery.use('working');
    if (used.kind !== 'ready') throw new Error(used.kind);
    expect(await used.store.count('attempts')).toBe(2);
    await used.store.commit(anAttempt('c'));
    expect(safe.records.size).toBe(3);
    expect(await (await openReady()).store.count('attempts')).toBe(3);
  });

  it('offers what holds something before safe copies that hold nothing, and says what became of it', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    safe.seq = 0;
    safe.records = new Map();
    safe.changes = [];
    safe.lies = { kind: 'damaged', known: 5, fault: 'None of its changes can be found.' };
    const recovery = await openRecovery();
    expect(recovery.copies.map(({ kind, whole }) => [kind, whole])).toEqual([
      ['working', false],
      ['safe', false],
    ]);
    expect(recovery.copies[1]?.fault).toMatch(/^Nothing is in it/);
    safe.lies = {};
    const used = await recovery.use('safe');
    if (used.kind !== 'ready') throw new Error(used.kind);
    expect(await used.store.count('attempts')).toBe(0);
    expect(used.notices.at(-1)).toMatch(/holds nothing.+kept-aside/);
    expect(safe.calls).toContain('keepAside');
  });

  it('goes on with a safe copy, and keeps the database aside', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    await store.snapshot();
    await store.commit(anAttempt('b'));
    safe.lies = { kind: 'damaged', seq: 1, known: 2, fault: 'Damaged after change 1.' };
    const recovery = await openRecovery();
    expect(recovery.why).toBe('Damaged after change 1.');
    expect(recovery.copies.map(({ kind }) => kind)).toEqual(['working', 'safe', 'snapshot']);
    const snapshot = recovery.copies[2]?.id ?? '';
    safe.lies = {};
    const used = await recovery.use(snapshot);
    if (used.kind !== 'ready') throw new Error(used.kind);
    expect((await used.store.list('attempts')).map(({ id }) => id)).toEqual(['a']);
    expect(safe.calls).toContain('keepAside');
  });

  it('takes a snapshot of safe copies that are whole before another copy takes their place', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    await store.snapshot();
    await store.commit(anAttempt('b'));
    const raw = new WorkingCopy('drillbook');
    await raw.apply([], { after: 2, seq: 9, at: '2026-11-01' });
    raw.close();
    const recovery = await openRecovery();
    await recovery.use(safe.snapshots[0]?.id ?? '');
    const before = safe.snapshots.find(({ reason }) => reason === 'before');
    expect([...(before?.records.keys() ?? [])]).toEqual(['attempts/a', 'attempts/b']);
    expect(before?.seq).toBe(2);
  });

  it('goes on where no snapshot can be taken of damaged ones, and not where the disk refuses it', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    const refuse = (code: 'damaged' | 'disk_full') =>
      vi
        .spyOn(safe.channel, 'snapshot')
        .mockResolvedValue({ kind: 'refused', code, message: `It is ${code}.` });
    safe.lies = { kind: 'damaged', known: 5, fault: 'x' };
    const recovery = await openRecovery();
    safe.calls.length = 0;
    refuse('disk_full');
    await expect(recovery.use('working')).rejects.toThrow('It is disk_full.');
    expect(safe.calls).toEqual(['keepAside']);
    refuse('damaged');
    const used = await recovery.use('working');
    expect(used.kind).toBe('ready');
  });

  it('writes nothing before a copy is chosen', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    safe.lies = { kind: 'damaged', known: 5, fault: 'x' };
    safe.calls.length = 0;
    await openRecovery();
    expect(safe.calls).toEqual(['open']);
  });
});

describe('Erasing that the main process refuses', () => {
  it('leaves everything as it was, here as well', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    safe.refusal = { code: 'failed', message: 'Nothing was erased.' };
    await expect(store.eraseAll()).rejects.toThrow('Nothing was erased.');
    safe.refusal = null;
    expect((await store.list('attempts')).map(({ id }) => id)).toEqual(['a']);
    await store.commit(anAttempt('b'));
    expect(await store.count('attempts')).toBe(2);
  });
});

function aBrowser(locks = { granted: true }) {
  return {
    storage: { persist: () => Promise.resolve(true) },
    locks: {
      request: (_name: string, _options: unknown, use: (lock: object | null) => unknown) => {
        use(locks.granted ? {} : null);
        return Promise.resolve();
      },
    },
  };
}

describe('A store in a browser', () => {
  const locks = { granted: true };
  const kept = new Map<string, string>();
  beforeEach(() => {
    locks.granted = true;
    kept.clear();
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => kept.set(name, text),
      removeItem: (name: string) => kept.delete(name),
    });
    vi.stubGlobal('navigator', aBrowser(locks));
  });
  const openBrowser = () => openStore({ bridge: { storage: null }, now });

  it('keeps everything in the database, and can undo an import', async () => {
    const opened = await openBrowser();
    if (opened.kind !== 'ready') throw new Error(opened.kind);
    const { store } = opened;
    await store.commit(anAttempt('a'));
    expect(await store.canUndoReplace()).toBe(false);
    await store.replaceAll([
      { v: 1, id: 'z', table: 'attempts', body: { id: 'z' }, enc: null, key: null },
    ]);
    expect((await store.list('attempts')).map(({ id }) => id)).toEqual(['z']);
    expect(await store.canUndoReplace()).toBe(true);
    await store.undoReplace();
    expect((await store.list('attempts')).map(({ id }) => id)).toEqual(['a']);
    expect(await store.canUndoReplace()).toBe(false);
    await store.eraseAll();
    expect(await store.counts()).toEqual({});
    await store.commit(anAttempt('b'));
    expect(await store.count('attempts')).toBe(1);
  });

  async function openReadyBrowser() {
    const opened = await openBrowser();
    if (opened.kind !== 'ready') throw new Error(opened.kind);
    return opened;
  }

  it('is never shown as a new person’s once the browser has emptied it', async () => {
    const { store } = await openReadyBrowser();
    expect(kept.size).toBe(0);
    for (const id of ['a', 'b', 'a']) await store.commit(anAttempt(id));
    expect([...kept.values()].join('')).toContain('"attempts":2');
    useDatabases(new IDBFactory());
    for (const start of ['first', 'second']) {
      const lost = await openBrowser();
      expect(lost.kind, start).toBe('emptied');
      if (lost.kind !== 'emptied') continue;
      expect(lost.message).toContain('Since 2026-11-01');
      expect(lost.message).toContain('2 attempts. Now its store is empty.');
      expect(lost.message).toContain('import your newest export under Settings, Data');
    }
    const lost = await openBrowser();
    const anew = lost.kind === 'emptied' ? await lost.goOn() : lost;
    if (anew.kind !== 'ready') throw new Error(anew.kind);
    expect(anew.notices).toEqual([expect.stringContaining('import an export')]);
    expect((await openReadyBrowser()).notices).toEqual([]);
    await anew.store.commit(anAttempt('c'));
    await openReadyBrowser();
  });

  it('says so when the browser gives back an older state', async () => {
    const { store } = await openReadyBrowser();
    await store.commit(anAttempt('a'));
    const [name, older] = [...kept][0] ?? ['', ''];
    kept.set(name, older.replace('"seq":1', '"seq":4').replace('"attempts":1', '"attempts":3'));
    const lost = await openBrowser();
    if (lost.kind !== 'emptied') throw new Error(lost.kind);
    expect(lost.message).toContain('3 attempts. Now it gives back an older state, with 1 attempt.');
  });

  it('takes what was erased or is signed by nothing readable for what it is', async () => {
    const { store } = await openReadyBrowser();
    await store.commit(anAttempt('a'));
    await store.eraseAll();
    expect(kept.size).toBe(0);
    await openReadyBrowser();
    kept.set('drillbook-sign', '{"seq":"many"}');
    await openReadyBrowser();
    vi.stubGlobal('localStorage', undefined);
    await (await openReadyBrowser()).store.commit(anAttempt('b'));
  });

  it('writes from one tab only', async () => {
    locks.granted = false;
    expect(await openBrowser()).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('another tab') as string,
    });
  });
});

/**
 * The durability that was asked for of each transaction that writes, in databases that are opened from now
 * on: Dexie binds the method when it opens one.
 */
function watchDurability(): unknown[] {
  const durability: unknown[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- called with its own this below
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    names,
    mode,
    options,
  ) {
    if (mode === 'readwrite') durability.push(options?.durability);
    return transaction.call(this, names, mode, options);
  });
  return durability;
}

/** Each of them strict, and at least so many. */
function expectStrict(durability: readonly unknown[], least: number, where: string): void {
  expect(durability.length).toBeGreaterThanOrEqual(least);
  expect(new Set(durability)).toEqual(new Set(['strict']));
  console.log(
    `figure: durability: ${durability.length} of ${durability.length} writes strict, ${where}`,
  );
}

describe('Every write is a strict transaction', () => {
  it('in the window', async () => {
    const durability = watchDurability();
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    await store.replaceAll([...safe.records.values()]);
    await store.undoReplace();
    await store.eraseAll();
    await store.commit(anAttempt('b'));
    expectStrict(durability, 7, 'in the window');
  });

  it('in a browser', async () => {
    vi.stubGlobal('navigator', aBrowser());
    const durability = watchDurability();
    const opened = await openStore({ bridge: { storage: null }, now });
    if (opened.kind !== 'ready') throw new Error(opened.kind);
    const { store } = opened;
    await store.commit(anAttempt('a'));
    await store.replaceAll([
      { v: 1, id: 'z', table: 'attempts', body: { id: 'z' }, enc: null, key: null },
    ]);
    await store.undoReplace();
    await store.eraseAll();
    await store.commit(anAttempt('b'));
    expectStrict(durability, 7, 'in a browser');
  });

  it.each(['working', 'safe'])('in a recovery from the %s copy, and after it', async (copy) => {
    const durability = watchDurability();
    const { store } = await openReady();
    for (const id of ['a', 'b']) await store.commit(anAttempt(id));
    safe.lies = { kind: 'damaged', known: 5, fault: 'x' };
    const recovery = await openRecovery();
    safe.lies = {};
    durability.length = 0;
    const used = await recovery.use(copy);
    if (used.kind !== 'ready') throw new Error(used.kind);
    await used.store.commit(anAttempt('c'));
    expect(await used.store.count('attempts')).toBe(3);
    expectStrict(durability, 4, `in a recovery from the ${copy} copy`);
  });

  it('in a journal replayed, and a database built anew', async () => {
    const { store } = await openReady();
    await store.commit(anAttempt('a'));
    const ahead = { puts: [], deletes: [{ table: 'attempts', id: 'a' }] };
    await safe.channel.append({ change: JSON.stringify(ahead) });
    const durability = watchDurability();
    expect((await openReady()).notices).toEqual([]);
    expectStrict(durability, 1, 'in a journal replayed');
    useDatabases(new IDBFactory());
    durability.length = 0;
    expect((await openReady()).notices).toHaveLength(1);
    expectStrict(durability, 2, 'in a database built anew');
  });
});
