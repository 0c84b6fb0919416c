import { nameReference } from '../../reference/name-reference.ts';
import type { LintHit, LintRule } from '../rule.ts';

/** The categories of NIST’s Cybersecurity Framework 2.0 (CSWP 29, appendix A). */
const categories: ReadonlySet<string> = new Set([
  ...[
    'GV.OC',
    'GV.RM',
    'GV.RR',
    'GV.PO',
    'GV.OV',
    'GV.SC',
    'ID.AM',
    'ID.RA',
    'ID.IM',
    'PR.AA',
    'PR.AT',
  ],
  ...[
    'PR.DS',
    'PR.PS',
    'PR.IR',
    'DE.CM',
    'DE.AE',
    'RS.MA',
    'RS.AN',
    'RS.CO',
    'RS.MI',
    'RC.RP',
    'RC.CO',
  ],
]);

export const unknownFrameworkId: LintRule = {
  name: 'unknown-framework-id',
  severity: 'warning',
  reason:
    'A technique, statement or category that no list knows teaches a number, and cannot be found by anybody who looks it up.',
  remedy:
    'Look the id up in ATT&CK Enterprise, the NICE Framework or the Cybersecurity Framework 2.0. What v19 of ATT&CK added is known here in part only: leave it if it is one of those.',
  bad: `attack: ['ATTACK:T9999']`,
  good: `attack: ['ATTACK:T1552.001']
nice: ['NICE:T1250']`,
  check: ({ drill }) =>
    (['attack', 'nice', 'nist'] as const).flatMap((field) =>
      drill[field].flatMap((id, index): LintHit[] =>
        !isKnown(field, id)
          ? [{ path: [field, index], message: `No list that Drillbook knows has ${id}.` }]
          : [],
      ),
    ),
};

function isKnown(list: 'attack' | 'nice' | 'nist', id: string): boolean {
  return list === 'nist' ? categories.has(id) : nameReference(id) !== null;
}
