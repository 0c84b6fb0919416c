import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { withFile } from '../command-fault.ts';

/** Writes a file all or nothing: beside its place, then moved there. An earlier one is replaced. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  withFile('write', path, () => {
    const part = `${path}.${randomUUID().slice(0, 8)}.part`;
    try {
      writeFileSync(part, bytes, { flag: 'wx', flush: true });
      renameSync(part, path);
    } finally {
      rmSync(part, { force: true });
    }
  });
}
