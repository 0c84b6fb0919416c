import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { replay } from '../drill/step.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { learnerNames, learners } from './learners.ts';
import { playAs } from './play-as.ts';
import { simulateDrill } from './simulate-drill.ts';

const drill = aDrill();
const prepared = prepareDrill(drill, someEvidence);
const simulate = (changes: Parameters<typeof aDrill>[0] = {}, seed = 0) =>
  simulateDrill(aDrill(changes), someEvidence, { runs: 5, seed });
const find = (result: ReturnType<typeof simulate>, name: string) => {
  const found = result.learners.find(({ learner }) => learner === name);
  if (!found) throw new Error(`There is no learner ${name}.`);
  return found;
};

describe.each(learnerNames)('the %s learner', (name) => {
  it('plays to the end, as a log that replays, and the same by the same seed', () => {
    const log = playAs(prepared, learners[name], 7);
    const { state, refused } = replay(prepared, log);
    expect(refused).toBeNull();
    expect(state.phase).toBe('ended');
    expect(playAs(prepared, learners[name], 7)).toEqual(log);
  });
});

describe('simulated learners', () => {
  it('tell the expert from those who do not read', () => {
    const result = simulate();
    const expert = find(result, 'expert');
    expect(expert.decisions.mean).toBeGreaterThan(0.95);
    for (const name of ['careless', 'first', 'escalate', 'random', 'hasty']) {
      expect(find(result, name).total.mean).toBeLessThan(expert.total.mean - 0.2);
    }
  });

  it('do other things by another seed', () => {
    expect(playAs(prepared, learners.random, 1)).not.toEqual(playAs(prepared, learners.random, 2));
    expect(find(simulate(), 'random')).not.toEqual(find(simulate({}, 90), 'random'));
  });

  it('let time pass before each deed, where they are slow', () => {
    const times = playAs(prepared, learners.slow, 1).map(({ at_s }) => at_s);
    expect(times[1]).toBe(120);
    expect(times.filter((at_s) => at_s === 0)).toHaveLength(1);
  });

  it('say what nobody came to', () => {
    const { coverage } = simulate();
    expect(coverage.options).toMatchObject({ of: 8 });
    expect(coverage.options.never).not.toContain('key/off');
    expect(coverage.outcomes.never).toContain('wipe/gone');
    expect(coverage.evidence).toEqual({ seen: 3, of: 3, never: [] });
  });

  it('find a drill in which the first option is always the best', () => {
    const best = (id: string, rating: number) => ({
      id,
      text: `Do ${id}`,
      rating,
      reason: 'Because.',
    });
    const options = [best('a', 7), best('b', 2), best('c', 2), best('d', 1)];
    const decisions = drill.decisions.map(({ id, title, part }) => ({
      id,
      title,
      prompt: 'Choose.',
      part,
      weight: 10,
      none: { rating: 1, reason: 'Nothing.' },
      options,
    }));
    const { easy } = simulate({ decisions, scoring: {}, updates: [] });
    expect(easy.map(({ learner }) => learner)).toContain('first');
    expect(easy[0]?.message).toMatch(/^The first learner earns \d+ % of the points/);
  });

  it('find a drill that holds back what an expert should earn', () => {
    const late = drill.decisions.map((decision) => ({
      id: decision.id,
      title: decision.title,
      prompt: 'Choose.',
      part: decision.part,
      weight: 10,
      none: { rating: 1, reason: 'Nothing.' },
      closes_after: '0:05',
      options: decision.options.map(({ id, text, rating, reason }) => ({
        id,
        text,
        rating,
        reason,
      })),
    }));
    const { easy } = simulate({ decisions: late });
    expect(easy.find(({ learner }) => learner === 'expert')?.message).toContain('90 %');
  });
});
