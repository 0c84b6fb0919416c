/** The kinds of exercise; each has a folder of its own in a pack: exercises/<kind>/<slug>.yaml. */
export const exerciseKinds = [
  'code-review',
  'threat-model',
  'triage',
  'log-analysis',
  'scripting',
  'architecture',
  'report',
] as const;
export type ExerciseKind = (typeof exerciseKinds)[number];

export const exerciseWords: Readonly<Record<ExerciseKind, string>> = {
  'code-review': 'Code review',
  'threat-model': 'Threat model',
  triage: 'Triage',
  'log-analysis': 'Log analysis',
  scripting: 'Scripting',
  architecture: 'Architecture',
  report: 'Report',
};
