import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { scoreState } from '../engine/score/score.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';
import { decide, look, pause, reply, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d33-a-high-finding-at-dawn');

const end = ['ended', {}] as const;
const ringAuthority = use('call-person', { who: 'Ruben Castell, number in the directory' });
const writeLine = use('shift-log', {
  verdict: 'the exercise',
  'rests-on': 'the testing authority and the log, call by call',
});

const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const hear = (...lines: readonly DeedLine[]): string => readLastAnswer(prepared, play(...lines));
const ask = (id: string): string => drill.decisions.find((one) => one.id === id)?.prompt ?? '';

describe('a question', () => {
  it('about the days until Friday tells nobody that this was the exercise', () => {
    expect(ask('watch')).not.toMatch(/goes on/);
    const options = drill.decisions.find(({ id }) => id === 'watch')?.options ?? [];
    for (const { text } of options) expect(text).not.toMatch(/what the plan says/);
  });

  it('states no call that nobody made', () => {
    expect(ask('traveller')).not.toMatch(/does not pick up/);
    expect(ask('proof')).not.toMatch(/silent/);
    const options = drill.decisions.find(({ id }) => id === 'traveller')?.options ?? [];
    for (const { text } of options) expect(text).not.toMatch(/mailbox|rings back/);
  });

  it('that was never answered is judged by what was done with tools', () => {
    const rule = use('quiet-findings', {
      match: 'this finding type on the canary host from the range of the plan',
      until: 'until 19 June 07:00 UTC',
    });
    const { parts } = scoreState(prepared, play([800, ...rule], [1430, ...pause]));
    const point = parts.flatMap(({ points }) => points).find((one) => one.rule === 'decision:tune');
    expect(point?.why).toMatch(/You set the narrow rule/);
  });

  it('does not say that nobody asked where the authority was rung', () => {
    const { parts } = scoreState(prepared, play([60, ...ringAuthority], [430, ...pause]));
    const points = parts.flatMap(({ points: some }) => some);
    const first = points.find((one) => one.rule === 'decision:first');
    expect(first?.why).toMatch(/You rang the testing authority/);
  });

  it('calls no verdict grounded that rests on nobody, also where something was stopped', () => {
    const deny = use('deny-sessions', { role: 'tariff-worker-role' });
    const rate = (...lines: readonly DeedLine[]) =>
      play(...lines, [700, ...decide('verdict', 'exercise')]).decisions.get('verdict')?.choice;
    const read = [
      [200, ...ringAuthority],
      [340, ...look('test-log')],
    ] as const;
    expect(rate()?.rating).toBe(4);
    const stopped = rate([60, ...deny]);
    expect(stopped?.rating).toBe(3);
    expect(stopped?.why).toMatch(/nobody who may say so/);
    expect(stopped?.why).not.toMatch(/on what ground/);
    expect(rate([60, ...deny], ...read)?.rating).toBe(5);
    expect(rate([100, ...ringAuthority])?.rating).toBe(5);
    expect(rate([100, ...ringAuthority])?.why).toMatch(/not opened the log/);
    expect(rate(...read)?.rating).toBe(7);
  });

  it('about the traveller knows that her account is locked', () => {
    const lock = use('lock-account', { user: 'e20417' });
    const rate = (option: string, ...lines: readonly DeedLine[]) =>
      play(...lines, [480, ...decide('traveller', option)]).decisions.get('traveller')?.choice;
    expect(rate('leave')?.rating).toBe(7);
    for (const [option, most] of [
      ['leave', 4],
      ['colleague', 2],
    ] as const) {
      const late = rate(option, [120, ...lock]);
      expect(late?.rating).toBeLessThanOrEqual(most);
      expect(late?.why).toMatch(/locked her account already/);
    }
  });

  it('does not praise a session left alone that was denied before', () => {
    const deny = use('deny-sessions', { role: 'tariff-worker-role' });
    const state = play([60, ...deny], [700, ...decide('verdict', 'exercise')]);
    expect(state.decisions.get('verdict')?.choice?.why).toMatch(/were stopped before/);
  });
});

it('says of the stranger nothing that the plan gainsays', () => {
  const options = drill.decisions.find(({ id }) => id === 'verdict')?.options ?? [];
  const said = [
    ...options.flatMap(({ rerate }) => rerate.map(({ reason }) => reason)),
    ...drill.debrief.plays.map(({ text }) => text),
  ].join(' ');
  // The plan's hours hold the calls of both plays.
  expect(evidence.get('plan')).toMatch(/04:00 to 07:00/);
  expect(said).not.toMatch(/Not one particular|address and hour are none|an hour at which nothing/);
});

describe('the shift log', () => {
  const unread = [
    [100, ...ringAuthority],
    [400, ...writeLine],
  ] as const;

  it('says that the log it names was not opened', () => {
    expect(hear(...unread)).toMatch(/have not opened the log/);
    expect(hear([100, ...ringAuthority], [240, ...look('test-log')], [400, ...writeLine])).toMatch(
      /six calls that match/,
    );
  });

  it('is not said to be empty where a line stands in it', () => {
    const deeds = [...unread, [700, ...decide('verdict', 'exercise')]] as const;
    const state = play(...deeds, [701, ...reply('draft', 'keep')], [800, ...end]);
    expect(readOutcome(prepared, state)).toBe('right-unfounded');
    const said = JSON.stringify(writeDebrief(prepared, state));
    expect(said).not.toMatch(/Nothing (?:usable )?stands in the shift log/);
    expect(said).toMatch(/no ground that its reader could check/);
  });
});

describe('in the play that is not the exercise', () => {
  const seeds = Array.from({ length: 20 }, (_, at) => at + 1);
  const twin = seeds
    .map((seed) => prepareDrill(drill, evidence, seed))
    .find((one) => one.drill.state['stranger']?.initial === true);
  if (!twin) throw new Error('no seed of these is the twin');
  const who = twin.drill.tools.find(({ id }) => id === 'call-person')?.args[0]?.values?.[0] ?? '';
  const ring = use('call-person', { who });
  const deny = use('deny-sessions', { role: 'tariff-worker-role' });
  const debrief = (state: ReturnType<typeof playDeeds>) =>
    JSON.stringify(writeDebrief(twin, state));

  it('the debrief tells of a stranger, and in the other plays of the exercise', () => {
    const tell = (variant: typeof prepared) =>
      writeDebrief(variant, playDeeds(variant, [1100, ...end])).told;
    expect(tell(twin)).toMatch(/^\*\*What it was\.\*\* Somebody outside the plan/);
    expect(tell(prepared)).toMatch(/^\*\*What it was\.\*\* Exercise Heron/);
  });

  it('no secret is changed where nobody was told of it', () => {
    const quiet = playDeeds(twin, [60, ...deny], [1100, ...end]);
    expect(readOutcome(twin, quiet)).toBe('cut-unsaid');
    const told = playDeeds(
      twin,
      [60, ...deny],
      [905, ...reply('duty-rings', 'p2')],
      [1100, ...end],
    );
    expect(readOutcome(twin, told)).toBe('cut-off');
  });

  it('a cut is not praised as judgement where it was then called the exercise', () => {
    const deeds = [
      [60, ...deny],
      [700, ...decide('verdict', 'exercise')],
      [1100, ...end],
    ] as const;
    expect(debrief(playDeeds(twin, ...deeds))).not.toMatch(/You did not let a plan/);
  });

  it('a line that names a log which was opened is not said to rest on none', () => {
    const deeds = [
      [100, ...ring],
      [240, ...look('exercise-log')],
      [400, ...writeLine],
    ] as const;
    expect(readLastAnswer(twin, playDeeds(twin, ...deeds))).toMatch(/can hold the log against/);
    expect(debrief(playDeeds(twin, ...deeds, [1100, ...end]))).toMatch(
      /says what the log does not/,
    );
  });
});

describe('people', () => {
  it('are not said to have confirmed what they were not asked', () => {
    const verdict = decide('verdict', 'exercise');
    const why = (...lines: readonly DeedLine[]) =>
      play(...lines).decisions.get('verdict')?.choice?.why;
    expect(why([700, ...verdict])).toMatch(/nobody who may say so/);
    expect(why([100, ...ringAuthority], [700, ...verdict])).toMatch(/has said it/);
  });

  it('who were woken by a verdict do not say that they heard none', () => {
    const wake = use('call-person', { who: 'Idris Falk, number in the directory' });
    expect(hear([100, ...wake])).toMatch(/I hear neither/);
    expect(hear([700, ...decide('verdict', 'stranger')], [800, ...wake])).not.toMatch(
      /I hear neither/,
    );
  });

  it('do not ask for what has been done, nor are pleased that it was not', () => {
    const deny = use('deny-sessions', { role: 'tariff-worker-role' });
    const again = hear([60, ...deny], [200, ...ringAuthority], [400, ...ringAuthority]);
    expect(again).not.toMatch(/Leave them be or stop them/);
    const moods = drill.people.find(({ id }) => id === 'ruben')?.moods ?? [];
    const pleased = moods.find(({ text }) => text.startsWith('Pleased'));
    expect(JSON.stringify(pleased?.when)).toMatch(/cut/);
  });

  it('do not say everything anew at a second call', () => {
    const again = hear([100, ...ringAuthority], [300, ...ringAuthority]);
    expect(again).not.toMatch(/You looked me up|I send you the log/);
    const seed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].find(
      (one) => prepareDrill(drill, evidence, one).drill.state['stranger']?.initial === true,
    );
    const twin = prepareDrill(drill, evidence, seed);
    const who = twin.drill.tools.find(({ id }) => id === 'call-person')?.args[0]?.values?.[0] ?? '';
    const ring = use('call-person', { who });
    expect(readLastAnswer(twin, playDeeds(twin, [100, ...ring], [300, ...ring]))).toMatch(
      /no more than before/,
    );
  });

  it('ask the same and may be answered the same in both plays', () => {
    const texts = (item: string) => {
      const found = drill.feed.find(({ id }) => id === item);
      return [found?.body, ...(found?.replies.map(({ text }) => text) ?? []).toSorted()];
    };
    expect(texts('duty-asks')).toEqual(texts('duty-rings'));
    expect(texts('duty-asks')).toEqual(texts('duty-asks-early'));
  });

  it('are not answered well in the name of somebody who was not rung', () => {
    const asked = (...lines: readonly DeedLine[]) => {
      const state = play(...lines, [901, ...pause]);
      return drill.feed.filter(({ id }) => /^duty-asks/.test(id) && state.feed.has(id));
    };
    const best = (item: (typeof drill.feed)[number] | undefined) =>
      item?.replies.find(({ rating }) => rating === 7)?.text;
    for (const lines of [[], [[100, ...ringAuthority]]] as readonly (readonly DeedLine[])[]) {
      const items = asked(...lines);
      expect(items.map(({ id }) => id)).toEqual(['duty-asks-early']);
      expect(best(items[0])).toMatch(/^Not known yet/);
    }
    const known = asked([100, ...ringAuthority], [240, ...look('test-log')]);
    expect(known.map(({ id }) => id)).toEqual(['duty-asks']);
    expect(best(known[0])).toMatch(/stands in the test log/);
    const late = play([910, ...ringAuthority], [1060, ...look('test-log')], [1100, ...pause]);
    expect([late.feed.has('duty-asks-early'), late.feed.has('duty-asks')]).toEqual([true, false]);
  });

  it('see what was halted or sent before they write', () => {
    const deny = use('deny-sessions', { role: 'tariff-worker-role' });
    const notice = (to: string) => use('send-notice', { to });
    const has = (state: ReturnType<typeof play>, ...items: readonly string[]) =>
      items.map((item) => state.feed.has(item));
    const bram = ['restarts', 'restarts-and-halt', 'ring-again', 'ring-again-halted'];
    expect(has(play([800, ...pause]), ...bram)).toEqual([true, false, true, false]);
    const halted = play([60, ...deny], [800, ...pause]);
    expect(has(halted, ...bram)).toEqual([false, true, false, true]);
    expect(halted.decisions.has('tune')).toBe(true);
    expect(has(play([200, ...deny], [800, ...pause]), ...bram)).toEqual([true, false, false, true]);
    expect(has(play([790, ...pause], [800, ...deny], [900, ...pause]), ...bram)).toEqual([
      true,
      false,
      true,
      false,
    ]);

    const draft = ['draft', 'draft-sent'];
    const sent = play([480, ...notice('the three large hauliers')], [700, ...pause]);
    expect(has(sent, ...draft)).toEqual([false, true]);
    const staff = play([480, ...notice('all staff')], [700, ...pause]);
    expect(has(staff, ...draft)).toEqual([true, false]);
    const after = play([700, ...notice('the three large hauliers')], [900, ...pause]);
    expect(has(after, ...draft)).toEqual([true, false]);
  });

  it('who were told nothing without need were not, also where all is done early', () => {
    const done = [
      [670, ...reply('draft', 'keep')],
      [700, ...decide('verdict', 'exercise')],
      [790, ...decide('watch', 'matching-only')],
      [800, ...decide('tune', 'narrow')],
    ] as const;
    expect(play(...done, [960, ...end]).milestones.has('quiet')).toBe(true);
    expect(play(...done.slice(1), [960, ...end]).milestones.has('quiet')).toBe(false);
    const notice = use('send-notice', { to: 'all staff' });
    expect(play([300, ...notice], ...done, [960, ...end]).milestones.has('quiet')).toBe(false);
  });

  it('send at five to six what nobody kept from going out', () => {
    expect(readOutcome(prepared, play([1100, ...end]))).toBe('cried-wolf');
    const kept = play([700, ...reply('draft', 'keep')], [1100, ...end]);
    expect(readOutcome(prepared, kept)).not.toBe('cried-wolf');
  });
});

it('ends the test where a host was isolated without a claim about the session', () => {
  const isolate = use('isolate-host', { host: 'tariff-worker-c' });
  const state = play([60, ...isolate], [700, ...reply('draft', 'keep')], [1100, ...end]);
  expect(readOutcome(prepared, state)).toBe('stopped');
  expect(JSON.stringify(writeDebrief(prepared, state))).not.toMatch(/session has died/);
});

it('calls each service with a program that can call it', () => {
  for (const file of ['trail', 'cloud-trail']) {
    const { Records } = JSON.parse(evidence.get(file) ?? '') as {
      Records: readonly { eventSource: string; userAgent: string }[];
    };
    const wrong = Records.filter(({ eventSource, userAgent }) => {
      const named = /\bapi\/([a-z]+)#/.exec(userAgent)?.[1];
      return named !== undefined && !eventSource.startsWith(`${named}.`);
    });
    expect(wrong).toEqual([]);
  }
});
