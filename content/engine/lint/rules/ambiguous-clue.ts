import type { LintHit, LintRule } from '../rule.ts';

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
  check: ({ drill, prepared }) =>
    drill.clues.flatMap((clue, index): LintHit[] => {
      if (!('text' in clue)) return [];
      const format = drill.evidence.find(({ id }) => id === clue.evidence)?.format;
      // Citing a mail or an image anywhere covers every clue in it.
      if (format === 'mail' || format === 'image') return [];
      const text = prepared.evidence.get(clue.evidence) ?? '';
      const first = text.indexOf(clue.text);
      if (first < 0 || text.indexOf(clue.text, first + 1) < 0) return [];
      const message = `"${clue.text}" stands more than once in "${clue.evidence}".`;
      return [{ path: ['clues', index, 'text'], message }];
    }),
};
