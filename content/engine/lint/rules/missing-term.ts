import type { LintRule } from '../rule.ts';

export const missingTerm: LintRule = {
  name: 'missing-term',
  severity: 'error',
  reason: 'F1 explains every term that a drill names.',
  remedy: 'Explain it in glossary.yaml, or take it off the list.',
  bad: `terms: [Access key]`,
  good: `terms: [Access key]
glossary:
  - { term: Access key, text: A name and a secret with which a program signs in. }`,
  check: ({ drill, terms }) =>
    drill.terms.flatMap((term, index) =>
      terms.has(term.toLowerCase())
        ? []
        : [{ path: ['terms', index], message: `glossary.yaml does not explain "${term}".` }],
    ),
};
