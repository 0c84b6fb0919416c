import { describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../electron/ipc.ts';
import type { Envelope } from '../../electron/storage/storage-channels.ts';
import type { StoredData } from '../storage/stored-data.ts';
import { DataDesk } from './data-desk.svelte.ts';
import { usualSettings, type SettingsValues } from './settings.svelte.ts';

type Files = Bridge['files'];

function aRecord(id: string): Envelope {
  return { v: 1, id, table: 'attempts', body: { id }, enc: null, key: null };
}

function aDesk(
  kind: 'window' | 'browser' = 'window',
  stored: readonly Envelope[] = [aRecord('a'), aRecord('b')],
) {
  let records = stored;
  let before: readonly Envelope[] | null = null;
  const replaceAll = vi.fn((next: readonly Envelope[]) => {
    before = records;
    records = next;
    return Promise.resolve();
  });
  const store = {
    counts: () => Promise.resolve(records.length > 0 ? { attempts: records.length } : {}),
    canUndoReplace: () => Promise.resolve(before !== null),
    readAll: async function* () {
      await Promise.resolve();
      yield records;
    },
    replaceAll,
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
  const saved: Parameters<Files['save']>[0][] = [];
  const files = {
    save: vi.fn<Files['save']>((wish) => {
      saved.push(wish);
      return Promise.resolve({ kind: 'ok', value: { kind: 'saved', path: '/users/me/x.json' } });
    }),
    savePdf: vi.fn<Files['savePdf']>(),
    print: vi.fn<Files['print']>(),
    open: vi.fn<Files['open']>(),
    takeHandedOver: vi.fn<Files['takeHandedOver']>(),
  };
  const openFolder = vi.fn<Bridge['data']['openFolder']>();
  const startAnew = vi.fn();
  const settle = vi.fn(() => Promise.resolve(true));
  const desk = new DataDesk({
    store,
    saves: { settle },
    settings,
    bridge: { kind, files, data: { openFolder } },
    appVersion: '0.1.0',
    now: () => new Date(2026, 10, 5, 23, 30),
    startAnew,
  });
  const choose = (bytes: Uint8Array<ArrayBuffer>) =>
    files.open.mockResolvedValue({ kind: 'ok', value: { kind: 'opened', name: 'x.json', bytes } });
  return { desk, store, replaceAll, settings, files, saved, startAnew, settle, openFolder, choose };
}

describe('DataDesk', () => {
  it('leaves recordings out of an export unless they are asked for, and says so', async () => {
    const sound: Envelope = { ...aRecord('r/0000'), table: 'recordings', body: { data: 'VOICE' } };
    const { desk, saved } = aDesk('window', [aRecord('a'), sound]);
    const read = (at: number) => new TextDecoder().decode(saved[at]?.bytes);
    await desk.exportAll();
    expect(read(0)).not.toContain('VOICE');
    expect(read(0)).toContain('"records":1');
    expect(desk.message?.text).toContain('Everything but your recordings');
    await desk.exportAll({ recordings: true });
    expect(read(1)).toContain('VOICE');
    expect(desk.message?.text).toBe('Everything was exported to /users/me/x.json.');
  });

  it('exports everything under the day of the person, and remembers when', async () => {
    const { desk, saved, settings, settle } = aDesk();
    await desk.exportAll();
    expect(settle).toHaveBeenCalled();
    expect(saved[0]?.suggestedName).toBe('drillbook-export-2026-11-05.json');
    expect(desk.message).toEqual({
      tone: 'note',
      text: 'Everything was exported to /users/me/x.json.',
    });
    expect(desk.exportedAt).toBe(settings.values.exportedAt);
    expect(desk.exportedAt).not.toBeNull();
    expect(desk.busy).toBeNull();
  });

  it('counts no export that was refused or given up', async () => {
    const { desk, files } = aDesk();
    files.save.mockResolvedValueOnce({ kind: 'refused', code: 'disk_full', message: 'No room.' });
    await desk.exportAll();
    expect(desk.message).toEqual({ tone: 'problem', text: 'No room.' });
    files.save.mockResolvedValueOnce({ kind: 'ok', value: { kind: 'cancelled' } });
    await desk.exportAll();
    expect(desk.message).toBeNull();
    expect(desk.exportedAt).toBeNull();
  });

  it.each([
    [
      { left: ['/data/kept-aside', 'your key to sign with'], writable: true },
      'Your data was erased and counts no more, but some of it could not be removed from the disk: /data/kept-aside, your key to sign with. Delete that by hand, or erase everything once more.',
    ],
    [
      { left: [], writable: false },
      'Everything was erased: data, journal and snapshots. Nothing can be saved yet: close Drillbook and open it again.',
    ],
  ])('says what erasing left, and what to do: %j', async (erased, said) => {
    const { desk, startAnew, store } = aDesk();
    vi.spyOn(store, 'eraseAll').mockResolvedValueOnce(erased);
    await desk.eraseAll();
    expect(startAnew).toHaveBeenLastCalledWith('first choices', said);
  });

  it('shows what an import holds and would replace, then replaces it, then brings it back', async () => {
    const { desk, saved, replaceAll, startAnew, choose } = aDesk();
    await desk.exportAll();
    await desk.eraseAll();
    expect(startAnew).toHaveBeenLastCalledWith(
      'first choices',
      'Everything was erased: data, journal and snapshots.',
    );
    expect(desk.counts).toEqual({});
    choose(saved[0]!.bytes as Uint8Array<ArrayBuffer>);
    await desk.chooseImport();
    expect(desk.preview).toMatchObject({ name: 'x.json', counts: { attempts: 2 }, app: '0.1.0' });
    expect(replaceAll).not.toHaveBeenCalled();
    await desk.applyImport(desk.preview!);
    expect(desk.counts).toEqual({ attempts: 2 });
    expect(startAnew).toHaveBeenLastCalledWith(
      'here',
      expect.stringMatching(/^“x\.json” was imported\./),
    );
    expect(desk.preview).toBeNull();
    expect(desk.undoable).toBe(true);
    await desk.undoImport();
    expect(desk.counts).toEqual({});
    expect(desk.undoable).toBe(false);
    expect(startAnew).toHaveBeenLastCalledWith('here', 'What was there before the import is back.');
    expect(startAnew).toHaveBeenCalledTimes(3);
  });

  it('names line and fault of an export that cannot be read, and changes nothing', async () => {
    const { desk, replaceAll, choose } = aDesk();
    choose(new TextEncoder().encode('["no"]'));
    await desk.chooseImport();
    expect(desk.preview).toBeNull();
    expect(desk.message).toMatchObject({
      tone: 'problem',
      text: expect.stringMatching(/“x\.json” cannot be imported: line 1, .*Nothing was changed/),
    });
    expect(replaceAll).not.toHaveBeenCalled();
  });

  it('says so when an import cannot be put in force', async () => {
    const { desk, saved, replaceAll, startAnew, choose } = aDesk();
    await desk.exportAll();
    choose(saved[0]!.bytes as Uint8Array<ArrayBuffer>);
    await desk.chooseImport();
    replaceAll.mockRejectedValueOnce(new Error('There is no room left.'));
    await desk.applyImport(desk.preview!);
    expect(desk.message).toEqual({ tone: 'problem', text: 'There is no room left.' });
    expect(desk.preview).not.toBeNull();
    expect(startAnew).not.toHaveBeenCalled();
  });

  it('replaces nothing while the last steps are not saved, and says that an export lacks them', async () => {
    const { desk, saved, replaceAll, settle, startAnew, choose } = aDesk();
    settle.mockResolvedValue(false);
    await desk.exportAll();
    expect(desk.message).toMatchObject({
      tone: 'problem',
      text: expect.stringContaining('not saved yet') as string,
    });
    choose(saved[0]!.bytes as Uint8Array<ArrayBuffer>);
    await desk.chooseImport();
    await desk.applyImport(desk.preview!);
    await desk.undoImport();
    expect(desk.message?.text).toContain('nothing was replaced');
    expect(replaceAll).not.toHaveBeenCalled();
    expect(startAnew).not.toHaveBeenCalled();
  });

  it('reminds of an export in a browser only, when there is something and the last is a week old', async () => {
    const { desk, settings } = aDesk('browser');
    expect(desk.reminder).toBeNull();
    await desk.load();
    expect(desk.reminder).toContain('You have not exported yet');
    settings.change({ exportedAt: new Date(2026, 9, 20).toISOString() });
    expect(desk.reminder).toContain('16 days old');
    settings.change({ exportedAt: new Date(2026, 10, 4).toISOString() });
    expect(desk.reminder).toBeNull();
    const { desk: inWindow } = aDesk();
    await inWindow.load();
    expect(inWindow.reminder).toBeNull();
  });

  it('says why the data folder could not be opened', async () => {
    const { desk, openFolder } = aDesk();
    openFolder.mockResolvedValueOnce({
      kind: 'refused',
      code: 'failed',
      message: 'Open it yourself.',
    });
    await desk.openFolder();
    expect(desk.message?.text).toBe('Open it yourself.');
  });
});
