import type { LoadRule } from '../rule.ts';

export const missingFile: LoadRule = {
  name: 'missing-file',
  severity: 'error',
  reason: 'A pack says in pack.yaml who wrote it and by which rules it is read.',
  remedy: 'Add the file at the place that is named.',
  bad: `pack: missing`,
  good: `title: A key in the open`,
};
