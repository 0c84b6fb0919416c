/**
 * Techniques that ATT&CK v19 (28 April 2026) numbered anew, with the ids that they had in 18.1. Partial:
 * what the rule sets of detection projects had moved by November 2026, not MITRE's own list.
 */
export const renumbered: Readonly<Record<string, readonly string[]>> = {
  T1685: ['T1562', 'T1562.001', 'T1562.006'],
  'T1685.001': ['T1562.002'],
  'T1685.002': ['T1562.008'],
  'T1685.004': ['T1562.012'],
  'T1685.005': ['T1070.001'],
  'T1685.006': ['T1070.002'],
  T1686: ['T1562.004'],
  'T1686.001': ['T1562.007'],
  T1689: ['T1562.010'],
};
