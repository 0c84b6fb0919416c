import type { Clue } from '../../format/drill-schema.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const loneClue: LintRule = {
  name: 'lone-clue',
  severity: 'warning',
  reason:
    'Where all that a decision accepts as evidence lies in one place, whoever misses that place cannot make up for it, and nobody learns to confirm a thing twice.',
  remedy: 'Accept a clue from another file, message or tool as well.',
  bad: `decisions:
  - id: key
    citations: { required: 1, accepts: [first-use] }`,
  good: `decisions:
  - id: key
    citations: { required: 1, accepts: [first-use, public-since] }`,
  check: ({ drill }) => {
    const places = new Map(drill.clues.map((clue) => [clue.id, namePlace(clue)]));
    return drill.decisions.flatMap(({ id, citations }, index): LintHit[] => {
      const found = new Set(citations?.accepts.map((clue) => places.get(clue)));
      const [only] = found;
      if (found.size !== 1 || only === undefined) return [];
      const message = `Everything that "${id}" accepts lies in one place: ${only}.`;
      return [{ path: ['decisions', index, 'citations', 'accepts'], message }];
    });
  },
};

function namePlace(clue: Clue): string {
  if ('evidence' in clue) return `the evidence "${clue.evidence}"`;
  return 'feed' in clue ? `the message "${clue.feed}"` : `the tool "${clue.tool}"`;
}
