import type { ArchiveFaultCode } from './archive-fault.ts';
import { archiveLimits, findKindFault } from './archive-limits.ts';
import { findExtraFault } from './check-extra.ts';
import type { CentralRecord } from './zip-records.ts';

export const flagBits = {
  encrypted: 1,
  strongEncryption: 0x40,
  hiddenHeader: 0x2000,
  descriptor: 8,
  utf8: 0x800,
};
/** Level of compression, descriptor, UTF-8: what these say is checked or means nothing here. */
const knownFlags = 0x0006 | flagBits.descriptor | flagBits.utf8;
const methods = { stored: 0, deflated: 8 };
/** Bytes that nothing takes when it is packed: Java packs folders too. What they are is looked at later. */
const mostOfNothing = 5;
const mostComment = 4_096;
const most32 = 0xffffffff;
/** The newest version of the format that a pack can ask for: 4.5 brought no more than zip64. */
const newestNeeded = 45;
/** Bytes up to which a file may be as uniform as it likes: no bomb is made of these. */
const smallFile = 64 * 1024;

/** What is wrong with an entry by what the directory says of it alone, or null. */
export function findRecordFault(
  record: CentralRecord,
  name: string,
  isFolder: boolean,
): ArchiveFaultCode | null {
  const { flags, method, size, packedSize } = record;
  if (flags & (flagBits.encrypted | flagBits.strongEncryption | flagBits.hiddenHeader)) {
    return 'encrypted';
  }
  const extraFault = findExtraFault(record.extra);
  if (extraFault) return extraFault;
  // The upper byte of the version names the system that the file came from.
  if (flags & ~knownFlags || (record.needed & 0xff) > newestNeeded) return 'unknown_flag';
  if (method !== methods.stored && method !== methods.deflated) return 'unknown_method';
  if (record.disk !== 0) return 'split';
  if (!isPlainComment(record.comment)) return 'comment';
  if ([size, packedSize, record.offset].includes(most32)) return 'zip64';
  if (!isPlain(record.external, isFolder)) return 'not_regular';
  if (method === methods.stored && size !== packedSize) return 'size_mismatch';
  if (isFolder) {
    return size === 0 && record.crc === 0 && packedSize <= mostOfNothing ? null : 'size_mismatch';
  }
  const kindFault = findKindFault(name);
  if (kindFault) return kindFault;
  if (size > archiveLimits.fileBytes) return 'file_too_large';
  const grows = size > archiveLimits.ratio * Math.max(1, packedSize);
  return grows && size > smallFile ? 'ratio' : null;
}

/** A comment may be a note in words. Every record of a zip has control characters in its signature. */
export function isPlainComment(comment: Uint8Array): boolean {
  return (
    comment.length <= mostComment &&
    comment.every(
      (byte) => (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d,
    )
  );
}

/**
 * Regular file or folder, whichever system it came from: Unix puts its mode in the upper half, Windows
 * its attributes in the lower (4 system, 8 volume label, 16 folder, 64 device, 1024 link).
 */
function isPlain(external: number, isFolder: boolean): boolean {
  const mode = external >>> 16;
  const type = mode & 0o170000;
  const windows = external & 0xffff;
  const fits = isFolder ? type === 0o040000 || type === 0 : type === 0o100000 || type === 0;
  return (
    fits && (mode & 0o7000) === 0 && (windows & 0x44c) === 0 && (isFolder || (windows & 0x10) === 0)
  );
}
