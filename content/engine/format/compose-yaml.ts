import {
  Composer,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type Pair,
} from 'yaml';
import { isForbiddenKey } from './forbidden-keys.ts';

/** Why a YAML text is refused, and where. `offset` counts characters. */
export interface YamlHazard {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly offset: number;
}

export type ComposedYaml =
  | { readonly ok: true; readonly document: Document.Parsed; readonly counter: LineCounter }
  | { readonly ok: false; readonly hazard: YamlHazard; readonly counter: LineCounter };

/** A longer text is not read. */
export const mostCharacters = 2_000_000;

const most = {
  /** The largest drill of the core pack has 20,000. A text of only commas had the parser busy for minutes. */
  pieces: 60_000,
  depth: 64,
} as const;

/**
 * Reads one YAML 1.2 document that nobody vouches for. What makes a small text grow, run or mean two
 * things is refused: aliases, tags, directives, merge keys, keys twice or that are no plain word,
 * nesting beyond 64. Stops at the first fault, in at most about a second.
 */
export function composeYaml(text: string): ComposedYaml {
  const counter = new LineCounter();
  const refuse = (hazard: YamlHazard): ComposedYaml => ({ ok: false, hazard, counter });
  const pieces: string[] = [];
  const tooMuch = cutIntoPieces(text, pieces);
  if (tooMuch) {
    // Nothing was parsed, so the places of the lines are not known yet.
    counter.addNewLine(0);
    for (const { index } of text.matchAll(/\n/g)) counter.addNewLine(index + 1);
    return refuse(tooMuch);
  }
  try {
    const document = compose(pieces, text.length, counter);
    const hazard = findHazard(document);
    return hazard ? refuse(hazard) : { ok: true, document, counter };
  } catch (error) {
    if (error instanceof FirstFault) return refuse(error.hazard);
    return refuse(tooDeep(0)); // the parser's stack is full
  }
}

/** Whether a text has more pieces than are read, or nests them too deep: what composeYaml refuses first. */
export function isTooMuchYaml(text: string): boolean {
  return cutIntoPieces(text, []) !== null;
}

class FirstFault extends Error {
  readonly hazard: YamlHazard;
  constructor(hazard: YamlHazard) {
    super();
    this.hazard = hazard;
  }
}

/** By the library's code: its messages say what the parser met, not what the writer did. */
const remedies: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'Put the text in quotes if it has a colon and a space in it, or mend the indentation of the next line.',
  BLOCK_IN_FLOW:
    'Put the text in quotes if it has a colon and a space in it, and see that each { or [ is closed.',
  MULTILINE_IMPLICIT_KEY:
    'Write a colon and a space after the name of the field; or close the quote or bracket that begins here, or indent the lines below.',
  MISSING_CHAR: 'Write the colon, quote or bracket that is missing, or mend the indentation.',
  BAD_INDENT:
    'Let the lines of one list or set of fields begin in the same column, and close each { or [.',
  TAB_AS_INDENT: 'Indent with spaces; a tab is not allowed there.',
  BAD_SCALAR_START: 'Put the text in quotes: it begins with a sign that means something in YAML.',
  UNEXPECTED_TOKEN: 'Look for a quote, bracket or comma that is missing or too many before this.',
};

/** What the writer did, by the library's code; where none stands here, its own words will do. */
const messages: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'A field or a list begins where none can: after another colon on the same line, or at a wrong indentation',
  BLOCK_IN_FLOW: 'Inside { } or [ ] stands a colon that begins a field where none can be',
  MULTILINE_IMPLICIT_KEY: 'This line is read as the name of a field, and has no colon',
  BAD_INDENT: 'This line is not indented like the others it belongs to, or a { or [ is not closed',
};

function sayInWords(message: string, code: string): string {
  const quote = /^Missing closing (.)quote/.exec(message)?.[1];
  if (quote !== undefined) return `The ${quote} that begins here is never closed`;
  if (message.startsWith('Sequence item without -')) {
    return 'This line stands among the items of a list, and has no "- " before it';
  }
  return messages[code] ?? message;
}

const wrong = (message: string, offset: number, code = ''): YamlHazard => ({
  code: 'yaml',
  message: sayInWords(message, code).replace(/\.?$/, '.'),
  remedy: remedies[code] ?? 'Mend the YAML at this place.',
  offset,
});

const tooDeep = (offset: number): YamlHazard => ({
  code: 'yaml-too-deep',
  message: 'The YAML is nested more than 64 levels deep.',
  remedy: 'Write it flatter.',
  offset,
});

/**
 * Counts before anything is built: size and nesting cost the parser far more than they cost here.
 *
 * @param pieces is given the words and signs, up to the first that is too many
 */
function cutIntoPieces(text: string, pieces: string[]): YamlHazard | null {
  if (text.length > mostCharacters) {
    return {
      code: 'yaml-too-long',
      message: 'The file is longer than 2,000,000 characters.',
      remedy: 'Move long texts into .md files.',
      offset: 0,
    };
  }
  let depth = 0;
  let offset = 0;
  for (const piece of new Lexer().lex(text)) {
    pieces.push(piece);
    if (piece === '[' || piece === '{') depth += 1;
    if (piece === ']' || piece === '}') depth -= 1;
    if (depth > most.depth) return tooDeep(offset);
    if (pieces.length > most.pieces) {
      return {
        code: 'yaml-too-large',
        message: 'The file has more than 60,000 words and signs of YAML.',
        remedy: 'Split it, or move long texts into .md files.',
        offset,
      };
    }
    if (!marks.has(piece)) offset += piece.length;
  }
  return null;
}

/** @throws FirstFault at the first fault, RangeError where it is nested too deep for the stack */
function compose(pieces: readonly string[], length: number, counter: LineCounter): Document.Parsed {
  const composer = new Composer({ strict: true, uniqueKeys: false, prettyErrors: false });
  // The library gathers every fault, each with a stack: for 100,000 of them that took a minute.
  const own = composer as unknown as {
    onError: (source: unknown, code: string, message: string, isWarning?: boolean) => void;
  };
  let first: FirstFault | null = null;
  own.onError = (source, code, message) => {
    if (code === 'TAG_RESOLVE_FAILED') return; // refused below, with better words
    const offset = readOffset(source);
    // An open quote is noticed where the text ends; it has to be mended where it begins.
    const isOpen = message.startsWith('Missing closing');
    const at = isOpen ? findStart(pieces, offset) : offset;
    // The library catches what is thrown and reports it once more for each level above.
    first ??= new FirstFault(
      code === 'RESOURCE_EXHAUSTION' ? tooDeep(at) : wrong(message, at, code),
    );
    throw first;
  };
  const [document, more] = composer.compose(parse(pieces, counter), true, length);
  const [error] = document?.errors ?? [];
  if (error) throw new FirstFault(wrong(error.message, error.pos[0], error.code));
  if (!document || more) {
    throw new FirstFault(wrong('There is more than one document in the file', more?.range[0] ?? 0));
  }
  return document;
}

/** What Parser.parse does, without taking the text apart a second time. */
function* parse(pieces: readonly string[], counter: LineCounter): Generator<CST.Token> {
  const parser = new Parser(counter.addNewLine);
  counter.addNewLine(0);
  for (const piece of pieces) yield* parser.next(piece);
  yield* parser.end();
}

/** What the lexer puts between pieces; it stands in no text. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);

/** Where the piece begins that ends at an offset or holds it. */
function findStart(pieces: readonly string[], offset: number): number {
  let start = 0;
  for (const piece of pieces) {
    if (marks.has(piece)) continue;
    if (start + piece.length >= offset) return start;
    start += piece.length;
  }
  return offset;
}

/** Names are as long as their author likes; a sentence is not. */
function clip(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}

function readOffset(source: unknown): number {
  if (typeof source === 'number') return source;
  const { range, offset } = source as { range?: [number]; offset?: number };
  return range?.[0] ?? (Array.isArray(source) ? Number(source[0]) : (offset ?? 0));
}

function findHazard(document: Document.Parsed): YamlHazard | null {
  const { yaml, tags } = document.directives;
  if (yaml.explicit || Object.keys(tags).length > 1) {
    return {
      code: 'yaml-directive',
      message: 'The file begins with a directive (%), which can change what its words mean.',
      remedy: 'Remove the lines that begin with %: YAML 1.2 is what is read.',
      offset: 0,
    };
  }
  return findNodeHazard(document.contents, 0);
}

function findNodeHazard(node: unknown, depth: number): YamlHazard | null {
  if (depth > most.depth) return tooDeep(placeOf(node));
  if (isAlias(node)) {
    return {
      code: 'yaml-alias',
      message: `The alias *${clip(node.source)} is refused: aliases are how a small file grows without bound.`,
      remedy: 'Write the value out.',
      offset: placeOf(node),
    };
  }
  const tag = (node as { tag?: string } | null)?.tag;
  if (tag !== undefined) {
    return {
      code: 'yaml-tag',
      message: `The tag ${clip(tag)} is refused: a value is what it looks like.`,
      remedy: 'Remove the tag. A text that looks like a number stands in quotes.',
      offset: placeOf(node),
    };
  }
  if (!isCollection(node)) return null;
  const keys = new Set<string>();
  for (const item of node.items) {
    const hazard = isMap(node)
      ? findPairHazard(item as Pair, keys, depth)
      : findNodeHazard(item, depth + 1);
    if (hazard) return hazard;
  }
  return null;
}

/** @param keys of the same map, those before this one */
function findPairHazard({ key, value }: Pair, keys: Set<string>, depth: number): YamlHazard | null {
  const hazard = findNodeHazard(key, depth + 1) ?? findKeyHazard(key, keys);
  return hazard ?? findNodeHazard(value, depth + 1);
}

function findKeyHazard(key: unknown, keys: Set<string>): YamlHazard | null {
  const offset = placeOf(key);
  const value = isScalar(key) ? key.value : null;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return {
      code: 'yaml-key',
      message: 'A field’s name is empty, a list or a map.',
      remedy: 'Begin the line with a plain word and a colon.',
      offset,
    };
  }
  const name = String(value);
  if (isForbiddenKey(name)) {
    return {
      code: 'forbidden-key',
      message: `A field may not be called "${name}": it could change the program itself.`,
      remedy: 'Give the field another name.',
      offset,
    };
  }
  if (name === '<<') {
    return {
      code: 'yaml-merge',
      message: 'The merge key << is refused: fields come from where they are written.',
      remedy: 'Write the fields out.',
      offset,
    };
  }
  if (keys.has(name)) {
    return {
      code: 'yaml',
      message: `The field "${clip(name)}" stands here twice.`,
      remedy: 'Remove one of the two.',
      offset,
    };
  }
  keys.add(name);
  return null;
}

function placeOf(node: unknown): number {
  return (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? 0;
}
