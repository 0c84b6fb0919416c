/** So many bars are kept of a recording. */
export const keptLevels = 120;

/**
 * The loudest moments of a recording. When there are too many, two become one, so that at most
 * `keptLevels` bars always cover all of it.
 */
export class SoundLevels {
  #bars: readonly number[] = [];
  #each = 1;
  #inLast = 0;

  /** Loudest moments, 0..100, of stretches of equal length. */
  get bars(): readonly number[] {
    return this.#bars;
  }

  /** The next stretch: its loudest moment, 0..1. */
  add(level: number): void {
    const value = Math.round(Math.min(1, Math.max(0, level)) * 100);
    const last = this.#bars.at(-1);
    if (last !== undefined && this.#inLast < this.#each) {
      this.#bars = [...this.#bars.slice(0, -1), Math.max(last, value)];
      this.#inLast += 1;
      return;
    }
    if (this.#bars.length === keptLevels) {
      this.#bars = halve(this.#bars);
      this.#each *= 2;
    }
    this.#bars = [...this.#bars, value];
    this.#inLast = 1;
  }
}

function halve(bars: readonly number[]): readonly number[] {
  return bars.flatMap((bar, at) => (at % 2 === 0 ? [Math.max(bar, bars[at + 1] ?? 0)] : []));
}

/** How loud it is, in a word: what the bars show is not only for the eye. */
export function describeLevel(level: number): 'silent' | 'quiet' | 'clear' | 'too loud' {
  if (level < 0.015) return 'silent';
  if (level < 0.08) return 'quiet';
  return level < 0.97 ? 'clear' : 'too loud';
}
