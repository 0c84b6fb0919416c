import { jsonOption, packOption, type Command } from '../command.ts';

export const scoreCommand: Command = {
  name: 'score',
  group: 'Score',
  about: 'parts, total, and every point of a log with its rule, weight and event',
  forms: ['LOG [--json] [--pack FOLDER]'],
  examples: [
    { type: 'score attempt.jsonl', does: 'the points of a log that play wrote' },
    { type: 'score attempt.jsonl --json --pack my-pack', does: 'as JSON, of a drill of your own' },
  ],
  options: { json: jsonOption, pack: packOption },
  words: [1, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [path = ''], value, flag }) => {
    const { scoreLog } = await import('../score-log.ts');
    return scoreLog(terminal, { path, json: flag('json'), pack: value('pack') });
  },
};
