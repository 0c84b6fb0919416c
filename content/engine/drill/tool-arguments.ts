import { fitsPattern } from '../format/pack-pattern.ts';
import type { Tool } from '../format/drill-schema.ts';
import type { TypedWord } from './typed-words.ts';

type Argument = Tool['args'][number];

/** Characters of a value that is typed. */
export const longestValue = 200;

/** The values of a tool's arguments, or what is wrong, for people. */
export type ReadArguments =
  | { readonly ok: true; readonly args: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly message: string };

/**
 * Reads what is typed behind a tool's name, in the app's terminal as in the command line: `name=value`,
 * `--name value` and `--name=value` in any order, and values alone in the order of the arguments that
 * are left. Of a listed value one of its words or its number will do where that is clear. What could be
 * a mistyped name is refused, as a tool takes time and may not be undone; quotes make it a value.
 */
export function readToolArguments({ args }: Tool, words: readonly TypedWord[]): ReadArguments {
  const named = new Map<string, string>();
  const bare: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) break;
    const given = isListed(args, word) ? null : readName(args, word);
    if (!given) {
      if (!word.quoted && word.text.startsWith('=') && !isListed(args, word)) {
        return refuse('Write a name and its value without a space: NAME=VALUE.');
      }
      bare.push(word.text);
      continue;
    }
    const arg = findArgument(args, given.name);
    if (!arg) return refuse(describeUnknown(args, given));
    if (named.has(arg.id)) return refuse(`${arg.label} is given twice.`);
    const next = words[at + 1];
    const inNext = given.value === '' && next !== undefined && !isKnownName(args, next);
    if (inNext) at += 1;
    const rest = words.slice(at + 1).map(({ text }) => text);
    const value = [inNext ? next.text : given.value, ...rest];
    const length = Math.max(1, countListed(arg, value));
    named.set(arg.id, value.slice(0, length).join(' '));
    at += length - 1;
  }
  for (const [index, arg] of args.entries()) {
    if (named.has(arg.id)) continue;
    const last = args.slice(index + 1).every(({ id }) => named.has(id));
    const value = bare.splice(0, last ? bare.length : Math.max(1, countListed(arg, bare)));
    if (value.length > 0) named.set(arg.id, value.join(' '));
  }
  if (bare.length > 0) return refuse(`"${bare[0] ?? ''}" is one word too many.`);
  const read: Record<string, string> = {};
  for (const arg of args) {
    const value = checkValue(arg, named.get(arg.id)?.trim() ?? '');
    if (!value.ok) return value;
    read[arg.id] = value.value;
  }
  return { ok: true, args: read };
}

/** `1 "keep memory", 2 "power off"`: listed values, each with the number that stands for it. */
export function listValues(values: readonly string[]): string {
  return values.map((value, index) => `${index + 1} ${quoteValue(value)}`).join(', ');
}

/** As it is typed: in quotes where it holds a space. */
export function quoteValue(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

interface GivenName {
  readonly name: string;
  readonly value: string;
  /** As it was typed: `--kee` or `kee=`. */
  readonly shown: string;
}

/** What a word names, if it is no value: also what no argument is called, but might be meant for one. */
function readName(args: readonly Argument[], { text, quoted }: TypedWord): GivenName | null {
  if (quoted) return null;
  const flag = /^--([^=]*)(?:=(.*))?$/s.exec(text);
  if (flag) {
    const [, name = '', value = ''] = flag;
    return { name, value, shown: `--${name}` };
  }
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at));
  return findArgument(args, name) || /^[A-Za-z][\w-]*$/.test(name)
    ? { name, value: text.slice(at + 1), shown: `${name}=` }
    : null;
}

function isKnownName(args: readonly Argument[], word: TypedWord): boolean {
  const given = readName(args, word);
  return given !== null && findArgument(args, given.name) !== undefined;
}

/** "mode=safe" may be a value by itself, where an argument lists it. */
function isListed(args: readonly Argument[], { text }: TypedWord): boolean {
  return args.some(({ values }) => values?.some((value) => isSame(value, text)) === true);
}

function findArgument(args: readonly Argument[], name: string): Argument | undefined {
  return args.find(({ id }) => isSame(id, name));
}

function describeUnknown(args: readonly Argument[], { shown }: GivenName): string {
  if (args.length === 0) return `It takes no arguments, so ${shown} does not go with it.`;
  const known = args.map(({ id }) => `${id}=`).join(', ');
  return `It has no ${shown}; it has ${known}. A value with such a beginning goes into quotes.`;
}

/** How many words from the first on are one listed value: `keep memory` is two. 0: none. */
function countListed({ values = [] }: Argument, words: readonly string[]): number {
  const lengths = words.map((_, index) => index + 1).reverse();
  return (
    lengths.find((length) =>
      values.some((value) => isSame(value, words.slice(0, length).join(' '))),
    ) ?? 0
  );
}

function checkValue(
  { id, label, values, pattern }: Argument,
  given: string,
):
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string } {
  if (given === '') return refuse(`${label} is missing: ${id}=VALUE.`);
  if (given.length > longestValue) {
    return refuse(`${label} is longer than ${longestValue} characters.`);
  }
  if (pattern && !fitsPattern(pattern.re2, given)) {
    return refuse(`${label} has another form: ${pattern.says}.`);
  }
  if (!values) return { ok: true, value: given };
  const [value, ...others] = findListed(values, given);
  if (value === undefined) {
    return refuse(`${label} cannot be "${given}": ${listValues(values)}.`);
  }
  if (others.length === 0) return { ok: true, value };
  const meant = [value, ...others].map(quoteValue).join(', ');
  return refuse(`${label} "${given}" can be ${meant}. Say more of it.`);
}

/** The values that may be meant: the one that is said whole, else all that have these words or this number. */
function findListed(values: readonly string[], given: string): readonly string[] {
  const whole = values.find((value) => isSame(value, given));
  if (whole !== undefined) return [whole];
  const words = listWords(given);
  return values.filter(
    (value, index) =>
      given === String(index + 1) ||
      (words.length > 0 && words.every((word) => listWords(value).includes(word))),
  );
}

function listWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
