/** One tick covers at most this much, so that a machine that slept has not used up the time. */
const longest_s = 2;

/**
 * How long something takes, against a length that was chosen; or without one. It forces nothing: when
 * the time is up it goes on counting.
 */
export class PracticeClock {
  #planned_s = $state<number | null>(null);
  #spent_s = $state(0);
  #running = $state(false);
  #seen_ms: number | null = null;
  readonly #now_ms: () => number;

  constructor(now_ms: () => number, planned_s: number | null, spent_s: number) {
    this.#now_ms = now_ms;
    this.#planned_s = planned_s;
    this.#spent_s = spent_s;
  }

  get running(): boolean {
    return this.#running;
  }
  /** Seconds; null for no length. */
  get planned_s(): number | null {
    return this.#planned_s;
  }
  get spent_s(): number {
    return this.#spent_s;
  }
  /** Whole seconds that are left, below 0 when it is past; null without a length. */
  get left_s(): number | null {
    return this.#planned_s === null ? null : Math.ceil(this.#planned_s - this.#spent_s);
  }

  run(): void {
    if (this.#running) return;
    this.#running = true;
    this.#seen_ms = this.#now_ms();
  }

  pause(): void {
    this.tick();
    this.#running = false;
    this.#seen_ms = null;
  }

  /** To be called a few times a second while it is shown. */
  tick(): void {
    if (!this.#running || this.#seen_ms === null) return;
    const now = this.#now_ms();
    this.#spent_s += Math.min(longest_s, Math.max(0, (now - this.#seen_ms) / 1000));
    this.#seen_ms = now;
  }

  /** Gives more time: to the length, or counted from now when that is past. */
  add(more_s: number): void {
    if (this.#planned_s === null) return;
    this.#planned_s = Math.max(this.#planned_s, this.#spent_s) + more_s;
  }

  /** Counts on without a length. */
  drop(): void {
    this.#planned_s = null;
  }
}
