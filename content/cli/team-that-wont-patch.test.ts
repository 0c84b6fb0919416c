import { describe, expect, it } from 'vitest';
import { parseCsv } from '../engine/evidence/csv.ts';
import { findMood } from '../engine/drill/mood.ts';
import { prepareDrill, type PreparedDrill } from '../engine/drill/prepared-drill.ts';
import { wordQuestion } from '../engine/drill/words-of-the-moment.ts';
import { scoreState } from '../engine/score/score.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import {
  matchHypothesis,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  type DeedLine,
} from './testing/bundled-drill.ts';
import { decide, pause, reply, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d23-the-team-that-wont-patch');

const readFacts = use('warn-lead', { how: 'read him the facts, his view in his words' });
const closePreview = use('close-preview', { keep: 'the office (192.0.2.77 and 192.0.2.78)' });
const lookAtAdvisory = ['evidence_opened', { evidence: 'advisory' }] as const;

const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const hear = (...lines: readonly DeedLine[]): string => readLastAnswer(prepared, play(...lines));
const shut = [
  [30, ...lookAtAdvisory],
  [185, ...decide('step', 'close-outside')],
  [200, ...closePreview],
] as const;

it('leaves no hour between the load test and the freeze', () => {
  const rows = parseCsv(evidence.get('launch-plan') ?? '');
  const when = (item: string) => rows.find(([id]) => id === item)?.join(' ') ?? '';
  expect(when('LC-05')).toMatch(/until 16 June 16:00/);
  expect(when('LC-07')).toMatch(/2026-06-16T16:00:00Z/);
  expect(evidence.get('ticket')).toMatch(/freeze for Doorstep is 16 June 16:00/);
  expect(evidence.get('objection')).toMatch(/after it, I go live/);
});

describe('with the path shut', () => {
  it('the launch is asked about in a call whose best answer says so', () => {
    const state = play(...shut, [740, ...pause]);
    expect([state.feed.has('launch-call'), state.feed.has('launch-call-shut')]).toEqual([
      false,
      true,
    ]);
    const replies = drill.feed.find(({ id }) => id === 'launch-call-shut')?.replies ?? [];
    expect(replies.find(({ rating }) => rating === 7)?.text).toMatch(/are shut out/);
  });

  it('she rings once, though it is shut after her call', () => {
    const state = play(
      [30, ...lookAtAdvisory],
      [185, ...decide('step', 'close-outside')],
      [740, ...pause],
      [760, ...closePreview],
      [900, ...pause],
    );
    expect([state.feed.has('launch-call'), state.feed.has('launch-call-shut')]).toEqual([
      true,
      false,
    ]);
  });

  it('nodes, engineer and shift lead do not speak as if it were open', () => {
    expect(hear(...shut, [300, ...use('check-node', { node: 'rms-tg-1' })])).toMatch(/403/);
    expect(hear(...shut, [300, ...closePreview])).toMatch(/in already/);
    expect(play(...shut, [310, ...pause]).feed.has('button')).toBe(false);
  });

  it('the decision from above does not hedge', () => {
    expect(drill.feed.find(({ id }) => id === 'decided-above')?.body).not.toMatch(/or stays so/);
  });
});

it('states in no question what was not advised or not yet counted', () => {
  const ask = (id: string): string => drill.decisions.find((one) => one.id === id)?.prompt ?? '';
  expect(ask('differs')).not.toMatch(/You advised/);
  expect(ask('step')).not.toMatch(/strangers/);
});

describe('words and ratings follow what was done', () => {
  const memo = [
    'update_sent',
    { update: 'memo', text: 'Strangers could change letters.', citations: [] },
  ] as const;
  const sign = use('acceptance', {
    who: 'Corinne Adair',
    until: '22 June 2026',
    meanwhile: '/preview closed to the outside and watched',
  });
  const agreed = [
    [30, ...lookAtAdvisory],
    [185, ...decide('step', 'close-outside')],
  ] as const;
  const say = (item: string, answer: string, at: number, ...lines: readonly DeedLine[]) =>
    play(...lines, [at, ...reply(item, answer)]).feed.get(item)?.answer?.said;
  const lapse = (id: string, ...lines: readonly DeedLine[]) => {
    const choice = play(...lines, [1790, ...pause]).decisions.get(id)?.choice;
    expect(choice?.option).toBe('none');
    return choice?.rating;
  };

  it('asks for no yes that was given, and for no rule that is in', () => {
    expect(say('button', 'only-path', 320)?.text).toMatch(/they must say yes/);
    expect(say('button', 'only-path', 320, ...agreed)?.text).toMatch(/has said yes/);
    const closed = [...agreed, [310, ...closePreview]] as const;
    expect(say('button', 'only-path', 380, ...closed)?.text).toMatch(/already/);
    const during = [...agreed, [725, ...closePreview]] as const;
    expect(say('launch-call', 'whats-at-stake', 730, ...agreed)?.text).toMatch(/can be shut/);
    expect(say('launch-call', 'whats-at-stake', 790, ...during)?.text).toMatch(/are shut out/);
  });

  it('asks in other words where somebody wrote, a page went, or a form was signed', () => {
    const word = (id: string, ...lines: readonly DeedLine[]) => {
      const found = drill.decisions.find((one) => one.id === id);
      return found && wordQuestion(prepared, play(...lines), found);
    };
    expect(word('opening', [60, ...pause])).toMatch(/eight reminders/);
    expect(word('opening', [190, ...pause])).toMatch(/has written to you/);
    expect(word('going-up', [490, ...pause])).toMatch(/does the matter go up/);
    expect(word('going-up', [420, ...memo], [490, ...pause])).toMatch(/Your page has gone/);
    expect(word('voice', [1360, ...pause])).toMatch(/do with it/);
    expect(word('voice', [1210, ...sign], [1360, ...pause])).toMatch(/has signed for it/);
  });

  it('praises no agreed way that was not taken', () => {
    const rate = (...lines: readonly DeedLine[]) =>
      play(...lines, [560, ...decide('going-up', 'agreed-way')]).decisions.get('going-up')?.choice
        ?.rating;
    expect([rate(), rate([420, ...memo])]).toEqual([7, 5]);
    expect(rate([370, ...readFacts])).toBe(7);
    expect(rate([370, ...readFacts], [440, ...memo])).toBe(7);
  });

  it('denies nothing that was done without deciding', () => {
    expect([lapse('opening'), lapse('opening', ...agreed)]).toEqual([2, 5]);
    const early = [
      [30, ...lookAtAdvisory],
      [200, ...readFacts],
    ] as const;
    expect([lapse('opening', ...early), lapse('march', ...early)]).toEqual([4, 4]);
    expect(lapse('march')).toBe(2);
    expect([lapse('step'), lapse('step', [420, ...memo])]).toEqual([1, 3]);
    expect(lapse('step', [320, ...reply('button', 'only-path')])).toBe(2);
    expect([lapse('going-up'), lapse('going-up', [370, ...readFacts])]).toEqual([1, 3]);
    expect([lapse('differs'), lapse('differs', [1210, ...sign])]).toEqual([2, 4]);
  });
});

it('lets the lead hear the same facts only once', () => {
  expect(hear([370, ...readFacts])).toMatch(/38 minutes/);
  expect(hear([370, ...readFacts], [450, ...readFacts])).not.toMatch(/38 minutes/);
});

it('lets nobody propose a way before its hearer has said what he objects to', () => {
  expect(play([30, ...lookAtAdvisory], [170, ...pause]).decisions.has('step')).toBe(false);
  expect(play([30, ...lookAtAdvisory], [185, ...pause]).decisions.has('step')).toBe(true);
});

describe('the memo', () => {
  const update = drill.updates.find(({ id }) => id === 'memo');
  if (!update) throw new Error('no memo');
  const check = (text: string) => {
    const known = new Set(update.facts.map((fact) => fact.id));
    const { facts, claims } = checkUpdate(update, text, known, new Set());
    return {
      said: facts.filter(({ met }) => met).map((fact) => fact.id),
      claims: claims.map((claim) => claim.id),
    };
  };

  it.each([
    'Nothing was stolen.',
    'Nothing was stolen and nobody was inside the gateway.',
    'Nobody got in.',
    'No letters were changed.',
    'Nothing has been taken or leaked.',
    'No data was accessed.',
  ])('may not say: %s', (text) => {
    expect(check(text).claims).toContain('nobody-in');
  });

  it.each([
    'Logs begin on 8 June; what happened before that is not known.',
    'In the logs that we have, nothing was stolen and no template came from outside.',
    'Nobody can say whether anything was stolen before 8 June.',
    'We do not know that nobody was inside the gateway.',
    'It is not proven that nothing was taken.',
    'We have seen nothing that shows a letter was changed.',
    'None of the 41 requests sent a template.',
    'Nothing stored is changed by this update.',
    'Nobody from security was on the call in March.',
    'Details of how to exploit it are already public since 12 June.',
  ])('may say: %s', (text) => {
    expect(check(text).claims).toEqual([]);
  });

  it.each([
    ['who-decides', 'Please decide today.', false],
    ['who-decides', 'We agree that this is bad.', false],
    ['who-decides', 'To decide by you both at 13:16: the step and the date.', true],
    ['who-decides', 'You need to decide on the step by 13:16.', true],
    ['who-decides', 'If the deadline passes, Corinne Adair has to accept it in writing.', true],
    ['their-view', 'The team wants to go ahead with its launch.', false],
    ['their-view', 'The team knows the nodes.', false],
    ['their-view', "Field Scheduling's view: no node before Friday noon.", true],
    ['their-view', 'The team touches no node because of the load test.', true],
    ['their-view', 'They lived through the outage of 11 March and want no node changed now.', true],
    ['their-view', 'Joakim Hallberg says: nothing before Friday noon.', true],
  ] as const)('credits %s only where it is told: %s', (fact, text, met) => {
    if (met) expect(check(text).said).toContain(fact);
    else expect(check(text).said).not.toContain(fact);
  });
});

describe('the lead', () => {
  const memo = [
    'update_sent',
    { update: 'memo', text: 'Strangers could change letters.', citations: [] },
  ] as const;
  const announce = use('warn-lead', { how: 'tell him that it goes up' });
  const told = (...lines: readonly DeedLine[]) => {
    const state = play(...lines, [700, ...pause]);
    return ['told-first', 'told-half', 'told-never'].filter((item) => state.feed.has(item));
  };
  const rate = (...lines: readonly DeedLine[]) =>
    play(...lines, [560, ...decide('going-up', 'behind')]).decisions.get('going-up')?.choice
      ?.rating;
  const points = (...lines: readonly DeedLine[]) => {
    const { parts } = scoreState(prepared, play(...lines, [1790, ...pause]));
    const all = parts.flatMap((part) => part.points);
    return ['D23.x1', 'D23.x2'].map((id) => all.find(({ rule }) => rule === id)?.earned);
  };

  it('was read the facts, told that it goes up, or neither, and says which', () => {
    expect(told([370, ...readFacts], [440, ...memo])).toEqual(['told-first']);
    expect(told([370, ...announce], [440, ...memo])).toEqual(['told-half']);
    expect(told([440, ...memo])).toEqual(['told-never']);
    expect(hear([370, ...announce], [440, ...memo], [520, ...readFacts])).toMatch(
      /You said that it goes up/,
    );
    expect(points([370, ...readFacts], [440, ...memo])).toEqual([3, 1]);
    expect(points([370, ...announce], [440, ...memo])).toEqual([0, 1]);
    expect(points([370, ...announce], [440, ...readFacts], [520, ...memo])).toEqual([3, 1]);
    expect(points([440, ...memo])).toEqual([0, 0]);
    expect([rate(), rate([370, ...announce]), rate([370, ...readFacts])]).toEqual([2, 3, 4]);
  });

  it('finds no facts right that there are not yet, and sends nothing up that is decided', () => {
    expect(hear([180, ...readFacts])).toMatch(/What facts/);
    expect(points([180, ...readFacts], [440, ...memo])[0]).toBe(0);
    expect(hear([190, ...announce])).toMatch(/You cannot say yet/);
    for (const known of [
      lookAtAdvisory,
      use('check-node', { node: 'rms-tg-1' }),
      use('count-requests', { path: '/preview and below', source: 'outside' }),
    ])
      expect(hear([30, ...known], [180, ...readFacts])).toMatch(/38 minutes/);
    expect(hear([370, ...readFacts], [1210, ...readFacts])).toMatch(/It is decided/);
    expect(hear([1210, ...readFacts])).toMatch(/It is decided/);
  });
  const askDate = use('warn-lead', { how: 'ask him for a date once more' });

  it('who was told before the memo does not say that he was not', () => {
    expect(hear([370, ...readFacts], [440, ...memo], [500, ...readFacts])).not.toMatch(
      /Now you tell me/,
    );
    expect(hear([440, ...memo], [500, ...readFacts])).toMatch(/Now you tell me/);
  });

  it('who wrote a date down, or had one set, does not say that none was written', () => {
    const agreed = [185, ...decide('step', 'close-outside')] as const;
    expect(hear([250, ...askDate])).toMatch(/Nobody wrote it down/);
    expect(hear([30, ...lookAtAdvisory], agreed, [300, ...askDate])).toMatch(/in the slot/);
    expect(hear([1210, ...askDate])).toMatch(/Monday/);
  });

  it('is in no mood that his own words deny', () => {
    const moods = drill.people.find(({ id }) => id === 'joakim')?.moods ?? [];
    for (const { text } of moods) expect(text).not.toMatch(/Says nothing/);
    expect(JSON.stringify(moods)).toMatch(/told-never/);
  });
});

it('finds no gateway reachable while the edge keeps it off', () => {
  const off = [310, ...reply('button', 'go')] as const;
  const check = use('check-node', { node: 'rms-tg-1' });
  expect(hear(off, [350, ...check])).toMatch(/not reachable/);
  expect(hear(off, [700, ...check])).toMatch(/answers anybody/);
});

it('sees no template answered while the edge keeps the gateway off', () => {
  const off = (at_s: number): DeedLine => [at_s, ...reply('button', 'go')];
  expect(play(off(700), [800, ...pause]).feed.has('post-seen')).toBe(false);
  expect(play(off(310), [800, ...pause]).feed.has('post-seen')).toBe(true);
});

it('sends no reminder that was stopped', () => {
  const stop = use('stop-bot', { ticket: 'VUL-3317' });
  expect(play([100, ...stop], [260, ...pause]).feed.has('bot-again')).toBe(false);
  expect(play([260, ...pause]).feed.has('bot-again')).toBe(true);
});

it('sees in the launch plan itself what the launch needs', () => {
  const cite = (...ids: readonly string[]) =>
    ids.map((id) => ({ file: 'launch-plan', locator: { kind: 'record', id } }));
  const cited = decide('opening', 'their-thursday', cite('LC-12', 'LC-16'));
  const state = play(
    [20, ...(['evidence_opened', { evidence: 'launch-plan' }] as const)],
    [90, ...cited],
  );
  expect(state.milestones.has('launch-use')).toBe(true);
  expect(play([90, ...decide('opening', 'their-thursday')]).milestones.has('launch-use')).toBe(
    false,
  );
});

it('decides above in words that hold after any proposal', () => {
  expect(drill.feed.find(({ id }) => id === 'decided-above')?.body).not.toMatch(/not on Friday/);
});

describe('an acceptance', () => {
  const sign = use('acceptance', {
    who: 'Corinne Adair',
    until: '22 June 2026',
    meanwhile: '/preview closed to the outside and watched',
  });

  it('is signed once', () => {
    expect(hear([1210, ...sign], [1300, ...sign])).toMatch(/signed already/);
  });

  it('is not signed in words that say the path is closed while it is open', () => {
    const open = play([1210, ...sign], [1400, ...pause]);
    expect([open.feed.has('in-writing'), open.feed.has('in-writing-open')]).toEqual([false, true]);
    const closed = play(...shut, [1210, ...sign], [1400, ...pause]);
    expect([closed.feed.has('in-writing'), closed.feed.has('in-writing-open')]).toEqual([
      true,
      false,
    ]);
  });
});

it('judges an acceptance that was signed without an answer by the signature', () => {
  const signed = use('acceptance', {
    who: 'Corinne Adair',
    until: '22 June 2026',
    meanwhile: '/preview closed to the outside and watched',
  });
  const { parts } = scoreState(prepared, play([1380, ...signed], [1790, ...pause]));
  const point = parts.flatMap(({ points }) => points).find((one) => one.rule === 'decision:voice');
  expect(point?.why).toMatch(/has signed until Monday/);
});

it('names no program with a version of the protocol that it did not speak', () => {
  const lines = (evidence.get('alb') ?? '').split('\n');
  const wrong = lines.filter(
    (line) => line.includes(' HTTP/1.1"') && line.includes('Go-http-client/2.0'),
  );
  expect(wrong).toEqual([]);
});

describe('the head of field systems', () => {
  const mood = (...lines: readonly DeedLine[]) => findMood(prepared, play(...lines), 'ingrid');

  it('is in the mood that a page, a button and a signature put her in', () => {
    expect(mood([1210, ...pause])).toMatch(/eight reminders/);
    expect(mood([1360, ...pause])).toMatch(/One foot/);
    expect(mood([310, ...reply('button', 'go')])).toMatch(/in writing/);
    expect(mood([1360, ...decide('voice', 'vp-written')])).toMatch(/need not sign/);
  });

  it('rings once more before her train, with nothing that was settled meanwhile', () => {
    expect(play([1480, ...pause]).feed.has('by-voice-again')).toBe(true);
    const taken = [1360, 'acknowledged', { item: 'by-voice' }] as const;
    expect(play(taken, [1480, ...pause]).feed.has('by-voice-again')).toBe(false);
    const again = drill.people.find(({ id }) => id === 'ingrid')?.patience?.again;
    expect(again).toMatch(/train/);
    expect(again).not.toMatch(/accept|sign|Corinne/);
  });
});

it('knows what is open and asked for from what is used already, and from a formality', () => {
  const state = play([1790, 'ended']);
  const match = (text: string) => matchHypothesis(prepared, state, text);
  const cases: Readonly<Record<string, readonly string[]>> = {
    'open-and-asked': [
      '/preview is open to the internet',
      'Two strangers have probed it, and not exploited it',
      'Anybody could rewrite the letters',
    ],
    'broken-in': ['The gateway has been exploited', 'The template at 13:12 is an attack'],
    'no-way-in': [
      'The nodes are not reachable from outside',
      'It is a formality before the launch',
    ],
  };
  for (const [id, texts] of Object.entries(cases))
    for (const text of texts) expect([text, match(text)]).toEqual([text, id]);
  for (const text of ['The template at 13:12 was the proofs of the office', 'March will repeat'])
    expect([text, match(text)]).toEqual([text, null]);
});

describe('what is counted', () => {
  const seeds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const;
  const variants = seeds.map((seed) => ({
    seed,
    variant: seed === 0 ? prepared : prepareDrill(drill, evidence, seed),
  }));

  /** What a learner would count in the balancer's log: who asked for which path, and how. */
  const countRequests = (variant: PreparedDrill) => {
    const requests = (variant.evidence.get('alb') ?? '')
      .trim()
      .split('\n')
      .map((line) => {
        const [, at = '', , client = ''] = line.split(' ');
        const [, method = '', path = ''] = /"(\S+) https:\/\/[^/]+(\/\S*) HTTP/.exec(line) ?? [];
        return { at, from: client.split(':')[0] ?? '', method, path };
      })
      .filter(({ path }) => /^\/preview(?:\/|$)/.test(path));
    const isOffice = ({ from }: { readonly from: string }): boolean =>
      from === '192.0.2.77' || from === '192.0.2.78';
    const outside = requests.filter((one) => !isOffice(one));
    return {
      outside: outside.length,
      addresses: new Set(outside.map(({ from }) => from)),
      asked: new Set(outside.map(({ method, path }) => `${method} ${path}`)),
      first: outside.map(({ at }) => at).sort()[0] ?? '',
      office: requests.filter(isOffice).length,
      done: new Set(requests.filter(isOffice).map(({ method, path }) => `${method} ${path}`)),
    };
  };

  const tell = ({ drill: { parameters: _, ...rest } }: PreparedDrill): string =>
    JSON.stringify(rest);
  const answerOf = (variant: PreparedDrill, outcome: string): string =>
    variant.drill.tools
      .find(({ id }) => id === 'count-requests')
      ?.outcomes.find(({ id }) => id === outcome)?.answer ?? '';
  const inWords = new Map([
    [41, 'forty-one'],
    [43, 'forty-three'],
    [44, 'forty-four'],
    [46, 'forty-six'],
    [47, 'forty-seven'],
    [48, 'forty-eight'],
    [49, 'forty-nine'],
  ]);

  it.each(variants)('in the log is what is told at seed $seed', ({ variant }) => {
    const is = countRequests(variant);
    expect(is.asked).toEqual(new Set(['GET /preview/version']));
    expect(is.done).toEqual(new Set(['POST /preview']));
    const [one = '', other = '', ...more] = is.addresses;
    expect(more).toEqual([]);
    const answer = answerOf(variant, 'outside');
    expect(answer.split(', ', 2)).toEqual([`${is.outside}`, 'all GET /preview/version']);
    for (const told of [one, other, `First 13 June ${is.first.slice(11, 19)}`])
      expect(answer).toContain(told);
    expect(answerOf(variant, 'inside').split(' ', 2)).toEqual([`${is.office}`, 'times']);
    const says = variant.drill.clues.find(({ id }) => id === 'probes-counted')?.says;
    expect(says?.split(' ', 2)).toEqual([`${is.outside}`, 'requests']);
    const rule = variant.drill.scoring.rules.find(({ id }) => id === 'D23.s2');
    expect(rule?.why.toLowerCase()).toContain(`${inWords.get(is.outside)} and none`);
    // And nothing that a player can read tells another figure.
    const numbers = (form: RegExp) =>
      new Set([...tell(variant).matchAll(form)].map(([, figure]) => figure));
    expect(numbers(/\b(\d+) requests\b/g)).toEqual(new Set([String(is.outside)]));
    expect(numbers(/\b(\d+) times\b/g)).toEqual(new Set([String(is.outside), String(is.office)]));
  });

  it.each(variants)('and written in the memo is known for it at seed $seed', ({ variant }) => {
    const { outside, office } = countRequests(variant);
    const [memo] = variant.drill.updates;
    if (!memo) throw new Error('the drill asks for an update');
    const known = new Set(memo.facts.map(({ id }) => id));
    const meets = (text: string): boolean =>
      checkUpdate(memo, text, known, new Set()).facts.some(({ id, met }) => id === 'probes' && met);
    const say = (count: number | string) => `There were ${count} requests, without a template.`;
    expect(meets(say(outside))).toBe(true);
    expect(meets(say(inWords.get(outside) ?? ''))).toBe(true);
    for (const wrong of [outside + 1, outside - 1, office])
      expect(meets(say(wrong)), `${wrong}`).toBe(false);
    if (variant !== prepared) expect(meets(say(41))).toBe(false);
    const state = playDeeds(variant, [1790, 'ended']);
    const mean = (count: number) =>
      matchHypothesis(variant, state, `Somebody has asked ${count} times`);
    expect([mean(outside), mean(outside + 1)]).toEqual(['open-and-asked', null]);
  });

  it.each(variants)('on staging is told in one way at seed $seed', ({ variant }) => {
    const comment = /(\d+) minutes with draining/.exec(variant.evidence.get('ticket') ?? '');
    const minutes = Number(comment?.[1]);
    const told = [
      ...tell(variant).matchAll(/(\d+) minutes(?: a node|, no migration| with draining)/g),
    ];
    expect(told.map(([, figure]) => Number(figure))).toEqual([minutes, minutes, minutes]);
    const tonight = variant.drill.decisions
      .find(({ id }) => id === 'step')
      ?.options.find(({ id }) => id === 'tonight')?.reason;
    const tens = new Map([
      [3, 'Thirty'],
      [4, 'Forty'],
    ]);
    const ones = ' one two three four five six seven eight nine'.split(' ');
    const word = `${tens.get(Math.floor(minutes / 10))}-${ones[minutes % 10]}`;
    expect(tonight).toContain(`${word} minutes each`);
    const whole = `${Math.floor((minutes * 3) / 60)} h ${(minutes * 3) % 60} min`;
    expect(variant.drill.outcomes.find(({ id }) => id === 'settled')?.text).toContain(whole);
  });

  it('differs between seeds', () => {
    const counts = variants.map(({ variant }) => countRequests(variant));
    for (const figure of ['outside', 'office'] as const)
      expect(new Set(counts.map((one) => one[figure])).size, figure).toBeGreaterThanOrEqual(5);
  });
});
