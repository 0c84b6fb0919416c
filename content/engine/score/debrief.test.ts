import { describe, expect, it } from 'vitest';
import { citeRecord } from '../drill/citation.ts';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { replay } from '../drill/step.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { writeDebrief } from './debrief.ts';

const prepared = prepareDrill(aDrill(), someEvidence);
const tell = (...lines: Parameters<typeof aLog>) =>
  writeDebrief(prepared, replay(prepared, aLog(...lines)).state);

describe('writeDebrief', () => {
  const cited = [citeRecord('trail', 'e-1')];
  const debrief = tell(
    [
      10,
      'timeline_added',
      { id: 't1', at: '2026-03-10T08:51:20Z', text: 'first use', citations: cited },
    ],
    [20, 'timeline_added', { id: 't2', at: null, text: 'a hunch', citations: [] }],
    [
      400,
      'decided',
      { decision: 'key', option: 'off', confidence: 80, citations: cited, reason: 'sure' },
    ],
    [560, 'ended'],
  );

  it('tells the outcome that holds and the feedback that fits', () => {
    expect(debrief.outcome.id).toBe('held');
    expect(debrief.feedback.map(({ kind }) => kind)).toEqual(['celebrate']);
  });

  it('puts both lanes on one axis: matched, missed, and how long after the best time', () => {
    expect(debrief.truth.map(({ id, state }) => [id, state])).toEqual([
      ['public', 'fact'],
      ['use', 'fact'],
      ['contained', 'best'],
    ]);
    const yours = Object.fromEntries(debrief.yours.map((mark) => [mark.id, mark]));
    expect(yours['use']).toMatchObject({ state: 'match', off_s: 11 });
    expect(yours['public']).toMatchObject({ state: 'missed' });
    expect(yours['contained']).toMatchObject({ state: 'later', off_s: 40 });
    expect(debrief.unmatched.map(({ id }) => id)).toEqual(['t2']);
  });

  it('reviews each decision with yours, best and the point it made', () => {
    const [severity, key] = debrief.decisions;
    expect(severity?.chosen).toMatchObject({ option: null, rating: 1, why: 'Nobody knew.' });
    expect(key).toMatchObject({
      chosen: { rating: 7, confidence: 80, citedClues: ['first-use'], reason: 'sure' },
      best: { id: 'off' },
      point: { earned: 10 },
    });
  });

  it('numbers decisions as the room did: by when they were asked, whatever the drill lists first', () => {
    const drill = aDrill();
    const turned = { ...drill, decisions: [...drill.decisions].reverse() };
    const { state } = replay(prepareDrill(turned, someEvidence), aLog([560, 'ended']));
    const asked = writeDebrief(prepareDrill(turned, someEvidence), state).decisions;
    expect(turned.decisions.map(({ id }) => id)).toEqual(['key', 'severity']);
    expect(asked.map(({ decision }) => decision.id)).toEqual(['severity', 'key']);
  });

  it('reports own times and an update that was never sent', () => {
    expect(debrief.ownTimes).toMatchObject([{ at_s: 400, best_s: 360 }]);
    expect(debrief.updates).toMatchObject([{ text: null, check: null }]);
  });

  it('calls nothing missed that lay after the end of a drill that was ended early', () => {
    const early = tell([300, 'ended']);
    const mark = ({ yours }: typeof early) => yours.find(({ id }) => id === 'contained')?.state;
    expect(mark(early)).toBe('unreached');
    expect(mark(tell([400, 'ended']))).toBe('missed');
    expect(early.updates.map(({ unsent }) => unsent)).toEqual(['stopped']);
    expect(tell([901, 'ended']).updates.map(({ unsent }) => unsent)).toEqual(['missed']);
  });
});
