import { wrapText } from '../wrap-text.ts';
import { perform } from './play-command.ts';
import type { PlaySession } from './play-session.ts';

/** Uses a tool and shows its answer. */
export function useTool(
  session: PlaySession,
  tool: string,
  args: Readonly<Record<string, string>>,
): string {
  return perform(session, { kind: 'tool_used', data: { tool, args } }, () => {
    const outcome = session.state.uses.at(-1)?.outcome;
    const outcomes = session.prepared.byId.tools.get(tool)?.outcomes ?? [];
    const answer = outcomes.find(({ id }) => id === outcome)?.answer ?? '';
    return wrapText(answer, session.columns);
  });
}
