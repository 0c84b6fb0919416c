import { closeSync, openSync, readFileSync, readlinkSync, writeSync } from 'node:fs';
import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** Every entry has the earliest date that the format knows, so that equal folders give equal zips. */
const date = { time: 0, day: 0x21 };
const fileTypes = { link: 0o120000, file: 0o100000 };
/** Made on Unix, so that modes and links are understood; version 2.0 of the format. */
const madeBy = 0x0314;
const needed = 20;

/**
 * Writes a folder as a zip, with its own name as the top folder in it. Modes and links are kept.
 * Anything larger than the format's first version holds (4 GB, 65,535 files) is not for this.
 */
export function writeZip(folder: string, zip: string): void {
  const file = openSync(zip, 'w');
  let at = 0;
  const append = (bytes: Buffer): void => {
    at += writeSync(file, bytes);
  };
  try {
    const directory: Buffer[] = [];
    for (const path of listPaths(folder)) {
      const entry = packEntry(folder, path);
      directory.push(describe(entry, at));
      append(Buffer.concat([writeHeader(entry), entry.packed]));
    }
    const start = at;
    for (const bytes of directory) append(bytes);
    append(writeEnd(directory.length, start, at - start));
  } finally {
    closeSync(file);
  }
}

interface Entry {
  readonly name: Buffer;
  readonly mode: number;
  readonly checksum: number;
  readonly size: number;
  readonly packed: Buffer;
}

function listPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function packEntry(folder: string, path: string): Entry {
  const stats = lstatSync(path);
  const isLink = stats.isSymbolicLink();
  const bytes = isLink ? Buffer.from(readlinkSync(path)) : readFileSync(path);
  const inside = relative(dirname(folder), path).split(sep).join('/');
  return {
    name: Buffer.from(inside),
    mode: (isLink ? fileTypes.link : fileTypes.file) | (stats.mode & 0o777),
    checksum: crc32(bytes),
    size: bytes.length,
    packed: deflateRawSync(bytes, { level: basename(path).endsWith('.asar') ? 9 : 6 }),
  };
}

/** The fields that a file's own header and its entry in the directory share. */
function writeShared({ name, checksum, size, packed }: Entry): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(needed, 0);
  // Names are UTF-8.
  bytes.writeUInt16LE(0x0800, 2);
  bytes.writeUInt16LE(8, 4);
  bytes.writeUInt16LE(date.time, 6);
  bytes.writeUInt16LE(date.day, 8);
  bytes.writeUInt32LE(checksum, 10);
  bytes.writeUInt32LE(packed.length, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

function writeHeader(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04'), writeShared(entry), entry.name]);
}

/** @param at where the file's own header begins */
function describe(entry: Entry, at: number): Buffer {
  const before = Buffer.from('PK\x01\x02\0\0');
  before.writeUInt16LE(madeBy, 4);
  const after = Buffer.alloc(14);
  after.writeUInt32LE((entry.mode << 16) >>> 0, 6);
  after.writeUInt32LE(at, 10);
  return Buffer.concat([before, writeShared(entry), after, entry.name]);
}

function writeEnd(count: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.write('PK\x05\x06', 0, 'latin1');
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(start, 16);
  return bytes;
}
