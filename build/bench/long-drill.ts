import type { Drill } from '../../content/engine/format/drill-schema.ts';
import { aDrill } from '../../content/engine/testing/a-drill.ts';

type Changes = NonNullable<Parameters<typeof aDrill>[0]>;

/**
 * A drill of so many decisions: stages of five that are open at once, after which the next stage
 * opens, and one option of each that counts towards the ending. Its moments grow with its length.
 */
export function buildLongDrill(decisions: number): Drill {
  const stages = Math.ceil(decisions / 5);
  const option = (id: string, more: object = {}) => ({
    id,
    text: `Do ${id}`,
    rating: id === 'a' ? 7 : 2,
    reason: 'Because.',
    ...more,
  });
  const made: NonNullable<Changes['decisions']> = [];
  for (let stage = 0; stage < stages; stage += 1) {
    const count = Math.min(5, decisions - stage * 5);
    for (let n = 0; n < count; n += 1) {
      made.push({
        id: `d${stage}-${n}`,
        title: 'Decision',
        prompt: 'Choose.',
        part: 'scoping',
        weight: 1,
        none: { rating: 1, reason: 'Nothing.' },
        options: [
          option('a'),
          option('b'),
          option('c'),
          option('d', { effects: [{ add: 'calls', by: 1 }] }),
        ],
        ...(stage === 0
          ? {}
          : {
              opens: {
                all: Array.from({ length: 5 }, (_, k) => ({ decided: `d${stage - 1}-${k}` })),
              },
            }),
      });
    }
  }
  return aDrill({
    ends_at: 10_000,
    feed: [],
    evidence: [],
    clues: [],
    tools: [],
    updates: [],
    hints: [],
    milestones: [],
    truth: [],
    parameters: [],
    state: { calls: { kind: 'integer', min: 0, max: 4, initial: 0 } },
    scoring: {},
    outcomes: [
      { id: 'loud', title: 'Loud', when: { var: 'calls', at_least: 3 }, text: 'Over.' },
      { id: 'end', title: 'End', text: 'Over.' },
    ],
    debrief: { text: 'Told.' },
    decisions: made,
  });
}
