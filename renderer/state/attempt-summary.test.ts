import { expect, it } from 'vitest';
import { advance } from '../../content/engine/drill/advance.ts';
import { prepareDrill } from '../../content/engine/drill/prepared-drill.ts';
import { replay } from '../../content/engine/drill/step.ts';
import { aDrill, someEvidence } from '../../content/engine/testing/a-drill.ts';
import { aHeader, aLog } from '../../content/engine/testing/a-log.ts';
import { summarise } from './attempt-summary.ts';

const prepared = prepareDrill(aDrill(), someEvidence);
const tell = (until_s: number, ...lines: Parameters<typeof aLog>) => {
  const { state } = replay(prepared, aLog(...lines));
  return summarise(prepared, aHeader(), advance(prepared, state, until_s), '2026-11-27T09:00:00Z');
};

it('counts as decided what the person decided, not what its time closed', () => {
  expect(tell(2000)).toMatchObject({ decided: 0, open: null });
  const severity = {
    decision: 'severity',
    option: 'p2',
    confidence: 80,
    citations: [],
    reason: '',
  };
  expect(tell(2000, [30, 'decided', severity])).toMatchObject({ decided: 1 });
});

it('numbers the open decision as the room does, whatever was decided before it', () => {
  const key = { decision: 'key', option: 'watch', confidence: 80, citations: [], reason: '' };
  expect(tell(0)).toMatchObject({ open: 'How serious is it?', open_number: 1 });
  expect(tell(380, [380, 'decided', key])).toMatchObject({
    decided: 1,
    open: 'How serious is it?',
    open_number: 1,
  });
});

it('leaves a score that stands by a scorer which this version does not have', () => {
  const header = aHeader({ scorer: 'points-99' });
  const { state } = replay(prepared, aLog([30, 'ended', {}]));
  const at = '2026-11-27T09:00:00Z';
  const counted = summarise(prepared, header, state, at);
  expect(counted).toMatchObject({ scorer: 'points-1' });
  expect(counted.parts.length).toBeGreaterThan(0);
  const kept = { part: 'evidence', earned: 7, possible: 9 } as const;
  const { scorer: _scorer, ...rest } = counted;
  const before = { ...rest, parts: [kept], look_again: 'theirs' };
  const after = summarise(prepared, header, state, at, before);
  expect(after).toMatchObject({ parts: [kept], look_again: 'theirs' });
  expect(after.scorer).toBeUndefined();
  // One that was still open then gets a score by this version, and says so.
  expect(summarise(prepared, header, state, at, { ...before, status: 'open' })).toMatchObject({
    scorer: 'points-1',
    parts: counted.parts,
  });
  expect(summarise(prepared, aHeader(), state, at, before).parts).toEqual(counted.parts);
});
