import { formatScenarioTime } from '../../format/scenario-time.ts';
import type { LintHit, LintRule } from '../rule.ts';

/** Nobody has read what is asked by then; four minutes are 4, and 0:04 are four seconds. */
const leastWindow_s = 30;

export const impossibleWindow: LintRule = {
  name: 'impossible-window',
  severity: 'error',
  reason:
    'A time limit that lies after the end, or runs out before anybody has read what is asked, measures nothing.',
  remedy: 'Let `by` lie before `late`, and both before `ends_at`.',
  bad: `milestones:
  - { id: off, title: Key off, when: { var: key_off, is: true } }
scoring:
  rules:
    - { id: r1, title: Key off, part: containment, weight: 5, milestone: off, by: 10, late: 5, why: Each minute counts. }`,
  good: `milestones:
  - { id: off, title: Key off, when: { var: key_off, is: true } }
scoring:
  rules:
    - { id: r1, title: Key off, part: containment, weight: 5, milestone: off, by: 5, late: 10, why: Each minute counts. }`,
  check: ({ drill, reach }) => [
    ...drill.feed.flatMap(({ id, expects }, index): LintHit[] =>
      expects && expects.within < leastWindow_s
        ? [
            {
              path: ['feed', index, 'expects', 'within'],
              message: `"${id}" expects an answer within ${expects.within} seconds.`,
              remedy: 'Give it at least a minute.',
            },
          ]
        : [],
    ),
    ...drill.decisions.flatMap(({ id, closes_after }, index): LintHit[] =>
      closes_after !== undefined && closes_after < leastWindow_s
        ? [
            {
              path: ['decisions', index, 'closes_after'],
              message: `"${id}" closes ${closes_after} seconds after it opens.`,
              remedy: 'Give it at least a minute, or leave it out.',
            },
          ]
        : [],
    ),
    ...drill.scoring.rules.flatMap((rule, index): LintHit[] => {
      const { id, by, late } = rule;
      const path = ['scoring', 'rules', index];
      if (by !== undefined && late !== undefined && late < by) {
        const message = `"${id}" is late at ${formatScenarioTime(late)}, before the ${formatScenarioTime(by)} that it is due by.`;
        return [{ path: [...path, 'late'], message }];
      }
      const milestone = drill.milestones.find(({ id: one }) => one === rule.milestone);
      const earliest = milestone ? reach.earliest(milestone.when) : Infinity;
      if (by !== undefined && by < earliest && earliest < Infinity) {
        const message = `"${id}" is due by ${formatScenarioTime(by)}; "${rule.milestone}" can be reached at ${formatScenarioTime(earliest)} at the earliest.`;
        const remedy = 'Let it be due later, or let what it waits for come earlier.';
        return [{ path: [...path, 'by'], message, remedy }];
      }
      if (by === undefined || by <= drill.ends_at) return [];
      const message = `"${id}" is due by ${formatScenarioTime(by)}; the scenario ends at ${formatScenarioTime(drill.ends_at)}.`;
      return [{ path: [...path, 'by'], message }];
    }),
  ],
};
