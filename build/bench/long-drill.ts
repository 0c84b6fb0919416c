import * as v from 'valibot';
import { DrillSchema, type Drill } from '../../content/engine/format/drill-schema.ts';

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
  const made: object[] = [];
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
  const drill = {
    format: 1,
    id: 'LONG',
    title: 'A long drill',
    summary: 'For measuring.',
    role: 'Analyst',
    level: 'entry',
    minutes: 20,
    kind: 'Measurement',
    starts_at: '2026-03-10T09:00:00Z',
    ends_at: 10_000,
    severity: { level: 'medium' },
    brief: 'You are on shift.',
    people: [{ id: 'ines', name: 'Ines Holm', role: 'Duty manager' }],
    state: { calls: { kind: 'integer', min: 0, max: 4, initial: 0 } },
    feed: [],
    evidence: [],
    truth: [],
    scoring: {},
    outcomes: [
      { id: 'loud', title: 'Loud', when: { var: 'calls', at_least: 3 }, text: 'Over.' },
      { id: 'end', title: 'End', text: 'Over.' },
    ],
    debrief: { text: 'Told.' },
    decisions: made,
  };
  // Not as YAML: a drill of a thousand decisions is longer than a file may be.
  return v.parse(DrillSchema, drill);
}
