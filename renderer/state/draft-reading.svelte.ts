import { rateDraft, type RatedDraft } from '../../content/engine/score/update/rate-draft.ts';
import { AskedWorker } from '../workers/ask-worker.ts';
import type { DraftAnswer, DraftRequest } from '../workers/draft.worker.ts';

type Draft = Omit<DraftRequest, 'id'>;

/** Shorter texts (UTF-16 units), some three hundred words, are read at each key: within a frame. */
const short = 2_000;

let worker: AskedWorker<Draft, DraftAnswer> | null = null;

async function askWorker(draft: Draft): Promise<RatedDraft> {
  worker ??= new AskedWorker('draft', { deadline_ms: 20_000, keepsNothing: true });
  return (await worker.ask(draft)).rated;
}

/**
 * What the score finds in an update while it is written, without ever holding up the keys. While a long text
 * is read only the newest waits; what was found before is shown until then.
 */
export class DraftReading {
  #rated = $state.raw<RatedDraft | null>(null);
  #failed = $state(false);
  #waiting: Draft | null = null;
  #running = false;
  #wish = 0;
  readonly #ask: (draft: Draft) => Promise<RatedDraft>;

  constructor(ask: (draft: Draft) => Promise<RatedDraft> = askWorker) {
    this.#ask = ask;
  }

  /** Of the text that was read last; null before the first. */
  get rated(): RatedDraft | null {
    return this.#rated;
  }
  /** The last text could not be read; it stays as it is. */
  get failed(): boolean {
    return this.#failed;
  }

  read(draft: Draft): void {
    this.#wish += 1;
    this.#waiting = null;
    if (draft.text.length <= short) {
      this.#rated = rateDraft(draft.text, draft.audience);
      this.#failed = false;
      return;
    }
    this.#waiting = draft;
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let draft = this.#waiting; draft; draft = this.#waiting) {
      this.#waiting = null;
      const wish = this.#wish;
      const rated = await this.#ask(draft).catch(() => null);
      // What was typed on meanwhile may be short enough to be read already.
      if (wish !== this.#wish && !this.#waiting) continue;
      this.#failed = rated === null;
      if (rated) this.#rated = rated;
    }
    this.#running = false;
  }
}
