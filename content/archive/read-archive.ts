import { inflateRaw, inflateRawSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { refuseArchive, type ArchiveResult } from './archive-fault.ts';
import { archiveLimits } from './archive-limits.ts';
import { crc32 } from './crc32.ts';
import { SpentTime } from './spent-time.ts';
import { scanZip, type ZipEntry } from './scan-zip.ts';

/** A file as it lies in an archive. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** As packed: what an archive is written from again without packing anew. */
  readonly packed: Uint8Array;
  readonly isDeflated: boolean;
  readonly crc: number;
}

export interface ReadArchive {
  /** Without folders, in the order of the archive. */
  readonly files: readonly ArchivedFile[];
  readonly entries: readonly ZipEntry[];
}

/**
 * Unpacks an archive in memory; nothing is written anywhere. Headers are read twice, by our own scan
 * and by yauzl, and both must see the same files. Only then is a file inflated, into no more bytes
 * than its header promised, and measured against size, end and checksum.
 *
 * @param now milliseconds of a clock that only moves forward; unless given, of what the processor gave:
 *   on a machine that is busy elsewhere a sound archive takes long and stays sound
 */
export async function readArchive(
  bytes: Uint8Array,
  now: () => number = measureOwnTime(),
): Promise<ArchiveResult<ReadArchive>> {
  const started = now();
  const scanned = scanZip(bytes);
  if (!scanned.ok) return scanned;
  const entries = scanned.value;
  const size = entries.reduce((sum, { record }) => sum + record.size, 0);
  const until = started + archiveLimits.milliseconds + size * archiveLimits.millisecondsByByte;
  if (!(await isSeenAlike(bytes, entries))) return refuseArchive('unreadable');
  const files: ArchivedFile[] = [];
  for (const entry of entries) {
    if (now() > until) return refuseArchive('too_slow', entry.name);
    const file = await unpack(bytes, entry);
    if (!file.ok) return file;
    if (!entry.isFolder) files.push(file.value);
  }
  return { ok: true, value: { files, entries } };
}

function measureOwnTime(): () => number {
  const spent = new SpentTime();
  return () => spent.measure(1);
}

/** Whether yauzl reads the same list of files out of these bytes. */
async function isSeenAlike(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<boolean> {
  const wanted = new Map(entries.map((entry) => [entry.record.offset, entry]));
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, {
      strictFileNames: true,
      validateEntrySizes: true,
    });
    for await (const seen of zip.eachEntry()) {
      const entry = wanted.get(seen.relativeOffsetOfLocalHeader);
      const name = entry && (entry.isFolder ? `${entry.name}/` : entry.name);
      const { packedSize, size, crc } = entry?.record ?? {};
      if (name !== seen.fileName || packedSize !== seen.compressedSize) return false;
      if (size !== seen.uncompressedSize || crc !== seen.crc32) return false;
      wanted.delete(seen.relativeOffsetOfLocalHeader);
    }
  } catch {
    return false;
  }
  return wanted.size === 0;
}

async function unpack(
  bytes: Uint8Array,
  { name, record, dataStart }: ZipEntry,
): Promise<ArchiveResult<ArchivedFile>> {
  const packed = bytes.subarray(dataStart, dataStart + record.packedSize);
  const isDeflated = record.method !== 0;
  const inflated = isDeflated
    ? await inflate(packed, record.size)
    : { bytes: packed, read: packed.length };
  if (inflated === 'too_long') return refuseArchive('size_mismatch', name);
  if (inflated === 'damaged') return refuseArchive('damaged_file', name);
  if (inflated.bytes.length !== record.size) return refuseArchive('size_mismatch', name);
  if (inflated.read !== packed.length) return refuseArchive('hidden_data', name);
  if (crc32(inflated.bytes) !== record.crc) return refuseArchive('checksum', name);
  return {
    ok: true,
    value: { path: name, bytes: inflated.bytes, packed, isDeflated, crc: record.crc },
  };
}

/** With `info` Node hands over the engine too, which its types do not know. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** Bytes up to which it is quicker to inflate here than to hand it to another thread. */
const small = 64 * 1024;
const mostAtOnce = 1024 * 1024;

/** @returns the bytes, and how many packed ones they were made from: more may stand behind the end */
async function inflate(
  packed: Uint8Array,
  size: number,
): Promise<{ bytes: Uint8Array; read: number } | 'too_long' | 'damaged'> {
  const options = {
    maxOutputLength: Math.max(1, size),
    chunkSize: Math.min(Math.max(64, size), mostAtOnce),
    info: true,
  };
  try {
    const { buffer, engine } =
      size <= small
        ? (inflateRawSync(packed, options) as unknown as Inflated)
        : await new Promise<Inflated>((resolve, reject) => {
            inflateRaw(packed, options, (error, result) =>
              error ? reject(error) : resolve(result as unknown as Inflated),
            );
          });
    return { bytes: buffer, read: engine.bytesWritten };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too_long' : 'damaged';
  }
}
