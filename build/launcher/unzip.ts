import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const signatures = { end: 0x06054b50, entry: 0x02014b50 };
const fileTypes = { mask: 0o170000, link: 0o120000 };

/**
 * Unpacks a zip archive whose hash was checked before: it is known, so there are no guards here
 * against a hostile one beyond refusing a path that leads out. No ZIP64, no encryption.
 *
 * @throws if it is no such archive
 */
export function unzip(zip: Buffer, folder: string): void {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('This is no zip archive.');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== signatures.entry) throw new Error('The zip archive is damaged.');
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.startsWith('/') || name.split(/[/\\]/).includes('..')) {
      throw new Error(`The zip archive has a path that leads out: ${name}`);
    }
    writeEntry(join(folder, name), readEntry(zip, at), zip.readUInt32LE(at + 38) >>> 16);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

/** @param at place of the entry in the archive's directory */
function readEntry(zip: Buffer, at: number): Buffer {
  const method = zip.readUInt16LE(at + 10);
  const size = zip.readUInt32LE(at + 20);
  const header = zip.readUInt32LE(at + 42);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(start, start + size);
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw new Error(`The zip archive packs in a way that is not known here (${method}).`);
}

/** @param mode of the file where it was packed; 0 if the archive does not say */
function writeEntry(path: string, bytes: Buffer, mode: number): void {
  if (path.endsWith('/') || path.endsWith('\\')) {
    mkdirSync(path, { recursive: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  if ((mode & fileTypes.mask) === fileTypes.link) symlinkSync(bytes.toString('utf8'), path);
  else writeFileSync(path, bytes, { mode: mode & 0o777 || 0o644 });
}
