import { jsonOption, type Command } from '../command.ts';
import { CommandFault } from '../command-fault.ts';

export const simulateCommand: Command = {
  name: 'simulate',
  group: 'Write',
  about: 'plays drills by simulated learners, and says what they earn and what nobody came to',
  forms: ['[PATH] [--runs N] [--seed N] [--json]'],
  more: 'Eight learners play: an expert, a careless one, three who always take the first, the longest or the most escalating option, one by chance, a slow and a hasty one. For each the mean share of the points is told, with the least and the most, by part. The same seed gives the same figures. Ends with 1 where a drill is too easy to game. PATH is a pack’s folder, a drill’s folder or a drill.yaml; without it the packs that come with Drillbook are played.',
  examples: [
    { type: 'simulate my-pack/drills/first-drill', does: 'one drill, 10 runs of each learner' },
    { type: 'simulate my-pack --runs 50 --seed 7 --json', does: 'more runs of others, as JSON' },
  ],
  options: {
    runs: { about: 'how often each learner plays (10)', value: 'N' },
    seed: { about: 'the variants that are played, and all chance (0)', value: 'N' },
    json: jsonOption,
  },
  words: [0, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [path], value, flag }) => {
    const { simulateDrills } = await import('../simulate-drills.ts');
    return simulateDrills(terminal, {
      path,
      runs: readNumber('runs', value('runs') ?? '10', 1, 10_000),
      seed: readNumber('seed', value('seed') ?? '0', 0, 0xffffffff),
      json: flag('json'),
    });
  },
};

function readNumber(option: string, given: string, least: number, most: number): number {
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < least || number > most) {
    throw new CommandFault(
      `--${option} is a whole number from ${least} to ${most}, not "${given}".`,
    );
  }
  return number;
}
