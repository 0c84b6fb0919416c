import { describe, expect, it } from 'vitest';
import type { Drill } from '../format/drill-schema.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { usualLevers } from './attempt-terms.ts';
import { instantiate } from './instantiate.ts';
import { applyLevers, describeLevers } from './levers.ts';

const base = aDrill();
const [notice] = base.feed;
if (!notice) throw new Error('aDrill has a feed');
const hum = { ...notice, id: 'hum', at: 60, expects: undefined, noise: true };
const drill: Drill = { ...base, feed: [...base.feed, hum] };

describe('the levers', () => {
  it('change nothing where they are as usual', () => {
    expect(applyLevers(drill, usualLevers)).toBe(drill);
    expect(instantiate(drill, someEvidence, 0, usualLevers).drill).toBe(drill);
  });

  it('leave noise out, and nothing else', () => {
    const quiet = applyLevers(drill, { ...usualLevers, noise: false });
    expect(drill.feed.map(({ id }) => id)).toContain('hum');
    expect(quiet.feed).toEqual(base.feed);
    expect({ ...quiet, feed: [] }).toEqual({ ...drill, feed: [] });
  });

  it.each([
    [0.75, 225, 360],
    [1.5, 450, 720],
  ] as const)('give %s of the time to answer and to decide', (deadlines, answer_s, decide_s) => {
    const changed = applyLevers(drill, { ...usualLevers, deadlines });
    expect(changed.feed.find(({ id }) => id === 'notice')?.expects?.within).toBe(answer_s);
    expect(changed.decisions.find(({ id }) => id === 'severity')?.closes_after).toBe(decide_s);
    expect(changed.updates).toEqual(drill.updates);
    expect(changed.feed.map(({ at }) => at)).toEqual(drill.feed.map(({ at }) => at));
  });

  it('act on every seed alike', () => {
    const { feed } = instantiate(drill, someEvidence, 7, { ...usualLevers, noise: false }).drill;
    expect(feed.map(({ id }) => id)).toEqual(base.feed.map(({ id }) => id));
    expect(feed[0]?.subject).not.toBe(base.feed[0]?.subject);
  });

  it('are told where they are not as usual', () => {
    const usual = { extra_time: 1, no_clock: false } as const;
    expect(describeLevers({ levers: usualLevers, accommodations: usual })).toEqual([]);
    expect(
      describeLevers({
        levers: { ...usualLevers, noise: false, deadlines: 0.75, hints: false },
        accommodations: { extra_time: 2, no_clock: true },
      }),
    ).toEqual([
      'without noise',
      'shorter time to answer and decide',
      'no hints',
      'no clock',
      '2× the time',
    ]);
  });
});
