/** A line of a JSON value as it is shown: indented, with what folds and what it holds. */
export interface JsonLine {
  readonly depth: number;
  readonly text: string;
  /** How many members fold away under this line; null where nothing does. */
  readonly members: number | null;
}

/** The lines of a JSON value, in a form that goes from one thread to another without work for either. */
export interface LaidJson {
  readonly text: string;
  /** Where each line begins in the text, and at last where it ends. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly depths: Uint8Array<ArrayBuffer>;
  /** The line of what holds this one; of the last line of a list or an object, its first. -1: the root. */
  readonly parents: Int32Array<ArrayBuffer>;
  /** The last line of what begins here; of any other line itself. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** -1: nothing folds. */
  readonly members: Int32Array<ArrayBuffer>;
  /** There is more than these lines. */
  readonly isCut: boolean;
}

/** Deeper values stay folded, so that a hostile file cannot overflow the stack. */
const deepest = 200;
/** As many lines are shown. */
const mostShown = 200_000;
/** As many are laid out: what is folded away brings later ones into sight. */
const mostLaid = 3_000_000;

/** Lays a JSON value out by its lines. What is deeper than 200 levels is left out. */
export function layJson(value: unknown): LaidJson {
  const texts: string[] = [];
  const depths: number[] = [];
  const parents: number[] = [];
  const ends: number[] = [];
  const members: number[] = [];
  let isCut = false;
  const add = (text: string, depth: number, parent: number, count: number): number => {
    depths.push(depth);
    parents.push(parent);
    members.push(count);
    ends.push(texts.length);
    return texts.push(text) - 1;
  };
  const walk = (lead: string, member: unknown, depth: number, parent: number, comma: string) => {
    if (texts.length >= mostLaid) {
      isCut = true;
      return;
    }
    if (member === null || typeof member !== 'object') {
      add(`${lead}${JSON.stringify(member)}${comma}`, depth, parent, -1);
      return;
    }
    const isList = Array.isArray(member);
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    const names = isList ? null : Object.keys(member);
    const count = isList ? member.length : Object.keys(member).length;
    if (count === 0) {
      add(`${lead}${open}${close}${comma}`, depth, parent, -1);
      return;
    }
    if (depth >= deepest) {
      add(`${lead}${open}…${close}${comma}`, depth, parent, count);
      return;
    }
    const own = add(`${lead}${open}`, depth, parent, count);
    for (let index = 0; index < count && !isCut; index += 1) {
      const name = names?.[index];
      const child: unknown =
        name === undefined
          ? (member as readonly unknown[])[index]
          : (member as Readonly<Record<string, unknown>>)[name];
      const said = name === undefined ? '' : `${JSON.stringify(name)}: `;
      walk(said, child, depth + 1, own, index === count - 1 ? '' : ',');
    }
    ends[own] = add(`${close}${comma}`, depth, own, -1);
  };
  walk('', value, 0, -1, '');
  const starts = new Uint32Array(texts.length + 1);
  let at = 0;
  for (const [line, text] of texts.entries()) {
    starts[line] = at;
    at += text.length;
  }
  starts[texts.length] = at;
  return {
    text: texts.join(''),
    starts,
    depths: Uint8Array.from(depths),
    parents: Int32Array.from(parents),
    ends: Uint32Array.from(ends),
    members: Int32Array.from(members),
    isCut,
  };
}

/** Reads the lines of a JSON value that was laid out; a line keeps its number whatever is folded. */
export class JsonTree {
  readonly #laid: LaidJson;

  constructor(laid: LaidJson) {
    this.#laid = laid;
  }

  /** The lines that are shown where what lies under those in `folded` is not: the first 200,000. */
  show(folded: ReadonlySet<number>): {
    readonly lines: Uint32Array<ArrayBuffer>;
    readonly isCut: boolean;
  } {
    const { ends, isCut } = this.#laid;
    const lines = new Uint32Array(Math.min(ends.length, mostShown));
    let count = 0;
    let line = 0;
    while (line < ends.length && count < mostShown) {
      lines[count] = line;
      count += 1;
      line = (folded.size > 0 && folded.has(line) ? (ends[line] ?? line) : line) + 1;
    }
    return { lines: lines.subarray(0, count), isCut: isCut || line < ends.length };
  }

  read(line: number, isFolded: boolean): JsonLine {
    const members = this.#laid.members[line] ?? -1;
    const end = this.#laid.ends[line] ?? line;
    const folds = isFolded && end > line;
    return {
      depth: this.#laid.depths[line] ?? 0,
      text: folds ? `${this.#text(line)}…${this.#text(end)}` : this.#text(line),
      members: members < 0 ? null : members,
    };
  }

  /** The way from the root, `/Records/0/eventID`; of the line that ends what `/a` is, `/a/ `. */
  pathOf(line: number): string {
    const { parents, ends } = this.#laid;
    const steps: string[] = [];
    for (let at = line; (parents[at] ?? -1) >= 0;) {
      const parent = parents[at] ?? -1;
      steps.push(ends[parent] === at ? ' ' : this.#nameOf(at, parent));
      at = parent;
    }
    return steps
      .reverse()
      .map((step) => `/${step}`)
      .join('');
  }

  /** The line at the end of such a way; null where it leads nowhere. */
  find(path: string): number | null {
    let found = 0;
    for (const step of path.split('/').slice(1)) {
      const next = this.#step(found, step);
      if (next === null) return null;
      found = next;
    }
    return found;
  }

  /** What begins at a line, as it would be written with an indentation of two; the first `most` letters. */
  write(line: number, most: number): string {
    const { depths, ends } = this.#laid;
    const first = depths[line] ?? 0;
    let text = '';
    for (let at = line; at <= (ends[line] ?? line) && text.length < most; at += 1) {
      const own = this.#text(at);
      text += at === line ? own : `\n${'  '.repeat((depths[at] ?? first) - first)}${own}`;
    }
    return text.replace(/,$/, '').slice(0, most);
  }

  #step(parent: number, name: string): number | null {
    const { ends } = this.#laid;
    const end = ends[parent] ?? parent;
    const isList = this.#text(parent).endsWith('[');
    let index = 0;
    for (let at = parent + 1; at < end; at = (ends[at] ?? at) + 1) {
      if (isList ? String(index) === name : readName(this.#text(at)) === name) return at;
      index += 1;
    }
    return null;
  }

  #nameOf(line: number, parent: number): string {
    const { ends } = this.#laid;
    if (!this.#text(parent).endsWith('[')) return readName(this.#text(line));
    let index = 0;
    for (let at = parent + 1; at < line; at = (ends[at] ?? at) + 1) index += 1;
    return String(index);
  }

  #text(line: number): string {
    const { text, starts } = this.#laid;
    return text.slice(starts[line], starts[line + 1]);
  }
}

/** The name that a line of an object begins with. */
function readName(line: string): string {
  const [written = '""'] = /^"(?:[^"\\]|\\.)*"/.exec(line) ?? [];
  return String(JSON.parse(written));
}
