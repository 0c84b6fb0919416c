import { openWorker, type WorkerName } from './open-worker.ts';

/** A worker just started loads its code first, which no deadline is about. */
const start_ms = 5_000;

/** Answers carry the id of their question. */
interface Answer {
  readonly id: number;
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * A worker that answers questions one by one. With a deadline, a question that takes longer ends
 * the worker: every question still waiting is rejected, and the next one starts a new worker.
 */
export class AskedWorker<Question extends object, A extends Answer> {
  readonly #name: WorkerName;
  readonly #deadline_ms: number | null;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #count = 0;
  #answered = false;

  constructor(name: WorkerName, deadline_ms: number | null = null) {
    this.#name = name;
    this.#deadline_ms = deadline_ms;
  }

  ask(question: Question): Promise<A> {
    this.#count += 1;
    const id = this.#count;
    const worker = this.#open();
    return new Promise<A>((resolve, reject) => {
      const timer =
        this.#deadline_ms === null
          ? null
          : setTimeout(
              () => {
                this.#close(new Error('The worker took too long.'));
              },
              this.#deadline_ms + (this.#answered ? 0 : start_ms),
            );
      const stop = (): void => {
        if (timer !== null) clearTimeout(timer);
        this.#waiting.delete(id);
      };
      this.#waiting.set(id, {
        resolve: (answer) => {
          stop();
          resolve(answer as A);
        },
        reject: (error) => {
          stop();
          reject(error);
        },
      });
      worker.postMessage({ ...question, id });
    });
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = openWorker(this.#name);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#answered = true;
      this.#waiting.get(data.id)?.resolve(data);
    });
    worker.addEventListener('error', () => {
      this.#close(new Error('The worker stopped.'));
    });
    this.#worker = worker;
    return worker;
  }

  #close(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#answered = false;
    for (const waiting of [...this.#waiting.values()]) waiting.reject(error);
  }
}
