import { expect, it } from 'vitest';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { advance } from './advance.ts';
import { findNextEvent } from './next-event.ts';
import { prepareDrill } from './prepared-drill.ts';
import { replay } from './step.ts';

const small = aDrill();
const notice = small.feed.filter(({ id }) => id === 'notice').map((item) => ({ ...item, at: 600 }));
const bare = { ...small, feed: notice, evidence: [], tools: [], decisions: [], updates: [] };

it('passes over a condition that holds from now on and changes nothing', () => {
  const milestones = [{ id: 'late', title: 'Late', kind: 'detect' as const, when: { after: 120 } }];
  const prepared = prepareDrill({ ...bare, milestones }, someEvidence);
  const { state } = replay(prepared, aLog());
  expect(state.next_s).toBe(120);
  expect(findNextEvent(prepared, state)).toBe(600);
});

it('stops where something comes, where the time to answer runs out, and at the end', () => {
  const prepared = prepareDrill(bare, someEvidence);
  let { state } = replay(prepared, aLog());
  const seconds: number[] = [];
  while (state.phase !== 'ended') {
    const to_s = findNextEvent(prepared, state);
    seconds.push(to_s);
    state = advance(prepared, state, to_s);
  }
  expect(seconds).toEqual([600, 900, 1200]);
});

it('stops where a shift whose note is sent is over by its time', () => {
  const updates = small.updates.map(({ opens: _, ...update }) => ({
    ...update,
    audience: 'handover' as const,
  }));
  const handover = { update: 't15', to: 'late', when: { after: 400 } };
  const roles = ['early', 'late'].map((id) => ({ id, name: id }));
  const prepared = prepareDrill({ ...bare, roles, updates, handover }, someEvidence);
  const note = { update: 't15', text: 'The key is on.', citations: [] };
  const { state, refused } = replay(prepared, aLog([10, 'update_sent', note]));
  expect(refused).toBeNull();
  expect(findNextEvent(prepared, state)).toBe(400);
});
