import type { Terminal } from './terminal.ts';

/** An option of a command: a flag, or a value that follows it. */
export interface CommandOption {
  readonly about: string;
  /** What stands for the value in the help, such as FOLDER; without it the option is a flag. */
  readonly value?: string;
  /** One letter for it: `-o`. */
  readonly short?: string;
  /** All values there are, for completion. */
  readonly values?: readonly string[];
}

/** What was typed after a command's name. */
export interface Call {
  readonly terminal: Terminal;
  readonly words: readonly string[];
  /** The value of an option; undefined where it was not given. */
  readonly value: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
  /** All there are, for what is written from them. */
  readonly commands: readonly Command[];
}

export const commandGroups = ['Train', 'Write', 'Packs', 'Score', 'More'] as const;

/**
 * One command of the command line; a file each in commands/, listed in commands.ts. Its help, its
 * completion and the reading of its arguments follow from what stands here.
 */
export interface Command {
  /** One word, or two such as `pack check`. */
  readonly name: string;
  readonly group: (typeof commandGroups)[number];
  /** A line for the list of commands. */
  readonly about: string;
  /** What follows the name, a line for each form: `SLUG [--seed N]`. */
  readonly forms: readonly string[];
  /** More than the line says, in paragraphs. */
  readonly more?: string;
  readonly examples: readonly { readonly type: string; readonly does: string }[];
  readonly options: Readonly<Record<string, CommandOption>>;
  /** How many words may follow, at least and at most. */
  readonly words: readonly [least: number, most: number];
  /** What the first word may be, for completion; `path` for files and folders. */
  readonly firstWord?: readonly string[] | 'path' | 'drill';
  /** Returns the exit code: 0 fine, 1 faults found, 2 input that cannot be read. */
  run(call: Call): number | Promise<number>;
}

export const jsonOption: CommandOption = { about: 'writes JSON, for programs' };
export const packOption: CommandOption = {
  about: 'looks in this pack, or folder of packs, instead of those that come with Drillbook',
  value: 'FOLDER',
};
