import { join, relative } from 'node:path';
import type { Fault } from '../engine/format/fault.ts';
import { bold, dim, red, yellow } from './terminal.ts';

/** A fault with its file as the person can open it from here. */
export function placeFault(folder: string, fault: Fault): Fault {
  const full = join(folder, fault.file);
  const near = relative(process.cwd(), full);
  return { ...fault, file: near.startsWith('..') ? full : near };
}

/** A fault in two lines: where and what; what to do. */
export function writeFault({ file, line, column, severity, code, message, remedy }: Fault): string {
  const kind = severity === 'error' ? red('error') : yellow('warning');
  return `${bold(`${file}:${line}:${column}`)} ${kind} ${message} ${dim(`(${code})`)}\n    ${remedy}`;
}
