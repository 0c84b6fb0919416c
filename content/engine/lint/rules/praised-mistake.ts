import type { Condition } from '../../format/condition-schema.ts';
import type { Drill } from '../../format/drill-schema.ts';
import { listMembers } from '../conditions.ts';
import type { LintHit, LintRule } from '../rule.ts';

/** From here down an option is a mistake; see no-best-option for what is best. */
const mistake = 3;

export const praisedMistake: LintRule = {
  name: 'praised-mistake',
  severity: 'warning',
  reason: 'A debrief that praises what its own rating calls a mistake teaches neither.',
  remedy: 'Name the option that is to be praised, or use another kind of feedback.',
  bad: `debrief:
  feedback:
    - { kind: celebrate, when: { decided: key, option: watch }, text: You kept it in sight. }`,
  good: `debrief:
  feedback:
    - { kind: celebrate, when: { decided: key, option: deactivate }, text: You stopped it. }`,
  check: ({ drill }) =>
    drill.debrief.feedback.flatMap(({ kind, when }, index): LintHit[] => {
      if (kind !== 'celebrate' || !when) return [];
      const path = ['debrief', 'feedback', index, 'when'];
      return listMembers({ path, condition: when }).flatMap(
        ({ path: at, condition }): LintHit[] => {
          if (at.includes('not') || at.includes('any')) return [];
          const chosen = findChosen(drill, condition);
          const best = chosen.flatMap(({ ratings }) => ratings);
          if (best.length === 0 || Math.max(...best) > mistake) return [];
          const names = chosen.map(({ id }) => id).join(', ');
          const message = `This praises "${names}" of "${nameAsked(condition)}", rated ${Math.max(...best)}.`;
          return [{ path: at, message }];
        },
      );
    }),
};

/** What a condition says was chosen, an option or a reply, with every rating that it can have. */
function findChosen(
  { decisions, feed }: Drill,
  condition: Condition,
): readonly { readonly id: string; readonly ratings: readonly number[] }[] {
  if ('decided' in condition) {
    const options = decisions.find(({ id }) => id === condition.decided)?.options ?? [];
    return options
      .filter(({ id }) => condition.option?.includes(id))
      .map(({ id, rating, rerate }) => ({
        id,
        ratings: [rating, ...rerate.map((other) => other.rating)],
      }));
  }
  if (!('answered' in condition)) return [];
  const replies = feed.find(({ id }) => id === condition.answered)?.replies ?? [];
  return replies
    .filter(({ id }) => condition.reply?.includes(id))
    .map(({ id, rating, rerate }) => ({
      id,
      ratings: [...(rating === undefined ? [] : [rating]), ...rerate.map((other) => other.rating)],
    }));
}

function nameAsked(condition: Condition): string {
  if ('decided' in condition) return condition.decided;
  return 'answered' in condition ? condition.answered : '';
}
