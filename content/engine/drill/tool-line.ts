import type { Tool } from '../format/drill-schema.ts';
import { listValues, quoteValue, readToolArguments } from './tool-arguments.ts';
import { splitTyped } from './typed-words.ts';

/** What a line typed into the terminal asks for. Messages are for people and say what to do. */
export type ToolLine =
  | { readonly kind: 'run'; readonly tool: string; readonly args: Readonly<Record<string, string>> }
  | { readonly kind: 'help' }
  | { readonly kind: 'manual'; readonly tool: Tool }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly message: string };

/**
 * Reads a tool with its arguments (`readToolArguments`), alone or behind `use` as in the command line,
 * `help` and `man TOOL`. The values are checked as the tool itself would.
 */
export function parseToolLine(tools: readonly Tool[], line: string): ToolLine {
  const { words, open } = splitTyped(line);
  if (open) {
    return { kind: 'wrong', message: 'A quote is open: close it at the end of its text.' };
  }
  const [first, ...behind] = words;
  if (first === undefined) return { kind: 'empty' };
  if (first.text === 'help') return { kind: 'help' };
  if (first.text === 'man') return readManual(tools, behind[0]?.text);
  const [name, ...rest] = first.text === 'use' && !findTool(tools, 'use') ? behind : words;
  if (name === undefined) {
    return { kind: 'wrong', message: 'Say which tool: use TOOL. The tools: help.' };
  }
  const tool = findTool(tools, name.text);
  if (!tool) return { kind: 'wrong', message: findClose(tools, name.text) };
  const read = readToolArguments(tool, rest);
  return read.ok
    ? { kind: 'run', tool: tool.id, args: read.args }
    : { kind: 'wrong', message: `${read.message} How it is used: man ${tool.id}.` };
}

function findTool(tools: readonly Tool[], name: string | undefined): Tool | undefined {
  return tools.find(({ id }) => id === name?.toLowerCase());
}

function readManual(tools: readonly Tool[], name: string | undefined): ToolLine {
  const tool = findTool(tools, name);
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

/** What can stand where the line ends: whole words to put in place of the last one, sorted. */
export function completeToolLine(tools: readonly Tool[], line: string): readonly string[] {
  const open = /(?:^|\s)(\S*)$/.exec(line)?.[1] ?? '';
  const before = line.slice(0, line.length - open.length).trim();
  const starts = (candidate: string): boolean =>
    candidate.toLowerCase().startsWith(open.replace(/^["']/, '').toLowerCase());
  const names = tools.map(({ id }) => id);
  if (before === '') return [...names, 'help', 'man'].filter(starts).sort();
  if (before === 'man' || before === 'use') return names.filter(starts).sort();
  const words = before.split(/\s+/);
  const [name, ...rest] = words[0] === 'use' ? words.slice(1) : words;
  const tool = tools.find(({ id }) => id === name);
  if (!tool) return [];
  const flag = /^--([^=]+)$/.exec(rest.at(-1) ?? '')?.[1];
  const flagged = tool.args.find(({ id }) => id === flag);
  if (flagged) return (flagged.values ?? []).filter(starts).map(quoteValue);
  const [, put = '', wanted, begun = ''] = /^((?:--)?([^=]+)=)["']?(.*)$/.exec(open) ?? [];
  const arg = tool.args.find(({ id }) => id === wanted);
  if (arg) {
    return (arg.values ?? [])
      .filter((value) => value.toLowerCase().startsWith(begun.toLowerCase()))
      .map((value) => put + quoteValue(value));
  }
  const given = rest.map((word) => /^(?:--)?([^=]+)/.exec(word)?.[1]);
  const left = tool.args.filter(({ id }) => !given.includes(id));
  return [
    ...left.map(({ id }) => (open.startsWith('-') ? `--${id}` : `${id}=`)).filter(starts),
    ...(open === ''
      ? []
      : left.flatMap(({ values = [] }) => values.filter(starts).map(quoteValue))),
  ];
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
  return (
    line.slice(0, line.length - open.length) +
    shared +
    (candidates.length === 1 && !shared.endsWith('=') ? ' ' : '')
  );
}

/** How a tool is used: `deactivate-key key=VALUE`, then each argument with its values. */
export function writeManual({ id, title, about, args }: Tool): readonly string[] {
  return [
    `${id}: ${title}. ${about}`,
    `usage: ${[id, ...args.map((arg) => `${arg.id}=VALUE`)].join(' ')}`,
    ...args.map(
      ({ id: name, label, values }) =>
        `  ${name}=  ${label}${values ? `: ${listValues(values)}` : ''}`,
    ),
  ];
}
