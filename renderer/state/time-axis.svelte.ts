import type { Period } from './facets.ts';
import type { Histogram } from './sql-bench.ts';

/** Something that happened, as one place of what is open says it. */
export interface TimedMoment {
  readonly key: string;
  /** ISO 8601 UTC to the second. */
  readonly at: string;
  /** Id of its source. */
  readonly source: string;
  readonly says: string;
}

export interface TimeSource {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

/** How the times of one source lie on the axis. */
export interface TimeLane {
  readonly source: TimeSource;
  readonly lie: Histogram | null;
}

/** Times of several sources on one axis: which are shown, and which part was chosen. */
export abstract class TimeAxis<M extends TimedMoment> {
  #hidden = $state.raw<readonly string[]>([]);
  #period = $state.raw<Period | null>(null);
  #zoom = $state.raw<Period | null>(null);

  abstract readonly working: boolean;
  abstract readonly sources: readonly TimeSource[];
  /** Titles of what is open and says no time. */
  abstract readonly silent: readonly string[];
  /** In order of time: those of the sources shown, in the chosen part or else on the whole axis. */
  abstract readonly shown: readonly M[];
  /** What `shown` leaves out, in a sentence; null: nothing. */
  abstract readonly left: string | null;
  abstract readonly histogram: Histogram | null;
  abstract readonly lanes: readonly TimeLane[];

  isHidden(source: string): boolean {
    return this.#hidden.includes(source);
  }
  toggle(source: string): void {
    this.#hidden = this.#hidden.includes(source)
      ? this.#hidden.filter((one) => one !== source)
      : [...this.#hidden, source];
  }
  get period(): Period | null {
    return this.#period;
  }
  choose(period: Period | null): void {
    this.#period = period;
  }
  get zoom(): Period | null {
    return this.#zoom;
  }
  /** Lays the axis over the chosen part only, or over everything again. */
  zoomIn(): void {
    if (!this.#period) return;
    this.#zoom = this.#period;
    this.#period = null;
  }
  zoomOut(): void {
    this.#zoom = null;
  }
  protected zoomTo(period: Period): void {
    this.#zoom = period;
  }
}
