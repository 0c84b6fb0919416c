import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { wordQuestion } from '../engine/drill/words-of-the-moment.ts';
import { parseCsv } from '../engine/evidence/csv.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { reviewHypotheses } from '../engine/score/hypotheses.ts';
import { reviewRedHerrings } from '../engine/score/red-herrings.ts';
import { reviewSaid } from '../engine/score/said-check.ts';
import { scoreState } from '../engine/score/score.ts';
import { aLog } from '../engine/testing/a-log.ts';
import {
  citeLines,
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readChoice,
  readLastAnswer,
  readOutcome,
  readTerm,
} from './testing/bundled-drill.ts';
import { decide, pause, reply, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d25-someone-elses-children');

function readTable(text = ''): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

it('has in every variant fourteen accounts with a ticket that the rule of the count finds, and no other', () => {
  for (let seed = 0; seed <= 20; seed += 1) {
    const variant = seed === 0 ? prepared : prepareDrill(drill, evidence, seed);
    const sent = readTable(variant.evidence.get('requests')).filter(
      (row) => row['sent'] !== row['asked'] && row['shared'] === 'no',
    );
    const shown = new Set(sent.map((row) => row['viewer']));
    const tickets = readTable(variant.evidence.get('tickets'));
    const found = tickets.filter((row) => shown.has(row['account']));
    expect(found.map((row) => row['category'])).toEqual(Array(14).fill('display'));
    expect(new Set(found.map((row) => row['account'])).size).toBe(14);
    // What the tool counts on this node.
    expect([sent.length, shown.size]).toEqual([57, 53]);
    expect(variant.evidence.get('count')).toMatch(/with a ticket, of these \.+ +14\n/);
  }
});

it('keeps log lines, requests and tickets in the order of their times, whatever a seed draws', () => {
  const drawn = new Set<string>();
  for (let seed = 0; seed <= 40; seed += 1) {
    const variant = seed === 0 ? prepared : prepareDrill(drill, evidence, seed);
    const log = variant.evidence.get('edge-node') ?? '';
    const times = log
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[1] ?? '');
    expect(times, `seed ${seed}`).toEqual(times.toSorted());
    drawn.add(times.find((_, at) => /pipelining on/.test(log.split('\n')[at] ?? '')) ?? '');
    // Several writers: lines lie a few apart, and an id is given when a request comes in.
    const byId = readTable(variant.evidence.get('requests')).toSorted((a, b) =>
      (a['request_id'] ?? '').localeCompare(b['request_id'] ?? ''),
    );
    const asked = byId.map((row) => row['time'] ?? '');
    expect(asked, `seed ${seed}`).toEqual(asked.toSorted());
    const opened = readTable(variant.evidence.get('tickets')).map((row) => row['opened'] ?? '');
    expect(opened, `seed ${seed}`).toEqual(opened.toSorted());
  }
  expect(drawn.size).toBe(5);
});

it('shows the sign-ins of every account with a ticket', () => {
  const lines = (evidence.get('signins') ?? '').trim().split('\n');
  const signed = new Set(lines.map((line) => (JSON.parse(line) as { account: string }).account));
  const accounts = readTable(evidence.get('tickets')).map((row) => row['account'] ?? '');
  expect(accounts.filter((account) => !signed.has(account))).toEqual([]);
});

it('earns all of the two figures when the lines of both are cited', () => {
  const state = playDeeds(
    prepared,
    [
      300,
      'tool_used',
      {
        tool: 'count',
        args: { over: 'all nodes', rule: 'sent is not asked, other family, not shared' },
      },
    ],
    [1085, 'evidence_opened', { evidence: 'count' }],
    [
      1100,
      'decided',
      {
        decision: 'figure',
        option: 'open-correction',
        confidence: 90,
        citations: citeLines(evidence, 'count', 6, 10),
        reason: '',
      },
    ],
  );
  const points = scoreState(prepared, state).parts.flatMap((part) => part.points);
  const point = points.find(({ rule }) => rule === 'decision:figure');
  expect(point?.earned).toBe(point?.weight);
});

it('defines its terms without telling the cause', () => {
  expect(readTerm('Pipelining')).not.toMatch(/\b(?:order|shift|drop|match|told apart)/i);
});

it('asks about the offer to look in words that fit before and after the ids were compared', () => {
  const offer = drill.feed.find(({ id }) => id === 'look-offer');
  const question = drill.decisions.find(({ id }) => id === 'verify');
  for (const text of [offer?.body, question?.prompt]) {
    expect(text).not.toMatch(/whether it is true|guess/);
  }
});

const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const send = (update: string) => ['update_sent', { update, text: 'x', citations: [] }] as const;

const cacheOff = use('switch', { name: 'edge_thumb_cache', to: 'off' });
const rollBack = use('rollback', { service: 'thumb-edge' });
const putAside = use('put-aside');
const empty = use('flush', { which: 'both' });
const countAll = use('count', {
  over: 'all nodes',
  rule: 'sent is not asked, other family, not shared',
});
const compare = use('compare-ids', { whose: 'the fourteen tickets' });
const tellCounsel = use('tell-counsel', { what: 'customers are shown pictures of other families' });
const look = use('open-pictures', { which: 'three from the tickets' });
const askRollback = use('ask-engineer', { what: 'what a rollback mends' });

/** What an item says; nothing where it did not arrive. */
function readItem(state: ReturnType<typeof play>, item: string): string | undefined {
  return state.feed.has(item) ? drill.feed.find(({ id }) => id === item)?.body : undefined;
}

const feedbackOf = (state: ReturnType<typeof play>) =>
  writeDebrief(prepared, state)
    .feedback.map(({ text }) => text)
    .join('\n');

describe('a decision that lapsed after its work was done by tools', () => {
  it.each([
    ['brake', cacheOff, 6],
    ['brake', rollBack, 2],
    ['kind', tellCounsel, 5],
    ['kind', send('first-word'), 3],
    ['verify', compare, 5],
    ['whom', countAll, 6],
  ] as const)('%s after %j', (decision, deed, rating) => {
    const state = play([60, ...deed], [1200, ...pause]);
    expect(readChoice(state, decision)).toEqual({ option: 'none', rating });
  });

  it('still counts as nothing where nothing was done, and as worse where pictures were opened', () => {
    const idle = play([1200, ...pause]);
    for (const decision of ['brake', 'kind', 'whom']) {
      expect(readChoice(idle, decision).rating).toBe(1);
    }
    expect(readChoice(idle, 'verify').rating).toBe(2);
    const looked = play([60, ...look], [120, ...compare], [1200, ...pause]);
    expect(readChoice(looked, 'verify').rating).toBe(1);
  });

  it('knows of the figure whether fourteen went out', () => {
    const held = play(
      [300, ...countAll],
      [610, ...reply('comms-call', 'hold-and-offer')],
      [1500, ...pause],
    );
    expect(readChoice(held, 'figure').rating).toBe(2);
    expect(readChoice(play([300, ...countAll], [1500, ...pause]), 'figure').rating).toBe(1);
  });
});

it('praises nobody who opened pictures for having opened none', () => {
  expect(readChoice(play([60, ...look], [430, ...decide('verify', 'ids')]), 'verify').rating).toBe(
    5,
  );
  expect(readChoice(play([430, ...decide('verify', 'ids')]), 'verify').rating).toBe(7);
});

it('does not say of emptying that the client filled them again where the cache was off', () => {
  const after = (...deeds: readonly DeedLine[]) =>
    readChoice(play(...deeds, [300, ...decide('brake', 'empty')]), 'brake').rating;
  expect(after([10, ...cacheOff])).toBe(2);
  expect(after([10, ...cacheOff], [60, ...putAside])).toBe(3);
});

describe('a thing done twice', () => {
  it.each([
    ['the switch', cacheOff],
    ['the rollback', rollBack],
    ['the count', countAll],
    ['putting aside', putAside],
    ['telling counsel', tellCounsel],
    ['opening pictures', look],
  ] as const)('%s', (_name, deed) => {
    const first = readLastAnswer(prepared, play([60, ...deed]));
    expect(readLastAnswer(prepared, play([60, ...deed], [200, ...deed]))).not.toBe(first);
  });

  it('leaves what counsel was told as it is', () => {
    const vague = use('tell-counsel', { what: 'a display fault after the outage' });
    expect(readLastAnswer(prepared, play([60, ...tellCounsel], [200, ...vague]))).not.toMatch(
      /yes or no/,
    );
  });

  it('keeps the indexes that were put aside before anything was emptied', () => {
    const state = play([10, ...putAside], [100, ...empty], [300, ...putAside], [500, ...pause]);
    expect(readLastAnswer(prepared, state)).toMatch(/logs and indexes/);
    expect(readItem(state, 'aside-logs')).toBeUndefined();
    expect(feedbackOf(state)).not.toMatch(/emptied before their indexes/);
  });
});

it('says the same of indexes that were emptied first', () => {
  const state = play([10, ...empty], [100, ...putAside], [300, ...pause]);
  expect(readItem(state, 'aside-done')).toBeUndefined();
  expect(readItem(state, 'aside-logs')).toMatch(/nothing in them/);
  expect(feedbackOf(state)).toMatch(/emptied before their indexes/);
});

it('takes no index of a disk away with the cluster', () => {
  const state = play(
    [10, ...use('flush', { which: 'cache cluster' })],
    [100, ...putAside],
    [300, ...pause],
  );
  expect(readItem(state, 'aside-done')).toMatch(/disk indexes/);
  expect(readLastAnswer(prepared, state)).not.toMatch(/are empty/);
});

it('does not have the engineer offer a rollback that was ordered', () => {
  const state = play([10, ...rollBack], [120, ...pause]);
  expect(readItem(state, 'mika-first')).toBeUndefined();
  expect(readItem(state, 'mika-first-back')).not.toMatch(/Shall I/);
  expect(
    readItem(play([120, ...pause], [130, ...rollBack], [300, ...pause]), 'mika-first-back'),
  ).toBe(undefined);
});

it('does not say that disks keep wrong ones after they were emptied', () => {
  const state = play([10, ...empty], [100, ...askRollback]);
  expect(readLastAnswer(prepared, state)).not.toMatch(/stays for six hours/);
});

it('reports no wrong ones after the switch, and asks nobody for a cache back that is on', () => {
  const off = play([10, ...rollBack], [100, ...cacheOff], [1700, ...pause]);
  expect(readItem(off, 'still-wrong')).toBeUndefined();
  expect(readItem(off, 'evening')).toMatch(/cache back/);
  const on = play([10, ...rollBack], [1700, ...pause]);
  expect(readItem(on, 'evening')).toBeUndefined();
  expect(readItem(on, 'evening-on')).not.toMatch(/back/);
  expect(on.decisions.has('again')).toBe(true);
});

it('brings the count once, and none within a minute of a late order', () => {
  const late = play([1260, ...countAll], [1500, ...pause], [1510, ...countAll], [1600, ...pause]);
  expect(readItem(late, 'count-result')).toBeUndefined();
  expect(readItem(late, 'count-late')).toMatch(/13,286/);
  expect(readLastAnswer(prepared, late)).not.toMatch(/running/);
});

it('knows whether the VP had a first word, and that counsel had it', () => {
  const silent = play([1400, ...pause]);
  expect(readItem(silent, 'executive')).toBeUndefined();
  expect(readItem(silent, 'executive-unread')).toMatch(/nothing from you/);
  const told = play([400, ...send('first-word')], [1400, ...pause]);
  expect(readItem(told, 'executive-unread')).toBeUndefined();
  expect(readItem(told, 'executive')).toMatch(/read your first word/);
  expect(feedbackOf(told)).not.toMatch(/Counsel heard of it from others/);
  expect(feedbackOf(silent)).toMatch(/Counsel heard of it from others/);
});

it('thanks nobody for not waiting who told counsel after the count', () => {
  const state = play(
    [10, ...cacheOff],
    [300, ...countAll],
    [1200, ...tellCounsel],
    [1400, ...pause],
  );
  expect(readItem(state, 'counsel-answer')).toBeUndefined();
  expect(readItem(state, 'counsel-answer-late')).toMatch(/without the number/);
  expect(feedbackOf(state)).not.toMatch(/Stopped and told/);
});

it('takes the sign-ins as placed by what the milestone takes', () => {
  const seen = use('look-up-account', { account: 'u-593863' });
  const state = play(
    [60, ...seen],
    [
      250,
      ...decide('kind', 'break-in', [
        { file: 'tools', locator: { kind: 'record', id: 'look-up-account/affected' } },
      ]),
    ],
  );
  expect(feedbackOf(state)).not.toMatch(/never placed/);
});

it('names no word of the notice to families while nobody has asked for it', () => {
  const say = (text: string) => ['wrote', { item: 'case', text }] as const;
  const findings = (at_s: number) =>
    reviewSaid(prepared, play([at_s, ...say('The cache is off on all nodes.')])).flatMap(
      ({ findings: found }) => found.map(({ why }) => why),
    );
  expect(findings(120).join()).not.toMatch(/grandmother/);
  expect(findings(1600).join()).toMatch(/grandmother/);
});

it('hears a notice to families that says it in other words', () => {
  const text = [
    'This morning pictures of some families appeared in the albums of others.',
    'This corrects the fourteen: those were only the people who had written to us.',
    'We caused it ourselves, when we changed something on Thursday evening.',
    'We cannot yet say if the number grows.',
  ].join('\n');
  const state = play([1600, 'update_sent', { update: 'notice', text, citations: [] }]);
  const points = scoreState(prepared, state).parts.flatMap((part) => part.points);
  const earned = (rule: string) =>
    points.find((point) => point.rule === `update:notice/${rule}`)?.earned ?? 0;
  for (const fact of ['happened', 'ours', 'unknown']) expect(earned(fact), fact).toBeGreaterThan(0);
  expect(earned('fourteen')).toBe(0);
});

it('shows sessions of at least a fortnight for every account with such a ticket', () => {
  const shown = readTable(evidence.get('tickets')).filter((row) => row['category'] === 'display');
  const accounts = new Set(shown.map((row) => row['account']));
  const newest = (evidence.get('signins') ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { account: string; event: string; at: string })
    .filter(({ account, event }) => accounts.has(account) && event === 'sign-in')
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  expect(newest?.slice(0, 10)).toBe('2026-10-02');
  for (const account of accounts) {
    const state = play([200, ...use('look-up-account', { account: account ?? '' })]);
    expect(readLastAnswer(prepared, state)).toMatch(/Known device/);
  }
});

describe('the outcome', () => {
  const stopped: readonly DeedLine[] = [
    [10, ...cacheOff],
    [300, ...countAll],
    [610, ...reply('comms-call', 'hold-and-offer')],
  ];
  const corrected: DeedLine = [1100, ...decide('figure', 'open-correction')];
  const checked: DeedLine = [1630, ...decide('again', 'sent-checked')];
  const noticed: DeedLine = [1700, ...send('notice')];
  const end: DeedLine = [2500, ...pause];

  it.each([
    ['stopped-true', [...stopped, corrected, checked, noticed]],
    ['stopped-open', [...stopped, checked, noticed]],
    ['stopped-open', [...stopped, corrected, noticed]],
    ['stopped-unsaid', [...stopped, corrected, checked]],
    ['stopped-uncounted', [stopped[0], stopped[2], noticed]],
    ['stopped-late', [[10, ...cacheOff], noticed]],
    ['fourteen-stood', [[10, ...cacheOff]]],
    ['switched-late', [[300, ...countAll], [1200, ...cacheOff], noticed]],
    ['stopped-late', [[10, ...cacheOff], [1500, ...cacheOff], noticed]],
    ['went-on', [[10, ...rollBack]]],
    [
      'emptied-again',
      [
        [10, ...rollBack],
        [700, ...empty],
      ],
    ],
    ['never-stopped', []],
  ] as readonly [string, readonly DeedLine[]][])('%s', (outcome, deeds) => {
    expect(readOutcome(prepared, play(...deeds, end))).toBe(outcome);
  });

  it('says of Caroline Voss only what was said to her', () => {
    const texts = drill.outcomes.map(({ text }) => text).join();
    expect(texts).not.toMatch(/Caroline Voss/);
    expect(feedbackOf(play([800, ...reply('mother-call', 'true-and-time')]))).toMatch(
      /Caroline Voss stayed/,
    );
    expect(feedbackOf(play([800, ...reply('mother-call', 'display')]))).not.toMatch(/Caroline/);
  });
});

describe('words and ratings follow what was done', () => {
  const ask = (id: string, ...lines: readonly DeedLine[]): string => {
    const found = drill.decisions.find((one) => one.id === id);
    if (!found) throw new Error(`D25 asks no ${id}`);
    return wordQuestion(prepared, play(...lines), found);
  };
  const promptOf = (id: string) => drill.decisions.find((one) => one.id === id)?.prompt;
  const say = (at_s: number, answer: string, ...lines: readonly DeedLine[]) =>
    play(...lines, [at_s, ...reply('comms-call', answer)]).feed.get('comms-call')?.answer?.said;
  const off = [10, ...cacheOff] as const;
  const counted = [300, ...countAll] as const;

  it('asks by what was thrown, told, opened, begun, held and published', () => {
    const rolled = [10, ...rollBack] as const;
    const hold = [620, ...reply('comms-call', 'edit-together')] as const;
    for (const [id, said, ...lines] of [
      ['brake', /switch is thrown/, off],
      ['brake', /still goes on/, rolled, [260, ...pause]],
      ['kind', /^Counsel knows/, [10, ...tellCounsel]],
      ['verify', /pictures were opened/, [10, ...look]],
      ['whom', /is running/, counted],
      ['figure', /stands on the status page/, counted, [1210, ...pause]],
      ['figure', /statement that is held/, counted, hold, [1100, ...pause]],
    ] as const) {
      expect(ask(id)).toBe(promptOf(id));
      expect(ask(id, ...lines)).toMatch(said);
    }
    // Whether it helped is not told before it is seen.
    expect(ask('brake', rolled)).toBe(promptOf('brake'));
    expect(ask('figure', counted, [1090, ...pause])).toBe(promptOf('figure'));
  });

  it('holds what can be held, and claims what is so', () => {
    expect(say(620, 'hold-and-offer', off, counted)).toMatchObject({ rating: 7 });
    expect(say(620, 'hold-and-offer', off, counted)?.text).toMatch(/seen, stopped/);
    expect(say(620, 'hold-and-offer', counted)).toMatchObject({ rating: 7 });
    expect(say(620, 'hold-and-offer', counted)?.text).not.toMatch(/stopped/);
    expect(say(620, 'hold-and-offer', off)).toMatchObject({ rating: 6 });
    const late = say(1100, 'hold-and-offer', off, counted);
    expect(late).toMatchObject({ rating: 7 });
    expect(late?.text).not.toContain('08:58');
    const out = say(1230, 'hold-and-offer', off, counted);
    expect(out).toMatchObject({ rating: 4 });
    expect(out?.text).toMatch(/correct it now/);
  });

  it('rates the other answers by whether it stopped, and was out', () => {
    for (const [answer, before, after, out] of [
      ['ok-for-now', 1, 1, 1],
      ['no-words', 3, 3, 1],
      ['edit-together', 4, 5, 3],
    ] as const) {
      expect(say(620, answer)?.rating).toBe(before);
      expect(say(620, answer, off)?.rating).toBe(after);
      expect(say(1230, answer, off)?.rating).toBe(out);
    }
    expect(say(620, 'no-words', off)?.why).not.toMatch(/now\./);
    expect(say(620, 'edit-together', off)?.why).not.toMatch(/waiting/);
    expect(say(1230, 'ok-for-now')?.text).not.toMatch(/at nine/);
    expect(say(1230, 'no-words')?.text).toMatch(/^Nothing more/);
  });

  it('takes no harm from emptying what was put aside, or was empty', () => {
    const choose = [400, ...decide('brake', 'empty')] as const;
    expect(play(choose).harms).toHaveLength(1);
    expect(play([100, ...putAside], choose).harms).toEqual([]);
    expect(play([100, ...empty], choose).harms).toHaveLength(1);
  });

  it('knows of a rollback that stopped nothing any more', () => {
    const choose = [100, ...decide('brake', 'rollback')] as const;
    expect(play(choose).decisions.get('brake')?.choice?.why).not.toMatch(/had stopped/);
    expect(play(off, choose).decisions.get('brake')?.choice?.why).toMatch(/had stopped/);
  });
});

describe('the debrief', () => {
  it.each([
    ['mixed-replies', 'The cache client gives each question the reply to another'],
    ['mixed-replies', 'Our change of last night'],
    ['mixed-replies', 'The cache sends pictures of strangers since the deploy'],
    ['mixed-replies', 'Replies are out of step after a timeout'],
    ['mixed-replies', 'Release 4.18.2 took out the key check'],
    ['display-fault', 'It is only a display fault'],
    ['display-fault', 'A leftover of the outage'],
    ['display-fault', "The provider's power loss caused it"],
    ['taken-over', 'Family accounts are being taken over'],
    ['taken-over', 'We were hacked'],
    ['taken-over', 'Somebody signs in with stolen passwords'],
    [undefined, 'It is not a display fault'],
    [undefined, 'No break-in'],
  ])('takes for %s: %s', (id, text) => {
    const log = aLog([30, 'hypothesis_added', { id: 'h1', text, confidence: 70 }]);
    const { yours, foreseen } = reviewHypotheses(prepared, play(), log);
    expect(yours[0]?.matches?.id).toBe(id);
    expect(foreseen.map(({ hypothesis }) => hypothesis.true)).toEqual([true, false, false]);
  });

  it('says when one could have seen through what only looked like it', () => {
    const lines = [
      [200, 'evidence_opened', { evidence: 'signins' }],
      [240, 'evidence_opened', { evidence: 'deploys' }],
      [250, 'evidence_opened', { evidence: 'edge-node' }],
      [600, ...pause],
    ] as const;
    const reviews = reviewRedHerrings(prepared, aLog(...lines), play(...lines));
    expect(
      reviews.map(({ item, places }) => [item.id, ...places.map(({ seen_s }) => seen_s)]),
    ).toEqual([
      ['signin-alert', null, null, 200],
      ['double-bills', 240, null],
      ['hall-report', 250, 250, 240],
    ]);
  });

  it('has something to leave out for whoever plays without noise', () => {
    const noise = drill.feed.filter((item) => item.noise).map(({ id }) => id);
    expect(noise).toEqual(['double-bills', 'hall-report', 'noon-train']);
  });
});
