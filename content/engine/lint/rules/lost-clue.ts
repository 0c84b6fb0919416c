import { readEvidence, type EvidenceShape } from '../../evidence/read-evidence.ts';
import type { Clue } from '../../format/drill-schema.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

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
    // A file is read once, however many clues are in it.
    const read = new Map<string, ReadonlySet<string> | null>();
    return subject.drill.clues.flatMap((clue, index): LintHit[] => {
      if (!('evidence' in clue) || isThere(subject, clue, read)) return [];
      const [field, wanted] = 'record' in clue ? ['record', clue.record] : ['text', clue.text];
      const message = `"${wanted}" is not in the evidence "${clue.evidence}".`;
      return [{ path: ['clues', index, field], message }];
    });
  },
};

function isThere(
  { drill, prepared }: LintSubject,
  clue: Extract<Clue, { evidence: string }>,
  read: Map<string, ReadonlySet<string> | null>,
): boolean {
  const text = prepared.evidence.get(clue.evidence);
  const shape = drill.evidence.find(({ id }) => id === clue.evidence);
  if (text === undefined || !shape) return true; // reported as missing-evidence
  if ('text' in clue) return text.includes(clue.text);
  const ids = read.get(clue.evidence) ?? listIds(shape, text);
  read.set(clue.evidence, ids);
  return ids ? ids.has(clue.record) : text.includes(clue.record);
}

/** null where the file is no table. */
function listIds(shape: EvidenceShape, text: string): ReadonlySet<string> | null {
  const content = readEvidence(shape, text);
  return content.kind === 'table'
    ? new Set(content.rows.flatMap(({ id }) => (id === null ? [] : [id])))
    : null;
}
