import { writeJsonSchema } from '../engine/format/json-schema.ts';
import type { SchemaName } from '../engine/format/schema-names.ts';
import type { Terminal } from './terminal.ts';

/** Prints the JSON Schema of one of the files of a pack, for editors. */
export function writeSchema(terminal: Terminal, name: SchemaName): number {
  terminal.write(JSON.stringify(writeJsonSchema(name), null, 2));
  return 0;
}
