import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileEndings, findKindFault, nameSigns } from './archive-limits.ts';
import { checkContents } from './check-contents.ts';
import { findNameFault } from './check-name.ts';
import { openArchive } from './open-archive.ts';
import { readArchiveFile } from './read-archive-file.ts';
import { buildZip, type Piece } from './testing/build-zip.ts';
import { add } from './testing/hostile-archives.ts';
import { packFiles } from './testing/sound-pack.ts';

const folder = 'drills/a-key/evidence/';
const refuse = async (piece: Piece) => {
  const opened = await openArchive(buildZip(add(piece)), { expectKind: 'pack' });
  return opened.ok ? 'opened' : opened.fault.message;
};

it.each(['–', '!', '%', ';', '&', '[', '°', '€', '№'])(
  'says which characters a name may have where it has another: %s',
  async (sign) => {
    const message = await refuse({ name: `${folder}a${sign}b.csv`, data: 'x' });
    expect(message).toContain(`a${sign}b.csv`);
    expect(message).toContain(
      "letters, digits, spaces, dots, commas and _ @ ~ + ( ) = # ' -, and first",
    );
    expect(message).not.toContain('every system');
    // Whoever shows the first sentence alone shows all of it.
    expect(message.split('. ')[0]).toMatch(/a digit or _$/);
  },
);

it('allows of all signs in a name those that its message names', () => {
  for (let code = 0x21; code < 0x7f; code += 1) {
    const sign = String.fromCharCode(code);
    if (/[A-Za-z0-9/\\]/.test(sign)) continue;
    const expected = nameSigns.includes(sign) ? null : 'name_characters';
    expect(findNameFault(`${folder}a${sign}b.csv`), sign).toBe(expected);
  }
  expect(findNameFault(`${folder}9 Übersicht.csv`)).toBe(null);
});

it.each(['ndjson', 'har', 'sarif', 'geojson', 'mbox', 'pem'])(
  'says which endings a name may have where it has another, and how to keep the file: .%s',
  async (ending) => {
    const message = await refuse({ name: `${folder}a.${ending}`, data: '{}' });
    expect(message).toContain(`${folder}a.${ending}`);
    for (const allowed of fileEndings) expect(message).toContain(`.${allowed}`);
    expect(message).toContain('.har.json');
    expect(message).not.toContain('Do not use this file');
    expect(findKindFault(`${folder}a.${ending}.json`)).toBe(null);
  },
);

it.each(['.schema/pack.schema.json', '.DS_Store', '__MACOSX/._pack.yaml'])(
  'says of a file that a system keeps for itself what leaves it out: %s',
  async (name) => {
    const message = await refuse({ name, data: '{}' });
    expect(message).toContain(`begins with a dot`);
    expect(message).toContain(`(${name})`);
    expect(message).toContain('drillbook pack, which leaves such files out');
  },
);

it('says of a name in UTF-8 that is not marked so which file it is, and what marks it', async () => {
  const message = await refuse({ name: `${folder}Zürich.csv`, data: 'x', both: { flags: 0 } });
  expect(message).toContain(`not marked as UTF-8`);
  expect(message).toContain(`${folder}Zürich.csv`);
  expect(message).toContain('drillbook pack');
  const latin1 = Buffer.from(`${folder}Z\u00fcrich.csv`, 'latin1');
  expect(await refuse({ name: latin1, data: 'x', both: { flags: 0 } })).toContain(
    `not written in UTF-8, so programs read it differently (${folder}Z\ufffdrich.csv)`,
  );
});

it.each([
  ['a mark, little end first', Buffer.from('\ufeffname,count\n', 'utf16le')],
  ['a mark, big end first', Buffer.from('\ufeffname,count\n', 'utf16le').swap16()],
  ['no mark, little end first', Buffer.from('name,count\n', 'utf16le')],
  ['no mark, big end first', Buffer.from('name,count\n', 'utf16le').swap16()],
])('says of a table in UTF-16 that it is one: %s', (_, bytes) => {
  const checked = checkContents(packFiles({ [`${folder}table.csv`]: bytes }));
  expect(checked).toMatchObject({ ok: false, fault: { code: 'not_utf8' } });
  expect(checked.ok ? '' : checked.fault.message).toContain('it looks like UTF-16');
  expect(checked.ok ? '' : checked.fault.message).toContain('save it in UTF-8');
});

it('says of a folder that it is one, and what makes a pack file of it', () => {
  const home = mkdtempSync(join(tmpdir(), 'folder-'));
  const read = readArchiveFile(home);
  rmSync(home, { recursive: true });
  expect(read).toMatchObject({ ok: false, fault: { code: 'is_folder' } });
  const message = read.ok ? '' : read.fault.message;
  expect(message).toContain('drillbook pack');
  expect(message).not.toMatch(/not there|sent it/);
});
