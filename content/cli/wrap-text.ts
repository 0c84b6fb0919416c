/**
 * Breaks long lines at spaces. Fenced blocks, tables and indented lines keep their form, since
 * there a line means something.
 */
export function wrapText(text: string, columns: number, indent = ''): string {
  let fenced = false;
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('```')) fenced = !fenced;
      const kept = fenced || /^(?:```|\||\s{4})/.test(line);
      return kept ? [line] : wrapLine(line, columns - indent.length);
    })
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

function wrapLine(line: string, width: number): readonly string[] {
  const hanging = /^\s*(?:[-*]|\d+\.)\s/.exec(line)?.[0].replaceAll(/\S/g, ' ') ?? '';
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    if (space <= hanging.length) break;
    lines.push(rest.slice(0, space).trimEnd());
    rest = hanging + rest.slice(space + 1).trimStart();
  }
  return [...lines, rest];
}

/** Cuts a text to a width and fills it up with spaces. */
export function fitText(text: string, width: number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > width ? `${line.slice(0, Math.max(0, width - 1))}…` : line.padEnd(width);
}

/** Rows of cells under each other; the last column keeps its length. */
export function alignCells(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>((all, cells) => {
    cells.forEach((cell, index) => (all[index] = Math.max(all[index] ?? 0, cell.length)));
    return all;
  }, []);
  return rows.map((cells) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
