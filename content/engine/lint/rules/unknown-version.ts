import type { LintHit, PackRule } from '../rule.ts';

export const unknownVersion: PackRule = {
  name: 'unknown-version',
  severity: 'warning',
  reason:
    'Ids of techniques and duties mean something only beside the version of their list; those of a version that is not known here cannot be checked.',
  remedy: 'Name ATT&CK 18.1 or v19, and NICE 2.1.0, or check the ids by hand.',
  bad: `pack: { attack: { version: v12 } }`,
  good: `pack: { attack: { version: v19 } }`,
  checkPack: ({ header: { attack, nice } }): LintHit[] => [
    ...(/^v?(?:18\.1|19)$/.test(attack.version)
      ? []
      : [
          {
            path: ['attack', 'version'],
            message: `The ids of ATT&CK ${attack.version} are not known here.`,
          },
        ]),
    ...(/^v?2\.1\.0$/.test(nice.version)
      ? []
      : [
          {
            path: ['nice', 'version'],
            message: `The ids of NICE ${nice.version} are not known here.`,
          },
        ]),
  ],
};
