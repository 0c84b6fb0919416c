import type { Bridge } from '../../electron/ipc.ts';
import type { Counts } from '../../electron/storage/storage-channels.ts';
import type { ImportPreview } from '../storage/export-file.ts';
import type { Erased, StoredData } from '../storage/stored-data.ts';
import { writeDayId } from './review.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { Settings } from './settings.svelte.ts';

export interface DataDeskSetup {
  readonly store: StoredData;
  readonly saves: Pick<SaveStatus, 'settle'>;
  readonly settings: Pick<Settings, 'values' | 'change'>;
  readonly bridge: Pick<Bridge, 'kind' | 'files' | 'data'>;
  /** Version of the app, written into exports. */
  readonly appVersion: string;
  readonly now: () => Date;
  /**
   * Called when everything stored is another state: the page starts anew, here or as on the first day,
   * and says there what was done.
   */
  readonly startAnew: (where: 'here' | 'first choices', said: string) => void;
}

/** What was done or why not, in words for the person. */
export interface DeskMessage {
  readonly tone: 'note' | 'problem';
  readonly text: string;
}

/** Days after which browser mode reminds of an export. */
const reminderDays = 7;
const dayInMs = 24 * 60 * 60 * 1000;
/** Of a file that is written or read, bytes. */
const largestFile = 256 * 1024 * 1024;
const filters = [{ name: 'Drillbook export', extensions: ['json'] }];

/** Export, import and erasing of everything, as the settings screen shows them. */
export class DataDesk {
  #busy = $state.raw<'export' | 'import' | 'erase' | null>(null);
  #message = $state.raw<DeskMessage | null>(null);
  #preview = $state.raw<ImportPreview | null>(null);
  #counts = $state.raw<Counts | null>(null);
  #undoable = $state(false);
  /** The dialog that names what goes, and asks for a word, is open. */
  asksToErase = $state(false);
  readonly #setup: DataDeskSetup;

  constructor(setup: DataDeskSetup) {
    this.#setup = setup;
  }

  get busy(): 'export' | 'import' | 'erase' | null {
    return this.#busy;
  }
  get message(): DeskMessage | null {
    return this.#message;
  }
  /** The chosen import, read and checked, until it is applied or given up. */
  get preview(): ImportPreview | null {
    return this.#preview;
  }
  /** What is stored now, and so what goes when everything is erased; null until `load`. */
  get counts(): Counts | null {
    return this.#counts;
  }
  get undoable(): boolean {
    return this.#undoable;
  }
  /** Wall-clock time of the last export, ISO 8601. */
  get exportedAt(): string | null {
    return this.#setup.settings.values.exportedAt;
  }
  /** In a browser there are no safe copies besides exports. */
  get reminder(): string | null {
    if (this.#setup.bridge.kind !== 'browser' || !this.#counts?.['attempts']) return null;
    const last = this.exportedAt === null ? Number.NaN : Date.parse(this.exportedAt);
    const days = Math.floor((this.#setup.now().getTime() - last) / dayInMs);
    if (days < reminderDays) return null;
    const when = Number.isNaN(days)
      ? 'You have not exported yet'
      : `Your last export is ${days} days old`;
    return `${when}. In a browser Drillbook keeps one copy only, and the browser may remove it. Export everything and keep the file somewhere safe.`;
  }

  /** Reads what the screen shows; to be called when it opens. */
  async load(): Promise<void> {
    [this.#counts, this.#undoable] = await Promise.all([
      this.#setup.store.counts(),
      this.#setup.store.canUndoReplace(),
    ]);
  }

  dismiss(): void {
    this.#message = null;
  }

  /**
   * Saves everything as one file where the person chooses. Recordings of the person's voice are among
   * it only when they are asked for.
   */
  exportAll({ recordings = false }: { readonly recordings?: boolean } = {}): Promise<void> {
    return this.#do('export', async () => {
      const { store, saves, bridge, appVersion, now, settings } = this.#setup;
      const settled = await saves.settle();
      const { writeExport } = await import('../storage/export-file.ts');
      const at = now();
      let left = 0;
      async function* chosen() {
        for await (const chunk of store.readAll()) {
          const kept = recordings ? chunk : chunk.filter(({ table }) => table !== 'recordings');
          left += chunk.length - kept.length;
          yield kept;
        }
      }
      const bytes = await writeExport(chosen(), { app: appVersion, at });
      if (bytes.length > largestFile) {
        return problem(
          recordings
            ? 'With the recordings the export would be larger than 256 MB, which an import could not read. Nothing was written. Export without them, or delete recordings that you no longer need.'
            : 'The export would be larger than 256 MB, which an import could not read. Nothing was written. Delete attempts that you no longer need.',
        );
      }
      const saved = await bridge.files.save({
        suggestedName: `drillbook-export-${writeDayId(at)}.json`,
        bytes,
        filters,
      });
      if (saved.kind === 'refused') return problem(saved.message);
      if (saved.value.kind === 'cancelled') return null;
      settings.change({ exportedAt: at.toISOString() });
      if (!settled) {
        return problem(
          `What had been saved was exported to ${saved.value.path}. Your last steps are not saved yet and not in it; they are kept as long as this window is open. Choose “Try again” in the status bar, then export once more.`,
        );
      }
      return note(
        left > 0
          ? `Everything but your recordings was exported to ${saved.value.path}. They stay on this computer; an import of this file would not bring them back.`
          : `Everything was exported to ${saved.value.path}.`,
      );
    });
  }

  /** Lets the person choose an export, and reads it; nothing is replaced yet. */
  chooseImport(): Promise<void> {
    return this.#do('import', async () => {
      this.#preview = null;
      const opened = await this.#setup.bridge.files.open({ filters, maxBytes: largestFile });
      if (opened.kind === 'refused') return problem(opened.message);
      if (opened.value.kind === 'cancelled') return null;
      const { readExport } = await import('../storage/export-file.ts');
      const read = await readExport(opened.value.bytes, opened.value.name);
      if (read.kind === 'fault') return problem(read.message);
      this.#counts = await this.#setup.store.counts();
      this.#preview = read.preview;
      return null;
    });
  }

  cancelImport(): void {
    this.#preview = null;
  }

  /** Puts the chosen import in the place of everything; the state before can be brought back. */
  applyImport(preview: ImportPreview): Promise<void> {
    return this.#do('import', async () => {
      if (!(await this.#setup.saves.settle())) return notSaved;
      await this.#setup.store.replaceAll(preview.records);
      this.#preview = null;
      this.#setup.startAnew(
        'here',
        `“${preview.name}” was imported. “Undo the last import” in Settings, Data brings back what was there before.`,
      );
      return null;
    });
  }

  undoImport(): Promise<void> {
    return this.#do('import', async () => {
      if (!(await this.#setup.saves.settle())) return notSaved;
      await this.#setup.store.undoReplace();
      this.#setup.startAnew('here', 'What was there before the import is back.');
      return null;
    });
  }

  /** Removes everything a person made, and all safe copies of it. Exports are files of theirs and stay. */
  eraseAll(): Promise<void> {
    return this.#do('erase', async () => {
      await this.#setup.saves.settle();
      const erased = await this.#setup.store.eraseAll();
      this.#setup.startAnew('first choices', tellErased(erased));
      return null;
    });
  }

  async openFolder(): Promise<void> {
    const reply = await this.#setup.bridge.data.openFolder();
    if (reply.kind === 'refused') this.#message = problem(reply.message);
  }

  async #do(
    what: 'export' | 'import' | 'erase',
    work: () => Promise<DeskMessage | null>,
  ): Promise<void> {
    if (this.#busy !== null) return;
    this.#busy = what;
    this.#message = null;
    try {
      this.#message = await work();
    } catch (error) {
      this.#message = problem(
        error instanceof Error && error.message !== ''
          ? error.message
          : 'This could not be finished. What Drillbook keeps is unchanged. Try again.',
      );
    } finally {
      this.#busy = null;
    }
    await this.load().catch(() => undefined);
  }
}

function tellErased({ left, writable }: Erased): string {
  const what =
    left.length === 0
      ? 'Everything was erased: data, journal and snapshots.'
      : `Your data was erased and counts no more, but some of it could not be removed from the disk: ${left.join(', ')}. Delete that by hand, or erase everything once more.`;
  return writable ? what : `${what} Nothing can be saved yet: close Drillbook and open it again.`;
}

function note(text: string): DeskMessage {
  return { tone: 'note', text };
}

function problem(text: string): DeskMessage {
  return { tone: 'problem', text };
}

/** They would be written into what takes the place of everything, or be lost with the page. */
const notSaved = problem(
  'Your last steps are not saved yet, so nothing was replaced. They are kept as long as this window is open. Choose “Try again” in the status bar, then do this once more.',
);
