import type { LoadRule } from '../rule.ts';

export const brokenYaml: LoadRule = {
  name: 'yaml',
  severity: 'error',
  reason: 'A file that is no YAML cannot be read at all.',
  remedy: 'Mend the YAML at the place that is named.',
  bad: `raw: 'title: [never closed'`,
  good: `title: A key in the open`,
};
