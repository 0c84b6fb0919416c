import { jsonOption, packOption, type Command } from '../command.ts';

export const listCommand: Command = {
  name: 'list',
  group: 'Train',
  about: 'lists drills, exercises, paths and questions, and what does not load',
  forms: ['[--pack FOLDER] [--json]'],
  examples: [
    { type: 'list', does: 'what comes with Drillbook' },
    { type: 'list --pack my-pack', does: 'those of a pack of your own, or of a folder of packs' },
  ],
  options: { pack: packOption, json: jsonOption },
  words: [0, 0],
  run: async ({ terminal, value, flag }) => {
    const { listDrills } = await import('../list-drills.ts');
    return listDrills(terminal, { json: flag('json'), pack: value('pack') });
  },
};
