import fc from 'fast-check';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, describe, it } from 'vitest';
import type { AttemptEvent } from '../../content/engine/drill/attempt-log.ts';
import { writePieceId } from '../../content/engine/story/practice-record.ts';
import { aLog } from '../../content/engine/testing/a-log.ts';
import { aPractice } from '../../content/engine/testing/a-practice.ts';
import { aStory } from '../../content/engine/testing/a-story.ts';
import type { Envelope } from '../../electron/storage/storage-channels.ts';
import { tables, writeEventId, type Table } from '../state/store.ts';
import { seal } from './envelope.ts';
import { readExport, writeExport } from './export-file.ts';
import { openStore } from './open-store.ts';
import { inChunks } from './safe-stream.ts';
import { ASafeChannel } from './testing/a-safe-channel.ts';
import { useDatabases } from './testing/use-databases.ts';

const full = process.env['DRILLBOOK_ENDURANCE'] !== undefined;
const made = { app: '0.1.0', at: new Date('2026-11-01T10:00:00Z') };
const write = (records: readonly Envelope[]) => writeExport(inChunks(records), made);

const plainJson = fc
  .jsonValue()
  .filter((value) => !JSON.stringify(value).includes('__proto__'))
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const events = aLog([10, 'notes_changed', { text: 'seen' }], [20, 'notes_changed', { text: 'x' }]);

/** Tables whose records the app repairs when it reads them, so that an import takes any JSON in them. */
const repaired = tables.filter((table) => table !== 'events');

const ids = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });

/** Longer than any of `ids`. */
const realId = 'as the app makes them: one';

/** As the app makes them: texts, and sound in base64. */
const real: readonly Envelope[] = [
  seal('stories', realId, aStory()),
  seal('practices', realId, aPractice()),
  seal('recordings', writePieceId(realId, 0), {
    format: 1,
    mime: 'audio/webm;codecs=opus',
    data: btoa(String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte))),
  }),
];

/** Records of every table in every state: any JSON where the app repairs on load, real events in logs. */
const states: fc.Arbitrary<readonly Envelope[]> = fc
  .record({
    rows: fc.tuple(
      ...repaired.map((table) =>
        fc
          .uniqueArray(fc.tuple(ids, plainJson), {
            selector: ([id]) => id,
            minLength: 1,
            maxLength: 4,
          })
          .map((rows) => rows.map(([id, body]) => seal(table, id, body))),
      ),
    ),
    attempts: fc.uniqueArray(fc.stringMatching(/^[a-z]([a-z0-9-]{0,7}[a-z0-9])?$/), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ rows, attempts }) => [
    ...real,
    ...rows.flat(),
    ...attempts.flatMap((attempt) =>
      events.map((event): Envelope => {
        const moved = { ...event, attempt } satisfies AttemptEvent;
        return seal('events', writeEventId(moved), JSON.parse(JSON.stringify(moved)));
      }),
    ),
  ]);

async function expectFault(bytes: Uint8Array<ArrayBuffer>, line: number, words: string) {
  const read = await readExport(bytes, 'mine.json');
  expect(read).toMatchObject({ kind: 'fault', line });
  expect((read as { message: string }).message).toContain(words);
  expect((read as { message: string }).message).toContain('Nothing was changed');
}

const encode = (text: string) => new TextEncoder().encode(text);
const some = [seal('settings', 'settings', { theme: 'dark' }), seal('drafts', 'x', 1)];

describe('An export', () => {
  it('is valid JSON, one record a line, and is read as it was written', async () => {
    const bytes = await write(some);
    const text = new TextDecoder().decode(bytes);
    expect(JSON.parse(text)).toHaveLength(4);
    expect(text.split('\n')).toHaveLength(5);
    expect(await readExport(bytes, 'mine\u202e.json')).toEqual({
      kind: 'read',
      preview: {
        name: 'mine[U+202E].json',
        app: '0.1.0',
        exportedAt: '2026-11-01T10:00:00.000Z',
        counts: { settings: 1, drafts: 1 },
        records: some,
      },
    });
  });

  it('names line and fault of what is wrong with it', async () => {
    const text = new TextDecoder().decode(await write(some));
    const lines = text.split('\n');
    const swap = (index: number, line: string) =>
      encode(lines.map((old, at) => (at === index ? line : old)).join('\n'));
    await expectFault(encode('hello'), 1, 'no export of Drillbook');
    await expectFault(encode(''), 1, 'no export of Drillbook');
    await expectFault(new Uint8Array([0x5b, 0xff, 0xfe]), 1, 'UTF-8');
    await expectFault(
      swap(0, lines[0]!.replace(/"schema":\d+/, '"schema":999')),
      1,
      'newer Drillbook',
    );
    await expectFault(encode(lines.slice(0, 3).join('\n')), 3, 'end is missing');
    await expectFault(swap(1, lines[1]!.slice(0, 20)), 2, 'no JSON');
    await expectFault(swap(2, lines[1]!), 3, 'second time');
    await expectFault(swap(2, lines[2]!.replace('drafts', 'sagas')), 3, 'kind is not known');
    await expectFault(swap(1, lines[1]!.replace('dark', 'dusk')), 4, 'checksum');
    await expectFault(swap(1, lines[1]!.replace('theme', '__proto__')), 2, '__proto__');
    await expectFault(swap(3, lines[3]!.replace('"records":2', '"records":3')), 4, '3 records');
    const event = seal('events', 'a/main/00000000', { kind: 'nonsense' });
    await expectFault(await write([event]), 2, 'does not make sense');
    const misplaced = seal('events', 'a/main/00000009', events[0]);
    await expectFault(await write([misplaced]), 2, 'not where its name says');
  });

  it('is refused after any one changed bit', async () => {
    const bytes = await write(some);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 2), fc.nat(7), async (place, bit) => {
        const changed = bytes.slice();
        changed[place] = changed[place]! ^ (1 << bit);
        const read = await readExport(changed, 'mine.json');
        if (read.kind === 'fault') return;
        // What is left: a bit of the footer's own counts, which nothing depends on.
        expect(read.preview.records).toEqual(some);
      }),
      { numRuns: full ? 2000 : 200 },
    );
  });

  it('erased and imported again is the same, for any state', async () => {
    const runs = full ? 200 : 20;
    await fc.assert(
      fc.asyncProperty(states, async (records) => {
        useDatabases(new IDBFactory());
        const safe = new ASafeChannel();
        const opened = await openStore({
          bridge: { storage: safe.channel },
          now: () => made.at,
        });
        if (opened.kind !== 'ready') throw new Error(opened.kind);
        const { store } = opened;
        for (const { table, id, body } of records) {
          await store.commit({ puts: [{ table: table as Table, id, body }] });
        }
        expect(Object.keys(await store.counts()).sort()).toEqual([...tables].sort());
        const bytes = await writeExport(store.readAll(), made);
        await store.eraseAll();
        expect(await store.counts()).toEqual({});
        const read = await readExport(bytes, 'mine.json');
        if (read.kind !== 'read') throw new Error(read.message);
        await store.replaceAll(read.preview.records);
        const key = ({ table, id }: Envelope) => `${table}/${id}`;
        const sort = (list: readonly Envelope[]) =>
          [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
        const found: Envelope[] = [];
        for await (const chunk of store.readAll()) found.push(...chunk);
        expect(sort(found)).toEqual(sort(records));
        expect(sort([...safe.records.values()])).toEqual(sort(records));
      }),
      { numRuns: runs },
    );
    console.log(
      `figure: export, erase, import: ${runs} of ${runs} generated states with all ${tables.length} tables equal`,
    );
  }, 120_000);
});
