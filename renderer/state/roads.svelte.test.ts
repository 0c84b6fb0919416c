import { describe, expect, it } from 'vitest';
import { Attempts } from './attempts.svelte.ts';
import { SaveStatus } from './save-status.svelte.ts';
import { drill, entry, kit, parsed } from '../screens/testing/a-listed-drill.ts';
import type { Change, Store } from './store.ts';
import { takeNewest } from './testing/take-newest.ts';

const now = () => new Date('2026-11-01T10:00:00Z');
/** A store in memory that keeps what was said as JSON, as a disk does. */
function aStore() {
  const tables = new Map<string, Map<string, string>>();
  const table = (name: string) => {
    const found = tables.get(name) ?? new Map<string, string>();
    tables.set(name, found);
    return found;
  };
  const rows = (name: string) =>
    [...table(name)].map(([id, body]) => ({ id, body: JSON.parse(body) as unknown }));
  const store: Store = {
    commit({ puts = [], deletes = [] }: Change) {
      for (const put of puts) table(put.table).set(put.id, JSON.stringify(put.body));
      for (const gone of deletes) table(gone.table).delete(gone.id);
      return Promise.resolve();
    },
    get: (name, id) => Promise.resolve(rows(name).find((row) => row.id === id)?.body),
    list: (name) => Promise.resolve(rows(name)),
    listFrom: (from) => Promise.resolve(from === '' ? rows('attempts') : []),
    readEvents: (attempt) =>
      Promise.resolve(
        rows('events')
          .filter(({ id }) => id.startsWith(`${attempt}/`))
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ body }) => body as never),
      ),
  };
  return { store, table };
}

/** The app as it starts on what is stored. */
async function start(store: Store) {
  const saves = new SaveStatus(store, now);
  let count = 0;
  const attempts = new Attempts(store, saves, () => Promise.resolve(parsed), {
    newId: () => `id-${(count += 1)}`,
    newSeed: () => 77,
    now,
    refuseNew: () => Promise.resolve(null),
  });
  await takeNewest(attempts, store);
  return { attempts, saves };
}

async function openOrThrow(opened: ReturnType<Attempts['open']>) {
  const result = await opened;
  if (result.kind === 'failed') throw new Error(result.message);
  return result.attempt;
}

/** One finished attempt in which the key was deleted. */
async function playFirst() {
  const { store, table } = aStore();
  const { attempts, saves } = await start(store);
  const first = await openOrThrow(attempts.begin(entry, { drill, kit }));
  const decide = (decision: string, option: string) =>
    first.perform({
      kind: 'decided',
      data: { decision, option, confidence: 80, citations: [], reason: '' },
    });
  decide('severity', 'p2');
  first.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
  decide('key', 'delete');
  first.finish();
  await saves.settle();
  return { store, table, attempts, saves, first };
}

describe('a replay', () => {
  /** Many attempts at a drill, of which a start reads the newest. */
  async function startOnMany(slug: string) {
    const { store, table, first, saves } = await playFirst();
    await saves.settle();
    const one = JSON.parse(table('attempts').get('id-1') ?? '') as { header: { drill: object } };
    for (let number = 0; number < 120; number += 1) {
      const id = `old-${number}`;
      const header = { ...first.header, attempt: id, drill: { ...one.header.drill, slug } };
      const body = { ...one, id, header, updated_at: '2030-01-01' };
      table('attempts').set(id, JSON.stringify(body));
    }
    const read: string[] = [];
    const listFrom = store.listFrom.bind(store);
    store.listFrom = (from, limit) => {
      if (from === '') read.push('attempts');
      return listFrom(from, limit);
    };
    return { ...(await start(store)), read };
  }

  it('begins without reading years of attempts, where the newest tell what it should not repeat', async () => {
    const { attempts, read } = await startOnMany('a-key');
    expect(attempts.complete).toBe(false);
    const begun = await openOrThrow(attempts.begin(entry, { drill, kit }));
    expect(begun.header.seed).toBeGreaterThan(0);
    expect(read).toEqual([]);
  });

  it('reads them all where the newest are of other drills', async () => {
    const { attempts, read } = await startOnMany('another');
    const begun = await openOrThrow(attempts.begin(entry, { drill, kit }));
    expect(read).toEqual(['attempts']);
    // Played once, long ago: not as it was written again.
    expect(begun.header.seed).toBeGreaterThan(0);
  });
});

describe('another road', () => {
  it('opens paused at the decision, and leaves score and log of the first attempt alone', async () => {
    const { attempts, first, saves, store } = await playFirst();
    const before = attempts.summaries[0];
    const road = await openOrThrow(attempts.takeRoad(first, 'key'));
    expect(road.branch).toBe('what-if-1');
    expect(road.state.phase).toBe('paused');
    expect(road.state.decisions.get('key')?.choice).toBeNull();
    road.resume();
    road.perform({
      kind: 'decided',
      data: { decision: 'key', option: 'off', confidence: 90, citations: [], reason: '' },
    });
    road.finish();
    await saves.settle();
    const after = attempts.summaries[0];
    expect(after?.parts).toEqual(before?.parts);
    expect(after?.calibration).toEqual(before?.calibration);
    expect(after?.roads).toMatchObject([
      { branch: 'what-if-1', decision: 'key', from_s: 60, status: 'finished' },
    ]);
    expect(after?.roads?.[0]?.parts).not.toEqual(before?.parts);
    const again = await openOrThrow((await start(store)).attempts.open('id-1'));
    expect(again.events).toEqual(first.events);
  });

  it('goes on where it was after the app was killed', async () => {
    const { attempts, first, store } = await playFirst();
    const road = await openOrThrow(attempts.takeRoad(first, 'severity'));
    road.resume();
    road.perform({ kind: 'feed_opened', data: { item: 'notice' } });
    for (let ms = 0; ms <= 6_000; ms += 250) road.tick(ms);
    const resumed = await openOrThrow((await start(store)).attempts.open('id-1', 'what-if-1'));
    expect(resumed.state.phase).toBe('paused');
    expect(resumed.state.at_s).toBe(5);
    expect(resumed.state.feed.get('notice')?.seen).toBe(true);
    expect(resumed.state.decisions.get('severity')?.choice).toBeNull();
  });

  it('can leave a road in its turn, and goes with the road it leaves', async () => {
    const { attempts, first, saves, table } = await playFirst();
    const road = await openOrThrow(attempts.takeRoad(first, 'key'));
    road.perform({
      kind: 'decided',
      data: { decision: 'key', option: 'off', confidence: 90, citations: [], reason: '' },
    });
    const second = await openOrThrow(attempts.takeRoad(road, 'key'));
    expect(second.state.decisions.get('key')?.choice).toBeNull();
    await saves.settle();
    const stored = JSON.stringify([...table('events')]);
    const undo = await attempts.removeRoad('id-1', 'what-if-1');
    expect(attempts.summaries[0]?.roads).toEqual([]);
    expect([...table('events').keys()].filter((id) => id.includes('what-if'))).toEqual([]);
    await undo?.();
    expect(attempts.summaries[0]?.roads?.map(({ branch }) => branch)).toEqual([
      'what-if-1',
      'what-if-2',
    ]);
    expect(JSON.stringify([...table('events')].sort())).toBe(
      JSON.stringify((JSON.parse(stored) as string[][]).sort()),
    );
  });

  it('is brought back beside one that was taken meanwhile, and each keeps its own log', async () => {
    const { attempts, first, saves, store } = await playFirst();
    const road = await openOrThrow(attempts.takeRoad(first, 'key'));
    road.perform({
      kind: 'decided',
      data: { decision: 'key', option: 'off', confidence: 90, citations: [], reason: '' },
    });
    await saves.settle();
    const undo = await attempts.removeRoad('id-1', road.branch);
    const taken = await openOrThrow(attempts.takeRoad(first, 'severity'));
    await undo?.();
    const listed = attempts.summaries[0]?.roads?.map(({ decision }) => decision);
    expect(listed).toEqual(['key', 'severity']);
    const again = (await start(store)).attempts;
    for (const one of [road, taken]) {
      const opened = await openOrThrow(again.open('id-1', one.branch));
      expect(opened.events).toEqual(one.events);
    }
  });

  it('is deleted and brought back with its attempt', async () => {
    const { attempts, first, table } = await playFirst();
    await openOrThrow(attempts.takeRoad(first, 'key'));
    table('drafts').set('draft/id-1/what-if-1/notes', '{"text":"x"}');
    const undo = await attempts.remove('id-1');
    expect(table('events').size + table('drafts').size).toBe(0);
    await undo?.();
    expect(table('drafts').has('draft/id-1/what-if-1/notes')).toBe(true);
    expect((await openOrThrow(attempts.open('id-1', 'what-if-1'))).state.phase).toBe('paused');
  });

  it('says why where there is no way back', async () => {
    const { attempts, first } = await playFirst();
    expect(await attempts.takeRoad(first, 'nothing')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('Your attempt is unchanged') as string,
    });
    expect(await attempts.open('id-1', 'what-if-9')).toMatchObject({ kind: 'failed' });
  });

  it('hands out the whole log with the first road leading', async () => {
    const { attempts, first } = await playFirst();
    await openOrThrow(attempts.takeRoad(first, 'key'));
    const branches = (await attempts.readLog('id-1')).map(({ branch }) => branch);
    expect([...new Set(branches)]).toEqual(['main', 'what-if-1']);
    expect(branches[0]).toBe('main');
  });
});

describe('a log of other rules of play', () => {
  it('is not opened where a newer engine wrote it, and is left as it is', async () => {
    const { store, table } = await playFirst();
    const summary = JSON.parse(table('attempts').get('id-1') ?? '') as { header: object };
    const newer = { ...summary, header: { ...summary.header, engine: 99 } };
    table('attempts').set('id-1', JSON.stringify(newer));
    const opened = await (await start(store)).attempts.open('id-1');
    expect(opened).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('a newer Drillbook (rules of play 99') as string,
    });
  });

  it('says which step does not fit, and writes nothing', async () => {
    const { store, table } = await playFirst();
    const key = 'id-1/main/00000002';
    const event = JSON.parse(table('events').get(key) ?? '') as { data: object };
    table('events').set(key, JSON.stringify({ ...event, data: { evidence: 'gone' } }));
    const before = JSON.stringify([...table('events')]);
    const opened = await (await start(store)).attempts.open('id-1');
    expect(opened).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/step 3 of its log .* Nothing was changed/) as string,
    });
    expect(JSON.stringify([...table('events')])).toBe(before);
  });

  it('replays what an older engine wrote as far as its rules are the same', async () => {
    const { store, table } = await playFirst();
    const summary = JSON.parse(table('attempts').get('id-1') ?? '') as { header: object };
    const older = { ...summary, header: { ...summary.header, engine: 0 } };
    table('attempts').set('id-1', JSON.stringify(older));
    const opened = await openOrThrow((await start(store)).attempts.open('id-1'));
    expect(opened.ended).toBe(true);
  });
});
