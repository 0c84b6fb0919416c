import { describe, expect, it } from 'vitest';
import { checkUpdate } from '../engine/score/update-check.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
} from './testing/bundled-drill.ts';
import { decide, use } from './testing/deeds.ts';

const { drill, prepared } = readBundledDrill('d28-the-photo-that-gave-orders');

const note = (file: string, id: string) =>
  [
    'timeline_added',
    {
      id: 't1',
      at: null,
      text: 'seen',
      citations: [{ file, locator: { kind: 'record', id } }],
    },
  ] as const;

const byOrigin = 'written in a run that read the picture';
const byText = 'with exactly the sentence of the first one';
const keepsafe = { recipient: 'keepsafe@albums-backup.example' };

describe('what counts as a step', () => {
  it('counts the calls where the log was opened and its calls were chosen, however they were counted', () => {
    const state = playDeeds(
      prepared,
      [60, 'evidence_opened', { evidence: 'calls' }],
      [300, ...decide('scope', 'by-call')],
    );
    expect([...state.milestones.keys()]).toEqual(
      expect.arrayContaining(['counted-whole', 'memory-path']),
    );
  });

  it('does not count a choice without the log, nor another choice', () => {
    const guessed = playDeeds(prepared, [430, ...decide('scope', 'by-call')]);
    expect(guessed.milestones.has('counted-whole')).toBe(false);
    const other = playDeeds(
      prepared,
      [60, 'evidence_opened', { evidence: 'calls' }],
      [300, ...decide('scope', 'by-picture')],
    );
    expect(other.milestones.has('counted-whole')).toBe(false);
  });

  it('accepts the answer of the count, as it was used or cited', () => {
    const used = playDeeds(prepared, [
      60,
      ...use('count-calls', { by: 'to the address of the alert' }),
    ]);
    expect(used.milestones.has('memory-path')).toBe(true);
    const cited = playDeeds(prepared, [60, ...note('tools', 'count-calls/by-recipient')]);
    expect(cited.milestones.has('counted-whole')).toBe(true);
    expect(cited.milestones.has('memory-path')).toBe(true);
  });

  it('takes the small print as found where its text was opened', () => {
    const state = playDeeds(prepared, [60, 'evidence_opened', { evidence: 'picture-text' }]);
    expect(state.milestones.has('understood')).toBe(true);
  });

  it.each(['D28.s1', 'D28.s2', 'D28.s3', 'D28.e4'])('says in %s which steps earn it', (id) => {
    expect(drill.scoring.rules.find((rule) => rule.id === id)?.why).toMatch(/^Earned by /);
  });
});

describe('what is asked when', () => {
  it('speaks of the patch and the flyer once somebody has', () => {
    expect(playDeeds(prepared, [55, 'notes_changed', { text: 'x' }]).decisions.has('first')).toBe(
      false,
    );
    const told = playDeeds(prepared, [61, 'notes_changed', { text: 'x' }]);
    expect(told.decisions.get('first')?.closes_s).toBe(9 * 60);
  });

  it('asks what to build after calls and the update', () => {
    const settled = [
      [60, 'evidence_opened', { evidence: 'calls' }],
      [300, ...decide('scope', 'by-call')],
      [840, ...decide('shares', 'revoke-keep')],
    ] as const;
    const isOpen = (...lines: readonly DeedLine[]) =>
      playDeeds(prepared, ...settled, ...lines).decisions.has('durable');
    const send = ['update_sent', { update: 'lead-28', text: 'Off.', citations: [] }] as const;
    expect(isOpen([1600, 'notes_changed', { text: 'x' }])).toBe(false);
    expect(isOpen([1000, ...send])).toBe(false);
    expect(isOpen([1000, ...send], [1270, 'notes_changed', { text: 'x' }])).toBe(true);
    expect(isOpen([1745, 'notes_changed', { text: 'x' }])).toBe(true);
  });

  it('says of nothing that it still goes on which a switch or a removal has ended', () => {
    const first = drill.decisions.find(({ id }) => id === 'first');
    expect(first?.prompt).not.toMatch(/\bgoes on\b|\bleaves\b/);
    const patched = drill.outcomes.find(({ id }) => id === 'talked-to');
    expect(patched?.text).not.toMatch(/memories have been at work/);
  });

  it('asks about albums and memories in words that fit before and after they are dealt with', () => {
    const prompts = drill.decisions.filter(({ id }) => id === 'shares' || id === 'memory');
    for (const { prompt } of prompts) expect(prompt).not.toMatch(/\b(?:are shared|settings say)\b/);
  });
});

describe('answers follow what was done', () => {
  const snap = [60, ...use('snapshot')] as const;

  it('finds no planted memory once they are gone', () => {
    const clean = [snap, [130, ...use('remove-memories', { which: byOrigin })]] as const;
    for (const by of [byOrigin, byText]) {
      const state = playDeeds(prepared, ...clean, [260, ...use('find-memories', { by })]);
      const answer = readLastAnswer(prepared, state);
      expect(answer).toMatch(/^None/);
      expect(answer).not.toMatch(/waits/);
    }
    const again = playDeeds(prepared, ...clean, [
      260,
      ...use('remove-memories', { which: byOrigin }),
    ]);
    expect(readLastAnswer(prepared, again)).toMatch(/^None/);
  });

  it('finds the fourteen that a search for one sentence leaves', () => {
    const lines = [snap, [130, ...use('remove-memories', { which: byText })]] as const;
    const read = (tool: string, args: Readonly<Record<string, string>>) =>
      readLastAnswer(prepared, playDeeds(prepared, ...lines, [260, ...use(tool, args)]));
    expect(read('find-memories', { by: byOrigin })).toContain('14');
    expect(read('find-memories', { by: byText })).toMatch(/^None/);
    expect(read('remove-memories', { which: byOrigin })).toContain('14 removed');
    const decided = playDeeds(
      prepared,
      [850, ...decide('memory', 'exact')],
      [990, ...use('find-memories', { by: byOrigin })],
    );
    expect(readLastAnswer(prepared, decided)).toContain('14');
  });

  it('counts planted memories as counted in whatever order they were found and removed', () => {
    const removed = playDeeds(prepared, snap, [
      130,
      ...use('remove-memories', { which: byOrigin }),
    ]);
    expect(removed.milestones.has('memories-found')).toBe(true);
  });

  it('revokes shares once', () => {
    const state = playDeeds(
      prepared,
      [60, ...use('revoke-shares', keepsafe)],
      [130, ...use('revoke-shares', keepsafe)],
    );
    expect(readLastAnswer(prepared, state)).toMatch(/^No share/);
  });

  it('replays production with the patch once it is in production', () => {
    const state = playDeeds(
      prepared,
      [65, ...use('ship-patch')],
      [250, ...use('replay', { with: 'production as it is' })],
    );
    expect(readLastAnswer(prepared, state)).toContain('three of the nine other wordings');
  });
});

it('ships no patch before anybody has offered one', () => {
  expect(drill.tools.find(({ id }) => id === 'ship-patch')?.available).toBeDefined();
});

it('gives the replay one pair of figures: the flyer, and three of the nine others', () => {
  const texts = JSON.stringify(drill);
  expect(texts).not.toMatch(/three of ten/);
  expect(drill.debrief.text).toContain('three of the nine others');
});

it('does not take a word of caution for a claim', () => {
  const [update] = drill.updates;
  const text = 'No word to users on whether albums were opened before 15:45.';
  if (!update) throw new Error('D28 asks for no update');
  expect(checkUpdate(update, text, new Set(), new Set()).claims).toEqual([]);
  const silent = 'No statement to anybody that albums were viewed before 15:45.';
  expect(checkUpdate(update, silent, new Set(), new Set()).claims).toEqual([]);
});
