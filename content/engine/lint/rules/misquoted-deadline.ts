import { readInstant } from '../../score/timeline-points.ts';
import { listMembers } from '../conditions.ts';
import type { LintHit, LintRule } from '../rule.ts';
import { listTimes } from '../told-times.ts';

/** “By 13:38”. */
const bound = /\b[Bb]y\s+$/;

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
    drill.updates.flatMap(({ id, asked, due, opens }, index): LintHit[] => {
      const at_s = readInstant(drill.starts_at) + due;
      const right = [Math.floor(at_s / 3600) % 24, Math.floor(at_s / 60) % 60]
        .map((number) => String(number).padStart(2, '0'))
        .join(':');
      const asking = (opens ? listMembers({ path: [], condition: opens }) : []).flatMap(
        ({ condition }) => ('delivered' in condition ? [condition.delivered] : []),
      );
      const texts = [
        { path: ['updates', index, 'due'], text: asked },
        ...drill.feed.flatMap(({ id: item, body }, i) =>
          asking.includes(item) ? [{ path: ['feed', i, 'body'], text: body }] : [],
        ),
      ];
      return texts.flatMap(({ path, text }): LintHit[] => {
        const [first] = listTimes(text).filter(({ offset }) => bound.test(text.slice(0, offset)));
        if (!first || right === first.groups.slice(0, 2).join(':')) return [];
        const message = `"${id}" is due at ${right}; what asks for it says ${first.written}.`;
        return [{ path, ...(path.at(-1) === 'body' ? { words: first.written } : {}), message }];
      });
    }),
};
