import { jsonOption, type Command } from '../command.ts';
import { CommandFault, suggest } from '../command-fault.ts';
import { newKinds } from '../new/new-kinds.ts';

export const newCommand: Command = {
  name: 'new',
  group: 'Write',
  about: 'begins a drill, question, exercise or path with a small example that lints and plays',
  forms: ['drill|question|exercise|path SLUG [--pack FOLDER] [--json]'],
  more: `SLUG becomes the name of a folder or file: first-drill. Without --pack it goes into the pack around this folder, or else into my-pack here; a pack that is not there yet is created. Nothing is written over. Beside the pack lie the schemas (.schema/) with which an editor completes and checks. The example of an exercise is a code review; the other kinds lie in folders of their own names (see: drillbook schema exercise).`,
  examples: [
    { type: 'new drill first-drill --pack my-pack', does: 'a drill with evidence, ready to play' },
    { type: 'new exercise first-review --pack my-pack', does: 'an exercise with its material' },
    { type: 'new path onboarding --pack my-pack', does: 'an order of the drills of a pack' },
  ],
  options: { pack: { about: 'the pack that it goes into', value: 'FOLDER' }, json: jsonOption },
  words: [2, 2],
  firstWord: newKinds,
  run: async ({ terminal, words: [asked = '', slug = ''], value, flag }) => {
    const kind = newKinds.find((known) => known === asked);
    if (!kind)
      throw new CommandFault(
        `There is no new "${asked}".${suggest(asked, newKinds)} There are: ${newKinds.join(', ')}.`,
      );
    const { createInPack } = await import('../new/create-in-pack.ts');
    return createInPack(terminal, { kind, slug, pack: value('pack'), json: flag('json') });
  },
};
