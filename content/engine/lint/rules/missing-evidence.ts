import type { LintRule } from '../rule.ts';

export const missingEvidence: LintRule = {
  name: 'missing-evidence',
  severity: 'error',
  reason: 'Evidence without its file shows an empty page.',
  remedy: 'Put the file into the evidence folder of the drill, or remove the entry.',
  bad: `evidence:
  - { id: trail, file: evidence/lost.csv }`,
  good: `evidence:
  - { id: trail, file: evidence/trail.csv }`,
  check: ({ drill, prepared }) =>
    drill.evidence.flatMap(({ id, file }, index) =>
      prepared.evidence.has(id)
        ? []
        : [{ path: ['evidence', index, 'file'], message: `${file} is missing.` }],
    ),
};
