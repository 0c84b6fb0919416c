import { lacksIds } from '../lacks-ids.ts';
import type { LintHit, LintRule } from '../rule.ts';
import { findFormatFault } from './wrong-format.ts';

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
  check: (subject) => {
    const { drill, content } = subject;
    return drill.evidence.flatMap(({ id, columns = [], file, key }, index): LintHit[] => {
      const read = content(id);
      const path = ['evidence', index];
      if (!read || (columns.length === 0 && key === undefined)) return [];
      if (findFormatFault(subject, index)) return []; // reported as wrong-format
      if (read.kind !== 'table') {
        if (columns.length === 0) return [];
        const message = `${file} is no table as it is read, and columns are named.`;
        return [{ path: [...path, 'columns'], message }];
      }
      const known = new Set(read.columns);
      return [
        ...(key !== undefined && lacksIds(read)
          ? [{ path: [...path, 'key'], message: `No record of ${file} has a "${key}".` }]
          : []),
        ...columns.flatMap((column, at): LintHit[] =>
          known.has(column)
            ? []
            : [{ path: [...path, 'columns', at], message: `${file} has no column "${column}".` }],
        ),
      ];
    });
  },
};
