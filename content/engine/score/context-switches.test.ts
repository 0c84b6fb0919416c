import { describe, expect, it } from 'vitest';
import { citeRecord } from '../drill/citation.ts';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { followAttention } from './attention.ts';
import { findContextSwitches } from './context-switches.ts';

const prepared = prepareDrill(aDrill(), someEvidence);
const find = (...lines: Parameters<typeof aLog>) =>
  findContextSwitches(prepared, aLog(...lines), 1200);

describe('context switches', () => {
  it('are none where work is not left for an interrupt', () => {
    const { switches, away_s, back_s } = find(
      [10, 'feed_opened', { item: 'notice' }],
      [20, 'evidence_opened', { evidence: 'trail' }],
      [30, 'feed_opened', { item: 'notice' }],
    );
    expect({ switches, away_s, back_s }).toEqual({ switches: [], away_s: 0, back_s: null });
  });

  it('tell what was left, how long, and when it was gone back to', () => {
    expect(
      find(
        [100, 'evidence_opened', { evidence: 'trail' }],
        [200, 'feed_opened', { item: 'demo' }],
        [230, 'paused', { reason: 'person' }],
        [230, 'resumed'],
        [260, 'replied', { item: 'demo', reply: 'no' }],
        [300, 'feed_opened', { item: 'notice' }],
        [
          345,
          'pinned',
          { pin: 'p', citation: citeRecord('trail', 'e-1'), label: 'back at the trail' },
        ],
      ),
    ).toEqual({
      switches: [{ items: ['demo'], left: 'evidence:trail', at_s: 200, away_s: 100, back_s: 45 }],
      away_s: 100,
      back_s: 45,
      notBack: 0,
    });
  });

  it('say where work was not gone back to, and count only what was', () => {
    const { switches, notBack, back_s } = find(
      [100, 'tool_used', { tool: 'who-owns', args: {} }],
      [200, 'parked', { item: 'demo', until_s: 500 }],
      [210, 'tool_used', { tool: 'who-owns', args: {} }],
      [500, 'acknowledged', { item: 'demo' }],
      [520, 'evidence_opened', { evidence: 'mail' }],
    );
    expect(switches.map((one) => one.back_s)).toEqual([0, null]);
    expect({ notBack, back_s }).toEqual({ notBack: 1, back_s: 0 });
  });

  it('follow attention through every deed, the last until the end', () => {
    const events = aLog([5, 'notes_changed', { text: 'a' }], [9, 'hint_taken', {}]);
    expect(followAttention(events, 60)).toEqual([{ subject: 'notebook', from_s: 5, to_s: 60 }]);
  });
});
