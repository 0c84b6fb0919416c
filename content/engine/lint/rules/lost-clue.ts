import type { Clue } from '../../format/drill-schema.ts';
import { findLineStart } from '../line-start.ts';
import { lacksIds } from '../lacks-ids.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';
import { findFormatFault } from './wrong-format.ts';

type Placed = Extract<Clue, { evidence: string }>;

export const lostClue: LintRule = {
  name: 'lost-clue',
  severity: 'error',
  reason:
    'A clue that its file does not hold cannot be cited, so what rests on it cannot be earned.',
  remedy: 'Copy the text or the record’s id out of the file, letter by letter.',
  bad: `clues:
  - { id: first-use, record: e-9 }`,
  good: `clues:
  - { id: first-use, record: e-1 }`,
  check: (subject) => {
    // A file is gone through once, however many clues are in it.
    const listed = new Map<string, Ids>();
    const { evidence } = subject.drill;
    const unread = new Set(
      evidence.flatMap(({ id }, index) => (findFormatFault(subject, index) ? [id] : [])),
    );
    return subject.drill.clues.flatMap((clue, index): LintHit[] => {
      if (!('evidence' in clue)) return [];
      const text = subject.prepared.evidence.get(clue.evidence) ?? '';
      if (text.trim() === '') return []; // reported as missing-evidence or wrong-format
      if (unread.has(clue.evidence)) return []; // reported as wrong-format
      if ('text' in clue) {
        return text.includes(clue.text)
          ? []
          : [describe(clue, ['clues', index, 'text'], clue.text)];
      }
      const ids = listed.get(clue.evidence) ?? listIds(subject, clue.evidence);
      listed.set(clue.evidence, ids);
      const path = ['clues', index, 'record'];
      if (ids === 'text')
        return text.includes(clue.record) ? [] : [describe(clue, path, clue.record)];
      if (ids === 'wrong-key') return []; // reported as unread-column
      if (ids !== 'no-key') {
        if (ids.has(clue.record)) return [];
        return [findBroken(subject, clue, text) ?? describe(clue, path, clue.record)];
      }
      const message = `No record of "${clue.evidence}" can be cited: it names no \`key\`.`;
      const remedy = 'Name under `key` the column in which the records’ ids stand.';
      return [{ path, message, remedy }];
    });
  },
};

function describe({ evidence }: Placed, path: LintHit['path'], wanted: string): LintHit {
  return { path, message: `"${wanted}" is not in the evidence "${evidence}".` };
}

/** Where the record stands in a line that cannot be read, as that is what has to be mended. */
function findBroken(
  { drill, content }: LintSubject,
  { evidence, record }: Extract<Placed, { record: string }>,
  text: string,
): LintHit | null {
  const read = content(evidence);
  if (read?.kind !== 'table') return null;
  const lines = text.split('\n');
  const line = read.brokenLines.find((one) => lines[one - 1]?.includes(record));
  if (line === undefined) return null;
  const index = drill.evidence.findIndex(({ id }) => id === evidence);
  return {
    path: ['evidence', index, 'file'],
    offset: findLineStart(text, line),
    message: `"${record}" stands in a line of "${evidence}" that cannot be read as ${drill.evidence[index]?.format ?? 'that'}.`,
    remedy: 'Mend the line: look for a quote, bracket or comma that is missing or too many.',
  };
}

/** The ids of a table's records, or why it has none. */
type Ids = ReadonlySet<string> | 'text' | 'no-key' | 'wrong-key';

function listIds({ drill, content }: LintSubject, evidence: string): Ids {
  const read = content(evidence);
  if (read?.kind !== 'table') return 'text';
  if (lacksIds(read)) {
    const shape = drill.evidence.find(({ id }) => id === evidence);
    return shape?.key === undefined ? 'no-key' : 'wrong-key';
  }
  return new Set(read.rows.flatMap(({ id }) => (id === null ? [] : [id])));
}
