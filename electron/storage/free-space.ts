import files from 'node:fs/promises';

/**
 * Below this much free space (bytes) nothing large is begun (a drill, a road, a recording, an import, a
 * pack, a packet); what was begun goes on being saved, and so is all that is typed.
 */
export const leastFree = 200 * 1024 * 1024;

/** Bytes that this account may still write on the disk of a folder; null if that cannot be known. */
export async function measureFree(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await files.statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
