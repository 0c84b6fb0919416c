import { jsonOption, type Command } from '../command.ts';

export const statsCommand: Command = {
  name: 'stats',
  group: 'Write',
  about:
    'counts what drills and exercises hold: decisions, minutes, levels, techniques, words, reading level',
  forms: ['[PATH] [--json]'],
  more: 'PATH is a pack’s folder, a drill’s folder or a drill.yaml; without it the packs that come with Drillbook are counted. The reading level is that of Flesch and Kincaid, in years of school.',
  examples: [{ type: 'stats my-pack', does: 'a line for each drill, and the sums' }],
  options: { json: jsonOption },
  words: [0, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [path], flag }) => {
    const { writeStats } = await import('../write-stats.ts');
    return writeStats(terminal, { path, json: flag('json') });
  },
};
