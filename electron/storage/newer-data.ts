import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { isJournalName, readJournalHeading } from './journal-heading.ts';
import { parseJournal } from './journal-line.ts';
import { readSentinel, sentinelPath } from './sentinel.ts';
import { readSnapshotHeading } from './snapshot-file.ts';
import { storedSchema } from './storage-channels.ts';

/** More bytes than any heading has, packed or not: of a large file no more is read. */
const headingLength = 1024;

/**
 * Says that a newer Drillbook wrote what is stored, in words for the person; null if none did. Sentinel,
 * journal and snapshots are asked, since any of them may be lost. Synchronous, and writes nothing: it
 * has to be known before a window opens.
 *
 * @param folder of the safe copies
 */
export function findNewerData(folder: string): string | null {
  const found = readSentinel(sentinelPath(folder));
  if (found.kind === 'newer') return describe(` (${found.app})`, `version ${found.app}`);
  const journal = join(folder, 'journal');
  const snapshots = join(folder, 'snapshots');
  const newer =
    list(journal, isJournalName).some(isNewerJournal) ||
    // By its ending alone: a newer app may know reasons for a snapshot that this one does not.
    list(snapshots, (name) => name.endsWith('.jsonl.gz')).some(isNewerSnapshot);
  return newer ? describe('', 'that newer version') : null;
}

function describe(app: string, which: string): string {
  return `Your data was last saved by a newer Drillbook${app}, and this older one could damage it. Nothing was changed. Start ${which} or a later one. To use this one all the same, name another folder with --user-data-dir=: it begins empty there.`;
}

function isNewerJournal(path: string): boolean {
  const [first] = parseJournal(readBeginning(path)).records;
  const heading = first && readJournalHeading(first.text);
  return heading ? heading.schema > storedSchema : false;
}

function isNewerSnapshot(path: string): boolean {
  const begun = { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: headingLength };
  if (!saysNewer(() => gunzipSync(readBeginning(path), begun))) return false;
  // A changed bit can say anything, and must not lock the person out: only a whole file is believed.
  return saysNewer(() => gunzipSync(readFileSync(path)));
}

function saysNewer(unpack: () => Buffer): boolean {
  try {
    const bytes = unpack();
    const line = bytes.toString('utf8', 0, bytes.indexOf('\n'));
    return readSnapshotHeading(line).schema > storedSchema;
  } catch {
    return false;
  }
}

/** Nothing of what cannot be read: opening the copies says what is wrong with that. */
function readBeginning(path: string): Buffer {
  const bytes = Buffer.alloc(headingLength);
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, headingLength, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return Buffer.alloc(0);
  }
}

function list(folder: string, isOurs: (name: string) => boolean): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => isOurs(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
