import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import type { DrillState } from '../engine/drill/state.ts';
import { wordQuestion, wordReply } from '../engine/drill/words-of-the-moment.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { scoreState } from '../engine/score/score.ts';
import {
  matchHypothesis,
  playDeeds,
  readBundledDrill,
  readChoice,
  readLastAnswer,
  type DeedLine,
} from './testing/bundled-drill.ts';
import { decide, reply, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d18-twelve-pages-in-twenty-minutes');

const answer = (item: string) => ['acknowledged', { item }] as const;
const note = (ticket: string, look: string, owner = 'me') =>
  use('ack-note', { ticket, owner, look });
const merge = { keep: 'SEC-7364', from: 'SEC-7370' };
const pause = { brake: 'pause transfers and challenge sign-ins' };
const duty = { reason: 'three incidents are live' };
const end: DeedLine = [1499, 'ended'];

const none = (rating: number) => ({ option: 'none', rating });
const readFeedback = (state: DrillState) =>
  writeDebrief(prepared, state)
    .feedback.map(({ text }) => text)
    .join(' ');
const asked = (...deeds: readonly DeedLine[]) =>
  readLastAnswer(prepared, playDeeds(prepared, ...deeds));

const six = ['SEC-7361', 'SEC-7363', 'SEC-7366', 'SEC-7368', 'SEC-7371', 'SEC-7372'];
const parkSix = six.map((ticket, at): DeedLine => [
  500 + 25 * at,
  ...note(ticket, 'tomorrow 08:00', 'day shift'),
]);

describe('a decision that lapsed while its work was done', () => {
  it('does not say that nobody was called, or that the session or the second thread went on', () => {
    const state = playDeeds(
      prepared,
      [330, ...use('page-second', { take: 'SEC-7364' })],
      [380, ...use('tell-duty', duty)],
      [430, ...use('merge', merge)],
      [470, ...use('deny-sessions', { role: 'ticket-issuer-role' })],
      end,
    );
    expect(readChoice(state, 'help')).toEqual(none(6));
    expect(readChoice(state, 'duplicate')).toEqual(none(6));
    expect(readChoice(state, 'session')).toEqual(none(6));
  });

  it('rates half a call, a host that was ended and a turned merge as what they are', () => {
    const state = playDeeds(
      prepared,
      [330, ...use('page-second', { take: 'SEC-7364' })],
      [380, ...use('merge', { keep: 'SEC-7370', from: 'SEC-7364' })],
      [420, ...use('terminate', { instance: 'ticket-issuer-2' })],
      end,
    );
    expect(readChoice(state, 'help')).toEqual(none(5));
    expect(readChoice(state, 'duplicate')).toEqual(none(5));
    expect(readChoice(state, 'session')).toEqual(none(2));
    expect(readFeedback(state)).not.toMatch(/thread of its own/);
    expect(readFeedback(playDeeds(prepared, end))).toMatch(/thread of its own/);
  });

  it('does not say that the queue decided when all three were held', () => {
    const state = playDeeds(
      prepared,
      [100, ...use('hold-payout', { payee: 'Larkhill' })],
      [200, 'replied', { item: 'treasury-call', reply: 'hold-line' }],
      [300, ...use('deny-sessions', { role: 'ticket-issuer-role' })],
      [400, ...use('pause-transfers', pause)],
      end,
    );
    expect(readChoice(state, 'rank')).toEqual(none(6));
  });

  it('says of a host that was ended before that nothing is left to isolate', () => {
    const state = playDeeds(
      prepared,
      [430, ...use('terminate', { instance: 'ticket-issuer-2' })],
      [
        500,
        'decided',
        { decision: 'session', option: 'deny-keep', confidence: 90, citations: [], reason: '' },
      ],
    );
    expect(state.decisions.get('session')?.choice?.why).toMatch(/gone before/);
  });

  it('tells pages that were acknowledged from pages with an owner', () => {
    const pages = ['page-7365', 'page-7362', 'page-7364'].map((page, at): DeedLine => [
      5 + at,
      ...answer(page),
    ]);
    expect(readChoice(playDeeds(prepared, ...pages, end), 'ack')).toEqual(none(4));
    const noted = playDeeds(
      prepared,
      ...pages,
      [20, ...note('SEC-7365', 'in 5 minutes')],
      [45, ...note('SEC-7362', 'in 5 minutes')],
      [70, ...note('SEC-7364', 'in 5 minutes')],
      end,
    );
    expect(readChoice(noted, 'ack')).toEqual(none(6));
  });

  it('knows of a clean-up that was looked up or stopped', () => {
    const look: DeedLine = [30, ...use('check-changes', { about: 'svc-backup-prune' })];
    expect(readChoice(playDeeds(prepared, look, end), 'deletion')).toEqual(none(3));
    const stop: DeedLine = [30, ...use('stop-job', { job: 'svc-backup-prune' })];
    expect(
      readChoice(playDeeds(prepared, look, [100, stop[1], stop[2] ?? {}], end), 'deletion'),
    ).toEqual(none(2));
  });

  it('takes six notes on six tickets for parking them', () => {
    const state = playDeeds(prepared, ...parkSix, end);
    expect(readChoice(state, 'park')).toEqual(none(6));
    expect(readFeedback(state)).not.toMatch(/left without the line/);
    const five = playDeeds(prepared, ...parkSix.slice(1), end);
    expect(readChoice(five, 'park')).toEqual(none(1));
    expect(readFeedback(five)).toMatch(/left without the line/);
  });
});

describe('a tool that is used again', () => {
  it('knows what was done before', () => {
    const prune = { job: 'svc-backup-prune' };
    const role = { role: 'ticket-issuer-role' };
    const host = { instance: 'ticket-issuer-2' };
    const twice = (tool: string, args: Readonly<Record<string, string>>) =>
      asked([400, ...use(tool, args)], [470, ...use(tool, args)]);
    expect(twice('stop-job', prune)).toMatch(/already/);
    expect(twice('merge', merge)).toMatch(/already/);
    expect(twice('tell-duty', duty)).toMatch(/already/);
    expect(twice('page-second', { take: 'SEC-7369' })).toMatch(/already/);
    expect(twice('pause-transfers', pause)).toMatch(/already/);
    expect(twice('deny-sessions', role)).toMatch(/already/);
    expect(twice('sign-out', { user: 'r.okonjo' })).toMatch(/already/);
    expect(twice('terminate', host)).toMatch(/already/);
  });

  it('promises no call of the treasury desk that was made, and no recall of a line that is held', () => {
    const word: DeedLine = [750, ...use('hold-payout', { payee: 'Larkhill' })];
    expect(asked(word)).not.toMatch(/rings back/);
    const held: DeedLine = [700, 'replied', { item: 'treasury-call', reply: 'hold-line' }];
    const late: DeedLine = [1000, ...use('hold-payout', { payee: 'Larkhill' })];
    expect(asked(held, late)).not.toMatch(/recall/);
  });

  it('does not say of a block that the others go on once transfers are off', () => {
    const block = { brake: 'block the loudest address' };
    expect(
      asked([400, ...use('pause-transfers', pause)], [470, ...use('pause-transfers', block)]),
    ).not.toMatch(/go on/);
  });
});

it('does not say of a look after the run has closed that it comes before', () => {
  expect(asked([500, ...note('SEC-7367', 'in 10 minutes')])).not.toMatch(/comes before/);
});

it('does not say that nobody was called when the duty manager was', () => {
  const state = playDeeds(prepared, [330, ...use('tell-duty', duty)], end);
  expect(readFeedback(state)).not.toMatch(/Nobody was called/);
});

it('asks for an order without saying what was read, and names in no option when the run closes', () => {
  const rank = drill.decisions.find(({ id }) => id === 'rank');
  expect(rank?.prompt).not.toMatch(/have looked/);
  expect(rank?.options.map(({ text }) => text).join(' ')).not.toMatch(/19:00/);
  expect(asked([60, ...use('look-up-owner', { service: 'treasury' })])).toMatch(/19:00/);
});

it('lets the treasury desk ring in words that fit whether word was left or not', () => {
  const call = drill.feed.find(({ id }) => id === 'treasury-call');
  expect(call?.body).not.toMatch(/message/);
});

it('puts no note on a ticket that has not come', () => {
  for (const ticket of ['SEC-7367', 'SEC-7369', 'SEC-7370'])
    expect(asked([5, ...note(ticket, 'in 5 minutes')])).toMatch(/no open ticket/);
});

it('tells by no answer to a note which tickets matter', () => {
  const tickets = ['SEC-7361', 'SEC-7362', 'SEC-7363', 'SEC-7364', 'SEC-7365', 'SEC-7366'];
  const answers = tickets.flatMap((ticket) =>
    ['in 5 minutes', 'tomorrow 08:00'].map((look) => asked([300, ...note(ticket, look)])),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/rings until it is acknowledged/);
});

describe('the payment', () => {
  const word = use('hold-payout', { payee: 'Larkhill Live' });

  it('is held until the run closes, also by who first said to leave it in', () => {
    for (const answered of ['after-check', 'ask-payable']) {
      const call: DeedLine = [760, ...reply('treasury-call', answered)];
      const state = playDeeds(prepared, call, [830, ...word], end);
      expect(readLastAnswer(prepared, state)).toMatch(/stays out of the run/);
      expect(state.milestones.has('payout')).toBe(true);
      expect(state.feed.has('cutoff')).toBe(false);
      expect(asked(call, [970, ...word])).toMatch(/recall/);
      expect(asked(call, [830, ...use('hold-payout', { payee: 'x' })])).toMatch(/Give me a payee/);
    }
    expect(asked([750, ...word])).toMatch(/what you answer to that call/);
  });
});

it('says of pages that were to be acknowledged and were not that they rang on', () => {
  const choose: DeedLine = [10, ...decide('ack', 'owner-and-time')];
  const left = playDeeds(prepared, choose, end);
  expect(left.decisions.get('ack')?.choice?.why).not.toMatch(/^Two minutes, and everybody/);
  expect(readFeedback(left)).toMatch(/rang on/);
  const pages = ['page-7365', 'page-7362', 'page-7364'].map((page, at): DeedLine => [
    20 + at,
    ...answer(page),
  ]);
  expect(readFeedback(playDeeds(prepared, choose, ...pages, end))).not.toMatch(/rang on/);
  expect(readFeedback(playDeeds(prepared, end))).not.toMatch(/rang on/);
});

it('lets the duty manager know her own policy, and count what is live', () => {
  const tell = (at_s: number, reason: string): DeedLine => [at_s, ...use('tell-duty', { reason })];
  const reasons = ['three incidents are live', 'credentials of ours are used elsewhere'];
  for (const reason of reasons) {
    const state = playDeeds(prepared, tell(5, reason));
    expect(readLastAnswer(prepared, state)).toMatch(/my line/);
    expect(state.milestones.has('duty')).toBe(false);
    expect(playDeeds(prepared, tell(5, reason), tell(300, reason)).milestones.has('duty')).toBe(
      true,
    );
  }
  expect(asked(tell(5, 'the queue is long'))).toMatch(/lines in the policy/);
});

describe('a ticket that has not come', () => {
  it('stands in no option', () => {
    const rank = drill.decisions.find(({ id }) => id === 'rank');
    expect(rank?.options.map(({ text }) => text).join(' ')).not.toMatch(/SEC-7370/);
  });

  it('is taken by nobody', () => {
    for (const take of ['SEC-7367', 'SEC-7369', 'SEC-7372']) {
      const state = playDeeds(prepared, [5, ...use('page-second', { take })]);
      expect(readLastAnswer(prepared, state)).toMatch(/no open ticket/);
      expect(state.milestones.has('second')).toBe(false);
    }
    const state = playDeeds(prepared, [400, ...use('page-second', { take: 'SEC-7369' })]);
    expect(readLastAnswer(prepared, state)).not.toMatch(/[Gg]ive me the ticket/);
    expect(state.milestones.has('second')).toBe(true);
  });

  it('is merged with none', () => {
    const turned = { keep: merge.from, from: merge.keep };
    for (const both of [merge, turned]) {
      expect(asked([200, ...use('merge', both)])).toMatch(/no open ticket/);
      expect(asked([400, ...use('merge', both)])).not.toMatch(/no open ticket/);
    }
  });
});

describe('words that follow what was done', () => {
  const done = {
    held: [
      [100, ...use('hold-payout', { payee: 'Larkhill' })],
      [140, ...reply('treasury-call', 'hold-line')],
    ],
    paused: [[190, ...use('pause-transfers', pause)]],
    denied: [[260, ...use('deny-sessions', { role: 'ticket-issuer-role' })]],
    gone: [[260, ...use('terminate', { instance: 'ticket-issuer-2' })]],
    stopped: [[30, ...use('stop-job', { job: 'svc-backup-prune' })]],
    paged: [[330, ...use('page-second', { take: 'SEC-7369' })]],
    told: [[380, ...use('tell-duty', duty)]],
    merged: [[430, ...use('merge', merge)]],
    turned: [[430, ...use('merge', { keep: merge.from, from: merge.keep })]],
  } satisfies Record<string, readonly DeedLine[]>;
  const question = (decision: string, ...lines: readonly DeedLine[]) => {
    const found = prepared.byId.decisions.get(decision);
    if (!found) throw new Error(`no ${decision}`);
    return wordQuestion(prepared, playDeeds(prepared, ...lines), found);
  };
  const chosen = (decision: string, option: string, ...lines: readonly DeedLine[]) =>
    playDeeds(prepared, ...lines, [640, ...decide(decision, option)]).decisions.get(decision)
      ?.choice;

  it('ask of no page, job, session, thread or call as if nothing had been done', () => {
    const pages = ['page-7365', 'page-7362', 'page-7364'].map((page, at): DeedLine => [
      5 + at,
      ...answer(page),
    ]);
    expect(question('ack', ...pages)).not.toMatch(/shows six open/);
    expect(question('ack', ...pages.slice(1))).toMatch(/shows six open/);
    expect(question('deletion', ...done.stopped)).not.toMatch(/grows/);
    expect(question('session', ...done.denied)).toMatch(/denied by now/);
    expect(question('session', ...done.gone)).toMatch(/host is gone/);
    expect(question('duplicate', ...done.merged)).toMatch(/since you merged/);
    expect(question('duplicate', ...done.turned)).toMatch(/closed SEC-7364 into it/);
    for (const one of [done.held, done.paused, done.denied])
      expect(question('rank', ...one)).toMatch(/you have begun/);
    for (const one of [done.paged, done.told])
      expect(question('help', ...one)).toMatch(/begun to call/);
    expect(question('park', ...parkSix)).toMatch(/you noted/);
    expect(question('park', ...parkSix.slice(1))).not.toMatch(/you noted/);
  });

  it('rate an order by what is left to become final', () => {
    expect(chosen('rank', 'worst-first')?.rating).toBe(4);
    expect(chosen('rank', 'worst-first', ...done.held)?.rating).toBe(5);
    expect(chosen('rank', 'worst-first', ...done.held, ...done.paused)?.rating).toBe(6);
    expect(chosen('rank', 'customers-first')?.rating).toBe(3);
    expect(chosen('rank', 'customers-first', ...done.held)?.rating).toBe(5);
    expect(chosen('rank', 'customers-first', ...done.held, ...done.denied)?.rating).toBe(6);
    for (const option of ['by-label', 'worst-first', 'customers-first', 'by-arrival'])
      expect(chosen('rank', option, ...done.held)?.why).not.toMatch(
        /too late|after 19:00|becomes final at|nothing left to hold/,
      );
    expect(chosen('rank', 'harm-by-time', ...done.held)?.rating).toBe(7);
  });

  it('rate half a call, a late comparison and a foot of the queue by what came before', () => {
    expect(chosen('help', 'second-only', ...done.told)?.rating).toBe(6);
    const compare: DeedLine = [150, ...decide('deletion', 'compare-close')];
    const stopped = playDeeds(prepared, ...done.stopped, compare, end);
    expect(readChoice(stopped, 'deletion').rating).toBe(5);
    expect(readFeedback(stopped)).not.toMatch(/only P1/);
    expect(readFeedback(playDeeds(prepared, compare, end))).toMatch(/only P1/);
    const leave: DeedLine = [900, ...decide('park', 'leave')];
    expect(readChoice(playDeeds(prepared, ...parkSix, leave), 'park').rating).toBe(6);
    expect(readChoice(playDeeds(prepared, ...parkSix.slice(1), leave), 'park').rating).toBe(2);
  });

  it('say of an ended host only what is true of each order', () => {
    const ended: DeedLine = [430, ...decide('session', 'terminate')];
    const after = playDeeds(prepared, ...done.denied, ended, end);
    expect(JSON.stringify(writeDebrief(prepared, after))).not.toMatch(/outlived|lived on/);
    expect(readFeedback(after)).toMatch(/only witness/);
    expect(chosen('session', 'detach', ...done.denied)?.why).toMatch(/shut out before/);
    const director = drill.feed.find(({ id }) => id === 'director-call');
    expect(JSON.stringify(director)).not.toMatch(/could still open|happens to many/);
  });

  it('let nobody hold a line after the run has closed', () => {
    const call = drill.feed.find(({ id }) => id === 'treasury-call');
    const spoken = (...lines: readonly DeedLine[]) =>
      call?.replies.map((one) => wordReply(prepared, playDeeds(prepared, ...lines), one)).join(' ');
    expect(spoken([800, 'notes_changed', { text: 'x' }])).toMatch(/Hold line/);
    expect(spoken([1000, 'notes_changed', { text: 'x' }])).not.toMatch(/Hold line|Stop the whole/);
    const hold = (at_s: number) =>
      playDeeds(
        prepared,
        ...done.paused,
        ...done.denied,
        [at_s, ...reply('treasury-call', 'hold-line')],
        end,
      );
    const late = hold(1000);
    expect(late.feed.get('treasury-call')?.answer?.said?.rating).toBe(4);
    expect(late.milestones.has('payout')).toBe(false);
    expect(late.milestones.has('contained')).toBe(false);
    const early = hold(800);
    expect(early.feed.get('treasury-call')?.answer?.said?.rating).toBe(7);
    expect(early.milestones.has('contained')).toBe(true);
  });
});

it('gives the points for answered pages to who answers them', () => {
  const rule = (...lines: readonly DeedLine[]) => {
    const { parts } = writeDebrief(prepared, playDeeds(prepared, ...lines, end)).score;
    return parts.flatMap(({ points }) => points).find((point) => point.rule === 'D18.m0')?.earned;
  };
  const said: DeedLine = [10, ...decide('ack', 'owner-and-time')];
  const done = ['page-7365', 'page-7362', 'page-7364'].map((page, at): DeedLine => [
    20 + at,
    ...answer(page),
  ]);
  expect(rule(said)).toBe(0);
  expect(rule(...done)).toBe(4);
  // Words alone are worth less than half of the deed.
  const earned = (...lines: readonly DeedLine[]) =>
    scoreState(prepared, playDeeds(prepared, ...lines, end)).parts.find(
      ({ part }) => part === 'communication',
    )?.earned ?? Number.NaN;
  expect(earned(said) - earned()).toBeLessThanOrEqual(2);
  expect(earned(...done) - earned()).toBeGreaterThan(2 * (earned(said) - earned()));
});

describe('what could be memorised', () => {
  it('knows each new name in a note', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const variant = prepareDrill(drill, evidence, seed);
      const owners = variant.drill.updates
        .flatMap(({ facts }) => facts)
        .find(({ id }) => id === 'owners');
      for (const person of ['second', 'tamsin', 'wim', 'ivo']) {
        const name = variant.drill.people.find(({ id }) => id === person)?.name ?? '';
        for (const part of name.toLowerCase().split(' '))
          expect(JSON.stringify(owners).toLowerCase(), `seed ${seed}: ${name}`).toContain(part);
      }
    }
  });
});

it('knows what the pages have in common, and what they have not', () => {
  const state = playDeeds(prepared, end);
  const match = (text: string) => matchHypothesis(prepared, state, text);
  const cases: Readonly<Record<string, readonly string[]>> = {
    'support-same': [
      "Support's cases and the login failures are the same",
      'Credential stuffing, and the accounts are emptied',
    ],
    'three-apart': ['Three separate incidents', 'SEC-7364 and SEC-7369 are not connected'],
    'backups-hit': [
      'The snapshots are being deleted by ransomware',
      'A stranger wipes the backups',
    ],
    'one-hand': ['The same attacker does all of this', 'All alerts are connected'],
  };
  for (const [id, texts] of Object.entries(cases))
    for (const text of texts) expect([text, match(text)]).toEqual([text, id]);
  for (const text of ['The deleted snapshots are a planned change', 'It is not one attacker'])
    expect([text, match(text)]).toEqual([text, null]);
});
