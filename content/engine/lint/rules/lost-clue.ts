import { readEvidence } from '../../evidence/read-evidence.ts';
import type { Clue } from '../../format/drill-schema.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const lostClue: LintRule = {
  name: 'lost-clue',
  severity: 'error',
  reason:
    'A clue that its file does not hold cannot be cited, so what rests on it cannot be earned.',
  remedy: 'Copy the text or the record’s id out of the file, letter by letter.',
  check: (subject) =>
    subject.drill.clues.flatMap((clue, index): LintHit[] => {
      if (!('evidence' in clue) || isThere(subject, clue)) return [];
      const [field, wanted] = 'record' in clue ? ['record', clue.record] : ['text', clue.text];
      const message = `"${wanted}" is not in the evidence "${clue.evidence}".`;
      return [{ path: ['clues', index, field], message }];
    }),
};

function isThere(
  { drill, prepared }: LintSubject,
  clue: Extract<Clue, { evidence: string }>,
): boolean {
  const text = prepared.evidence.get(clue.evidence);
  const shape = drill.evidence.find(({ id }) => id === clue.evidence);
  if (text === undefined || !shape) return true; // reported as missing-evidence
  if ('text' in clue) return text.includes(clue.text);
  const content = readEvidence(shape, text);
  if (content.kind === 'image') return clue.record === 'image';
  if (content.kind !== 'table') return text.includes(clue.record);
  return content.rows.some(({ id }) => id === clue.record);
}
