import type { BrowserBridge, WindowBridge } from '../../electron/ipc.ts';
import type { Counts, SafeState } from '../../electron/storage/storage-channels.ts';
import { DurableStore, rebuild, sameCounts } from './durable-store.ts';
import { makeRecovery } from './make-recovery.ts';
import { ask, StorageRefused, type SafeChannel } from './safe-stream.ts';
import type { OpenedStore, StoredAtFirst } from './stored-data.ts';
import { smallTables, WorkingCopy, type FirstRecords } from './working-copy.ts';

export interface StoreSurroundings {
  readonly bridge: Pick<WindowBridge, 'storage'> | Pick<BrowserBridge, 'storage'>;
  readonly now: () => Date;
}

/**
 * The name of the database: data, so frozen. Another one would look like an empty new user's
 * (2026-11-25).
 */
const databaseName = 'drillbook';

/**
 * Opens what is stored. In the app's window the working copy is compared with the safe copies first:
 * one that is behind is brought up, one that is missing is built anew; where the copies disagree so
 * that something could be lost, nothing is written and the person chooses.
 */
export async function openStore({ bridge, now }: StoreSurroundings): Promise<OpenedStore> {
  const working = new WorkingCopy(databaseName);
  if (bridge.storage !== null) return openInWindow(working, bridge.storage, now);
  const { openInBrowser } = await import('./open-in-browser.ts');
  return openInBrowser(working, now);
}

async function openInWindow(
  working: WorkingCopy,
  safe: SafeChannel,
  now: () => Date,
): Promise<OpenedStore> {
  try {
    // The main process lets no script run before it has decided what may be opened.
    const [state, found] = await Promise.all([ask(safe.open()), readFirst(working)]);
    const mark = found?.mark ?? null;
    const open = (seq: number, first: StoredAtFirst, notices: readonly string[]): OpenedStore => ({
      kind: 'ready',
      store: new DurableStore(working, safe, seq, now),
      first,
      notices: state.note === null ? notices : [state.note, ...notices],
    });
    const ready = async (seq: number, ...notices: readonly string[]): Promise<OpenedStore> =>
      open(seq, await working.readFirst(), notices);
    const applied = mark?.seq ?? 0;
    if (state.kind === 'damaged' || applied > state.seq) {
      return await makeRecovery({ working, safe, state, mark, now, reopen: ready });
    }
    if (found && applied === state.seq && agrees(found.counts, state)) {
      return open(applied, found, []);
    }
    if (mark && applied > 0 && applied >= state.since && applied < state.seq) {
      await replayJournal(working, safe, applied, now);
      return await ready(state.seq);
    }
    if (state.rebuild === null) await ask(safe.keepAside());
    try {
      const seq = await rebuild(working, safe, now);
      const { describeRebuild } = await import('./describe-rebuild.ts');
      return await ready(seq, describeRebuild(state));
    } catch (error) {
      if (!(error instanceof StorageRefused && error.code === 'damaged')) throw error;
      return await makeRecovery({ working, safe, state, mark, now, reopen: ready });
    }
  } catch (error) {
    return {
      kind: 'refused',
      message:
        error instanceof StorageRefused
          ? error.message
          : 'Your data could not be opened. Nothing was changed. Make sure that the disk is there and has room, and start Drillbook again; if it happens twice, open the data folder and keep a copy of it.',
    };
  }
}

/** null if the database cannot even be opened. */
async function readFirst(working: WorkingCopy): Promise<FirstRecords | null> {
  try {
    return await working.readFirst();
  } catch {
    return null;
  }
}

function agrees(found: Counts, { counts }: SafeState): boolean {
  if (!counts) return true;
  const wanted = Object.fromEntries(smallTables.map((table) => [table, counts[table] ?? 0]));
  return sameCounts(wanted, found);
}

async function replayJournal(
  working: WorkingCopy,
  safe: SafeChannel,
  after: number,
  now: () => Date,
): Promise<void> {
  const changes = await ask(safe.changesAfter({ seq: after }));
  const last = changes.at(-1);
  if (!last) return;
  await working.apply(
    changes.map(({ change }) => JSON.parse(change) as never),
    { after, seq: last.seq, at: now().toISOString() },
  );
}
