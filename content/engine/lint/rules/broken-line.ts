import type { EvidenceTable } from '../../evidence/read-evidence.ts';
import { findLineStart } from '../line-start.ts';
import type { LintHit, LintRule } from '../rule.ts';
import { findFormatFault } from './wrong-format.ts';

export const brokenLine: LintRule = {
  name: 'broken-line',
  severity: 'warning',
  reason:
    'A line that its format cannot read is in no table, no count and no search; a title that two columns have finds one of them.',
  remedy: 'Mend the line, or except it with the reason why the evidence is broken there.',
  bad: `files:
  evidence/trail.csv: |
    id,time,event,address
    e-1,2026-03-10T08:51:09Z,GetCallerIdentity,198.51.100.23
    e-2,2026-03-10T08:52:11Z`,
  good: `files:
  evidence/trail.csv: |
    id,time,event,address
    e-1,2026-03-10T08:51:09Z,GetCallerIdentity,198.51.100.23
    e-2,2026-03-10T08:52:11Z,ListUsers,198.51.100.23`,
  check: (subject) => {
    const { drill, prepared, content } = subject;
    return drill.evidence.flatMap(({ id, file, format }, index): LintHit[] => {
      const read = content(id);
      if (read?.kind !== 'table' || findFormatFault(subject, index)) return [];
      const path = ['evidence', index, 'file'];
      const title = read.columns.find((one, at) => read.columns.indexOf(one) < at);
      const text = prepared.evidence.get(id) ?? '';
      const lines = text.split('\n');
      const cited = drill.clues.flatMap((clue) =>
        'record' in clue && clue.evidence === id ? [clue.record] : [],
      );
      // A broken line that is cited is reported as lost-clue.
      const [line, ...more] = listLines(read).filter(
        (at) => !cited.some((record) => lines[at - 1]?.includes(record)),
      );
      return [
        ...(title === undefined
          ? []
          : [{ path, words: title, message: `Two columns of ${file} are called "${title}".` }]),
        ...(line === undefined
          ? []
          : [
              {
                path,
                offset: findLineStart(text, line),
                message: `Line ${line} of ${file} cannot be read as a line of ${format}${writeMore(more.length)}.`,
              },
            ]),
      ];
    });
  },
};

function listLines({ brokenLines, unevenLines = [] }: EvidenceTable): readonly number[] {
  return [...brokenLines, ...unevenLines].sort((a, b) => a - b);
}

function writeMore(count: number): string {
  return count === 0 ? '' : `, nor ${count === 1 ? 'one' : String(count)} after it`;
}
