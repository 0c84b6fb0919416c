import { deflateRawSync } from 'node:zlib';
import type { ArchiveFaultCode } from '../archive-fault.ts';
import { crc32 } from '../crc32.ts';
import { manifestName, signatureName } from '../manifest.ts';
import { writeArchive } from '../open-archive.ts';
import { buildZip, pack, type EndFields, type Piece } from './build-zip.ts';
import { packFiles, soundTexts } from './sound-pack.ts';

export interface HostileArchive {
  readonly title: string;
  readonly code: ArchiveFaultCode;
  readonly make: () => Uint8Array;
}

export const sound: readonly Piece[] = Object.entries(soundTexts).map(([name, data]) => ({
  name,
  data,
}));
export const target = 'drills/a-key/evidence/table.csv';
export const about = { kind: 'pack', id: 'test', version: '1.0.0' } as const;
const mebibyte = 1024 * 1024;

/** A sound pack in which one file is another. */
export const exchange = (change: Partial<Piece>): readonly Piece[] =>
  sound.map((piece) => (piece.name === target ? { ...piece, ...change } : piece));
/** A sound pack and more. */
export const add = (...pieces: readonly Piece[]): readonly Piece[] => [...sound, ...pieces];
export const hostile = (
  title: string,
  code: ArchiveFaultCode,
  pieces: () => readonly Piece[],
  end?: EndFields,
): HostileArchive => ({ title, code, make: () => buildZip(pieces(), end) });
export const bytes = (
  title: string,
  code: ArchiveFaultCode,
  make: () => Uint8Array,
): HostileArchive => ({
  title,
  code,
  make,
});
export const named = (
  name: string | Uint8Array,
  code: ArchiveFaultCode,
  title = JSON.stringify(name),
) => hostile(`a file named ${title}`, code, () => add({ name, data: 'x' }));
export const mode = (bits: number) => ({ external: bits * 0x10000 });
export const zeros = (size: number) => Buffer.alloc(size);
export const soundZip = () => Buffer.from(buildZip(sound));
export const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const tableData = Buffer.from(soundTexts[target] ?? '');
const packedTable = deflateRawSync(tableData);
const descriptor = (crc: number, packed: number, size: number) =>
  pack([4, 0x08074b50], [4, crc], [4, packed], [4, size]);
export const extra = (id: number, data: Uint8Array) => join(pack([2, id], [2, data.length]), data);

/** One kernel of compressed zeros that many entries share: the bomb of overlapping files. */
function overlapBomb(): Uint8Array {
  const kernel = zeros(16 * 1024);
  const first: Piece = { name: 'a.txt', data: kernel, both: { method: 0 } };
  return buildZip([
    first,
    ...Array.from({ length: 50 }, (_, index) => ({
      ...first,
      name: `b${index}.txt`,
      packed: new Uint8Array(),
      both: { method: 0, packedSize: kernel.length },
      data: kernel,
      central: { offset: 0 },
    })),
  ]);
}

/** The manifest of a sound pack, with one thing changed, over its honest files. */
function withManifest(change: (manifest: string) => string, more: readonly Piece[] = []) {
  const honest = writeArchive(about, packFiles());
  const text = Buffer.from(honest);
  // manifest.json is stored and comes first: its text can be cut out of the bytes.
  const from = text.indexOf('{');
  const manifest = text.toString('utf8', from, text.indexOf('PK\x03\x04', from));
  const files = [...packFiles()].sort(([a], [b]) => (a < b ? -1 : 1));
  return buildZip([
    { name: manifestName, data: change(manifest), both: { method: 0 } },
    ...files.map(([name, data]) => ({ name, data })),
    ...more,
  ]);
}

const wholeFile: readonly HostileArchive[] = [
  bytes('no bytes at all', 'not_a_zip', () => new Uint8Array()),
  bytes('a text', 'not_a_zip', () => Buffer.from('format: 1\nid: test\n')),
  bytes('a gzip', 'not_a_zip', () => join(Buffer.from('1f8b0800', 'hex'), zeros(60))),
  bytes('an archive of nothing', 'empty', () => buildZip([])),
  bytes('cut off in the middle', 'cut_short', () => soundZip().subarray(0, 400)),
  bytes('cut off one byte before its end', 'cut_short', () => soundZip().subarray(0, -1)),
  bytes('more than 64 MB', 'archive_too_large', () => zeros(64 * mebibyte + 1)),
  bytes('a program before it', 'prepended_data', () => join(Buffer.from('MZ program'), soundZip())),
  bytes('bytes before it, offsets moved', 'prepended_data', () =>
    buildZip(sound.map((piece, index) => (index === 0 ? { ...piece, before: zeros(9) } : piece))),
  ),
  bytes('bytes behind it', 'trailing_data', () => join(soundZip(), Buffer.from('more'))),
  bytes('two archives in a row', 'misplaced_directory', () => join(soundZip(), soundZip())),
  hostile('a comment of 65,535 bytes', 'comment', () => sound, { comment: zeros(65_535) }),
  bytes('a second archive in the comment', 'misplaced_directory', () =>
    buildZip(sound, { comment: soundZip() }),
  ),
  hostile('a second end record before the end', 'misplaced_directory', () => sound, {
    before: soundZip().subarray(-22),
  }),
  hostile('a part of several', 'split', () => sound, { disk: 1 }),
  hostile('more entries elsewhere than here', 'split', () => sound, { entriesHere: 1 }),
  hostile('an entry on another disk', 'split', () => exchange({ central: { disk: 1 } })),
  hostile('a zip64 end record', 'zip64', () => sound, {
    before: join(pack([4, 0x07064b50]), zeros(16)),
  }),
  hostile('a directory at 4 GB', 'zip64', () => sound, { directoryStart: 0xffffffff }),
  hostile('zip64 sizes in the directory', 'zip64', () =>
    exchange({ extra: extra(1, zeros(16)), central: { size: 0xffffffff } }),
  ),
  hostile('zip64 sizes in a file’s own header', 'zip64', () =>
    exchange({ extra: extra(1, zeros(16)), localExtra: extra(1, zeros(16)) }),
  ),
  hostile('a directory that is longer than it says', 'damaged_directory', () => sound, {
    entries: sound.length - 1,
  }),
  hostile('a directory that is shorter than it says', 'damaged_directory', () => sound, {
    entries: sound.length + 1,
  }),
  hostile('a directory that begins elsewhere', 'misplaced_directory', () => sound, {
    directoryStart: 10,
  }),
];

const limits: readonly HostileArchive[] = [
  hostile('2,001 files', 'too_many_files', () =>
    Array.from({ length: 2_001 }, (_, index) => ({ name: `f${index}.txt`, data: 'x' })),
  ),
  hostile('a file of 21 MB', 'file_too_large', () =>
    exchange({ data: zeros(4), both: { size: 21 * mebibyte } }),
  ),
  hostile('ten files of 19 MB', 'total_too_large', () =>
    add(
      ...Array.from({ length: 10 }, (_, index) => ({
        name: `big${index}.log`,
        packed: zeros(100 * 1024),
        both: { size: 19 * mebibyte },
      })),
    ),
  ),
  hostile('5 MB of YAML', 'too_much_yaml', () =>
    add(
      ...Array.from({ length: 50 }, (_, index) => ({
        name: `questions/q${index}.yaml`,
        packed: zeros(1024),
        both: { size: 100 * 1024 },
      })),
    ),
  ),
  hostile('a bomb of 1 to 1,000', 'ratio', () => exchange({ data: zeros(5 * mebibyte) })),
  hostile('a bomb that hides its size', 'size_mismatch', () =>
    exchange({ data: zeros(5 * mebibyte), both: { size: 1000 } }),
  ),
  bytes('files that share their bytes', 'overlap', overlapBomb),
  hostile('seven folders deep', 'too_deep', () => add({ name: 'a/b/c/d/e/f/g.txt', data: 'x' })),
];

const entries: readonly HostileArchive[] = [
  hostile('a symbolic link', 'not_regular', () =>
    exchange({ data: '/etc/passwd', central: mode(0o120777) }),
  ),
  hostile('a device', 'not_regular', () => exchange({ central: mode(0o020666) })),
  hostile('a pipe', 'not_regular', () => exchange({ central: mode(0o010666) })),
  hostile('a socket', 'not_regular', () => exchange({ central: mode(0o140666) })),
  hostile('a file with the rights of its owner', 'not_regular', () =>
    exchange({ central: mode(0o104755) }),
  ),
  hostile('a folder that is called a file', 'not_regular', () =>
    exchange({ central: mode(0o040755) }),
  ),
  hostile('a volume label', 'not_regular', () => exchange({ central: { external: 8 } })),
  hostile('a folder with bytes', 'size_mismatch', () =>
    add({ name: 'folder/', data: 'x', central: mode(0o040755) }),
  ),
  ...(
    [
      ['that says nothing of itself, with bytes', 'size_mismatch', deflateRawSync('x')],
      ['with bytes behind its end', 'hidden_data', Buffer.from('03006162', 'hex')],
      ['packed into what is no data', 'damaged_file', Buffer.from('ffff', 'hex')],
      ['packed into more than nothing takes', 'size_mismatch', Buffer.from('020002000300', 'hex')],
    ] as const
  ).map(([title, code, packed]) =>
    hostile(`a folder ${title}`, code, () =>
      add({ name: 'folder/', packed, central: mode(0o040755) }),
    ),
  ),
  hostile('a folder with bytes that are not packed', 'size_mismatch', () =>
    add({
      name: 'folder/',
      packed: Buffer.from('ab'),
      both: { method: 0 },
      central: mode(0o040755),
    }),
  ),
  hostile('a program', 'file_type', () => add({ name: 'setup.exe', data: 'MZ' })),
  hostile('a page', 'file_type', () => add({ name: 'index.html', data: '<script>' })),
  hostile('a picture that can hold a script', 'file_type', () =>
    add({ name: 'a.svg', data: '<svg/>' }),
  ),
  hostile('an archive in the archive', 'file_type', () =>
    add({ name: 'inner.zip', data: soundZip() }),
  ),
  hostile('a pack in the pack', 'file_type', () => add({ name: 'a.drillpack', data: soundZip() })),
  hostile('a pack that says it is parsed', 'file_parsed', () =>
    add({ name: 'parsed.json', data: '{}' }),
  ),
  hostile('questions that say they are parsed', 'file_parsed', () =>
    add({ name: 'parsed-questions.json', data: '{}' }),
  ),
  hostile('a drill that says it is parsed', 'file_parsed', () =>
    add({ name: 'parsed/d01-the-key.json', data: '{}' }),
  ),
  hostile('a file without an ending', 'file_type', () => add({ name: 'run', data: '#!/bin/sh' })),
  hostile('encrypted', 'encrypted', () => exchange({ both: { flags: 0x0801 } })),
  hostile('strongly encrypted', 'encrypted', () => exchange({ both: { flags: 0x0841 } })),
  hostile('encrypted by AES', 'encrypted', () =>
    exchange({ both: { method: 99 }, extra: extra(0x9901, zeros(7)) }),
  ),
  hostile('headers that are masked', 'encrypted', () => exchange({ both: { flags: 0x2800 } })),
  hostile('packed by bzip2', 'unknown_method', () => exchange({ both: { method: 12 } })),
  hostile('packed by zstd', 'unknown_method', () => exchange({ both: { method: 93 } })),
  hostile('patched data', 'unknown_flag', () => exchange({ both: { flags: 0x0820 } })),
  hostile('another name in a field', 'extra_field', () =>
    exchange({ extra: extra(0x7075, join(pack([4, 1]), Buffer.from('../evil.txt'))) }),
  ),
  hostile('fields that do not fill their place', 'extra_field', () =>
    exchange({ extra: pack([2, 9], [2, 50]) }),
  ),
  hostile('fields of its own header that do not', 'extra_field', () =>
    exchange({ localExtra: zeros(3) }),
  ),
  hostile('a comment of an entry', 'comment', () => exchange({ comment: 'PK\x05\x06' })),
];

const lies: readonly HostileArchive[] = [
  hostile('another name in its own header', 'header_mismatch', () =>
    exchange({ local: { name: 'drills/a-key/evidence/other.csv' } }),
  ),
  hostile('another size in its own header', 'header_mismatch', () =>
    exchange({ local: { size: 5 } }),
  ),
  hostile('another packed size in its own header', 'header_mismatch', () =>
    exchange({ local: { packedSize: 5 } }),
  ),
  hostile('another method in its own header', 'header_mismatch', () =>
    exchange({ local: { method: 0 } }),
  ),
  hostile('another checksum in its own header', 'header_mismatch', () =>
    exchange({ local: { crc: 5 } }),
  ),
  hostile('other flags in its own header', 'header_mismatch', () =>
    exchange({ local: { flags: 0 } }),
  ),
  hostile('another date in its own header', 'header_mismatch', () =>
    exchange({ local: { day: 0x5c5c } }),
  ),
  hostile('an offset into another file', 'overlap', () => exchange({ central: { offset: 20 } })),
  hostile('an offset behind the archive', 'gap', () =>
    exchange({ central: { offset: 0x7fffffff } }),
  ),
  hostile('bytes between two files', 'gap', () => exchange({ before: zeros(12) })),
  hostile('bytes between the last file and the directory', 'gap', () =>
    add({ name: 'last.txt', data: 'x', behind: zeros(12) }),
  ),
  hostile('packed bytes that reach into the directory', 'overlap', () =>
    add({ name: 'last.txt', data: 'x', both: { packedSize: 500 } }),
  ),
  hostile('a descriptor with another checksum', 'descriptor_mismatch', () =>
    exchange({
      both: { flags: 0x0808 },
      local: { crc: 0, size: 0, packedSize: 0 },
      behind: descriptor(1, packedTable.length, tableData.length),
    }),
  ),
  hostile('a descriptor that is missing', 'descriptor_mismatch', () =>
    exchange({ both: { flags: 0x0808 }, local: { crc: 0, size: 0, packedSize: 0 } }),
  ),
  hostile('a wrong checksum', 'checksum', () => exchange({ both: { crc: 0x12345678 } })),
  hostile('a size that is too large', 'size_mismatch', () => exchange({ both: { size: 2000 } })),
  hostile('a size that is too small', 'size_mismatch', () => exchange({ both: { size: 10 } })),
  hostile('a stored file of another size', 'size_mismatch', () =>
    exchange({ both: { method: 0, packedSize: 30 } }),
  ),
  hostile('packed bytes that are none', 'damaged_file', () =>
    exchange({ packed: Buffer.alloc(200, 0xff) }),
  ),
  hostile('packed bytes that end in the middle', 'damaged_file', () =>
    exchange({ packed: packedTable.subarray(0, 50) }),
  ),
  hostile('bytes behind the end of the packed ones', 'hidden_data', () =>
    exchange({ packed: join(packedTable, Buffer.from('hidden')) }),
  ),
];

const names: readonly HostileArchive[] = [
  named('', 'name_empty'),
  named('/etc/cron.d/a.txt', 'name_absolute'),
  named('//server/share/a.txt', 'name_absolute'),
  named('../a.txt', 'name_leads_out'),
  named('drills/../../a.txt', 'name_leads_out'),
  named('./a.txt', 'name_leads_out'),
  named('drills//a.txt', 'name_empty'),
  named('..\\a.txt', 'name_backslash'),
  named('drills\\a.txt', 'name_backslash'),
  named('C:/a.txt', 'name_drive'),
  named('c:a.txt', 'name_drive'),
  named('a.txt:stream.txt', 'name_characters'),
  named('a\0.txt', 'name_control'),
  named('a\n.txt', 'name_control'),
  named('a\u001b[2J.txt', 'name_control'),
  named('a\u202etxt.md', 'name_control', 'that is written from right to left'),
  named('a\u200b.txt', 'name_control', 'with a space of no width'),
  named('a.txt.', 'name_ending'),
  named('a.txt ', 'name_ending'),
  named('drills /a.txt', 'name_ending'),
  named('CON.txt', 'name_reserved'),
  named('drills/aux/a.txt', 'name_reserved'),
  named('com1.log', 'name_reserved'),
  named('lpt¹.txt', 'name_reserved'),
  named('table~1.csv', 'name_alias'),
  hostile('a name in UTF-8 that is not marked so', 'name_unmarked', () =>
    add({ name: 'drills/a-key/evidence/Zürich.csv', data: 'x', both: { flags: 0 } }),
  ),
  named('a|b.txt', 'name_characters'),
  named('-rf.txt', 'name_characters'),
  named('.htaccess.txt', 'name_hidden'),
  named(Buffer.from([0x61, 0xff, 0xfe, 0x2e, 0x6d, 0x64]), 'name_not_utf8', 'in no UTF-8'),
  named(Buffer.from('c0ae2f612e747874', 'hex'), 'name_not_utf8', 'in overlong UTF-8'),
  hostile('a name in an old code page', 'name_not_utf8', () =>
    add({ name: Buffer.from('caf\u00e9.txt', 'latin1'), data: 'x', both: { flags: 0 } }),
  ),
  named(`${'a'.repeat(197)}.txt`, 'name_too_long', 'with 201 bytes'),
  named('cafe\u0301.txt', 'name_not_normal', 'in two spellings'),
  hostile('the same name twice', 'name_duplicate', () => add({ name: target, data: 'x' })),
  hostile('the same name in capitals', 'name_duplicate', () =>
    add({ name: 'PACK.YAML', data: 'x' }),
  ),
  hostile('the same name to Unicode', 'name_duplicate', () =>
    add({ name: 'pac\uff4b.yaml', data: 'x' }),
  ),
  hostile('a folder in capitals', 'name_duplicate', () => add({ name: 'Drills/a.txt', data: 'x' })),
  hostile('a file that is a folder', 'name_clash', () => add({ name: 'LICENSE/a.txt', data: 'x' })),
  hostile('a folder named as a file', 'name_clash', () =>
    add({ name: 'pack.yaml/', central: mode(0o040755), both: { method: 0 } }),
  ),
];

const manifests: readonly HostileArchive[] = [
  hostile('no manifest and no pack.yaml', 'manifest_missing', () => [{ name: 'a.txt', data: 'x' }]),
  bytes('a signature without a manifest', 'manifest_missing', () =>
    buildZip(add({ name: signatureName, data: '{}' })),
  ),
  bytes('a manifest that is no JSON', 'manifest_invalid', () => withManifest(() => 'format: 1')),
  bytes('a manifest of format 0', 'manifest_invalid', () =>
    withManifest((text) => text.replace('"format": 1', '"format": 0')),
  ),
  bytes('a manifest with a field of its own', 'manifest_invalid', () =>
    withManifest((text) => text.replace('"kind"', '"more": 1,\n "kind"')),
  ),
  bytes('a manifest with a field twice', 'manifest_invalid', () =>
    withManifest((text) => text.replace('"kind"', '"id": "other",\n "kind"')),
  ),
  bytes('a manifest that sets a prototype', 'manifest_invalid', () =>
    withManifest((text) => text.replace('"kind"', '"__proto__": {"kind": "pack"},\n "kind"')),
  ),
  bytes('a manifest from the future', 'newer_format', () =>
    withManifest((text) => text.replace('"format": 1', '"format": 2')),
  ),
  bytes('a manifest of something else', 'wrong_kind', () =>
    writeArchive({ ...about, kind: 'review' }, packFiles()),
  ),
  bytes('a file too many', 'file_extra', () =>
    withManifest((text) => text, [{ name: 'more.txt', data: 'x' }]),
  ),
  bytes('a file too few', 'file_missing', () =>
    withManifest((text) =>
      text
        .replace(
          ' ]\n}',
          `,\n  {\n   "path": "z.txt",\n   "size": 1,\n   "sha256": "${'0'.repeat(64)}",\n   "packed": "${'0'.repeat(64)}"\n  }\n ]\n}`.replace(
            '\n,',
            ',',
          ),
        )
        .replace('}\n,', '},'),
    ),
  ),
  bytes('a file with another hash', 'file_changed', () =>
    withManifest((text) =>
      text.replace(/"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`),
    ),
  ),
  bytes('files that somebody packed again', 'repacked', () => withManifest((text) => text)),
  bytes('another version than pack.yaml says', 'pack_mismatch', () =>
    writeArchive({ ...about, version: '9.0.0' }, packFiles()),
  ),
  bytes('a manifest without a pack.yaml', 'pack_invalid', () =>
    writeArchive(about, new Map([['a.txt', Buffer.from('x')]])),
  ),
];

/** Archives that must be refused, each with its reason. */
export const hostileArchives: readonly HostileArchive[] = [
  ...wholeFile,
  ...limits,
  ...entries,
  ...lies,
  ...names,
  ...manifests,
];

/** What a person may zip by other means, and is sound. */
export const plainArchives: readonly { readonly title: string; readonly make: () => Uint8Array }[] =
  [
    { title: 'zipped by hand', make: () => buildZip(sound) },
    {
      title: 'with folders of their own',
      make: () =>
        buildZip(
          add({
            name: 'drills/',
            both: { method: 0 },
            packed: new Uint8Array(),
            central: mode(0o040755),
          }),
        ),
    },
    ...['0300', '010000ffff'].map((packed) => ({
      title: `with folders of Java, each packed into ${packed}`,
      make: () =>
        buildZip(
          add({
            name: 'drills/',
            packed: Buffer.from(packed, 'hex'),
            both: { flags: 0x0808 },
            local: { packedSize: 0 },
            behind: descriptor(0, packed.length / 2, 0),
            central: { madeBy: 20, external: 0 },
          }),
        ),
    })),
    {
      title: 'with descriptors behind the files',
      make: () =>
        buildZip(
          exchange({
            both: { flags: 0x0808 },
            local: { crc: 0, size: 0, packedSize: 0 },
            behind: descriptor(crc32(tableData), packedTable.length, tableData.length),
          }),
        ),
    },
    {
      title: 'with times in extra fields, from DOS',
      make: () =>
        buildZip(
          exchange({
            extra: extra(0x5455, join(Buffer.from([3]), zeros(4))),
            localExtra: extra(0x5455, join(Buffer.from([3]), zeros(8))),
            central: { madeBy: 20, external: 0x20 },
          }),
        ),
    },
    { title: 'stored', make: () => buildZip(exchange({ both: { method: 0 } })) },
  ];
