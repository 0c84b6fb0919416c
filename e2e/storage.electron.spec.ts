import { execFileSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { App, expect, startAlone, startBare, test } from './fixtures/app.ts';
import { rootTest } from './fixtures/as-root.ts';
import { findFaultsInBothThemes } from './fixtures/axe.ts';
import {
  expectKept,
  keepTexts,
  listFiles,
  readRecords,
  settle,
  write,
  writeAll,
  writeUntilKilled,
} from './fixtures/stored.ts';

/**
 * What is stored survives, in the real window: the app is killed, its files are torn, damaged, lost,
 * the disk is filled. Each test prints its figure; DRILLBOOK_ENDURANCE asks for the full counts.
 */
const full = process.env['DRILLBOOK_ENDURANCE'] !== undefined;

/** Bits of the older Chromium's own messages about a database that was damaged on purpose. */
function forgetFaults(app: App): void {
  app.faults.length = 0;
}

function isDatabase(path: string): boolean {
  return path.includes('indexeddb.leveldb');
}

async function flipBit(path: string, share: number): Promise<void> {
  const bytes = await readFile(path);
  const place = Math.floor(bytes.length * share);
  bytes[place] = (bytes[place] ?? 0) ^ 0x10;
  await writeFile(path, bytes);
}

/** Path and content of every file, as one text. */
async function fingerprint(folder: string): Promise<string> {
  // What `startAlone` writes there is the test's own.
  const files = (await listFiles(folder)).filter((path) => !path.includes('/started-alone/'));
  const lines = await Promise.all(
    files.map(async (path) => {
      const hash = createHash('sha256').update(await readFile(path).catch(() => ''));
      return `${path} ${hash.digest('hex')}`;
    }),
  );
  return lines.sort().join('\n');
}

test('a kill at any moment loses nothing that was acknowledged', async ({ app }) => {
  const kills = full ? 200 : 20;
  test.setTimeout(60_000 + kills * 20_000);
  const acknowledged = new Map<string, number>();
  let written = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    await settle(app.page);
    const writer = await writeUntilKilled(app, written, 40 + ((kill * 137) % 400));
    written = writer.next;
    for (const [id, value] of writer.acknowledged) acknowledged.set(id, value);
    await app.launch();
    await settle(app.page);
    await expectKept(app.page, acknowledged, `kill ${kill}`);
  }
  expect(written).toBeGreaterThan(kills);
  console.log(`figure: kill -9: ${kills} kills, ${written} changes acknowledged, 0 lost`);
});

test('a torn tail of the database survives the second start after it', async ({ app }) => {
  const tears = full ? 20 : 2;
  test.setTimeout(60_000 + tears * 60_000);
  let next = 0;
  for (let tear = 0; tear < tears; tear += 1) {
    await settle(app.page);
    await writeAll(app.page, { from: next, to: next + 50, length: 3000, ids: 200 });
    // Every second one after an exit that was in order: then nothing warns of the damage.
    await (tear % 2 === 0 ? app.kill() : app.close());
    const logs = (await listFiles(app.profileDir)).filter(
      (path) => isDatabase(path) && path.includes('runtime-') && path.endsWith('.log'),
    );
    expect(logs.length).toBeGreaterThan(0);
    for (const path of logs) {
      const { length } = await readFile(path);
      await truncate(path, Math.max(0, length - 1 - ((tear * 7) % 60)));
    }
    await app.launch();
    await settle(app.page);
    await writeAll(app.page, { from: next + 50, to: next + 100, length: 3000, ids: 200 });
    for (let start = 0; start < 2; start += 1) {
      await app.relaunch();
      await settle(app.page);
      const found = await readRecords(app.page, 'drafts');
      for (let n = next; n < next + 100; n += 1) expect(found[`r${n % 200}`]).toBe(n);
    }
    next += 100;
    forgetFaults(app);
  }
  console.log(
    `figure: torn tail: ${tears} tears, ${next} changes acknowledged, 0 lost after two more starts`,
  );
});

/** Said where the safe copies were whole and the database was not. */
const readAnew =
  'The working copy of your data was missing or damaged. Everything that was saved is here';

/** What harms the files, after which end of the app, and what the app has to say of it at the next start. */
const damages = {
  'the journal changed in the middle': {
    end: 'kill',
    harm: async (files: readonly string[]) => {
      const journal = files.filter((path) => path.includes('/storage/journal/')).at(-1) ?? '';
      await flipBit(journal, 0.5);
    },
    told: 'The safe copies of your data are damaged: they can be read up to change',
  },
  'the newest snapshot changed and the database gone': {
    end: 'close',
    harm: async (files: readonly string[]) => {
      await flipBit(files.filter((path) => path.includes('/snapshots/')).at(-1) ?? '', 0.6);
      await Promise.all(files.filter(isDatabase).map((path) => rm(path)));
    },
    told: readAnew,
    aside: /\/0-snapshot-[^/]*$/,
  },
  'the sentinel changed': {
    end: 'close',
    harm: (files: readonly string[]) =>
      flipBit(files.find((path) => path.endsWith('sentinel.json')) ?? '', 0.3),
    told: 'The file that says how much you have stored was damaged',
  },
  'the database changed': {
    end: 'close',
    harm: async (files: readonly string[]) => {
      const parts = files.filter((path) => isDatabase(path) && /\.(?:log|ldb)$/.test(path));
      for (const path of parts) await flipBit(path, 0.4);
    },
    told: readAnew,
  },
  'the database gone': {
    end: 'close',
    harm: async (files: readonly string[]) => {
      await Promise.all(files.filter(isDatabase).map((path) => rm(path)));
    },
    told: readAnew,
  },
  'all safe copies gone': {
    end: 'close',
    harm: async (files: readonly string[]) => {
      const safe = files.filter((path) => /\/storage\/(?:journal|snapshots)\//.test(path));
      await Promise.all(safe.map((path) => rm(path)));
    },
    told: 'The safe copies of your data are missing:',
  },
} satisfies Record<
  string,
  {
    end: 'kill' | 'close';
    harm: (files: readonly string[]) => Promise<void>;
    told: string;
    /** A file that is set aside besides. */
    aside?: RegExp;
  }
>;

test('damage is found and told, and what was stored comes back', async ({ app }) => {
  const rounds = full ? 5 : 1;
  test.setTimeout(60_000 + rounds * 360_000);
  let next = 0;
  let asked = 0;
  const listAside = async () =>
    (await listFiles(app.profileDir)).filter((path) => path.includes('kept-aside'));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, damage] of Object.entries(damages)) {
      await settle(app.page);
      await writeAll(app.page, { from: next, to: next + 20, length: 3000, ids: 200 });
      next += 20;
      await (damage.end === 'kill' ? app.kill() : app.close());
      const files = (await listFiles(app.profileDir)).filter(
        (path) => !path.includes('kept-aside'),
      );
      const asideBefore = await listAside();
      await damage.harm([...files].sort());
      await app.launch();
      await expect(app.page.getByText(damage.told).first(), `told after: ${name}`).toBeVisible({
        timeout: 30_000,
      });
      const choice = app.page.getByRole('button', { name: 'Use this copy' }).first();
      const opened = app.page.getByRole('navigation').first();
      await expect(choice.or(opened)).toBeVisible();
      if (await choice.isVisible()) {
        asked += 1;
        expect(await findFaultsInBothThemes(app.page), `axe after: ${name}`).toEqual([]);
        await choice.click();
        await expect(opened).toBeVisible();
      }
      await settle(app.page);
      const found = await readRecords(app.page, 'drafts');
      for (let n = Math.max(0, next - 200); n < next; n += 1) {
        expect(found[`r${n % 200}`], `record ${n} after: ${name}`).toBe(n);
      }
      if ('aside' in damage) {
        const fresh = (await listAside()).filter((path) => !asideBefore.includes(path));
        expect(fresh.filter((path) => damage.aside.test(path))).toHaveLength(1);
      }
      forgetFaults(app);
    }
  }
  const count = rounds * Object.keys(damages).length;
  console.log(
    `figure: damage: ${count} of ${count} told and restored whole, ${count - asked} by itself, ${asked} after a question`,
  );
});

rootTest('a full disk is told, and costs nothing that was acknowledged', async () => {
  const times = full ? 8 : 1;
  test.setTimeout(60_000 + times * 90_000);
  let acknowledged = 0;
  let shut = 0;
  for (let time = 0; time < times; time += 1) {
    const disk = await mkdtemp(join(tmpdir(), 'drillbook-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk]);
    const app = new App('electron', { profileDir: join(disk, 'profile'), launchArguments: [] });
    const kept: number[] = [];
    /** Each record under an id of its own, so that none hides the loss of another. */
    const writeSome = async (from: number, to: number) => {
      const outcome = await write(app.page, { from, to, length: 30_000, ids: Infinity });
      kept.push(...outcome.acknowledged);
      return outcome.refused;
    };
    const expectKept = async (when: string) => {
      const found = await readRecords(app.page, 'drafts');
      expect(
        kept.filter((n) => found[`r${n}`] !== n),
        `acknowledged, and gone ${when}`,
      ).toEqual([]);
    };
    try {
      await app.launch();
      await settle(app.page);
      const begun = await app.page.evaluate(() => {
        const { storage, microphone, installed, packets } = window.drillbook;
        return Promise.all([
          storage?.checkRoom(),
          microphone.allow(),
          installed.install({ sha256: '0'.repeat(64) }),
          packets.read({ bytes: new Uint8Array([1]) }),
        ]);
      });
      for (const one of begun) expect(one).toMatchObject({ kind: 'refused', code: 'read_only' });
      expect(await writeSome(0, 20)).toBeNull();
      // Leaves room for some records more, so that it runs out while one writes.
      const ballast = join(disk, 'ballast');
      const room_kb = 385 + time * 150;
      execFileSync('sh', [
        '-c',
        'dd if=/dev/zero of="$1" bs=64k 2>/dev/null || true; truncate -s -"$2"k "$1"',
        '-',
        ballast,
        String(room_kb),
      ]);
      expect(await writeSome(20, 2000)).toMatch(
        /Everything (?:before it )?is safe.*Free some space/,
      );
      expect(kept.length, 'taken while the disk ran full').toBeGreaterThan(20);
      // By now or soon Chromium closes the database by itself, and may not open it again.
      for (let n = 5000; n < 5012; n += 1) {
        if (/the database could not be written/.test((await writeSome(n, n + 1)) ?? '')) break;
      }
      const isTold = /Everything that was saved is safe.*close Drillbook and start it again/s;
      const readOrTold = async (when: string): Promise<boolean> => {
        const told = await readRecords(app.page, 'drafts').then(
          () => null,
          (error: unknown) => String(error),
        );
        if (told === null) await expectKept(when);
        else expect(told, when).toMatch(isTold);
        return told === null;
      };
      await readOrTold('while the disk was full');
      // What the app asks for: some space, and another try; in the end another start.
      await rm(ballast);
      if (!(await readOrTold('once there was room again'))) {
        shut += 1;
        await app.relaunch();
        await settle(app.page);
      }
      expect(await writeSome(2000, 2020)).toBeNull();
      await expectKept('once something was written again');
      await app.close();
      await app.launch();
      await settle(app.page);
      await expectKept('at the next start');
      expect(await writeSome(2020, 2040)).toBeNull();
      await app.relaunch();
      await settle(app.page);
      await expectKept('at the start after it');
      acknowledged += kept.length;
    } finally {
      await app.close();
      execFileSync('umount', ['-l', disk]);
      await rm(disk, { recursive: true, force: true });
    }
  }
  console.log(
    `figure: full disk: ${times} of ${times} told, ${acknowledged} changes acknowledged, all of them read again, 0 lost; ${shut} times only another start opened the database`,
  );
});

/** Those of the texts that a file of the profile holds, packed or not. */
async function findTexts(
  profile: string,
  texts: readonly string[],
  within: (path: string) => boolean = () => true,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of (await listFiles(profile)).filter(within)) {
    // While the app runs, Chromium's own files come and go.
    const raw = await readFile(path).catch(() => Buffer.of());
    const bytes = path.endsWith('.gz') ? gunzipSync(raw) : raw;
    for (const text of texts) if (bytes.includes(text)) found.add(text);
  }
  return [...found];
}

test('erasing leaves nothing of what was written on the disk', async ({ app }) => {
  await settle(app.page);
  // Nothing that the tables of the database could pack, so that they are found there as they are.
  const planted = Array.from({ length: 50 }, (_, index) =>
    createHash('sha256').update(`planted ${index}`).digest('base64url'),
  );
  await keepTexts(app.page, planted.slice(0, 25));
  // Into the database and a snapshot, too.
  await app.close();
  expect(await listFiles(join(app.profileDir, 'storage', 'snapshots'))).toEqual([
    expect.stringMatching(/-exit\.jsonl\.gz$/),
  ]);
  await app.launch();
  await settle(app.page);
  await keepTexts(app.page, planted.slice(25));
  const holder = 'planted-holder';
  await app.page.evaluate(async (name) => {
    const { packets, installed } = window.drillbook;
    await packets.makeKey();
    await installed.pinKey({ key: 'bm9ib2R5', name });
    location.hash = '#/settings';
  }, holder);
  const all = [...planted, holder];
  const search = (within?: (path: string) => boolean) => findTexts(app.profileDir, all, within);
  // The search finds what is there, in each place where it lies.
  expect([...(await search())].sort()).toEqual([...all].sort());
  expect(await search(isDatabase)).toHaveLength(planted.length);
  expect(await search((path) => path.includes('/storage/journal/'))).toHaveLength(planted.length);
  expect(await search((path) => path.includes('/storage/snapshots/'))).toHaveLength(25);
  const kept = /^(?:packs|keys)\b/;
  const listOwn = async () =>
    (await listFiles(app.profileDir)).filter((path) => kept.test(relative(app.profileDir, path)));
  expect(await listOwn()).not.toEqual([]);
  await app.page.getByRole('button', { name: 'Erase everything…' }).click();
  await app.page.getByLabel(/Type “erase”/).fill('erase');
  // What is asked of the page before it has loaded itself anew may never be answered.
  const loaded = app.page.waitForEvent('load');
  await app.page.getByRole('button', { name: 'Erase everything', exact: true }).click();
  await loaded;
  await settle(app.page);
  expect(await readRecords(app.page, 'drafts')).toEqual({});
  await app.close();
  expect(await search()).toEqual([]);
  expect(await listOwn()).toEqual([]);
  console.log(`figure: erase: ${all.length} planted and found before, 0 found after`);
});

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** Waits until the app says something about a reason on the terminal. */
async function expectSaid(child: ChildProcess, words: RegExp): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(words);
}

/** Tells on the terminal of each window, and of the message in place of one, which is closed at once. */
const tellOfWindows = `const { app, dialog } = require('electron');
app.on('browser-window-created', () => process.stderr.write('a window opened\\n'));
dialog.showErrorBox = () => process.stderr.write('a message was shown\\n')`;

/** Says in a part of the safe copies that a newer app wrote it. */
const newerParts = {
  'the sentinel': async (storage: string) => {
    const path = join(storage, 'sentinel.json');
    const [text = ''] = (await readFile(path, 'utf8')).split('\n');
    const newer = text.replace(/"schema":\d+,"app":"[^"]*"/, '"schema":999,"app":"9.9.9"');
    expect(newer).not.toBe(text);
    await writeFile(path, `${newer}\n${sha256(newer)}\n`);
  },
  'the journal, without a sentinel': async (storage: string) => {
    await rm(join(storage, 'sentinel.json'));
    const path = (await listFiles(join(storage, 'journal'))).toSorted().at(-1) ?? '';
    const text = await readFile(path, 'utf8');
    const [, seq, heading = ''] = /^\w+ (\d+) \d+ (.*)/.exec(text) ?? [];
    const newer = heading.replace(/"schema":\d+/, '"schema":999');
    expect(newer).not.toBe(heading);
    const framed = `${seq} ${newer.length} ${newer}`;
    const end = text.indexOf('\n');
    await writeFile(path, `${sha256(framed).slice(0, 16)} ${framed}${text.slice(end)}`);
  },
  'a snapshot, without sentinel and journal': async (storage: string) => {
    await rm(join(storage, 'journal'), { recursive: true });
    const path = (await listFiles(join(storage, 'snapshots'))).toSorted().at(-1) ?? '';
    const text = gunzipSync(await readFile(path)).toString();
    await writeFile(path, gzipSync(text.replace(/"schema":\d+/, '"schema":999')));
  },
} as const;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('data of a newer Drillbook is refused before a window opens, and left as it is', async ({
  app,
}) => {
  const { profileDir } = app;
  await settle(app.page);
  await writeAll(app.page, { from: 0, to: 5, length: 100, ids: 200 });
  await app.close();
  const start = (folder: string) =>
    startAlone({ profileDir: folder, launchArguments: [] }, tellOfWindows);
  // A window would be heard of.
  const other = await start(join(profileDir, 'another'));
  await expectSaid(other, /^a window opened$/m);
  await stop(other);
  for (const [part, makeNewer] of Object.entries(newerParts)) {
    await makeNewer(join(profileDir, 'storage'));
    const before = await fingerprint(profileDir);
    const child = await start(profileDir);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = once(child, 'close') as Promise<[number | null]>;
    try {
      const seen = () => /a window opened|a message was shown/.exec(said)?.[0];
      await expect.poll(seen, { message: part, timeout: 30_000 }).toBe('a message was shown');
      expect((await ended)[0], part).toBe(1);
    } finally {
      await stop(child);
    }
    expect(said, part).toMatch(/newer Drillbook.*Nothing was changed/);
    expect(said, part).not.toContain('a window opened');
    expect(await fingerprint(profileDir), part).toBe(before);
  }
  const count = Object.keys(newerParts).length;
  console.log(`figure: newer data: ${count} of ${count} refused, 0 windows, 0 files changed`);
});

test('a second start shows the first window and changes nothing', async ({ app }) => {
  await settle(app.page);
  await writeAll(app.page, { from: 0, to: 5, length: 100, ids: 200 });
  const storage = join(app.profileDir, 'storage');
  const before = await fingerprint(storage);
  const child = startBare({ profileDir: app.profileDir, launchArguments: [] });
  await once(child, 'exit');
  expect(await fingerprint(storage)).toBe(before);
  await writeAll(app.page, { from: 5, to: 10, length: 100, ids: 200 });
  console.log('figure: second start: left at once, 0 files of the safe copies changed');
});

rootTest('a data folder that cannot be written is told, and left as it is', async ({ app }) => {
  await settle(app.page);
  await writeAll(app.page, { from: 0, to: 5, length: 100, ids: 200 });
  await app.close();
  const before = await fingerprint(app.profileDir);
  execFileSync('mount', ['--bind', app.profileDir, app.profileDir]);
  execFileSync('mount', ['-o', 'remount,ro,bind', app.profileDir]);
  const child = startBare({ profileDir: app.profileDir, launchArguments: [] });
  try {
    await expectSaid(child, /may not write to its data folder.*Nothing there was changed/);
  } finally {
    await stop(child);
    execFileSync('umount', ['-l', app.profileDir]);
  }
  expect(await fingerprint(app.profileDir)).toBe(before);
  console.log('figure: read-only folder: told before a window, 0 files changed');
});
