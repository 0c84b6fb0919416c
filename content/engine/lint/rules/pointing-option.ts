import type { LintHit, LintRule } from '../rule.ts';

const pointing: readonly RegExp[] = [
  /\b(?:all|none|both|any|either|neither|some) of the (?:above|below|others?)\b/iu,
  /\bsee (?:above|below)\b|\bthe (?:option|answer) (?:above|below)\b/iu,
  /\bthe (?:first|second|third|last|previous|next) (?:option|answer)s?\b/iu,
  /\b[Oo]ption [A-E1-5]\b/u,
];

export const pointingOption: LintRule = {
  name: 'pointing-option',
  severity: 'error',
  reason:
    'Options stand in another order in each attempt, so what one says of those above or below it is said of others.',
  remedy: 'Say in words what is done.',
  bad: `decisions:
  - id: key
    options:
      - { id: watch, text: None of the above for now }`,
  good: `decisions:
  - id: key
    options:
      - { id: watch, text: Watch who uses it until noon }`,
  check: ({ drill }) =>
    drill.decisions.flatMap(({ options }, index) =>
      options.flatMap(({ text }, at): LintHit[] => {
        const words = pointing.flatMap((one) => one.exec(text)?.[0] ?? [])[0];
        if (words === undefined) return [];
        const path = ['decisions', index, 'options', at, 'text'];
        return [{ path, words, message: `"${words}" points to other options by their place.` }];
      }),
    ),
};
