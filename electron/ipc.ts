import { bytes, call, choice, fields, integer, list, nothing, text } from './ipc-shape.ts';
import type { Call, ValueOf } from './ipc-shape.ts';
import { packetChannels } from './packets/packet-channels.ts';
import { installedPackChannels } from './packs/pack-channels.ts';
import { storageChannels } from './storage/storage-channels.ts';

/**
 * The one contract between page and main process. The preload script walks it to build the bridge,
 * the registrar walks it to check and answer; types of both follow from it, so that a call without
 * a handler does not compile. Values are plain JSON and Uint8Array: nothing else crosses.
 */

const mebibyte = 1024 * 1024;

/** A file of a pack is at most this large (bytes). */
export const packFileLimit = 20 * mebibyte;
/** A file that a person saves or opens through a dialog is at most this large (bytes). */
const dialogFileLimit = 256 * mebibyte;

export interface AppInfo {
  /** Versions, as a person would quote them. */
  readonly app: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  /** `linux`, `win32`, `darwin`, … or `browser`. */
  readonly platform: string;
  /** `older`: a runtime for trying out, not the one the product targets. */
  readonly runtime: 'official' | 'older' | 'browser';
  /** Absolute path of the folder that holds everything the person made; null in a browser. */
  readonly dataFolder: string | null;
  /** Whether the operating system's sandbox holds the page's process. */
  readonly sandboxed: boolean;
}

export interface PackFile {
  /** Relative to the pack's folder, with `/` between its parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
}

export interface PackListing {
  readonly id: string;
  readonly files: readonly PackFile[];
}

export type FileSaved =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'cancelled' };

/** `printed`: the system took it; what became of it on the way to the paper is the system's affair. */
export type PagePrinted = { readonly kind: 'printed' } | { readonly kind: 'cancelled' };

export type FileOpened =
  | { readonly kind: 'opened'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'cancelled' };

/** How the names of files end that the system may open the app with, and what they are. */
export const handedOverKinds = {
  drillpack: 'pack',
  drillpacket: 'packet',
  drillreview: 'review',
} as const;

/** A file that the system opened the app with. Nobody has opened it: it may be anything. */
export interface HandedOverFile {
  /** By its name alone. */
  readonly kind: (typeof handedOverKinds)[keyof typeof handedOverKinds];
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type LinkOpened = { readonly kind: 'opened' } | { readonly kind: 'declined' };

/** What a menu item does to the window by itself, for the palette. */
export const windowCommands = [
  'zoom_in',
  'zoom_out',
  'zoom_reset',
  'full_screen',
  'minimise',
  'quit',
] as const;
export type WindowCommand = (typeof windowCommands)[number];

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

const fileFilters = list(
  fields({
    /** Shown in the dialog: "Drillbook export". */
    name: text(100),
    /** Without the dot: "json". */
    extensions: list(text(20), 10),
  }),
  10,
);

export const contract = {
  app: {
    info: call<AppInfo>()(nothing),
    /** Starts the app again, after the page had its say as in `close_asked`. */
    relaunch: call<null>()(nothing),
    /** The answer to `close_asked`: nothing is left unsaved, the window may go. */
    quitReady: call<null>()(nothing),
  },
  packs: {
    /** The packs that came with the app and those that are installed and switched on, each sorted by id. */
    list: call<readonly PackListing[]>()(nothing),
    /** Bytes of one listed file, its SHA-256 checked. */
    read: call<Uint8Array<ArrayBuffer>>()(fields({ pack: text(100), path: text(400) })),
  },
  installed: installedPackChannels,
  packets: packetChannels,
  files: {
    /** Asks where, then writes all or nothing. `suggestedName` is a name, not a path. */
    save: call<FileSaved>()(
      fields({ suggestedName: text(120), bytes: bytes(dialogFileLimit), filters: fileFilters }),
    ),
    /**
     * Asks where, then saves what the window would print as PDF, all or nothing. In a browser it opens
     * the browser's own print dialog, and answers `cancelled`: what became of it is not known.
     */
    savePdf: call<FileSaved>()(fields({ suggestedName: text(120) })),
    /**
     * Asks which printer, then prints what the window puts on paper. Refused with `not_found` where there
     * is none. In a browser as `savePdf`.
     */
    print: call<PagePrinted>()(nothing),
    /** Asks which, then reads it. A file over `maxBytes` is refused unread. */
    open: call<FileOpened>()(
      fields({ filters: fileFilters, maxBytes: integer(1, dialogFileLimit) }),
    ),
    /** A file that the system opened the app with, once; null if there is none. */
    takeHandedOver: call<HandedOverFile | null>()(nothing),
  },
  data: {
    /** Shows the data folder in the system's file manager. */
    openFolder: call<null>()(nothing),
  },
  links: {
    /** Opens an https address in the person's browser after a dialog that names the host. */
    open: call<LinkOpened>()(fields({ url: text(2000) })),
  },
  window: {
    setTheme: call<null>()(fields({ theme: choice(themes) })),
    /** Does what the menu item of that name does. In a browser nothing: its own menu has them. */
    run: call<null>()(fields({ command: choice(windowCommands) })),
  },
  microphone: {
    /**
     * From now until `done` the page may ask for the microphone, for a recording that the person agreed
     * to. Ends by itself when the window is put away, the page goes, or after half an hour. Refused
     * with `not_allowed` where the system does not let the app listen.
     */
    allow: call<null>()(nothing),
    done: call<null>()(nothing),
  },
  storage: storageChannels,
} as const satisfies Contract;

type Contract = Readonly<Record<string, Readonly<Record<string, Call>>>>;

/** What a menu item asks of the page. Roles (copy, zoom, quit …) never reach it. */
export const menuActions = [
  'go_today',
  'go_drills',
  'go_stories',
  'go_history',
  'go_packs',
  'go_reviews',
  'go_settings',
  'open_palette',
  'show_shortcuts',
  'show_glossary',
  'show_about',
  'export_data',
  'import_data',
  'open_data_folder',
] as const;
export type MenuAction = (typeof menuActions)[number];

/** What the main process tells the page unasked, and what comes with it. */
export interface Announcements {
  readonly menu: MenuAction;
  /** The window is about to go: save what is unsaved, then call `app.quitReady`. */
  readonly close_asked: null;
  /** The microphone is no longer the page's, though it did not say `done`: it has to stop listening. */
  readonly microphone_withdrawn: null;
  /** The system opened the app with a file: see `files.takeHandedOver`. */
  readonly file_handed_over: null;
  /** The system, or `window.setTheme`, changed what is shown. */
  readonly theme: 'light' | 'dark';
}
export const announcements = [
  'menu',
  'close_asked',
  'microphone_withdrawn',
  'file_handed_over',
  'theme',
] as const satisfies (keyof Announcements)[];

export const refusalCodes = [
  'wrong_sender',
  'bad_payload',
  'not_found',
  'not_allowed',
  'too_large',
  'damaged',
  'disk_full',
  'read_only',
  'newer',
  'failed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** `message` says what happened, what is safe and what to do next; it can be shown as it is. */
export type Reply<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string };

export type PayloadOf<C> = C extends { payload: infer S }
  ? ValueOf<Extract<S, Call['payload']>>
  : never;
export type AnswerOf<C> = C extends { answer?: infer A } ? A : never;

type Calls<G> = {
  readonly [M in keyof G]: [PayloadOf<G[M]>] extends [undefined]
    ? () => Promise<Reply<AnswerOf<G[M]>>>
    : (payload: PayloadOf<G[M]>) => Promise<Reply<AnswerOf<G[M]>>>;
};

type Groups = { readonly [G in keyof typeof contract]: Calls<(typeof contract)[G]> };

interface Listening {
  /** Each hears of every announcement from now on, until the function it returns is called. */
  readonly on: {
    readonly [A in keyof Announcements]: (
      listener: (value: Announcements[A]) => void,
    ) => () => void;
  };
}

/** `window.drillbook` in the app's own window. */
export type WindowBridge = Groups & Listening & { readonly kind: 'window' };

/** The same in browser mode, where no main process keeps safe copies. */
export type BrowserBridge = Omit<Groups, 'storage'> &
  Listening & { readonly kind: 'browser'; readonly storage: null };

/** What the page is handed. Tell the two apart by `kind`. */
export type Bridge = WindowBridge | BrowserBridge;

/** One handler for each call of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [G in keyof typeof contract]: {
    readonly [M in keyof (typeof contract)[G]]: (
      payload: PayloadOf<(typeof contract)[G][M]>,
    ) => Promise<Reply<AnswerOf<(typeof contract)[G][M]>>>;
  };
};
