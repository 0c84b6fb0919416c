import { jsonOption, type Command } from '../command.ts';
import { readsForPeople, standardInput } from '../standard-input.ts';

export const scoreUpdateCommand: Command = {
  name: 'score-update',
  group: 'Score',
  about: 'written updates against what was known at that minute',
  forms: ['[--json] < UPDATES.jsonl'],
  more: `A JSON object on each line with audience (executive, customers, regulator, engineers or handover), at_min, facts (id, text, known_from_min, any: other phrasings), forbidden (claims that must not be made) and text.

For each a line {"total": 0..1, "points": [{rule, weight, earned, spans, why}]}, or {"error"}.`,
  examples: [
    { type: 'score-update --json < updates.jsonl', does: 'a line of JSON for each update' },
  ],
  options: { json: jsonOption },
  words: [0, 0],
  run: async ({ terminal, flag }) => {
    const { scoreUpdates } = await import('../score-update.ts');
    return scoreUpdates(terminal, {
      input: standardInput(terminal),
      readable: readsForPeople(terminal, flag('json')),
    });
  },
};
