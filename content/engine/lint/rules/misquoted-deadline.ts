import { readInstant } from '../../score/timeline-points.ts';
import type { LintHit, LintRule } from '../rule.ts';
import { listTimes } from '../told-times.ts';

/** “By 13:38”, and “until”, where it says when an update is due. */
const bound = /\b(?:by|before|until)\s+$/i;

export const misquotedDeadline: LintRule = {
  name: 'misquoted-deadline',
  severity: 'warning',
  reason: 'Whoever writes by the time that they were told is late, or was hurried for nothing.',
  remedy: 'Let `due` be the minute that the text tells, or tell the minute that it is.',
  bad: `updates:
  - { id: first-update, asked: 'By 09:20: what happened, and is it over?' }`,
  good: `updates:
  - { id: first-update, asked: 'By 09:15: what happened, and is it over?' }`,
  check: ({ drill }) =>
    drill.updates.flatMap(({ id, asked, due }, index): LintHit[] => {
      const [first] = listTimes(asked).filter(({ offset }) => bound.test(asked.slice(0, offset)));
      if (!first) return [];
      const at_s = readInstant(drill.starts_at) + due;
      const right = [Math.floor(at_s / 3600) % 24, Math.floor(at_s / 60) % 60]
        .map((number) => String(number).padStart(2, '0'))
        .join(':');
      if (right === first.groups.slice(0, 2).join(':')) return [];
      const message = `"${id}" is due at ${right}; its text says ${first.written}.`;
      return [{ path: ['updates', index, 'due'], message }];
    }),
};
