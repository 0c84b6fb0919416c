import type { ResourceLimits, Worker } from 'node:worker_threads';
import { refuseArchive, type ArchiveResult } from '../../content/archive/archive-fault.ts';
import type { OpenedArchive, SealedFile } from '../../content/archive/open-archive.ts';
import { inOrder } from '../in-order.ts';
import type { SentResult } from '../packets/read-sent-bytes.ts';
import type { ArchiveAnswers, ArchiveRequest, WrittenPack } from './archive.worker.ts';

type Kind = ArchiveRequest['kind'];

/**
 * How long each may take, in milliseconds that the processor gave. A pack is unpacked, no more; a
 * packet brings drills that are parsed and logs that are replayed under them.
 */
const limits_ms: Readonly<Record<Kind, number>> = {
  pack: 2_000,
  edited: 20_000,
  sent: 10_000,
  packed: 20_000,
};
/** However little the processor gave: then somebody waits for nothing. */
const patience_ms = 60_000;
const look_ms = 50;
/** A worker that nobody asks anything is ended, for its memory. */
const idle_ms = 10_000;
/** Memory that nothing sound needs (MB, without the bytes of its files). */
const heap_mb = 768;

export interface ArchiveReaderSettings {
  /** Starts the worker of archive.worker.ts. */
  readonly start: (options: { readonly resourceLimits: ResourceLimits }) => Promise<Worker>;
  /** Other ones, for tests. */
  readonly limits_ms?: Readonly<Record<Kind, number>>;
  readonly heap_mb?: number;
}

/**
 * Opens packs, packets and reviews of others in a worker, one at a time: whatever such a file does,
 * the process of the window goes on, and a file that takes too long or too much memory is refused.
 */
export class ArchiveReader {
  readonly #settings: ArchiveReaderSettings;
  readonly #inOrder = inOrder();
  #worker: Promise<Worker> | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: ArchiveReaderSettings) {
    this.#settings = settings;
  }

  openPack(bytes: Uint8Array): Promise<ArchiveResult<OpenedArchive>> {
    return this.#ask({ kind: 'pack', bytes });
  }

  /** Packs files that the person edited, unsigned, behind the same guards. */
  writePack(wish: {
    readonly id: string;
    readonly version: string;
    readonly files: ReadonlyMap<string, Uint8Array>;
  }): Promise<ArchiveResult<WrittenPack>> {
    return this.#ask({ kind: 'edited', ...wish });
  }

  /** Opens a packet or a review. */
  openSent(bytes: Uint8Array): Promise<SentResult> {
    return this.#ask({ kind: 'sent', bytes });
  }

  /** Packs the texts of a packet or a review that is about to be sent. */
  packTexts(texts: ReadonlyMap<string, string>): Promise<ArchiveResult<readonly SealedFile[]>> {
    return this.#ask({ kind: 'packed', texts });
  }

  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await (await worker?.catch(() => null))?.terminate();
  }

  #ask<K extends Kind>(request: ArchiveRequest & { readonly kind: K }): Promise<ArchiveAnswers[K]> {
    return this.#inOrder(async () => {
      clearTimeout(this.#idle);
      this.#worker ??= this.#start();
      const worker = await this.#worker.catch((error: unknown) => {
        this.#worker = null;
        throw error;
      });
      const answer = await this.#wait<K>(worker, request);
      if (answer === null) await this.end();
      else this.#idle = setTimeout(() => void this.end(), idle_ms).unref();
      return answer ?? refuseArchive('too_slow');
    });
  }

  /** Resolves when it runs: starting is not the archive's time. */
  async #start(): Promise<Worker> {
    const resourceLimits = { maxOldGenerationSizeMb: this.#settings.heap_mb ?? heap_mb };
    const worker = await this.#settings.start({ resourceLimits });
    // Somebody who closes the window does not wait for it.
    worker.unref();
    await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    this.#rest(worker);
    return worker;
  }

  /** Nothing is asked of it: whatever of an archive it still falls over, only it is gone. */
  #rest(worker: Worker): void {
    stopListening(worker);
    const running = this.#worker;
    worker.once('exit', () => {
      if (this.#worker === running) this.#worker = null;
    });
  }

  /** What came of it; null where it took too long. A worker that fell over the file refuses it. */
  #wait<K extends Kind>(
    worker: Worker,
    request: ArchiveRequest & { readonly kind: K },
  ): Promise<ArchiveAnswers[K] | null> {
    const limit = (this.#settings.limits_ms ?? limits_ms)[request.kind];
    const spent = measureSpent();
    return new Promise((resolve) => {
      const settle = (answer: ArchiveAnswers[K] | null): void => {
        clearInterval(timer);
        this.#rest(worker);
        resolve(answer);
      };
      const fall = (code: 'too_much_memory' | 'unreadable'): void => {
        this.#worker = null;
        settle(refuseArchive(code));
      };
      const timer = setInterval(() => {
        const { given, passed } = spent();
        if (given > limit || passed > patience_ms) settle(null);
      }, look_ms);
      worker.once('message', (answer: ArchiveAnswers[K]) => settle(answer));
      worker.once('error', (error: NodeJS.ErrnoException) =>
        fall(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_much_memory' : 'unreadable'),
      );
      worker.once('exit', () => fall('unreadable'));
      worker.postMessage(request);
    });
  }
}

/** By name: without its own inner listeners a worker is heard no more. */
function stopListening(worker: Worker): void {
  for (const name of ['message', 'error', 'exit']) worker.removeAllListeners(name);
  // An error that nobody listens for ends the whole process.
  worker.on('error', () => undefined);
}

/** Milliseconds since now: those that passed, and of these what the processor gave to this process. */
function measureSpent(): () => { readonly given: number; readonly passed: number } {
  const clock = performance.now();
  const processor = process.cpuUsage();
  return () => {
    const passed = performance.now() - clock;
    const { user, system } = process.cpuUsage(processor);
    return { passed, given: Math.min(passed, (user + system) / 1000) };
  };
}
