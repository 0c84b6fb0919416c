import { refuseArchive, type ArchiveResult } from './archive-fault.ts';
import { archiveLimits } from './archive-limits.ts';
import { findExtraFault } from './check-extra.ts';
import { findNameClash, findNameFault } from './check-name.ts';
import { findRecordFault, flagBits, isPlainComment } from './check-record.ts';
import {
  readCentral,
  readEnd,
  readLocal,
  recordSizes,
  signatures,
  viewBytes,
  type CentralRecord,
  type EndRecord,
  type LocalRecord,
} from './zip-records.ts';

/** An entry whose headers were found to be sound. Its bytes were not looked at yet. */
export interface ZipEntry {
  /** As written, without the `/` of a folder. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly record: CentralRecord;
  /** Where its packed bytes begin, and where whatever belongs to it ends. */
  readonly dataStart: number;
  readonly end: number;
}

const most16 = 0xffff;
const most32 = 0xffffffff;

/**
 * Reads the headers of a zip and nothing else: limits, names, types, and that the files fill the
 * archive from its first byte to the directory, without gap or overlap, each saying the same about
 * itself as the directory does. What passes has one meaning for every program that reads it.
 */
export function scanZip(bytes: Uint8Array): ArchiveResult<readonly ZipEntry[]> {
  if (bytes.length > archiveLimits.bytes) return refuseArchive('archive_too_large');
  const end = findEnd(bytes);
  if (!end.ok) return end;
  const records = readDirectory(bytes, end.value);
  if (!records.ok) return records;
  const entries: ZipEntry[] = [];
  let next = 0;
  let total = 0;
  let yaml = 0;
  for (const record of [...records.value].sort((a, b) => a.offset - b.offset)) {
    const checked = checkEntry(bytes, record, next, end.value.directoryStart);
    if (!checked.ok) return checked;
    next = checked.value.end;
    total += record.size;
    if (total > archiveLimits.totalBytes) return refuseArchive('total_too_large');
    if (/\.ya?ml$/i.test(checked.value.name)) yaml += record.size;
    if (yaml > archiveLimits.yamlBytes) return refuseArchive('too_much_yaml');
    entries.push(checked.value);
  }
  if (total > archiveLimits.ratio * bytes.length) return refuseArchive('ratio');
  if (next !== end.value.directoryStart) return refuseArchive('gap');
  const clash = findNameClash(entries);
  return clash ? refuseArchive(clash.code, clash.name) : { ok: true, value: entries };
}

/** The end record, behind which nothing but its comment may stand. */
function findEnd(bytes: Uint8Array): ArchiveResult<EndRecord> {
  const view = viewBytes(bytes);
  const startsAs = bytes.length >= 4 ? view.getUint32(0, true) : 0;
  const isZip = startsAs === signatures.local || startsAs === signatures.end;
  const place = findEndPlace(bytes);
  if (place === null) return refuseArchive(isZip ? 'cut_short' : 'not_a_zip');
  const end = readEnd(bytes, place);
  const comment = bytes.subarray(place + recordSizes.end);
  if (comment.length > end.commentLength) return refuseArchive('trailing_data');
  if (comment.length < end.commentLength) return refuseArchive('cut_short');
  if (!isPlainComment(comment)) return refuseArchive('comment');
  if (!isZip) return refuseArchive('prepended_data');
  const locator = place - recordSizes.end64;
  if (
    (locator >= 0 && view.getUint32(locator, true) === signatures.end64) ||
    end.entries === most16 ||
    end.directorySize === most32 ||
    end.directoryStart === most32
  ) {
    return refuseArchive('zip64');
  }
  if (end.disk !== 0 || end.directoryDisk !== 0 || end.entriesHere !== end.entries) {
    return refuseArchive('split');
  }
  if (end.entries > archiveLimits.entries) return refuseArchive('too_many_files');
  if (end.directoryStart + end.directorySize !== place) return refuseArchive('misplaced_directory');
  return end.entries === 0 ? refuseArchive('empty') : { ok: true, value: end };
}

/** The last end record by its signature, as most programs look for it; null if there is none. */
function findEndPlace(bytes: Uint8Array): number | null {
  const view = viewBytes(bytes);
  const first = Math.max(0, bytes.length - recordSizes.end - most16);
  for (let at = bytes.length - recordSizes.end; at >= first; at -= 1) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  return null;
}

function readDirectory(bytes: Uint8Array, end: EndRecord): ArchiveResult<readonly CentralRecord[]> {
  const records: CentralRecord[] = [];
  const limit = end.directoryStart + end.directorySize;
  let at = end.directoryStart;
  for (let left = end.entries; left > 0; left -= 1) {
    const record = readCentral(bytes, at, limit);
    if (!record) return refuseArchive('damaged_directory');
    records.push(record);
    at = record.next;
  }
  return at === limit ? { ok: true, value: records } : refuseArchive('damaged_directory');
}

/** @param start where its own header must begin; `limit`: where the directory begins */
function checkEntry(
  bytes: Uint8Array,
  record: CentralRecord,
  start: number,
  limit: number,
): ArchiveResult<ZipEntry> {
  const written = decodeName(record);
  if (typeof written === 'object') return written;
  const isFolder = written.endsWith('/');
  const name = isFolder ? written.slice(0, -1) : written;
  const wrong = findNameFault(name) ?? findRecordFault(record, name, isFolder);
  if (wrong) return refuseArchive(wrong, written);
  if (record.offset < start) return refuseArchive('overlap', written);
  if (record.offset > start) return refuseArchive(start === 0 ? 'prepended_data' : 'gap', written);
  const local = readLocal(bytes, start, limit);
  if (!local) return refuseArchive('header_mismatch', written);
  if (findExtraFault(local.extra)) return refuseArchive('extra_field', written);
  if (!saysTheSame(record, local)) return refuseArchive('header_mismatch', written);
  const dataEnd = local.dataStart + record.packedSize;
  if (dataEnd > limit) return refuseArchive('overlap', written);
  const descriptor = measureDescriptor(bytes, record, dataEnd, limit);
  if (descriptor === null) return refuseArchive('descriptor_mismatch', written);
  return {
    ok: true,
    value: {
      name,
      isFolder,
      record,
      dataStart: local.dataStart,
      end: dataEnd + descriptor,
    },
  };
}

const names = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** A name that cannot be read, as far as it can, so that a message can say which file it is. */
const roughNames = new TextDecoder('utf-8', { ignoreBOM: true });

/** Without the mark for UTF-8 a name is in whatever code page: then only ASCII has one meaning. */
function decodeName({
  nameBytes,
  flags,
}: CentralRecord): string | ReturnType<typeof refuseArchive> {
  let name: string;
  try {
    name = names.decode(nameBytes);
  } catch {
    return refuseArchive('name_not_utf8', roughNames.decode(nameBytes));
  }
  const isMarked = (flags & flagBits.utf8) !== 0 || nameBytes.every((byte) => byte <= 0x7f);
  return isMarked ? name : refuseArchive('name_unmarked', name);
}

function saysTheSame(central: CentralRecord, local: LocalRecord): boolean {
  const same = (['needed', 'flags', 'method', 'time', 'day'] as const).every(
    (field) => central[field] === local[field],
  );
  // Where a descriptor follows, the header may leave each of these at zero: a size is often known before.
  const deferred = (central.flags & flagBits.descriptor) !== 0;
  return (
    same &&
    (['crc', 'packedSize', 'size'] as const).every(
      (field) => central[field] === local[field] || (deferred && local[field] === 0),
    ) &&
    Buffer.compare(central.nameBytes, local.nameBytes) === 0
  );
}

/** Length of the descriptor behind the data, 0 where none is announced, null where it does not fit. */
function measureDescriptor(
  bytes: Uint8Array,
  { flags, crc, packedSize, size }: CentralRecord,
  at: number,
  limit: number,
): number | null {
  if ((flags & flagBits.descriptor) === 0) return 0;
  const view = viewBytes(bytes);
  const fits = (from: number): boolean =>
    from + 12 <= limit &&
    view.getUint32(from, true) === crc &&
    view.getUint32(from + 4, true) === packedSize &&
    view.getUint32(from + 8, true) === size;
  if (at + 4 <= limit && view.getUint32(at, true) === signatures.descriptor && fits(at + 4)) {
    return 16;
  }
  return fits(at) ? 12 : null;
}
