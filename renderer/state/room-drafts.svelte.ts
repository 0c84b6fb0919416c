import type { Citation } from '../../content/engine/drill/attempt-log.ts';
import type { Confidence } from '../../content/engine/drill/attempt-terms.ts';
import type { QueryPages } from './query-book.svelte.ts';
import type { BenchLayout } from './room-bench.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';

/** A decision that is being thought about. */
export interface DecisionDraft {
  readonly option: string | null;
  readonly confidence: Confidence | null;
  readonly citations: readonly Citation[];
  readonly reason: string;
  readonly note: string;
}

/** An update that is being written. */
export interface UpdateDraft {
  readonly text: string;
  readonly citations: readonly Citation[];
}

const emptyDecision: DecisionDraft = {
  option: null,
  confidence: null,
  citations: [],
  reason: '',
  note: '',
};
const emptyUpdate: UpdateDraft = { text: '', citations: [] };

/** How long a keystroke may stay unsaved. */
const longest_ms = 700;

/**
 * What is being written and is not yet an event: it survives a crash, at most a second behind.
 * Each is kept as `draft/<attempt>/<what>` and goes when it has become an event.
 */
export class RoomDrafts {
  #values = $state.raw<Readonly<Record<string, unknown>>>({});
  readonly #attempt: string;
  readonly #saves: Pick<SaveStatus, 'save'>;
  #unsaved: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(attempt: string, saves: Pick<SaveStatus, 'save'>) {
    this.#attempt = attempt;
    this.#saves = saves;
  }

  /**
   * Takes over what was stored; anything written since the room was opened stays. `read` gives the
   * body of a draft by its id, undefined where there is none.
   */
  async load(whats: readonly string[], read: (id: string) => Promise<unknown>): Promise<void> {
    const stored = await Promise.all(
      whats.map(async (what) => [what, await read(this.#idOf(what))] as const),
    );
    const found = stored.filter(([, body]) => body !== undefined && body !== null);
    this.#values = { ...Object.fromEntries(found), ...this.#values };
  }

  decision(id: string): DecisionDraft {
    return { ...emptyDecision, ...(this.#read(`decision.${id}`) as DecisionDraft | undefined) };
  }
  setDecision(id: string, draft: DecisionDraft): void {
    this.#set(`decision.${id}`, draft);
  }
  update(id: string): UpdateDraft {
    return { ...emptyUpdate, ...(this.#read(`update.${id}`) as UpdateDraft | undefined) };
  }
  setUpdate(id: string, draft: UpdateDraft): void {
    this.#set(`update.${id}`, draft);
  }
  /** An answer in own words to a message. */
  words(item: string): string {
    return (this.#read(`words.${item}`) as { readonly text: string } | undefined)?.text ?? '';
  }
  setWords(item: string, text: string): void {
    this.#set(`words.${item}`, { text });
  }
  /** null: as the log has them. */
  get notes(): string | null {
    return (this.#read('notes') as { readonly text: string } | undefined)?.text ?? null;
  }
  setNotes(text: string): void {
    this.#set('notes', { text });
  }
  /** What lies where on the bench; null: nobody has moved anything yet. */
  get bench(): BenchLayout | null {
    return (this.#read('bench') as BenchLayout | undefined) ?? null;
  }
  setBench(layout: BenchLayout): void {
    this.#set('bench', layout);
  }
  /** The queries that were run and saved; undefined: none yet. */
  get queries(): unknown {
    return this.#read('queries');
  }
  setQueries(pages: QueryPages): void {
    this.#set('queries', pages);
  }

  /** It has become an event, or is not wanted any more. */
  drop(what: 'notes' | `decision.${string}` | `update.${string}` | `words.${string}`): void {
    if (!(what in this.#values)) return;
    const { [what]: _dropped, ...rest } = this.#values;
    this.#values = rest;
    this.#unsaved = this.#unsaved.filter((one) => one !== what);
    void this.#saves.save({ deletes: [{ table: 'drafts', id: this.#idOf(what) }] });
  }

  /** Saves at once what still waits: on leaving. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const puts = this.#unsaved.map((what) => ({
      table: 'drafts' as const,
      id: this.#idOf(what),
      body: this.#values[what],
    }));
    this.#unsaved = [];
    if (puts.length > 0) void this.#saves.save({ puts });
  }

  #idOf(what: string): string {
    return `draft/${this.#attempt}/${what}`;
  }

  #read(what: string): unknown {
    return this.#values[what];
  }

  #set(what: string, body: unknown): void {
    this.#values = { ...this.#values, [what]: body };
    if (!this.#unsaved.includes(what)) this.#unsaved = [...this.#unsaved, what];
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, longest_ms);
  }
}
