import { describe, expect, it } from 'vitest';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
} from './testing/bundled-drill.ts';

const pages = readBundledDrill('d18-twelve-pages-in-twenty-minutes').prepared;
const disks = readBundledDrill('d20-two-disks-down').prepared;
const patch = readBundledDrill('d22-patch-by-thursday').prepared;

const use = (at_s: number, tool: string, args: Readonly<Record<string, string>> = {}): DeedLine => [
  at_s,
  'tool_used',
  { tool, args },
];
const note = { owner: 'me', look: 'in 5 minutes' };

/** Whoever is left without an answer goes ahead. */
const colm: DeedLine = [400, 'replied', { item: 'f-colm', reply: 'no-because' }];

/** What a decision comes to that nobody took: what was done by tools meanwhile is not denied. */
describe('a decision that ran out', () => {
  it.each([
    [pages, 'ack', [use(30, 'ack-note', { ticket: 'SEC-7364', ...note })]],
    [pages, 'deletion', [use(100, 'check-changes', { about: 'svc-backup-prune' })]],
    [pages, 'session', [use(400, 'deny-sessions', { role: 'ticket-issuer-role' })]],
    [pages, 'duplicate', [use(400, 'merge', { keep: 'SEC-7364', from: 'SEC-7370' })]],
    [pages, 'help', [use(600, 'page-second', { take: 'SEC-7364' })]],
    [disks, 'severity', [use(100, 'tell-custodian')]],
    [disks, 'first', [use(300, 'image', { source: '/dev/sdf', target: '/dev/sdg' }), colm]],
    [disks, 'first', [use(300, 'stop-array', { array: 'md0' }), colm]],
    [disks, 'custody', [use(400, 'tell-custodian')]],
    [patch, 'triage', [use(600, 'live-check', { hosts: 'wave 1' })]],
    [patch, 'jump', [use(1000, 'isolate-host', { host: 'jump-2' })]],
    [patch, 'windows', [use(1350, 'order-workaround', { hosts: 'all affected hosts' })]],
  ] as const)('is told by what was done: %#', (prepared, decision, deeds) => {
    const rate = (...lines: readonly DeedLine[]) => {
      const ending = [prepared.drill.ends_at - 1, 'notes_changed', { text: 'x' }] as const;
      const { choice } = playDeeds(prepared, ...lines, ending).decisions.get(decision) ?? {};
      expect(choice?.option).toBe('none');
      return choice?.rating ?? 0;
    };
    expect(rate(...deeds)).toBeGreaterThan(rate());
  });

  it.each([
    [
      disks,
      'first',
      use(300, 'assemble', { how: '--assemble --force --readonly', on: 'original members' }),
      /forced up all the same/,
    ],
    [patch, 'jump', use(1000, 'reimage-host', { host: 'jump-2' }), /installed anew all the same/],
  ] as const)('tells what was done instead: %#', (prepared, decision, deed, told) => {
    const stop = use(200, 'stop-array', { array: 'md0' });
    const lines = prepared === disks ? [stop, deed] : [deed];
    const ending = [prepared.drill.ends_at - 1, 'notes_changed', { text: 'x' }] as const;
    const state = playDeeds(prepared, ...lines, ending);
    expect(state.decisions.get(decision)?.choice).toMatchObject({ option: 'none', rating: 1 });
    expect(state.decisions.get(decision)?.choice?.why).toMatch(told);
  });
});

describe('jump-2 in D22', () => {
  const isolate = (at_s: number) => use(at_s, 'isolate-host', { host: 'jump-2' });
  const anew = use(900, 'reimage-host', { host: 'jump-2' });
  const answer = (...lines: readonly DeedLine[]) =>
    readLastAnswer(patch, playDeeds(patch, ...lines));

  it('is isolated once, and has nothing of Saturday once it was installed anew', () => {
    expect(answer(isolate(1000))).toMatch(/Memory copied/);
    expect(answer(isolate(1000), isolate(1200))).toMatch(/already/);
    expect(answer(anew, isolate(1200))).toMatch(/nothing of Saturday|anything of Saturday/);
    expect(answer(anew, use(1200, 'live-check', { hosts: 'wave 1' }))).not.toMatch(/key of root/);
    const later: DeedLine = [1600, 'notes_changed', { text: 'x' }];
    expect(playDeeds(patch, isolate(1000), later).feed.has('other-host')).toBe(true);
    expect(playDeeds(patch, anew, isolate(1200), later).feed.has('other-host')).toBe(false);
  });
});
