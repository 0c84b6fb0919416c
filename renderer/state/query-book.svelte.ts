/** A query that was given a name. */
export interface SavedQuery {
  readonly name: string;
  readonly sql: string;
}

/** What is kept: what was run, newest first; what has a name; what stands in each box. */
export interface QueryPages {
  readonly history: readonly string[];
  readonly saved: readonly SavedQuery[];
  readonly typed: Readonly<Record<string, string>>;
}

const mostHistory = 50;
const empty: QueryPages = { history: [], saved: [], typed: {} };

/** The queries of one attempt, or of the person's own files. */
export class QueryBook {
  #pages = $state.raw(empty);
  readonly #keep: (pages: QueryPages) => void;

  /** `keep` hears of every change. */
  constructor(keep: (pages: QueryPages) => void) {
    this.#keep = keep;
  }

  get history(): readonly string[] {
    return this.#pages.history;
  }
  get saved(): readonly SavedQuery[] {
    return this.#pages.saved;
  }
  typedIn(box: string): string {
    return this.#pages.typed[box] ?? '';
  }

  /** Takes over what was stored; what was written since stays. */
  load(stored: unknown): void {
    const { history, saved, typed } = repairPages(stored);
    this.#pages = {
      history: addFirst(this.#pages.history, history),
      saved: [
        ...this.#pages.saved,
        ...saved.filter(({ name }) => !this.#pages.saved.some((one) => one.name === name)),
      ],
      typed: { ...typed, ...this.#pages.typed },
    };
  }

  type(box: string, sql: string): void {
    this.#change({ typed: { ...this.#pages.typed, [box]: sql } });
  }
  /** A query was run. */
  add(sql: string): void {
    this.#change({ history: addFirst([sql.trim()], this.#pages.history) });
  }
  /** Gives a query a name; one of that name before is replaced. */
  save(name: string, sql: string): void {
    const others = this.#pages.saved.filter((one) => one.name !== name);
    this.#change({ saved: [...others, { name, sql }] });
  }
  remove(name: string): void {
    this.#change({ saved: this.#pages.saved.filter((one) => one.name !== name) });
  }

  #change(changes: Partial<QueryPages>): void {
    this.#pages = { ...this.#pages, ...changes };
    this.#keep(this.#pages);
  }
}

function addFirst(newer: readonly string[], older: readonly string[]): readonly string[] {
  return [...new Set([...newer, ...older])].slice(0, mostHistory);
}

/** Takes whatever is valid from what was stored. */
function repairPages(stored: unknown): QueryPages {
  if (stored === null || typeof stored !== 'object') return empty;
  const { history, saved, typed } = stored as Partial<Record<keyof QueryPages, unknown>>;
  const isText = (value: unknown): value is string => typeof value === 'string';
  return {
    history: Array.isArray(history) ? history.filter(isText) : [],
    saved: Array.isArray(saved)
      ? (saved as unknown[]).filter(
          (one): one is SavedQuery =>
            typeof one === 'object' &&
            one !== null &&
            isText((one as Partial<SavedQuery>).name) &&
            isText((one as Partial<SavedQuery>).sql),
        )
      : [],
    typed: Object.fromEntries(
      Object.entries(typed ?? {}).filter((entry): entry is [string, string] => isText(entry[1])),
    ),
  };
}
