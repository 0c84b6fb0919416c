import { fitsPattern } from '../format/pack-pattern.ts';
import type { Tool } from '../format/drill-schema.ts';

/** What a line typed into the terminal asks for. Messages are for people and say what to do. */
export type ToolLine =
  | { readonly kind: 'run'; readonly tool: string; readonly args: Readonly<Record<string, string>> }
  | { readonly kind: 'help' }
  | { readonly kind: 'manual'; readonly tool: Tool }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly message: string };

/**
 * Reads `tool-id --arg value`, `help` and `man TOOL`. Values may stand in quotes, follow `=`, or
 * stand alone in the order of the arguments; letter case of a listed value does not matter. The
 * values are checked as the tool itself would.
 */
export function parseToolLine(tools: readonly Tool[], line: string): ToolLine {
  const words = splitLine(line);
  if (words === null) {
    return { kind: 'wrong', message: 'A quote is open: close it at the end of its text.' };
  }
  const [name, ...rest] = words;
  if (name === undefined) return { kind: 'empty' };
  if (name.text === 'help') return { kind: 'help' };
  if (name.text === 'man') return readManual(tools, rest[0]?.text);
  const tool = tools.find(({ id }) => id === name.text.toLowerCase());
  return tool ? readArguments(tool, rest) : { kind: 'wrong', message: findClose(tools, name.text) };
}

function readManual(tools: readonly Tool[], name: string | undefined): ToolLine {
  const tool = tools.find(({ id }) => id === name?.toLowerCase());
  if (tool) return { kind: 'manual', tool };
  const message =
    name === undefined ? 'Say of which tool: man TOOL. The tools: help.' : findClose(tools, name);
  return { kind: 'wrong', message };
}

function findClose(tools: readonly Tool[], name: string): string {
  const typed = name.toLowerCase();
  const close = tools.find(({ id }) => id.startsWith(typed) || id.includes(typed));
  return close
    ? `There is no tool "${name}". Did you mean ${close.id}?`
    : `There is no tool "${name}". Those that can be used now: help.`;
}

function readArguments(tool: Tool, words: readonly LineWord[]): ToolLine {
  const wrong = (message: string): ToolLine => ({
    kind: 'wrong',
    message: `${message} How it is used: man ${tool.id}.`,
  });
  const named = new Map<string, string>();
  const bare: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word || word.quoted || !word.text.startsWith('--')) {
      if (word) bare.push(word.text);
      continue;
    }
    const [flag = '', ...after] = word.text.slice(2).split('=');
    const arg = tool.args.find(({ id }) => id === flag);
    if (!arg) {
      const known = tool.args.map(({ id }) => `--${id}`).join(', ');
      return wrong(
        known === ''
          ? `${tool.id} takes no arguments, so --${flag} does not go with it.`
          : `${tool.id} has no --${flag}; it has ${known}.`,
      );
    }
    if (after.length > 0) named.set(flag, after.join('='));
    else {
      at += 1;
      named.set(flag, words[at]?.text ?? '');
    }
  }
  for (const [index, { id }] of tool.args.entries()) {
    if (named.has(id)) continue;
    const last = tool.args.slice(index + 1).every((later) => named.has(later.id));
    const value = last ? bare.splice(0).join(' ') : bare.shift();
    if (value !== undefined && value !== '') named.set(id, value);
  }
  if (bare.length > 0) return wrong(`"${bare[0] ?? ''}" is one word too many.`);
  const args: Record<string, string> = {};
  for (const { id, label, values, pattern } of tool.args) {
    const given = named.get(id)?.trim() ?? '';
    if (given === '') return wrong(`${label} is missing: --${id} VALUE.`);
    if (given.length > 200) return wrong(`${label} is longer than 200 characters.`);
    const listed = values?.find((value) => value.toLowerCase() === given.toLowerCase());
    if (values && listed === undefined) {
      return wrong(`${label} cannot be "${given}": ${values.map(quote).join(', ')}.`);
    }
    if (pattern && !fitsPattern(pattern.re2, given)) {
      return wrong(`${label} has another form: ${pattern.says}.`);
    }
    args[id] = listed ?? given;
  }
  return { kind: 'run', tool: tool.id, args };
}

/** What can stand where the line ends: whole words to put in place of the last one, sorted. */
export function completeToolLine(tools: readonly Tool[], line: string): readonly string[] {
  const open = /(?:^|\s)(\S*)$/.exec(line)?.[1] ?? '';
  const before = line.slice(0, line.length - open.length).trim();
  const starts = (candidate: string): boolean =>
    candidate.toLowerCase().startsWith(open.replace(/^["']/, '').toLowerCase());
  const names = tools.map(({ id }) => id);
  if (before === '') return [...names, 'help', 'man'].filter(starts).sort();
  if (before === 'man') return names.filter(starts).sort();
  const [name, ...rest] = before.split(/\s+/);
  const tool = tools.find(({ id }) => id === name);
  if (!tool) return [];
  const flag = rest.at(-1)?.replace(/^--/, '');
  const arg = rest.at(-1)?.startsWith('--') ? tool.args.find(({ id }) => id === flag) : undefined;
  if (arg) return (arg.values ?? []).filter(starts).map(quote);
  return tool.args
    .map(({ id }) => `--${id}`)
    .filter((candidate) => !rest.includes(candidate))
    .filter(starts);
}

/** The line with its last word completed as far as all candidates agree. */
export function extendToolLine(line: string, candidates: readonly string[]): string {
  const [first] = candidates;
  if (first === undefined) return line;
  let shared = first;
  for (const candidate of candidates) {
    while (!candidate.startsWith(shared)) shared = shared.slice(0, -1);
  }
  const open = /(?:^|\s)(\S*)$/.exec(line)?.[1] ?? '';
  if (shared.length < open.length) return line;
  return line.slice(0, line.length - open.length) + shared + (candidates.length === 1 ? ' ' : '');
}

/** How a tool is used: `deactivate-key --key VALUE`, then each argument with its values. */
export function writeManual({ id, title, about, args }: Tool): readonly string[] {
  return [
    `${id}: ${title}. ${about}`,
    `usage: ${[id, ...args.map((arg) => `--${arg.id} VALUE`)].join(' ')}`,
    ...args.map(
      (arg) =>
        `  --${arg.id}  ${arg.label}${arg.values ? `: ${arg.values.map(quote).join(', ')}` : ''}`,
    ),
  ];
}

function quote(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

interface LineWord {
  readonly text: string;
  readonly quoted: boolean;
}

/** Splits at spaces; quotes hold a text together, also after `=`. null: a quote is not closed. */
function splitLine(line: string): readonly LineWord[] | null {
  const words: LineWord[] = [];
  let word: LineWord | undefined;
  let quoteOpen = '';
  for (const character of line) {
    const closes = quoteOpen !== '' && character === quoteOpen;
    const opens = quoteOpen === '' && /["']/.test(character) && (!word || word.text.endsWith('='));
    if (closes) quoteOpen = '';
    else if (opens) {
      quoteOpen = character;
      word = { text: word?.text ?? '', quoted: word === undefined };
    } else if (quoteOpen === '' && /\s/.test(character)) {
      if (word) words.push(word);
      word = undefined;
    } else word = { text: (word?.text ?? '') + character, quoted: word?.quoted ?? false };
  }
  if (quoteOpen !== '') return null;
  return word ? [...words, word] : words;
}
