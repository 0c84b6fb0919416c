import { closeSync, existsSync, mkdirSync, openSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Says why nothing can be kept in a folder, in the three sentences that a person is shown, or null.
 * Tried by writing, since permission bits say nothing about root, read-only mounts and full disks.
 * Synchronous: it has to be known before Chromium opens its own files there.
 *
 * @param makeParents for the default folder on a new machine. Not for one that a person named: its
 *   disk may be missing, and an empty folder in its place would look like lost data.
 */
export function findDataFolderFault(folder: string, makeParents: boolean): string | null {
  const trial = join(folder, `.trial-${process.pid}`);
  try {
    if (makeParents || !existsSync(folder)) mkdirSync(folder, { recursive: makeParents });
    closeSync(openSync(trial, 'w'));
    unlinkSync(trial);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The name is taken and nothing is there: a link to a disk that is missing, not to be moved away.
    const isDeadLink = code === 'EEXIST' && !existsSync(folder);
    return explain(folder, isDeadLink ? 'ENOENT' : code);
  }
}

function explain(folder: string, code: string | undefined): string {
  const advice = `Then start Drillbook again, or name another folder with --user-data-dir=.`;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room left on the disk that holds ${folder}. Nothing there was changed. Free some space. ${advice}`;
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return `Drillbook may not write to its data folder, ${folder}. Nothing there was changed. Make the folder writable for you. ${advice}`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `Where Drillbook keeps its data there is a file and no folder: ${folder}. Nothing was changed. Move that file away. ${advice}`;
    default:
      return `The data folder ${folder} cannot be used (${code ?? 'no reason given'}). Nothing there was changed. Make sure that its disk is there. ${advice}`;
  }
}
