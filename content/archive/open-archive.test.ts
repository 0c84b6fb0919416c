import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeChance } from './testing/chance.ts';
import { hostileSignatures } from './testing/hostile-signatures.ts';
import { packFiles } from './testing/sound-pack.ts';
import { openArchive, signArchive, writeArchive } from './open-archive.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { isAuthorName, namesKey } from './signature.ts';

const about = { kind: 'pack', id: 'test', version: '1.0.0' } as const;
const { privateKey: key } = generateKeyPairSync('ed25519');
const author = 'Ana Beltran';
const open = (bytes: Uint8Array) => openArchive(bytes, { expectKind: 'pack' });

describe('openArchive', () => {
  it('gives back the files of an archive, and says plainly that nobody signed it', async () => {
    const opened = await open(writeArchive(about, packFiles()));
    if (!opened.ok) throw new Error(opened.fault.message);
    expect(opened.value.manifest).toMatchObject(about);
    expect(opened.value.signature).toEqual({ kind: 'unsigned' });
    expect([...opened.value.files.keys()]).toEqual([...packFiles().keys()].sort());
    for (const [path, bytes] of packFiles()) {
      expect(Buffer.compare(opened.value.files.get(path) ?? Buffer.alloc(0), bytes)).toBe(0);
    }
  });

  it('writes equal files as equal bytes, in whatever order they come', () => {
    const once = writeArchive(about, packFiles());
    const again = writeArchive(about, new Map([...packFiles()].reverse()));
    expect(Buffer.compare(once, again)).toBe(0);
  });

  it('names who signed, and knows their key by its fingerprint', async () => {
    const signed = await signArchive(writeArchive(about, packFiles()), 'pack', { key, author });
    if (!signed.ok) throw new Error(signed.fault.message);
    const opened = await open(signed.value);
    if (!opened.ok || opened.value.signature.kind !== 'valid') throw new Error('not signed');
    const { signature } = opened.value;
    expect(signature.author).toBe(author);
    expect(signature.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(namesKey(signature.fingerprint.toUpperCase().replaceAll(' ', ':'), signature)).toBe(
      true,
    );
    expect(namesKey(signature.key, signature)).toBe(true);
    expect(namesKey(signature.fingerprint.slice(1), signature)).toBe(false);
  });

  it('refuses each of 100 changes of one bit in a signed archive, wherever they are', async () => {
    const bytes = writeArchive(about, packFiles(), { key, author });
    const chance = makeChance(7);
    const passed: number[] = [];
    for (let round = 0; round < 100; round += 1) {
      const changed = bytes.slice();
      const bit = chance(bytes.length * 8);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if ((await open(changed)).ok) passed.push(bit);
    }
    expect(passed).toEqual([]);
    expect((await open(bytes)).ok).toBe(true);
  });

  it('refuses a name, a key or a manifest that was exchanged', async () => {
    const bytes = writeArchive(about, packFiles(), { key, author });
    const other = generateKeyPairSync('ed25519').privateKey;
    const read = await open(bytes);
    if (!read.ok) throw new Error(read.fault.message);
    const { verifyManifest, signManifest } = await import('./signature.ts');
    const manifest = writeManifest(read.value.manifest);
    const mine = JSON.parse(Buffer.from(signManifest(manifest, key, author)).toString()) as object;
    const theirs = JSON.parse(Buffer.from(signManifest(manifest, other, author)).toString()) as {
      key: string;
    };
    const verify = (data: object, of = manifest) => {
      const verified = verifyManifest(of, Buffer.from(`${JSON.stringify(data, null, 1)}\n`));
      return verified.ok ? 'fits' : verified.fault.code;
    };
    expect(verify(mine)).toBe('fits');
    expect(verify({ ...mine, author: 'Somebody else' })).toBe('signature_broken');
    expect(verify({ ...mine, key: theirs.key })).toBe('signature_broken');
    expect(verify({ ...mine, key: Buffer.alloc(32, 0xff).toString('base64') })).toBe(
      'signature_broken',
    );
    expect(verify({ ...mine, extra: 1 })).toBe('signature_invalid');
    expect(verify({ ...mine, author: 'two\nlines' })).toBe('signature_invalid');
    expect(verify(mine, writeManifest({ ...read.value.manifest, version: '1.0.1' }))).toBe(
      'signature_broken',
    );
  });

  it.each(hostileSignatures.map((one) => [one.title, one.code, one.change] as const))(
    'refuses a signature %s: %s',
    async (_, code, change) => {
      const read = await open(writeArchive(about, packFiles()));
      if (!read.ok) throw new Error(read.fault.message);
      const { signManifest, verifyManifest } = await import('./signature.ts');
      const manifest = writeManifest(read.value.manifest);
      const honest = Buffer.from(signManifest(manifest, key, author));
      const changed = change(JSON.parse(honest.toString()) as Record<string, unknown>);
      const bytes = Buffer.from(`${JSON.stringify(changed, null, 1)}\n`);
      expect(verifyManifest(manifest, bytes)).toMatchObject({ ok: false, fault: { code } });
      expect(verifyManifest(manifest, honest).ok).toBe(true);
    },
  );

  it.each(['\u3164', '\u034f', '\u2800', '\u00a0', '   ', 'Ana\u3164 Beltran', 'Ana\u{e0100}'])(
    'lets nobody sign under a name that cannot be seen, whole or in part: %j',
    async (unseen) => {
      expect(isAuthorName(unseen)).toBe(false);
      const signed = writeArchive(about, packFiles(), { key, author: unseen });
      expect(await open(signed)).toMatchObject({ fault: { code: 'signature_invalid' } });
    },
  );

  it.each(['Ana Beltran', '安娜', 'Åsa Ñuñez-O’Hara (team 2)'])('lets %j sign', (name) => {
    expect(isAuthorName(name)).toBe(true);
  });

  it('says where the pack lies that is one folder too deep', async () => {
    const { buildZip } = await import('./testing/build-zip.ts');
    const deep = [...packFiles()].map(([path, data]) => ({ name: `my-pack/${path}`, data }));
    const opened = await open(buildZip(deep));
    if (opened.ok) throw new Error('opened');
    expect(opened.fault.code).toBe('manifest_missing');
    expect(opened.fault.message).toContain('one folder too deep, see my-pack/pack.yaml');
  });

  it('refuses what is not the kind that was asked for, and a manifest of a newer Drillbook', async () => {
    const packet = writeArchive({ ...about, kind: 'packet' }, packFiles());
    expect(await open(packet)).toMatchObject({ ok: false, fault: { code: 'wrong_kind' } });
    const newer = Buffer.from(JSON.stringify({ format: 2, kind: 'pack' }));
    expect(readManifest(newer)).toMatchObject({ ok: false, fault: { code: 'newer_format' } });
  });
});
