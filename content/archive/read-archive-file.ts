import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { refuseArchive, type ArchiveResult } from './archive-fault.ts';
import { archiveLimits } from './archive-limits.ts';

/**
 * The bytes of a file that is small enough to be an archive. A pipe, a device or a folder is refused
 * unopened, and no more is read than an archive may have, whatever the file system says of its length.
 *
 * @throws what the file system throws
 */
export function readArchiveFile(path: string): ArchiveResult<Uint8Array<ArrayBuffer>> {
  const kind = statSync(path);
  if (kind.isDirectory()) return refuseArchive('is_folder');
  if (!kind.isFile()) return refuseArchive('not_a_file');
  // Not to wait for a writer, should it have become a pipe since.
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) return refuseArchive('not_a_file');
    return stats.size > archiveLimits.bytes
      ? refuseArchive('archive_too_large')
      : readAll(handle, stats.size);
  } finally {
    closeSync(handle);
  }
}

function readAll(handle: number, size: number): ArchiveResult<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let length = 0;
  while (length <= archiveLimits.bytes) {
    const part = Buffer.allocUnsafe(Math.max(64 * 1024, size - length));
    const read = readSync(handle, part, 0, part.length, null);
    if (read === 0) return { ok: true, value: new Uint8Array(Buffer.concat(parts, length)) };
    parts.push(part.subarray(0, read));
    length += read;
  }
  return refuseArchive('archive_too_large');
}
