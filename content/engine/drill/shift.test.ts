import { describe, expect, it } from 'vitest';
import { checkReferences } from '../format/check-references.ts';
import type { Drill } from '../format/drill-schema.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { citeRecord } from './citation.ts';
import { countDecisions, viewOwn } from './own-view.ts';
import { prepareDrill } from './prepared-drill.ts';
import { findShiftEnd } from './shift.ts';
import { replay } from './step.ts';

const base = aDrill({
  roles: [
    { id: 'early', name: 'Early shift' },
    { id: 'late', name: 'Late shift', private: 'You are rested.' },
  ],
});
const [notice, ...otherFeed] = base.feed;
const [trail, ...otherEvidence] = base.evidence;
if (!notice || !trail) throw new Error('aDrill has a feed and evidence');

const relay: Drill = {
  ...base,
  updates: base.updates.map((update) => ({ ...update, audience: 'handover' as const })),
  handover: { update: 't15', to: 'late' },
};
const handedOver = prepareDrill(relay, someEvidence);
const note = { update: 't15', text: 'The key is on. Ask Tomas.', citations: [] };
const half: Parameters<typeof aLog> = [
  [5, 'acknowledged', { item: 'notice' }],
  [10, 'evidence_opened', { evidence: 'trail' }],
  [212, 'pinned', { pin: 'p', citation: citeRecord('trail', 'e-1'), label: 'row' }],
  [215, 'timeline_added', { id: 't', at: null, text: 'Used', citations: [] }],
  [216, 'notes_changed', { text: 'My own notes' }],
  [217, 'tool_used', { tool: 'who-owns', args: {} }],
  [
    300,
    'decided',
    { decision: 'severity', option: 'p2', confidence: 80, citations: [], reason: '' },
  ],
  [310, 'feed_opened', { item: 'demo' }],
];
const play = (...lines: Parameters<typeof aLog>) => replay(handedOver, aLog(...lines));

describe('a hand-over', () => {
  it('waits for the note', () => {
    expect(play(...half, [320, 'shift_taken']).refused?.refusal.code).toBe('not_available');
    expect(play(...half, [320, 'update_sent', note], [330, 'shift_taken']).refused).toBeNull();
    const waits = prepareDrill(
      { ...relay, handover: { update: 't15', to: 'late', when: { after: 400 } } },
      someEvidence,
    );
    const log = aLog(...half, [320, 'update_sent', note], [330, 'shift_taken']);
    expect(replay(waits, log).refused?.refusal.code).toBe('not_available');
  });

  it('says whether it waits for the note or for its time', () => {
    const waits = prepareDrill(
      { ...relay, handover: { update: 't15', to: 'late', when: { after: 400 } } },
      someEvidence,
    );
    const refuse = (...lines: Parameters<typeof aLog>) =>
      replay(waits, aLog(...half, ...lines, [330, 'shift_taken'])).refused?.refusal.message;
    expect(refuse()).toMatch(/has to be sent first/);
    expect(refuse([320, 'update_sent', note])).toMatch(/is sent, and its time has not come/);
  });

  it('says when its time comes, once the note is sent', () => {
    const at = (when: NonNullable<Drill['handover']>['when']) =>
      prepareDrill({ ...relay, handover: { update: 't15', to: 'late', ...(when && { when }) } }, someEvidence); // oxfmt-ignore
    const end = (prepared: typeof handedOver, ...lines: Parameters<typeof aLog>) =>
      findShiftEnd(prepared, replay(prepared, aLog(...half, ...lines)).state);
    const sent: Parameters<typeof aLog>[number] = [320, 'update_sent', note];
    const waits = at({ after: 400 });
    expect(end(waits)).toBe(null);
    expect(end(waits, sent)).toBe(400);
    expect(end(at({ any: [{ after: 900 }, { all: [{ after: 500 }, { after: 400 }] }] }), sent)).toBe(500); // oxfmt-ignore
    expect(end(at({ all: [{ after: 400 }, { opened: 'alert' }] }), sent)).toBe(null);
    expect(end(at(undefined), sent)).toBe(null);
    expect(end(waits, sent, [410, 'shift_taken'])).toBe(null);
  });

  it('counts for the second half its own decisions, and all of them once it has ended', () => {
    const count = (...lines: Parameters<typeof aLog>) =>
      countDecisions(handedOver, play(...half, [320, 'update_sent', note], ...lines).state);
    const all = relay.decisions.length;
    expect(count()).toEqual({ made: 1, all });
    expect(count([330, 'shift_taken'])).toEqual({ made: 0, all: all - 1 });
    expect(count([330, 'shift_taken'], [340, 'ended'])).toEqual({ made: 1, all });
  });

  it('leaves the second half the note and what is open, and keeps all for the score', () => {
    const { state } = play(
      ...half,
      [320, 'update_sent', note],
      [330, 'shift_taken'],
      [340, 'timeline_added', { id: 'mine', at: null, text: 'Mine', citations: [] }],
      [350, 'feed_opened', { item: 'demo' }],
      [350, 'replied', { item: 'demo', reply: 'no' }],
    );
    const view = viewOwn(handedOver, state);
    expect(view.seat).toBe('late');
    expect([...view.feed.keys()]).toEqual(['demo']);
    expect(view.feed.get('demo')?.answer?.reply).toBe('no');
    const taken = play(...half, [320, 'update_sent', note], [330, 'shift_taken']).state;
    expect(viewOwn(handedOver, taken).feed.get('demo')?.seen).toBe(false);
    expect([...view.evidence.values()]).toEqual([null, null]);
    expect([...view.decisions.keys()]).toEqual(['key']);
    expect(view.updates.get('t15')?.sent?.text).toBe(note.text);
    expect([...view.timeline.keys()]).toEqual(['mine']);
    expect([view.pins.size, view.uses.length, view.notes]).toEqual([0, 0, '']);
    expect([...state.timeline.keys()]).toEqual(['t', 'mine']);
    expect([state.pins.size, state.uses.length, state.feed.size]).toEqual([1, 1, 2]);
    expect(state.facts.has('opened:trail')).toBe(true);
  });

  it('lets evidence be opened anew, at its cost', () => {
    const { state } = play(
      ...half,
      [320, 'update_sent', note],
      [330, 'shift_taken'],
      [340, 'evidence_opened', { evidence: 'trail' }],
    );
    expect(state.evidence.get('trail')).toBe(340);
    expect(state.at_s).toBe(340 + trail.minutes);
  });

  it('happens once, and hides nothing when all is over', () => {
    const taken: Parameters<typeof aLog> = [
      ...half,
      [320, 'update_sent', note],
      [330, 'shift_taken'],
    ];
    expect(play(...taken, [340, 'shift_taken']).refused?.refusal.code).toBe('already_done');
    const { state } = play(...taken, [350, 'ended']);
    expect(viewOwn(handedOver, state)).toBe(state);
  });

  it('is refused where it names the first role, or a note for somebody else', () => {
    const broken = { ...relay, updates: base.updates, handover: { update: 't15', to: 'early' } };
    expect(checkReferences(broken).map(({ code }) => code)).toEqual([
      'wrong-role',
      'wrong-audience',
    ]);
  });
});

describe('roles', () => {
  const shared = prepareDrill(
    {
      ...base,
      feed: [{ ...notice, roles: ['late'] }, ...otherFeed],
      evidence: [{ ...trail, roles: ['early'] }, ...otherEvidence],
    },
    someEvidence,
  );

  it('see what is theirs, in turns', () => {
    const first = replay(shared, aLog()).state;
    expect(first.seat).toBe('early');
    expect([...viewOwn(shared, first).feed.keys()]).toEqual([]);
    expect(viewOwn(shared, first).evidence.has('trail')).toBe(true);
    const log = aLog(
      [5, 'seat_taken', { role: 'late' }],
      [6, 'evidence_opened', { evidence: 'trail' }],
    );
    const { state, refused } = replay(shared, log);
    expect(refused?.refusal.message).toBe('Another role holds this evidence.');
    expect([...viewOwn(shared, state).feed.keys()]).toEqual(['notice']);
    expect(viewOwn(shared, state).evidence.has('trail')).toBe(false);
  });

  it('get nothing that is for a role nobody plays', () => {
    const alone = prepareDrill(shared.drill, someEvidence, 0, undefined, ['early']);
    const { state, refused } = replay(alone, aLog([5, 'seat_taken', { role: 'late' }]));
    expect(refused?.refusal.code).toBe('unknown');
    expect([...state.feed.keys()]).toEqual([]);
    expect(viewOwn(alone, state)).toBe(state);
  });
});
