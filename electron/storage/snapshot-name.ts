import { snapshotReasons, type SnapshotListing, type SnapshotReason } from './storage-channels.ts';

const pattern = /^snapshot-(\d{12})-(\d{8})T(\d{9})Z-([a-z]+)\.jsonl\.gz$/;

/** The name says what a list shows of a snapshot, so that listing them opens none. */
export function writeSnapshotName(seq: number, takenAt: string, reason: SnapshotReason): string {
  const stamp = takenAt.replace(/[-:.]/g, '');
  return `snapshot-${String(seq).padStart(12, '0')}-${stamp}-${reason}.jsonl.gz`;
}

/** Newest first. Names that are none of a snapshot are left out. */
export function listSnapshots(names: readonly string[]): readonly SnapshotListing[] {
  return names
    .flatMap((id) => readSnapshotName(id) ?? [])
    .sort((a, b) => b.seq - a.seq || (a.takenAt < b.takenAt ? 1 : -1));
}

function readSnapshotName(id: string): SnapshotListing | null {
  const [, seq, day = '', time = '', word] = pattern.exec(id) ?? [];
  const reason = snapshotReasons.find((known) => known === word);
  if (seq === undefined || !reason) return null;
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  const clock = `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}.${time.slice(6)}`;
  return { id, seq: Number(seq), takenAt: `${date}T${clock}Z`, reason };
}
