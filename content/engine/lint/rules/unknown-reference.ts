import { nameReference } from '../../reference/name-reference.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const unknownReference: LintRule = {
  name: 'unknown-reference',
  severity: 'warning',
  reason:
    'A technique or statement that no list knows teaches a number, and cannot be found by anybody who looks it up.',
  remedy:
    'Look the id up in ATT&CK Enterprise or the NICE Framework. What v19 of ATT&CK added is known here in part only: leave it if it is one of those.',
  check: ({ drill }) =>
    (['attack', 'nice'] as const).flatMap((field) =>
      drill[field].flatMap((id, index): LintHit[] =>
        nameReference(id) === null
          ? [{ path: [field, index], message: `No list that Drillbook knows has ${id}.` }]
          : [],
      ),
    ),
};
