import type { AppInfo, LinkOpened, PagePrinted, Reply, WindowCommand } from '../../electron/ipc.ts';
import type { Actions } from './actions.svelte.ts';
import type { Attempts } from './attempts.svelte.ts';
import type { Catalogue } from './catalogue.svelte.ts';
import type { CurrentAttempt } from './current-attempt.svelte.ts';
import type { DataDesk } from './data-desk.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { Packs } from './packs.svelte.ts';
import type { Packets } from './packets.svelte.ts';
import type { Practices } from './practices.svelte.ts';
import type { QuestionBank } from './question-bank.svelte.ts';
import type { Reviews } from './reviews.svelte.ts';
import type { OwnFiles } from './own-files.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { SqlBench } from './sql-bench.ts';
import type { Store } from './store.ts';
import type { Stories } from './stories.svelte.ts';

export type { WindowCommand };

/** What the screens work with, put together once by renderer/main.ts. */
export interface AppParts {
  readonly info: AppInfo;
  readonly navigation: Navigation;
  readonly catalogue: Catalogue;
  readonly attempts: Attempts;
  readonly current: CurrentAttempt;
  readonly reviews: Reviews;
  readonly settings: Settings;
  readonly saves: SaveStatus;
  readonly notices: Notices;
  readonly actions: Actions;
  readonly desk: DataDesk;
  /** For state that comes with its own place; everything is written through `saves`. */
  readonly store: Pick<Store, 'get' | 'list'>;
  /** The person's stories, read once, when they are first asked for. Rejects where they cannot be. */
  openStories(): Promise<Stories>;
  /** All questions of all packs, read once, when they are first asked for. Rejects where they cannot be. */
  openQuestions(): Promise<QuestionBank>;
  /** What was practised, read once, when it is first asked for. Rejects where it cannot be. */
  openPractices(): Promise<Practices>;
  /** The packs that were installed, read when they are first asked for. */
  openPacks(): Promise<Packs>;
  /** Packets to and from mentors, read once, when they are first asked for. Rejects where they cannot be. */
  openPackets(): Promise<Packets>;
  /** Opens an https address after a dialog that names the host. */
  openLink(url: string): Promise<Reply<LinkOpened>>;
  /** Saves a text file where the person says; resolves to its path, or null if they did not. */
  saveText(suggestedName: string, text: string): Promise<string | null>;
  /**
   * Saves as PDF what the page has put on paper; resolves to its path, or null where it is not known
   * or the person did not want it.
   */
  savePdf(suggestedName: string): Promise<string | null>;
  /** Prints what the page has put on paper, by way of the system's own dialog. */
  print(): Promise<Reply<PagePrinted>>;
  /** Does to the window what a menu item does; in a browser nothing. */
  readonly command: (command: WindowCommand) => void;
  /** Starts SQLite in a worker: once for each room, and once for the person's own files. */
  openSqlBench(): Promise<SqlBench>;
  /** The person's own files on the bench: the same ones for as long as the window is open. */
  openOwnFiles(): Promise<OwnFiles>;
  /** Wall clock, for greetings and "4 days ago". */
  now(): Date;
  /** Ids for pins and notebook entries. */
  newId(): string;
  /** Milliseconds of a steady clock, for the drill's ticks. */
  steadyNow_ms(): number;
}
