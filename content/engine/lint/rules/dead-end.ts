import type { DrillState } from '../../drill/state.ts';
import { findReach } from '../reach.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const deadEnd: LintRule = {
  name: 'dead-end',
  severity: 'warning',
  reason: 'Somebody who comes here waits for the end, and some decisions were never asked.',
  remedy: 'Open the decision in this case too, or end the drill here with {end: true}.',
  bad: `updates: null
decisions:
  - id: second
    title: Who is told
    prompt: Whom do you tell?
    opens: { decided: key, option: deactivate }
    part: escalation
    weight: 5
    none: { rating: 1, reason: Nobody knew. }
    options:
      - { id: owner, text: Its owner alone, rating: 4, reason: He cannot act on it. }
      - { id: duty, text: The duty manager, rating: 7, reason: She can decide. }
      - { id: all, text: The whole company, rating: 2, reason: It tells the stranger. }
      - { id: later, text: Nobody until noon, rating: 2, reason: It is found out. }`,
  good: `updates: null
decisions:
  - id: second
    title: Who is told
    prompt: Whom do you tell?
    opens: { any: [{ decided: key, option: deactivate }, { after: 10 }] }
    part: escalation
    weight: 5
    none: { rating: 1, reason: Nobody knew. }
    options:
      - { id: owner, text: Its owner alone, rating: 4, reason: He cannot act on it. }
      - { id: duty, text: The duty manager, rating: 7, reason: She can decide. }
      - { id: all, text: The whole company, rating: 2, reason: It tells the stranger. }
      - { id: later, text: Nobody until noon, rating: 2, reason: It is found out. }`,
  check: (subject) => {
    const hits = new Map<number, LintHit>();
    for (const { words, events, state } of subject.walk().suspects()) {
      const [missed] = findMissed(subject, state);
      if (missed === undefined || hits.has(missed)) continue;
      const id = subject.drill.decisions[missed]?.id ?? '';
      const way = words.length === 0 ? 'doing nothing' : words.join(', ');
      const message = `After ${way}, nothing more happens and "${id}" has not been asked.`;
      hits.set(missed, { path: ['decisions', missed], message, way: events });
    }
    return [...hits.values()];
  },
};

/** Decisions that were not opened and cannot be, at a moment after which nothing more can come. */
function findMissed({ drill, prepared, reach }: LintSubject, state: DrillState): readonly number[] {
  if (state.phase === 'ended') return [];
  if ([...state.decisions.values()].some(({ choice }) => !choice)) return [];
  const unopened = drill.decisions.filter(
    ({ id }) => reach.decisions.has(id) && !state.decisions.has(id),
  );
  if (unopened.length === 0) return [];
  const ahead = findReach(prepared, state);
  const more =
    drill.feed.some(({ id }) => ahead.feed.has(id) && !state.feed.has(id)) ||
    drill.evidence.some(({ id }) => ahead.evidence.has(id) && !state.evidence.has(id)) ||
    drill.updates.some(({ id }) => ahead.updates.has(id) && !state.updates.get(id)?.sent) ||
    unopened.some(({ id }) => ahead.decisions.has(id));
  return more ? [] : unopened.map((decision) => drill.decisions.indexOf(decision));
}
