import { jsonOption, type Command } from '../command.ts';
import { CommandFault } from '../command-fault.ts';

export const lintCommand: Command = {
  name: 'lint',
  group: 'Write',
  about: 'checks packs, drills or files of them, and says what to do about each fault',
  forms: ['[PATH…] [--moments N] [--ways FOLDER] [--json]', '--explain RULE [--json]'],
  more: 'PATH is a pack’s folder, a drill’s folder, or a file of a pack; several may be named, and without one the packs that come with Drillbook are checked. Every path through a drill is walked as far as --moments allows, and what was not seen is said. The rules stand in docs/lint-rules.md; pack.yaml sets their severities and excepts single faults with a reason.',
  examples: [
    { type: 'lint my-pack', does: 'everything in a pack' },
    { type: 'lint my-pack/drills/first-drill', does: 'one drill' },
    { type: 'lint --explain dead-end', does: 'what a rule asks, with a bad and a good example' },
    {
      type: 'lint my-pack --ways out',
      does: 'and logs that lead to the faults, for play --resume',
    },
  ],
  options: {
    moments: { about: 'walks at most so many moments of each drill (60000)', value: 'N' },
    ways: { about: 'writes the shortest play to each fault of play as a log', value: 'FOLDER' },
    explain: { about: 'prints a rule; all: every rule with its reason', value: 'RULE' },
    json: jsonOption,
  },
  words: [0, 1_000],
  firstWord: 'path',
  run: async ({ terminal, words, value, flag }) => {
    const rule = value('explain');
    if (rule !== undefined) {
      const { explainRule } = await import('../explain-rule.ts');
      return explainRule(terminal, { rule, json: flag('json') });
    }
    const { lintPacks } = await import('../lint-packs.ts');
    return lintPacks(terminal, {
      paths: words,
      json: flag('json'),
      bound: readBound(value('moments')),
      ways: value('ways'),
    });
  },
};

function readBound(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const bound = Number(given);
  if (!/^\d+$/.test(given) || bound < 1 || bound > 20_000_000) {
    throw new CommandFault(`--moments is a whole number from 1 to 20000000, not "${given}".`);
  }
  return bound;
}
