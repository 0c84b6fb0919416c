import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveLimits } from '../../archive/archive-limits.ts';
import { writeArchive } from '../../archive/open-archive.ts';
import { hostileArchives } from '../../archive/testing/hostile-archives.ts';
import { soundTexts } from '../../archive/testing/sound-pack.ts';
import { smallExercise, smallMaterial } from '../../engine/lint/examples/small-exercise.ts';
import { typeCommand } from '../testing/type-command.ts';

let home = '';

const drillbook = (...args: readonly string[]) => typeCommand(args, { cwd: home });

function writePack(folder: string, change: Readonly<Record<string, string>> = {}): void {
  for (const [path, text] of Object.entries({ ...soundTexts, ...change })) {
    const target = join(home, folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

const read = (name: string) => readFileSync(join(home, name));
const listAll = () => readdirSync(home, { recursive: true }).map(String).sort();

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'drillbook-packs-'));
  writePack('mine');
  expect(await drillbook('pack', 'mine')).toMatchObject({ status: 0, stderr: '' });
  expect(await drillbook('pack', 'key', 'new', 'my.key')).toMatchObject({ status: 0, stderr: '' });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('drillbook pack', () => {
  it('writes the same bytes each time, which check finds sound and leaves alone', async () => {
    await drillbook('pack', 'mine', '-o', 'again.drillpack');
    expect(read('again.drillpack').equals(read('test-1.0.0.drillpack'))).toBe(true);
    const before = listAll();
    const { status, stdout } = await drillbook('pack', 'check', '--json', 'again.drillpack');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'again.drillpack',
      ok: true,
      id: 'test',
      version: '1.0.0',
      drills: [{ slug: 'a-key', title: 'A key in the open' }],
      signature: { kind: 'unsigned' },
    });
    expect(listAll()).toEqual(before);
  });

  it('counts exercises as it counts drills, and so does check', async () => {
    writePack('both', {
      'exercises/code-review/refund.yaml': smallExercise,
      'exercises/code-review/refund/refund.py.txt': smallMaterial['refund.py.txt'] ?? '',
    });
    const { stdout } = await drillbook('pack', 'both', '-o', 'both.drillpack');
    expect(stdout).toContain('Test 1.0.0, 1 drill, 1 exercise: ');
    expect((await drillbook('pack', 'check', 'both.drillpack')).stdout).toContain(
      'sound Test 1.0.0, 1 drill, 1 exercise\n',
    );
    const holds = {
      drills: [{ slug: 'a-key', title: 'A key in the open' }],
      exercises: [{ slug: 'refund', title: 'A refund that is paid twice' }],
      questions: 0,
    };
    for (const typed of [
      ['pack', 'check', '--json', 'both.drillpack'],
      ['pack', 'both', '--json', '-o', 'both.drillpack'],
    ]) {
      expect(JSON.parse((await drillbook(...typed)).stdout)).toMatchObject(holds);
    }
  });

  it('says what a reader would refuse, and writes nothing', async () => {
    writePack('faulty', { 'setup.exe': 'MZ' });
    const { status, stderr } = await drillbook('pack', 'faulty', '-o', 'faulty.drillpack');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /kind of file that no pack holds \(setup\.exe\): packs hold \.yaml, .+\. Nothing was written\./,
    );
    expect(listAll()).not.toContain('faulty.drillpack');
  });
});

describe('drillbook pack check', () => {
  it('gives a line for each file, in order, and goes on behind a bad one', async () => {
    const picked = hostileArchives.filter((_, index) => index % 12 === 0);
    const names = picked.map(({ make }, index) => {
      writeFileSync(join(home, `hostile-${index}.drillpack`), make());
      return `hostile-${index}.drillpack`;
    });
    const files = [...names, 'test-1.0.0.drillpack', 'nowhere.drillpack', 'mine'];
    const { status, stdout } = await drillbook('pack', 'check', ...files, '--json');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string });
    expect(status).toBe(2);
    expect(lines.map(({ file }) => file)).toEqual(files);
    expect(lines).toMatchObject([
      ...picked.map(({ code }) => ({ ok: false, code })),
      { ok: true },
      { ok: false, code: 'cannot_read' },
      { ok: false, code: 'is_folder' },
    ]);
    expect((await drillbook('pack', 'check', 'nowhere.drillpack')).stdout).toContain('refused');
  });

  it('waits for no pipe, reads no device to its end, and lets no file name speak for itself', async () => {
    const forged = 'a\nother.drillpack sound\u001b[2J';
    writeFileSync(join(home, forged), 'no archive');
    const codes = new Map([
      ['/dev/zero', 'not_a_file'],
      ['/dev/random', 'not_a_file'],
      ['nowhere', 'cannot_read'],
      [forged, 'not_a_zip'],
    ]);
    if (spawnSync('mkfifo', [join(home, 'pipe')]).status === 0) codes.set('pipe', 'not_a_file');
    const files = [...codes.keys()];
    const { status, stdout } = await drillbook('pack', 'check', ...files, '--json');
    const lines = stdout.trim().split('\n');
    expect(status).toBe(2);
    expect(lines.map((line) => (JSON.parse(line) as { file: string }).file)).toEqual(files);
    expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual([
      ...codes.values(),
    ]);
    const told = (await drillbook('pack', 'check', forged)).stdout;
    expect(told.split('\n')[0]).toMatch(/^a.other\.drillpack sound.\[2J refused/u);
    rmSync(join(home, forged));
    rmSync(join(home, 'pipe'), { force: true });
  });
});

describe('drillbook pack sign and verify', () => {
  it('keeps the key to its owner and never overwrites it', async () => {
    expect(statSync(join(home, 'my.key')).mode & 0o077).toBe(0);
    const key = read('my.key');
    expect(await drillbook('pack', 'key', 'new', 'my.key')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/my\.key: it exists already\./) as string,
    });
    expect(read('my.key').equals(key)).toBe(true);
  });

  it('leaves a pack as it was where its signature would be a file too many, and packs none so full', async () => {
    const more = Array.from(
      { length: archiveLimits.entries - 1 - Object.keys(soundTexts).length },
      (_, index) => [`drills/a-key/evidence/more-${String(index)}.txt`, 'nothing'],
    );
    const texts = { ...soundTexts, ...(Object.fromEntries(more) as Record<string, string>) };
    const files = new Map(
      Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    );
    const full = writeArchive({ kind: 'pack', id: 'test', version: '1.0.0' }, files);
    writeFileSync(join(home, 'full.drillpack'), full);
    expect(await drillbook('pack', 'check', 'full.drillpack')).toMatchObject({ status: 0 });
    const { status, stderr } = await drillbook('pack', 'sign', 'full.drillpack', '--key', 'my.key');
    expect(status).toBe(2);
    expect(stderr).toContain('full.drillpack is not signed, and is as it was');
    expect(read('full.drillpack').equals(full)).toBe(true);
    writePack('full', texts);
    expect(await drillbook('pack', 'full', '-o', 'packed.drillpack', '--json')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('too_many_files') as string,
    });
    expect(listAll()).not.toContain('packed.drillpack');
  });

  it('says who signed, whether it is the key that was named, and when it was changed', async () => {
    const shown = JSON.parse(
      (await drillbook('pack', 'key', 'show', 'my.key', '--json')).stdout,
    ) as {
      fingerprint: string;
    };
    await drillbook('pack', 'mine', '-o', 'signed.drillpack');
    expect(await drillbook('pack', 'verify', 'signed.drillpack', '--json')).toMatchObject({
      status: 1,
    });
    expect(await drillbook('pack', 'sign', 'signed.drillpack', '--key', 'my.key')).toMatchObject({
      status: 0,
      stderr: '',
    });
    const verified = await drillbook(
      'pack',
      'verify',
      'signed.drillpack',
      '--key',
      shown.fingerprint,
    );
    expect(verified.status).toBe(0);
    expect(verified.stdout).toContain(
      `Signed by Ana Beltran (so they say), key ${shown.fingerprint}.`,
    );
    const other = await drillbook('pack', 'verify', 'signed.drillpack', '--key', 'abcd', '--json');
    expect(other.status).toBe(1);
    expect(JSON.parse(other.stdout)).toMatchObject({ ok: false, code: 'other_key' });
    const changed = new Uint8Array(read('signed.drillpack'));
    const at = Buffer.from(changed).indexOf('Ana Beltran');
    changed[at] = 0x45;
    writeFileSync(join(home, 'changed.drillpack'), changed);
    expect(await drillbook('pack', 'verify', 'changed.drillpack')).toMatchObject({
      status: 2,
      stdout: '',
    });
    const told = await drillbook('pack', 'verify', 'changed.drillpack', '--json');
    expect(told).toMatchObject({ status: 2, stderr: '' });
    expect(JSON.parse(told.stdout)).toMatchObject({
      file: 'changed.drillpack',
      ok: false,
      code: 'checksum',
    });
  });
});

describe('drillbook unpack', () => {
  it('gives the folder back, and never touches one that holds anything', async () => {
    expect(await drillbook('unpack', 'test-1.0.0.drillpack', 'copy')).toMatchObject({ status: 0 });
    for (const [path, text] of Object.entries(soundTexts)) {
      expect(read(join('copy', path)).toString()).toBe(text);
    }
    writeFileSync(join(home, 'copy', 'LICENSE'), 'mine');
    expect(await drillbook('unpack', 'test-1.0.0.drillpack', 'copy')).toMatchObject({ status: 2 });
    expect(read('copy/LICENSE').toString()).toBe('mine');
    symlinkSync(join(home, 'nowhere'), join(home, 'dangling'));
    const before = listAll();
    for (const place of ['my.key', 'my.key/inside', 'dangling']) {
      const { status, stderr } = await drillbook('unpack', 'test-1.0.0.drillpack', place);
      expect({ place, status }).toEqual({ place, status: 2 });
      expect(stderr).toContain(`Cannot write ${place}: `);
    }
    writeFileSync(join(home, 'bad.drillpack'), hostileArchives[60]?.make() ?? '');
    expect(await drillbook('unpack', 'bad.drillpack', 'bad')).toMatchObject({ status: 2 });
    expect(listAll()).toEqual([...before, 'bad.drillpack'].sort());
  });
});

describe('drillbook pack diff', () => {
  it('speaks of decisions', async () => {
    const drill = soundTexts['drills/a-key/drill.yaml'] ?? '';
    writePack('newer', { 'drills/a-key/drill.yaml': drill.replace('text: Do a,', 'text: Wait,') });
    const { status, stdout } = await drillbook('pack', 'diff', 'test-1.0.0.drillpack', 'newer');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout:
        'drill “A key in the open”, decision “How serious?”, option “Wait”: text Do a → Wait\n',
    });
    expect((await drillbook('pack', 'diff', 'mine', 'mine')).stdout).toBe(
      'Nothing differs in what a learner meets.\n',
    );
  });
});
