import type { BuiltApp } from '../profile/built-app.ts';

/** What one run of a figure is given. */
export interface Surroundings {
  /** null: no Electron, or no built app for it; only figures without a window can be measured. */
  readonly app: BuiltApp | null;
  /** A folder of this run's own, for profiles and apps; removed afterwards. */
  readonly scratch: string;
  /** Says what is being done, for a person who waits. */
  readonly say: (text: string) => void;
}

/** A number as it was measured: the median of several runs, and how far these lie apart. */
export interface Reading {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly unit: string;
}

/** One line of the table: what was measured, beside a baseline of the same run. */
export interface Measured {
  readonly title: string;
  readonly reading: Reading;
  readonly baseline: { readonly name: string; readonly reading: Reading };
  /** `at_most` and `at_least` of the reading itself, or of its ratio to the baseline. */
  readonly limit: {
    readonly of: 'value' | 'ratio';
    readonly kind: 'at_most' | 'at_least';
    readonly bound: number;
  };
}

export interface Figure {
  /** As it is named on the command line. */
  readonly name: string;
  /** Needs a window of Electron. */
  readonly window: boolean;
  readonly measure: (surroundings: Surroundings) => Promise<readonly Measured[]>;
}

export function findRatio({ reading, baseline }: Measured): number {
  return reading.value / baseline.reading.value;
}

export function isMet(measured: Measured): boolean {
  const { of, kind, bound } = measured.limit;
  const value = of === 'value' ? measured.reading.value : findRatio(measured);
  return kind === 'at_most' ? value <= bound : value >= bound;
}
