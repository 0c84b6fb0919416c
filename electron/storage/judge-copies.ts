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
};

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
  };
}

function describeFault({ seq, snapshot }: CopyBase, known: number): string {
  if (seq === 0 && !snapshot) {
    return `The safe copies of your data are missing: ${known} changes were stored, and none of them can be found.`;
  }
  return `The safe copies of your data are damaged: they can be read up to change ${seq} of ${known === seq ? 'an unknown number' : known}.`;
}
