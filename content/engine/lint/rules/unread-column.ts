import { readEvidence } from '../../evidence/read-evidence.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const unreadColumn: LintRule = {
  name: 'unread-column',
  severity: 'error',
  reason:
    'A column or key that the file does not have shows nothing, and no record can be cited by it.',
  remedy: 'Mend its spelling, or the `format` by which the file is read.',
  bad: `evidence:
  - { id: trail, columns: [time, evnt] }`,
  good: `evidence:
  - { id: trail, columns: [time, event] }`,
  check: ({ drill, prepared }) =>
    drill.evidence.flatMap((shape, index): LintHit[] => {
      const { id, columns, file } = shape;
      const text = prepared.evidence.get(id);
      if (text === undefined || columns === undefined || columns.length === 0) return [];
      const content = readEvidence(shape, text);
      if (content.kind !== 'table') {
        const message = `${file} is no table as it is read, and columns are named.`;
        return [{ path: ['evidence', index, 'columns'], message }];
      }
      const known = new Set(content.columns);
      return columns.flatMap((column, at): LintHit[] =>
        known.has(column)
          ? []
          : [
              {
                path: ['evidence', index, 'columns', at],
                message: `${file} has no column "${column}".`,
              },
            ],
      );
    }),
};
