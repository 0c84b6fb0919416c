import { describe, expect, it } from 'vitest';
import type { AttemptEvent, Citation } from '../engine/drill/attempt-log.ts';
import { citeRange } from '../engine/drill/citation.ts';
import { instantiate, type Variant } from '../engine/drill/instantiate.ts';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import type { DrillState } from '../engine/drill/state.ts';
import { replay } from '../engine/drill/step.ts';
import { wordQuestion } from '../engine/drill/words-of-the-moment.ts';
import { parseCsv } from '../engine/evidence/csv.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { reviewHypotheses } from '../engine/score/hypotheses.ts';
import { reviewRedHerrings } from '../engine/score/red-herrings.ts';
import { reviewSaid } from '../engine/score/said-check.ts';
import { scoreAttempt, scoreState, shareOfTotal } from '../engine/score/score.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import { aLog } from '../engine/testing/a-log.ts';
import {
  citeLines,
  type DeedLine,
  matchHypothesis,
  playDeeds,
  readBundledDrill,
  readChoice,
  readLastAnswer,
  readOutcome,
  readTerm,
  readGolden,
} from './testing/bundled-drill.ts';
import { decide, pause, reply, use } from './testing/deeds.ts';

const slug = 'd25-someone-elses-children';
const { drill, evidence, prepared } = readBundledDrill(slug);

const seeds = Array.from({ length: 20 }, (_, at) => at + 1);
const seedOf = new Map(seeds.map((seed) => [prepareDrill(drill, evidence, seed), seed]));
const twins = [...seedOf.keys()].filter((one) => one.drill.state['joined']?.initial === true);
const [twin] = twins;
if (!twin) throw new Error('in no seed of these had they joined');

/** The requests of the node as a play has them. */
const nameRequests = ({ drill: played }: Variant) =>
  played.state['joined']?.initial === true ? 'node-requests' : 'requests';

function readTable(text = ''): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

it('has in every variant fourteen accounts with a ticket that the rule of the count finds, and no other', () => {
  for (let seed = 0; seed <= 20; seed += 1) {
    const variant = instantiate(drill, evidence, seed);
    const sent = readTable(variant.evidence.get(nameRequests(variant))).filter(
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
    const variant = instantiate(drill, evidence, seed);
    const log = variant.evidence.get('edge-node') ?? '';
    const times = log
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[1] ?? '');
    expect(times, `seed ${seed}`).toEqual(times.toSorted());
    drawn.add(times.find((_, at) => /pipelining on/.test(log.split('\n')[at] ?? '')) ?? '');
    // Several writers: lines lie a few apart, and an id is given when a request comes in.
    const byId = readTable(variant.evidence.get(nameRequests(variant))).toSorted((a, b) =>
      (a['request_id'] ?? '').localeCompare(b['request_id'] ?? ''),
    );
    const asked = byId.map((row) => row['time'] ?? '');
    expect(asked, `seed ${seed}`).toEqual(asked.toSorted());
    const opened = readTable(variant.evidence.get('tickets')).map((row) => row['opened'] ?? '');
    expect(opened, `seed ${seed}`).toEqual(opened.toSorted());
  }
  expect(drawn.size).toBe(5);
});

it('counts what was sent before anybody could throw a switch, so that the figure holds in every play', () => {
  const until = /^-- job .* (\d\d:\d\d:\d\d)$/m.exec(evidence.get('count') ?? '')?.[1];
  expect(until).toBe(drill.starts_at.slice(11, 19));
});

it('takes "no longer" and "not since" for no claim that nothing was ever seen', () => {
  const ended = [
    'Since 08:41 no picture of another family has been shown or seen.',
    'Wrong pictures are no longer shown to anybody or seen by anybody.',
    'None wrong has been seen on one node since then, of all pictures.',
  ];
  const never = ['No photos were accessed.', 'None of the pictures were viewed by others.'];
  const list = (texts: readonly string[]) =>
    texts.map((text) =>
      drill.updates.flatMap((update) =>
        checkUpdate(update, text, new Set(), new Set()).claims.flatMap(({ id, spans }) =>
          spans.length > 0 ? id : [],
        ),
      ),
    );
  expect(list(ended)).toEqual([[], [], []]);
  expect(list(never)).toEqual(never.map(() => ['none-seen', 'nothing-accessed']));
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
        citations: citeLines(evidence, 'count', 7, 11),
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

it('has shared albums tell nothing of a cache that is off', () => {
  const off = (at_s: number, name: string): DeedLine => [
    at_s,
    ...use('switch', { name, to: 'off' }),
  ];
  const answer = (...lines: readonly DeedLine[]) =>
    readLastAnswer(prepared, playDeeds(prepared, ...lines));
  expect(answer(off(60, 'family_sharing'))).toMatch(/the wrong thumbnails go on/);
  expect(answer(off(60, 'edge_thumb_cache'), off(120, 'family_sharing'))).toMatch(
    /had stopped with the cache/,
  );
});

it('tells of the count after it was done', () => {
  const { at = 0 } = drill.feed.find(({ id }) => id === 'count-result') ?? {};
  const [, done = ''] = /done +(\S+)/.exec(evidence.get('count') ?? '') ?? [];
  expect(Date.parse(done)).toBeLessThanOrEqual(Date.parse(drill.starts_at) + at * 1000);
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

it('hears from the duty manager what became of the page that was asked for', () => {
  const page = decide('brake', 'page');
  for (const variant of [prepared, twin]) {
    const read = (item: string, ...lines: readonly DeedLine[]) =>
      playDeeds(variant, ...lines, [600, ...pause]).feed.has(item);
    expect(read('page-answer', [60, ...page])).toBe(true);
    // Asking takes two minutes, and the answer is none before it was asked.
    expect(playDeeds(variant, [60, ...page]).feed.has('page-answer')).toBe(false);
    expect(read('page-answer-off', [60, ...page])).toBe(false);
    expect(read('page-answer', [30, ...cacheOff], [90, ...page])).toBe(false);
    expect(read('page-answer-off', [30, ...cacheOff], [90, ...page])).toBe(true);
    expect(read('page-answer', [30, ...cacheOff])).toBe(false);
  }
  const again = playDeeds(
    twin,
    [60, ...cacheOff],
    [260, ...decide('goes-on', 'page')],
    [600, ...pause],
  );
  expect(again.feed.has('page-answer-off')).toBe(true);
});

it.each([
  ['whom', 'from-logs', 'Reports are those', 'Both are told'],
  ['brake', 'switch-off', 'Slow is not a harm', 'Stop it where'],
] as const)('takes for %s and %s the line of the runbook: %s', (id, option, ...words) => {
  const text = evidence.get('runbook') ?? '';
  const lines = words.map((one) => text.slice(0, text.indexOf(one)).split('\n').length);
  const cited = [
    ...citeLines(evidence, 'runbook', ...lines),
    ...citeLines(evidence, 'switches', 6),
  ];
  const opened = ['evidence_opened', { evidence: 'requests' }] as const;
  const state = play([20, ...opened], [60, ...decide(id, option, cited)]);
  const points = scoreState(prepared, state).parts.flatMap((part) => part.points);
  expect(points.find(({ rule }) => rule === `decision:${id}`)?.earned).toBe(10);
});

it('shows of the log of the node what each line says, and opens a line by its time', () => {
  const log = drill.evidence.find(({ id }) => id === 'edge-node');
  expect(log).toMatchObject({ key: 'time', columns: ['app', 'message'] });
  for (const variant of [prepared, twin]) {
    const lines = (variant.evidence.get('edge-node') ?? '').trim().split('\n');
    expect(new Set(lines.map((line) => line.split(' ')[1])).size).toBe(lines.length);
  }
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

it.each([
  ['reports', 'Fourteen have written; how many are affected we do not know.'],
  ['count-runs', 'Fourteen have written; how many are affected we do not know.'],
  ['reports', 'We have 14 messages from customers; that says nothing of how many saw it.'],
  ['reports', 'Fourteen customers told us of it.'],
  ['by-right', 'Why the origin lets them through we do not know.'],
  ['by-right', 'Whether they may see these pictures is open.'],
])('hears %s in a first word that says: %s', (fact, text) => {
  for (const variant of [prepared, twin]) {
    if (fact === 'by-right' && variant !== twin) continue;
    const state = playDeeds(
      variant,
      [60, ...cacheOff],
      [800, 'update_sent', { update: 'first-word', text, citations: [] }],
    );
    const points = scoreState(variant, state).parts.flatMap((part) => part.points);
    const earned = (rule: string) =>
      points.find((point) => point.rule === `update:first-word/${rule}`)?.earned ?? 0;
    expect(earned(fact)).toBeGreaterThan(0);
    expect(earned('only-fourteen')).toBe(0);
  }
});

describe('a notice in words of its own', () => {
  const judge = (variant: typeof prepared, text: string, ...lines: readonly DeedLine[]) => {
    const sent: DeedLine = [1600, 'update_sent', { update: 'notice', text, citations: [] }];
    const points = scoreState(variant, playDeeds(variant, ...lines, sent)).parts.flatMap(
      (part) => part.points,
    );
    return new Map(
      points.flatMap(({ rule, earned }) =>
        rule.startsWith('update:notice/') && earned !== 0
          ? [[rule.slice('update:notice/'.length), earned] as const]
          : [],
      ),
    );
  };
  const costs = (found: ReadonlyMap<string, number>) =>
    [...found].flatMap(([rule, earned]) => (earned < 0 ? [rule] : []));
  const here = { main: prepared, twin };

  it.each([
    ['main', 'happened', 'Your pictures may have gone to people who should not see them.'],
    ['main', 'unknown', 'We do not have the records of two places, so the number can still go up.'],
    ['twin', 'among-own', 'You may have found photos of children you do not know among your own.'],
    ['twin', 'names', 'After an outage on our side the album names were not shown.'],
    ['twin', 'names-back', 'By half past ten every picture stands under its album again.'],
    ['twin', 'ours-here', 'That this frightened you is our fault.'],
    ['twin', 'ours-here', 'We are sorry that we told some of you it was a display fault.'],
  ] as const)('in the %s: %s', (play_of, fact, text) => {
    const found = judge(here[play_of], text);
    expect(found.get(fact) ?? 0).toBeGreaterThan(0);
    expect(costs(found)).toEqual([]);
  });

  it('may say that nobody broke in where the accounts were looked at, and not without', () => {
    const text = 'Nobody from outside broke in.';
    const seen: DeedLine = [300, 'evidence_opened', { evidence: 'signins' }];
    for (const variant of [prepared, twin]) {
      expect(costs(judge(variant, text, seen))).toEqual([]);
      expect(costs(judge(variant, text))).toEqual(['no-access-without-proof']);
    }
  });

  it('may say that none of the staff looked where nobody did, and not where somebody did', () => {
    const text = 'None of our staff opened your pictures.';
    for (const variant of [prepared, twin]) {
      expect(costs(judge(variant, text))).toEqual([]);
      expect(costs(judge(variant, text, [300, ...look]))).toEqual(['no-access-without-proof']);
    }
  });
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
    ['may-see-not', 'They have joined the album that it lies in'],
    [undefined, 'It is not a display fault'],
    [undefined, 'No break-in'],
  ])('takes for %s: %s', (id, text) => {
    const log = aLog([30, 'hypothesis_added', { id: 'h1', text, confidence: 70 }]);
    const { yours, foreseen } = reviewHypotheses(prepared, play(), log);
    expect(yours[0]?.matches?.id).toBe(id);
    expect(foreseen.map(({ hypothesis }) => hypothesis.true)).toEqual([true, false, false, false]);
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

describe('in the play in which they had joined the album', () => {
  const playTwin = (...lines: readonly DeedLine[]) => playDeeds(twin, ...lines);
  const askFor = (whose: string) => use('ask-register', { whose });
  const askAll = askFor('everybody in the count');
  const tellRight = use('tell-counsel', { what: 'what the register says of their right to it' });
  const readTwin = (state: DrillState, item: string) =>
    state.feed.has(item) ? twin.drill.feed.find(({ id }) => id === item)?.body : undefined;
  const end: DeedLine = [2500, ...pause];

  it('is met in one play of four', () => {
    const draws = drill.parameters.find(({ id }) => id === 'twin');
    expect(draws && 'values' in draws ? draws.values : []).toEqual([false, false, true, false]);
    expect(prepared.drill.state['joined']?.initial).not.toBe(true);
  });

  it.each([
    ['expert', 0.7],
    ['careless', 0.5],
  ] as const)('gives the deeds of the %s without it at most %d of the total', (name, most) => {
    for (const other of twins) {
      const events = translate(other, readGolden(slug, name).events);
      expect(replay(other, events).refused).toBeNull();
      expect(shareOfTotal(scoreAttempt(other, events))).toBeLessThanOrEqual(most);
    }
  });

  it('can be told from what arrives, from evidence and from a tool', () => {
    const nameless = twin.drill.truth.find(({ id }) => id === 'nameless');
    const looks = nameless?.clues.map((id) => {
      const clue = twin.drill.clues.find((one) => one.id === id);
      return clue && ['feed', 'evidence', 'tool'].find((look) => look in clue);
    });
    expect(new Set(looks)).toEqual(new Set(['feed', 'evidence', 'tool']));
    const accepted = twin.byId.decisions.get('goes-on')?.citations?.accepts ?? [];
    const kinds = twin.drill.clues
      .filter(({ id }) => accepted.includes(id))
      .flatMap((clue) => ['feed', 'evidence', 'tool'].filter((look) => look in clue));
    expect(new Set(kinds)).toEqual(new Set(['feed', 'evidence', 'tool']));
  });

  it('has the origin send pictures of others, on all connections, and none without it', () => {
    const others = (variant: typeof prepared) =>
      readTable(variant.evidence.get(nameRequests(variant))).filter(
        (row) => row['shared'] === 'no',
      );
    expect(others(prepared).filter((row) => row['from'] === 'origin')).toEqual([]);
    for (const other of twins) {
      const rows = others(other);
      expect(rows.filter((row) => row['from'] === 'origin').length).toBeGreaterThan(5);
      const most = Math.max(
        ...rows.map(({ conn }) => rows.filter((row) => row['conn'] && row['conn'] === conn).length),
      );
      expect(most).toBeLessThan(4);
    }
  });

  it('asks for a picture of an album by a place, which never answers with a picture of its own', () => {
    for (const other of twins) {
      const rows = readTable(other.evidence.get('node-requests'));
      const own = new Set(rows.flatMap(({ asked, sent }) => (asked === sent ? asked : [])));
      const placed = rows.filter(({ asked, sent }) => asked !== sent);
      expect(placed.length).toBe(73);
      expect(placed.filter(({ asked }) => own.has(asked))).toEqual([]);
      const sent = new Set(rows.map((row) => row['sent']));
      expect(placed.filter(({ asked }) => sent.has(asked))).toEqual([]);
    }
  });

  it('closes the connection after a late reply and keeps it without it', () => {
    for (const seed of seeds) {
      const variant = instantiate(drill, evidence, seed);
      const late = (variant.evidence.get('edge-node') ?? '')
        .split('\n')
        .filter((line) => line.includes('read timed out'));
      expect(late.length).toBe(10);
      const closed = variant.drill.state['joined']?.initial === true;
      expect(late.filter((line) => line.includes('connection closed')).length).toBe(
        closed ? late.length : 0,
      );
    }
  });

  it('has a change that still compares, in a diff whose heads count its lines', () => {
    for (const file of ['change', 'client-change']) {
      const text = evidence.get(file) ?? '';
      for (const hunk of text.split(/^@@ /m).slice(1)) {
        const [, was, is] = /^-\d+,(\d+) \+\d+,(\d+) @@/.exec(hunk) ?? [];
        const lines = hunk
          .split('\n')
          .slice(1)
          .filter((line) => /^[ +-]/.test(line) && !/^(?:---|\+\+\+) /.test(line));
        const count = (sign: string) => lines.filter((line) => !line.startsWith(sign)).length;
        expect([count('+'), count('-')], file).toEqual([Number(was), Number(is)]);
      }
    }
    expect(evidence.get('change')).toMatch(/^-\tif reply\.Key/m);
    expect(evidence.get('client-change')).toMatch(/^ \tif reply\.Key/m);
  });

  it('keeps each cause out of all that the other shows', () => {
    for (const [variant, foreign] of [
      [
        prepared,
        /group album|without (?:its|an album's) name|names of|was accepted|as many as before/,
      ],
      [
        twin,
        /gives\s+none back|gives no key|connection kept|stays in use|one before|[Ww]rong ones|not one is/,
      ],
    ] as const) {
      const shown = readShown(variant);
      expect(shown.length).toBeGreaterThan(60);
      expect(shown.filter((text) => foreign.test(text))).toEqual([]);
    }
  });

  it('is not settled by an answer that nobody asked for', () => {
    const state = playTwin([60, ...cacheOff], end);
    for (const item of ['register-why', 'register-none', 'register-count-all'])
      expect(readTwin(state, item)).toBeUndefined();
    expect(readTwin(state, 'load-others')).toMatch(/as many as before/);
    expect(readTwin(state, 'notice-asked')).toMatch(/everybody in the count/);
    expect(readTwin(state, 'notice-asked-few')).toBeUndefined();
    const held: DeedLine = [610, ...reply('comms-call', 'hold-and-offer')];
    expect(readOutcome(twin, playTwin([60, ...cacheOff], held, end))).toBe('joined-unasked');
  });

  it('has the same tools, and registers that say the other thing without it', () => {
    const whose = ['the fourteen tickets', 'the one node'] as const;
    for (const one of whose) {
      expect(readLastAnswer(twin, playTwin([60, ...askFor(one)]))).toMatch(/^All/);
      expect(readLastAnswer(prepared, play([60, ...askFor(one)]))).toMatch(/not one is/);
    }
    expect(readLastAnswer(twin, playTwin([60, ...askAll]))).toMatch(/no count yet/);
    expect(readLastAnswer(twin, playTwin([300, ...countAll], [1100, ...askAll]))).toMatch(/^All/);
    expect(readItem(play([60, ...askFor('the one node')], [200, ...pause]), 'register-none')).toBe(
      drill.feed.find(({ id }) => id === 'register-none')?.body,
    );
  });

  it('lets counsel close it with the register for all who were counted, and with no less', () => {
    const answer = (...lines: readonly DeedLine[]) => readLastAnswer(twin, playTwin(...lines));
    expect(answer([60, ...tellRight])).toMatch(/not asked it/);
    const some: DeedLine = [100, ...askFor('the one node')];
    expect(answer(some, [200, ...tellRight])).toMatch(/not all of them/);
    const all: readonly DeedLine[] = [
      [300, ...countAll],
      [1100, ...askAll],
      [1200, ...tellRight],
    ];
    expect(answer(...all)).toMatch(/nobody saw what he may not see/);
    const closed = playTwin(...all, end);
    expect(closed.milestones.has('counsel-knows')).toBe(true);
    expect(closed.severity).toMatchObject({ level: 'low', provisional: false });
    expect(readTwin(closed, 'counsel-answer')).toBeUndefined();
    expect(readTwin(closed, 'notice-asked')).toBeUndefined();
    expect(readTwin(closed, 'notice-asked-few')).toMatch(/those who wrote/);
    const without = play([300, ...countAll], [1100, ...askAll], [1200, ...tellRight], end);
    expect(readLastAnswer(prepared, without)).toMatch(/they had none/);
    expect(readItem(without, 'notice-asked')).toMatch(/everybody in the count/);
    expect(playTwin([60, ...tellCounsel], end).milestones.has('counsel-knows')).toBe(false);
    expect(play([60, ...tellCounsel], end).milestones.has('counsel-knows')).toBe(true);
  });

  it('has counsel say one thing of the form, whatever she was told first', () => {
    const some: DeedLine = [100, ...askFor('the one node')];
    const early = playTwin(some, [150, ...tellRight], [400, ...pause]);
    expect(readTwin(early, 'counsel-answer')).toBeUndefined();
    expect(readTwin(early, 'counsel-answer-part')).toMatch(/everybody in the count.*do not send/s);
    const first = playTwin([60, ...tellCounsel], some, [300, ...tellRight], [500, ...pause]);
    expect(readTwin(first, 'counsel-answer')).toMatch(/prepare the authority today/);
    expect(readTwin(first, 'counsel-answer-part')).toBeUndefined();
    const without = play(some, [150, ...tellRight], [400, ...pause]);
    expect(readItem(without, 'counsel-answer')).toMatch(/prepare the authority today/);
  });

  it('leaves Dublin open with counsel as the register does, and tells of it in the debrief', () => {
    const all = playTwin([300, ...countAll], [1100, ...askAll], [1200, ...tellRight]);
    expect(readLastAnswer(twin, all)).toMatch(/Dublin apart/);
    const { told } = writeDebrief(twin, playTwin(end));
    expect(JSON.stringify(told)).toMatch(/so it was in Dublin/);
    expect(JSON.stringify(told)).not.toMatch(/when the switch was off, it went on/);
  });

  it('asks of the figure what the register has not answered yet', () => {
    const figure = twin.byId.decisions.get('figure');
    if (!figure) throw new Error('no such decision');
    const counted: DeedLine = [300, ...countAll];
    const ask = (...lines: readonly DeedLine[]) =>
      wordQuestion(twin, playTwin(counted, ...lines), figure);
    expect(ask([1100, ...pause])).not.toMatch(/register/);
    const held: DeedLine = [610, ...reply('comms-call', 'hold-and-offer')];
    expect(ask([1100, ...askAll])).toMatch(/has answered for each.*nine o'clock/s);
    expect(ask(held, [1100, ...askAll])).toMatch(/has answered for each.*is held/s);
    expect(ask([1150, ...askAll], [1210, ...pause])).toMatch(/has answered for each.*since nine/s);
    expect(figure.options.find(({ id }) => id === 'by-register')?.text).not.toMatch(/until/);
  });

  it('asks what to do next at one moment and in one wording, whatever a brake changed', () => {
    for (const variant of [prepared, twin]) {
      const after = (...lines: readonly DeedLine[]) => playDeeds(variant, ...lines).decisions;
      expect(after([60, ...cacheOff], [120, ...pause]).has('goes-on')).toBe(false);
      expect(after([60, ...cacheOff], [240, ...pause]).has('goes-on')).toBe(true);
      expect(after([60, ...rollBack], [300, ...pause]).has('goes-on')).toBe(true);
      expect(after([600, ...pause]).has('goes-on')).toBe(false);
      expect(after([670, ...pause]).has('goes-on')).toBe(true);
    }
    expect(readChoice(playTwin(end), 'goes-on')).toEqual({ option: 'none', rating: 1 });
    expect(readChoice(play(end), 'goes-on')).toEqual({ option: 'none', rating: 2 });
    const asked: DeedLine = [60, ...askFor('the one node')];
    for (const variant of [prepared, twin])
      expect(readChoice(playDeeds(variant, asked, end), 'goes-on').rating).toBe(6);
  });

  it('takes another question for the right one where they had joined', () => {
    const rate = (variant: typeof prepared, option: string, ...lines: readonly DeedLine[]) =>
      readChoice(playDeeds(variant, ...lines, [700, ...decide('goes-on', option)]), 'goes-on')
        .rating;
    const off: DeedLine = [500, ...cacheOff];
    const both = (option: string) => [rate(prepared, option, off), rate(twin, option, off)];
    expect(both('which-way')).toEqual([7, 3]);
    expect(both('by-what-right')).toEqual([5, 7]);
    expect(both('page')).toEqual([2, 2]);
    expect(['which-way', 'by-what-right', 'page'].map((one) => rate(prepared, one))).toEqual([
      5, 4, 3,
    ]);
    const told = play(off, [700, ...decide('goes-on', 'by-what-right')], [900, ...pause]);
    expect(readItem(told, 'register-none')).toMatch(/Not one of them/);
    const harms = (variant: typeof prepared) =>
      playDeeds(variant, off, [700, ...decide('goes-on', 'sharing-off')]).harms.length;
    expect([harms(prepared), harms(twin)]).toEqual([0, 1]);
  });

  it('rates the first small brake as without it, and what takes more away lower', () => {
    const rate = (variant: typeof prepared, option: string) =>
      readChoice(playDeeds(variant, [60, ...decide('brake', option)]), 'brake').rating;
    expect([rate(prepared, 'switch-off'), rate(twin, 'switch-off')]).toEqual([7, 7]);
    expect([rate(prepared, 'page'), rate(twin, 'page')]).toEqual([4, 3]);
    const sharing = use('switch', { name: 'family_sharing', to: 'off' });
    expect(playTwin([60, ...sharing]).harms).toHaveLength(1);
    expect(play([60, ...sharing]).harms).toEqual([]);
    const off: DeedLine = [60, ...cacheOff];
    const heavy: DeedLine = [260, ...decide('goes-on', 'sharing-off')];
    expect(playTwin(off, heavy).harms).toHaveLength(1);
    expect(playTwin(off, [130, ...sharing], heavy).harms).toHaveLength(1);
  });

  it('lets a claim of a leak cost, and waving it away as well', () => {
    const counted: DeedLine = [300, ...countAll];
    const rate = (variant: typeof prepared, decision: string, option: string, at_s: number) =>
      readChoice(playDeeds(variant, counted, [at_s, ...decide(decision, option)]), decision).rating;
    expect(rate(prepared, 'figure', 'open-correction', 1100)).toBe(7);
    expect(rate(twin, 'figure', 'open-correction', 1100)).toBe(1);
    expect(rate(prepared, 'figure', 'by-register', 1100)).toBe(4);
    expect(rate(twin, 'figure', 'by-register', 1100)).toBe(7);
    expect(rate(twin, 'kind', 'tail', 400)).toBe(2);
    expect(rate(twin, 'kind', 'privacy-now', 400)).toBe(7);
    expect(rate(twin, 'again', 'as-it-was', 1650)).toBe(5);
    const asked = playTwin(counted, [1100, ...askAll], [1650, ...decide('again', 'as-it-was')]);
    expect(readChoice(asked, 'again').rating).toBe(7);
    expect(rate(prepared, 'again', 'as-it-was', 1650)).toBe(2);
    const held = playTwin(counted, [1100, ...askAll], [1650, ...decide('again', 'sent-checked')]);
    expect(readChoice(held, 'again').rating).toBe(3);
  });

  it('counts by the register what was counted by the column, where that was asked for', () => {
    const decided: DeedLine = [1100, ...decide('figure', 'by-register')];
    const told = playTwin([300, ...countAll], decided, end);
    expect(readTwin(told, 'register-count-all')).toMatch(/every one is in the album/);
    const without = play([300, ...countAll], decided, end);
    expect(readItem(without, 'register-count-none')).toMatch(/not one is/);
    const before = playTwin(
      [300, ...countAll],
      [1090, ...askAll],
      [1150, ...decided.slice(1)] as unknown as DeedLine,
      end,
    );
    expect(readTwin(before, 'register-count-all')).toBeUndefined();
  });

  it('says to caller and communications what the register says, once it was asked', () => {
    const said = (item: string, answer: string, at_s: number, ...lines: readonly DeedLine[]) =>
      playTwin(...lines, [at_s, ...reply(item, answer)]).feed.get(item)?.answer?.said;
    const asked: DeedLine = [300, ...askFor('the fourteen tickets')];
    const at = twin.drill.feed.find(({ id }) => id === 'mother-call')?.at ?? 0;
    expect(said('mother-call', 'true-and-time', at + 10)?.text).toMatch(/don't know yet/);
    expect(said('mother-call', 'true-and-time', at + 10, asked)?.text).toMatch(/you joined/);
    expect(said('comms-call', 'hold-and-offer', 620, asked)?.text).toMatch(/they may see it/);
    const off: DeedLine = [60, ...cacheOff];
    expect(said('comms-call', 'hold-and-offer', 620, off)?.text).toMatch(/seen, not over/);
  });

  it('takes a notice about a leak for what it is', () => {
    const earn = (variant: typeof prepared, text: string) => {
      const state = playDeeds(variant, [
        1600,
        'update_sent',
        { update: 'notice', text, citations: [] },
      ]);
      return scoreState(variant, state)
        .parts.flatMap(({ points }) => points)
        .filter(({ rule }) => rule.startsWith('update:notice/'))
        .map(({ rule, earned }) => [rule.slice('update:notice/'.length), earned] as const);
    };
    const leak = 'Your pictures were shown to other families, 13,286 people saw such pictures.';
    const costs = (variant: typeof prepared, text: string) =>
      earn(variant, text).flatMap(([rule, earned]) => (earned < 0 ? [rule] : []));
    expect(costs(prepared, leak)).toEqual([]);
    expect(costs(twin, leak)).toEqual(expect.arrayContaining(['leak', 'many']));
    const answer = [
      'You saw pictures of other families among your own this morning.',
      'They are from a club album that you joined by invitation.',
      'Your own are seen in your albums by members only.',
      'The names of albums were missing after our outage, and that was our fault.',
      'The names are back at 10:30.',
    ].join('\n');
    const earned = new Map(earn(twin, answer));
    for (const fact of ['among-own', 'joined', 'own-safe', 'names', 'names-back'])
      expect(earned.get(fact), fact).toBeGreaterThan(0);
    expect(costs(twin, answer)).toEqual([]);
  });

  it.each([
    'We checked: nobody saw a picture from an album that they had not joined.',
    'Nobody outside these albums saw your pictures.',
    'We checked with the register, and nothing was leaked.',
  ])('lets a notice say what the register has proven, and not before: %s', (text) => {
    const fined = (...lines: readonly DeedLine[]) => {
      const sent: DeedLine = [1600, 'update_sent', { update: 'notice', text, citations: [] }];
      const state = playTwin([300, ...countAll], ...lines, sent);
      const points = scoreState(twin, state).parts.flatMap((part) => part.points);
      return points.some(({ rule }) => rule === 'update:notice/no-access-without-proof');
    };
    expect(fined([1100, ...askAll])).toBe(false);
    expect(fined()).toBe(true);
  });

  it.each([
    ['joined-true', 'by-register', 'as-it-was', true],
    ['leak-that-was-none', 'open-correction', 'as-it-was', true],
    ['joined-half', 'by-register', 'sent-checked', true],
    ['joined-half', 'by-register', 'as-it-was', false],
  ] as const)('ends with %s after %s and %s', (outcome, figure, again, told) => {
    const state = playTwin(
      [10, ...cacheOff],
      [300, ...countAll],
      [610, ...reply('comms-call', 'hold-and-offer')],
      [1090, ...askAll],
      [1140, ...decide('figure', figure)],
      ...(told ? [[1180, ...tellRight] as const] : []),
      [1650, ...decide('again', again)],
      [1700, ...send('notice')],
      end,
    );
    expect(readOutcome(twin, state)).toBe(outcome);
  });

  it('tells in its debrief what was so, and in the other what was so there', () => {
    const read = (variant: typeof prepared, ...lines: readonly DeedLine[]) => {
      const debrief = writeDebrief(variant, playDeeds(variant, ...lines, end));
      return JSON.stringify([debrief.told, debrief.feedback, debrief.outcome]);
    };
    expect(read(twin)).toMatch(/names of group albums/);
    expect(read(twin)).toMatch(/Nobody asked by what right/);
    expect(read(twin)).not.toMatch(/answer to the one before|Rolling back and emptying mend/);
    expect(read(prepared)).toMatch(/answer to the one before/);
    expect(read(prepared)).not.toMatch(/Nobody asked by what right|names of group albums/);
    expect(read(twin, [60, ...look])).toMatch(/The only three/);
    const open: DeedLine = [300, ...countAll];
    const leaked = read(twin, open, [1100, ...decide('figure', 'open-correction')]);
    expect(leaked).toMatch(/A leak was made public that there was not/);
    expect(leaked).not.toMatch(/factor of a thousand/);
  });

  it.each([
    ['may-see', 'They have joined the album that it lies in'],
    ['may-see', 'The viewers are members of a group album, so they may see it'],
    ['left-over', 'The names of albums are missing since the outage'],
    ['mixed-not', 'The cache client gives each question the reply to another'],
    ['taken-over', 'We were hacked'],
  ])('takes for %s: %s', (id, text) => {
    expect(matchHypothesis(twin, playTwin(), text)).toBe(id);
  });
});

/** All that evidence, messages and tools can show in a play, early and late, after one brake or another. */
function readShown(variant: typeof prepared): readonly string[] {
  const shown = new Set<string>();
  const end: DeedLine = [2500, ...pause];
  const figure: DeedLine = [1300, ...decide('figure', 'by-register')];
  const collect = (...lines: readonly DeedLine[]) => {
    const state = playDeeds(variant, ...lines);
    for (const { id, body, subject } of variant.drill.feed)
      if (state.feed.has(id)) shown.add(`${subject}: ${body}`);
    for (const { id } of variant.drill.evidence)
      if (state.evidence.has(id)) shown.add(variant.evidence.get(id) ?? '');
    if (state.uses.length > 0) shown.add(readLastAnswer(variant, state));
  };
  for (const brake of [cacheOff, rollBack, empty, pause]) {
    collect([60, ...brake], [200, ...countAll], figure, end);
    collect([60, ...brake], end);
    for (const tool of variant.drill.tools) {
      for (const args of listArgs(tool.args.map(({ id, values }) => [id, values ?? ['x']]))) {
        for (const at_s of [700, 1200])
          collect([60, ...brake], [200, ...countAll], [at_s, ...use(tool.id, args)]);
      }
    }
  }
  return [...shown];
}

function listArgs(
  args: readonly (readonly [string, readonly string[]])[],
): readonly Readonly<Record<string, string>>[] {
  const [first, ...rest] = args;
  if (!first) return [{}];
  return listArgs(rest).flatMap((one) => first[1].map((value) => ({ ...one, [first[0]]: value })));
}

/** Deeds of a golden log of seed 0 in the words, files and places of a twin. */
function translate(
  variant: typeof prepared,
  events: readonly AttemptEvent[],
): readonly AttemptEvent[] {
  const files: Readonly<Record<string, string>> = {
    requests: 'node-requests',
    change: 'client-change',
  };
  const seed = seedOf.get(variant) ?? 0;
  const none = { feed: [], evidence: [], clues: [], tools: [], decisions: [], updates: [] };
  const bare = { ...drill, ...none, hints: [], milestones: [] };
  const word = (text: string): string => {
    for (const one of drill.parameters) {
      if (!('literal' in one) || !text.includes(one.literal)) continue;
      return instantiate(bare, new Map([['x', text]]), seed).evidence.get('x') ?? text;
    }
    return text;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return word(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    if ('locator' in value) return move(value as Citation);
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === 'evidence' && typeof one === 'string' ? (files[one] ?? one) : walk(one),
      ]),
    );
  };
  const move = ({ file, locator }: Citation): unknown => {
    const to = files[file] ?? file;
    if (locator.kind !== 'range') return { file: to, locator: walk(locator) };
    const bytes = new TextEncoder().encode(evidence.get(file) ?? '');
    const cut = word(new TextDecoder().decode(bytes.slice(locator.start, locator.end)));
    const text = variant.evidence.get(to) ?? '';
    const at = Math.max(0, text.indexOf(cut));
    return citeRange(to, text, at, at + cut.length);
  };
  return events.map((event) => ({ ...event, data: walk(event.data) }) as AttemptEvent);
}
