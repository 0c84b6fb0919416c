import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { archiveLimits } from './archive-limits.ts';
import { readArchiveFile } from './read-archive-file.ts';
import { scanZip } from './scan-zip.ts';
import { buildZip, type Piece } from './testing/build-zip.ts';

const mebibyte = 1024 * 1024;

/** The limits of the bar: another number has to be decided, not slipped in. */
it('are what was decided', () => {
  expect(archiveLimits).toMatchObject({
    bytes: 64 * mebibyte,
    entries: 2_000,
    fileBytes: 20 * mebibyte,
    totalBytes: 128 * mebibyte,
    ratio: 200,
    depth: 6,
  });
});

/** A file whose headers say that so many bytes become so many. All limits are judged by headers alone. */
function say(name: string, size: number, packedSize = Math.ceil(size / 200)): Piece {
  return { name, packed: new Uint8Array(packedSize), both: { size, crc: 0 } };
}

const files = 20;

/** Files that are small enough to be as uniform as they like, and together as large as this. */
function share(total: number): readonly Piece[] {
  const each = Math.floor(total / files);
  return Array.from({ length: files }, (_, at) =>
    say(`${at}.txt`, at > 0 ? each : total - each * (files - 1), 100),
  );
}

/** An archive of exactly so many bytes: stored files, of which the last fills it. */
function fill(length: number): Uint8Array {
  const store = (at: number, size: number): Piece => ({
    name: `${at}.txt`,
    packed: new Uint8Array(size),
    both: { method: 0, size, crc: 0 },
  });
  const most = 16 * mebibyte;
  const pieces = [0, 1, 2].map((at) => store(at, most));
  const rest = length - buildZip([...pieces.map((_, at) => store(at, 0)), store(3, 0)]).length;
  return buildZip([...pieces, store(3, rest - 3 * most)]);
}

/** Files whose sizes come to 200 times the archive, and so much more. */
function press(more: number): Uint8Array {
  const { length } = buildZip(share(0));
  return buildZip(share(200 * length + more));
}

const names = (count: number): readonly Piece[] =>
  Array.from({ length: count }, (_, at) => ({ name: `${at}.txt` }));
const path = (depth: number): string => `${'a/'.repeat(depth - 1)}x.txt`;
const totalOf = (total: number): readonly Piece[] => [
  ...Array.from({ length: 7 }, (_, at) => say(`${at}.txt`, 16 * mebibyte)),
  say('7.txt', total - 7 * 16 * mebibyte),
];
/** A name of so many bytes in letters of two bytes each. */
const long = (bytes: number): string =>
  `${'é'.repeat((bytes - 4) / 2)}${'x'.repeat(bytes % 2)}.txt`;

const { bytes, entries, fileBytes, totalBytes, yamlBytes, ratio, depth, nameBytes } = archiveLimits;

/** [what, code, an archive at the limit, one just above it] */
const limits = [
  ['64 MB', 'archive_too_large', () => fill(bytes), () => fill(bytes + 1)],
  [
    '2,000 entries',
    'too_many_files',
    () => buildZip(names(entries)),
    () => buildZip(names(entries + 1)),
  ],
  [
    '20 MB for a file',
    'file_too_large',
    () => buildZip([say('a.txt', fileBytes)]),
    () => buildZip([say('a.txt', fileBytes + 1)]),
  ],
  [
    '128 MB for all',
    'total_too_large',
    () => buildZip(totalOf(totalBytes)),
    () => buildZip(totalOf(totalBytes + 1)),
  ],
  [
    '4 MB of YAML',
    'too_much_yaml',
    () => buildZip([say('a.yaml', yamlBytes - 1), say('b.YML', 1)]),
    () => buildZip([say('a.yaml', yamlBytes), say('b.YML', 1)]),
  ],
  [
    '1 to 200 for a file',
    'ratio',
    () => buildZip([say('a.txt', ratio * 1_000, 1_000)]),
    () => buildZip([say('a.txt', ratio * 1_000 + 1, 1_000)]),
  ],
  ['1 to 200 for all', 'ratio', () => press(0), () => press(1)],
  [
    'a depth of 6',
    'too_deep',
    () => buildZip([{ name: path(depth) }]),
    () => buildZip([{ name: path(depth + 1) }]),
  ],
  [
    '200 bytes for a name',
    'name_too_long',
    () => buildZip([{ name: long(nameBytes) }]),
    () => buildZip([{ name: long(nameBytes + 1) }]),
  ],
] as const;

describe('a limit of an archive', () => {
  it.each(limits)('lets pass what is at it and refuses what is above it: %s', (...limit) => {
    const [, code, at, above] = limit;
    const passed = scanZip(at());
    expect(passed.ok ? 'passed' : passed.fault.code).toBe('passed');
    const refused = scanZip(above());
    expect(refused.ok ? 'passed' : refused.fault.code).toBe(code);
  });
});

describe('a file that is to be an archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-limits-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['passes at 64 MB', 0, 'passed'],
    ['is refused above them', 1, 'archive_too_large'],
  ])('%s', (_, more, expected) => {
    const file = join(folder, 'a.drillpack');
    writeFileSync(file, '');
    truncateSync(file, bytes + more);
    const read = readArchiveFile(file);
    expect(read.ok ? 'passed' : read.fault.code).toBe(expected);
  });
});
