import { describe, expect, it } from 'vitest';
import { prefixes, type CommentsDraft } from '../../content/engine/packet/packet-records.ts';
import type { Bridge } from '../../electron/ipc.ts';
import { somePackets } from '../screens/testing/some-packets.ts';
import { SaveStatus } from './save-status.svelte.ts';
import type { Change, Store, Table } from './store.ts';

const sha256 = 'b'.repeat(64);
const about = { sha256, signer: null } as const;
const packet: Awaited<ReturnType<Bridge['packets']['read']>> = {
  kind: 'ok',
  value: {
    kind: 'packet',
    ...about,
    packet: {
      format: 1,
      id: 'p-1',
      from: 'Lena',
      message: '',
      at: '2026-11-26T09:00:00.000Z',
      attempts: [],
      stories: [],
      practices: [],
    },
    logs: [],
    drills: [],
  },
};
const review: typeof packet = {
  kind: 'ok',
  value: {
    kind: 'review',
    ...about,
    review: {
      format: 1,
      id: 'r-1',
      answers: 'c'.repeat(64),
      packet: 'p-1',
      from: 'Noor',
      message: 'Well done.',
      at: '2026-11-26T09:00:00.000Z',
      comments: [],
    },
  },
};
const sentence = { kind: 'story_sentence', story: 's-1', quote: 'I did it.' } as never;

async function setUp(answer = packet) {
  const rows = new Map<string, unknown>();
  const store: Pick<Store, 'commit' | 'get' | 'list'> = {
    commit({ puts = [], deletes = [] }: Change) {
      for (const { id, body } of puts) rows.set(id, structuredClone(body));
      for (const { id } of deletes) rows.delete(id);
      return Promise.resolve();
    },
    get: (_table: Table, id) => Promise.resolve(rows.get(id)),
    list: () => Promise.resolve([...rows].map(([id, body]) => ({ id, body }))),
  };
  const now = () => new Date('2026-11-26T10:00:00Z');
  const saves = new SaveStatus(store, now);
  let count = 0;
  const packets = await somePackets(
    {
      store,
      saves,
      attempts: { readLog: () => Promise.resolve([]) },
      parse: () => Promise.reject(new Error('Nothing is parsed here.')),
      now,
      newId: () => `id-${(count += 1)}`,
    },
    { read: () => Promise.resolve(answer) },
  );
  await packets.read(new Uint8Array());
  /** What a start would find of the comments. */
  const readStored = async () => {
    await saves.settle();
    return (rows.get(prefixes.draft + sha256) as CommentsDraft | undefined)?.comments;
  };
  return { packets, rows, readStored };
}

describe('A packet that was taken away', () => {
  it('comes back with the comments on it', async () => {
    const { packets, rows, readStored } = await setUp();
    packets.commentsOn(sha256).add(sentence, 'Which one?');
    const undo = await packets.removeReceived(sha256);
    expect(rows.size).toBe(0);
    expect(packets.received).toEqual([]);
    await undo?.();
    expect(packets.commentsOn(sha256).all).toMatchObject([{ text: 'Which one?' }]);
    expect(await readStored()).toMatchObject([{ text: 'Which one?' }]);
    expect(rows.size).toBe(2);
  });

  it('has no comments when it is opened again, and an undo does not make it two', async () => {
    const { packets, readStored } = await setUp();
    packets.commentsOn(sha256).add(sentence, 'Which one?');
    const undo = await packets.removeReceived(sha256);
    await packets.read(new Uint8Array());
    expect(packets.commentsOn(sha256).all).toEqual([]);
    packets.commentsOn(sha256).add(sentence, 'Another one');
    await undo?.();
    expect(packets.received).toHaveLength(1);
    expect(await readStored()).toMatchObject([{ text: 'Another one' }]);
  });
});

describe('A review that was taken away', () => {
  it('is there once, though it was opened again before the undo', async () => {
    const { packets } = await setUp(review);
    const undo = await packets.removeReview(sha256);
    expect(packets.reviews).toEqual([]);
    await packets.read(new Uint8Array());
    await undo?.();
    expect(packets.reviews).toHaveLength(1);
  });
});
