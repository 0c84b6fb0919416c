/** What the worker that looks into packs is asked, and what it answers. Texts are by path. */
export type PackTextsByPath = Readonly<Record<string, string>>;

export type PackLookQuestion =
  | {
      readonly kind: 'look';
      readonly texts: PackTextsByPath;
      /** SHA-256 of every file. */
      readonly hashes: PackTextsByPath;
      /** The installed version, to tell what changes; null where there is none. */
      readonly before: {
        readonly texts: PackTextsByPath;
        readonly hashes: PackTextsByPath;
      } | null;
    }
  | {
      readonly kind: 'merge';
      readonly base: PackTextsByPath;
      readonly mine: PackTextsByPath;
      readonly theirs: PackTextsByPath;
      /** Ids of the conflicts in which the local edit is kept. */
      readonly keepMine: readonly string[];
    };

export interface PackFinding {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  /** Path, line and column. */
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

/** What is in a pack, in words for people. */
export interface PackLook {
  readonly title: string | null;
  readonly about: string | null;
  readonly authors: readonly string[];
  readonly licence: string | null;
  readonly drills: readonly {
    readonly slug: string;
    /** null for one that does not load. */
    readonly title: string | null;
    readonly minutes: number | null;
    readonly decisions: number;
  }[];
  readonly questions: number;
  /** Those that load: how many drills each leads through. */
  readonly paths: readonly { readonly title: string; readonly steps: number }[];
  /** Those that load. They are played in the terminal; the app has no place for them yet. */
  readonly exercises: readonly {
    readonly slug: string;
    readonly title: string;
    readonly minutes: number;
  }[];
  /** Errors first; at most a hundred of them. */
  readonly findings: readonly PackFinding[];
  readonly errors: number;
  readonly warnings: number;
  /** What differs from the installed version, a sentence each; null where there is none. */
  readonly changes: readonly string[] | null;
}

export interface MergeConflict {
  readonly id: string;
  readonly file: string;
  /** `decisions.first-move.options.wait.rating`; empty for a whole file. */
  readonly place: string;
  /** As YAML, or the text itself; null where it is left out. */
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export interface PackMergeResult {
  readonly conflicts: readonly MergeConflict[];
  /** How many local edits nobody else touched. */
  readonly kept: number;
  /** What the update becomes with the choices made so far; null: the file is left out. */
  readonly files: readonly { readonly path: string; readonly text: string | null }[];
}

export interface PackLookAnswer {
  readonly id: number;
  readonly look?: PackLook;
  readonly merge?: PackMergeResult;
}
