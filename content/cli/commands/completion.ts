import type { Command } from '../command.ts';
import { CommandFault } from '../command-fault.ts';
import { shells, writeCompletion } from '../write-completion.ts';

export const completionCommand: Command = {
  name: 'completion',
  group: 'More',
  about: 'the completion of a shell, to be read by it',
  forms: [shells.join('|')],
  more: 'It completes the word `drillbook`: give that name to the command first, for example with alias drillbook="npm run --silent --prefix /path/to/drillbook drillbook --".',
  examples: [
    { type: 'completion bash > ~/.drillbook-completion', does: 'to be sourced in ~/.bashrc' },
    { type: 'completion fish | source', does: 'for this session' },
  ],
  options: {},
  words: [1, 1],
  firstWord: shells,
  run: ({ terminal, words: [asked = ''], commands }) => {
    const shell = shells.find((known) => known === asked);
    if (!shell)
      throw new CommandFault(`There is no completion for "${asked}": ${shells.join(', ')}.`);
    terminal.write(writeCompletion(shell, commands).trimEnd());
    return 0;
  },
};
