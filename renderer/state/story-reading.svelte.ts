import type { ToldText } from '../../content/engine/story/read-told-text.ts';
import { AskedWorker } from '../workers/ask-worker.ts';
import type { StarAnswer, StarRequest } from '../workers/star.worker.ts';

type Question = Omit<StarRequest, 'id'>;

let worker: AskedWorker<Question, StarAnswer> | null = null;

async function askWorker(question: Question): Promise<ToldText> {
  worker ??= new AskedWorker('star', 20_000);
  return (await worker.ask(question)).told;
}

/** UTF-16 units: about 600 words. */
const short = 4_000;
/** Without a key, before what was typed is read. */
const pause_ms = { short: 60, long: 180 } as const;

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
    const isFirst = this.#told === null;
    this.#last = question;
    this.#waiting = question;
    if (this.#running) return;
    // Reading without a break would take from the keys what they need of the machine.
    if (this.#pause !== null) clearTimeout(this.#pause);
    const long = question.story.text.length > short;
    this.#pause = setTimeout(
      () => {
        this.#pause = null;
        if (!this.#running) void this.#run();
      },
      isFirst ? 0 : long ? pause_ms.long : pause_ms.short,
    );
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting) {
      const question: Question = this.#waiting;
      const subject = this.#subject;
      this.#waiting = null;
      try {
        const told = await this.#ask(question);
        // What was left meanwhile has nothing to say of what is shown now.
        if (subject === this.#subject) this.#told = told;
        this.#failed = false;
      } catch {
        this.#failed = true;
      }
    }
    this.#running = false;
  }
}
