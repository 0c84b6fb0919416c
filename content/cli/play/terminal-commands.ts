import { parseToolLine, writeManual } from '../../engine/drill/tool-line.ts';
import { wrapText } from '../wrap-text.ts';
import { perform, refuse, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';

export const terminalCommands: readonly PlayCommand[] = [
  {
    name: 'man',
    form: 'man TOOL, TOOL --ARG VALUE …',
    about: 'how a tool is used in a line of its own, and using it so',
    run: (session, { words }) => runToolLine(session, ['man', ...words].join(' ')),
  },
];

export function isToolLine({ prepared }: PlaySession, name: string): boolean {
  return prepared.byId.tools.has(name.toLowerCase());
}

/** Does what a line of the terminal says; its own help is that of all commands. */
export function runToolLine(session: PlaySession, line: string): string {
  const read = parseToolLine(session.choices.tools, line);
  if (read.kind === 'wrong') return refuse(read.message);
  if (read.kind === 'manual') return writeManual(read.tool).join('\n');
  if (read.kind !== 'run') return '';
  const { tool, args } = read;
  return perform(session, { kind: 'tool_used', data: { tool, args } }, () => {
    const outcome = session.state.uses.at(-1)?.outcome;
    const outcomes = session.prepared.byId.tools.get(tool)?.outcomes ?? [];
    const answer = outcomes.find(({ id }) => id === outcome)?.answer ?? '';
    return wrapText(answer, session.columns);
  });
}
