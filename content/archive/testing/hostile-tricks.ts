import { deflateRawSync } from 'node:zlib';
import type { ArchiveFaultCode } from '../archive-fault.ts';
import { manifestName } from '../manifest.ts';
import { writeZip, type PackedFile } from '../write-archive.ts';
import { writeArchive } from '../open-archive.ts';
import { readArchive } from '../read-archive.ts';
import {
  about,
  add,
  exchange,
  extra,
  hostile,
  join,
  mode,
  named,
  sound,
  soundZip,
  zeros,
  type HostileArchive,
} from './hostile-archives.ts';
import { packFiles } from './sound-pack.ts';

const folder = 'drills/a-key/evidence/';
const inFolder = (names: readonly string[], code: ArchiveFaultCode): readonly HostileArchive[] =>
  names.map((name) => named(`${folder}${name}`, code));

const names: readonly HostileArchive[] = [
  ...inFolder(
    [
      ...['a\u0000.txt', 'a\t.txt', 'a\r.txt', 'a\u007f.txt', 'a\u0085.txt', 'a\u00ad.txt'],
      ...['a\u061c.txt', 'a\u200d.txt', 'a\u2028.txt', 'a\u2066.txt', 'a\u3164.txt', 'a\u115f.txt'],
      ...['a\ufe0f.txt', 'a\ufeff.txt', 'a\ue000.txt', 'a\uffff.txt', 'a\u034f.txt'],
      ...['a\u{e0041}.txt', 'a\u{e0100}.txt', 'a\u{e1234}.txt', 'a\u180e.txt'],
    ],
    'name_control',
  ),
  ...inFolder(
    [
      ...['a<.txt', 'a>.txt', 'a"b.txt', 'a?.txt', 'a*.txt', 'a%2e.txt', '$HOME.txt', '`id`.txt'],
      ...['a;b.txt', 'a&b.txt', ' a.txt', '\u2025.txt', 'a\u2044b.txt', 'a\u2215b.txt'],
      ...[
        'a\uff0fb.txt',
        'a\uff3cb.txt',
        'a\uff1ab.txt',
        'a\u00a0b.txt',
        'a\u3000b.txt',
        'a\u2800.txt',
      ],
      ...['\u0301a.txt', '~a.txt', '@a.txt', '!a.txt', 'a{b}.txt', 'a[b].txt'],
    ],
    'name_characters',
  ),
  ...inFolder(['.txt', '.DS_Store', '._a.txt', '.schema/drill.json', '.git/config'], 'name_hidden'),
  ...inFolder(
    [
      ...['CoN.md', 'nul.txt', 'Aux.csv', 'prn.log', 'COM9.txt', 'LPT1.txt', 'com³.txt'],
      ...['CONIN$.txt', 'conout$.txt', 'clock$.txt', 'con.tar.txt', 'prn .txt', 'nul  .a.txt'],
    ],
    'name_reserved',
  ),
  ...inFolder(['PROGRA~1.txt', 'a~1.txt', 'MANIFE~1.jso', 'backup~1.txt'], 'name_alias'),
  ...inFolder(['..', '../../../../a.txt', './a.txt', 'x/../../a.txt'], 'name_leads_out'),
  ...inFolder(['.../a.txt', '.. /a.txt', 'a../a.txt', 'a.txt .'], 'name_ending'),
  ...inFolder(['a\u212b.txt', '\u212a.txt', 'u\u0308.txt', '\uf900.txt'], 'name_not_normal'),
  ...inFolder(
    [
      ...[
        'a.exe',
        'a.svg',
        'a.html',
        'a.js',
        'a.mjs',
        'a.pdf',
        'a.gif',
        'a.webp',
        'a.lnk',
        'a.url',
      ],
      ...['a.txt.exe', 'a.txt .scr', 'A.EXE', 'a.docm', 'a.sqlite', 'a.wasm', 'a.zip', 'a'],
    ],
    'file_type',
  ),
  named('\\\\?\\C:\\a.txt', 'name_backslash'),
  named('drills\\..\\a.txt', 'name_backslash'),
  named('z:a.txt', 'name_drive'),
  named('drills/a.txt::$DATA', 'name_characters'),
  named('/', 'name_empty'),
  named('drills/a//', 'name_empty'),
  named(Buffer.from('612fedA0802e747874', 'hex'), 'name_not_utf8', 'with half a character'),
  named(Buffer.from('2e2ec0af652e747874', 'hex'), 'name_not_utf8', 'with an overlong slash'),
  named('a'.repeat(65_531), 'name_too_long', 'with 65,531 bytes'),
  named(`${'a/'.repeat(99)}a`, 'too_deep', 'a hundred folders deep'),
];

/** Names that become one on some file system. */
const twins: readonly HostileArchive[] = (
  [
    ['straße.txt', 'STRASSE.txt'],
    ['straße.txt', 'STRAẞE.txt'],
    ['ﬁ.txt', 'fi.txt'],
    ['ς.txt', 'σ.txt'],
    ['ı.txt', 'I.txt'],
    ['İ.txt', 'i̇.txt'],
    ['ſ.txt', 's.txt'],
    ['ａ.txt', 'a.txt'],
    ['a².txt', 'a2.txt'],
    ['Ω.txt', 'ω.txt'],
  ] as const
).map(([one, other]) =>
  hostile(`${one} beside ${other}`, 'name_duplicate', () =>
    add({ name: folder + one, data: 'x' }, { name: folder + other, data: 'x' }),
  ),
);

const kinds: readonly HostileArchive[] = [
  ...[0o060666, 0o102644, 0o101644, 0o020000, 0o170000].map((bits) =>
    hostile(`mode ${bits.toString(8)}`, 'not_regular', () => exchange({ central: mode(bits) })),
  ),
  ...[0x04, 0x08, 0x10, 0x40, 0x400].map((bits) =>
    hostile(`attributes ${bits.toString(16)} of Windows`, 'not_regular', () =>
      exchange({ central: { madeBy: 20, external: bits } }),
    ),
  ),
  hostile('a folder that is a link', 'not_regular', () =>
    add({ name: 'drills/x/', both: { method: 0 }, central: mode(0o120777) }),
  ),
  ...[1, 0x40, 0x2000, 0xffff].map((flags) =>
    hostile(`flags ${flags.toString(16)}`, 'encrypted', () =>
      exchange({ both: { flags: 0x800 | flags } }),
    ),
  ),
  ...[0x10, 0x20, 0x80, 0x100, 0x1000, 0x4000, 0x8000].map((flags) =>
    hostile(`flags ${flags.toString(16)}`, 'unknown_flag', () =>
      exchange({ both: { flags: 0x800 | flags } }),
    ),
  ),
  ...[1, 6, 9, 12, 14, 20, 95, 98, 65_535].map((method) =>
    hostile(`method ${method}`, 'unknown_method', () => exchange({ both: { method } })),
  ),
  ...[0x0017, 0x0022, 0x4453, 0x6375, 0x756e, 0xcafe].map((id) =>
    hostile(`a note ${id.toString(16)}`, 'extra_field', () =>
      exchange({ extra: extra(id, Buffer.from('../../evil.sh')) }),
    ),
  ),
  hostile('a note of 60 kB', 'extra_field', () =>
    exchange({ localExtra: extra(0x5455, zeros(60_000)) }),
  ),
  // Each is a note as honest programs leave it, with room for more in it.
  ...(
    [
      ['of times that carries a path', 0x5455, '01000000002e2e2f2e2e2f6576696c2e7368'],
      ['of times without flags that has one', 0x5455, '0000000000'],
      ['of times with a flag that is none', 0x5455, '09000000000000000000000000'],
      ['of times that is empty', 0x5455, ''],
      ['of times and owners with another byte', 0x5855, '00'.repeat(13)],
      ['of owners that names the target of a link', 0x7855, '2f6574632f706173737764'],
      ['of owners of another version', 0x7875, '020400000000040000'.padEnd(22, '0')],
      ['of owners with numbers of ten bytes', 0x7875, `010a${'00'.repeat(10)}0a${'00'.repeat(10)}`],
      ['of owners that ends too early', 0x7875, '010400000000'],
      ['of owners and more', 0x7875, `01040000000004${'00'.repeat(5)}`],
      ['of Windows with another attribute', 0x000a, `0000000002001800${'00'.repeat(24)}`],
      [
        'of Windows with something in what is kept free',
        0x000a,
        `2f65746301001800${'00'.repeat(24)}`,
      ],
      ['of Windows that is longer', 0x000a, `0000000001001800${'00'.repeat(28)}`],
      ['of rights that says it is a link', 0x6c78, '0fffff0001a1000000000000'],
      ['that is empty, of no kind that we know', 0x6c78, ''],
    ] as const
  ).flatMap(([title, id, hex]) => [
    hostile(`a note ${title}`, 'extra_field', () =>
      exchange({ extra: extra(id, Buffer.from(hex, 'hex')) }),
    ),
    hostile(`a note ${title}, in its own header`, 'extra_field', () =>
      exchange({ localExtra: extra(id, Buffer.from(hex, 'hex')) }),
    ),
  ]),
  hostile('the same note twice', 'extra_field', () =>
    exchange({
      extra: join(
        extra(0x5455, Buffer.from('0100000000', 'hex')),
        extra(0x5455, Buffer.from('0101000000', 'hex')),
      ),
    }),
  ),
  hostile('a comment of an entry that clears the screen', 'comment', () =>
    exchange({ comment: '\u001b[2J' }),
  ),
  hostile('an end record in words in the comment', 'misplaced_directory', () => sound, {
    comment: Buffer.concat([Buffer.from('A note. '), soundZip().subarray(-22)]),
  }),
  hostile('a comment that says it is longer', 'cut_short', () => sound, {
    comment: Buffer.from('a note'),
    commentLength: 40,
  }),
  hostile('a comment that says it is shorter', 'trailing_data', () => sound, {
    comment: Buffer.from('a note'),
    commentLength: 2,
  }),
];

const packedTwice = deflateRawSync(Buffer.alloc(100_000, 'a'));

const bombs: readonly HostileArchive[] = [
  hostile('a bomb of 100 kB', 'ratio', () => exchange({ data: Buffer.alloc(100_000, 'a') })),
  hostile('many small bombs', 'ratio', () =>
    add(
      ...Array.from({ length: 1_500 }, (_, index) => ({
        name: `${folder}b${index}.txt`,
        data: Buffer.alloc(60_000, 'a'),
      })),
    ),
  ),
  hostile('a bomb that says it is small', 'size_mismatch', () =>
    exchange({ data: 'small', packed: packedTwice }),
  ),
  ...[0x80000000, 0x7fffffff, 0xfffffffe].map((size) =>
    hostile(`a size of ${size}`, 'file_too_large', () => exchange({ both: { size } })),
  ),
  hostile('a packed size of 2 GB', 'overlap', () => exchange({ both: { packedSize: 0x80000000 } })),
  hostile('nothing packed, that is a file', 'size_mismatch', () =>
    exchange({ data: 'abc', packed: Buffer.from('0300', 'hex') }),
  ),
  hostile('a zlib stream', 'damaged_file', () =>
    exchange({ data: 'abc', packed: join(Buffer.from('789c', 'hex'), deflateRawSync('abc')) }),
  ),
  hostile('a file that asks for a newer version of the format', 'unknown_flag', () =>
    exchange({ both: { needed: 63 } }),
  ),
  hostile('a zip64 note that is not needed', 'zip64', () =>
    exchange({ extra: extra(1, zeros(16)) }),
  ),
];

/** An archive of ours whose files are as they were, and whose container is not. */
async function rearrange(change: (files: readonly PackedFile[]) => readonly PackedFile[]) {
  const read = await readArchive(writeArchive(about, packFiles()));
  if (!read.ok) throw new Error(read.fault.message);
  return writeZip(change(read.value.files.map((file) => ({ ...file, size: file.bytes.length }))));
}

/** Archives with an honest manifest that another program put together. */
export const rearrangedArchives: readonly {
  readonly title: string;
  readonly make: () => Promise<Uint8Array>;
}[] = [
  {
    title: 'the manifest last',
    make: () => rearrange((files) => files.toSpliced(0, 1).concat(files[0] ?? [])),
  },
  { title: 'the files in another order', make: () => rearrange((files) => files.toReversed()) },
  {
    title: 'the manifest packed',
    make: () =>
      rearrange((files) =>
        files.map((file) =>
          file.path === manifestName
            ? { ...file, packed: deflateRawSync(file.packed), isDeflated: true }
            : file,
        ),
      ),
  },
  {
    title: 'a comment',
    make: async () => {
      const bytes = Buffer.from(await rearrange((files) => files));
      bytes.writeUInt16LE(2, bytes.length - 2);
      return join(bytes, Buffer.from('hi'));
    },
  },
];

/** Archives that must be refused, invented to get past the guards. */
export const hostileTricks: readonly HostileArchive[] = [...names, ...twins, ...kinds, ...bombs];
