import type { ToldText } from '../../content/engine/story/read-told-text.ts';
import { AskedWorker } from '../workers/ask-worker.ts';
import type { StarAnswer, StarRequest } from '../workers/star.worker.ts';

type Question = Omit<StarRequest, 'id'>;

let worker: AskedWorker<Question, StarAnswer> | null = null;

async function askWorker(question: Question): Promise<ToldText> {
  worker ??= new AskedWorker('star', { deadline_ms: 20_000 });
  return (await worker.ask(question)).told;
}

/** UTF-16 units: about 600 words. */
const short = 4_000;
/** Without a key, before what was typed is read. */
const pause_ms = { short: 60, long: 180, most: 1_500 } as const;

/**
 * Marks, score and counts of the text that is being written. While one reading is under way only the
 * newest text waits; what it says of a text is shown until the next one is there.
 */
export class StoryReading {
  #told = $state.raw<ToldText | null>(null);
  #failed = $state(false);
  #waiting: Question | null = null;
  #last: Question | null = null;
  #running = false;
  #took_ms = 0;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #subject = 0;
  readonly #ask: (question: Question) => Promise<ToldText>;

  constructor(ask: (question: Question) => Promise<ToldText> = askWorker) {
    this.#ask = ask;
  }

  /** Of the text that was read last; null before the first. */
  get told(): ToldText | null {
    return this.#told;
  }
  /** The last text could not be read: it stays as it is, without marks. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Forgets what was said of one text, before another one is read. */
  forget(): void {
    this.#told = null;
    this.#last = null;
    this.#waiting = null;
    this.#subject += 1;
  }

  /** Reads this text next. */
  read(question: Question): void {
    const last = this.#last;
    const isSame =
      last?.story === question.story &&
      last.principle === question.principle &&
      last.terms.allowed === question.terms.allowed &&
      last.terms.metrics === question.terms.metrics &&
      last.terms.ownWords === question.terms.ownWords;
    if (isSame) return;
    this.#last = question;
    this.#waiting = question;
    if (!this.#running) this.#plan(question);
  }

  /**
   * Reading without a break would take from the keys what they need of the machine: the slower it is, or
   * the busier with other things, the longer the pause.
   */
  #plan({ story }: Question): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    const least = story.text.length > short ? pause_ms.long : pause_ms.short;
    this.#pause = setTimeout(
      () => {
        this.#pause = null;
        if (!this.#running) void this.#run();
      },
      this.#told === null ? 0 : Math.min(pause_ms.most, Math.max(least, 2 * this.#took_ms)),
    );
  }

  async #run(): Promise<void> {
    const question = this.#waiting;
    if (!question) return;
    const subject = this.#subject;
    const begun_ms = performance.now();
    this.#running = true;
    this.#waiting = null;
    try {
      const told = await this.#ask(question);
      // What was left meanwhile has nothing to say of what is shown now.
      if (subject === this.#subject) this.#told = told;
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.#running = false;
    this.#took_ms = performance.now() - begun_ms;
    // Typed on meanwhile: the newest text is next.
    if (this.#waiting) this.#plan(this.#waiting);
  }
}
