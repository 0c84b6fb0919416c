/** What every reader of an update needs, whatever happened. */
export const structureKinds = [
  'impact',
  'scope',
  'status',
  'actions',
  'owner',
  'unknowns',
  'next-update',
] as const;
export type StructureKind = (typeof structureKinds)[number];
