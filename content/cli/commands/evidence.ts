import { jsonOption, type Command } from '../command.ts';
import { CommandFault } from '../command-fault.ts';
import { readSeed } from '../read-seed.ts';

export const evidenceCommand: Command = {
  name: 'evidence',
  group: 'Write',
  about: 'writes the evidence of a drill around the events of its storyline.yaml',
  forms: [
    'DRILL_FOLDER [--clues] [--check] [--json]',
    '--from EXPORT [MORE EXPORTS…] --to FOLDER [--seed N] [--json]',
  ],
  more: `storyline.yaml holds the events that matter (who, what, when, from where, with what outcome) and the estate they happen in. The files come in their real formats, with background from the seed: the same storyline gives the same bytes. See: drillbook schema storyline.

With --from, exports of real systems become fictional copies that a storyline can take as a base: accounts, addresses, names, keys, ids, mail addresses, domains, secrets, card and telephone numbers are replaced, the same thing by the same thing in all files. What could not be mapped is listed, with exit code 1: read it yourself. The exports are only read, and the mapping is kept nowhere.`,
  examples: [
    { type: 'evidence my-pack/drills/first-drill', does: 'writes the files that have changed' },
    {
      type: 'evidence my-pack/drills/first-drill --clues',
      does: 'and prints the clues, to be cited in drill.yaml',
    },
    {
      type: 'evidence --from trail.json flow.log --to my-pack/drills/first-drill/base',
      does: 'fictional copies of two exports, as a base',
    },
  ],
  options: {
    from: { about: 'an export to be made fictional', value: 'EXPORT' },
    to: { about: 'the folder for the fictional copies', value: 'FOLDER' },
    seed: { about: 'draws other ids and keys', value: 'N' },
    clues: { about: 'prints where the events stand, as clues for drill.yaml' },
    check: { about: 'writes nothing; ends with 1 where a file is not as it would be written' },
    json: jsonOption,
  },
  words: [0, 100],
  firstWord: 'path',
  run: async ({ terminal, words, value, flag }) => {
    const [from, to] = [value('from'), value('to')];
    if (from !== undefined || to !== undefined) {
      if (from === undefined || to === undefined || flag('clues') || flag('check')) {
        throw new CommandFault('Exports are made fictional with --from EXPORT and --to FOLDER.');
      }
      const { makeExportsFictional } = await import('../make-exports-fictional.ts');
      const options = { files: [from, ...words], to, seed: readSeed(value('seed')) };
      return makeExportsFictional(terminal, { ...options, json: flag('json') });
    }
    const [folder] = words;
    if (folder === undefined || words.length > 1 || value('seed') !== undefined) {
      throw new CommandFault('Name the folder of one drill. See: drillbook help evidence.');
    }
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
