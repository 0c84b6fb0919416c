import { schemaNames } from '../../engine/format/schema-names.ts';
import type { Command } from '../command.ts';
import { CommandFault } from '../command-fault.ts';

export const schemaCommand: Command = {
  name: 'schema',
  group: 'Write',
  about: 'the JSON Schema of a file, for editors',
  forms: [`[${schemaNames.join(' | ')}]`],
  more: 'Editors complete and check with it while one types, and show what each field is for.',
  examples: [{ type: 'schema drill > drill.schema.json', does: 'keeps the schema of drill.yaml' }],
  options: { json: { about: 'changes nothing: a schema is JSON' } },
  words: [0, 1],
  firstWord: schemaNames,
  run: async ({ terminal, words: [asked = 'drill'] }) => {
    const name = schemaNames.find((known) => known === asked);
    if (!name) throw new CommandFault(`There is no schema "${asked}": ${schemaNames.join(', ')}.`);
    const { writeSchema } = await import('../write-schema.ts');
    return writeSchema(terminal, name);
  },
};
