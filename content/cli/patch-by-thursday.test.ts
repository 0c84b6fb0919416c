import { describe, expect, it } from 'vitest';
import type { AttemptEvent, Citation } from '../engine/drill/attempt-log.ts';
import { citeRange, findCitedClues } from '../engine/drill/citation.ts';
import { instantiate } from '../engine/drill/instantiate.ts';
import { countRuns } from '../engine/testing/count-runs.ts';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import type { DrillState } from '../engine/drill/state.ts';
import { wordQuestion } from '../engine/drill/words-of-the-moment.ts';
import { replay } from '../engine/drill/step.ts';
import { parseCsv } from '../engine/evidence/csv.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { scoreAttempt, scoreState, shareOfTotal } from '../engine/score/score.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readChoice,
  readGolden,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';
import * as deeds from './testing/deeds.ts';

const slug = 'd22-patch-by-thursday';
const { drill, evidence, prepared } = readBundledDrill(slug);
const seeds = Array.from({ length: 20 }, (_, at) => at + 1);
const own = seeds
  .map((seed) => prepareDrill(drill, evidence, seed))
  .find((one) => one.drill.state['validation']?.initial === true);
if (!own) throw new Error('no seed of these has the own run');

const use = (at_s: number, tool: string, args: Readonly<Record<string, string>>): DeedLine => [
  at_s,
  ...deeds.use(tool, args),
];
const wait = (at_s: number): DeedLine => [at_s, ...deeds.pause];
const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const isolate = (at_s: number) => use(at_s, 'isolate-host', { host: 'jump-2' });
const anew = use(900, 'reimage-host', { host: 'jump-2' });
const check = (at_s: number, hosts: string) => use(at_s, 'live-check', { hosts });
const choose = (at_s: number, decision: string, option: string): DeedLine => [
  at_s,
  ...deeds.decide(decision, option),
];
const find = use(300, 'search-helper', {});
const stop: DeedLine = [2900, 'ended'];
const readFeedback = (variant: typeof prepared, state: DrillState) =>
  writeDebrief(variant, state)
    .feedback.map(({ kind, text }) => `${kind}: ${text}`)
    .join(' ');

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

describe('the account that signed in on jump-2', () => {
  const close = (at_s: number, account: string) => use(at_s, 'close-account', { account });

  it('is closed once, by you or by Platform', () => {
    expect(readLastAnswer(prepared, play(close(600, 'c.mertens')))).toMatch(
      /is closed, on the VPN/,
    );
    const again = play(close(600, 'c.mertens'), close(800, '1107'));
    expect(readLastAnswer(prepared, again)).toMatch(/closed already/);
    const platform = play(isolate(600), wait(1200), close(1300, 'c.mertens'));
    expect(platform.feed.has('other-host')).toBe(true);
    expect(readLastAnswer(prepared, platform)).toMatch(/closed already/);
  });

  it('was closed before where the desk signed in, and the one of the desk is left alone', () => {
    const answer = (account: string) => readLastAnswer(own, playDeeds(own, close(600, account)));
    const [, refused = ''] =
      /audit\(1781920720[^\n]*acct="([^"]+)"[^\n]*res=failed/.exec(
        own.evidence.get('jump-auditd') ?? '',
      ) ?? [];
    expect(refused).not.toBe('');
    expect(answer(refused)).toMatch(/was closed on 29 May/);
    expect(answer('vulnval')).toMatch(/Refused/);
  });
});

describe('a check that was decided', () => {
  const decided = choose(600, 'triage', 'look-with-fix');
  const told = (variant: typeof prepared, ...lines: readonly DeedLine[]) =>
    [...playDeeds(variant, ...lines, wait(1500)).feed.keys()].filter((id) =>
      id.startsWith('check-back'),
    );

  it('is answered by what it found, and has found the run then', () => {
    expect(told(prepared, decided)).toEqual(['check-back']);
    expect(told(prepared, isolate(400), decided)).toEqual(['check-back']);
    expect(told(own, decided)).toEqual(['check-back-own']);
    expect(told(prepared, use(300, 'reimage-host', { host: 'jump-2' }), decided)).toEqual([
      'check-back-new',
    ]);
    expect(play(decided, wait(1500)).milestones.has('saturday-seen')).toBe(true);
  });

  it('is not answered twice where it was run before', () => {
    expect(told(prepared, check(300, 'wave 1'), decided)).toEqual([]);
    expect(told(own, check(300, 'wave 1'), decided)).toEqual([]);
  });
});

describe('jump-2, installed anew before anybody copied it', () => {
  it('leaves less to earn, and nothing to celebrate', () => {
    const late = play(find, anew, choose(1100, 'jump', 'isolate'), stop);
    expect(readChoice(late, 'jump').rating).toBe(4);
    expect(readFeedback(prepared, late)).not.toMatch(/celebrate: You saw an incident/);
    expect(readFeedback(prepared, late)).toMatch(/essential: jump-2 was installed anew/);
    const good = play(find, choose(900, 'jump', 'isolate'), stop);
    expect(readChoice(good, 'jump').rating).toBe(7);
    expect(readFeedback(prepared, good)).toMatch(/celebrate: You saw an incident/);
    expect(readFeedback(prepared, good)).not.toMatch(/installed anew/);
  });

  it('is not said to be left in reach, nor lost where it was copied first', () => {
    expect(readFeedback(prepared, play(anew, stop))).not.toMatch(/left in reach/);
    const copied = play(find, isolate(600), choose(900, 'jump', 'reinstall'), stop);
    expect(readChoice(copied, 'jump').rating).toBe(3);
    expect(readFeedback(prepared, copied)).not.toMatch(/before anything on it was copied/);
    expect(readOutcome(prepared, copied)).not.toBe('erased');
  });

  it('is new once', () => {
    const twice = play(anew, use(1100, 'reimage-host', { host: 'jump-2' }));
    expect(readLastAnswer(prepared, twice)).toMatch(/already/);
  });
});

describe('in the play in which the run was your own', () => {
  const playOwn = (...lines: readonly DeedLine[]) => playDeeds(own, ...lines);
  const confirm = choose(1110, 'jump', 'confirm-own');

  it('ends calmly for the expert who finds out whose it was', () => {
    const { header, events } = readGolden(slug, 'expert-twin');
    const variant = prepareDrill(drill, evidence, header.seed);
    expect(readOutcome(variant, replay(variant, events).state)).toBe('calm');
  });

  it('a host that was installed anew has no marker, and nobody was there', () => {
    const answer = readLastAnswer(own, playOwn(anew, check(1100, 'wave 1')));
    expect(answer).not.toMatch(/marker/);
    expect(JSON.stringify(writeDebrief(own, playOwn(anew, stop)))).not.toMatch(
      /Who had been there/,
    );
    expect(playOwn(find, anew, stop).decisions.get('jump')?.choice?.why).not.toMatch(/Who came/);
  });

  it('a question after the cut is rated and praised as what it is', () => {
    for (const cut of [isolate(900), anew]) {
      const state = playOwn(find, cut, confirm, stop);
      expect(readChoice(state, 'jump').rating).toBe(5);
      expect(readFeedback(own, state)).not.toMatch(/before you pulled the plug/);
    }
    const asked = playOwn(find, confirm, stop);
    expect(readChoice(asked, 'jump').rating).toBe(7);
    expect(readFeedback(own, asked)).toMatch(/before you pulled the plug/);
    const body = own.drill.feed.find(({ id }) => id === 'confirmed')?.body;
    expect(body).not.toMatch(/before/);
  });

  it('the account that counts is the one of this run', () => {
    const seen = (account: string) =>
      [prepared, own].map((variant) =>
        playDeeds(variant, use(600, 'who-is', { account })).milestones.has('asked-desk'),
      );
    expect(seen('vulnval')).toEqual([false, true]);
    const contractors = [prepared, own].map((variant) => {
      const account =
        variant.drill.tools
          .find(({ id }) => id === 'who-is')
          ?.outcomes.find(({ id }) => id === 'contractor')?.match?.['account']?.[0] ?? '';
      return playDeeds(variant, use(600, 'who-is', { account })).milestones.has('asked-desk');
    });
    expect(contractors).toEqual([true, false]);
  });
});

describe('what the own run is worth', () => {
  // The twin with all other values as written, so that the same deeds can be done in both.
  const plain = { ...drill, parameters: drill.parameters.filter(({ id }) => id === 'twin') };
  const twin = seeds
    .map((seed) => prepareDrill(plain, evidence, seed))
    .find((one) => one.drill.state['validation']?.initial === true);
  if (!twin) throw new Error('no seed of these has the own run');
  /** What stands in the place of what the intruder left. */
  const places: Readonly<Record<string, string>> = {
    'jump-audit': 'jump-auditd',
    'c.mertens': 'vulnval',
    'night-login': 'test-login',
    'became-root': 'test-run',
    'root-key': 'test-marker',
    'moved-on': 'test-report',
    'hit-found': 'test-found',
    'person-asked': 'booked',
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return places[value] ?? value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    if ('locator' in value) {
      const [id] = findCitedClues(prepared.places, value as Citation);
      if (id !== undefined)
        return { file: 'clue', locator: { kind: 'clue', id: places[id] ?? id } };
    }
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
  };
  const moved = (name: string) =>
    readGolden(slug, name).events.map(
      (event) => ({ ...event, data: walk(event.data) }) as AttemptEvent,
    );
  const ask = (at_s: number) => use(at_s, 'show-validations', {});
  const playTwin = (...lines: readonly DeedLine[]) => playDeeds(twin, ...lines);
  const isolateSo = (at_s: number) => choose(at_s, 'jump', 'isolate');
  const write = (update: string, text: string): DeedLine => [
    1800,
    'update_sent',
    { update, text, citations: [] },
  ];
  /** Points of what was written to somebody, by fact or fault. */
  const told = (variant: typeof prepared, text: string, update = 'director', asked = true) => {
    const state = playDeeds(variant, find, ...(asked ? [ask(600)] : []), write(update, text));
    const points = scoreState(variant, state).parts.flatMap((part) => part.points);
    const own = points.filter(({ rule }) => rule.startsWith(`update:${update}/`));
    const name = ({ rule }: { readonly rule: string }) => rule.split('/')[1] ?? '';
    return {
      said: own.filter(({ earned }) => earned > 0).map(name),
      charged: own.filter(({ earned }) => earned < 0).map(name),
    };
  };
  const outsider =
    'The jump host jump-2 was used by an outsider on Saturday; it is isolated, an incident is open.';
  const ours = [
    'One jump host shows a run of the fault on Saturday, and that was our own validation desk; no incident.',
    'A run of the flaw on jump-2 on Saturday was our own validation desk.',
    'A run of the flaw on jump-2 on Saturday was our own validation team.',
    'What jump-2 shows of Saturday is a booked test of our validation desk (VAL-212), confirmed by Sefa Tui.',
    'Nobody broke in: the trace on jump-2 was our validation team.',
  ];

  it.each([
    ['expert', 0.75],
    ['careless', 0.5],
  ] as const)('the deeds of the %s of the other play earn at most %s', (name, most) => {
    const events = moved(name);
    expect(replay(twin, events).refused).toBeNull();
    expect(shareOfTotal(scoreAttempt(twin, events))).toBeLessThanOrEqual(most);
  });

  it('turns on what was known when the host was cut off or installed anew', () => {
    const rate = (option: string, ...lines: readonly DeedLine[]) =>
      readChoice(playTwin(find, ...lines, choose(1000, 'jump', option)), 'jump').rating;
    expect(rate('isolate')).toBe(5);
    expect(rate('isolate', use(600, 'who-is', { account: 'vulnval' }))).toBe(3);
    expect(rate('isolate', ask(600))).toBe(1);
    expect(rate('reinstall')).toBe(2);
    expect(rate('reinstall', ask(600))).toBe(1);
    expect(rate('confirm-own', ask(600))).toBe(7);
    expect(rate('confirm-own', ask(600), isolate(700))).toBe(3);
    expect(readChoice(play(find, ask(600), isolateSo(1000)), 'jump').rating).toBe(7);
  });

  it('harms where a host is cut off with the booking in hand, and not before', () => {
    expect(playTwin(isolate(500), ask(800)).harms).toEqual([]);
    expect(playTwin(ask(500), isolate(800)).harms).toHaveLength(1);
    expect(play(ask(500), isolate(800)).harms).toEqual([]);
  });

  it('is settled and followed by whoever asks, also after a prudent cut', () => {
    const reached = (...lines: readonly DeedLine[]) => {
      const { milestones, at_s } = playTwin(find, ...lines, wait(1500));
      expect(at_s).toBe(1500);
      return ['settled', 'followed'].filter((id) => milestones.has(id));
    };
    const both = ['settled', 'followed'];
    expect(reached(ask(400), choose(700, 'jump', 'confirm-own'))).toEqual(both);
    expect(reached(ask(400), choose(700, 'jump', 'upgrade'))).toEqual(both);
    expect(reached(ask(400))).toEqual(both);
    expect(reached(isolate(400), ask(700))).toEqual(both);
    expect(reached(isolateSo(400), ask(700))).toEqual(both);
    expect(reached(isolate(400), choose(700, 'jump', 'confirm-own'))).toEqual(both);
    expect(reached(ask(400), isolateSo(465))).toEqual([]);
    expect(reached(ask(400), isolateSo(465), ask(800))).toEqual([]);
    expect(reached(check(400, 'wave 2'))).toEqual([]);
    expect(play(check(400, 'wave 2'), wait(1500)).milestones.has('followed')).toBe(true);
  });

  it('has the desk answer as what it was asked and what was done since', () => {
    const feed = (...lines: readonly DeedLine[]) =>
      [...playTwin(...lines, wait(1500)).feed.keys()].filter((id) =>
        ['confirmed', 'that-was-us', 'that-was-booked'].includes(id),
      );
    expect(feed(ask(400))).toEqual(['confirmed']);
    expect(feed(isolate(400))).toEqual(['that-was-us']);
    expect(feed(isolate(400), ask(1000))).toEqual(['that-was-us']);
    expect(feed(ask(400), isolate(465))).toEqual(['that-was-booked']);
  });

  it('costs the director an intrusion only once it was known to be none', () => {
    expect(told(twin, outsider)).toEqual({ said: [], charged: ['as-intrusion'] });
    expect(told(twin, outsider, 'teams')).toEqual({ said: [], charged: ['as-intrusion'] });
    expect(told(prepared, outsider)).toEqual({ said: ['intrusion'], charged: [] });
    const open = 'jump-2 shows a run of Saturday and is isolated until we know whose it was.';
    expect(told(twin, open, 'director', false)).toMatchObject({ charged: [] });
    expect(told(twin, open, 'director', false).said).toContain('whose');
    const reach = '257 hosts can be reached by strangers, the six jump hosts among them.';
    expect(told(twin, reach).charged).toEqual([]);
  });

  it.each(ours)('is told in full: %s', (text) => {
    expect(told(twin, text)).toEqual({ said: ['own-run'], charged: [] });
    expect(told(twin, text, 'director', false)).toEqual({ said: ['whose'], charged: [] });
    expect(told(prepared, text).said).toEqual([]);
  });

  it('is not said where it was not so', () => {
    const [first = ''] = ours;
    expect(told(prepared, first).charged).toEqual(['as-own']);
    const denied =
      'jump-2 was misused on Saturday, and it was not our own validation; an incident is open.';
    expect(told(prepared, denied)).toEqual({ said: ['intrusion'], charged: [] });
  });

  it('can be told with the words that the drill gives, and Ledger be told of the flaw', () => {
    const { evidence: _, parameters: __, ...texts } = drill;
    const words = JSON.stringify(texts.feed) + JSON.stringify(texts.brief) + texts.summary;
    expect(`${words} ${evidence.get('standard') ?? ''}`).not.toMatch(/\bfault\b/);
    const bridge = 'Ledger closes the fault today by taking one bit off, before the freeze.';
    expect(told(prepared, bridge, 'teams').charged).toEqual([]);
  });

  it('leaves a marker, as the desk and the check both say', () => {
    const { body = '' } = twin.drill.feed.find(({ id }) => id === 'confirmed') ?? {};
    expect(body).toMatch(/a marker file only, which is left/);
    expect(readLastAnswer(twin, playTwin(check(900, 'wave 1')))).toMatch(/a marker file/);
    expect(JSON.stringify(twin.drill)).not.toMatch(/removed with the report/);
  });

  it('counts as found by the check as well', () => {
    expect(playTwin(check(400, 'wave 1')).milestones.has('saturday-seen')).toBe(true);
  });
});

describe('a host that is cut off', () => {
  it('does not answer a check, and its disk is read instead', () => {
    const state = play(isolate(600), check(900, 'wave 1'));
    expect(readLastAnswer(prepared, state)).toMatch(/248 answered.*cut off.*a key of root/);
    expect(state.milestones.has('checked-first')).toBe(true);
    expect(state.milestones.has('saturday-seen')).toBe(true);
    expect(readLastAnswer(own, playDeeds(own, isolate(600), check(900, 'wave 1')))).toMatch(
      /9 to be asked again.*cut off.*marker/,
    );
    const customs = use(600, 'isolate-host', { host: 'customs-api-17' });
    const onward = play(customs, check(900, 'wave 2'));
    expect(readLastAnswer(prepared, onward)).toMatch(/320 answered.*cut off/);
    expect(readLastAnswer(prepared, play(check(900, 'wave 1')))).toMatch(/249 answered/);
  });

  it('is isolated once, also the second one', () => {
    const customs = (at_s: number) => use(at_s, 'isolate-host', { host: 'customs-api-17' });
    expect(readLastAnswer(prepared, play(customs(600), customs(900)))).toMatch(/already/);
  });

  it('is not spoken of as one that waits for its upgrade', () => {
    expect(drill.decisions.find(({ id }) => id === 'jump')?.prompt).not.toMatch(/now/);
  });
});

describe('the order for the workaround', () => {
  const order = (at_s: number, hosts: string) => use(at_s, 'order-workaround', { hosts });
  const answer = (...lines: readonly DeedLine[]) => readLastAnswer(prepared, play(...lines));
  const all = 'all affected hosts';

  it('counts nine teams', () => {
    expect(answer(order(600, all))).toMatch(/^Six teams/);
  });

  it('is given once, and may be widened', () => {
    expect(answer(order(600, 'wave 1'), order(700, 'wave 1'))).toMatch(/already/);
    expect(answer(order(600, all), order(700, all))).toMatch(/already. Nothing/);
    const wider = answer(order(600, 'wave 1'), order(700, all));
    expect(wider).toMatch(/Booking begins/);
    expect(wider).not.toMatch(/50 minutes/);
  });

  it('knows of what Ledger agreed to', () => {
    const agreed: DeedLine = [1600, ...deeds.reply('freeze-call', 'workaround-now')];
    expect(answer(agreed, order(1700, all))).not.toMatch(/says freeze/);
  });
});

describe('how it ends', () => {
  const rest = use(1000, 'order-workaround', { hosts: 'wave 1' });

  it('names Ledger where only Ledger was open, and a build runner where wave 1 was', () => {
    expect(readOutcome(prepared, play(isolate(600), rest, stop))).toBe('ledger-open');
    expect(readOutcome(prepared, play(isolate(600), stop))).toBe('uneven');
  });

  it('lets the director say waves only where a number says so', () => {
    for (const { text } of drill.outcomes) expect(text).not.toMatch(/director says/);
    const number = choose(2100, 'number', 'what-is-left');
    expect(readFeedback(prepared, play(number, stop))).toMatch(/The director says waves/);
    expect(readFeedback(prepared, play(stop))).not.toMatch(/The director says waves/);
  });

  it('takes the number before the director is written to', () => {
    const at = (at_s: number) => readChoice(play(wait(at_s)), 'number').option;
    expect(at(2850)).toBeUndefined();
    expect(at(2890)).toBe('none');
  });
});

describe('words that follow what was done', () => {
  const question = (decision: string, ...lines: readonly DeedLine[]) => {
    const found = prepared.byId.decisions.get(decision);
    if (!found) throw new Error(`no ${decision}`);
    return wordQuestion(prepared, play(...lines), found);
  };
  const said = (item: string, reply: string, at_s: number, ...lines: readonly DeedLine[]) => {
    const answer = play(...lines, [at_s, ...deeds.reply(item, reply)]).feed.get(item)?.answer;
    return { text: answer?.said?.text, rating: answer?.said?.rating, why: answer?.said?.why };
  };
  const order = use(1000, 'order-workaround', { hosts: 'wave 1' });
  const booked = use(600, 'show-validations', {});
  const playOwn = (...lines: readonly DeedLine[]) => playDeeds(own, ...lines);

  it('ask of no check, host or bridge as if nothing had been done', () => {
    expect(question('triage', check(600, 'wave 1'))).toMatch(/has run on wave 1/);
    expect(question('jump', isolate(1000))).toMatch(/cut off, its memory copied/);
    expect(question('jump', isolate(700), anew)).toMatch(/cut off/);
    expect(question('jump', anew)).toMatch(/installed anew since/);
    expect(question('windows', order)).toMatch(/by your order/);
  });

  it('tell the head of security what the look has shown, and of the list what it is', () => {
    expect(said('head-calls', 'three', 600).text).toMatch(/look for use goes with it/);
    for (const look of [find, check(490, 'wave 1')])
      expect(said('head-calls', 'three', 700, look).text).toMatch(/a run on jump-2/);
    const clean = use(100, 'count-fleet', { what: 'affected, cleaned' });
    expect(said('head-calls', 'later', 600).text).toMatch(/still cleaning/);
    expect(said('head-calls', 'later', 600, clean).text).not.toMatch(/still cleaning|doubles/);
    expect(said('head-calls', 'score', 600, check(300, 'wave 1')).why).not.toMatch(/nobody looks/);
  });

  it('promise no workaround that is under way, and call a plan that has it half right', () => {
    expect(said('public', 'pull-forward', 1100).text).toMatch(/gets the workaround/);
    expect(said('public', 'pull-forward', 1100, order).text).toMatch(/is under way/);
    expect(said('public', 'as-planned', 1100).rating).toBe(2);
    expect(said('public', 'as-planned', 1100, order).rating).toBe(4);
  });

  it('know what was told to others where nothing was decided', () => {
    const three: DeedLine = [600, ...deeds.reply('head-calls', 'three')];
    expect(readChoice(play(three, stop), 'rank').rating).toBe(3);
    expect(readChoice(play(stop), 'rank').rating).toBe(1);
    const written: DeedLine = [
      1750,
      'update_sent',
      { update: 'teams', text: 'Wave 1 tonight.', citations: [] },
    ];
    expect(readChoice(play(order, written, stop), 'windows').rating).toBe(5);
    expect(readChoice(play(order, stop), 'windows').rating).toBe(4);
  });

  it('do not say of a host that was copied or cut off that it is open, or its record lost', () => {
    const decided = (option: string, ...lines: readonly DeedLine[]) =>
      play(...lines, choose(1110, 'jump', option)).decisions.get('jump')?.choice;
    expect(decided('upgrade', isolate(900))?.why).toMatch(/record is kept/);
    expect(decided('upgrade', find)?.why).toMatch(/overwrites/);
    expect(decided('confirm-own', isolate(900))?.rating).toBe(3);
    expect(decided('confirm-own', find)?.rating).toBe(2);
  });

  it('do not say that whoever asked the desk did not know', () => {
    const upgrade = choose(1110, 'jump', 'upgrade');
    expect(readChoice(playOwn(booked, upgrade), 'jump').rating).toBe(6);
    expect(readChoice(playOwn(find, upgrade), 'jump').rating).toBe(4);
    expect(readChoice(playOwn(booked, stop), 'jump').rating).toBe(5);
    expect(readChoice(playOwn(booked, isolate(1000), stop), 'jump').rating).toBe(2);
    expect(readChoice(play(booked, stop), 'jump').rating).toBe(1);
    expect(playOwn(booked, anew).harms).toEqual([]);
    expect(playOwn(anew).harms).toHaveLength(1);
    expect(readOutcome(own, playOwn(booked, anew, stop))).toBe('uneven');
    expect(readOutcome(own, playOwn(anew, stop))).toBe('pulled-own-plug');
    expect(readOutcome(prepared, play(booked, anew, stop))).toBe('erased');
    expect(play(booked, anew).harms).toHaveLength(1);
  });

  it('let a paper take back what was said to Ledger on the telephone', () => {
    const excepted: DeedLine = [1600, ...deeds.reply('freeze-call', 'excepted')];
    const dated = choose(1700, 'freeze', 'dated-control');
    const state = play(excepted, dated, stop);
    expect(readChoice(state, 'freeze').rating).toBe(5);
    expect(readFeedback(prepared, state)).not.toMatch(/without an end/);
    expect(readFeedback(prepared, play(excepted, stop))).toMatch(/without an end/);
    const agreed: DeedLine = [1600, ...deeds.reply('freeze-call', 'workaround-now')];
    expect(readChoice(play(agreed, dated, stop), 'freeze').rating).toBe(7);
    const vague = play(agreed, choose(1700, 'freeze', 'after-close'));
    expect(vague.decisions.get('freeze')?.choice?.why).not.toMatch(/No date, no control/);
  });
});

it('numbers the lines of the audit log in the order of their times, whichever hour is drawn', () => {
  const bare = { ...drill, feed: [], evidence: [], tools: [], decisions: [], updates: [] };
  for (const file of ['jump-audit', 'jump-auditd']) {
    const text = new Map([[file, evidence.get(file) ?? '']]);
    for (let seed = 0; seed <= 40; seed += 1) {
      const drawn = instantiate(bare, text, seed).evidence.get(file) ?? '';
      const lines = [...drawn.matchAll(/audit\((\d+\.\d+):(\d+)\)/g)]
        .map(([, time = '', serial = '']) => ({ time, serial }))
        .toSorted((one, other) => (one.serial < other.serial ? -1 : 1));
      const times = lines.map(({ time }) => time);
      expect(times, `${file}, seed ${seed}`).toEqual(times.toSorted());
    }
  }
});

it.each(['jump-audit', 'jump-auditd'])(
  '%s: sessions count up, each on a terminal of its own',
  (log) => {
    const lines = (evidence.get(log) ?? '').split('\n');
    const read = (line: string, form: RegExp) => form.exec(line)?.[1] ?? '';
    const readTime = (line: string) => Number(read(line, /audit\(([\d.]+):/));
    const sessions = lines
      .filter((line) => line.startsWith('type=USER_LOGIN'))
      .map((line) => ({
        at: readTime(line),
        session: read(line, / ses=(\d+)/),
        auid: read(line, / auid=(\d+)/),
        terminal: read(line, / terminal=(\S+)/)
          .replace('/dev/pts/', 'pts')
          .replace('ssh', '(none)'),
      }))
      .toSorted((one, other) => one.at - other.at);
    const numbers = sessions.map(({ session }) => Number(session));
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    let ended = new Map<string, number>();
    for (const { at, session, auid, terminal } of sessions) {
      const commands = lines.filter(
        (line) => line.startsWith('type=SYSCALL') && line.includes(` ses=${session} `),
      );
      expect(commands.length).toBeGreaterThan(0);
      for (const line of commands) {
        const own = [read(line, / auid=(\d+)/), read(line, / tty=(\S+)/)];
        expect(own, `session ${session}`).toEqual([auid, terminal]);
      }
      if (terminal !== '(none)') expect(ended.get(terminal) ?? 0, session).toBeLessThan(at);
      ended = new Map(ended).set(terminal, Math.max(...commands.map(readTime)));
    }
  },
);

function readTable(text = ''): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

describe('the processes of jump-2', () => {
  const pairs = [
    ['jump-processes', 'jump-audit'],
    ['jump-process-list', 'jump-auditd'],
  ] as const;
  const instant = (seconds: string | undefined) => new Date(Number(seconds) * 1000).toISOString();
  /** What an audit record says under a name. */
  const field = (line: string, name: string) => {
    const [, said = ''] = line.split(` ${name}=`);
    return said.split(' ')[0]?.replaceAll('"', '') ?? '';
  };

  it.each(pairs)('%s: are those of %s, whichever hour is drawn', (list, log) => {
    const bare = { ...drill, feed: [], evidence: [], tools: [], decisions: [], updates: [] };
    const texts = new Map([list, log].map((id) => [id, evidence.get(id) ?? '']));
    for (let seed = 0; seed <= 200; seed += 1) {
      const drawn = instantiate(bare, texts, seed).evidence;
      const rows = readTable(drawn.get(list));
      const lines = (drawn.get(log) ?? '').split('\n');
      const within = (at: string) => at >= '2026-06-20T01:40' && at < '2026-06-20T02:45';
      const audited = lines
        .filter((line) => line.startsWith('type=SYSCALL'))
        .map((line) => ({
          start: instant(/audit\(([\d.]+):/.exec(line)?.[1]),
          pid: field(line, 'pid'),
          ppid: field(line, 'ppid'),
          comm: field(line, 'comm'),
          isRoot: field(line, 'euid') === '0',
        }))
        .filter(({ start }) => within(start));
      expect(audited.length).toBeGreaterThan(10);
      for (const { isRoot, ...own } of audited) {
        const row = rows.find(({ pid }) => pid === own.pid);
        expect(row, `seed ${seed}`).toMatchObject(own);
        expect(row?.['user'] === 'root', `seed ${seed}, ${own.pid}`).toBe(isRoot);
      }
      // Whatever ran in the session of that night stands in the audit log, its shell apart.
      const session = rows.filter(({ login }) => login !== '' && login !== 'root');
      const pids = new Set(audited.map(({ pid }) => pid));
      const shell = session.filter(({ pid = '' }) => !pids.has(pid)).map(({ comm }) => comm);
      expect(shell, `seed ${seed}`).toEqual(['sshd', 'bash']);
    }
  });

  it.each(pairs)('%s: each has a parent that began before it and ended after it', (list) => {
    for (let seed = 0; seed <= 40; seed += 1) {
      const texts = new Map([[list, evidence.get(list) ?? '']]);
      const rows = readTable(instantiate({ ...drill, feed: [] }, texts, seed).evidence.get(list));
      const byPid = new Map(rows.map((row) => [row['pid'], row]));
      expect(byPid.size).toBe(rows.length);
      for (const { pid, ppid, start = '', end = '' } of rows) {
        const parent = byPid.get(ppid);
        expect(parent !== undefined || ppid === '0', `seed ${seed}, ${pid}`).toBe(true);
        expect(end === '' || end >= start, `seed ${seed}, ${pid}`).toBe(true);
        expect((parent?.['start'] ?? '') <= start, `seed ${seed}, ${pid}`).toBe(true);
        const last = parent?.['end'] ?? '';
        expect(last === '' || (end !== '' && end <= last), `seed ${seed}, ${pid}`).toBe(true);
      }
    }
  });

  it.each(pairs)(
    '%s and %s: later ones have higher numbers, whichever hour is drawn',
    (list, log) => {
      const bare = { ...drill, feed: [], evidence: [], tools: [], decisions: [], updates: [] };
      const texts = new Map([list, log].map((id) => [id, evidence.get(id) ?? '']));
      for (let seed = 0; seed <= countRuns(200).numRuns; seed += 1) {
        const drawn = instantiate(bare, texts, seed).evidence;
        const audited = (drawn.get(log) ?? '').split('\n').filter((line) => / pid=\d/.test(line));
        const begun = [
          ...readTable(drawn.get(list)).map(({ start = '', pid }) => ({ start, pid: Number(pid) })),
          // What opens a session writes of it for as long as it runs.
          ...audited
            .filter((line) => !line.startsWith('type=USER_LOGIN'))
            .map((line) => ({
              start: instant(/audit\(([\d.]+):/.exec(line)?.[1]),
              pid: Number(field(line, 'pid')),
            })),
        ].toSorted((one, other) => (one.start < other.start ? -1 : 1));
        const first = new Map(begun.toReversed().map(({ pid, start }) => [pid, start]));
        const numbers = [...first].toSorted(([, one], [, other]) => (one < other ? -1 : 1));
        const pids = numbers.map(([pid]) => pid);
        expect(pids.length).toBeGreaterThan(150);
        expect(pids, `seed ${seed}`).toEqual(pids.toSorted((one, other) => one - other));
      }
    },
  );

  it('prove what the audit log proves', () => {
    const cite = (clue: string): DeedLine => [
      200,
      'timeline_added',
      {
        id: 't1',
        at: '2026-06-20T02:14:37Z',
        text: 'A shell of root under the helper',
        citations: [{ file: 'clue', locator: { kind: 'clue', id: clue } }],
      },
    ];
    const seen = play(cite('root-branch'), wait(300));
    expect(seen.decisions.has('jump')).toBe(true);
    expect(seen.milestones.has('saturday-seen')).toBe(true);
    expect(play(cite('onward-branch'), wait(300)).milestones.has('followed')).toBe(true);
    const isolated = choose(1000, 'jump', 'isolate');
    const reported = playDeeds(own, cite('report-branch'), isolated);
    expect(readChoice(reported, 'jump').rating).toBe(3);
    expect(readChoice(playDeeds(own, find, isolated), 'jump').rating).toBe(5);
  });
});

describe('the bill of materials of the jump hosts', () => {
  interface Part {
    readonly 'bom-ref': string;
    readonly name: string;
    readonly version?: string;
    readonly properties?: readonly { readonly name: string; readonly value: string }[];
    readonly pedigree?: {
      readonly patches: readonly { readonly resolves: readonly { readonly id: string }[] }[];
    };
    readonly components?: readonly Part[];
  }
  const bill = JSON.parse(evidence.get('image') ?? '') as {
    readonly components: readonly Part[];
    readonly vulnerabilities: readonly {
      readonly id: string;
      readonly affects: readonly { readonly ref: string }[];
    }[];
  };
  const list = (part: Part): readonly Part[] => [part, ...(part.components ?? []).flatMap(list)];
  const all = bill.components.flatMap(list);
  const agents = bill.components.map((build) => ({
    hosts: (build.properties ?? []).flatMap((one) =>
      one.name === 'lindenhall:host' ? [one.value] : [],
    ),
    agent: list(build).find(({ name }) => name === 'quillon-agent'),
  }));

  it('has on each host the agent that the fleet list has', () => {
    const fleet = new Map(readTable(evidence.get('fleet')).map((row) => [row['hostname'], row]));
    const debian = [...fleet.values()].filter(
      ({ service, os }) => service === 'jump' && os === 'debian 12',
    );
    const own = agents.filter(({ agent }) => agent?.pedigree === undefined);
    expect(own.flatMap(({ hosts }) => hosts).toSorted()).toEqual(
      debian.map(({ hostname }) => hostname).toSorted(),
    );
    for (const { hosts, agent } of own)
      for (const host of hosts)
        expect(agent?.version).toBe(`${fleet.get(host)?.['quillon_version'] ?? ''}-1`);
  });

  it('names each part once, and no part that it does not have', () => {
    const refs = new Set(all.map((part) => part['bom-ref']));
    expect(refs.size).toBe(all.length);
    const named = bill.vulnerabilities.flatMap(({ affects }) => affects.map(({ ref }) => ref));
    expect(named.filter((ref) => !refs.has(ref))).toEqual([]);
  });

  it('matches by version text, and says of a backport what it resolves', () => {
    const matched = new Set(bill.vulnerabilities[0]?.affects.map(({ ref }) => ref));
    const flagged = all.filter((part) => matched.has(part['bom-ref']));
    expect([...new Set(flagged.map(({ name, version }) => `${name} ${version ?? ''}`))]).toEqual([
      'quillon-agent 5.8.2-1',
      'quillon-logship 5.8.6-1',
      'quillon-agent 5.8.6-1',
      'quillon-agent 5.9.1-1',
      'quillon-agent 5.6.3-4+bp1',
    ]);
    const fixed = agents.flatMap(({ agent }) => (agent?.pedigree ? [agent] : []));
    expect(fixed.map(({ version }) => version)).toEqual(['5.6.3-4+bp1']);
    expect(fixed[0]?.pedigree?.patches[0]?.resolves[0]?.id).toBe(bill.vulnerabilities[0]?.id);
    expect(evidence.get('advisory')).toContain('5.6.3-4+bp1');
  });

  it('counts as a cleaned list where its backport is cited', () => {
    const text = evidence.get('image') ?? '';
    const start = text.indexOf('"type": "backport"');
    const citation = citeRange('image', text, start, start + 18);
    const cited = play([200, 'pinned', { pin: 'p1', citation, label: '' }], wait(300));
    expect(cited.milestones.has('cleaned')).toBe(true);
    expect(play(wait(300)).milestones.has('cleaned')).toBe(false);
  });
});
