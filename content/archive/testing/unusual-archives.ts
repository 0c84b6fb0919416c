import { deflateRawSync } from 'node:zlib';
import { buildZip, pack } from './build-zip.ts';
import { add, exchange, extra, join, mode, sound, zeros } from './hostile-archives.ts';

const folder = 'drills/a-key/evidence/';

const windowsTimes = Buffer.concat([Buffer.from('0000000001001800', 'hex'), Buffer.alloc(24, 7)]);
const times = (flags: number, count: number) =>
  extra(0x5455, join(Buffer.from([flags]), Buffer.alloc(4 * count, 7)));
const owners = extra(0x7875, Buffer.from('0104e803000004e8030000', 'hex'));

/** What other programs make of a pack, and is sound. */
export const unusualArchives: readonly {
  readonly title: string;
  readonly make: () => Uint8Array;
}[] = [
  {
    title: 'with a comment in words',
    make: () => buildZip(sound, { comment: Buffer.from('made by hand\r\n') }),
  },
  { title: 'with a comment of an entry', make: () => buildZip(exchange({ comment: 'a note' })) },
  {
    title: 'written as a stream, its size known before',
    make: () => {
      const data = Buffer.alloc(300, 'abc ');
      const packed = deflateRawSync(data);
      const honest = buildZip([{ name: 'a.txt', data, packed }]);
      const crc = Buffer.from(honest).readUInt32LE(14);
      return buildZip(
        add({
          name: `${folder}a.txt`,
          data,
          packed,
          both: { flags: 0x0808 },
          local: { crc: 0, packedSize: 0 },
          behind: pack([4, 0x08074b50], [4, crc], [4, packed.length], [4, data.length]),
        }),
      );
    },
  },
  // Central notes, then those in the file's own header.
  ...(
    [
      ['7-Zip', extra(0x000a, windowsTimes), new Uint8Array()],
      ['zip', join(times(3, 1), owners), join(times(3, 2), owners)],
      ['git archive', times(1, 1), times(1, 1)],
      ['the Finder of macOS', extra(0x5855, zeros(8)), extra(0x5855, zeros(12))],
      ['an older zip', extra(0x7855, zeros(0)), extra(0x7855, zeros(4))],
      ['a program that writes all three times twice', times(7, 3), times(7, 3)],
      ['a program that knows no time', times(0, 0), times(0, 0)],
      ['jar', extra(0xcafe, zeros(0)), extra(0xcafe, zeros(0))],
    ] as const
  ).map(([title, central, localExtra]) => ({
    title: `with the notes of ${title}`,
    make: () => buildZip(exchange({ extra: central, localExtra })),
  })),
  {
    title: 'with a small file of one letter',
    make: () => buildZip(add({ name: `${folder}a.log`, data: Buffer.alloc(60_000, 'a') })),
  },
  {
    title: 'with names in other scripts',
    make: () =>
      buildZip(
        add(
          { name: `${folder}Überblick.txt`, data: 'x' },
          { name: `${folder}日本語のメモ.txt`, data: 'x' },
          { name: `${folder}заметки (2).txt`, data: 'x' },
          { name: `${folder}notes~old.txt`, data: 'x' },
        ),
      ),
  },
  {
    title: 'with an executable bit, from the first version',
    make: () => buildZip(exchange({ both: { needed: 10, method: 0 }, central: mode(0o100755) })),
  },
  {
    title: 'its files backwards',
    make: () => buildZip([...sound].reverse()),
  },
  {
    title: 'with an empty file',
    make: () => buildZip(add({ name: `${folder}empty.log`, data: '' })),
  },
];
