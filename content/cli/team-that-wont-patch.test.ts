import { describe, expect, it } from 'vitest';
import { parseCsv } from '../engine/evidence/csv.ts';
import { scoreState } from '../engine/score/score.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
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

it('lets the lead hear the same facts only once', () => {
  expect(hear([300, ...readFacts], [400, ...readFacts])).not.toMatch(/38 minutes/);
});

it('lets nobody propose a way before its hearer has said what he objects to', () => {
  expect(play([30, ...lookAtAdvisory], [170, ...pause]).decisions.has('step')).toBe(false);
  expect(play([30, ...lookAtAdvisory], [185, ...pause]).decisions.has('step')).toBe(true);
});

describe('the lead', () => {
  const memo = [
    'update_sent',
    { update: 'memo', text: 'Strangers could change letters.', citations: [] },
  ] as const;
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

it('sends no reminder that was stopped', () => {
  const stop = use('stop-bot', { ticket: 'VUL-3317' });
  expect(play([100, ...stop], [260, ...pause]).feed.has('bot-again')).toBe(false);
  expect(play([260, ...pause]).feed.has('bot-again')).toBe(true);
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
