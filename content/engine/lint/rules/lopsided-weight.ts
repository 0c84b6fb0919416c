import type { LintHit, LintRule } from '../rule.ts';

export const lopsidedWeight: LintRule = {
  name: 'lopsided-weight',
  severity: 'warning',
  reason: 'A decision that weighs more than all others together makes the score a single question.',
  remedy: 'Lower its weight; a digit too many is easily typed.',
  bad: `decisions:
  - { id: key, weight: 90 }
  - id: second
    title: Who is told
    prompt: Whom do you tell?
    part: escalation
    weight: 5
    none: { rating: 1, reason: Nobody knew. }
    options:
      - { id: owner, text: Its owner alone, rating: 4, reason: He cannot act on it. }
      - { id: duty, text: The duty manager, rating: 7, reason: She can decide. }
      - { id: many, text: The whole company, rating: 2, reason: It tells the stranger. }
      - { id: later, text: A friend at noon, rating: 2, reason: It is found out. }
  - id: third
    title: What next
    prompt: What is the next step?
    part: scoping
    weight: 5
    none: { rating: 1, reason: Nothing was done. }
    options:
      - { id: read, text: Read what it did, rating: 7, reason: It tells how far it went. }
      - { id: wait, text: Wait for its owner, rating: 2, reason: The harm goes on. }
      - { id: close, text: Close the case now, rating: 3, reason: Nobody knows what was read. }
      - { id: hand, text: Hand it to the next, rating: 4, reason: They start from nothing. }`,
  good: `decisions:
  - { id: key, weight: 9 }`,
  check: ({ drill: { decisions } }) => {
    const sum = decisions.reduce((total, { weight }) => total + weight, 0);
    // Of two decisions one may well be the greater.
    if (decisions.length < 3) return [];
    return decisions.flatMap(({ id, weight }, index): LintHit[] =>
      weight * 2 <= sum
        ? []
        : [
            {
              path: ['decisions', index, 'weight'],
              message: `"${id}" weighs ${weight}, all other decisions together ${sum - weight}.`,
            },
          ],
    );
  },
};
