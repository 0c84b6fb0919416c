/** What a line of a unified diff is. */
export type DiffLine = 'added' | 'removed' | 'head' | 'same';

export interface DiffFile {
  readonly name: string;
  /** Line in the diff, from 0. */
  readonly line: number;
}

export interface ReadDiff {
  readonly lines: readonly DiffLine[];
  readonly files: readonly DiffFile[];
  readonly added: number;
  readonly removed: number;
}

/**
 * Reads a unified diff by its lines. Inside a hunk its own counts say where it ends, so that a line
 * of content that begins with `---` is no head; counts that say too much end at the first line that none
 * of a hunk begins like. Total: what is no diff is all "same".
 */
export function readDiff(lines: readonly string[]): ReadDiff {
  const kinds: DiffLine[] = [];
  const files: DiffFile[] = [];
  let old = 0;
  let fresh = 0;
  let added = 0;
  let removed = 0;
  for (const [index, line] of lines.entries()) {
    const sign = line[0] ?? ' ';
    if (!'+- \\'.includes(sign)) [old, fresh] = [0, 0];
    if (old > 0 || fresh > 0) {
      if (sign === '+') {
        fresh -= 1;
        added += 1;
        kinds.push('added');
      } else if (sign === '-') {
        old -= 1;
        removed += 1;
        kinds.push('removed');
      } else if (sign === '\\') kinds.push('head');
      else {
        old -= 1;
        fresh -= 1;
        kinds.push('same');
      }
      continue;
    }
    const hunk = /^@@+ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      old = Number(hunk[1] ?? 1);
      fresh = Number(hunk[2] ?? 1);
      kinds.push('head');
      continue;
    }
    const name = /^\+\+\+ (?:b\/)?([^\t]+)/.exec(line)?.[1];
    if (name !== undefined) {
      // Where a file was deleted, its name stands in the line before.
      const before = /^--- (?:a\/)?([^\t]+)/.exec(lines[index - 1] ?? '')?.[1];
      files.push({ name: name === '/dev/null' ? (before ?? name) : name, line: index });
    }
    const isHead = /^(?:diff |index |--- |\+\+\+ |new file|deleted file|rename |similarity )/.test(
      line,
    );
    kinds.push(isHead ? 'head' : 'same');
  }
  return { lines: kinds, files, added, removed };
}
