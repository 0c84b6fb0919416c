import { describe, expect, it } from 'vitest';
import { instantiate } from '../engine/drill/instantiate.ts';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { replay } from '../engine/drill/step.ts';
import { wordQuestion, wordReply } from '../engine/drill/words-of-the-moment.ts';
import { readEvidence } from '../engine/evidence/read-evidence.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { scoreState } from '../engine/score/score.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readGolden,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';
import { decide, look, pause, reply, use } from './testing/deeds.ts';

const slug = 'd33-a-high-finding-at-dawn';
const { drill, evidence, prepared } = readBundledDrill(slug);

const end = ['ended', {}] as const;
const ringAuthority = use('call-person', { who: 'Ruben Castell, number in the directory' });
const writeLine = use('shift-log', {
  verdict: 'the exercise',
  'rests-on': 'the testing authority and the log, call by call',
});

const narrowRule = use('quiet-findings', {
  match: 'this finding type on the canary host from the range of the plan',
  until: 'until 19 June 07:00 UTC',
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

  it('asks in other words about what was done already', () => {
    const lock = use('lock-account', { user: 'e20417' });
    const deny = use('deny-sessions', { role: 'tariff-worker-role' });
    const word = (id: string, ...lines: readonly DeedLine[]) => {
      const found = drill.decisions.find((one) => one.id === id);
      return found && wordQuestion(prepared, play(...lines), found);
    };
    expect(word('traveller', [120, ...lock])).toMatch(/have locked her account/);
    expect(word('verdict', [120, ...deny])).toMatch(/have stopped something already/);
    expect(word('tune', [120, ...narrowRule])).toMatch(/quietened something already/);
    for (const id of ['traveller', 'verdict', 'tune'])
      expect(word(id, [120, ...pause])).toBe(ask(id));
  });

  it('about the first minutes knows what was stopped in them', () => {
    const deny = use('deny-sessions', { role: 'tariff-worker-role' });
    const rate = (...lines: readonly DeedLine[]) =>
      play(...lines, [200, ...decide('first', 'bounded')]).decisions.get('first')?.choice?.rating;
    expect(rate()).toBe(7);
    expect(rate([60, ...ringAuthority])).toBe(7);
    expect(rate([60, ...deny])).toBe(5);
    expect(rate([60, ...deny], [130, ...ringAuthority])).toBe(5);
    const first = drill.decisions.find(({ id }) => id === 'first');
    const state = play([60, ...deny], [130, ...pause]);
    expect(first && wordQuestion(prepared, state, first)).toMatch(/stopped something already/);
  });

  it('is rated by what could be known when it was answered', () => {
    const rate = (id: string, option: string, ...lines: readonly DeedLine[]) =>
      play(...lines, [700, ...decide(id, option)]).decisions.get(id)?.choice;
    expect(rate('verdict', 'cut-anyway')?.rating).toBe(4);
    expect(rate('verdict', 'cut-anyway', [200, ...ringAuthority])?.rating).toBe(3);
    expect(rate('verdict', 'hand-on')?.why).not.toMatch(/lies in front of you/);
    expect(rate('verdict', 'hand-on', [200, ...ringAuthority])?.why).toMatch(/in front of you/);
    const first = play([100, ...ringAuthority], [200, ...decide('first', 'cut-first')]);
    expect(first.decisions.get('first')?.choice?.why).toMatch(/had said that the exercise ran/);
  });

  it('knows a rule that was set before it was asked for', () => {
    const wide = use('quiet-findings', {
      match: 'everything from the range of the plan',
      until: 'with no end',
    });
    const rate = (option: string, ...lines: readonly DeedLine[]) =>
      play(...lines, [800, ...decide('tune', option)]).decisions.get('tune')?.choice?.rating;
    expect([rate('narrow'), rate('narrow', [120, ...wide])]).toEqual([7, 5]);
    expect(rate('narrow', [120, ...narrowRule])).toBe(7);
    expect([rate('none-at-all'), rate('none-at-all', [120, ...narrowRule])]).toEqual([4, 6]);
    expect(rate('none-at-all', [120, ...wide])).toBe(2);
  });

  it('that lapsed does not deny the proof that was read, nor the rule that holds', () => {
    const lapsed = (id: string, ...lines: readonly DeedLine[]) =>
      play(...lines, [1435, ...pause]).decisions.get(id)?.choice;
    const read = [
      [100, ...ringAuthority],
      [240, ...look('test-log')],
    ] as const;
    expect([lapsed('proof')?.rating, lapsed('proof', ...read)?.rating]).toEqual([1, 5]);
    expect([lapsed('watch')?.rating, lapsed('watch', [800, ...narrowRule])?.rating]).toEqual([
      2, 4,
    ]);
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

  it('ends with the session cut for the expert who says why', () => {
    const { header, events } = readGolden(slug, 'expert-twin');
    const variant = prepareDrill(drill, evidence, header.seed);
    expect(readOutcome(variant, replay(variant, events).state)).toBe('cut-off');
  });

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
      [905, ...reply('duty-asks-early', 'come-now')],
      [1100, ...end],
    );
    expect(readOutcome(twin, told)).toBe('cut-off');
  });

  it('the duty manager who is rung has heard that assurance disowns it', () => {
    const duty = twin.drill.people.find(({ id }) => id === 'duty')?.name ?? '';
    const wake = use('call-person', { who: `${duty}, number in the directory` });
    const answer = (...lines: readonly DeedLine[]) =>
      readLastAnswer(twin, playDeeds(twin, ...lines, [130, ...wake]));
    expect(answer()).toMatch(/So far I hear neither/);
    expect(answer([60, ...use('call-person', { who })])).toMatch(/none of theirs/);
  });

  it('the range of the plan is in no trail', () => {
    const [, address = ''] =
      /\*\*(198\.51\.100\.\d+\/30)\*\*/.exec(twin.evidence.get('plan') ?? '') ?? [];
    const answer = readLastAnswer(
      twin,
      playDeeds(twin, [60, ...use('look-up-address', { address })]),
    );
    expect(answer).toMatch(/is registered to .* not once today/);
    expect(hear([60, ...use('look-up-address', { address: '198.51.100.38' })])).toMatch(
      /In our trail first at/,
    );
  });

  it('a question and an answer are rated by what could be known', () => {
    const rate = (id: string, option: string, at: number, ...lines: readonly DeedLine[]) =>
      playDeeds(twin, ...lines, [at, ...decide(id, option)]).decisions.get(id)?.choice;
    expect(rate('first', 'cut-first', 200)?.rating).toBe(4);
    expect(rate('first', 'cut-first', 200, [60, ...ring])?.rating).toBe(6);
    expect(rate('first', 'declare', 200, [60, ...ring])?.rating).toBe(4);
    expect(rate('verdict', 'hand-on', 700)?.rating).toBe(1);
    expect(rate('verdict', 'hand-on', 700, [60, ...deny])?.why).toMatch(/reads no more/);

    const say = (item: string, answer: string, at: number, ...lines: readonly DeedLine[]) =>
      playDeeds(twin, ...lines, [at, ...reply(item, answer)]).feed.get(item)?.answer?.said;
    const read = [
      [60, ...ring],
      [200, ...look('exercise-log')],
    ] as const;
    expect(say('duty-asks-early', 'come-now', 910)?.rating).toBe(4);
    expect(say('duty-asks-early', 'not-yet', 910)?.rating).toBe(6);
    expect(say('duty-asks', 'come-anyway', 910, ...read)?.rating).toBe(7);
    expect(say('duty-asks-early', 'come-now', 910, [300, ...look('cloud-trail')])?.rating).toBe(6);
    expect(say('duty-asks', 'not-known', 910, ...read)?.rating).toBe(4);
    expect(say('operations', 'whole-story', 370, ...read)?.text).toMatch(/not \w+ who took/);
    expect(say('draft', 'nothing-happened', 700)?.why).toMatch(/was not the exercise/);
    const operations = twin.drill.feed.find(({ id }) => id === 'operations');
    const told = playDeeds(twin, [60, ...deny], [370, ...pause]);
    const best = operations?.replies.find(({ id }) => id === 'no-and-when');
    expect(best && wordReply(twin, told, best)).toMatch(/it is cut off/);
  });

  it('what was done counts where nothing was decided', () => {
    const lapsed = (id: string, ...lines: readonly DeedLine[]) =>
      playDeeds(twin, ...lines, [1435, ...pause]).decisions.get(id)?.choice;
    expect(lapsed('first', [60, ...ring], [130, ...deny])?.rating).toBe(6);
    const woken = lapsed('verdict', [60, ...deny], [905, ...reply('duty-asks-early', 'come-now')]);
    expect(woken?.rating).toBe(6);
    expect(woken?.why).not.toMatch(/nobody changes|Nobody was woken/);
  });

  it('the duty manager rings under the same name, and takes the same answers', () => {
    const ask = (variant: typeof prepared, log: string, person: string, read: boolean) => {
      const deeds: readonly DeedLine[] = read
        ? [
            [60, ...use('call-person', { who: person })],
            [200, ...look(log)],
          ]
        : [];
      const { feed } = playDeeds(variant, ...deeds, [905, ...pause]);
      const calls = variant.drill.feed.filter((one) => one.from === 'duty' && feed.has(one.id));
      return calls.map(({ id, replies }) => [id, ...replies.map((one) => one.id)]);
    };
    const castell = 'Ruben Castell, number in the directory';
    for (const read of [false, true]) {
      const asked = ask(twin, 'exercise-log', who, read);
      expect(asked).toHaveLength(1);
      expect(asked).toEqual(ask(prepared, 'test-log', castell, read));
    }
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

describe('an answer', () => {
  const say = (item: string, answer: string, at: number, ...lines: readonly DeedLine[]) =>
    play(...lines, [at, ...reply(item, answer)]).feed.get(item)?.answer?.said;
  const read = [
    [100, ...ringAuthority],
    [240, ...look('test-log')],
  ] as const;

  it('to operations does not go on looking where the session is cut or all is read', () => {
    const deny = use('deny-sessions', { role: 'tariff-worker-role' });
    expect(say('operations', 'no-and-when', 370)?.text).toMatch(/go on looking/);
    expect(say('operations', 'no-and-when', 370, [60, ...deny])?.text).toMatch(/it is cut off/);
    const known = [...read, [350, ...decide('verdict', 'exercise')]] as const;
    const said = say('operations', 'no-and-when', 400, ...known);
    expect(said?.text).toMatch(/looked through it/);
    expect(said?.rating).toBe(7);
  });

  it('that stops a notice does not stop the one that went out', () => {
    const notice = use('send-notice', { to: 'the three large hauliers' });
    expect(say('draft', 'keep', 800)?.rating).toBe(7);
    expect(say('draft', 'keep', 800, [700, ...notice])?.rating).toBe(3);
  });

  it('with the verdict is not called rash where the verdict was found', () => {
    const known = [...read, [420, ...decide('verdict', 'exercise')]] as const;
    expect(say('draft', 'nothing-happened', 700, ...known)?.why).toMatch(/had said what it is/);
    const soft = drill.feed.find(({ id }) => id === 'draft')?.replies[1];
    expect(soft?.reason).not.toMatch(/do not know it yet/);
  });

  it('to the duty manager counts what was looked up while he waited', () => {
    const late = [
      [910, ...ringAuthority],
      [1040, ...look('test-log')],
    ] as const;
    expect(say('duty-asks-early', 'on-trust', 910)?.rating).toBe(2);
    expect(say('duty-asks-early', 'on-trust', 1060, ...late)?.rating).toBe(6);
    expect(say('duty-asks-early', 'not-yet', 1060, ...late)?.rating).toBe(4);
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
    const moods = drill.people.find(({ id }) => id === 'assurance')?.moods ?? [];
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

  it('ask the same and may be answered the same, whatever was looked up', () => {
    const texts = (item: string) => {
      const found = drill.feed.find(({ id }) => id === item);
      return [found?.body, ...(found?.replies.map(({ text }) => text) ?? []).toSorted()];
    };
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

describe('what was cut or said before', () => {
  it('stays cut where it was cut in the first five minutes', () => {
    const { variables } = play([60, ...decide('first', 'cut-first')], [300, ...pause]);
    expect([variables.get('cut'), variables.get('isolated')]).toEqual([true, true]);
  });

  it('is not asked for by the authority once the verdict says it', () => {
    const known = [
      [100, ...ringAuthority],
      [240, ...look('test-log')],
    ] as const;
    const after = (option: string) =>
      hear(...known, [420, ...decide('verdict', option)], [600, ...ringAuthority]);
    expect(after('hand-on')).toMatch(/Leave them be or stop them/);
    for (const option of ['exercise', 'stop-test'])
      expect(after(option)).not.toMatch(/Leave them be or stop them|Have you held it/);
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

/** The time in a UUID of version 1, in steps of 100 ns since its calendar began. */
const readTicks = (uuid: string): number => {
  const [low = '', mid = '', high = ''] = uuid.split('-');
  return Number.parseInt(high.slice(1) + mid + low, 16);
};
/** From then to 1970. */
const epochBegins_ms = 12_219_292_800_000;
const countries = [
  ['Lisbon', 'Portugal'],
  ['Turin', 'Italy'],
  ['Gdansk', 'Poland'],
  ['Bilbao', 'Spain'],
  ['Zurich', 'Switzerland'],
  ['Bergen', 'Norway'],
];

it('finds each booking of the week, and whose each own address in the trail is', () => {
  const read = (id: string) => {
    const shape = drill.evidence.find((one) => one.id === id);
    const content = shape && readEvidence(shape, evidence.get(id) ?? '');
    if (content?.kind !== 'table') throw new Error(id);
    return content.rows.map(({ cells }) =>
      Object.fromEntries(content.columns.map((name, at) => [name, cells[at] ?? ''])),
    );
  };
  const week = read('travel').filter(
    ({ leaves = '', returns = '' }) => leaves <= '2026-06-19' && returns >= '2026-06-15',
  );
  expect(week.length).toBeGreaterThan(1);
  for (const { booking = '', traveller = '', name = '' } of week) {
    for (const typed of [booking, traveller, name])
      expect(hear([60, ...use('check-travel', { traveller: typed })])).toContain(`${booking}: `);
  }
  const own = new Set(
    read('trail').flatMap(({ sourceIPAddress = '' }) =>
      sourceIPAddress.startsWith('192.0.2.') ? [sourceIPAddress] : [],
    ),
  );
  const answers = [...own].map((address) => hear([60, ...use('look-up-address', { address })]));
  expect(own.size).toBeGreaterThan(3);
  expect(new Set(answers).size).toBe(own.size);
  for (const answer of answers) expect(answer).toMatch(/^Ours: /);
});

describe('what is drawn', () => {
  const draw = (id: string): readonly string[] =>
    drill.parameters.flatMap((one) => (one.id === id && 'literal' in one ? one.values : []));

  it('has the laptop tell of the sign-in as the log does, unlocked at its own keyboard', () => {
    for (let seed = 0; seed <= 40; seed += 1) {
      const variant = prepareDrill(drill, evidence, seed);
      const label = `seed ${seed}`;
      const content = readEvidence(
        { format: 'windows-event' },
        variant.evidence.get('laptop-events') ?? '',
      );
      if (content.kind !== 'table') throw new Error('the events of the laptop are no table');
      const { columns, rows, brokenLines } = content;
      expect(brokenLines).toEqual([]);
      const read = (row: (typeof rows)[number], column: string) =>
        row.cells[columns.indexOf(column)] ?? '';
      const cite = (clue: string) => {
        const found = variant.drill.clues.find(({ id }) => id === clue);
        const row = rows.find(({ id }) => found && 'record' in found && id === found.record);
        if (!row) throw new Error(`${label}: no event for ${clue}`);
        return row;
      };
      for (const channel of new Set(rows.map((row) => read(row, 'Channel')))) {
        const own = rows.filter((row) => read(row, 'Channel') === channel);
        const times = own.map((row) => read(row, 'TimeCreated'));
        expect(times, `${label} ${channel}`).toEqual(times.toSorted());
        const numbers = own.map(({ id }) => Number(id));
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
      }

      const signIns = (variant.evidence.get('sign-ins') ?? '')
        .trim()
        .split('\n')
        .map(
          (line) =>
            JSON.parse(line) as {
              published: string;
              actor: { alternateId: string };
              device: { name: string; os_platform: string } | null;
              client: { ipAddress: string; userAgent: { rawUserAgent: string } };
            },
        )
        .filter(({ client }) => client.ipAddress.startsWith('203.0.113.'))
        .toSorted((one, other) => one.published.localeCompare(other.published));
      const [began] = signIns;
      if (!began) throw new Error(`${label}: no sign-in from abroad`);
      const { actor, device } = began;
      expect(device?.os_platform).toBe('WINDOWS');
      const laptop = device?.name ?? '';
      expect(new Set(rows.map((row) => read(row, 'Computer')))).toEqual(
        new Set([`${laptop}.tolhaven.example`]),
      );
      const named = /LT-\d+/g;
      const machines = new Set((variant.evidence.get('laptop-events') ?? '').match(named));
      expect(machines).toEqual(new Set([laptop.toUpperCase()]));

      const [unlocked, prompt] = [cite('laptop-unlocked'), cite('laptop-asked')];
      expect(read(unlocked, 'TargetUserName')).toBe(actor.alternateId);
      expect(read(prompt, 'User')).toBe(`TOLHAVEN\\${actor.alternateId}`);
      expect(read(prompt, 'LogonId')).toBe(read(unlocked, 'TargetLogonId'));
      expect(read(prompt, 'TerminalSessionId')).toBe(read(unlocked, 'SessionId'));
      const asked = rows.filter(
        (row) =>
          read(row, 'QueryName') === 'id.tolhaven.example' &&
          read(row, 'TimeCreated').startsWith('2026-06-17'),
      );
      expect(asked).toHaveLength(1);
      const order = [unlocked, ...asked, prompt].map((row) => read(row, 'TimeCreated'));
      expect([...order, began.published], label).toEqual([...order, began.published].toSorted());
      const waited = Date.parse(began.published) - Date.parse(read(prompt, 'TimeCreated'));
      expect(waited, label).toBeLessThan(15_000);

      const browser = rows.filter((row) => read(row, 'Product') === 'Firefox');
      const versions = browser.map((row) => read(row, 'FileVersion').split('.')[0]);
      const [, signedInWith] = /Firefox\/(\d+)/.exec(began.client.userAgent.rawUserAgent) ?? [];
      expect(new Set(versions), label).toEqual(new Set([signedInWith]));

      // Sysmon puts the second of its start into the id of a process.
      const starts = rows.filter((row) => read(row, 'OriginalFileName') !== '');
      expect(starts.length).toBeGreaterThan(5);
      for (const row of starts) {
        const [, low = '', high = ''] = read(row, 'ProcessGuid').split('-');
        expect(Number.parseInt(high + low, 16), label).toBe(
          Math.floor(Date.parse(read(row, 'UtcTime')) / 1000),
        );
      }
      const hotel = /,(?:[^,]*,){6}([^,]*),/.exec(
        (variant.evidence.get('travel') ?? '')
          .split('\n')
          .find((line) => line.includes(actor.alternateId)) ?? '',
      )?.[1];
      expect(read(cite('laptop-network'), 'SSID'), label).toBe(`${hotel ?? ''} guest`);
      // Nobody comes to it over the network.
      for (const type of ['3', '10'])
        expect(rows.map((row) => read(row, 'LogonType'))).not.toContain(type);
    }
  });

  it('numbers the sign-ins in the order of their times, whichever hour is drawn', () => {
    const bare = { ...drill, feed: [], evidence: [], tools: [], decisions: [] };
    const text = new Map([['sign-ins', evidence.get('sign-ins') ?? '']]);
    for (let seed = 0; seed <= 40; seed += 1) {
      const rows = (instantiate(bare, text, seed).evidence.get('sign-ins') ?? '')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { uuid: string; published: string })
        .toSorted((one, other) => (readTicks(one.uuid) < readTicks(other.uuid) ? -1 : 1));
      const times = rows.map(({ published }) => published);
      expect(times, `seed ${seed}`).toEqual(times.toSorted());
      for (const { uuid, published } of rows)
        expect(Math.floor(readTicks(uuid) / 1e4 - epochBegins_ms)).toBe(Date.parse(published));
    }
  });

  it('has the traveller in one session, on her laptop, in the country of her city', () => {
    for (let seed = 0; seed <= 40; seed += 1) {
      const variant = prepareDrill(drill, evidence, seed);
      const content = readEvidence({ format: 'idp' }, variant.evidence.get('sign-ins') ?? '');
      if (content.kind !== 'table') throw new Error('the sign-in log is no table');
      const { columns, rows, brokenLines } = content;
      expect(brokenLines).toEqual([]);
      const read = (row: (typeof rows)[number], column: string) =>
        row.cells[columns.indexOf(column)] ?? '';
      const record = variant.drill.clues.find(({ id }) => id === 'signed-in');
      const signIn = rows.find(({ id }) => record && 'record' in record && id === record.record);
      if (!signIn) throw new Error(`seed ${seed}: no sign-in`);
      expect(read(signIn, 'published').slice(0, 19)).toBe(
        variant.drill.truth.find(({ id }) => id === 'lisbon')?.at.slice(0, 19),
      );
      const who = 'actor.alternateId';
      const abroad = rows.filter((row) => read(row, 'client.ipAddress').startsWith('203.0.113.'));
      for (const column of [
        ...[who, 'authenticationContext.externalSessionId', 'client.userAgent.rawUserAgent'],
        ...['client.geographicalContext.city', 'client.geographicalContext.country'],
      ])
        expect(new Set(abroad.map((row) => read(row, column))), column).toEqual(
          new Set([read(signIn, column)]),
        );
      expect(abroad).toHaveLength(3);
      expect(countries).toContainEqual([
        read(signIn, 'client.geographicalContext.city'),
        read(signIn, 'client.geographicalContext.country'),
      ]);
      const laptops = rows.flatMap((row) =>
        read(row, who) === read(signIn, who)
          ? /"deviceName":"([^"]+)"/.exec(read(row, 'debugContext.debugData'))?.[1]
          : [],
      );
      expect(laptops).toHaveLength(4);
      expect(new Set(laptops).size).toBe(1);
      expect(variant.evidence.get('trail')).toContain(
        read(signIn, 'client.userAgent.rawUserAgent'),
      );
      expect(JSON.stringify(signIn.raw)).toMatch(/New Device=NEGATIVE.*New Country=POSITIVE/);
      expect(JSON.stringify(signIn.raw)).toMatch(/FIDO_WEBAUTHN/);
    }
  });

  it('numbers the changes in the order in which they were registered', () => {
    for (let seed = 0; seed <= 40; seed += 1) {
      const content = readEvidence(
        { format: 'csv', key: 'change' },
        prepareDrill(drill, evidence, seed).evidence.get('changes') ?? '',
      );
      if (content.kind !== 'table') throw new Error('the calendar is no table');
      const registered = content.columns.indexOf('registered');
      const byNumber = content.rows.toSorted((one, other) =>
        (one.id ?? '').localeCompare(other.id ?? ''),
      );
      const times = byNumber.map(({ cells }) => cells[registered]);
      expect(times, `seed ${seed}`).toEqual(times.toSorted());
    }
  });

  it('has each session of a host issued with the key that it uses, and once', () => {
    interface Call {
      readonly eventName: string;
      readonly eventTime: string;
      readonly userIdentity: {
        readonly principalId?: string;
        readonly accessKeyId?: string;
        readonly sessionContext?: { readonly attributes: { readonly creationDate: string } };
      };
      readonly requestParameters: { readonly roleSessionName?: string } | null;
      readonly responseElements: { readonly credentials?: { readonly accessKeyId: string } } | null;
    }
    for (const file of ['trail', 'cloud-trail']) {
      const { Records } = JSON.parse(evidence.get(file) ?? '') as { Records: readonly Call[] };
      const issued = Records.filter(({ eventName }) => eventName === 'AssumeRole');
      expect(issued.length).toBeGreaterThan(0);
      for (const { eventTime, requestParameters, responseElements } of issued) {
        const used = Records.filter(({ userIdentity }) =>
          userIdentity.principalId?.endsWith(`:${requestParameters?.roleSessionName ?? ''}`),
        );
        expect(used.length).toBeGreaterThan(0);
        for (const { userIdentity } of used) {
          expect(userIdentity.accessKeyId).toBe(responseElements?.credentials?.accessKeyId);
          expect(userIdentity.sessionContext?.attributes.creationDate).toBe(eventTime);
        }
      }
      const hosts = issued.map(({ requestParameters }) => requestParameters?.roleSessionName);
      expect(new Set(hosts).size).toBe(hosts.length);
    }
  });

  it('has one owner for each number of a network', () => {
    const owners = new Map<string, Set<string>>();
    for (const text of evidence.values())
      for (const [, number = '', owner = ''] of text.matchAll(
        /"(?:asn|asNumber)":\s*"?(\d+)"?,\s*"(?:asnOrg|asOrg)":\s*"([^"]*)"/g,
      ))
        owners.set(number, (owners.get(number) ?? new Set()).add(owner));
    expect(owners.size).toBeGreaterThan(2);
    for (const [number, names] of owners) expect([number, ...names]).toHaveLength(2);
  });

  it('keeps the initials by which the log of the exercise names who did it', () => {
    const first = (names: readonly string[]) => new Set(names.map((name) => name.charAt(0)));
    expect(evidence.get('test-log')).toMatch(/,tc,.*[^]*,kv,/);
    expect([...first(draw('test-lead-first'))]).toEqual(['T']);
    expect([...first(draw('test-lead-last'))]).toEqual(['C']);
    expect([...first(draw('caller-first'))]).toEqual(['K']);
  });
});
