import type { Handlers, Reply } from '../ipc.ts';
import { refuse, reply } from '../reply.ts';
import { leastFree } from './free-space.ts';
import { CopiesDamaged } from './copy-bases.ts';
import type { SafeCopies } from './safe-copies.ts';

export interface StorageHandlerSettings {
  readonly copies: SafeCopies;
  /** Bytes that may still be written, or null if that cannot be known. */
  readonly measureFree: () => Promise<number | null>;
  /** Copies Chromium's files aside; resolves to where they are now. */
  readonly keepAside: () => Promise<string>;
  /** Removes what Chromium still holds of the working copy, in this runtime's folder and in others. */
  readonly forgetWorkingCopy: () => Promise<void>;
  readonly report: (what: string, error: unknown) => void;
}

/** What the main process does for the page's store. */
export function makeStorageHandlers(settings: StorageHandlerSettings): Handlers['storage'] {
  const { copies, measureFree, keepAside, forgetWorkingCopy, report } = settings;

  async function answer<T>(what: string, work: () => T | Promise<T>): Promise<Reply<T>> {
    try {
      return reply(await work());
    } catch (error) {
      report(`storage.${what}`, error);
      return explain(error);
    }
  }

  return {
    open: () => answer('open', () => copies.state),
    append: ({ change }) => {
      if (!isChange(change)) return Promise.resolve(refuseChange());
      return answer('append', async () => ({ seq: await copies.append(change) }));
    },
    changesAfter: ({ seq }) =>
      answer('changesAfter', () =>
        copies.changesAfter(seq).map((record) => ({ seq: record.seq, change: record.text })),
      ),
    readBegin: ({ copy }) => answer('readBegin', () => copies.readBegin(copy)),
    readNext: () => answer('readNext', () => copies.readNext()),
    snapshots: () => answer('snapshots', () => copies.snapshots),
    snapshot: ({ reason }) => answer('snapshot', () => copies.snapshot(reason)),
    replaceBegin: ({ reason, above }) =>
      answer('replaceBegin', async () => {
        await copies.replaceBegin(reason, above);
        return null;
      }),
    replaceAdd: ({ lines }) =>
      answer('replaceAdd', async () => {
        await copies.replaceAdd(lines);
        return null;
      }),
    replaceEnd: ({ records }) => answer('replaceEnd', () => copies.replaceEnd(records)),
    restore: ({ copy, above }) =>
      answer('restore', async () => ({ seq: await copies.restore(copy, above) })),
    erase: async () => {
      try {
        const { left, unwritable } = await copies.erase();
        for (const { error } of left) report('storage.erase', error);
        if (unwritable !== null) report('storage.erase', unwritable);
        const paths = left.map(({ path }) => path);
        const forgotten = await forgetWorkingCopy().then(
          () => true,
          (error: unknown) => {
            report('storage.erase', error);
            return false;
          },
        );
        if (!forgotten) paths.push('the database of the window');
        return reply({ left: paths, writable: unwritable === null });
      } catch (error) {
        report('storage.erase', error);
        return refuseErasing(error);
      }
    },
    checkRoom: async () => {
      const free = await measureFree();
      return free === null || free >= leastFree ? reply(null) : refuseRoom(free);
    },
    keepAside: () => answer('keepAside', async () => ({ folder: await keepAside() })),
    audit: () => answer('audit', () => copies.audit()),
  };
}

/** The page is trusted with the meaning of a change, not with the form of the journal. */
function isChange(text: string): boolean {
  if (text.includes('\n')) return false;
  try {
    const change = JSON.parse(text) as Partial<Record<string, unknown>> | null;
    return Array.isArray(change?.['puts']) && Array.isArray(change['deletes']);
  } catch {
    return false;
  }
}

function refuseChange(): Reply<never> {
  return refuse(
    'bad_payload',
    'The window wanted to save something that Drillbook does not understand. Nothing was changed. Copy the diagnostic from Settings and report it.',
  );
}

function refuseRoom(free: number): Reply<never> {
  const megabytes = Math.floor(free / 1024 / 1024);
  return refuse(
    'read_only',
    `Only ${megabytes} MB are left on the disk with your data, so nothing new is begun. Everything is safe, and what you have begun goes on being saved. Free some space until 200 MB are left, then try again.`,
  );
}

function refuseErasing(error: unknown): Reply<never> {
  const { code } = error as NodeJS.ErrnoException;
  return refuse(
    'failed',
    `Nothing was erased: the files of your data could not be moved${code === undefined ? '' : ` (${code})`}. All of it is still there. Close Drillbook and whatever else uses its data folder, open it again, and erase once more.`,
  );
}

function explain(error: unknown): Reply<never> {
  if (error instanceof CopiesDamaged) {
    return refuse(
      'damaged',
      'The safe copies of your data do not fit together, so nothing is written. What is there stays as it is. Start Drillbook again: it shows what each copy holds and lets you choose.',
    );
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return refuse(
      'disk_full',
      'There is no room left on the disk with your data, so the last step is not saved yet. Everything before it is safe. Free some space, then choose “Try again”.',
    );
  }
  const readOnly = code === 'EROFS' || code === 'EACCES' || code === 'EPERM';
  return refuse(
    readOnly ? 'read_only' : 'failed',
    `Your data could not be written${code === undefined ? '' : ` (${code})`}. Everything saved before is safe. Make sure that the disk is there and may be written to, then choose “Try again”.`,
  );
}
