import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { App, expect } from './fixtures/app.ts';
import { rootTest } from './fixtures/as-root.ts';
import { expectKept, settle, writeUntilKilled } from './fixtures/stored.ts';

/**
 * The power goes. The profile lies on a file system of its own in a file; that file, copied at a random
 * moment, holds what had reached the disk by then and nothing that was only in the system's memory. Before
 * it is copied the app stops and the disk comes to rest, since a copy takes a while. So two things are
 * not simulated: a write that the cut finds half done (torn tails have a test of their own), and a drive
 * that says a write is done while it still lies in the drive's cache.
 */
const full = process.env['DRILLBOOK_ENDURANCE'] !== undefined;

/** Programs of the system's administrator lie where not every shell looks. */
function run(program: string, args: readonly string[]): string {
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };
  return execFileSync(program, args, { env, stdio: 'pipe' }).toString();
}

/** A file system in a file, where the profile lies. */
class Disk {
  readonly profileDir: string;
  readonly #image: string;
  readonly #mounted: string;

  private constructor(folder: string) {
    this.#image = join(folder, 'image');
    this.#mounted = join(folder, 'mounted');
    this.profileDir = join(this.#mounted, 'profile');
  }

  /** null where the system lets nobody mount a file (a container, most often). */
  static async make(folder: string): Promise<Disk | null> {
    const disk = new Disk(folder);
    await mkdir(disk.#mounted);
    const image = await open(disk.#image, 'w');
    await image.truncate(512 * 1024 * 1024);
    await image.close();
    try {
      run('mkfs', ['-q', '-t', 'ext4', disk.#image]);
      disk.mount();
    } catch {
      return null;
    }
    return disk;
  }

  mount(): void {
    run('mount', ['-o', 'loop', this.#image, this.#mounted]);
  }

  unmount(): void {
    run('umount', [this.#mounted]);
  }

  /** Copies what has reached the disk, once nothing is on its way there any more. */
  async copy(): Promise<void> {
    const [device = ''] = run('losetup', ['-j', this.#image]).split(':');
    const onItsWay = () => readFile(`/sys/block/${basename(device)}/inflight`, 'utf8');
    for (let still = 0; still < 3;) {
      await wait(10);
      still = /[1-9]/.test(await onItsWay()) ? 0 : still + 1;
    }
    run('cp', ['--sparse=always', this.#image, `${this.#image}.cut`]);
  }

  /** The disk as it was copied, mounted after the system has come up again. */
  goBack(): void {
    this.unmount();
    run('mv', [`${this.#image}.cut`, this.#image]);
    this.mount();
  }
}

rootTest('a power cut at any moment loses nothing that was acknowledged', async () => {
  const cuts = full ? 50 : 5;
  rootTest.setTimeout(60_000 + cuts * 30_000);
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-power-'));
  const disk = await Disk.make(folder);
  rootTest.skip(disk === null, 'NO DISK CAN BE MADE OF A FILE HERE (needs loop devices).');
  if (disk === null) return;
  const app = new App('electron', { profileDir: disk.profileDir, launchArguments: [] });
  const acknowledged = new Map<string, number>();
  let written = 0;
  let lost = 0;
  try {
    await app.launch();
    for (let cut = 1; cut <= cuts; cut += 1) {
      await settle(app.page);
      const [synced, unsynced] = [`synced-${cut}`, `unsynced-${cut}`].map((name) =>
        join(disk.profileDir, name),
      ) as [string, string];
      await writeFile(unsynced, 'control');
      const file = await open(synced, 'w');
      await file.writeFile('control');
      await file.sync();
      await file.close();
      const writer = await writeUntilKilled(app, written, 40 + ((cut * 137) % 400), () => {
        app.freeze();
        return disk.copy();
      });
      disk.goBack();
      // Without these two, a copy that holds everything, or nothing, would pass for a power cut.
      expect(await readFile(synced, 'utf8')).toBe('control');
      if ((await readFile(unsynced, 'utf8').catch(() => '')) === '') lost += 1;
      written = writer.next;
      for (const [id, value] of writer.acknowledged) acknowledged.set(id, value);
      await app.launch();
      await settle(app.page);
      await expectKept(app.page, acknowledged, `cut ${cut}`);
    }
  } finally {
    await app.close();
    disk.unmount();
    await rm(folder, { recursive: true, force: true });
  }
  expect(lost, 'files that nobody had synced').toBe(cuts);
  expect(app.faults, 'what the page complained about').toEqual([]);
  console.log(
    `figure: power cut: ${cuts} cuts, ${written} changes acknowledged, 0 lost; of ${cuts} unsynced files ${lost}`,
  );
});
