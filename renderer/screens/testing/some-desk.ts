import type { Bridge } from '../../../electron/ipc.ts';
import type { Envelope } from '../../../electron/storage/storage-channels.ts';
import { DataDesk } from '../../state/data-desk.svelte.ts';
import { usualSettings, type SettingsValues } from '../../state/settings.svelte.ts';
import { writeExport } from '../../storage/export-file.ts';
import type { StoredData } from '../../storage/stored-data.ts';

const exported = new Date('2026-10-30T08:00:00Z');

/**
 * A desk over a list of records: two attempts at first. The file that a person would choose holds
 * three; what is saved through the dialog is kept in `files`.
 */
export function someDesk({ kind = 'window' }: { readonly kind?: Bridge['kind'] } = {}) {
  let records: readonly Envelope[] = [aRecord('a'), aRecord('b')];
  let before: readonly Envelope[] | null = null;
  const files: string[] = [];
  const opened: string[] = [];
  let startedAnew = 0;
  const store = {
    counts: () => Promise.resolve(records.length > 0 ? { attempts: records.length } : {}),
    canUndoReplace: () => Promise.resolve(before !== null),
    readAll: async function* () {
      await Promise.resolve();
      yield records;
    },
    replaceAll: (next: readonly Envelope[]) => {
      before = records;
      records = next;
      return Promise.resolve();
    },
    undoReplace: () => {
      records = before ?? [];
      before = null;
      return Promise.resolve();
    },
    eraseAll: () => {
      records = [];
      return Promise.resolve({ left: [], writable: true });
    },
  } satisfies Partial<StoredData> as unknown as StoredData;
  const settings = {
    values: usualSettings,
    change(changes: Partial<SettingsValues>) {
      this.values = { ...this.values, ...changes };
    },
  };
  const desk = new DataDesk({
    store,
    saves: { settle: () => Promise.resolve(true) },
    settings,
    bridge: {
      kind,
      files: {
        save: ({ suggestedName }) => {
          files.push(suggestedName);
          return Promise.resolve({
            kind: 'ok',
            value: { kind: 'saved', path: `/users/you/${suggestedName}` },
          });
        },
        takeHandedOver: () => Promise.resolve({ kind: 'ok', value: null }),
        savePdf: () => Promise.resolve({ kind: 'ok', value: { kind: 'cancelled' } }),
        print: () => Promise.resolve({ kind: 'ok', value: { kind: 'cancelled' } }),
        open: async () => ({
          kind: 'ok',
          value: { kind: 'opened', name: 'my-export.json', bytes: await aFile() },
        }),
      },
      data: {
        openFolder: () => {
          opened.push('data');
          return Promise.resolve({ kind: 'ok', value: null });
        },
      },
    },
    appVersion: '0.1.0',
    now: () => exported,
    startAnew: () => {
      startedAnew += 1;
    },
  });
  return {
    desk,
    files,
    opened,
    count: () => records.length,
    startedAnew: () => startedAnew,
  };
}

function aRecord(id: string): Envelope {
  return { v: 1, id, table: 'attempts', body: { id }, enc: null, key: null };
}

function aFile(): Promise<Uint8Array<ArrayBuffer>> {
  async function* chunks() {
    await Promise.resolve();
    yield [aRecord('x'), aRecord('y'), aRecord('z')];
  }
  return writeExport(chunks(), { app: '0.0.9', at: exported });
}
