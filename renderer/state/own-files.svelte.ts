import { writeFileName } from '../../content/engine/format/file-name.ts';
import type { OwnFile } from './own-file.ts';
import { OwnTable } from './own-table.svelte.ts';
import { OwnTimes, type OwnMoment, type OwnPlace } from './own-times.svelte.ts';
import { QueryBook, type QueryPages } from './query-book.svelte.ts';
import type {
  LoadProgress,
  OwnFileOpening,
  OwnFileOutcome,
  SqlBench,
  TableInfo,
} from './sql-bench.ts';
import { SqlQuery } from './sql-query.svelte.ts';

/** A file that is being read. */
export interface FileOpening {
  readonly id: number;
  readonly name: string;
  /** How large it is, is asked of the disk, while all else waits: only of one that is shown. */
  readonly file: File;
  readonly progress: LoadProgress | null;
  readonly cancel: () => void;
}

interface OwnFilesParts {
  readonly open: () => Promise<SqlBench>;
  readonly readQueries: () => Promise<unknown>;
  readonly keepQueries: (pages: QueryPages) => void;
  /** Told once of whoever may hold what is typed and not yet kept, as the window goes. */
  readonly addWriter: (flush: () => void) => unknown;
  readonly now_ms: () => number;
}

/** How long a keystroke may stay unsaved. */
const longest_ms = 700;

/**
 * The person's own files on the bench. They are read where they lie; nothing of them is copied into
 * the app's data, and they are forgotten when the app closes. Only queries are kept.
 */
export class OwnFiles {
  readonly book: QueryBook;
  readonly times: OwnTimes;
  #openings = $state.raw<readonly FileOpening[]>([]);
  #files = $state.raw<readonly OwnFile[]>([]);
  #problems = $state.raw<readonly { readonly id: number; readonly text: string }[]>([]);
  #chosen = $state.raw<string | null>(null);
  #timesShown = $state(false);
  #place = $state.raw<OwnPlace | null>(null);
  #tables = $state.raw<readonly TableInfo[]>([]);
  #bench: Promise<SqlBench> | null = null;
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #pages: QueryPages | null = null;
  #loaded = false;
  readonly #parts: OwnFilesParts;

  constructor(parts: OwnFilesParts) {
    this.#parts = parts;
    this.book = new QueryBook((pages) => {
      this.#keep(pages);
    });
    this.times = new OwnTimes(() => this.#start());
    parts.addWriter(() => {
      this.#flush();
    });
  }

  get openings(): readonly FileOpening[] {
    return this.#openings;
  }
  get files(): readonly OwnFile[] {
    return this.#files;
  }
  /** What could not be opened, until it is dismissed. */
  get problems(): readonly { readonly id: number; readonly text: string }[] {
    return this.#problems;
  }
  get tables(): readonly TableInfo[] {
    return this.#tables;
  }
  get chosen(): OwnFile | null {
    return this.#files.find(({ id }) => id === this.#chosen) ?? this.#files[0] ?? null;
  }
  choose(id: string): void {
    this.#chosen = id;
    this.#timesShown = false;
    this.#place = null;
  }
  /** All times of what is open stand in the place of a file. */
  get timesShown(): boolean {
    return this.#timesShown && this.#files.length > 0;
  }
  showTimes(): void {
    this.#timesShown = true;
  }
  /** Where the chosen file is to be looked at; null: at its beginning. */
  get place(): OwnPlace | null {
    return this.#place;
  }
  /** Shows a moment where it stands. */
  show({ source, place }: OwnMoment): void {
    this.choose(source);
    this.#place = place;
    const file = this.chosen;
    if (file?.kind === 'table' && place.kind === 'row') {
      void file.table.showRow(place.row, place.column);
    }
  }
  dismiss(id: number): void {
    this.#problems = this.#problems.filter((one) => one.id !== id);
  }

  /** Of several the first that is read is shown; one after the other would be for nobody to see. */
  async open(files: readonly File[]): Promise<void> {
    let isShown = false;
    const show = (id: string): void => {
      if (!isShown) this.choose(id);
      isShown = true;
    };
    await Promise.all(files.map((file) => this.#openOne(file, show)));
  }

  /** Takes a file off the bench; the file itself stays where it is. */
  async close(id: string): Promise<void> {
    const file = this.#files.find((one) => one.id === id);
    this.#files = this.#files.filter((one) => one.id !== id);
    if (file) this.times.forget(file);
    if (file?.kind === 'table') await (await this.#start()).closeTable(file.table.info.name);
  }

  async #openOne(file: File, show: (id: string) => void): Promise<void> {
    this.#count += 1;
    const id = this.#count;
    const name = writeFileName(file.name);
    let opening: OwnFileOpening | null = null;
    let cancelled = false;
    const change = (progress: LoadProgress | null): void => {
      this.#openings = this.#openings.map((one) => (one.id === id ? { ...one, progress } : one));
    };
    this.#openings = [
      ...this.#openings,
      {
        id,
        name,
        file,
        progress: null,
        cancel: () => {
          cancelled = true;
          opening?.cancel();
          this.#openings = this.#openings.filter((one) => one.id !== id);
        },
      },
    ];
    try {
      const bench = await this.#start();
      if (cancelled) return;
      opening = bench.openOwnFile(file, change);
      const outcome = await opening.outcome;
      switch (outcome.kind) {
        case 'table':
          show(this.#addTable(bench, name, outcome));
          return;
        case 'text':
        case 'image':
          show(this.#add({ ...outcome, name, id: `file:${String(id)}` }));
          return;
        case 'refused':
          this.#problems = [...this.#problems, { id, text: outcome.message }];
          return;
        case 'cancelled':
          return;
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const text = `${name} was not opened: ${why} The file is unchanged. Try again.`;
      this.#problems = [...this.#problems, { id, text }];
    } finally {
      this.#openings = this.#openings.filter((one) => one.id !== id);
    }
  }

  #addTable(
    bench: SqlBench,
    name: string,
    { table: info, document, note }: Extract<OwnFileOutcome, { kind: 'table' }>,
  ): string {
    const { now_ms } = this.#parts;
    const runner = {
      run: (sql: string, options: Parameters<SqlBench['run']>[1]) =>
        Promise.resolve(bench.run(sql, options)),
    };
    return this.#add({
      kind: 'table',
      id: `table:${info.name}`,
      name,
      table: new OwnTable(bench, info),
      query: new SqlQuery(info.name, this.book, runner, now_ms),
      document,
      note,
    });
  }

  #add(file: OwnFile): string {
    this.#files = [...this.#files.filter(({ id }) => id !== file.id), file];
    return file.id;
  }

  #start(): Promise<SqlBench> {
    this.#bench ??= this.#open();
    return this.#bench;
  }
  async #open(): Promise<SqlBench> {
    try {
      if (!this.#loaded) this.book.load(await this.#parts.readQueries());
      this.#loaded = true;
      const bench = await this.#parts.open();
      bench.onTables(() => {
        this.#tables = bench.tables;
      });
      return bench;
    } catch (error) {
      this.#bench = null;
      throw error;
    }
  }

  #keep(pages: QueryPages): void {
    this.#pages = pages;
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#flush();
    }, longest_ms);
  }

  #flush(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#pages) this.#parts.keepQueries(this.#pages);
  }
}
