import { jsonOption, type Command } from '../command.ts';

export const lintCommand: Command = {
  name: 'lint',
  group: 'Write',
  about: 'checks a pack or a drill, and says what to do about each fault',
  forms: ['[PATH] [--json]'],
  more: 'PATH is a pack’s folder, a drill’s folder or a drill.yaml; without it the packs that come with Drillbook are checked.',
  examples: [
    { type: 'lint my-pack', does: 'everything in a pack' },
    { type: 'lint my-pack/drills/first-drill', does: 'one drill' },
  ],
  options: { json: jsonOption },
  words: [0, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [path], flag }) => {
    const { lintPacks } = await import('../lint-packs.ts');
    return lintPacks(terminal, { path, json: flag('json') });
  },
};
