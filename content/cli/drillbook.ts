// The command line: the engine without a screen. Exit code 0 fine, 1 faults found, 2 bad usage or
// input that cannot be read. Whatever happens is one clear line, never a stack trace.
import { CommandFault, readErrorCode } from './command-fault.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';
import { openTerminal } from './terminal.ts';

function explain(error: unknown): string {
  if (error instanceof CommandFault) return error.message;
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return readErrorCode(error) === null
    ? `Drillbook made a mistake and stopped: ${reason}. What was saved is safe; please report this.`
    : `The system refused something: ${reason}.`;
}

const terminal = openTerminal();
// The reader of a pipe may leave before the end, as `| head` does: then there is nothing to say.
process.stdout.on('error', (error: Error) => {
  if (readErrorCode(error) === 'EPIPE') process.exit(process.exitCode ?? 0);
  terminal.complain(explain(error));
  process.exit(2);
});
process.stderr.on('error', () => undefined);

try {
  process.exitCode = await runCommand(commands, terminal, process.argv.slice(2));
} catch (error) {
  terminal.complain(`drillbook: ${explain(error)}`);
  process.exitCode = 2;
}
