import { describe, expect, it } from 'vitest';
import { scoreState } from '../engine/score/score.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';
import { decide, look, pause, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d04-the-firewall-that-fetched');

const role = { role: 'edge-waf-role' };
const denyNow = use('deny-sessions', { ...role, before: 'now, when the policy is attached' });
const requireTokens = (instances: string) => use('require-tokens', { instances });
const edgeA = { instance: 'edge-a' };

const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const hear = (...lines: readonly DeedLine[]): string => readLastAnswer(prepared, play(...lines));
const shutAndDenied = [
  [30, ...use('close-preview')],
  [120, ...denyNow],
] as const;

describe('the figure', () => {
  it('is asked for once privacy has asked, and not because data events were opened', () => {
    expect(play([205, ...look('reads')], [660, ...pause]).decisions.has('count')).toBe(false);
    const paged = play([205, ...look('reads')], [280, ...use('page-privacy')]);
    expect(paged.decisions.has('count')).toBe(true);
    expect(play([1145, ...pause]).decisions.has('count')).toBe(true);
  });

  it('gives in no option or reply what only a count can tell', () => {
    const number = drill.feed.find(({ id }) => id === 'number');
    const asked = drill.decisions.filter(({ id }) => id === 'count' || id === 'clock');
    const texts = [
      ...asked.flatMap(({ options }) => options.map(({ text }) => text)),
      ...(number?.replies.map(({ text }) => text) ?? []),
    ];
    expect(texts.filter((text) => /\d{3}|archive/.test(text))).toEqual([]);
  });

  it('is not asked for by somebody who was given it', () => {
    const told = play(
      [10, ...look('reads')],
      [100, ...use('page-privacy')],
      [150, ...decide('count', 'by-events')],
      [160, ...decide('clock', 'now')],
      [1200, ...pause],
    );
    expect(told.feed.has('number')).toBe(false);
  });
});

describe('the duty manager', () => {
  it('is told of a deny as of something done', () => {
    const state = play(...shutAndDenied, [490, ...pause]);
    expect(state.feed.has('duty-calls')).toBe(false);
    expect(state.feed.has('duty-calls-denied')).toBe(true);
    const done = drill.feed.find(({ id }) => id === 'duty-calls-denied');
    const best = done?.replies.find(({ rating }) => rating === 7);
    expect(best?.text).toMatch(/sessions are refused/);
  });

  it('rings once, whenever the sessions are denied', () => {
    const later = play(
      [490, ...pause],
      [500, ...use('close-preview')],
      [570, ...denyNow],
      [700, ...pause],
    );
    expect(later.feed.has('duty-calls')).toBe(true);
    expect(later.feed.has('duty-calls-denied')).toBe(false);
  });

  it('is promised nothing that may be done before the answer', () => {
    const asked = drill.feed.filter(({ id }) => id === 'duty-calls' || id === 'outage');
    const good = asked.flatMap(({ replies }) => replies.filter(({ rating }) => rating === 7));
    expect(good).toHaveLength(2);
    for (const { text } of good) expect(text).not.toMatch(/\bnext\b|\bI am checking\b|It reads/);
  });

  it('has asked for the shift log before the question is put in her name', () => {
    const early = play(
      [1150, ...decide('count', 'by-events')],
      [1160, ...decide('clock', 'now')],
      [1300, ...pause],
    );
    expect(early.feed.has('lasting')).toBe(false);
    expect(early.decisions.has('role')).toBe(false);
    const sent = play(
      [1150, ...decide('count', 'by-events')],
      [1160, ...decide('clock', 'now')],
      [1300, 'update_sent', { update: 't30', text: 'Off.', citations: [] }],
      [1365, ...pause],
    );
    expect(sent.feed.has('lasting')).toBe(true);
    expect(sent.decisions.has('role')).toBe(true);
    expect(play([1870, ...pause]).decisions.has('role')).toBe(true);
  });
});

describe('answers follow what was done', () => {
  it('shows the sessions of a denied role as refused', () => {
    const before = hear([30, ...use('show-sessions', role)]);
    expect(before).toContain('expires 15:31:20');
    const lines = [...shutAndDenied, [250, ...use('show-sessions', role)]] as const;
    const after = hear(...lines);
    expect(after).toContain('refused');
    expect(after).not.toContain('expires');
    expect(play(...lines).milestones.has('second-found')).toBe(true);
  });

  it('shows a third session, and whether the deny covers it', () => {
    const open = [[30, ...denyNow]] as const;
    const third = [1450, ...use('show-sessions', role)] as const;
    expect(hear(...open, third)).toMatch(/the third is younger and works/);
    const again = [
      [1460, ...use('close-preview')],
      [1530, ...denyNow],
      [1600, ...use('show-sessions', role)],
    ] as const;
    expect(hear(...open, ...again)).not.toMatch(/works\b/);
    const denied = [...open, [1460, ...denyNow]] as const;
    expect(hear(...denied)).toContain('session of 10:42:51 is refused');
    expect(hear(...denied, [1600, ...use('show-sessions', role)])).not.toMatch(/works\b/);
  });

  it('lets no session be handed out by a proxy that has no role', () => {
    const off = play([300, ...decide('sessions', 'take-off')], [1500, ...pause]);
    expect(off.feed.has('third-session')).toBe(false);
  });

  it('attaches a policy, and puts a rule first, once', () => {
    expect(hear(...shutAndDenied, [250, ...denyNow])).toContain('already');
    expect(hear(...shutAndDenied, [250, ...use('close-preview')])).toContain('already');
    const early = { ...role, before: '09:12 UTC, the start of the first session' };
    const kept = hear(...shutAndDenied, [250, ...use('deny-sessions', early)]);
    expect(kept).not.toMatch(/stay valid/);
  });

  it('shuts the way to credentials once both proxies want a token, one after the other', () => {
    const lines = [
      [30, ...requireTokens('edge-a')],
      [120, ...requireTokens('edge-b')],
    ] as const;
    expect(play(...lines).variables.get('hole_closed')).toBe(true);
    expect(hear(...lines)).not.toContain('every second request');
    const twice = [
      [30, ...requireTokens('edge-a')],
      [120, ...requireTokens('edge-a')],
    ] as const;
    expect(play(...twice).variables.get('hole_closed')).toBe(false);
  });

  it('pages nobody for what they were told', () => {
    const told = [
      [1150, ...decide('count', 'by-events')],
      [1160, ...decide('clock', 'now')],
    ] as const;
    expect(hear(...told, [1170, ...use('page-privacy')])).not.toMatch(/asks for|waits for/);
  });

  it('has a memory copied once, and none of this morning after a restart', () => {
    const copied = [30, ...use('capture-memory', edgeA)] as const;
    expect(hear(copied, [300, ...use('capture-memory', edgeA)])).toContain('already');
    const restarted = play(
      [300, ...decide('sessions', 'revoke')],
      [480, ...decide('host', 'reboot')],
      [800, ...use('capture-memory', edgeA)],
    );
    expect(restarted.variables.get('memory_kept')).toBe(false);
  });

  it('speaks of no open route and no working session after both were dealt with', () => {
    const ended = hear(...shutAndDenied, [250, ...use('terminate-instance', edgeA)]);
    expect(ended).not.toMatch(/open route|works as before/);
    const blocked = hear(...shutAndDenied, [
      250,
      ...use('block-address', { address: '198.51.100.61' }),
    ]);
    expect(blocked).not.toMatch(/\bopen\b/);
  });

  it('copies no memory of a machine that is gone', () => {
    const state = play(
      [250, ...decide('sessions', 'revoke')],
      [400, ...use('terminate-instance', edgeA)],
      [500, ...decide('host', 'memory-first')],
    );
    const points = scoreState(prepared, state).parts.flatMap((part) => part.points);
    const point = points.find(({ rule }) => rule === 'decision:host');
    expect(point?.earned).toBeLessThanOrEqual(0);
  });

  it('counts machines by a list that says when it was made', () => {
    const fleet = drill.decisions.find(({ id }) => id === 'fleet');
    expect(fleet?.prompt).toContain('By the list of 10:15');
    expect(fleet?.options.map(({ text }) => text).join(' ')).not.toMatch(/\b(?:97|20)\b/);
    const counted = hear(
      [30, ...requireTokens('edge-a and edge-b')],
      [120, ...use('count-instances', { what: 'version 1 open' })],
    );
    expect(counted).toContain('At 10:15');
  });
});

describe('how it ends', () => {
  const held = [
    ...shutAndDenied,
    [250, ...use('capture-memory', edgeA)],
  ] as const satisfies readonly DeedLine[];
  const end = ['jumped', { to_s: 46 * 60 }] as const;

  it('tells of a figure, and of whoever has it, only where there is one', () => {
    expect(readOutcome(prepared, play(...held, [500, ...end]))).toBe('uncounted');
    const counted = play(
      ...held,
      [
        500,
        ...use('query-reads', {
          who: 'both sessions from outside',
          what: 'distinct documents read with success',
        }),
      ],
      [600, 'update_sent', { update: 't30', text: 'Off.', citations: [] }],
      [700, ...end],
    );
    const { outcome } = writeDebrief(prepared, counted);
    expect(outcome.id).toBe('contained');
    expect(outcome.text).not.toMatch(/customers\s+get a letter/);
    expect(outcome.text).toMatch(/privacy lead has the 94 claims/);
  });

  it('blames no open route where it was shut too late', () => {
    const late = play([30, ...denyNow], [1460, ...use('close-preview')], [1600, ...end]);
    expect(readOutcome(prepared, late)).toBe('third-left');
  });
});

it('sends no body with a 304, and one size of one file', () => {
  const sizes = new Map<string, number[]>();
  for (const line of (evidence.get('alb') ?? '').trim().split('\n')) {
    const cells = line.split(' ');
    const bytes = Number(cells[11]);
    if (cells[8] === '304') expect(bytes).toBeLessThan(400);
    const file = /:443(\/static\/\S+|\/favicon\.ico)/.exec(line)?.[1];
    if (cells[8] === '200' && file) sizes.set(file, [...(sizes.get(file) ?? []), bytes]);
  }
  // Headers differ a little from one browser to the next.
  for (const [, all] of sizes) expect(Math.max(...all) - Math.min(...all)).toBeLessThan(64);
  expect(sizes.size).toBe(4);
});

it('refuses a call of one session each time or never', () => {
  interface CallRecord {
    readonly eventName: string;
    readonly errorCode?: string;
    readonly userIdentity: { readonly accessKeyId?: string };
  }
  const { Records: records } = JSON.parse(evidence.get('management') ?? '') as {
    readonly Records: readonly CallRecord[];
  };
  const answers = new Map<string, Set<boolean>>();
  for (const { eventName, errorCode, userIdentity } of records) {
    const call = `${userIdentity.accessKeyId} ${eventName}`;
    answers.set(call, (answers.get(call) ?? new Set()).add(errorCode === 'AccessDenied'));
  }
  expect([...answers].filter(([, seen]) => seen.size > 1).map(([call]) => call)).toEqual([]);
});
