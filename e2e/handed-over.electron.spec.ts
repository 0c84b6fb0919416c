import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArchive } from '../content/archive/open-archive.ts';
import { packFiles } from '../content/archive/testing/sound-pack.ts';
import { soundPacket } from '../content/archive/testing/sound-packet.ts';
import { writePacketArchive } from '../content/archive/write-packet.ts';
import { writePacketFiles, writeReviewFiles } from '../content/engine/packet/write-packet.ts';
import { App, expect, startBare, test } from './fixtures/app.ts';
import { PacksPage } from './pages/packs.page.ts';

/** What a double-click comes to: the system starts the app with a path, or tells the one that runs. */

function makePack(): Uint8Array {
  return writeArchive({ kind: 'pack', id: 'test', version: '1.0.0' }, packFiles());
}

function makeReview(): Uint8Array {
  const files = writeReviewFiles({
    format: 1,
    id: 'r-1',
    answers: 'a'.repeat(64),
    packet: 'p-1',
    from: 'Mara Lind',
    message: 'Well told.',
    at: '2026-11-26T10:00:00.000Z',
    comments: [],
  });
  return writePacketArchive('review', 'r-1', files);
}

test('a packet opens with the app, a pack and a review reach the one that runs', async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-handed-'));
  const profileDir = join(folder, 'profile');
  await mkdir(profileDir);
  const paths = {
    packet: join(folder, 'Ana Beltrán.drillpacket'),
    pack: join(folder, 'team.drillpack'),
    review: join(folder, 'mara.drillreview'),
  };
  await writeFile(
    paths.packet,
    writePacketArchive('packet', 'p-1', writePacketFiles(soundPacket())),
  );
  await writeFile(paths.pack, makePack());
  await writeFile(paths.review, makeReview());
  const app = new App('electron', { profileDir, launchArguments: [paths.packet] });
  try {
    const page = await app.launch();
    await expect(page.getByRole('heading', { name: 'From Ana Beltran' })).toBeVisible();
    await expect(page.getByText('Not signed: nothing tells who wrote it.')).toBeVisible();

    const again = async (path: string): Promise<void> => {
      await once(startBare({ profileDir, launchArguments: [path] }), 'exit');
    };
    await again(paths.pack);
    const packs = new PacksPage(page);
    await expect(packs.preview).toContainText('From “team.drillpack”');
    await packs.preview.getByRole('button', { name: 'Cancel' }).click();
    await expect(packs.list).toHaveCount(0);

    await again(paths.review);
    await expect(page.getByText('Well told.')).toBeVisible();
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  expect(app.faults).toEqual([]);
});

test('what is no such file, or leads elsewhere, is passed over by the window that runs', async ({
  app,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-handed-'));
  try {
    await writeFile(join(folder, 'sound.drillpack'), makePack());
    await writeFile(join(folder, 'run.sh'), 'echo');
    await symlink(join(folder, 'sound.drillpack'), join(folder, 'link.drillpack'));
    await mkdir(join(folder, 'folder.drillreview'));
    const sound = join(folder, 'sound.drillpack');
    const hostile: readonly (readonly string[])[] = [
      ['/etc/passwd'],
      ['/etc/shadow.drillpack'],
      ['/proc/self/mem.drillpacket'],
      [join(folder, 'run.sh')],
      [join(folder, 'link.drillpack')],
      [join(folder, 'folder.drillreview')],
      [join(folder, 'missing.drillpack')],
      ['sound.drillpack'],
      ['./sound.drillpack'],
      [`file://${sound}`],
      [`//server/share${sound}`],
      [`\\\\server\\share\\sound.drillpack`],
      ['https://evil.example/sound.drillpack'],
      ['app://drillbook/sound.drillpack'],
      ['drillbook://open?file=/tmp/sound.drillpack'],
      [sound, sound],
      [sound, join(folder, 'mara.drillreview')],
      [`--load-extension=${sound}`],
      [`--renderer-cmd-prefix=${sound}`],
      [`--user-data-dir=${sound}`],
      [`${sound}\n`],
      [`${sound} `],
      [`${sound}/`],
      [`${sound}#.html`],
      [`${sound}?x`],
      [`${sound}.exe`],
      [`${sound}\u202e`],
      [`-${sound}`],
      [`$(cat ${sound})`],
      [`\`${sound}\``],
      [`;${sound}`],
      [`%2f${sound}`],
      ['__proto__.drillpack'],
      ['.drillpack'],
      ['/.drillpack'],
      [''],
      ['-'],
      ['--'],
      ['\u0000'],
      ['--inspect'],
      ['--remote-debugging-port=1'],
      ['--js-flags=--expose-gc'],
      ['javascript:alert(1)'],
      ['data:text/html,<script>alert(1)</script>'],
      ['~/sound.drillpack'],
      ['C:\\sound.drillpack'],
      ['/dev/zero'],
      ['/dev/stdin'],
      [`/${'a'.repeat(1200)}.drillpack`],
      ['smb://server/share/sound.drillpack'],
      ['mailto:a@example.org?attach=/tmp/sound.drillpack'],
    ];
    expect(hostile.length).toBeGreaterThanOrEqual(50);
    await expect(app.page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
    await app.electron.evaluate(({ BrowserWindow }) => {
      const counted = globalThis as { told?: number };
      counted.told = 0;
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const send = contents?.send.bind(contents);
      Object.assign(contents ?? {}, {
        send: (name: string, value: unknown) => {
          if (name === 'file_handed_over') counted.told = (counted.told ?? 0) + 1;
          send?.(name, value);
        },
      });
    });
    // As the system tells the app that runs: a second start, or an event of macOS.
    await app.electron.evaluate(
      ({ app: main }, lists) => {
        for (const list of lists) {
          main.emit('second-instance', {}, ['/app/drillbook', ...list], '/tmp', null);
          for (const path of list) main.emit('open-file', { preventDefault: () => 0 }, path);
        }
      },
      hostile.filter((list) => !(list.length === 2 && list[0] === sound)),
    );
    await app.electron.evaluate(
      ({ app: main }, lists) => {
        for (const list of lists) {
          main.emit('second-instance', {}, ['/app/drillbook', ...list], '/tmp', null);
        }
      },
      hostile.filter((list) => list.length === 2 && list[0] === sound),
    );
    // The same way, a sound one is looked at.
    await app.electron.evaluate(({ app: main }, path) => {
      main.emit('open-file', { preventDefault: () => 0 }, path);
    }, sound);
    await expect(new PacksPage(app.page).preview).toContainText('From “sound.drillpack”');
    const told = await app.electron.evaluate(() => (globalThis as { told?: number }).told);
    expect(told).toBe(1);
    console.log(`figure: ${hostile.length} hostile argv and open-file, 0 accepted, 1 of 1 sound`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
