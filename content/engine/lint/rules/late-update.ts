import { writeMinute } from '../write-minute.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const lateUpdate: LintRule = {
  name: 'late-update',
  severity: 'error',
  reason: 'An update that is asked for after it is due, or due after the end, cannot be in time.',
  remedy: 'Ask for it earlier, or let it be due later; after the end, let it be due earlier.',
  bad: `updates:
  - { id: first-update, opens: { after: 16 }, due: 15 }`,
  good: `updates:
  - { id: first-update, opens: { after: 5 }, due: 15 }`,
  check: ({ drill, reach }) =>
    drill.updates.flatMap(({ id, due }, index): LintHit[] => {
      const path = ['updates', index, 'due'];
      const asked_s = reach.updates.get(id) ?? 0;
      if (asked_s >= due) {
        const message = `"${id}" is asked for at ${writeMinute(asked_s)} at the earliest and due at ${writeMinute(due)}.`;
        return [{ path, message, remedy: 'Ask for it earlier, or let it be due later.' }];
      }
      if (due <= drill.ends_at) return [];
      const message = `"${id}" is due at ${writeMinute(due)}, after the end at ${writeMinute(drill.ends_at)}.`;
      return [{ path, message, remedy: 'Let it be due earlier, or let the drill end later.' }];
    }),
};
