import { deflateSync } from 'fflate';
import { archiveLimits } from './archive-limits.ts';
import { crc32 } from './crc32.ts';
import { signatures } from './zip-records.ts';

/**
 * The fields that every entry of ours has alike, so that equal files give equal bytes: made on Unix
 * by version 2.0, names in UTF-8, the format's earliest date, a plain file that others may read.
 */
const plainFields = {
  madeBy: 0x0314,
  needed: 20,
  flags: 0x0800,
  time: 0,
  day: 0x21,
  internal: 0,
  external: (0o100644 << 16) >>> 0,
} as const;

/** A file that is packed, ready to be written. */
export interface PackedFile {
  readonly path: string;
  readonly packed: Uint8Array;
  readonly isDeflated: boolean;
  readonly size: number;
  readonly crc: number;
}

/**
 * Packs one file, by fflate and not by Node: zlib's output differs from machine to machine. What
 * would be packed tighter than an archive may be is stored as it is.
 */
export function packFile(path: string, bytes: Uint8Array): PackedFile {
  const deflated = deflateSync(bytes, { level: 9 });
  const helps =
    deflated.length < bytes.length && bytes.length <= archiveLimits.ratio * deflated.length;
  return { ...storeFile(path, bytes), ...(helps && { packed: deflated, isDeflated: true }) };
}

/** A file that stays as it is: each of its bits then is a bit of the archive. */
export function storeFile(path: string, bytes: Uint8Array): PackedFile {
  return { path, packed: bytes, isDeflated: false, size: bytes.length, crc: crc32(bytes) };
}

/** Writes a zip of exactly these files in this order. Equal files give equal bytes. */
export function writeZip(files: readonly PackedFile[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(file.path);
    directory.push(writeCentral(file, name, at));
    const local = Buffer.concat([startRecord(signatures.local), writeShared(file, name), name]);
    pieces.push(local, file.packed);
    at += local.length + file.packed.length;
  }
  const listed = Buffer.concat(directory);
  return new Uint8Array(
    Buffer.concat([...pieces, listed, writeEnd(files.length, listed.length, at)]),
  );
}

function startRecord(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

/** From "version needed" to "length of extra fields". */
function writeShared({ packed, isDeflated, size, crc }: PackedFile, name: Buffer): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(plainFields.needed, 0);
  bytes.writeUInt16LE(plainFields.flags, 2);
  bytes.writeUInt16LE(isDeflated ? 8 : 0, 4);
  bytes.writeUInt16LE(plainFields.time, 6);
  bytes.writeUInt16LE(plainFields.day, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packed.length, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

function writeCentral(file: PackedFile, name: Buffer, at: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(plainFields.madeBy);
  const rest = Buffer.alloc(14);
  rest.writeUInt16LE(plainFields.internal, 4);
  rest.writeUInt32LE(plainFields.external, 6);
  rest.writeUInt32LE(at, 10);
  return Buffer.concat([
    startRecord(signatures.central),
    madeBy,
    writeShared(file, name),
    rest,
    name,
  ]);
}

function writeEnd(count: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(signatures.end, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(start, 16);
  return bytes;
}
