import type { LintHit, LintRule } from '../rule.ts';

export const unusedLiteral: LintRule = {
  name: 'unused-literal',
  severity: 'warning',
  reason: 'A literal that stands nowhere makes no variant.',
  remedy: 'Write it as it stands in the files, or remove the parameter.',
  bad: `parameters:
  - { id: address, literal: 198.51.100.99, values: [203.0.113.9] }`,
  good: `parameters:
  - { id: address, literal: 198.51.100.23, values: [203.0.113.9] }`,
  check: ({ drill, prepared }) => {
    const { parameters, ...rest } = drill;
    const texts = [JSON.stringify(rest), ...prepared.evidence.values()];
    return parameters.flatMap((parameter, index): LintHit[] => {
      if (!('literal' in parameter)) return [];
      const { literal } = parameter;
      const written = JSON.stringify(literal).slice(1, -1);
      if (texts.some((text) => text.includes(literal) || text.includes(written))) return [];
      const message = `"${literal}" stands in none of the drill's texts or evidence files.`;
      return [{ path: ['parameters', index, 'literal'], message }];
    });
  },
};
