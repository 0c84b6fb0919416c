import { Worker } from 'node:worker_threads';
import { refuseArchive, type ArchiveResult } from '../../archive/archive-fault.ts';
import type { CheckAnswer, CheckedPack } from './checked-pack.ts';

/** Memory that a sound pack never needs (MB, without the bytes of its files). */
const heap = 768;

/** A worker that checks one archive at a time and can be ended at any moment. */
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
   * @param bytes are handed over: they are gone on this side
   * @param opened is told the bytes of the files, unpacked, once the archive was opened
   */
  check(
    bytes: Uint8Array<ArrayBuffer>,
    opened: (sizes: { readonly all: number; readonly yaml: number }) => void,
  ): Promise<ArchiveResult<CheckedPack>> {
    const worker = this.#worker;
    this.#isIdle = false;
    return new Promise((resolve) => {
      const settle = (result: ArchiveResult<CheckedPack>): void => {
        worker.removeAllListeners('message');
        worker.removeAllListeners('error');
        worker.removeAllListeners('exit');
        resolve(result);
      };
      worker.on('message', (answer: CheckAnswer) => {
        if (answer.kind === 'opened') opened(answer);
        if (answer.kind !== 'checked') return;
        this.#isIdle = true;
        settle(answer.result);
      });
      worker.once('error', (error: NodeJS.ErrnoException) =>
        settle(
          refuseArchive(
            error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_much_memory' : 'unreadable',
          ),
        ),
      );
      worker.once('exit', () => settle(refuseArchive('too_slow')));
      worker.postMessage(bytes, [bytes.buffer]);
    });
  }

  async end(): Promise<void> {
    this.#isIdle = false;
    await this.#worker.terminate();
  }
}
