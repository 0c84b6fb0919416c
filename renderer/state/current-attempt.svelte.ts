import type { Citation } from '../../content/engine/drill/attempt-log.ts';
import { mainBranch } from '../../content/engine/drill/branch.ts';
import type { Attempt } from './attempt.svelte.ts';
import type { Attempts } from './attempts.svelte.ts';

/** Storage, or the worker that reads drills, did not answer. */
const unreadable = {
  kind: 'failed',
  message:
    'This attempt could not be read just now. It is stored as it was. Go back and open it again; if it happens twice, start Drillbook anew.',
} as const;

/** The attempt that drill room and debrief show: opened once, kept while either of them is. */
export class CurrentAttempt {
  #attempt = $state.raw<Attempt | null>(null);
  #problem = $state.raw<string | null>(null);
  #wanted: string | null = null;
  #wish: Citation | null = null;
  readonly #attempts: Pick<Attempts, 'open'>;

  constructor(attempts: Pick<Attempts, 'open'>) {
    this.#attempts = attempts;
  }

  /** null while it is being opened, or where it could not be. */
  get attempt(): Attempt | null {
    return this.#attempt;
  }
  /** Why it could not be opened, for people. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Takes an attempt that is open already, such as one just begun. */
  take(attempt: Attempt): void {
    this.#wanted = `${attempt.header.attempt}/${attempt.branch}`;
    this.#attempt = attempt;
    this.#problem = null;
  }

  /** Opens a stored attempt, or a road of it, unless it is at hand. The last one asked for wins. */
  async show(id: string, branch = mainBranch): Promise<void> {
    const wanted = `${id}/${branch}`;
    if (this.#wanted === wanted && this.#problem === null) return;
    this.#wanted = wanted;
    this.#attempt = null;
    this.#problem = null;
    const opened = await this.#attempts.open(id, branch).catch(() => unreadable);
    if (this.#wanted !== wanted) return;
    if (opened.kind === 'opened') this.#attempt = opened.attempt;
    else this.#problem = opened.message;
  }

  /** What the drill room is to show as soon as it stands. */
  wish(citation: Citation): void {
    this.#wish = citation;
  }
  /** What was wished for, once. */
  takeWish(): Citation | null {
    const wish = this.#wish;
    this.#wish = null;
    return wish;
  }

  /** Lets go of it: after it was deleted, or replaced by an import. */
  close(): void {
    this.#wanted = null;
    this.#attempt = null;
    this.#problem = null;
    this.#wish = null;
  }
}
