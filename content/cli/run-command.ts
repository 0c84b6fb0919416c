import { parseArgs } from 'node:util';
import type { Call, Command } from './command.ts';
import { CommandFault, readErrorCode, suggest } from './command-fault.ts';
import type { Terminal } from './terminal.ts';
import { writeCommandHelp, writeHelp } from './write-help.ts';

const otherNames: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
};

/** Finds the command that was typed and runs it. Throws a CommandFault where there is none. */
export async function runCommand(
  commands: readonly Command[],
  terminal: Terminal,
  args: readonly string[],
): Promise<number> {
  const [given, ...rest] = args;
  if (given === undefined) throw new CommandFault('Say what to do. See: drillbook help.');
  const name = otherNames[given] ?? given;
  if (name === 'help') return showHelp(commands, terminal, rest);
  const command = findCommand(commands, [name, ...rest]);
  if (!command) throw new CommandFault(noCommand(commands, given));
  const own = args.slice(command.name.split(' ').length);
  if (own.includes('--help') || own.includes('-h')) {
    terminal.write(writeCommandHelp(command, terminal.columns));
    return 0;
  }
  return command.run({ ...readCall(command, own), terminal, commands });
}

/** The command with the longest name that the words begin with: `pack check` before `pack`. */
function findCommand(commands: readonly Command[], words: readonly string[]): Command | undefined {
  const named = (length: number): Command | undefined =>
    commands.find(({ name }) => name === words.slice(0, length).join(' '));
  return named(2) ?? named(1);
}

function showHelp(
  commands: readonly Command[],
  terminal: Terminal,
  words: readonly string[],
): number {
  const isJson = words.includes('--json');
  const asked = words.filter((word) => word !== '--json');
  if (asked.length === 0 || asked[0] === 'help') {
    terminal.write(
      isJson ? JSON.stringify(commands, null, 2) : writeHelp(commands, terminal.columns),
    );
    return 0;
  }
  const command = findCommand(commands, asked);
  if (!command) throw new CommandFault(noCommand(commands, asked.join(' ')));
  terminal.write(
    isJson ? JSON.stringify(command, null, 2) : writeCommandHelp(command, terminal.columns),
  );
  return 0;
}

function noCommand(commands: readonly Command[], given: string): string {
  const names = commands.map(({ name }) => name);
  return `There is no command "${given}".${suggest(given, names)} See: drillbook help.`;
}

function readCall(
  command: Command,
  args: readonly string[],
): Pick<Call, 'words' | 'value' | 'flag'> {
  const { name } = command;
  const { values, positionals } = readArguments(command, args);
  const [least, most] = command.words;
  if (positionals.length < least || positionals.length > most) {
    const wrong = positionals.length < least ? 'lacks a word' : 'has a word too many';
    const forms = command.forms.map((form) => `drillbook ${name} ${form}`).join(', or: ');
    throw new CommandFault(
      `"drillbook ${name}" ${wrong}. Type: ${forms}. See: drillbook help ${name}.`,
    );
  }
  const find = (option: string): string | boolean | undefined => {
    if (!(option in command.options)) throw new Error(`${name} declares no option ${option}`);
    return values[option];
  };
  return {
    words: positionals,
    value: (option) => {
      const found = find(option);
      return typeof found === 'string' ? found : undefined;
    },
    flag: (option) => find(option) === true,
  };
}

function readArguments({ name, options }: Command, args: readonly string[]) {
  const types = Object.fromEntries(
    Object.entries(options).map(([option, { value, short }]) => [
      option,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short !== undefined && { short }),
      },
    ]),
  );
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options: types,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    checkOptions(name, tokens);
    return { values, positionals };
  } catch (error) {
    if (error instanceof CommandFault) throw error;
    const reason = explainArguments(error, Object.keys(options));
    throw new CommandFault(`${reason} See: drillbook help ${name}.`);
  }
}

/** What Node finds wrong with the options, in words of ours. */
function explainArguments(error: unknown, options: readonly string[]): string {
  const message = error instanceof Error ? error.message : '';
  const [, option = ''] = /'(?:-., )?--([^ '=]+)/.exec(message) ?? [];
  switch (readErrorCode(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const known = ['help', ...options].map((one) => `--${one}`);
      return `Unknown option '${option === '' ? (/'([^']*)'/.exec(message)?.[1] ?? '') : `--${option}`}'.${suggest(`--${option}`, known)}`;
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? `--${option} takes no value.`
        : `--${option} lacks its value. One that begins with a dash is written --${option}=-…`;
    default:
      return `${message.split(/\.\s|\n/)[0]}.`;
  }
}

/** Of an option given twice one would be lost in silence; an empty value names nothing. */
function checkOptions(
  command: string,
  tokens: readonly { readonly kind: string; readonly name?: string; readonly value?: unknown }[],
): void {
  const seen = new Set<string>();
  for (const { kind, name, value } of tokens) {
    if (kind !== 'option' || name === undefined) continue;
    const why = seen.has(name) ? 'is given twice' : value === '' ? 'has an empty value' : null;
    if (why !== null) {
      throw new CommandFault(`--${name} ${why}. See: drillbook help ${command}.`);
    }
    seen.add(name);
  }
}
