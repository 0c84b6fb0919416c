import type { LintHit, LintRule } from '../rule.ts';

export const overlappingLiterals: LintRule = {
  name: 'overlapping-literals',
  severity: 'error',
  reason: 'A variant replaces literals in the text; one inside another would be torn apart.',
  remedy: 'Choose a literal that stands for itself, such as a whole address or key.',
  bad: `parameters:
  - { id: time, literal: 'at 08:46', values: ['at 07:31'] }
  - { id: minute, literal: '08:46', values: ['07:32'] }`,
  good: `parameters:
  - { id: address, literal: 198.51.100.23, values: [203.0.113.9] }`,
  check: ({ drill }) => {
    const literals = drill.parameters.flatMap((parameter, index) =>
      'literal' in parameter ? [{ ...parameter, index }] : [],
    );
    return literals.flatMap(({ id, literal, index }): LintHit[] => {
      const outer = literals.find(
        (other) => other.index !== index && other.literal.includes(literal),
      );
      if (!outer) return [];
      const message = `"${literal}" of "${id}" is part of "${outer.literal}" of "${outer.id}".`;
      return [{ path: ['parameters', index, 'literal'], message }];
    });
  },
};
