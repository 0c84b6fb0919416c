/**
 * A fault of a pack is a value, never an exception: the catalogue lists the file that does not
 * load with its place and what to do. `line` and `column` count from 1.
 */
export interface Fault {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where in the data, `decisions.2.options.0.rating`; empty for a whole file. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Something wrong at a path of a parsed document, before it is given a line and column. */
export interface Finding {
  readonly code: string;
  readonly severity?: 'error' | 'warning';
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}
