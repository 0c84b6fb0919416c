import type { SafeState } from '../../electron/storage/storage-channels.ts';
import { rebuild } from './durable-store.ts';
import { ask, sendRecords, StorageRefused, type SafeChannel } from './safe-stream.ts';
import type { OpenedStore, StoredCopy } from './stored-data.ts';
import type { WorkingCopy } from './working-copy.ts';

interface RecoverySetup {
  readonly working: WorkingCopy;
  readonly safe: SafeChannel;
  readonly state: SafeState;
  /** Of the working copy; null if it cannot be opened. */
  readonly mark: { readonly seq: number; readonly at: string | null } | null;
  readonly now: () => Date;
  /** Opens the store once the copies agree, at a number. */
  readonly reopen: (seq: number, ...notices: readonly string[]) => Promise<OpenedStore>;
}

/** Looks at all copies, and offers the person to go on with one. Until then nothing is written. */
export async function makeRecovery(setup: RecoverySetup): Promise<OpenedStore> {
  const { working, safe, state, mark, now, reopen } = setup;
  const above = Math.max(mark?.seq ?? 0, state.known);
  const workingCopy = await describeWorking(working, mark, state);
  const isEmpty = state.seq === 0;
  const safeCopy: StoredCopy = {
    id: 'safe',
    kind: 'safe',
    whole: state.kind !== 'damaged',
    savedAt: state.savedAt,
    counts: isEmpty ? {} : state.counts,
    fault: isEmpty
      ? 'Nothing is in it. Who chooses it begins anew.'
      : (state.fault ?? `It ends at change ${state.seq} of ${above}.`),
  };
  const snapshots = state.snapshots.map(({ id, takenAt }): StoredCopy => {
    return { id, kind: 'snapshot', whole: true, savedAt: takenAt, counts: null, fault: null };
  });
  return {
    kind: 'recovery',
    recovery: {
      why: describeWhy(setup),
      copies: isEmpty
        ? [...snapshots, workingCopy, safeCopy].sort((a, b) => rankCopy(a) - rankCopy(b))
        : workingCopy.whole
          ? [workingCopy, safeCopy, ...snapshots]
          : [safeCopy, ...snapshots, workingCopy],
      use: async (id) => {
        await ask(safe.keepAside());
        await snapshotBefore(safe);
        if (id === workingCopy.id) {
          await ask(safe.replaceBegin({ reason: 'restored', above }));
          const records = await sendRecords(safe, working.readAll());
          await ask(safe.replaceEnd({ records }));
        } else {
          await ask(safe.restore({ copy: id, above }));
        }
        const seq = await rebuild(working, safe, now);
        return id === safeCopy.id && isEmpty ? reopen(seq, beganAnew) : reopen(seq);
      },
    },
  };
}

const beganAnew =
  'You went on with a copy that holds nothing. What else there was is kept in the data folder, under kept-aside: Settings, Data opens it.';

/** What holds something comes before what holds nothing; a database that is whole before all. */
function rankCopy({ kind, whole }: StoredCopy): number {
  if (kind === 'working') return whole ? 0 : 2;
  return kind === 'snapshot' ? 1 : 3;
}

/**
 * What is whole of the safe copies stays one of the copies that can be chosen. None can be taken of damaged
 * ones; the main process keeps those aside.
 */
async function snapshotBefore(safe: SafeChannel): Promise<void> {
  await ask(safe.snapshot({ reason: 'before' })).catch((error: unknown) => {
    if (!(error instanceof StorageRefused && error.code === 'damaged')) throw error;
  });
}

async function describeWorking(
  working: WorkingCopy,
  mark: RecoverySetup['mark'],
  state: SafeState,
): Promise<StoredCopy> {
  const copy = { id: 'working', kind: 'working', savedAt: mark?.at ?? null } as const;
  try {
    if (!mark) throw new Error('It cannot be opened.');
    // Read through, so that "whole" is seen and not assumed.
    const counts: Record<string, number> = {};
    for await (const chunk of working.readAll()) {
      for (const { table } of chunk) counts[table] = (counts[table] ?? 0) + 1;
    }
    const whole = mark.seq > 0 && mark.seq >= state.known;
    const fault = mark.seq === 0 ? 'Nothing is in it.' : 'It ends before the last change.';
    return { ...copy, whole, counts, fault: whole ? null : fault };
  } catch {
    return { ...copy, whole: false, counts: null, fault: 'The database cannot be read.' };
  }
}

function describeWhy({ state, mark }: RecoverySetup): string {
  if (state.fault !== null) return state.fault;
  return `The database holds ${mark?.seq ?? 0} changes and the safe copies hold ${state.seq}, so one of them has lost something.`;
}
