import { nameReference } from '../../reference/name-reference.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const unknownFrameworkId: LintRule = {
  name: 'unknown-framework-id',
  severity: 'warning',
  reason:
    'A technique or statement that no list knows teaches a number, and cannot be found by anybody who looks it up.',
  remedy:
    'Look the id up in ATT&CK Enterprise or the NICE Framework. What v19 of ATT&CK added is known here in part only: leave it if it is one of those.',
  bad: `attack: ['ATTACK:T9999']`,
  good: `attack: ['ATTACK:T1552.001']
nice: ['NICE:T1250']`,
  check: ({ drill }) =>
    (['attack', 'nice'] as const).flatMap((field) =>
      drill[field].flatMap((id, index): LintHit[] =>
        nameReference(id) === null
          ? [{ path: [field, index], message: `No list that Drillbook knows has ${id}.` }]
          : [],
      ),
    ),
};
