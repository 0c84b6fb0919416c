import { Worker } from 'node:worker_threads';
import { refuseArchive } from '../../archive/archive-fault.ts';
import { listBuffers } from './list-buffers.ts';
import type { CheckAnswers, CheckRequest } from './check-archive.worker.ts';

/** Memory that a sound pack never needs (MB, without the bytes of its files). */
const heap = 768;

/** A worker that checks one thing at a time and can be ended at any moment. */
export class CheckLane {
  readonly #worker = new Worker(new URL('./check-archive.worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap },
    stdin: false,
  });
  readonly #ready: Promise<unknown>;
  #isIdle = true;

  constructor() {
    this.#ready = new Promise((resolve) => this.#worker.once('message', resolve));
  }

  /** Resolves when it runs: starting is not the archive's time. */
  async ready(): Promise<void> {
    await this.#ready;
  }

  /** Whether it waits for what is asked next. One that was ended, or fell over something, never does again. */
  get isIdle(): boolean {
    return this.#isIdle;
  }

  /**
   * What came of it; a refusal too where the worker fell over it.
   *
   * @param given bytes in the request that are handed over: they are gone on this side
   */
  ask<Kind extends CheckRequest['kind']>(
    request: CheckRequest & { readonly kind: Kind },
    given: readonly Uint8Array[] = [],
  ): Promise<CheckAnswers[Kind]> {
    const worker = this.#worker;
    this.#isIdle = false;
    return new Promise((resolve) => {
      const settle = (answer: CheckAnswers[Kind]): void => {
        worker.removeAllListeners('message');
        worker.removeAllListeners('error');
        worker.removeAllListeners('exit');
        resolve(answer);
      };
      worker.once('message', (answer: CheckAnswers[Kind]) => {
        this.#isIdle = true;
        settle(answer);
      });
      worker.once('error', (error: NodeJS.ErrnoException) =>
        settle(
          refuseArchive(
            error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_much_memory' : 'unreadable',
          ),
        ),
      );
      worker.once('exit', () => settle(refuseArchive('too_slow')));
      worker.postMessage(request, listBuffers(given));
    });
  }

  async end(): Promise<void> {
    this.#isIdle = false;
    await this.#worker.terminate();
  }
}
