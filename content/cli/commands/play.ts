import { packOption, type Command } from '../command.ts';
import { CommandFault } from '../command-fault.ts';
import { leverForms, readLevers } from '../play/read-levers.ts';

export const playCommand: Command = {
  name: 'play',
  group: 'Train',
  about: 'plays a drill in the terminal; every step is saved at once',
  forms: [
    'SLUG [--seed N] [--levers LIST] [--log FILE] [--pack FOLDER]',
    '--resume FILE [--pack FOLDER]',
  ],
  more: `LIST is any of ${leverForms}.`,
  examples: [
    { type: 'play d20-two-disks-down', does: 'a drill as it is written' },
    { type: 'play d20-two-disks-down --seed 7', does: 'with other names, addresses and times' },
  ],
  options: {
    seed: { about: 'draws another variant; 0 is the drill as written', value: 'N' },
    levers: { about: 'how hard it is', value: 'LIST' },
    log: { about: 'where the log is written', value: 'FILE' },
    resume: { about: 'goes on with a log', value: 'FILE' },
    pack: packOption,
  },
  words: [0, 1],
  firstWord: 'drill',
  run: async ({ terminal, words: [slug], value }) => {
    const resume = value('resume');
    if (
      resume !== undefined &&
      ['log', 'seed', 'levers'].some((name) => value(name) !== undefined)
    ) {
      throw new CommandFault(
        '--resume goes on with a log: --log, --seed and --levers do not go with it.',
      );
    }
    const { playDrill } = await import('../play-drill.ts');
    return playDrill(terminal, {
      slug,
      log: value('log'),
      resume,
      pack: value('pack'),
      seed: readSeed(value('seed')),
      levers: readLevers(value('levers') ?? ''),
    });
  },
};

function readSeed(given: string | undefined): number {
  const seed = Number(given ?? 0);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff || given === '') {
    throw new CommandFault(`--seed is a whole number from 0 to 4294967295, not "${given}".`);
  }
  return seed;
}
