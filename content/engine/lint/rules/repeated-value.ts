import type { LintHit, LintRule } from '../rule.ts';

export const repeatedValue: LintRule = {
  name: 'repeated-value',
  severity: 'warning',
  reason: 'A value that is written twice makes no other variant: two of them have the same answer.',
  remedy: 'Write another value, or take one of the two out.',
  bad: `parameters:
  - { id: address, literal: 198.51.100.23, values: [203.0.113.9, 203.0.113.9] }`,
  good: `parameters:
  - { id: address, literal: 198.51.100.23, values: [203.0.113.9, 203.0.113.40] }`,
  check: ({ drill }) =>
    drill.parameters.flatMap((parameter, index): LintHit[] => {
      // The first value of a variable is made likelier by being written more than once.
      if (!('literal' in parameter)) return [];
      const { id, values } = parameter;
      return values.flatMap((value, at) => {
        if (values.indexOf(value) === at) return [];
        const message = `"${value}" stands twice among the values of "${id}".`;
        return [{ path: ['parameters', index, 'values', at], message }];
      });
    }),
};
