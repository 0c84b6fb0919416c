import { describe, expect, it } from 'vitest';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog, playAtRandom } from '../testing/a-log.ts';
import { compareRoads } from '../score/compare-roads.ts';
import type { AttemptEvent } from './attempt-log.ts';
import { collectBranch, mainBranch } from './branch.ts';
import { prepareDrill } from './prepared-drill.ts';
import { findRewind, openRoad } from './rewind.ts';
import { replay } from './step.ts';

const prepared = prepareDrill(aDrill(), someEvidence);
const decided = (decision: string, option: string) =>
  ['decided', { decision, option, confidence: 80, citations: [], reason: '' }] as const;

const first = aLog(
  [10, 'evidence_opened', { evidence: 'trail' }],
  [140, ...decided('severity', 'p2')],
  [170, ...decided('key', 'delete')],
  [400, 'ended', {}],
);

/** The log with another road in it, and the state before the decision on that road. */
function rewind(log: readonly AttemptEvent[], decision: string, from = mainBranch, name = 'b1') {
  const point = findRewind(prepared, collectBranch(log, from).events, decision);
  if (!point) throw new Error(`no way back to ${decision}`);
  const all = [...log, ...openRoad(log, from, point, name)];
  const { state, refused } = replay(prepared, collectBranch(all, name).events);
  expect(refused).toBeNull();
  return { all, point, state };
}

describe('rewind', () => {
  it('stands before the decision, paused, with everything before it as it was', () => {
    const { state, point } = rewind(first, 'key');
    expect(point).toEqual({ decision: 'key', kept: 3, at_s: 170 });
    expect(state.phase).toBe('paused');
    expect(state.at_s).toBe(170);
    expect(state.decisions.get('key')?.choice).toBeNull();
    expect(state.decisions.get('severity')?.choice?.option).toBe('p2');
  });

  it('leaves the first road as it was', () => {
    const { all } = rewind(first, 'severity');
    expect(collectBranch(all).events).toEqual(collectBranch(first).events);
  });

  it('leads back to when a decision opened that nobody took', () => {
    const log = aLog([900, 'ended', {}]);
    const { state } = rewind(log, 'severity');
    expect(state.at_s).toBe(0);
    expect(state.decisions.get('severity')?.choice).toBeNull();
    expect(rewind(log, 'key').state.at_s).toBe(360);
  });

  it('does not pause a clock that stands', () => {
    const log = aLog([5, 'paused', { reason: 'person' }], [5, ...decided('severity', 'p1')]);
    const { all, state } = rewind(log, 'severity');
    expect(state.phase).toBe('paused');
    expect(all.filter(({ branch }) => branch === 'b1').map(({ kind }) => kind)).toEqual([
      'branched',
    ]);
  });

  it('has no way back to a decision that was never asked', () => {
    expect(findRewind(prepared, aLog([5, 'ended', {}]), 'key')).toBeNull();
  });

  it('leads from a road of a road back to what both inherited', () => {
    const { all } = rewind(first, 'key');
    const more: AttemptEvent = {
      ...(aLog()[0] as AttemptEvent),
      ...{
        kind: 'decided',
        data: { decision: 'key', option: 'off', confidence: 60, citations: [], reason: '' },
      },
      branch: 'b1',
      seq: 2,
      at_s: 170,
    };
    const grown = [...all, more];
    const again = rewind(grown, 'key', 'b1', 'b2');
    expect(again.state.at_s).toBe(170);
    const below = rewind(grown, 'severity', 'b1', 'b3');
    expect(below.state.at_s).toBe(140);
    expect(below.all.at(-2)).toMatchObject({ kind: 'branched', data: { parent: 'main', seq: 1 } });
  });

  it('finds a legal way back to every decision that any play reached', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const log = playAtRandom(prepared, seed, 60);
      const { state } = replay(prepared, log);
      for (const id of state.decisions.keys()) {
        const point = findRewind(prepared, log, id);
        if (!point) continue;
        const { state: back } = rewind(log, id);
        expect(back.decisions.get(id)?.choice, `seed ${seed}, ${id}`).toBeNull();
        expect(back.phase).toBe('paused');
      }
    }
  });
});

describe('two roads side by side', () => {
  it('says what differs, in which way, and keeps parts apart', () => {
    const { all } = rewind(first, 'key');
    const road = [
      ...collectBranch(all, 'b1').events,
      ...aLog([170, 'resumed'], [190, ...decided('key', 'off')], [380, 'ended', {}]).slice(1),
    ].map((event, seq) => ({ ...event, seq }));
    const states = [
      replay(prepared, collectBranch(all).events).state,
      replay(prepared, road).state,
    ];
    const [one, two] = states;
    if (!one || !two) throw new Error('two states');
    const compared = compareRoads(prepared, one, two);
    expect(compared.outcomes).toMatchObject({ change: 'different' });
    expect(compared.decisions.map(({ id, change }) => [id, change])).toEqual([
      ['severity', 'same'],
      ['key', 'different'],
    ]);
    expect(compared.times).toMatchObject([{ id: 'contained', change: 'only_other' }]);
    // As the room and the debrief call it.
    expect(compared.state[0]).toMatchObject({
      first: { text: 'P3, provisional' },
      other: { text: 'P2' },
    });
    expect(compared.state.find(({ id }) => id === 'state.key_off')).toMatchObject({
      first: { text: 'no' },
      other: { text: 'yes' },
      change: 'different',
    });
    expect(compared.parts.find(({ part }) => part === 'containment')?.change).toBe('more');
    expect(compared.parts.find(({ part }) => part === 'escalation')?.change).toBe('same');
  });

  it('compares with a road that is under way', () => {
    const { all, state } = rewind(first, 'key');
    const one = replay(prepared, collectBranch(all).events).state;
    const compared = compareRoads(prepared, one, state);
    expect(compared.outcomes.other?.text).toBe('Not at its end yet');
    expect(compared.decisions[1]).toMatchObject({ other: { text: 'Open' }, change: 'not_yet' });
    // Nothing has been done on it: what is still to come is no difference, and loses no points.
    const { outcomes, times, decisions, feed, state: values, parts } = compared;
    const changes = [outcomes, ...times, ...decisions, ...feed, ...values].map((row) => row.change);
    expect(new Set(changes)).toEqual(new Set(['same', 'neither', 'not_yet']));
    expect(parts).toEqual([]);
  });

  it('calls nothing open on a road that has ended, and tells when a message was answered', () => {
    const told = (...lines: Parameters<typeof aLog>) => replay(prepared, aLog(...lines)).state;
    const one = told([10, 'acknowledged', { item: 'notice' }], [300, 'ended']);
    const compared = compareRoads(
      prepared,
      one,
      told([40, 'acknowledged', { item: 'notice' }], [300, 'ended']),
    );
    expect(compared.decisions[0]).toMatchObject({ first: { text: 'Nothing was decided' } });
    expect(compared.feed[0]).toMatchObject({
      first: { text: 'Acknowledged', at_s: 10 },
      other: { text: 'Acknowledged', at_s: 40 },
      change: 'later',
    });
  });
});
