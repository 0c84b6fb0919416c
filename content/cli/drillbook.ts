// The command line: the engine without a screen. Exit code 0 fine, 1 faults found, 2 bad usage or
// input that cannot be read. Whatever happens is one clear line, never a stack trace.
import { readErrorCode } from './command-fault.ts';
import { explainFault, runDrillbook } from './run-drillbook.ts';
import { openTerminal } from './terminal.ts';

const terminal = openTerminal(process);
// The reader of a pipe may leave before the end, as `| head` does: then there is nothing to say.
process.stdout.on('error', (error: Error) => {
  if (readErrorCode(error) === 'EPIPE') process.exit(process.exitCode ?? 0);
  terminal.complain(`drillbook: ${explainFault(error)}`);
  process.exit(2);
});
process.stderr.on('error', () => undefined);

process.exitCode = await runDrillbook(terminal, process.argv.slice(2));
