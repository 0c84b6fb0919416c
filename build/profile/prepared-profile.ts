import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { safeFolder } from '../../electron/storage/open-storage.ts';
import { SafeCopies } from '../../electron/storage/safe-copies.ts';
import type { Envelope } from '../../electron/storage/storage-channels.ts';

/** Stands on Today once the drills are read. */
export const drillsAreRead = '#path-title';

/** True in the page once Today stands and the drills are read. */
export const todayIsThere = `(() => {
  const heading = document.querySelector('section[aria-label="Today"] h1');
  return heading !== null && heading.getClientRects().length > 0 &&
    document.querySelector('${drillsAreRead}') !== null;
})()`;

export function seal(table: string, id: string, body: unknown): Envelope {
  return { v: 1, id, table, body, enc: null, key: null };
}

/** Somebody who has answered the first questions, so that the app opens on Today. */
export const welcomed = writeSettings({});

/** @param values as renderer/state/settings.svelte.ts names them */
export function writeSettings(values: Readonly<Record<string, unknown>>): Envelope {
  const usual = { welcomed: true, guidedStartSeen: true, purpose: 'onboarding', motion: 'reduced' };
  return seal('settings', 'settings', { ...usual, ...values });
}

/** Puts records into a new profile, by the code that keeps the app's own safe copies. */
export async function prepareProfile(folder: string, records: Iterable<Envelope>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const copies = new SafeCopies({
    folder: safeFolder(folder),
    aside: join(folder, 'kept-aside'),
    app: '0',
    // Another runtime than any: the app builds its working copy at its first start.
    runtime: { electron: '0', chrome: '0' },
    now: () => new Date(),
  });
  await copies.load();
  await copies.replaceBegin('start', 0);
  let count = 0;
  let lines: string[] = [];
  for (const record of records) {
    lines.push(JSON.stringify(record));
    count += 1;
    if (lines.length < 1000) continue;
    await copies.replaceAdd(lines.join('\n'));
    lines = [];
  }
  await copies.replaceAdd(lines.join('\n'));
  await copies.replaceEnd(count);
  await copies.close();
}
