import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BenchTables } from './bench-tables.ts';
import { openSqlite } from './open-sqlite.ts';
import { readOwnFile } from './read-own-file.ts';

let tables: BenchTables;

beforeEach(async () => {
  tables = new BenchTables(await openSqlite(null));
});
afterEach(() => {
  tables.sqlite.db.close();
});

function open(name: string, content: BlobPart) {
  return readOwnFile(tables, new File([content], name), {
    onProgress: () => undefined,
    isCancelled: () => false,
    breathe: () => Promise.resolve(),
  });
}
async function readTable(name: string, content: BlobPart) {
  const end = await open(name, content);
  if (end.kind !== 'table') throw new Error(end.kind === 'refused' ? end.message : end.kind);
  const rows = tables.sqlite.db.selectArrays(`SELECT * FROM "${end.table.name}"`);
  return { rows, note: end.note };
}

/** One byte a letter, as Windows wrote before UTF-8. */
const latin = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('a file that holds no text', () => {
  it.each([
    ['security.evtx', 'ElfFile\0\0\0\0\0', /is a Windows event log .* Save it as XML/],
    ['logs.log', 'PK\x03\x04\x14\0\0\0', /is a ZIP archive.* Unpack it/],
    ['tool.exe', 'MZ\x90\0\x03\0\0\0', /is a program and no log/],
  ])('is not opened, and says what it is: %s', async (name, text, said) => {
    const end = await open(name, latin(text));
    expect(end).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(said) as string,
    });
    expect(end).toMatchObject({
      message: expect.stringContaining(`“${name}”`) as string,
    });
    expect(end).toMatchObject({
      message: expect.stringContaining('The file is unchanged') as string,
    });
  });

  it('and is of no kind that is known is shown by its beginning, and says that it is no text', async () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 256);
    const end = await open('state.log', bytes);
    expect(end).toMatchObject({
      kind: 'whole',
      format: 'text',
      note: expect.stringMatching(/^Its bytes are no text/) as string,
    });
    expect(end.kind === 'whole' && end.text.length).toBeLessThanOrEqual(64 * 1024);
  });

  it('leaves a log alone that holds the zeros of a disk that went down', async () => {
    const text = `Up at eight.\n${'\0'.repeat(4096)}\nUp at nine.\n`;
    expect(await open('a.log', text)).toEqual({ kind: 'whole', format: 'text', text });
  });
});

describe('a file that is no UTF-8', () => {
  it('is read as Windows-1252, and says so', async () => {
    const { rows, note } = await readTable(
      'export.csv',
      latin('who,paid\nJosé,5 \x80\nZoë,7 \x80\n'),
    );
    expect(rows).toEqual([
      ['José', '5 €'],
      ['Zoë', '7 €'],
    ]);
    expect(note).toMatch(/was read as Windows-1252/);
  });

  it('may begin with megabytes of ASCII', async () => {
    const text = `who,n\n${'ana,1\n'.repeat(900_000)}José,2\n`;
    const { rows, note } = await readTable('long.csv', latin(text));
    expect(rows.at(-1)).toEqual(['José', 2]);
    expect(note).toMatch(/Windows-1252/);
  });

  it('may be a text or a mail', async () => {
    expect(await open('note.txt', latin('Café at nine.\nÜber all.\n'))).toMatchObject({
      text: 'Café at nine.\nÜber all.\n',
      note: expect.stringMatching(/Windows-1252/) as string,
    });
  });

  it('in some of its letters alone keeps the others, and counts those that are lost', async () => {
    const bytes = new TextEncoder().encode('who,n\nJosé,1\nZoë,2\nana-,3\n');
    const spoilt = bytes.map((byte) => (byte === 0x2d ? 0xe9 : byte));
    const { rows, note } = await readTable('mixed.csv', spoilt);
    expect(rows).toEqual([
      ['José', 1],
      ['Zoë', 2],
      ['ana\uFFFD', 3],
    ]);
    expect(note).toMatch(/^1 character could not be read as UTF-8/);
  });

  it('says nothing of a sign for lost letters that the file itself holds', async () => {
    expect((await readTable('old.csv', 'who,n\nJos\uFFFD,1\nana,2\n')).note).toBeUndefined();
    expect((await readTable('mark.csv', '\uFEFFwho,n\nJosé,1\n')).note).toBeUndefined();
  });

  it('counts half a letter at its end', async () => {
    const whole = new TextEncoder().encode('who,n\nZoë,1\nana,ë');
    expect((await readTable('cut.csv', whole.slice(0, -1))).note).toMatch(/^1 character /);
  });
});
