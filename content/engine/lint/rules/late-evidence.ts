import { writeMinute } from '../write-minute.ts';
import type { LintHit, LintRule } from '../rule.ts';

/** To open something, to find the line and to act on it takes this long at the least. */
const least_s = 120;

export const lateEvidence: LintRule = {
  name: 'late-evidence',
  severity: 'warning',
  reason:
    'Evidence that opens when hardly any time is left is read by nobody, and what it shows can change nothing.',
  remedy: 'Let it be opened earlier, or let the drill end later.',
  bad: `evidence:
  - { id: trail, available: { after: 19 } }`,
  good: `evidence:
  - { id: trail, available: { after: 9 } }`,
  check: ({ drill: { evidence, ends_at }, reach }) =>
    evidence.flatMap(({ id, minutes, available }, index): LintHit[] => {
      const open_s = reach.evidence.get(id) ?? Infinity;
      const read_s = open_s + minutes;
      // What is never reached is told as that; what stands open from the start is there in time.
      if (available === undefined || open_s === Infinity || ends_at - read_s >= least_s) return [];
      const costs = minutes > 0 ? ` and costs ${writeMinute(minutes)}` : '';
      const message = `"${id}" can be opened at ${writeMinute(open_s)} at the earliest${costs}; the drill ends at ${writeMinute(ends_at)}.`;
      return [{ path: ['evidence', index, 'available'], message }];
    }),
};
