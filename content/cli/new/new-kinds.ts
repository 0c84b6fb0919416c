/** What `drillbook new` can begin. */
export const newKinds = ['drill', 'question', 'exercise', 'path'] as const;
export type NewKind = (typeof newKinds)[number];
