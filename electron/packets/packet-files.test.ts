import { generateKeyPairSync } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { soundPacket } from '../../content/archive/testing/sound-packet.ts';
import { openPacket } from '../../content/archive/open-packet.ts';
import { writePacketArchive } from '../../content/archive/write-packet.ts';
import { writePacketFiles } from '../../content/engine/packet/write-packet.ts';
import { aStory } from '../../content/engine/testing/a-story.ts';
import { ArchiveReader } from '../packs/archive-reader.ts';
import { writePacketBytes } from './packet-files.ts';

let reader: ArchiveReader;
beforeEach(() => {
  reader = new ArchiveReader({
    start: (options) =>
      Promise.resolve(new Worker(new URL('../packs/archive.worker.ts', import.meta.url), options)),
  });
});
afterEach(() => reader.end());

const list = (texts: ReadonlyMap<string, string>) =>
  [...texts].map(([path, text]) => ({ path, text }));

test('a packet is the same as one that is written in one go, signed or not', async () => {
  const texts = writePacketFiles(soundPacket());
  const { privateKey: key } = generateKeyPairSync('ed25519');
  for (const signWith of [null, { key, author: 'Ana Beltran' }]) {
    const made = await writePacketBytes(
      { kind: 'packet', id: 'p-1', files: list(texts), signWith },
      reader,
    );
    if (!made.ok) throw new Error(made.message);
    const whole = writePacketArchive('packet', 'p-1', texts, signWith ?? undefined);
    expect(made.value.bytes).toEqual(whole);
    const opened = await openPacket(made.value.bytes);
    expect(opened.ok && opened.value.sha256).toBe(made.value.sha256);
  }
});

test('what its reader would refuse is not sent, and says why', async () => {
  const texts = new Map(writePacketFiles(soundPacket()));
  texts.set('attempts/a1.jsonl', 'no log');
  const made = await writePacketBytes(
    { kind: 'packet', id: 'p-1', files: list(texts), signWith: null },
    reader,
  );
  expect(made).toMatchObject({
    ok: false,
    message: expect.stringMatching(
      /^This cannot be sent as it is: .*Nothing was written/,
    ) as string,
  });
});

test('the window goes on while a large one is packed and opened', async () => {
  // Words that hardly pack.
  let state = 7;
  const words = (count: number): string =>
    Array.from({ length: count }, () => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
      return state.toString(36);
    }).join(' ');
  const stories = Array.from({ length: 150 }, (_, index) =>
    aStory({
      id: `s${index}`,
      texts: { ...aStory().texts, long: { text: words(2_500), own_roles: [] } },
    }),
  );
  const files = list(writePacketFiles(soundPacket({ stories })));
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 5);
  const made = await writePacketBytes({ kind: 'packet', id: 'p-1', files, signWith: null }, reader);
  clearInterval(timer);
  expect(made).toMatchObject({ ok: true });
  expect(ticks).toBeGreaterThan(20);
});
