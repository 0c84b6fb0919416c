import { walkPlays, type Play } from '../walk-plays.ts';
import { findReach } from '../reach.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const deadEnd: LintRule = {
  name: 'dead-end',
  severity: 'warning',
  reason: 'Somebody who comes here waits for the end, and some decisions were never asked.',
  remedy: 'Open the decision in this case too, or end the drill here with {end: true}.',
  check: (subject) => {
    const hits = new Map<number, LintHit>();
    for (const play of walkPlays(subject.prepared)) {
      const [missed] = findMissed(subject, play);
      if (missed === undefined || hits.has(missed)) continue;
      const id = subject.drill.decisions[missed]?.id ?? '';
      const way = play.way.length === 0 ? 'doing nothing' : play.way.join(', ');
      const message = `After ${way}, nothing more happens and "${id}" has not been asked.`;
      hits.set(missed, { path: ['decisions', missed], message });
    }
    return [...hits.values()];
  },
};

/** Decisions that were not opened and cannot be, at a moment after which nothing more can come. */
function findMissed({ drill, prepared, reach }: LintSubject, { state }: Play): readonly number[] {
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
