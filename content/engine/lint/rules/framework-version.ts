import { renumbered } from '../../reference/attack-v19.ts';
import type { LintHit, LintRule } from '../rule.ts';

const old = new Map(
  Object.entries(renumbered).flatMap(([fresh, before]) => before.map((id) => [id, fresh])),
);

export const frameworkVersion: LintRule = {
  name: 'framework-version',
  severity: 'warning',
  reason:
    'ATT&CK v19 numbered some techniques anew. An id of another version than the one that pack.yaml names is looked up in vain.',
  remedy:
    'Write the id of the version that pack.yaml names. What v19 changed is known here in part only.',
  bad: `attack: ['ATTACK:T1562.008']`,
  good: `attack: ['ATTACK:T1685.002']`,
  check: ({ drill, header }) => {
    if (!header) return [];
    const isOld = /^v?18/.test(header.attack.version);
    return drill.attack.flatMap((id, index): LintHit[] => {
      const code = id.slice('ATTACK:'.length);
      const other = isOld ? renumbered[code]?.join(' or ') : old.get(code);
      if (other === undefined) return [];
      const message = `${id} is called ${other} in ATT&CK ${header.attack.version}.`;
      return [{ path: ['attack', index], message }];
    });
  },
};
