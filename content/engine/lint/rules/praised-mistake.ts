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
          if (!('decided' in condition) || at.includes('not') || at.includes('any')) return [];
          const decision = drill.decisions.find(({ id }) => id === condition.decided);
          const chosen = (condition.option ?? []).flatMap(
            (name) => decision?.options.filter(({ id }) => id === name) ?? [],
          );
          const best = chosen.flatMap(({ rating, rerate }) => [
            rating,
            ...rerate.map((other) => other.rating),
          ]);
          if (best.length === 0 || Math.max(...best) > mistake) return [];
          const message = `This praises "${chosen.map(({ id }) => id).join(', ')}" of "${condition.decided}", rated ${Math.max(...best)}.`;
          return [{ path: at, message }];
        },
      );
    }),
};
