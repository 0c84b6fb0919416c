import { describe, expect, it } from 'vitest';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
} from './testing/bundled-drill.ts';
import * as deeds from './testing/deeds.ts';

const { prepared } = readBundledDrill('d22-patch-by-thursday');

const use = (at_s: number, tool: string, args: Readonly<Record<string, string>>): DeedLine => [
  at_s,
  ...deeds.use(tool, args),
];
const wait = (at_s: number): DeedLine => [at_s, ...deeds.pause];
const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const isolate = (at_s: number) => use(at_s, 'isolate-host', { host: 'jump-2' });
const anew = use(900, 'reimage-host', { host: 'jump-2' });

describe('a decision that ran out', () => {
  const lapsed = (decision: string, ...lines: readonly DeedLine[]) => {
    const ending = wait(prepared.drill.ends_at - 1);
    const choice = play(...lines, ending).decisions.get(decision)?.choice;
    expect(choice?.option).toBe('none');
    return choice;
  };

  it.each([
    ['triage', use(600, 'live-check', { hosts: 'wave 1' })],
    ['jump', isolate(1000)],
    ['windows', use(1350, 'order-workaround', { hosts: 'all affected hosts' })],
  ] as const)('does not deny what a tool did: %s', (decision, deed) => {
    const before = lapsed(decision)?.rating ?? 7;
    expect(lapsed(decision, deed)?.rating).toBeGreaterThan(before);
  });

  it('tells of what was done to jump-2 instead', () => {
    const choice = lapsed('jump', anew);
    expect(choice?.rating).toBe(1);
    expect(choice?.why).toMatch(/anew/);
  });
});

describe('jump-2', () => {
  const answer = (...lines: readonly DeedLine[]) => readLastAnswer(prepared, play(...lines));

  it('is isolated once, and has nothing of Saturday once it was installed anew', () => {
    expect(answer(isolate(1000))).toMatch(/Memory copied/);
    expect(answer(isolate(1000), isolate(1200))).toMatch(/already/);
    expect(answer(anew, isolate(1200))).toMatch(/anything of Saturday/);
    expect(answer(anew, use(1200, 'live-check', { hosts: 'wave 1' }))).not.toMatch(/key of root/);
    expect(play(isolate(1000), wait(1600)).feed.has('other-host')).toBe(true);
    expect(play(anew, isolate(1200), wait(1600)).feed.has('other-host')).toBe(false);
  });
});

describe('what is asked and answered', () => {
  it('does not tell of the plug-in before it was found, nor of a slide before it was asked for', () => {
    const opened = play([60, 'evidence_opened', { evidence: 'jump-audit' }], wait(400));
    expect(opened.decisions.has('jump')).toBe(false);
    expect(play(use(60, 'search-helper', {}), wait(400)).decisions.has('jump')).toBe(true);
    expect(play(wait(1990)).decisions.has('number')).toBe(false);
    expect(play(wait(2050)).decisions.has('number')).toBe(true);
  });

  it('lets the second host be isolated, and counts it', () => {
    const state = play(use(1000, 'isolate-host', { host: 'customs-api-17' }));
    expect(readLastAnswer(prepared, state)).toMatch(/Memory copied/);
    expect(state.milestones.has('followed')).toBe(true);
  });
});
