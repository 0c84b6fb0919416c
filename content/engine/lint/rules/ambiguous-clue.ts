import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const ambiguousClue: LintRule = {
  name: 'ambiguous-clue',
  severity: 'warning',
  reason:
    'A text that stands in its file more than once is a clue only where it stands first: whoever cites another place is told that it is none.',
  remedy: 'Take more of the line into the text, until it stands there once.',
  bad: `files:
  evidence/commit.txt: |
    The key was pushed at 08:46 by mistake.
    The mail about it came at 08:46 too.`,
  good: `files:
  evidence/commit.txt: The key was pushed at 08:46 by mistake.`,
  check: (subject) => {
    const { drill, prepared } = subject;
    return drill.clues.flatMap((clue, index): LintHit[] => {
      if ('record' in clue) return findTwice(subject, clue, index);
      if (!('text' in clue)) return [];
      const format = drill.evidence.find(({ id }) => id === clue.evidence)?.format;
      // Citing a mail or an image anywhere covers every clue in it.
      if (format === 'mail' || format === 'image') return [];
      const text = prepared.evidence.get(clue.evidence) ?? '';
      const first = text.indexOf(clue.text);
      if (first < 0 || text.indexOf(clue.text, first + 1) < 0) return [];
      const message = `"${clue.text}" stands more than once in "${clue.evidence}".`;
      return [{ path: ['clues', index, 'text'], message }];
    });
  },
};

/** A record whose id another record has too: which of them is cited nobody can tell. */
function findTwice(
  { content }: LintSubject,
  { evidence, record }: { readonly evidence: string; readonly record: string },
  index: number,
): LintHit[] {
  const read = content(evidence);
  const same = read?.kind === 'table' ? read.rows.filter(({ id }) => id === record) : [];
  if (same.length < 2) return [];
  const lines = same.flatMap(({ line }) => (line === undefined ? [] : [line]));
  const where = lines.length === same.length ? `, on lines ${lines.join(' and ')}` : '';
  return [
    {
      path: ['clues', index, 'record'],
      message: `"${record}" is the id of ${same.length} records of "${evidence}"${where}.`,
      remedy: 'Give each record an id of its own, or name another column under `key`.',
    },
  ];
}
