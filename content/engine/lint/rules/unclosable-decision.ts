import { writeMinute } from '../write-minute.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const unclosableDecision: LintRule = {
  name: 'unclosable-decision',
  severity: 'error',
  reason:
    'A decision that closes before anybody can answer it, or whose time runs out only after the end, was written with a deadline that means nothing.',
  remedy:
    'Give it more time than the deed that opens it costs, and less than is left until the end.',
  bad: `tools:
  - { id: key-off, minutes: 5 }
decisions:
  - id: second
    title: Who is told
    prompt: Whom do you tell?
    opens: { used: key-off }
    closes_after: 3
    part: escalation
    weight: 5
    none: { rating: 1, reason: Nobody knew. }
    options:
      - { id: owner, text: Its owner alone, rating: 4, reason: He cannot act on it. }
      - { id: duty, text: The duty manager, rating: 7, reason: She can decide. }
      - { id: all, text: The whole company, rating: 2, reason: It tells the stranger. }
      - { id: later, text: Nobody until noon, rating: 2, reason: It is found out. }`,
  good: `decisions:
  - { id: key, closes_after: 8 }`,
  check: (subject) => [...findEndless(subject), ...findUnanswered(subject)],
};

/** Its time can never run out before the end. */
function findEndless({ drill, reach }: LintSubject): LintHit[] {
  return drill.decisions.flatMap(({ id, closes_after }, index): LintHit[] => {
    const opens_s = reach.decisions.get(id);
    if (closes_after === undefined || opens_s === undefined) return [];
    if (opens_s + closes_after <= drill.ends_at) return [];
    const message = `"${id}" opens at ${writeMinute(opens_s)} at the earliest and closes ${closes_after / 60} minutes later, after the end at ${writeMinute(drill.ends_at)}.`;
    return [{ path: ['decisions', index, 'closes_after'], message }];
  });
}

/** It opens, and closes within the time that the deed before it costs. */
function findUnanswered(subject: LintSubject): LintHit[] {
  return subject.walk().unanswered.map(({ decision, way }) => {
    const index = subject.drill.decisions.findIndex(({ id }) => id === decision);
    const words = way.words.length === 0 ? 'doing nothing' : way.words.join(', ');
    return {
      path: ['decisions', index, 'closes_after'],
      message: `After ${words}, "${decision}" opens and is closed again before anybody can answer.`,
      way: way.events,
    };
  });
}
