import type { CopyBase } from './copy-bases.ts';
import type { SentinelFound } from './sentinel.ts';
import type { SafeState } from './storage-channels.ts';

/** What is told of the copies as a whole; the rest of it follows from journal and snapshots. */
export type Told = Omit<SafeState, 'snapshots' | 'seq' | 'since' | 'counts'>;

export const nothingStored: Told = {
  kind: 'fresh',
  known: 0,
  savedAt: null,
  rebuild: null,
  fault: null,
  note: null,
};

/** Nothing else is missing, but what might be could not be seen by it. */
const sentinelDamaged =
  'The file that says how much you have stored was damaged, and was written anew. The other copies of your data fit together, and everything in them is here. Look whether your last steps are among it.';

/**
 * Whether what can be read is all that was stored.
 *
 * @param written the number of the last change in the journal's files, whether they lead to it or not
 */
export function judgeCopies(base: CopyBase, written: number, found: SentinelFound): Told {
  const sentinel = found.kind === 'found' ? found.sentinel : null;
  const promised = sentinel?.seq ?? (found.kind === 'damaged' ? 1 : 0);
  const known = Math.max(base.seq, written, promised);
  const whole = base.whole && base.seq === known;
  return {
    kind: known === 0 && whole ? 'fresh' : whole ? 'whole' : 'damaged',
    known,
    savedAt: sentinel?.written_at ?? base.snapshot?.takenAt ?? null,
    rebuild: null,
    fault: whole ? null : describeFault(base, known),
    note: whole && found.kind === 'damaged' ? sentinelDamaged : null,
  };
}

function describeFault({ seq, snapshot }: CopyBase, known: number): string {
  if (seq === 0 && !snapshot) {
    return `The safe copies of your data are missing: ${known} changes were stored, and none of them can be found.`;
  }
  return `The safe copies of your data are damaged: they can be read up to change ${seq} of ${known === seq ? 'an unknown number' : known}.`;
}
