import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../format/drill-schema.ts';
import { citeRecord } from '../drill/citation.ts';
import { advance } from '../drill/advance.ts';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { replay } from '../drill/step.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog, playAtRandom } from '../testing/a-log.ts';
import { scoreDecision } from './decision-points.ts';
import { listCalibration, scoreAttempt, scoreState, shareOfTotal, type Score } from './score.ts';
import { readInstant } from './timeline-points.ts';
import { checkUpdate } from './update-check.ts';

const prepared = prepareDrill(aDrill(), someEvidence);
const decision = prepared.byId.decisions.get('key') as Decision;
const cited = [citeRecord('trail', 'e-1')];

function score(...lines: Parameters<typeof aLog>): Score {
  return scoreAttempt(prepared, aLog(...lines));
}
const find = (result: Score, rule: string) =>
  result.parts.flatMap(({ points }) => points).find((p) => p.rule === rule);

describe('points of a decision', () => {
  it.each([
    { rating: 7, confidence: 99, cited: true, points: 10 },
    { rating: 7, confidence: 99, cited: false, points: 6 },
    { rating: 1, confidence: 50, cited: true, points: 0 },
    { rating: 1, confidence: 99, cited: true, points: -1.96 },
    { rating: 4, confidence: 80, cited: true, points: 4.4 },
    { rating: 4, confidence: null, cited: true, points: 5 },
  ] as const)('are as foundations.md says: $rating at $confidence %', ({ points, ...chosen }) => {
    expect(scoreDecision(decision, chosen, 0.2)).toBeCloseTo(points, 10);
  });

  it('fall as confidence in a worse choice grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), (rating) => {
        const at = ([50, 60, 70, 80, 90, 99] as const).map((confidence) =>
          scoreDecision(decision, { rating, confidence, cited: true }, 0.2),
        );
        expect(at).toEqual([...at].sort((a, b) => b - a));
      }),
    );
  });
});

describe('the score of an attempt', () => {
  it('caps the part of an irreversible, harmful act', () => {
    const log = aLog(
      [0, 'tool_used', { tool: 'wipe', args: {} }],
      [0, 'tool_used', { tool: 'key-off', args: { key: 'AKIALEAKEDEXAMPLE' } }],
      [
        400,
        'decided',
        { decision: 'key', option: 'off', confidence: 99, citations: cited, reason: '' },
      ],
    );
    const containment = scoreAttempt(prepared, log).parts.find(
      ({ part }) => part === 'containment',
    );
    expect(containment).toMatchObject({
      earned: 14 * 0.4,
      possible: 14,
      cap: { share: 0.4, seq: 1 },
    });
  });

  it('never lets a part fall below 0', () => {
    const result = score(
      [
        0,
        'decided',
        { decision: 'severity', option: 'p4', confidence: 99, citations: [], reason: '' },
      ],
      [1, 'hint_taken', { hint: 'where', tier: 1 }],
    );
    expect(result.parts.find(({ part }) => part === 'escalation')?.earned).toBe(0);
    expect(find(result, 'hint:where/1')).toMatchObject({ weight: 0, earned: -0.5, seq: 2 });
  });

  it('gives half for a late answer and nothing for silence', () => {
    const ack = (at_s: number) =>
      find(score([at_s, 'acknowledged', { item: 'notice' }]), 'answer:notice')?.earned;
    expect(ack(60)).toBe(2);
    expect(ack(400)).toBe(1);
    const silent = advance(prepared, replay(prepared, aLog()).state, 2000);
    expect(find(scoreState(prepared, silent), 'answer:notice')).toMatchObject({
      earned: 0,
      seq: null,
    });
  });

  it('counts what was open when the person ended early, and not what came later', () => {
    const result = score([30, 'ended']);
    expect(result.early).toBe(true);
    expect(find(result, 'decision:severity')).toMatchObject({ earned: 0, why: 'Nobody knew.' });
    expect(find(result, 'decision:key')).toBeUndefined();
    expect(find(result, 'T01.c1')).toBeUndefined();
  });

  it('matches the timeline by citation, and by time for the rest', () => {
    const add = (at: string | null, citations: object[]) =>
      find(score([5, 'timeline_added', { id: 't', at, text: 'use', citations }]), 'timeline:use')
        ?.earned;
    expect(add('2026-03-10T08:51:40Z', cited)).toBeCloseTo(2);
    expect(add('2026-03-10T08:59:00Z', cited)).toBeCloseTo(1.4);
    expect(add(null, cited)).toBeCloseTo(1.4);
    expect(add('2026-03-10T08:51:09Z', [])).toBe(0);
  });

  it('names for every point a rule that exists, its part and the event that earned it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const events = playAtRandom(prepared, seed, 60);
        const { parts } = scoreAttempt(prepared, events);
        for (const part of parts) {
          expect(part.earned).toBeGreaterThanOrEqual(0);
          expect(part.earned).toBeLessThanOrEqual(part.possible + 1e-9);
          for (const point of part.points) {
            expect(point.rule).not.toBe('');
            expect(point.earned).toBeLessThanOrEqual(point.weight + 1e-9);
            if (point.earned !== 0 && point.seq !== null) expect(events[point.seq]).toBeDefined();
            if (point.seq === null && !point.rule.startsWith('decision:'))
              expect(point.earned).toBeLessThanOrEqual(point.weight);
          }
        }
        expect(shareOfTotal({ parts, early: false })).toBeLessThanOrEqual(1);
      }),
      { numRuns: 80 },
    );
  });

  it('lists stated confidence with whether it was right', () => {
    const { state } = replay(
      prepared,
      aLog([
        0,
        'decided',
        { decision: 'severity', option: 'p1', confidence: 90, citations: [], reason: '' },
      ]),
    );
    expect(listCalibration(prepared, state)).toEqual([
      { decision: 'severity', confidence: 90, right: false },
    ]);
  });
});

describe('a written update', () => {
  const [update] = aDrill().updates;
  const check = (text: string, known = ['status', 'next', 'impact']) => {
    if (!update) throw new Error('aDrill has one update');
    return checkUpdate(update, text, new Set(known), new Set());
  };
  const met = (text: string) =>
    check(text)
      .facts.filter((fact) => fact.met)
      .map(({ id }) => id);

  it('does not take a fact for said where the sentence turns it round', () => {
    if (!update) throw new Error('aDrill has one update');
    const facts = update.facts.map((fact) =>
      fact.id === 'status' ? { ...fact, not: ['not_off|not_yet'] } : fact,
    );
    const tell = (text: string) =>
      checkUpdate({ ...update, facts }, text, new Set(['status']), new Set()).facts[0]?.met;
    expect(tell('The key is not off.')).toBe(false);
    expect(tell('The key is off.')).toBe(true);
    expect(tell('The key is not off. Correction: the key is off now.')).toBe(true);
  });

  it.each([
    ['We deactivated the key at 09:22.', ['status']],
    ['The key was seen. It is off.', []],
    ['I will write again at 10:00.', ['next']],
    ['I will write again soon.', []],
    ['Next update in 30 minutes.', ['next']],
    ['It was used by a stranger from 08:51 on.', ['impact']],
    ['It was used by a stranger.', []],
  ])('%s', (text, expected) => {
    expect(met(text)).toEqual(expected);
  });

  it('marks a claim that must not be made, and not one that is hedged', () => {
    const text = 'Good news. No data was accessed.';
    const [claim] = check(text).claims;
    expect(claim?.spans.map(([start, end]) => text.slice(start, end))).toEqual([
      'No data was accessed.',
    ]);
    expect(check('There is no evidence that data was accessed.').claims).toEqual([]);
  });

  it('marks "no evidence" where that is the claim, and leaves it open elsewhere', () => {
    if (!update) throw new Error('aDrill has one update');
    const claim = (any: string[]) => [{ id: 'signs', text: '', any, not: [], cost: 1, why: '' }];
    const tell = (any: string[], text: string) =>
      checkUpdate({ ...update, forbidden: claim(any) }, text, new Set(), new Set()).claims.length;
    const text = 'There is no evidence of misuse.';
    expect(tell(['no|without evidence|sign|signs misuse*'], text)).toBe(1);
    expect(tell(['no misuse*'], text)).toBe(0);
    expect(tell(['no evidence|data misuse*'], text)).toBe(0);
  });

  it('does not ask for what could not be known', () => {
    expect(check('', []).facts.every(({ asked }) => !asked)).toBe(true);
    const result = score([
      0,
      'update_sent',
      {
        update: 't15',
        text: 'Used by a stranger from 08:51. Next update at 10:00.',
        citations: [],
      },
    ]);
    expect(find(result, 'update:t15/status')).toBeUndefined();
    expect(find(result, 'update:t15/impact')?.earned).toBe(3);
  });
});

it.each([
  ['1970-01-01T00:00:00Z', 0],
  ['2024-02-29T23:59:59Z', 1_709_251_199],
  ['2026-03-10T08:51:09Z', 1_773_132_669],
  ['2100-03-01T00:00:00Z', 4_107_542_400],
])('reads the instant %s as the calendar does', (text, seconds) => {
  expect(readInstant(text)).toBe(seconds);
});
