/**
 * Which lines of a configuration can be folded: at each the last line of what belongs to it, 0 where
 * nothing does. By
 * indentation, which YAML has by rule and everything else by habit; a closing bracket at the level
 * of its opening line belongs to it; a section of an INI file reaches to the next.
 */
export function findFolds(
  lines: Iterable<string> & { readonly length: number },
): Uint32Array<ArrayBuffer> {
  const folds = new Uint32Array(lines.length);
  /** Lines whose block is still open, outermost first. */
  const open: { line: number; depth: number }[] = [];
  let last = -1;
  let section: number | null = null;
  const close = (depth: number, end: number): void => {
    for (let top = open.at(-1); top && top.depth >= depth; top = open.at(-1)) {
      if (end > top.line) folds[top.line] = end;
      open.pop();
    }
  };
  let index = -1;
  for (const line of lines) {
    index += 1;
    if (line.trim() === '') continue;
    const depth = measure(line);
    const closes = /^\s*[\])}]/.test(line);
    close(depth + 1, last);
    if (closes && open.at(-1)?.depth === depth) {
      close(depth, index);
    } else {
      close(depth, last);
      if (/^\[[^\]]+\]\s*$/.test(line)) {
        if (section !== null && last > section) folds[section] = last;
        section = index;
      }
      open.push({ line: index, depth });
    }
    last = index;
  }
  close(0, last);
  if (section !== null && last > section) folds[section] = last;
  return folds;
}

/** Columns of white space in front; a tab goes to the next multiple of four. */
function measure(line: string): number {
  let depth = 0;
  for (const sign of line) {
    if (sign === ' ') depth += 1;
    else if (sign === '\t') depth += 4 - (depth % 4);
    else break;
  }
  return depth;
}
