import { describe, expect, it, vi } from 'vitest';
import {
  prefixes,
  writeUnkeptId,
  type CommentsDraft,
} from '../../content/engine/packet/packet-records.ts';
import type { CommentTarget } from '../../content/engine/packet/packet-schema.ts';
import { aStory } from '../../content/engine/testing/a-story.ts';
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
      stories: [aStory()],
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
const sentence: CommentTarget = { kind: 'story_sentence', story: 's-1', sentence: 'I did it.' };
const another: CommentTarget = { ...sentence, sentence: 'It was hard.' };

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
  const start = () =>
    somePackets(
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
  const packets = await start();
  await packets.read(new Uint8Array());
  /** What a start would find of the comments. */
  const readStored = async () => {
    await saves.settle();
    return (rows.get(prefixes.draft + sha256) as CommentsDraft | undefined)?.comments;
  };
  /** The comments as they are found after the window was closed and opened again. */
  const startAgain = async () => {
    await saves.settle();
    return (await start()).commentsOn(sha256);
  };
  return { packets, rows, saves, readStored, startAgain };
}

describe('A comment that is being written', () => {
  it('is there after the window was closed, beside what it stood beside', async () => {
    const { packets, startAgain } = await setUp();
    packets.commentsOn(sha256).holdUnkept(sentence, { which: 'new', text: 'Half a sen' });
    packets.commentsOn(sha256).holdUnkept(another, { which: 'new', text: 'And an' });
    const again = await startAgain();
    expect(again.unkeptAt(sentence)).toMatchObject({ which: 'new', text: 'Half a sen' });
    expect(again.unkeptAt(another)).toMatchObject({ text: 'And an' });
    expect(again.all).toEqual([]);
  });

  it('is saved within a second, and once for many keys', async () => {
    const { packets, rows, saves } = await setUp();
    const save = vi.spyOn(saves, 'save');
    vi.useFakeTimers();
    try {
      for (const text of ['H', 'Ha', 'Hal', 'Half']) {
        packets.commentsOn(sha256).holdUnkept(sentence, { which: 'new', text });
      }
      await vi.advanceTimersByTimeAsync(1_000);
    } finally {
      vi.useRealTimers();
    }
    expect(save).toHaveBeenCalledTimes(1);
    expect(rows.get(writeUnkeptId(sha256))).toMatchObject({ comments: [{ text: 'Half' }] });
  });

  it.each([
    ['kept', (on: CommentTarget) => ({ add: on })],
    ['given up', () => ({ hold: null })],
    ['emptied', () => ({ hold: { which: 'new', text: '  ' } })],
  ] as const)('leaves no draft once it was %s', async (_how, tell) => {
    const { packets, rows, saves, startAgain } = await setUp();
    const comments = packets.commentsOn(sha256);
    comments.holdUnkept(sentence, { which: 'new', text: 'Which one?' });
    await saves.settle();
    expect(rows.has(writeUnkeptId(sha256))).toBe(true);
    const deed: { add?: CommentTarget; hold?: { which: string; text: string } | null } =
      tell(sentence);
    if (deed.add) comments.add(deed.add, 'Which one?');
    else comments.holdUnkept(sentence, deed.hold ?? null);
    expect((await startAgain()).unkeptAt(sentence)).toBeNull();
    expect(rows.has(writeUnkeptId(sha256))).toBe(false);
  });

  it('becomes a comment and is no draft any more in one change', async () => {
    const { packets, saves } = await setUp();
    const comments = packets.commentsOn(sha256);
    comments.holdUnkept(sentence, { which: 'new', text: 'Which one?' });
    await saves.settle();
    const save = vi.spyOn(saves, 'save');
    comments.add(sentence, 'Which one?');
    expect(save.mock.calls).toMatchObject([
      [{ puts: [{ table: 'packets' }], deletes: [{ table: 'drafts' }] }],
    ]);
  });

  it('comes back with its packet, where that is taken away and brought back', async () => {
    const { packets, rows, startAgain } = await setUp();
    packets.commentsOn(sha256).holdUnkept(sentence, { which: 'new', text: 'Half' });
    const undo = await packets.removeReceived(sha256);
    expect(rows.size).toBe(0);
    await undo?.();
    expect(packets.commentsOn(sha256).unkeptAt(sentence)).toMatchObject({ text: 'Half' });
    expect((await startAgain()).unkeptAt(sentence)).toMatchObject({ text: 'Half' });
  });
});

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
    const undo = await packets.reviews.remove(sha256);
    expect(packets.reviews.all).toEqual([]);
    await packets.read(new Uint8Array());
    await undo?.();
    expect(packets.reviews.all).toHaveLength(1);
  });
});
