/** A line of a JSON value as it is shown: indented, with what folds and what it holds. */
export interface JsonLine {
  /** Path from the root, `/Records/0/eventID`; unique. */
  readonly path: string;
  readonly depth: number;
  readonly text: string;
  /** How many members fold away under this line; null where nothing does. */
  readonly members: number | null;
}

/** Deeper values stay folded, so that a hostile file cannot overflow the stack. */
const deepest = 200;
const mostLines = 200_000;

/**
 * The lines of a JSON value. What lies under a path of `folded` is left out; so is everything
 * deeper than 200 levels and after 200,000 lines, each said in its place.
 */
export function listJsonLines(value: unknown, folded: ReadonlySet<string>): readonly JsonLine[] {
  const lines: JsonLine[] = [];
  const walk = (
    name: string | null,
    member: unknown,
    path: string,
    depth: number,
    last: boolean,
  ): void => {
    if (lines.length >= mostLines) return;
    const lead = name === null ? '' : `${JSON.stringify(name)}: `;
    const comma = last ? '' : ',';
    if (member === null || typeof member !== 'object') {
      lines.push({ path, depth, text: `${lead}${JSON.stringify(member)}${comma}`, members: null });
      return;
    }
    const isList = Array.isArray(member);
    const entries = Object.entries(member);
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    if (entries.length === 0 || folded.has(path) || depth >= deepest) {
      const inside = entries.length === 0 ? '' : '…';
      const members = entries.length === 0 ? null : entries.length;
      lines.push({ path, depth, text: `${lead}${open}${inside}${close}${comma}`, members });
      return;
    }
    lines.push({ path, depth, text: `${lead}${open}`, members: entries.length });
    for (const [index, [key, child]] of entries.entries()) {
      walk(isList ? null : key, child, `${path}/${key}`, depth + 1, index === entries.length - 1);
    }
    lines.push({ path: `${path}/ `, depth, text: `${close}${comma}`, members: null });
  };
  walk(null, value, '', 0, true);
  if (lines.length >= mostLines) {
    lines.push({
      path: '/ more',
      depth: 0,
      text: 'The rest is not shown: more than 200,000 lines.',
      members: null,
    });
  }
  return lines;
}
