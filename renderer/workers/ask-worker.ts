import { loaded } from './loaded.ts';
import { openWorker, type WorkerName } from './open-worker.ts';

/** A worker just started loads its code first, which no deadline is about. One that says `loaded` has done so. */
const start_ms = 5_000;

/** Without a question for so long, a worker that keeps nothing is ended, and its memory with it. */
const rest_ms = 10_000;

interface WorkerHabits {
  /** Milliseconds for one question; without it, as long as it takes. */
  readonly deadline_ms?: number;
  /** It keeps nothing between questions, so it may be ended at rest; the next question starts another. */
  readonly keepsNothing?: boolean;
}

/** Answers carry the id of their question. */
interface Answer {
  readonly id: number;
}

interface Asked<Question, A> {
  readonly question: Question;
  resolve(answer: A): void;
  reject(error: Error): void;
}

/**
 * A worker that answers questions one by one, in order. With a deadline, a question that takes longer
 * is rejected and the worker ended; the questions behind it go to a new worker, each with its own time.
 */
export class AskedWorker<Question extends object, A extends Answer> {
  readonly #name: WorkerName;
  readonly #habits: WorkerHabits;
  readonly #queue: Asked<Question, A>[] = [];
  #current: { readonly id: number; readonly asked: Asked<Question, A> } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #worker: Worker | null = null;
  #count = 0;
  #started = false;

  constructor(name: WorkerName, habits: WorkerHabits = {}) {
    this.#name = name;
    this.#habits = habits;
  }

  ask(question: Question): Promise<A> {
    return new Promise<A>((resolve, reject) => {
      this.#queue.push({ question, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current) return;
    const asked = this.#queue.shift();
    if (!asked) return;
    this.#count += 1;
    const id = this.#count;
    this.#current = { id, asked };
    clearTimeout(this.#rest);
    this.#limit(this.#started ? 0 : start_ms);
    this.#open().postMessage({ ...asked.question, id });
  }

  /** Gives the question at hand its time from now on, and some more. */
  #limit(more_ms: number): void {
    clearTimeout(this.#timer);
    const { deadline_ms } = this.#habits;
    if (deadline_ms === undefined) return;
    this.#timer = setTimeout(() => {
      this.#giveUp(new Error('The worker took too long.'));
    }, deadline_ms + more_ms);
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = openWorker(this.#name);
    worker.addEventListener('message', ({ data }: MessageEvent<A>) => {
      if (data.id === loaded.id && this.#current) this.#limit(0);
      this.#started = true;
      if (data.id === this.#current?.id) this.#take()?.resolve(data);
    });
    worker.addEventListener('error', () => {
      this.#giveUp(new Error('The worker stopped.'));
    });
    this.#worker = worker;
    return worker;
  }

  #giveUp(error: Error): void {
    this.#end();
    this.#take()?.reject(error);
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#started = false;
  }

  /** The question at hand is over; the next one goes out. */
  #take(): Asked<Question, A> | undefined {
    clearTimeout(this.#timer);
    const asked = this.#current?.asked;
    this.#current = null;
    if (this.#habits.keepsNothing) {
      this.#rest = setTimeout(() => {
        this.#end();
      }, rest_ms);
    }
    this.#next();
    return asked;
  }
}
