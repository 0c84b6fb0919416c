import type { ArchiveFaultCode } from './archive-fault.ts';
import { readExtraFields } from './zip-records.ts';

const zip64Extra = 0x0001;
const encryptedExtra = 0x9901;

/**
 * Notes of times and owners as the usual programs leave them, and the shape that each must have, by
 * PKWARE's APPNOTE (4.5.5, 4.6) and Info-ZIP's extrafld.txt. What they say is left unread: but a note
 * with room in it could carry what another program acts on.
 */
const plainExtras: ReadonlyMap<number, (data: DataView) => boolean> = new Map([
  [0x000a, isWindowsTimes],
  [0x5455, isTimes],
  // Info-ZIP's first one for Unix: two times, and in the file's own header perhaps two owners.
  [0x5855, ({ byteLength }) => byteLength === 8 || byteLength === 12],
  // Its second one: two owners, in the directory nothing.
  [0x7855, ({ byteLength }) => byteLength === 4 || byteLength === 0],
  [0x7875, isOwners],
  // The mark that Java leaves in the first file of an archive: it never holds anything.
  [0xcafe, ({ byteLength }) => byteLength === 0],
]);

/** Extra fields may hold notes of times and owners. What could change a file's meaning is refused. */
export function findExtraFault(extra: Uint8Array): ArchiveFaultCode | null {
  const fields = readExtraFields(extra);
  if (!fields) return 'extra_field';
  const ids = new Set(fields.map(({ id }) => id));
  if (ids.has(zip64Extra)) return 'zip64';
  if (ids.has(encryptedExtra)) return 'encrypted';
  const arePlain = fields.every(({ id, data }) => plainExtras.get(id)?.(data) === true);
  return arePlain && ids.size === fields.length ? null : 'extra_field';
}

/** Four bytes that are kept free, then the one attribute that there is: three times. */
function isWindowsTimes(data: DataView): boolean {
  return (
    data.byteLength === 32 &&
    data.getUint32(0, true) === 0 &&
    data.getUint16(4, true) === 1 &&
    data.getUint16(6, true) === 24
  );
}

/** A time for each flag; in the directory only that of the last change, though all may be flagged. */
function isTimes(data: DataView): boolean {
  if (data.byteLength === 0) return false;
  const flags = data.getUint8(0);
  const times = [1, 2, 4].filter((flag) => flags & flag).length;
  const length = data.byteLength - 1;
  return flags <= 7 && (length === 4 * times || length === 4 * (flags & 1));
}

/** Version 1, then user and group, each behind its length. */
function isOwners(data: DataView): boolean {
  if (data.byteLength < 3 || data.getUint8(0) !== 1) return false;
  const user = data.getUint8(1);
  if (user > 8 || data.byteLength < 3 + user) return false;
  const group = data.getUint8(2 + user);
  return group <= 8 && data.byteLength === 3 + user + group;
}
