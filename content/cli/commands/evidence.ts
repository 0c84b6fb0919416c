import { jsonOption, type Command } from '../command.ts';
import { CommandFault } from '../command-fault.ts';

export const evidenceCommand: Command = {
  name: 'evidence',
  group: 'Write',
  about: 'writes the evidence of a drill around the events of its storyline.yaml',
  forms: ['DRILL_FOLDER [--clues] [--check] [--json]'],
  more: `storyline.yaml holds the events that matter (who, what, when, from where, with what outcome) and the estate they happen in. The files come in their real formats, with background from the seed: the same storyline gives the same bytes. See: drillbook schema storyline.`,
  examples: [
    { type: 'evidence my-pack/drills/first-drill', does: 'writes the files that have changed' },
    {
      type: 'evidence my-pack/drills/first-drill --clues',
      does: 'and prints the clues, to be cited in drill.yaml',
    },
  ],
  options: {
    clues: { about: 'prints where the events stand, as clues for drill.yaml' },
    check: { about: 'writes nothing; ends with 1 where a file is not as it would be written' },
    json: jsonOption,
  },
  words: [1, 1],
  firstWord: 'path',
  run: async ({ terminal, words: [folder = ''], flag }) => {
    if (flag('check') && flag('clues')) {
      throw new CommandFault('--check only compares: --clues does not go with it.');
    }
    const { writeEvidence } = await import('../write-evidence.ts');
    return writeEvidence(terminal, {
      folder,
      check: flag('check'),
      clues: flag('clues'),
      json: flag('json'),
    });
  },
};
