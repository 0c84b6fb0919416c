import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { CommandFault, withFile } from './command-fault.ts';

const mebibyte = 1024 * 1024;
/** More than any log or export; a device such as /dev/zero never ends. */
const most = 256 * mebibyte;

/**
 * The bytes of a file that was named, or of a pipe (`<(…)`, /dev/stdin).
 *
 * @throws CommandFault where it cannot be read, is a folder or holds more than 256 MB
 */
export function readInputFile(path: string): Buffer {
  return withFile('read', path, () => {
    const handle = openSync(path, 'r');
    try {
      return readAll(handle, path);
    } finally {
      closeSync(handle);
    }
  });
}

function readAll(handle: number, path: string): Buffer {
  const { size } = fstatSync(handle);
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    // A file that is as long as it says is read in two steps, the second of which finds its end.
    const part = Buffer.allocUnsafe(Math.min(8 * mebibyte, Math.max(65_536, size - length)));
    const read = readSync(handle, part, 0, part.length, null);
    if (read === 0) return Buffer.concat(parts, length);
    parts.push(part.subarray(0, read));
    length += read;
    if (length > most) throw new CommandFault(`${path} is larger than 256 MB: too much to read.`);
  }
}

/** Whether a file stands at a path: no folder, and no link that leads nowhere. */
export function isPlainFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
