import { jsonOption, type Command } from '../command.ts';
import { readsForPeople, standardInput } from '../standard-input.ts';

export const scoreAnswerCommand: Command = {
  name: 'score-answer',
  group: 'Score',
  about: 'answers to behavioural questions: six parts, and the words behind every point',
  forms: ['[--json] < ANSWERS.jsonl'],
  more: `A JSON object on each line with question, principle (name or slug) and answer, or sentences (a list) instead of answer.

For each a line {"total": 1..5, the mean of six "dimensions", "sentences" with their roles, "points": [{rule, dimension, effect, spans, why}]}, or {"error"}.`,
  examples: [
    { type: 'score-answer --json < answers.jsonl', does: 'a line of JSON for each answer' },
  ],
  options: { json: jsonOption },
  words: [0, 0],
  run: async ({ terminal, flag }) => {
    const { scoreAnswers } = await import('../score-answer.ts');
    return scoreAnswers(terminal, {
      input: standardInput(terminal),
      readable: readsForPeople(terminal, flag('json')),
    });
  },
};
