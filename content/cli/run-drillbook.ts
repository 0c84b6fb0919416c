import { CommandFault, explainCode, readErrorCode } from './command-fault.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs what was typed. Exit code 0 fine, 1 faults found, 2 bad usage or input that cannot be read:
 * whatever that is, it is one clear line of complaint and never a stack trace.
 */
export async function runDrillbook(terminal: Terminal, args: readonly string[]): Promise<number> {
  try {
    return await runCommand(commands, terminal, args);
  } catch (error) {
    terminal.complain(`drillbook: ${explainFault(error)}`);
    return 2;
  }
}

/** One line for whatever was thrown. */
export function explainFault(error: unknown): string {
  return explain(error).replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}

function explain(error: unknown): string {
  if (error instanceof CommandFault) return error.message;
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const code = readErrorCode(error);
  return code === null
    ? `Drillbook made a mistake and stopped: ${reason}. What was saved is safe; please report this.`
    : `The system refused something: ${explainCode(code) ?? reason}.`;
}
