import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { writeArchive } from '../../content/archive/open-archive.ts';
import { hostileArchives } from '../../content/archive/testing/hostile-archives.ts';
import { packFiles } from '../../content/archive/testing/sound-pack.ts';
import { soundPacket } from '../../content/archive/testing/sound-packet.ts';
import { writePacketArchive } from '../../content/archive/write-packet.ts';
import { writePacketFiles } from '../../content/engine/packet/write-packet.ts';
import { ArchiveReader } from './archive-reader.ts';

let reader: ArchiveReader | null = null;
afterEach(() => reader?.end());

/** A reader with the real worker, or with one that runs this text. */
function open(worker?: string, limit_ms?: number): ArchiveReader {
  reader = new ArchiveReader({
    start: (options) =>
      Promise.resolve(
        worker === undefined
          ? new Worker(new URL('./archive.worker.ts', import.meta.url), options)
          : new Worker(worker, { ...options, eval: true }),
      ),
    heap_mb: 64,
    ...(limit_ms !== undefined && {
      limits_ms: { pack: limit_ms, edited: limit_ms, sent: limit_ms, packed: limit_ms },
    }),
  });
  return reader;
}

const sound = () => writeArchive({ kind: 'pack', id: 'test', version: '1.0.0' }, packFiles());
const listen = `const { parentPort } = require('node:worker_threads');
parentPort.postMessage('ready');
parentPort.once('message', () => {`;

test('a pack, an edited one and a packet are opened as without a worker', async () => {
  const opener = open();
  const pack = await opener.openPack(sound());
  if (!pack.ok) throw new Error(pack.fault.message);
  expect(pack.value.manifest).toMatchObject({ id: 'test', version: '1.0.0' });
  expect([...pack.value.files.keys()].sort()).toEqual([...packFiles().keys()].sort());
  const edited = await opener.writePack({ id: 'test', version: '1.0.0', files: pack.value.files });
  expect(edited).toMatchObject({ ok: true, value: { archive: { sha256: pack.value.sha256 } } });
  const packet = writePacketArchive('packet', 'p-1', writePacketFiles(soundPacket()));
  expect(await opener.openSent(packet)).toMatchObject({
    ok: true,
    value: { kind: 'packet', signature: { kind: 'unsigned' }, logs: [{ attempt: 'a1' }] },
  });
});

test('what is hostile is refused with its reason, and the next one is opened', async () => {
  const opener = open();
  for (const { title, make, code } of hostileArchives.slice(0, 12)) {
    const opened = await opener.openPack(make());
    expect(opened.ok ? 'opened' : opened.fault.code, title).toBe(code);
  }
  expect((await opener.openPack(sound())).ok).toBe(true);
});

test('one that takes too long is ended, and the process goes on meanwhile', async () => {
  const opener = open(`${listen} for (;;); });`, 200);
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 5);
  const opened = await opener.openPack(sound());
  clearInterval(timer);
  expect(opened).toMatchObject({ ok: false, fault: { code: 'too_slow' } });
  expect(ticks).toBeGreaterThan(5);
  // The one behind it has a worker of its own.
  expect(await opener.openSent(sound())).toMatchObject({ fault: { code: 'too_slow' } });
});

test('one that takes all memory, or under which the worker falls, is refused', async () => {
  const greedy = open(
    `${listen} const all = []; for (;;) all.push(new Array(1e6).fill('x')); });`,
    60_000,
  );
  expect(await greedy.openPack(sound())).toMatchObject({ fault: { code: 'too_much_memory' } });
  await greedy.end();
  const fallen = open(`${listen} throw new Error('fallen'); });`);
  expect(await fallen.openPack(sound())).toMatchObject({ fault: { code: 'unreadable' } });
  await fallen.end();
  const gone = open(`${listen} process.exit(0); });`);
  expect(await gone.openPack(sound())).toMatchObject({ fault: { code: 'unreadable' } });
});

test('a worker that falls after its answer takes nothing with it, and is not asked again', async () => {
  const opener = open(
    `${listen} parentPort.postMessage({ ok: false, fault: { code: 'answered', message: '' } });
    setTimeout(() => { throw new Error('fallen later'); }, 20); });`,
    2_000,
  );
  expect(await opener.openPack(sound())).toMatchObject({ fault: { code: 'answered' } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await opener.openPack(sound())).toMatchObject({ fault: { code: 'answered' } });
});
