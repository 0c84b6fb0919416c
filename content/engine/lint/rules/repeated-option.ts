import type { LintHit, LintRule } from '../rule.ts';

export const repeatedOption: LintRule = {
  name: 'repeated-option',
  severity: 'error',
  reason: 'Of two answers that read alike nobody can tell which one is right.',
  remedy: 'Say in each what it does that the other does not.',
  bad: `decisions:
  - id: key
    options:
      - { id: watch, text: Ask its owner when he is back }`,
  good: `decisions:
  - id: key
    options:
      - { id: watch, text: Watch who uses it until noon }`,
  check: ({ drill }) => [
    ...drill.decisions.flatMap(({ id, options }, index) =>
      findRepeated(options, id, ['decisions', index, 'options']),
    ),
    ...drill.feed.flatMap(({ id, replies }, index) =>
      findRepeated(replies, id, ['feed', index, 'replies']),
    ),
  ],
};

function findRepeated(
  answers: readonly { readonly id: string; readonly text: string }[],
  of: string,
  path: LintHit['path'],
): readonly LintHit[] {
  const simple = answers.map(({ text }) => text.trim().replace(/\s+/g, ' ').toLowerCase());
  return answers.flatMap(({ id }, index): LintHit[] => {
    const first = simple.indexOf(simple[index] ?? '');
    if (first === index) return [];
    const message = `"${id}" of "${of}" reads like "${answers[first]?.id ?? ''}".`;
    return [{ path: [...path, index, 'text'], message }];
  });
}
