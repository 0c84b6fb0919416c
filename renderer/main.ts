import { mount, unmount } from 'svelte';
import {
  askedInfo,
  bridge,
  now,
  openingStore,
  packs,
  packWorker,
  parsePack,
  readingPacks,
} from './ask-first.ts';
import App from './screens/app/App.svelte';
import './styles/base.css';
import './styles/fonts.css';
import './styles/tokens.css';
import { Actions } from './state/actions.svelte.ts';
import type { AppParts } from './state/app-parts.ts';
import { Attempts } from './state/attempts.svelte.ts';
import { Catalogue } from './state/catalogue.svelte.ts';
import { CurrentAttempt } from './state/current-attempt.svelte.ts';
import { DataDesk } from './state/data-desk.svelte.ts';
import { Navigation } from './state/navigation.svelte.ts';
import { Notices } from './state/notices.svelte.ts';
import { Reviews } from './state/reviews.svelte.ts';
import { SaveStatus } from './state/save-status.svelte.ts';
import { Settings } from './state/settings.svelte.ts';
import type { SqlBench } from './state/sql-bench.ts';
import { StorageRefused } from './storage/safe-stream.ts';
import type { OpenedStore, StoredData } from './storage/stored-data.ts';

/** Composition root: it and ask-first.ts alone touch the bridge, the clock and chance. */

/** So that a screen is drawn before work that can wait. */
const later_ms = 2_000;

const catalogue = new Catalogue(packs, parsePack, digest);
void catalogue.load(readingPacks);
void openingStore.then(show);

function target(): HTMLElement {
  const element = document.getElementById('app');
  if (!element) throw new Error('The page has no place for the app.');
  return element;
}

function show(opened: OpenedStore): void {
  switch (opened.kind) {
    case 'ready':
      showApp(opened).catch(() => showRecovery(unreadable));
      return;
    case 'recovery':
    case 'emptied':
    case 'refused':
      void showRecovery(opened);
      return;
  }
}

/** Without it, a fault before the first screen would leave the window empty. */
const unreadable = {
  kind: 'refused',
  message:
    'Your data was opened but could not be read. Nothing was changed. Start Drillbook again; if it happens twice, open the data folder and keep a copy of it.',
} as const;

/** The copies disagree, or nothing can be opened: nothing else is shown until that is settled. */
async function showRecovery(opened: Exclude<OpenedStore, { kind: 'ready' }>): Promise<void> {
  bridge.on.close_asked(() => void bridge.app.quitReady());
  const { default: Recovery } = await import('./screens/recovery/Recovery.svelte');
  const screen = mount(Recovery, {
    target: target(),
    props: {
      opened,
      onopened: (next: OpenedStore) => {
        void unmount(screen).then(() => {
          show(next);
        });
      },
    },
  });
}

async function showApp({
  store,
  first,
  notices: said,
}: Extract<OpenedStore, { kind: 'ready' }>): Promise<void> {
  const info = await askedInfo;
  if (info.kind === 'refused') throw new Error(info.message);
  const saves = new SaveStatus(store, now);
  const attempts = new Attempts(store, saves, parsePack, {
    newId,
    newSeed,
    now,
    refuseNew: () => store.refuseNew(),
  });
  attempts.take(first.attempts);
  const settings = new Settings(
    saves,
    first.settings,
    (theme) => void bridge.window.setTheme({ theme }),
  );
  const navigation = new Navigation(location.hash, (hash) => {
    history.pushState(null, '', hash);
  });
  const notices = new Notices();
  for (const text of [...said, ...takeSaid()]) notices.show({ tone: 'note', text });

  const parts: AppParts = {
    info: info.value,
    navigation,
    catalogue,
    attempts,
    current: new CurrentAttempt(attempts),
    reviews: new Reviews({ store, saves, now, newId }),
    settings,
    saves,
    notices,
    store,
    openStories: openOnce(async () => {
      const { openStories } = await import('./state/stories.svelte.ts');
      return openStories({ store, saves, now, newId });
    }),
    openQuestions: openOnce(async () => {
      const { openQuestionBank } = await import('./state/question-bank.svelte.ts');
      return openQuestionBank(packs, async (texts) => (await packWorker.ask({ texts })).questions);
    }),
    openPractices: openOnce(async () => {
      const { startPractices } = await import('./state/start-practices.ts');
      return startPractices({ store, saves, now, newId }, bridge);
    }),
    openPacks: openOnce(async () => {
      const { startPacks } = await import('./state/start-packs.ts');
      return startPacks(bridge, catalogue);
    }),
    openPackets: openOnce(async () => {
      const { openPackets } = await import('./state/packets.svelte.ts');
      const channel = bridge.packets;
      const keys = bridge.installed;
      return openPackets({ store, saves, attempts, parse: parsePack, channel, keys, now, newId });
    }),
    actions: new Actions(),
    desk: new DataDesk({
      store,
      saves,
      settings,
      bridge,
      appVersion: info.value.app,
      now,
      startAnew: (where, said) => {
        // The entry in the window's history is what is left of this page after it.
        history.replaceState({ said }, '', where === 'here' ? location.hash : '#/today');
        location.reload();
      },
    }),
    openLink: (url) => bridge.links.open({ url }),
    saveText,
    savePdf,
    print: bridge.files.print,
    command: (command) => void bridge.window.run({ command }),
    now,
    newId,
    openSqlBench: openSql,
    openOwnFiles: openOnce(async () => {
      const { OwnFiles } = await import('./state/own-files.svelte.ts');
      return new OwnFiles({
        open: openSql,
        readQueries: () => store.get('settings', 'own-queries'),
        keepQueries: (pages) =>
          void saves.save({ puts: [{ table: 'settings', id: 'own-queries', body: pages }] }),
        addWriter: (flush) => saves.addWriter(flush),
        now_ms: () => performance.now(),
      });
    }),
    steadyNow_ms: () => performance.now(),
  };
  mount(App, { target: target(), props: { parts } });

  window.addEventListener('popstate', () => {
    navigation.follow(location.hash);
  });
  bridge.on.menu((action) => void parts.actions.runById(action));
  bridge.on.file_handed_over(() => void lookAtHandedOver(parts));
  void lookAtHandedOver(parts);
  bridge.on.close_asked(() => void leave(parts));
  setTimeout(() => void tidy(store, parts), later_ms);
}

/** What the page before this one left to say when it started anew, once. */
function takeSaid(): readonly string[] {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('said' in state)) return [];
  history.replaceState(null, '');
  return typeof state.said === 'string' ? [state.said] : [];
}

/** A file that the system opened the app with is shown like one that was chosen. */
async function lookAtHandedOver(parts: AppParts): Promise<void> {
  const taken = await bridge.files.takeHandedOver();
  if (taken.kind === 'refused' || taken.value === null) return;
  const { kind, name, bytes } = taken.value;
  if (kind !== 'pack') {
    parts.navigation.go({ kind: 'reviews', packet: null });
    (await parts.openPackets()).hand(bytes);
    return;
  }
  parts.navigation.go({ kind: 'packs' });
  await (await parts.openPacks()).offerFile(name, bytes);
}

/** What can wait until the first screen stands: older attempts, and a look at the copies. */
async function tidy(store: StoredData, { attempts, notices }: AppParts): Promise<void> {
  try {
    await attempts.loadRest();
    const found = await store.audit();
    if (found !== null) notices.show({ tone: 'note', text: found });
  } catch (error) {
    const text =
      error instanceof StorageRefused
        ? error.message
        : 'The copies of your data could not be compared. What was saved is safe. Start Drillbook again.';
    notices.show({ tone: 'problem', text });
  }
}

/** The window is about to go: the clock stops, and everything that was typed is saved first. */
async function leave({ current, saves }: AppParts): Promise<void> {
  // A line that is edited in place is kept when its field is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  current.attempt?.leave();
  // What cannot be saved keeps the window: the main process asks the person after a while.
  if (await saves.settle()) await bridge.app.quitReady();
}

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function newId(): string {
  return crypto.randomUUID();
}

function newSeed(): number {
  const [seed = 1] = crypto.getRandomValues(new Uint32Array(1));
  // 0 is the drill as written.
  return seed === 0 ? 1 : seed;
}

/** What was opened is kept; what could not be opened is tried again when it is asked for again. */
function openOnce<T>(open: () => Promise<T>): () => Promise<T> {
  let opening: Promise<T> | null = null;
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

async function openSql(): Promise<SqlBench> {
  const { openSqlBench } = await import('./state/open-sql-bench.ts');
  return openSqlBench();
}

async function saveText(suggestedName: string, text: string): Promise<string | null> {
  const extension = suggestedName.split('.').at(-1) ?? 'txt';
  const saved = await bridge.files.save({
    suggestedName,
    bytes: new TextEncoder().encode(text),
    filters: [{ name: 'Drillbook', extensions: [extension] }],
  });
  if (saved.kind === 'refused') throw new Error(saved.message);
  return saved.value.kind === 'saved' ? saved.value.path : null;
}

async function savePdf(suggestedName: string): Promise<string | null> {
  const saved = await bridge.files.savePdf({ suggestedName });
  if (saved.kind === 'refused') throw new Error(saved.message);
  return saved.value.kind === 'saved' ? saved.value.path : null;
}
