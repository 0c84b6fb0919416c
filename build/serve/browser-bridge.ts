import type {
  Announcements,
  BrowserBridge,
  FileOpened,
  PackListing,
  RefusalCode,
  Reply,
  Theme,
} from '../../electron/ipc.ts';
import { packListPath, packPath } from './paths.ts';

/** The version of the app; written in by the build. */
declare const drillbookVersion: string;

/**
 * What stands in for preload script and main process in browser mode. A classic script that runs
 * before the page's own, so that the page finds the bridge as it does in the window.
 */

type Listeners = { readonly [A in keyof Announcements]: Set<(value: Announcements[A]) => void> };
const listeners: Listeners = {
  menu: new Set(),
  close_asked: new Set(),
  microphone_withdrawn: new Set(),
  file_handed_over: new Set(),
  theme: new Set(),
};
const dark = matchMedia('(prefers-color-scheme: dark)');
let theme: Theme = 'system';

function announceTheme(): void {
  const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  for (const listener of listeners.theme) listener(shown);
}

function ok<Value>(value: Value): Reply<Value> {
  return { kind: 'ok', value };
}

function refuse(code: RefusalCode, message: string): Reply<never> {
  return { kind: 'refused', code, message };
}

/** A browser has no folder of ours to keep packs in. */
const onlyInTheWindow = () =>
  Promise.resolve(
    refuse(
      'not_allowed',
      'Packs are installed in the app’s own window. Nothing was installed. Start Drillbook with npm start on a machine that has its window.',
    ),
  );

/** Nor can it open what a mentor sends: that takes the guards of the main process. */
const noPackets = () =>
  Promise.resolve(
    refuse(
      'not_allowed',
      'Packets for a mentor are written and opened in the app’s own window. Nothing was changed. Start Drillbook with npm start on a machine that has its window.',
    ),
  );

/** Fetches from the server that sent the page; the policy allows no other. */
async function load<Value>(
  path: string,
  read: (answer: Response) => Promise<Value>,
): Promise<Reply<Value>> {
  try {
    const answer = await fetch(path);
    if (answer.ok) return ok(await read(answer));
    return refuse(
      'not_found',
      'A file of a pack is missing or was changed. Your attempts are unchanged. Stop Drillbook in its terminal and run npm start again.',
    );
  } catch {
    return refuse(
      'failed',
      'The server of Drillbook does not answer. What was shown as saved is safe. Run npm start again in the terminal, then try again.',
    );
  }
}

/** Hands a file to the browser's downloads; where it goes is the browser's affair. */
function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has to have begun before its address may go.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What becomes of it the browser does not tell. */
function printPage(): Promise<Reply<{ readonly kind: 'cancelled' }>> {
  window.print();
  return Promise.resolve(ok({ kind: 'cancelled' }));
}

/** Asks for one file; null if the person chose none. */
function choose(extensions: readonly string[]): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = extensions.map((extension) => `.${extension}`).join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

async function open(extensions: readonly string[], maxBytes: number): Promise<Reply<FileOpened>> {
  const file = await choose(extensions);
  if (file === null) return ok({ kind: 'cancelled' });
  if (file.size > maxBytes) {
    return refuse(
      'too_large',
      `“${file.name}” is larger than the ${maxBytes} bytes that fit here. It is unchanged, and so is what Drillbook keeps. Choose another file.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return ok({ kind: 'opened', name: file.name, bytes });
}

function readHost(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' ? hostname : null;
  } catch {
    return null;
  }
}

function listen<A extends keyof Announcements>(name: A): BrowserBridge['on'][A] {
  const set = listeners[name] as Set<(value: Announcements[A]) => void>;
  return ((listener: (value: Announcements[A]) => void) => {
    set.add(listener);
    return () => void set.delete(listener);
  }) as BrowserBridge['on'][A];
}

const bridge: BrowserBridge = {
  kind: 'browser',
  app: {
    info: () =>
      Promise.resolve(
        ok({
          app: drillbookVersion,
          electron: '',
          chrome: /Chrom(?:e|ium)\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? '',
          node: '',
          platform: 'browser',
          runtime: 'browser',
          dataFolder: null,
          sandboxed: true,
        }),
      ),
    relaunch: () => {
      location.reload();
      return Promise.resolve(ok(null));
    },
    quitReady: () => Promise.resolve(ok(null)),
  },
  packs: {
    list: () => load(packListPath, (answer) => answer.json() as Promise<readonly PackListing[]>),
    read: ({ pack, path }) =>
      load(packPath(pack, path), async (answer) => new Uint8Array(await answer.arrayBuffer())),
  },
  installed: {
    list: () => Promise.resolve(ok({ packs: [], keys: [] })),
    keys: () => Promise.resolve(ok([])),
    offer: onlyInTheWindow,
    readArchived: onlyInTheWindow,
    listArchived: onlyInTheWindow,
    install: onlyInTheWindow,
    installEdited: onlyInTheWindow,
    copyToEdit: onlyInTheWindow,
    offerEdited: onlyInTheWindow,
    dropEdits: onlyInTheWindow,
    goBack: onlyInTheWindow,
    setEnabled: onlyInTheWindow,
    remove: onlyInTheWindow,
    bringBack: onlyInTheWindow,
    pinKey: onlyInTheWindow,
    forgetKey: onlyInTheWindow,
  },
  packets: {
    open: noPackets,
    read: noPackets,
    save: noPackets,
    ownKey: () => Promise.resolve(ok(null)),
    makeKey: noPackets,
  },
  files: {
    save: ({ suggestedName, bytes }) => {
      download(suggestedName, bytes);
      return Promise.resolve(ok({ kind: 'saved', path: suggestedName }));
    },
    savePdf: printPage,
    print: printPage,
    open: ({ filters, maxBytes }) =>
      open(
        filters.flatMap(({ extensions }) => extensions),
        maxBytes,
      ),
    takeHandedOver: () => Promise.resolve(ok(null)),
  },
  data: {
    openFolder: () =>
      Promise.resolve(
        refuse(
          'not_allowed',
          'In a browser there is no folder to show: the browser keeps the data in its own profile. Nothing was changed. Export your data to have a file of it.',
        ),
      ),
  },
  links: {
    open: ({ url }) => {
      const host = readHost(url);
      if (host === null || !confirm(`Open a page of ${host} in a new tab?`)) {
        return Promise.resolve(ok({ kind: 'declined' }));
      }
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve(ok({ kind: 'opened' }));
    },
  },
  window: {
    setTheme: (wish) => {
      theme = wish.theme;
      announceTheme();
      return Promise.resolve(ok(null));
    },
    run: () => Promise.resolve(ok(null)),
  },
  // The browser asks the person itself, and shows what listens.
  microphone: {
    allow: () => Promise.resolve(ok(null)),
    done: () => Promise.resolve(ok(null)),
  },
  storage: null,
  on: {
    menu: listen('menu'),
    close_asked: listen('close_asked'),
    microphone_withdrawn: listen('microphone_withdrawn'),
    file_handed_over: listen('file_handed_over'),
    theme: listen('theme'),
  },
};

dark.addEventListener('change', announceTheme);
addEventListener('pagehide', () => {
  for (const listener of listeners.close_asked) listener(null);
});
Object.defineProperty(window, 'drillbook', { value: bridge });
