/** What a line of a unified diff can be. */
export const diffLines = ['same', 'added', 'removed', 'head'] as const;
type DiffLine = (typeof diffLines)[number];

export interface DiffFile {
  readonly name: string;
  /** Line in the diff, from 0. */
  readonly line: number;
}

export interface ReadDiff {
  /** What each line is, as its place in `diffLines`. */
  readonly lines: Uint8Array<ArrayBuffer>;
  /** The first thousand: a list of more would hold up the window. */
  readonly files: readonly DiffFile[];
  /** How many there are. */
  readonly allFiles: number;
  readonly added: number;
  readonly removed: number;
}

const mostFiles = 1_000;

/**
 * Reads a unified diff by its lines. Inside a hunk its own counts say where it ends, so that a line
 * of content that begins with `---` is no head; counts that say too much end at the first line that none
 * of a hunk begins like. Total: what is no diff is all "same".
 */
export function readDiff(lines: Iterable<string> & { readonly length: number }): ReadDiff {
  const kinds = new Uint8Array(lines.length);
  let index = -1;
  let previous = '';
  const put = (kind: DiffLine): void => {
    kinds[index] = diffLines.indexOf(kind);
  };
  const files: DiffFile[] = [];
  let old = 0;
  let fresh = 0;
  let allFiles = 0;
  let added = 0;
  let removed = 0;
  for (const line of lines) {
    const lineBefore = previous;
    previous = line;
    index += 1;
    const sign = line[0] ?? ' ';
    if (!'+- \\'.includes(sign)) [old, fresh] = [0, 0];
    if (old > 0 || fresh > 0) {
      if (sign === '+') {
        fresh -= 1;
        added += 1;
        put('added');
      } else if (sign === '-') {
        old -= 1;
        removed += 1;
        put('removed');
      } else if (sign === '\\') put('head');
      else {
        old -= 1;
        fresh -= 1;
        put('same');
      }
      continue;
    }
    const hunk = /^@@+ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      old = Number(hunk[1] ?? 1);
      fresh = Number(hunk[2] ?? 1);
      put('head');
      continue;
    }
    const name = /^\+\+\+ (?:b\/)?([^\t]+)/.exec(line)?.[1];
    if (name !== undefined) {
      // Where a file was deleted, its name stands in the line before.
      const before = /^--- (?:a\/)?([^\t]+)/.exec(lineBefore)?.[1];
      allFiles += 1;
      if (allFiles <= mostFiles)
        files.push({ name: name === '/dev/null' ? (before ?? name) : name, line: index });
    }
    const isHead = /^(?:diff |index |--- |\+\+\+ |new file|deleted file|rename |similarity )/.test(
      line,
    );
    put(isHead ? 'head' : 'same');
  }
  return { lines: kinds, files, allFiles, added, removed };
}
