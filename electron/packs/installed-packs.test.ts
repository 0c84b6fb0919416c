import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { writeArchive } from '../../content/archive/open-archive.ts';
import { ArchiveReader } from './archive-reader.ts';
import { InstalledPacks } from './installed-packs.ts';

const reader = new ArchiveReader({
  start: (options) =>
    Promise.resolve(new Worker(new URL('./archive.worker.ts', import.meta.url), options)),
});
afterAll(() => reader.end());

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'drillbook-packs-')), 'packs');
});
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true, force: true });
});

const [nadia, mallory] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')].map(
  ({ privateKey }) => privateKey,
) as [KeyObject, KeyObject];

function packYaml(version: string, id: string): string {
  return `format: 1
id: ${id}
version: ${version}
title: Drills of one team
authors: [Nadia]
licence: Apache-2.0
language: en-GB
attack: { version: '19' }
nice: { version: '2.1.0' }
`;
}

function makePack(version: string, key: KeyObject | null, id = 'team'): Uint8Array {
  const text = packYaml(version, id);
  const files = new Map([
    ['pack.yaml', new TextEncoder().encode(text)],
    ['README.md', new TextEncoder().encode(`Version ${version}\n`)],
  ]);
  const about = { kind: 'pack', id, version } as const;
  return writeArchive(about, files, key ? { key, author: 'Nadia' } : undefined);
}

function open(): Promise<InstalledPacks> {
  const now = () => new Date('2026-11-26T10:00:00Z');
  return InstalledPacks.open({ folder, bundled: new Set(['core']), now, reader });
}

async function install(packs: InstalledPacks, bytes: Uint8Array): Promise<string> {
  const offer = await packs.offer(bytes);
  if (!offer.ok) throw new Error(offer.message);
  const done = await packs.install(offer.value.sha256);
  if (!done.ok) throw new Error(done.message);
  return offer.value.sha256;
}

test('a pack is installed, read after another start, switched off, removed and brought back', async () => {
  const packs = await open();
  const sha256 = await install(packs, makePack('1.0.0', nadia));
  const again = await open();
  expect(await again.listings()).toMatchObject([{ id: 'team', files: [{}, {}] }]);
  const archive = await again.find('team');
  expect(new TextDecoder().decode(archive?.files.get('README.md'))).toBe('Version 1.0.0\n');

  await again.setEnabled('team', false);
  expect(await again.listings()).toEqual([]);
  expect(await again.find('team')).toBeNull();
  await again.setEnabled('team', true);

  await again.remove('team');
  expect(await again.list()).toMatchObject({ packs: [] });
  await again.bringBack('team');
  expect(await again.list()).toMatchObject({ packs: [{ id: 'team', sha256, fault: null }] });

  await again.remove('team');
  await open();
  expect(await readdir(folder)).toEqual(['index.json']);
});

test('what a kill left of writing an archive goes at the next start, though the archive stays', async () => {
  const sha256 = await install(await open(), makePack('1.0.0', nadia));
  await writeFile(
    join(folder, `${sha256}.drillpack.5a10f646-a2ae-4987-ada3-e6735e54e406.part`),
    'x',
  );
  await open();
  expect((await readdir(folder)).sort()).toEqual([`${sha256}.drillpack`, 'index.json']);
});

test('nothing is installed before it was looked at', async () => {
  const packs = await open();
  expect(await packs.install('0'.repeat(64))).toMatchObject({ ok: false, code: 'not_found' });
  expect(await packs.offer(new TextEncoder().encode('no zip'))).toMatchObject({ ok: false });
  expect(await packs.list()).toEqual({ packs: [], keys: [] });
});

test('an update keeps the version before, and goes back to it', async () => {
  const packs = await open();
  const first = await install(packs, makePack('1.0.0', nadia));
  expect(await packs.offer(makePack('1.0.0', nadia))).toMatchObject({
    value: { standing: 'same' },
  });
  expect(await packs.offer(makePack('0.9.0', nadia))).toMatchObject({
    value: { standing: 'older' },
  });
  expect(await packs.offer(makePack('1.10.0', nadia))).toMatchObject({
    value: { standing: 'update', installed: { version: '1.0.0', sha256: first } },
  });
  await install(packs, makePack('1.10.0', nadia));
  expect(await packs.list()).toMatchObject({
    packs: [{ version: '1.10.0', versionBefore: '1.0.0' }],
  });
  await packs.goBack('team');
  expect(await packs.list()).toMatchObject({
    packs: [{ version: '1.0.0', sha256: first, versionBefore: '1.10.0' }],
  });
});

test('another key, or none, does not take the place of the author’s', async () => {
  const packs = await open();
  const first = await install(packs, makePack('1.0.0', nadia));
  for (const bytes of [makePack('1.1.0', mallory), makePack('1.1.0', null)]) {
    const offer = await packs.offer(bytes);
    expect(offer).toMatchObject({ ok: true, value: { key: 'changed' } });
    if (!offer.ok) return;
    expect(await packs.install(offer.value.sha256)).toMatchObject({ code: 'not_allowed' });
  }
  expect(await packs.list()).toMatchObject({ packs: [{ sha256: first, version: '1.0.0' }] });
});

test('a key is known by the name that the person gave it', async () => {
  const packs = await open();
  const offer = await packs.offer(makePack('1.0.0', nadia));
  if (!offer.ok || !offer.value.signer) throw new Error('It is signed.');
  expect(offer.value).toMatchObject({ key: 'unknown', signer: { pinnedAs: null } });
  await packs.pinKey(offer.value.signer.key, 'Nadia, our lead');
  expect(await (await open()).offer(makePack('1.0.0', nadia))).toMatchObject({
    value: { key: 'pinned', signer: { author: 'Nadia', pinnedAs: 'Nadia, our lead' } },
  });
  await packs.forgetKey(offer.value.signer.key);
  expect(await packs.list()).toMatchObject({ keys: [] });
});

test('a pack that came with the app is not replaced', async () => {
  const packs = await open();
  const offer = await packs.offer(makePack('9.0.0', nadia, 'core'));
  expect(offer).toMatchObject({ value: { standing: 'bundled' } });
  if (!offer.ok) return;
  expect(await packs.install(offer.value.sha256)).toMatchObject({ code: 'not_allowed' });
});

test('local edits lie on what their author made, and are carried into an update', async () => {
  const packs = await open();
  const first = await install(packs, makePack('1.0.0', nadia));
  const base = await packs.findArchive(first);
  const files = new Map(base?.files);
  files.set('README.md', new TextEncoder().encode('Our own words\n'));
  const edited = writeArchive({ kind: 'pack', id: 'team', version: '1.0.0' }, files);
  expect(await packs.offer(edited)).toMatchObject({ value: { standing: 'edited' } });
  await install(packs, edited);
  expect(await packs.list()).toMatchObject({
    packs: [{ base: first, signer: { author: 'Nadia' } }],
  });

  const update = await packs.offer(makePack('1.1.0', nadia));
  if (!update.ok) throw new Error(update.message);
  expect(update.value).toMatchObject({ standing: 'update', key: 'unknown' });
  const merged = [{ path: 'README.md', text: 'Our own words on 1.1.0\n' }];
  expect(await packs.installEdited(update.value.sha256, merged)).toMatchObject({
    value: { packs: [{ version: '1.1.0', base: update.value.sha256 }] },
  });
  const archive = await (await open()).find('team');
  expect(new TextDecoder().decode(archive?.files.get('README.md'))).toContain('on 1.1.0');
});

test('who signs an update first is its author from then on, under local edits too', async () => {
  const packs = await open();
  await install(packs, makePack('1.0.0', null));
  const update = await packs.offer(makePack('1.1.0', nadia));
  if (!update.ok) throw new Error(update.message);
  const merged = [{ path: 'README.md', text: 'Our own words\n' }];
  expect(await packs.installEdited(update.value.sha256, merged)).toMatchObject({
    value: { packs: [{ signer: { author: 'Nadia' } }] },
  });
  expect(await packs.offer(makePack('1.2.0', mallory))).toMatchObject({
    value: { key: 'changed' },
  });
});

function edit(text: string, header = (yaml: string) => yaml): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  return new Map([
    ['pack.yaml', encoder.encode(header(packYaml('1.0.0', 'team')))],
    ['README.md', encoder.encode(text)],
  ]);
}

test('an edited copy is taken in over the author’s files, and given up for them again', async () => {
  const packs = await open();
  const first = await install(packs, makePack('1.0.0', nadia));
  const offer = await packs.offerEdited('team', edit('Our own words\n'));
  expect(offer).toMatchObject({ value: { standing: 'edited', key: 'unsigned', signer: null } });
  if (!offer.ok) return;
  const edited = offer.value.sha256;
  await packs.install(edited);
  expect(await packs.list()).toMatchObject({
    packs: [{ sha256: edited, base: first, signer: { author: 'Nadia' } }],
  });
  expect(await packs.dropEdits('team')).toMatchObject({
    value: { packs: [{ sha256: first, base: null, versionBefore: '1.0.0' }] },
  });
  expect(await packs.dropEdits('team')).toMatchObject({ ok: false });
  await packs.goBack('team');
  expect(await (await open()).list()).toMatchObject({ packs: [{ sha256: edited, base: first }] });
});

test('an edited picture is carried into an update that leaves it alone', async () => {
  const png = (last: number) => new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, last]);
  const made = (version: string, one: number, two: number) =>
    writeArchive(
      { kind: 'pack', id: 'team', version },
      new Map([
        ['pack.yaml', new TextEncoder().encode(packYaml(version, 'team'))],
        ['one.png', png(one)],
        ['two.png', png(two)],
      ]),
    );
  const packs = await open();
  await install(packs, made('1.0.0', 1, 1));
  const mine = await packs.offerEdited(
    'team',
    new Map([
      ['pack.yaml', new TextEncoder().encode(packYaml('1.0.0', 'team'))],
      ['one.png', png(2)],
      ['two.png', png(2)],
    ]),
  );
  if (!mine.ok) throw new Error(mine.message);
  await packs.install(mine.value.sha256);
  const update = await packs.offer(made('1.1.0', 1, 3));
  if (!update.ok) throw new Error(update.message);
  await packs.installEdited(update.value.sha256, []);
  const merged = await packs.find('team');
  expect([merged?.files.get('one.png')?.at(-1), merged?.files.get('two.png')?.at(-1)]).toEqual([
    2, 3,
  ]);
});

test('an update that takes the place of every edit is the author’s own, whole', async () => {
  const packs = await open();
  await install(packs, makePack('1.0.0', nadia));
  const mine = await packs.offerEdited('team', edit('Our own words\n'));
  if (!mine.ok) throw new Error(mine.message);
  await packs.install(mine.value.sha256);
  const update = await packs.offer(makePack('1.1.0', nadia));
  if (!update.ok) throw new Error(update.message);
  const { sha256 } = update.value;
  expect(await packs.installEdited(sha256, [])).toMatchObject({
    value: { packs: [{ sha256, base: null }] },
  });
});

test('a folder that names another version, changes nothing or is no pack is not taken in', async () => {
  const packs = await open();
  await install(packs, makePack('1.0.0', nadia));
  const tries: [ReadonlyMap<string, Uint8Array>, string][] = [
    [edit('Version 1.0.0\n'), 'Nothing in that folder differs'],
    [edit('x', (yaml) => yaml.replace('version: 1.0.0', 'version: 1.0.1')), 'Leave id and version'],
    [edit('x', (yaml) => yaml.replace('id: team', 'id: other')), 'Leave id and version'],
    [edit('x', () => 'title: ['), 'That folder is no pack as it stands'],
  ];
  for (const [files, why] of tries) {
    const offer = await packs.offerEdited('team', files);
    expect(offer.ok ? 'taken in' : offer.message).toContain(why);
  }
  expect(await packs.offerEdited('other', edit('x'))).toMatchObject({ code: 'not_found' });
});

test('a file that was changed on the disk is told, and not read', async () => {
  const packs = await open();
  const sha256 = await install(packs, makePack('1.0.0', nadia));
  const path = join(folder, `${sha256}.drillpack`);
  const bytes = await readFile(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const again = await open();
  expect(await again.listings()).toEqual([]);
  expect((await again.list()).packs[0]?.fault).toContain('changed on the disk');
});

test('what a crash left is swept away, and the old state stands', async () => {
  const packs = await open();
  const sha256 = await install(packs, makePack('1.0.0', nadia));
  await writeFile(join(folder, `${'a'.repeat(64)}.drillpack`), 'half');
  await writeFile(join(folder, 'index.json.0-0.part'), 'half');
  expect(await (await open()).list()).toMatchObject({ packs: [{ sha256 }] });
  expect((await readdir(folder)).sort()).toEqual([`${sha256}.drillpack`, 'index.json']);
});

test('an index that is none stops everything, so that no pinned key is forgotten', async () => {
  await install(await open(), makePack('1.0.0', nadia));
  await writeFile(join(folder, 'index.json'), '{"format":1');
  await expect(open()).rejects.toThrow();
  expect(await readFile(join(folder, 'index.json'), 'utf8')).toBe('{"format":1');
});
