import { commandGroups, type Command } from './command.ts';
import { bold, dim } from './terminal.ts';
import { alignCells, wrapText } from './wrap-text.ts';

const exitCodes =
  'Exit code 0: fine; 1: there are faults; 2: bad usage, or input that cannot be read.';

/** All commands, a line each. */
export function writeHelp(commands: readonly Command[], columns: number): string {
  const name = (command: Command): string => `drillbook ${command.name}`;
  const width = Math.max(...commands.map((command) => name(command).length));
  const groups = commandGroups.map((group) => {
    const own = commands.filter((command) => command.group === group);
    const lines = own.map((command) => {
      const hanging = ' '.repeat(width + 4);
      const about = wrapText(command.about, columns, hanging).trimStart();
      return `  ${name(command).padEnd(width)}  ${about}`;
    });
    return own.length === 0 ? [] : [[bold(group), ...lines].join('\n')];
  });
  return [
    'drillbook: incident drills without a screen',
    ...groups.flat(),
    'drillbook help COMMAND says more, with examples; so does any command with --help.',
    exitCodes,
  ].join('\n\n');
}

/** Everything about one command. */
export function writeCommandHelp(command: Command, columns: number): string {
  const forms = command.forms.map((form) => bold(`drillbook ${command.name} ${form}`.trimEnd()));
  const options = alignCells(
    Object.entries(command.options).map(([option, { value, about }]) => [
      `  --${option}${value === undefined ? '' : ` ${value}`}`,
      about,
    ]),
  );
  const examples = command.examples.flatMap(({ type, does }) => [
    `  drillbook ${type}`,
    dim(`      ${does}`),
  ]);
  return [
    forms.join('\n'),
    wrapText(command.about, columns, '  '),
    ...(command.more === undefined ? [] : [wrapText(command.more, columns, '  ')]),
    ...(options.length === 0 ? [] : [['Options', ...options].join('\n')]),
    ...(examples.length === 0 ? [] : [['Examples', ...examples].join('\n')]),
    // A command whose codes mean something else says so itself.
    ...(command.more?.includes('Exit code') ? [] : [exitCodes]),
  ].join('\n\n');
}
