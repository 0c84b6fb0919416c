import { putTogether } from '../../content/engine/evidence/laid-document.ts';
import type { LoadProgress } from '../../content/engine/evidence/sql-terms.ts';
import { openWorker } from '../workers/open-worker.ts';
import type { SqlAnswer, SqlRequest } from '../workers/sql-messages.ts';

type LoadRequest =
  | Omit<Extract<SqlRequest, { kind: 'evidence' }>, 'id' | 'name'>
  | Omit<Extract<SqlRequest, { kind: 'file' }>, 'id' | 'name'>;
type LoadEnd = Extract<SqlAnswer, { kind: 'table' | 'whole' | 'image' | 'cancelled' | 'refused' }>;
type Rows = Extract<SqlAnswer, { kind: 'rows' }>;
type QueryEnd = Extract<SqlAnswer, { kind: 'done' | 'fault' | 'stopped' }>;

/** A table that is being made, or was. */
export interface Load {
  readonly id: number;
  readonly end: Promise<LoadEnd>;
  cancel(): void;
}

interface Asked {
  readonly request: Extract<SqlRequest, { readonly id: number }>;
  /** Hears of every answer; true: it was the last. */
  readonly hear: (answer: SqlAnswer) => boolean;
}

/** How long a query that was told to stop may go on before its worker is ended. */
const patience_ms = 3_000;

/**
 * Talks to the worker. Where page and worker can share memory, a query is told to stop through it. Where
 * they cannot, or the query does not heed it, the worker is ended, and a new one is given the same tables
 * under the same names; what was asked meanwhile waits.
 */
export class SqlWorker {
  #worker: Worker | null = null;
  #count = 0;
  readonly #stop: Int32Array<SharedArrayBuffer> | null;
  readonly #open = new Map<number, Asked>();
  /** A new worker is being given the tables of the old one: what is asked waits. */
  #held = false;
  /** What tables there are is made of, and what they are called. */
  readonly #made = new Map<number, { readonly what: LoadRequest; readonly name: string }>();
  /** Queries that are to stop, until they have. */
  readonly #stopping = new Set<number>();
  #gone = false;

  constructor(mayShare: boolean = 'SharedArrayBuffer' in globalThis) {
    this.#stop = mayShare ? new Int32Array(new SharedArrayBuffer(4)) : null;
  }

  load(what: LoadRequest, onProgress: (progress: LoadProgress) => void = () => undefined): Load {
    const id = this.#next();
    const request = { ...what, id } as Asked['request'];
    const end = new Promise<LoadEnd>((resolve) => {
      let parts: string[] = [];
      const hear = (answer: SqlAnswer): boolean => {
        // After the worker was ended on the way another begins from the first.
        if (answer.kind === 'part') parts = [...(answer.place === 0 ? [] : parts), answer.text];
        if (answer.kind === 'progress') onProgress(answer.progress);
        if (!isLoadEnd(answer)) return false;
        if (answer.kind === 'table') this.#made.set(id, { what, name: answer.table.name });
        resolve(withParts(answer, parts));
        return true;
      };
      this.#ask({ request, hear });
    });
    return {
      id,
      end,
      cancel: () => {
        const request: SqlRequest = { kind: 'cancel', id };
        if (this.#open.has(id)) this.#worker?.postMessage(request);
      },
    };
  }

  close({ id }: Load, table: string): Promise<void> {
    this.#made.delete(id);
    return new Promise((resolve) => {
      const request = { kind: 'close', id: this.#next(), table } as const;
      const hear = (): boolean => {
        resolve();
        return true;
      };
      this.#ask({ request, hear });
    });
  }

  query(
    sql: string,
    limit: number,
    onRows: (rows: Rows) => void,
  ): { readonly end: Promise<QueryEnd>; readonly stop: () => void } {
    const id = this.#next();
    const begun = performance.now();
    let settle: (end: QueryEnd) => void = () => undefined;
    const end = new Promise<QueryEnd>((resolve) => {
      settle = resolve;
      const hear = (answer: SqlAnswer): boolean => {
        if (answer.kind === 'rows') onRows(answer);
        if (answer.kind === 'refused') {
          const fault = { message: answer.message, place: null, suggestion: null };
          resolve({ id, kind: 'fault', fault, elapsed_ms: performance.now() - begun });
          return true;
        }
        if (!isQueryEnd(answer)) return false;
        resolve(answer);
        return true;
      };
      this.#ask({ request: { kind: 'query', id, sql, limit }, hear });
    });
    const giveUp = (): void => {
      this.#stopping.delete(id);
      this.#open.delete(id);
      settle({ id, kind: 'stopped', elapsed_ms: performance.now() - begun });
      if (!this.#held) this.#restart();
    };
    // Within one slow step, such as a function over a huge value, the worker looks at no cell.
    const insist = (): void => {
      if (!this.#open.has(id)) return;
      if (Math.min(...this.#open.keys()) === id) giveUp();
      else setTimeout(insist, patience_ms);
    };
    const stop = (): void => {
      if (!this.#open.has(id)) return;
      if (!this.#stop) {
        giveUp();
        return;
      }
      this.#stopping.add(id);
      this.#tellStop();
      setTimeout(insist, patience_ms);
    };
    return { end, stop };
  }

  /** Ends the worker for good: what is asked from now on is answered as what was being asked is. */
  dispose(): void {
    this.#gone = true;
    this.#made.clear();
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#held = false;
    this.#stopping.clear();
    const left = [...this.#open.values()];
    this.#open.clear();
    for (const { request, hear } of left) hear(end(request));
  }

  /** The worker takes queries in order, so the first that is to stop is the next it comes to. */
  #tellStop(): void {
    if (this.#stop && this.#stopping.size > 0) {
      Atomics.store(this.#stop, 0, Math.min(...this.#stopping));
    }
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #ask(asked: Asked): void {
    if (this.#gone) {
      asked.hear(end(asked.request));
      return;
    }
    this.#open.set(asked.request.id, asked);
    if (this.#held) return;
    if (!this.#worker && this.#made.size > 0) this.#restart();
    else this.#start().postMessage(asked.request);
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = openWorker('sql');
    worker.addEventListener('message', ({ data }: MessageEvent<SqlAnswer>) => {
      if (!this.#open.get(data.id)?.hear(data)) return;
      this.#open.delete(data.id);
      if (this.#stopping.delete(data.id)) this.#tellStop();
    });
    worker.addEventListener('error', () => {
      // It cannot go on: whoever waits is told, and the next question starts one with the same tables.
      if (worker === this.#worker) this.#end();
    });
    const first: SqlRequest = { kind: 'start', stop: this.#stop?.buffer ?? null };
    worker.postMessage(first);
    this.#worker = worker;
    return worker;
  }

  /** A new worker with the tables of the old one, and then everything that is still open. */
  #restart(): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#open.values()];
    let left = this.#made.size;
    const goOn = (): void => {
      this.#held = false;
      const worker = this.#start();
      for (const asked of this.#open.values()) {
        if (waiting.includes(asked) || asked.request.id > last) worker.postMessage(asked.request);
      }
    };
    const worker = this.#start();
    this.#held = left > 0;
    // Under numbers of their own: whoever asked for them has had the answer.
    for (const { what, name } of this.#made.values()) {
      const request = { ...what, name, id: this.#next() } as Asked['request'];
      const hear = (answer: SqlAnswer): boolean => {
        if (!isLoadEnd(answer)) return false;
        left -= 1;
        this.#open.delete(request.id);
        if (left === 0) goOn();
        return true;
      };
      this.#open.set(request.id, { request, hear });
      worker.postMessage(request);
    }
    const last = this.#count;
    if (left === 0) goOn();
  }
}

function withParts(end: LoadEnd, parts: readonly string[]): LoadEnd {
  if (end.kind === 'whole') return { ...end, laid: putTogether(end.laid, parts) };
  if (end.kind !== 'table' || !end.document) return end;
  const { laid, leads } = end.document;
  return { ...end, document: { leads, laid: putTogether(laid, parts) as typeof laid } };
}

function isLoadEnd(answer: SqlAnswer): answer is LoadEnd {
  const { kind } = answer;
  return (
    kind === 'table' ||
    kind === 'whole' ||
    kind === 'image' ||
    kind === 'cancelled' ||
    kind === 'refused'
  );
}

function isQueryEnd(answer: SqlAnswer): answer is QueryEnd {
  return answer.kind === 'done' || answer.kind === 'fault' || answer.kind === 'stopped';
}

/** What is said of a question whose worker is gone. */
function end({ id, kind }: Asked['request']): SqlAnswer {
  if (kind === 'query') return { id, kind: 'stopped', elapsed_ms: 0 };
  if (kind === 'close') return { id, kind: 'closed' };
  return { id, kind: 'cancelled' };
}
