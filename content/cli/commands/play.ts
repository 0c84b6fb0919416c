import { packOption, type Command } from '../command.ts';
import { CommandFault } from '../command-fault.ts';
import { readSeed } from '../read-seed.ts';
import { leverForms, readLevers } from '../play/read-levers.ts';

export const playCommand: Command = {
  name: 'play',
  group: 'Train',
  about: 'plays a drill in the terminal, every step saved at once; or an exercise',
  forms: [
    'SLUG [--seed N] [--levers LIST] [--log FILE] [--pack FOLDER]',
    'SLUG --from STEP [--state FILE] [--log FILE] [--pack FOLDER]',
    '--resume FILE [--pack FOLDER]',
    'EXERCISE [--pack FOLDER]',
  ],
  more: `SLUG is a drill’s folder or the name of an exercise’s file. Where several packs have one, the pack’s id stands before it: core/d01-the-key. --pack FOLDER is a pack, or a folder of packs.

In a play whatever is there is listed with a number and its title, and meant by either: open 2, open cloud, open "CloudTrail, Dub". Scripts may name ids; they are never shown.

LIST is any of ${leverForms}.

With --from the play begins at a decision, a feed item or an update, as soon as it is there. --state names a YAML file that says what is taken to have happened before: at (minutes or "mm:ss"), set (variable: value), decided (decision: option), used (tool: outcome), and lists of what was opened, answered, sent and cited.`,
  examples: [
    { type: 'play d20-two-disks-down', does: 'a drill as it is written' },
    { type: 'play d20-two-disks-down --seed 7', does: 'with other names, addresses and times' },
    {
      type: 'play first-drill --pack my-pack --from key',
      does: 'a drill of your own, from a step',
    },
  ],
  options: {
    seed: { about: 'draws another variant; 0 is the drill as written', value: 'N' },
    levers: { about: 'how hard it is', value: 'LIST' },
    log: { about: 'where the log is written', value: 'FILE' },
    from: { about: 'begins at a decision, a feed item or an update', value: 'STEP' },
    state: { about: 'what happened before that step', value: 'FILE' },
    resume: { about: 'goes on with a log', value: 'FILE' },
    pack: packOption,
  },
  words: [0, 1],
  firstWord: 'drill',
  run: async ({ terminal, words: [slug], value }) => {
    const resume = value('resume');
    if (
      resume !== undefined &&
      ['log', 'seed', 'levers', 'from', 'state'].some((name) => value(name) !== undefined)
    ) {
      throw new CommandFault(
        '--resume goes on with a log: --log, --seed, --levers, --from and --state do not go with it.',
      );
    }
    if (value('state') !== undefined && value('from') === undefined) {
      throw new CommandFault('--state says what came before a step: name it with --from STEP.');
    }
    const { playDrill } = await import('../play-drill.ts');
    return playDrill(terminal, {
      slug,
      log: value('log'),
      resume,
      pack: value('pack'),
      seed: readSeed(value('seed')),
      levers: readLevers(value('levers') ?? ''),
      from: value('from'),
      state: value('state'),
    });
  },
};
