import { writeEdge } from '../../content/engine/evidence/storyline-instant.ts';
import type { Histogram } from './sql-bench.ts';

/** Steps that people count in, in seconds: second, minute, hour, day, week. */
const steps_s = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
  172_800, 604_800,
];

/** Counts instants in equal stretches of time between two ISO instants. */
export class TimeBuckets {
  readonly #start_s: number;
  readonly #step_s: number;
  readonly #counts: number[];

  constructor([first, last]: readonly [string, string], most: number) {
    const first_s = Math.floor(Date.parse(first) / 1000);
    const last_s = Math.floor(Date.parse(last) / 1000);
    const least_s = (last_s - first_s + 1) / (most - 1);
    const step_s =
      steps_s.find((step) => {
        const start_s = Math.floor(first_s / step) * step;
        return Math.floor((last_s - start_s) / step) + 1 <= most;
      }) ?? Math.ceil(least_s / 604_800) * 604_800;
    this.#step_s = step_s;
    this.#start_s = Math.floor(first_s / step_s) * step_s;
    this.#counts = Array.from(
      { length: Math.floor((last_s - this.#start_s) / step_s) + 1 },
      () => 0,
    );
  }

  /** Seconds that one stretch covers; each begins at a multiple of them. */
  get step_s(): number {
    return this.#step_s;
  }

  /** Seconds since 1970; what lies outside, or is no number, is not counted. */
  add(at_s: number, things = 1): void {
    const bucket = Math.floor((at_s - this.#start_s) / this.#step_s);
    const count = this.#counts[bucket];
    if (count !== undefined) this.#counts[bucket] = count + things;
  }

  write(): Histogram {
    return {
      step_s: this.#step_s,
      buckets: this.#counts.map((count, index) => ({ from: this.#instant(index), count })),
      to: this.#instant(this.#counts.length),
    };
  }

  #instant(bucket: number): string {
    return writeEdge(this.#start_s + bucket * this.#step_s);
  }
}
