import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import type { DrillState } from '../engine/drill/state.ts';
import { wordQuestion } from '../engine/drill/words-of-the-moment.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { reviewHypotheses } from '../engine/score/hypotheses.ts';
import { reviewRedHerrings } from '../engine/score/red-herrings.ts';
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
} from './testing/bundled-drill.ts';
import { decide, look, pause, reply, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d19-follow-the-sun');
const both = '192.0.2.18 and 192.0.2.19';

const askEdge = (what: string, sources = 'none') =>
  ['tool_used', { tool: 'ask-edge', args: { what, sources } }] as const;

const sendNote = [
  800,
  'update_sent',
  { update: 'handover-note', text: 'P2.', citations: [] },
] as const;

describe('the note', () => {
  const [note] = drill.updates;
  const findClaims = (text: string): readonly string[] => {
    if (!note) throw new Error('D19 asks for no note');
    const { claims } = checkUpdate(note, text, new Set(), new Set());
    return claims.map(({ id }) => id);
  };

  it.each([
    "Roomlight's desk is closed for today.",
    'The task list has EDGE-7731 as permanent, but it ends at 00:05:12.',
    'Drop the 12,000.',
    'Piet Wouters suspects that Roomlight was breached.',
    "Piet's claim that Roomlight was breached rests on nothing.",
    'Roomlight deny that it was stolen from them.',
    'The slide "partner hacked, no card data, over since six" must not go out.',
    'The certificate ticket LR-4420 is closed by the day shift.',
    'Nobody should call it closed.',
    'The figure of 12,000 on the slide is an old one.',
    'Henrik was not at fault.',
  ])('takes no word out of its sentence: %s', (text) => {
    expect(findClaims(text)).toEqual([]);
  });

  it.each([
    ['cause-claimed', 'Cause: stolen at Roomlight.'],
    ['cause-claimed', 'Roomlight was breached.'],
    ['over', 'EDGE-7731 is permanent.'],
    ['over', 'The incident is under control.'],
    ['old-figure', 'About 12,000 reservations were read.'],
    ['blame', 'Piet Wouters ticked it off by mistake.'],
  ])('still takes a claim for one: %s, %s', (claim, text) => {
    expect(findClaims(text)).toEqual([claim]);
  });

  it.each([
    ['limited', "The restriction on Roomlight's token runs out at 00:05:12."],
    ['limited', 'Token stays on, decided at 18:02 by Desmond and Lucia.'],
    ['token-new', 'New one at 06:00 with Marisol.'],
    ['fields', 'Unknown: what an answer contains, the interface team looks from 06:00.'],
  ])('knows other words for %s: %s', (fact, text) => {
    if (!note) throw new Error('D19 asks for no note');
    const { facts } = checkUpdate(note, text, new Set([fact]), new Set());
    expect(facts.find(({ id }) => id === fact)?.met).toBe(true);
  });

  it('asks for no renewal where the token was switched off', () => {
    const send = (...before: readonly DeedLine[]) => {
      const text = 'The token is off since 21:46.';
      const state = playDeeds(prepared, ...before, [
        800,
        'update_sent',
        { update: 'handover-note', text, citations: [] },
      ]);
      return scoreState(prepared, state)
        .parts.flatMap((part) => part.points)
        .filter(({ rule }) => /note\/(limited|lapse|who-renews)$/.test(rule))
        .map(({ rule }) => rule.replace('update:handover-note/', ''));
    };
    expect(send([60, ...use('token-off', { token: 'rml-sync-07' })])).toEqual([]);
    expect(send()).toEqual(['lapse', 'who-renews', 'limited']);
  });

  it.each([
    'No word on card data before that.',
    'Please no statement about card data to anybody until then.',
    'No comment on payment fields tonight.',
    'We give no information on card data before 06:00.',
    'Nobody says a word about card data, and nothing like "no card data" is said.',
  ])('does not take what counsel asked for as a claim: %s', (text) => {
    expect(findClaims(text)).toEqual([]);
  });

  it.each([
    'No card data.',
    'There was no payment information in it.',
    'No card data was read, for your information.',
    'In a word, no card data is in it.',
    'My statement is that it was without card data.',
  ])('takes a claim for one: %s', (text) => {
    expect(findClaims(text)).toEqual(['no-cards']);
  });
});

it('earns all of "Which figure?" when the line of the count and that of the other gateway are cited', () => {
  const citations = citeLines(evidence, 'count', 17, 20);
  const state = playDeeds(
    prepared,
    [10, 'evidence_opened', { evidence: 'count' }],
    [250, ...decide('figure', 'a-and-open-b', citations)],
  );
  const points = scoreState(prepared, state).parts.flatMap((part) => part.points);
  const point = points.find(({ rule }) => rule === 'decision:figure');
  expect(point?.earned).toBe(point?.weight);
});

describe('what became of the limit', () => {
  const agreed = [
    [10, 'evidence_opened', { evidence: 'rule' }],
    [20, ...decide('limit', 'first-line')],
    [100, ...askEdge('renew it when Auckland asks', both)],
    sendNote,
    [1090, ...decide('pass-on', 'say-back')],
    [1345, 'shift_taken'],
  ] as const;
  const end = [1425, 'jumped', { to_s: 1660 }] as const;
  const tell = (...more: readonly DeedLine[]): string =>
    readOutcome(prepared, playDeeds(prepared, ...agreed, ...more, end));

  it('tells of a call at ten only where the morning shift rang', () => {
    expect(tell([1360, ...decide('first-act', 'renew-now')])).toBe('held');
    expect(tell([1380, ...askEdge('renew it now', both)])).toBe('held');
  });

  it('tells who rang where the first act was left to time, or was another', () => {
    expect(tell()).toBe('rung');
    expect(tell([1360, ...decide('first-act', 'wait-counts')])).toBe('rung');
  });

  it('does not let a limit end that was renewed, whatever else was left', () => {
    const alone = playDeeds(
      prepared,
      sendNote,
      [1345, 'shift_taken'],
      [1360, ...decide('first-act', 'renew-now')],
      end,
    );
    expect(readOutcome(prepared, alone)).toBe('renewed');
  });

  it('gives no hour for a call that the shift itself could not have made', () => {
    const held = drill.outcomes.find(({ id }) => id === 'held');
    expect(held?.text).not.toMatch(/22:0\d/);
  });
});

it.each([1225, 1342, 1363])('lets the edge on-call say when he can, at %i s', (at_s) => {
  const state = playDeeds(
    prepared,
    ...(at_s > 1340 ? [sendNote, [1340, 'shift_taken'] as const] : []),
    [at_s, ...askEdge('renew it now', both)],
  );
  const answer = readLastAnswer(prepared, state);
  // The gate is at 22:07:45, which no seed moves.
  expect(answer).toContain('22:08');
  expect(answer).not.toMatch(/two minutes|I can\b/);
});

it('names nothing in its tools that comes later', () => {
  const offered = drill.tools
    .filter(({ available }) => available === undefined)
    .flatMap(({ args }) => args.flatMap(({ values }) => values ?? []));
  const later = offered.filter((value) => /192\.0\.2\.201|\blate\b|\bdirector calls\b/.test(value));
  expect(later).toEqual([]);
});

it('adds no address to the limit before somebody has asked for one', () => {
  const early = playDeeds(prepared, [60, ...askEdge('let another address through', both)]);
  expect(early.variables.get('limit_widened')).toBe(false);
  const asked = playDeeds(prepared, [700, ...askEdge('let another address through', both)]);
  expect(asked.variables.get('limit_widened')).toBe(true);
});

const agree = askEdge('renew it when Auckland asks', both);
const tellDuty = use('tell-duty', { what: 'I keep it over the hour, until the read-back' });
const takeShift = [1345, 'shift_taken'] as const;
const end = [1425, 'jumped', { to_s: 1660 }] as const;

const hasArrived = ({ feed }: DrillState, item: string): boolean => feed.has(item);
const readFeedback = (state: DrillState): string =>
  writeDebrief(prepared, state)
    .feedback.map(({ text }) => text)
    .join(' ');

describe('a decision that lapsed after its work was done', () => {
  it('knows of the renewal that was agreed', () => {
    const state = playDeeds(prepared, [60, ...agree], [800, ...pause]);
    expect(readChoice(state, 'limit')).toEqual({ option: 'none', rating: 5 });
    const unasked = playDeeds(prepared, [1100, ...pause]);
    expect(readChoice(unasked, 'limit')).toEqual({ option: 'none', rating: 1 });
  });

  it.each([
    ['works', 4],
    ['under-done', 5],
    ['own-alarm', 3],
  ] as const)('weighs %s by what was agreed', (option, rating) => {
    const agreed = playDeeds(prepared, [60, ...agree], [120, ...decide('limit', option)]);
    expect(readChoice(agreed, 'limit').rating).toBe(rating);
    const unasked = playDeeds(prepared, [60, ...look('rule')], [120, ...decide('limit', option)]);
    expect(readChoice(unasked, 'limit').rating).toBeLessThan(rating);
  });

  it('tells nothing of midnight while it is ten', () => {
    expect(drill.decisions.find(({ id }) => id === 'limit')?.none.reason).not.toContain('went');
    expect(drill.decisions.find(({ id }) => id === 'first-act')?.none.reason).not.toContain('hour');
  });

  it.each([
    ['the duty manager who was told', 6, tellDuty],
    ['what was promised on the phone', 4, reply('late-call', 'i-keep')],
    ['nothing, where nothing was done', 1, pause],
  ] as const)('knows of %s', (_, rating, deed) => {
    const state = playDeeds(prepared, [560, ...deed], [910, ...pause]);
    expect(readChoice(state, 'cover').rating).toBe(rating);
  });

  it('knows of a renewal by telephone', () => {
    const state = playDeeds(
      prepared,
      sendNote,
      takeShift,
      [1366, ...askEdge('renew it now', both)],
      end,
    );
    expect(readChoice(state, 'first-act').rating).toBe(7);
    expect(hasArrived(state, 'edge-confirms')).toBe(false);
  });
});

it('takes the yes of edge on-call for part of the option that gets it', () => {
  const state = playDeeds(
    prepared,
    [10, ...look('rule')],
    [60, ...decide('limit', 'first-line')],
    [200, ...agree],
  );
  expect(hasArrived(state, 'edge-confirms')).toBe(true);
  expect(readLastAnswer(prepared, state)).toContain('already');
  expect(readFeedback(state)).not.toContain('Edge on-call was not asked');
  expect(readFeedback(state)).not.toContain('stayed unseen');
});

it('asks the morning shift for its first act only where there is one', () => {
  const without = playDeeds(prepared, [1400, ...pause]);
  expect(without.decisions.has('first-act')).toBe(false);
  const tell = playDeeds(prepared, [1380, ...askEdge('renew it now', both)], end);
  expect(readOutcome(prepared, tell)).toBe('renewed-without');
});

describe('the duty manager', () => {
  it('is not thanked for a call that came after the hour', () => {
    const state = playDeeds(prepared, [950, ...tellDuty], [1000, ...pause]);
    expect(readLastAnswer(prepared, state)).toContain('past');
    expect(hasArrived(state, 'duty-answer')).toBe(false);
    expect(hasArrived(state, 'duty-answer-late')).toBe(true);
    expect(readFeedback(state)).toContain('did not hear of the delay before the hour');
  });

  it('is thanked for one before it, and hears it once', () => {
    const state = playDeeds(prepared, [560, ...tellDuty], [620, ...tellDuty]);
    expect(hasArrived(state, 'duty-answer')).toBe(true);
    expect(readLastAnswer(prepared, state)).toContain('I know');
  });

  it('looks at no clock once the colleague is at his desk', () => {
    const state = playDeeds(prepared, sendNote, [1085, ...tellDuty], [1140, ...pause]);
    expect(readLastAnswer(prepared, state)).toContain('at his desk');
    expect(hasArrived(state, 'duty-answer-late')).toBe(false);
  });

  it('is owed the call that was promised to somebody else', () => {
    const state = playDeeds(prepared, [560, ...reply('late-call', 'i-keep')], [910, ...pause]);
    expect(readFeedback(state)).toContain('a promise to one is a call to the other');
  });
});

describe('what is said back', () => {
  const sayBack = (...deeds: readonly DeedLine[]): DrillState =>
    playDeeds(
      prepared,
      ...deeds,
      sendNote,
      [1090, ...decide('pass-on', 'say-back')],
      [1200, ...pause],
    );

  it('holds an end only where somebody had seen it', () => {
    expect(hasArrived(sayBack(), 'said-back')).toBe(false);
    expect(hasArrived(sayBack(), 'said-back-blind')).toBe(true);
    expect(hasArrived(sayBack([10, ...look('rule')]), 'said-back')).toBe(true);
  });

  it('holds no token that is on where it was switched off', () => {
    const state = sayBack([60, ...use('token-off', { token: 'rml-sync-07' })]);
    expect(hasArrived(state, 'said-back')).toBe(false);
    expect(hasArrived(state, 'said-back-off')).toBe(true);
  });

  it('is said once, whatever is looked up or switched off after it', () => {
    const heard = [...sayBack().feed.keys()];
    const later = playDeeds(
      prepared,
      sendNote,
      [1090, ...decide('pass-on', 'say-back')],
      takeShift,
      [1350, ...look('rule')],
      [1360, ...decide('first-act', 'token-off')],
      [1420, ...pause],
    );
    const said = [...later.feed.keys()].filter((id) => id.startsWith('said-back'));
    expect(said).toEqual(heard.filter((id) => id.startsWith('said-back')));
  });

  it('is worth less without a note', () => {
    const state = playDeeds(prepared, [1090, ...decide('pass-on', 'say-back')]);
    expect(readChoice(state, 'pass-on').rating).toBe(5);
  });
});

it('lets somebody who came to no note read it when it comes, and not come a second time', () => {
  const late = [
    1210,
    'update_sent',
    { update: 'handover-note', text: 'P2.', citations: [] },
  ] as const;
  const feed = (...lines: readonly DeedLine[]) =>
    [...playDeeds(prepared, ...lines, [1330, ...pause]).feed.keys()].filter((id) =>
      /^arrived|^note-after/.test(id),
    );
  expect(feed(late)).toEqual(['arrived-without', 'note-after-all']);
  expect(feed([555, ...reply('late-call', 'night-mine')], late)).toEqual([
    'arrived-without',
    'note-after-all',
  ]);
  expect(feed(sendNote)).toEqual(['arrived']);
});

it('lets somebody who was told to stay at home say why he came', () => {
  const state = playDeeds(prepared, [560, ...reply('late-call', 'night-mine')], sendNote, [
    1090,
    ...pause,
  ]);
  expect(hasArrived(state, 'arrived')).toBe(false);
  expect(hasArrived(state, 'arrived-anyway')).toBe(true);
});

describe('how the night went', () => {
  const night = (...deeds: readonly DeedLine[]): string =>
    readOutcome(
      prepared,
      playDeeds(
        prepared,
        ...deeds.filter(([at_s]) => at_s < 800),
        sendNote,
        ...deeds.filter(([at_s]) => at_s > 800),
        takeShift,
        end,
      ),
    );

  it('lets edge on-call ring wherever he had agreed to', () => {
    expect(night([60, ...agree], [1090, ...decide('pass-on', 'say-back')])).toBe('rung');
    expect(night([60, ...agree])).toBe('by-luck');
    const byLuck = drill.outcomes.find(({ id }) => id === 'by-luck');
    expect(byLuck?.text).toContain('At 23:30 Kofi rang');
  });

  it('lets a shift that has said it back remember it', () => {
    const back = [1090, ...decide('pass-on', 'say-back')] as const;
    expect(night([10, ...look('rule')], back)).toBe('from-memory');
    expect(night(back)).toBe('lapsed');
  });

  it('leaves no time between the end of the limit and the new token', () => {
    const held = drill.outcomes.find(({ id }) => id === 'held');
    expect(held?.text).toContain('until 06:05:12');
    expect(held?.text).toContain('06:02');
  });
});

describe('what was changed', () => {
  it.each([
    ['token-off', { token: 'rml-sync-07' }],
    ['set-severity', { level: 'P2' }],
    ['ask-person', { who: 'Henrik Aalto', what: 'gateway B' }],
    ['ask-edge', { what: 'let another address through', sources: both }],
  ] as const)('is not changed twice: %s', (tool, args) => {
    const once = playDeeds(prepared, [700, ...use(tool, args)]);
    const twice = playDeeds(prepared, [700, ...use(tool, args)], [760, ...use(tool, args)]);
    expect(readLastAnswer(prepared, twice)).not.toBe(readLastAnswer(prepared, once));
  });

  it('is what is found afterwards', () => {
    const renew = askEdge('renew it now', both);
    const afterRenewal = (...deed: ReturnType<typeof use>): string =>
      readLastAnswer(prepared, playDeeds(prepared, [1370, ...renew], [1420, ...deed]));
    expect(afterRenewal(...use('look-up-rule', { rule: 'EDGE-7731' }))).toContain('06:05:12');
    expect(afterRenewal(...use('list-jobs', { system: 'edge' }))).not.toContain('00:05:12');
    expect(afterRenewal(...askEdge('how long the limit stays'))).toContain('06:05:12');
    const topic = playDeeds(
      prepared,
      [60, ...use('set-severity', { level: 'P2' })],
      [100, ...use('search-channel', { topic: 'severity' })],
    );
    expect(readLastAnswer(prepared, topic)).not.toContain('still say P3');
  });
});

it('knows the other rule that its list of jobs names', () => {
  const state = playDeeds(prepared, [60, ...use('look-up-rule', { rule: 'EDGE-7702' })]);
  expect(readLastAnswer(prepared, state)).toContain('00:30:00');
});

it('closes no alert that has not come', () => {
  const trim = use('ask-person', { who: 'Henrik Aalto', what: 'the trim at 02:00' });
  expect(readLastAnswer(prepared, playDeeds(prepared, [60, ...trim]))).not.toContain('alert');
});

it.each([
  ['limit', 'first-line', 'rule', [9, 16]],
  ['cause', 'unknown-and-theories', 'roomlight', [39, 41]],
  ['cover', 'keep-and-tell', 'policy', [24]],
] as const)('takes other lines that say it for evidence: %s', (decision, option, file, lines) => {
  const state = playDeeds(
    prepared,
    [10, ...look(file)],
    [
      decision === 'cover' ? 560 : 310,
      ...decide(decision, option, citeLines(evidence, file, ...lines)),
    ],
  );
  const points = scoreState(prepared, state).parts.flatMap((part) => part.points);
  const point = points.find(({ rule }) => rule === `decision:${decision}`);
  expect(point?.earned).toBe(point?.weight);
});

const tokenOff = use('token-off', { token: 'rml-sync-07' });

describe('words and ratings follow what was done', () => {
  const ask = (id: string, ...lines: readonly DeedLine[]): string => {
    const found = drill.decisions.find((one) => one.id === id);
    if (!found) throw new Error(`D19 asks no ${id}`);
    return wordQuestion(prepared, playDeeds(prepared, ...lines), found);
  };
  const say = (item: string, answer: string, ...lines: readonly DeedLine[]) =>
    playDeeds(prepared, ...lines, [600, ...reply(item, answer)]).feed.get(item)?.answer?.said;
  const act = (option: string, ...lines: readonly DeedLine[]) =>
    readChoice(
      playDeeds(prepared, ...lines, sendNote, takeShift, [1360, ...decide('first-act', option)]),
      'first-act',
    ).rating;
  const off = [60, ...tokenOff] as const;
  const goes = [560, ...decide('cover', 'as-rota')] as const;

  it('asks about a token that is off, a renewal that is agreed and a note that is out', () => {
    expect(ask('limit')).toMatch(/while the token works\. What/);
    expect(ask('limit', off)).toMatch(/token is off/);
    expect(ask('limit', [60, ...agree])).toMatch(/has agreed/);
    expect(ask('limit', sendNote)).toMatch(/note is out/);
    // What nobody has looked up is not told by the question.
    expect(ask('limit', off)).not.toContain('00:0');
  });

  it('asks how it gets over the hour by who knows of it', () => {
    expect(ask('cover')).not.toContain('Desmond');
    expect(ask('cover', [560, ...tellDuty])).toContain('Desmond Achebe knows');
  });

  it('does not ask somebody who has gone, or has sent no note, as if it were not so', () => {
    expect(ask('pass-on', sendNote)).toBe('It is 22:03. How do you hand the incident over to him?');
    expect(ask('pass-on', goes, sendNote)).toMatch(/had gone at ten/);
    expect(ask('pass-on', [1090, ...pause])).toMatch(/has no note/);
    const night = reply('late-call', 'night-mine');
    expect(ask('pass-on', [560, ...night], sendNote)).toMatch(/there after all/);
    const shift = decide('cover', 'second-shift');
    expect(ask('pass-on', [560, ...shift], sendNote)).toMatch(/there after all/);
  });

  it('asks the morning shift by what it finds', () => {
    expect(ask('first-act', sendNote, takeShift)).toMatch(/the note\. What do you do first/);
    expect(ask('first-act', off, sendNote, takeShift)).toMatch(/41 hotels wait/);
    const renew = [1366, ...askEdge('renew it now', both)] as const;
    expect(ask('first-act', sendNote, takeShift, renew)).toMatch(/is renewed/);
  });

  it('weighs the first act by whether there is still something to keep out', () => {
    const options = ['renew-now', 'write-director', 'read-all', 'token-off'] as const;
    expect(options.map((option) => act(option))).toEqual([7, 4, 3, 2]);
    expect(options.map((option) => act(option, off))).toEqual([3, 6, 3, 2]);
    const lapsed = playDeeds(prepared, off, sendNote, takeShift, end);
    expect(readChoice(lapsed, 'first-act').rating).toBe(2);
  });

  it('weighs the limit by whether the token is on', () => {
    const rate = (...lines: readonly DeedLine[]) =>
      readChoice(
        playDeeds(prepared, [10, ...look('rule')], ...lines, [
          120,
          ...decide('limit', 'first-line'),
        ]),
        'limit',
      ).rating;
    expect(rate()).toBe(7);
    expect(rate(off)).toBe(4);
    expect(rate([60, ...agree])).toBe(7);
  });

  it('promises no call that was made, and believes no promise of somebody who goes', () => {
    expect(say('late-call', 'i-keep')).toMatchObject({ rating: 7 });
    expect(say('late-call', 'i-keep')?.text).toContain('hears of it from me');
    const told = say('late-call', 'i-keep', [560, ...tellDuty]);
    expect(told).toMatchObject({ rating: 7 });
    expect(told?.text).toContain('knows of it already');
    expect(told?.why).not.toContain('call of its own');
    expect(say('late-call', 'i-keep', goes)?.rating).toBe(3);
    expect(say('late-call', 'i-go', [560, ...tellDuty])?.rating).toBe(2);
  });

  it('weighs what the director hears by what the note was to say', () => {
    expect(say('director', 'not-yet')?.rating).toBe(7);
    const high = [430, ...decide('figure', 'high')] as const;
    expect(say('director', 'not-yet', high)?.rating).toBe(6);
    const right = [430, ...decide('figure', 'a-and-open-b')] as const;
    expect(say('director', 'not-yet', right)?.rating).toBe(7);
  });
});

describe('the debrief', () => {
  it.each([
    ['limit-ends', 'EDGE-7731 ends by itself at 00:05'],
    ['limit-ends', 'The limit is temporary'],
    ['limit-ends', 'The list says permanent, but the rule expires at midnight'],
    ['limit-ends', 'The rule is not permanent'],
    ['limit-stays', 'The limit is permanent'],
    ['limit-stays', 'EDGE-7731 does not end'],
    ['limit-stays', 'Stranger is kept out for good'],
    ['build-log', 'The token leaked through our build log of 2 October'],
    ['build-log', 'Our build printed the config'],
    ['roomlight-breached', 'Roomlight was hacked'],
    ['roomlight-breached', 'Token stolen at Roomlight'],
    [undefined, 'Roomlight was not breached'],
    [undefined, 'It came from Roomlight or from our build log'],
    [undefined, "A stranger uses Roomlight's stolen token"],
  ])('takes for %s: %s', (id, text) => {
    const log = aLog([30, 'hypothesis_added', { id: 'h1', text, confidence: 70 }]);
    const { yours, foreseen } = reviewHypotheses(prepared, playDeeds(prepared), log);
    expect(yours[0]?.matches?.id).toBe(id);
    expect(foreseen.map(({ hypothesis }) => hypothesis.true)).toEqual([true, false, true, false]);
  });

  it('says when one could have seen through what only looked like it', () => {
    const lines = [
      [60, ...look('channel')],
      [700, ...use('ask-person', { who: 'Henrik Aalto', what: 'the trim at 02:00' })],
      [760, ...use('token-use', { source: '192.0.2.201' })],
    ] as const;
    const reviews = reviewRedHerrings(prepared, aLog(...lines), playDeeds(prepared, ...lines));
    expect(
      reviews.map(({ item, places }) => [item.id, ...places.map(({ seen_s }) => seen_s)]),
    ).toEqual([
      ['trim', 60, 700],
      ['hotel-refused', null, 60, 760],
    ]);
  });
});

describe('what could be memorised', () => {
  it('keeps the order in which the gateway counts', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const variant = prepareDrill(drill, evidence, seed);
      const lines = (variant.evidence.get('gateway-a') ?? '').trim().split('\n').slice(1);
      const times = lines.toSorted().map((line) => line.split(',')[1]);
      expect(times, `seed ${seed}`).toEqual(times.toSorted());
    }
  });

  it('has edge on-call say that the form will open only while it is shut', () => {
    const wrong: number[] = [];
    for (let seed = 1; seed <= 10; seed += 1) {
      const variant = prepareDrill(drill, evidence, seed);
      const rule = JSON.parse(variant.evidence.get('rule') ?? '{}') as { renewable_from: string };
      const opens = (Date.parse(rule.renewable_from) - Date.parse(variant.drill.starts_at)) / 1000;
      const state = playDeeds(variant, [opens, ...askEdge('renew it now')]);
      if (/It opens at/.test(readLastAnswer(variant, state))) wrong.push(seed);
    }
    expect(wrong).toEqual([]);
  });
});
