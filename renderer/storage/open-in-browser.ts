import { BrowserStore } from './browser-store.ts';
import type { OpenedStore } from './stored-data.ts';
import { forgetSign, readSign, type StoreSign } from './store-sign.ts';
import type { FirstRecords, WorkingCopy } from './working-copy.ts';
import { becomeWriter } from './writer-lock.ts';

/**
 * Opens what a browser stores, the one copy there is. A store that holds less than the sign beside it
 * says is never shown as a new person's: nothing is written until the person has read why.
 */
export async function openInBrowser(working: WorkingCopy, now: () => Date): Promise<OpenedStore> {
  if (!(await becomeWriter())) {
    return {
      kind: 'refused',
      message:
        'Drillbook is open in another tab of this browser, and only one may write. Nothing was changed. Go on in the other tab, or close it and load this one again.',
    };
  }
  let first: FirstRecords;
  try {
    first = await working.readFirst();
  } catch {
    return {
      kind: 'refused',
      message:
        'The browser does not give Drillbook its stored data. Nothing was changed. Close other windows of this browser, leave private browsing, and load this page again.',
    };
  }
  await navigator.storage.persist();
  const store = new BrowserStore(working, now);
  const sign = readSign();
  if (sign !== null && first.mark.seq < sign.seq) {
    return {
      kind: 'emptied',
      message: tellLost(sign, first.counts['attempts'] ?? 0),
      goOn: async () => {
        forgetSign();
        await store.sign();
        const text =
          'To bring back what was lost, import an export under Settings, Data: it takes the place of what is stored now.';
        return { kind: 'ready', store, first, notices: [text] };
      },
    };
  }
  await store.sign();
  return { kind: 'ready', store, first, notices: [] };
}

function tellLost({ since, attempts }: StoreSign, left: number): string {
  const kept = `Since ${since.slice(0, 10)} this browser has stored data for Drillbook, at last with ${countAttempts(attempts)}.`;
  const found =
    left === 0
      ? 'Now its store is empty.'
      : `Now it gives back an older state, with ${countAttempts(left)}.`;
  return `${kept} ${found} Browsers do so when site data are cleared or their files are damaged. Drillbook has changed nothing, and your exports are safe. If you have a copy of this browser’s profile folder, close this page without going on and put the copy back. Otherwise go on with what is there, and import your newest export under Settings, Data.`;
}

function countAttempts(count: number): string {
  return count === 1 ? '1 attempt' : `${count} attempts`;
}
