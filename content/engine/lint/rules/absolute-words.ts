import type { Drill } from '../../format/drill-schema.ts';
import { findWords } from '../../score/sentences.ts';
import { absoluteWords as absolute } from '../find-absolute.ts';
import type { LintRule } from '../rule.ts';

/** Besides these, words that are no fault in one option and a habit in many. */
const habits = new Set(['nothing', 'only', 'must', 'cannot']);
/** So many wrong options with such words before it is a pattern and not chance. */
const least = 4;

export const absoluteWords: LintRule = {
  name: 'absolute-words',
  severity: 'warning',
  reason:
    'Where words such as “never” and “all” stand in wrong options alone, they are crossed out unread.',
  remedy: 'Take them out of some wrong options, or let a best option need one.',
  bad: `decisions:
  - id: key
    options:
      - { id: delete, text: Delete every key and all of its users }
      - { id: watch, text: Never touch it and watch it only }
      - { id: ask, text: Do nothing at all until everybody is back }
  - id: second
    title: Who is told
    prompt: Whom do you tell?
    part: escalation
    weight: 5
    none: { rating: 1, reason: Nobody knew. }
    options:
      - { id: owner, text: Nobody but its owner, rating: 4, reason: He cannot act on it. }
      - { id: duty, text: The duty manager, rating: 7, reason: She can decide. }
      - { id: many, text: Everybody at once, rating: 2, reason: It tells the stranger. }
      - { id: later, text: A friend at noon, rating: 2, reason: It is found out. }`,
  good: `decisions:
  - id: key
    options:
      - { id: delete, text: Delete the key and all of its uses }
      - { id: watch, text: Watch who uses it until noon }`,
  check: ({ drill }) => {
    const { best, wrong } = countAbsolute(drill);
    const [first] = wrong;
    if (!first || wrong.length < least || best > 0) return [];
    const words = [...new Set(wrong.flatMap(({ words: own }) => own))].join(', ');
    const message = `${wrong.length} wrong options and no best one have words such as: ${words}.`;
    return [{ path: first.path, message }];
  },
};

function countAbsolute(drill: Drill) {
  let best = 0;
  const wrong: { readonly path: readonly (string | number)[]; readonly words: string[] }[] = [];
  for (const [i, { options }] of drill.decisions.entries()) {
    const highest = Math.max(...options.map(({ rating }) => rating));
    for (const [j, { text, rating }] of options.entries()) {
      const words = findWords(text.toLowerCase(), [0, text.length])
        .map((word) => word.text)
        .filter((word) => absolute.has(word) || habits.has(word));
      if (words.length === 0) continue;
      if (rating === highest) best += 1;
      else wrong.push({ path: ['decisions', i, 'options', j, 'text'], words });
    }
  }
  return { best, wrong };
}
