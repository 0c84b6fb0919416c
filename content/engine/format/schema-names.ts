/** The files that have a schema, as `drillbook schema` names them. */
export const schemaNames = [
  'drill',
  'pack',
  'glossary',
  'question',
  'competency',
  'path',
  'exercise',
  'storyline',
] as const;
export type SchemaName = (typeof schemaNames)[number];
