import { listTwins } from '../list-twins.ts';
import { findReach, type Reach } from '../reach.ts';
import type { LintHit, LintRule } from '../rule.ts';

export const unmetCitations: LintRule = {
  name: 'unmet-citations',
  severity: 'error',
  reason: 'A decision that asks for more than can be cited never earns its full points.',
  remedy: 'Ask for fewer citations, or accept more clues, of each twin too.',
  bad: `decisions:
  - { id: key, citations: { required: 2, accepts: [first-use] } }`,
  good: `decisions:
  - { id: key, citations: { required: 2, accepts: [first-use, public-since] } }`,
  check: ({ drill, prepared }) => {
    const twins = listTwins(drill).map(({ of, twin }) => ({
      of,
      reach: findReach({ ...prepared, drill: twin }),
    }));
    return drill.decisions.flatMap(({ id, citations }, index): LintHit[] => {
      if (!citations) return [];
      const { required } = citations;
      const accepts = [...new Set(citations.accepts)];
      const count = (reach: Reach): number =>
        accepts.filter((clue) => reach.earliest({ cited: clue }) < Infinity).length;
      const short = twins.find(({ reach }) => reach.decisions.has(id) && count(reach) < required);
      if (!short) return [];
      const can = count(short.reach);
      const message = `"${id}" asks for ${required} of its clues; ${can} can be found${short.of}.`;
      return [{ path: ['decisions', index, 'citations'], message }];
    });
  },
};
