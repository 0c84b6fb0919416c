import { parseToolLine } from '../../engine/drill/tool-line.ts';
import { refuse, withNamed, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';
import { showTool } from './show-state.ts';
import { useTool } from './use-tool.ts';

export const terminalCommands: readonly PlayCommand[] = [
  {
    name: 'man',
    form: 'man TOOL',
    about: 'how a tool is used',
    run: (session, { words }) =>
      withNamed(session, 'tools', words.join(' '), (id) => {
        const tool = session.prepared.byId.tools.get(id);
        if (!tool) return '';
        const args = tool.args.map((arg) => ` ${arg.id}=VALUE`).join('');
        return `${showTool(session, tool)}\nusage: use ${session.numbers.find('tools', id)}${args}`;
      }),
  },
];

export function isToolLine({ prepared }: PlaySession, name: string): boolean {
  return prepared.byId.tools.has(name.toLowerCase());
}

/** Does what a line of the app's terminal says: `deactivate-key key=VALUE`, for who knows the names there. */
export function runToolLine(session: PlaySession, line: string): string {
  const { tools } = session.choices;
  const [name = ''] = line.trim().split(/\s/);
  if (!tools.some(({ id }) => id === name.toLowerCase())) {
    return refuse(`There is no tool "${name}" here. Listed by: tools`);
  }
  const read = parseToolLine(tools, line);
  if (read.kind === 'wrong') return refuse(read.message);
  return read.kind === 'run' ? useTool(session, read.tool, read.args) : '';
}
