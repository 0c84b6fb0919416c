import { formatScenarioTime } from '../../format/scenario-time.ts';
import type { Drill } from '../../format/drill-schema.ts';
import { writeMinute } from '../write-minute.ts';
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
        : findEndless(id, expects, reach.feed.get(id), drill.ends_at, index),
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
      if (by !== undefined && by < leastWindow_s) {
        const message = `"${id}" is due by ${formatScenarioTime(by)}, before anybody has read anything.`;
        return [{ path: [...path, 'by'], message, remedy: 'Give it at least a minute.' }];
      }
      if (by === undefined || by <= drill.ends_at) return [];
      const message = `"${id}" is due by ${formatScenarioTime(by)}; the scenario ends at ${formatScenarioTime(drill.ends_at)}.`;
      return [{ path: [...path, 'by'], message }];
    }),
  ],
};

/** What follows from silence never comes where the drill ends before. */
function findEndless(
  id: string,
  expects: Drill['feed'][number]['expects'],
  comes_s: number | undefined,
  ends_s: number,
  index: number,
): LintHit[] {
  if (!expects || comes_s === undefined || expects.missed.length === 0) return [];
  if (comes_s + expects.within <= ends_s) return [];
  return [
    {
      path: ['feed', index, 'expects', 'within'],
      message: `"${id}" comes at ${writeMinute(comes_s)} at the earliest and waits ${expects.within / 60} minutes, past the end at ${writeMinute(ends_s)}: what is \`missed\` never follows.`,
      remedy: 'Let it come earlier, wait less, or take `missed` away.',
    },
  ];
}
