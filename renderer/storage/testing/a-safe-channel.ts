import type { RefusalCode, Reply } from '../../../electron/ipc.ts';
import type {
  Envelope,
  SafeState,
  SnapshotListing,
  SnapshotReason,
  StoredChange,
} from '../../../electron/storage/storage-channels.ts';
import type { SafeChannel } from '../safe-stream.ts';

/** The main process's part of storage in memory, for tests: it can be told to refuse, and to lie. */
export class ASafeChannel {
  /** Answered to everything that writes, while it is set. */
  refusal: { readonly code: RefusalCode; readonly message: string } | null = null;
  /** Laid over what `open` says. */
  lies: Partial<SafeState> = {};
  /** Names of the calls, in order. */
  readonly calls: string[] = [];
  seq = 0;
  records = new Map<string, Envelope>();
  changes: { readonly seq: number; readonly change: string }[] = [];
  snapshots: (SnapshotListing & { readonly records: ReadonlyMap<string, Envelope> })[] = [];
  #incoming: string[] = [];
  #reading: Envelope[] = [];

  readonly channel: SafeChannel = {
    open: () => this.#answer('open', () => this.#describe()),
    append: ({ change }) => this.#write('append', () => ({ seq: this.#append(change) })),
    changesAfter: ({ seq }) =>
      this.#answer('changesAfter', () => this.changes.filter((change) => change.seq > seq)),
    readBegin: ({ copy }) =>
      this.#answer('readBegin', () => {
        const from = this.snapshots.find(({ id }) => id === copy) ?? this;
        this.#reading = [...from.records.values()];
        return { seq: from.seq, savedAt: null };
      }),
    readNext: () =>
      this.#answer('readNext', () => {
        const lines = this.#reading
          .splice(0, 3)
          .map((record) => `${JSON.stringify(record)}\n`)
          .join('');
        return { lines, done: this.#reading.length === 0 };
      }),
    snapshots: () => this.#answer('snapshots', () => this.snapshots),
    snapshot: ({ reason }) =>
      this.#write('snapshot', () =>
        this.snapshots[0]?.seq === this.seq ? null : this.#snapshot(reason),
      ),
    replaceBegin: () =>
      this.#write('replaceBegin', () => {
        this.#incoming = [];
        return null;
      }),
    replaceAdd: ({ lines }) =>
      this.#write('replaceAdd', () => {
        this.#incoming.push(...lines.split('\n').filter((line) => line !== ''));
        return null;
      }),
    replaceEnd: () =>
      this.#write('replaceEnd', () =>
        this.#putInForce(
          this.#incoming.map((line) => JSON.parse(line) as Envelope),
          'replaced',
        ),
      ),
    restore: ({ copy }) =>
      this.#write('restore', () => {
        const from = this.snapshots.find(({ id }) => id === copy) ?? this;
        return { seq: this.#putInForce([...from.records.values()], 'restored').seq };
      }),
    erase: () =>
      this.#write('erase', () => {
        this.seq = 0;
        this.records = new Map();
        this.changes = [];
        this.snapshots = [];
        return { left: [], writable: true };
      }),
    checkRoom: () => this.#write('checkRoom', () => null),
    keepAside: () => this.#answer('keepAside', () => ({ folder: '/kept-aside' })),
    audit: () =>
      this.#answer('audit', () => ({ seq: this.seq, counts: this.#count(), fault: null })),
  };

  #answer<T>(name: string, work: () => T): Promise<Reply<T>> {
    this.calls.push(name);
    return Promise.resolve({ kind: 'ok', value: work() });
  }

  #write<T>(name: string, work: () => T): Promise<Reply<T>> {
    if (!this.refusal) return this.#answer(name, work);
    this.calls.push(name);
    return Promise.resolve({ kind: 'refused', ...this.refusal });
  }

  #append(change: string): number {
    this.seq += 1;
    this.changes.push({ seq: this.seq, change });
    const { puts, deletes } = JSON.parse(change) as StoredChange;
    for (const { table, id } of deletes) this.records.delete(`${table}/${id}`);
    for (const put of puts) this.records.set(`${put.table}/${put.id}`, put);
    return this.seq;
  }

  #snapshot(reason: SnapshotReason): SnapshotListing {
    const { seq, records } = this;
    const takenAt = '2026-11-01T10:00:00.000Z';
    const id = `snapshot-${seq}-${reason}`;
    this.snapshots.unshift({ id, seq, takenAt, reason, records: new Map(records) });
    return { id, seq, takenAt, reason };
  }

  #putInForce(records: readonly Envelope[], reason: SnapshotReason): SnapshotListing {
    this.seq += 1;
    this.changes = [];
    this.records = new Map(records.map((record) => [`${record.table}/${record.id}`, record]));
    return this.#snapshot(reason);
  }

  #count(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { table } of this.records.values()) counts[table] = (counts[table] ?? 0) + 1;
    return counts;
  }

  #describe(): SafeState {
    return {
      kind: this.seq === 0 ? 'fresh' : 'whole',
      seq: this.seq,
      known: this.seq,
      since: (this.changes[0]?.seq ?? this.seq + 1) - 1,
      counts: this.#count(),
      savedAt: null,
      rebuild: null,
      fault: null,
      note: null,
      snapshots: this.snapshots,
      ...this.lies,
    };
  }
}
