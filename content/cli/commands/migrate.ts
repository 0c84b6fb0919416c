import { jsonOption, type Command } from '../command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  group: 'Write',
  about: 'brings the files of a pack to today’s format',
  forms: ['PACK_FOLDER [--write] [--json]'],
  more: 'Without --write it only says what it would do. Comments stay. Where one file cannot be brought on, none is written.',
  examples: [
    { type: 'migrate my-pack', does: 'what is to be done' },
    { type: 'migrate my-pack --write', does: 'doing it' },
  ],
  options: { write: { about: 'writes the files' }, json: jsonOption },
  words: [1, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [folder = ''], flag }) => {
    const { migratePack } = await import('../migrate-pack.ts');
    return migratePack(terminal, { folder, write: flag('write'), json: flag('json') });
  },
};
