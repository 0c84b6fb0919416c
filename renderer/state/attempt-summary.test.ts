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

it('counts after a hand-over as the drill room does, and the whole once it has ended', () => {
  const base = aDrill();
  const relay = prepareDrill(
    {
      ...base,
      roles: [
        { id: 'early', name: 'Early shift' },
        { id: 'late', name: 'Late shift' },
      ],
      updates: base.updates.map((update) => ({ ...update, audience: 'handover' as const })),
      handover: { update: 't15', to: 'late' },
    },
    someEvidence,
  );
  const [first] = aDrill().decisions;
  const decided = { decision: first?.id ?? '', option: first?.options[0]?.id ?? '', confidence: 80 as const, citations: [], reason: '' }; // oxfmt-ignore
  const lines: Parameters<typeof aLog> = [
    [30, 'decided', decided],
    [320, 'update_sent', { update: 't15', text: 'The key is on.', citations: [] }],
    [330, 'shift_taken'],
  ];
  const all = base.decisions.length;
  const summary = (...more: Parameters<typeof aLog>) => {
    const { state, refused } = replay(relay, aLog(...lines, ...more));
    expect(refused).toBeNull();
    return summarise(relay, aHeader(), state, '2026-11-27T09:00:00Z');
  };
  expect(summary()).toMatchObject({ decided: 0, decisions: all - 1 });
  expect(summary([400, 'ended', {}])).toMatchObject({ decided: 1, decisions: all });
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
