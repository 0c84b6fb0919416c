import { describe, expect, it } from 'vitest';
import type { EventKind } from '../engine/drill/attempt-log.ts';
import { instantiate } from '../engine/drill/instantiate.ts';
import { findMood } from '../engine/drill/mood.ts';
import type { DrillState } from '../engine/drill/state.ts';
import { wordQuestion } from '../engine/drill/words-of-the-moment.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import {
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';
import * as deeds from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d31-say-it-at-t15');

// At this minute of the scenario.
const at = (minute: number, [kind, data]: readonly [EventKind, object]): DeedLine => [
  minute * 60,
  kind,
  data,
];
const wait = (minute: number) => at(minute, deeds.pause);
const send = (minute: number, update: string) =>
  at(minute, ['update_sent', { update, text: 'As it is known.', citations: [] }]);
const reply = (minute: number, item: string, answer: string) =>
  at(minute, deeds.reply(item, answer));
const decide = (minute: number, decision: string, option: string) =>
  at(minute, deeds.decide(decision, option));
const use = (minute: number, tool: string, args: Readonly<Record<string, string>>) =>
  at(minute, deeds.use(tool, args));
const ring = (minute: number, who: string) => use(minute, 'ring', { who });
const rungAll = [ring(60, 'Tidewell Homes'), ring(63, 'Brae Care'), ring(66, 'Ashlar House')];

const findBody = (id: string) => drill.feed.find((item) => item.id === id)?.body ?? '';
const findDecision = (id: string) => drill.decisions.find((one) => one.id === id);
const lapse = (decision: string, ...lines: readonly DeedLine[]) => {
  const choice = playDeeds(prepared, ...lines).decisions.get(decision)?.choice;
  expect(choice?.option).toBe('none');
  return { rating: choice?.rating, why: choice?.why ?? '' };
};
const has = (state: DrillState, item: string) => state.feed.has(item);

describe('the Courier', () => {
  it('is read by nobody before it is online at 13:40', () => {
    const before = [findBody('privacy-asks'), findDecision('authority')?.prompt ?? ''];
    for (const text of before) {
      expect(text).toContain('Courier');
      expect(text).not.toMatch(/\bread\b[^.]*Courier/);
    }
    const privacy = findMood(prepared, playDeeds(prepared, wait(34)), 'privacy');
    expect(privacy).not.toMatch(/newspaper/);
  });

  it.each(['prepared-line', 'no-comment', 'deny-codes', 'background', 'acknowledged', 'nothing'])(
    'is online at 13:40 once, with what it had: %s',
    (what) => {
      const had: readonly DeedLine[] =
        what === 'nothing'
          ? []
          : [
              what === 'acknowledged'
                ? at(13, ['acknowledged', { item: 'reporter' }])
                : reply(13, 'reporter', what),
            ];
      const pieces = (...lines: readonly DeedLine[]) =>
        [...playDeeds(prepared, ...had, ...lines).feed.keys()].filter((id) => /^piece-/.test(id));
      expect(pieces(wait(40))).toEqual([]);
      const [piece = '', ...more] = pieces(wait(42));
      expect([piece, ...more]).toEqual([expect.stringMatching(/^piece-/)]);
      expect(/did not answer/.test(findBody(piece))).toBe(what === 'nothing');
      expect(/847/.test(findBody(piece))).toBe(what === 'background');
      expect(/codes were not in it/.test(findBody(piece))).toBe(what === 'deny-codes');
      if (what === 'acknowledged' || what === 'nothing')
        expect(pieces(wait(42), reply(43, 'reporter', 'prepared-line'), wait(44))).toEqual([piece]);
    },
  );

  it('does not count down to another minute', () => {
    const reporter = drill.people.find(({ id }) => id === 'reporter');
    expect(reporter?.patience?.again).toContain('13:40');
  });

  it('is not said to ring back before it has written', () => {
    const early = playDeeds(prepared, ring(2, 'the Coastal Courier'));
    expect(readLastAnswer(prepared, early)).not.toMatch(/\bcodes\b|So you do ring/);
  });
});

describe('a decision that lapses is judged by what was done', () => {
  it('says of the first text what was sent', () => {
    const silent = lapse('shape', wait(13));
    const sent = lapse('shape', send(9, 'exec-15'), wait(13));
    expect(silent.why).toContain('draft of the press office');
    expect(sent.why).not.toContain('only text');
    expect(sent.rating).toBeGreaterThan(silent.rating ?? 0);
  });

  it('does not say of texts that they are silent on the codes', () => {
    const sent = lapse('codes', send(9, 'exec-15'), wait(17));
    expect(sent.why).not.toMatch(/texts said nothing/);
    const open = lapse('codes', reply(7, 'customer-calls', 'both-true'), wait(17));
    expect(open.why).toContain('not proven either way');
    const denied = lapse('codes', reply(7, 'customer-calls', 'calm-no'), wait(17));
    expect(denied.rating).toBe(1);
  });

  it('sees that agencies and authority had a text of their own', () => {
    const several = lapse('audiences', send(9, 'exec-15'), send(18, 'customers-30'), wait(28));
    expect(several.why).not.toMatch(/Some got none/);
    expect(several.rating).toBe(5);
    const report = lapse('authority', send(40, 'authority-50'), wait(47));
    expect(report.why).not.toMatch(/wrote something herself/);
    expect(report.rating).toBe(5);
    // A report may still go after the decision has lapsed.
    expect(lapse('authority', wait(47), send(50, 'authority-50')).why).not.toMatch(/herself/);
  });

  it('sees a correction that was sent and calls that were made', () => {
    const sent = lapse('correct', send(65, 'correction'), wait(72));
    expect(sent.why).not.toMatch(/stayed as it was|Courier/);
    expect(sent.rating).toBe(5);
    const late = lapse('correct', wait(69), send(70, 'correction'));
    expect(late.why).not.toMatch(/Courier/);
    const rung = lapse('order', ...rungAll, wait(73));
    expect(rung.why).not.toMatch(/Courier/);
    expect(rung.rating).toBe(6);
    expect(lapse('order', send(65, 'correction'), wait(73)).why).not.toMatch(/Courier/);
    expect(lapse('order', wait(73)).rating).toBe(1);
  });
});

describe('words and ratings follow what was done', () => {
  const word = (id: string, ...lines: readonly DeedLine[]) => {
    const found = findDecision(id);
    return found && wordQuestion(prepared, playDeeds(prepared, ...lines), found);
  };
  const say = (minute: number, item: string, answer: string, ...lines: readonly DeedLine[]) =>
    playDeeds(prepared, ...lines, reply(minute, item, answer)).feed.get(item)?.answer?.said;
  const rate = (minute: number, id: string, option: string, ...lines: readonly DeedLine[]) =>
    playDeeds(prepared, ...lines, decide(minute, id, option)).decisions.get(id)?.choice?.rating;
  const exec = send(10, 'exec-15');
  const customers = send(18, 'customers-30');

  it('asks in other words where the text has gone or the call was made', () => {
    const askFields = use(5, 'ask-engineering', { about: 'what is in the files' });
    for (const [id, said, ...lines] of [
      ['shape', /has your text/, exec],
      ['codes', /from memory/, askFields],
      ['audiences', /have a text each/, exec, customers],
      ['authority', /report is with the authority/, send(35, 'authority-50')],
      ['correct', /correction is out/, send(62, 'correction')],
      ['order', /have begun to ring/, ring(61, 'Brae Care'), wait(65)],
      ['order', /have begun to ring/, ring(61, 'Imogen Tarrant'), wait(65)],
    ] as const) {
      expect(word(id)).toBe(findDecision(id)?.prompt);
      expect(word(id, ...lines)).toMatch(said);
    }
    expect(word('audiences', exec, wait(18))).toBe(findDecision('audiences')?.prompt);
  });

  it('promises nothing that is out already', () => {
    expect(say(14, 'reporter', 'prepared-line')?.text).toMatch(/telling the agencies/);
    expect(say(19, 'reporter', 'prepared-line', customers)?.text).toMatch(/have it from us/);
    const correction = send(66, 'correction');
    expect(say(62, 'reversal', 'thanks-list')?.text).toMatch(/I correct now/);
    expect(say(67, 'reversal', 'thanks-list', correction)?.text).toMatch(/correction is out/);
    expect(say(67, 'edit-it', 'mark', customers)?.text).toMatch(/send you it/);
    expect(say(67, 'edit-it', 'mark', customers, correction)?.text).toMatch(/correction has it/);
  });

  it('does not say that she was asked who was not', () => {
    const item = drill.feed.find(({ id }) => id === 'reversal');
    const blame = item?.replies.find(({ id }) => id === 'how-could');
    expect(`${blame?.text} ${blame?.reason}`).not.toMatch(/asked/);
  });

  it('rates a word by what had been said and rung before it', () => {
    expect(rate(8, 'codes', 'being-checked')).toBe(7);
    expect(rate(9, 'codes', 'being-checked', reply(7, 'customer-calls', 'both-true'))).toBe(7);
    expect(rate(9, 'codes', 'being-checked', reply(7, 'customer-calls', 'calm-no'))).toBe(6);
    expect(rate(67, 'correct', 'next-round')).toBe(3);
    const early = [ring(60, 'Tidewell Homes'), ring(62, 'Brae Care'), ring(64, 'Ashlar House')];
    expect(rate(67, 'correct', 'next-round', ...early)).toBe(4);
    const checked = decide(8, 'codes', 'being-checked');
    const denied = reply(13, 'reporter', 'deny-codes');
    expect(rate(62, 'correct', 'explain-who')).toBe(3);
    expect(rate(62, 'correct', 'explain-who', checked)).toBe(2);
    expect(rate(62, 'correct', 'explain-who', checked, denied)).toBe(3);
  });
});

describe('the page', () => {
  it('is told of before anybody speaks of changing it', () => {
    const early = playDeeds(prepared, send(28, 'customers-30'), wait(30));
    expect(has(early, 'page-up')).toBe(true);
    expect(findBody('page-up')).toMatch(/page/);
    expect(has(playDeeds(prepared, send(28, 'customers-30'), wait(66)), 'edit-it')).toBe(true);
  });

  it('is not spoken of where no text of before stands on it', () => {
    const late = playDeeds(prepared, send(62, 'customers-30'), wait(66));
    expect([has(late, 'page-up'), has(late, 'edit-it')]).toEqual([false, false]);
    const edited = playDeeds(
      prepared,
      send(28, 'customers-30'),
      decide(61, 'correct', 'silent'),
      wait(66),
    );
    expect(has(edited, 'edit-it')).toBe(false);
  });
});

describe('what is promised', () => {
  it('gives the chief executive a sentence that can be shown', () => {
    const best = drill.feed
      .find(({ id }) => id === 'chief-word')
      ?.replies.find(({ id }) => id === 'better-sentence');
    expect(best?.text).not.toMatch(/\bway\b|\bshut\b/);
    expect(best?.text).toContain('12:38');
  });

  it('names one time to Yusuf Banerji and in the task', () => {
    const said = drill.feed
      .find(({ id }) => id === 'customer-calls')
      ?.replies.find(({ id }) => id === 'both-true');
    const update = drill.updates.find(({ id }) => id === 'customers-30');
    const [time] = /13:\d\d/.exec(said?.text ?? '') ?? [];
    expect(update?.asked).toContain(`By ${time}`);
    expect(findBody('care-asks')).toContain(`**${time}**`);
    expect(13 * 60 + (update?.due ?? 0) / 60).toBe(13 * 60 + Number(time?.slice(3)));
  });
});

describe('answers follow what was done', () => {
  it('counts three agencies, not three calls', () => {
    const thrice = playDeeds(prepared, ...[60, 63, 66].map((at) => ring(at, 'Tidewell Homes')));
    expect(thrice.milestones.has('agencies-know')).toBe(false);
    expect(readLastAnswer(prepared, thrice)).not.toMatch(/^"Codes\./);
    expect(playDeeds(prepared, ...rungAll).milestones.has('agencies-know')).toBe(true);
  });

  it('lets agencies and the chief executive know what they have', () => {
    const read = (...lines: readonly DeedLine[]) =>
      readLastAnswer(prepared, playDeeds(prepared, ...lines));
    expect(read(send(28, 'customers-30'), ring(32, 'Brae Care'))).not.toContain('Send it in');
    expect(read(send(62, 'correction'), ring(63, 'Brae Care'))).not.toContain('before the mail');
    expect(read(ring(61, 'Imogen Tarrant'))).not.toContain('do they know? Good');
    expect(read(ring(61, 'Imogen Tarrant'), ring(64, 'Imogen Tarrant'))).not.toMatch(/^"Codes\./);
    expect(read(...rungAll, ring(69, 'Imogen Tarrant'))).toContain('I ring the chair');
  });

  it('has no agency ask for what it was told or sent', () => {
    const read = (...lines: readonly DeedLine[]) =>
      readLastAnswer(prepared, playDeeds(prepared, ...lines));
    const wrote = [decide(8, 'codes', 'expert-no'), send(28, 'customers-30')];
    for (const who of ['Tidewell Homes', 'Brae Care', 'Ashlar House']) {
      for (const before of [[], wrote])
        expect(read(...before, send(62, 'correction'), ring(63, who))).not.toContain('in writing');
      expect(read(ring(61, who), send(64, 'correction'), ring(66, who))).not.toContain('Then in');
    }
    const spoken = reply(7, 'customer-calls', 'both-true');
    for (const before of [[spoken], []])
      expect(read(...before, ring(9, 'Tidewell Homes'))).not.toContain('heard something');
    expect(read(ring(4, 'Tidewell Homes'))).toContain('heard something');
    const rung = playDeeds(prepared, send(60, 'correction'), ...rungAll);
    expect(rung.milestones.has('agencies-know')).toBe(true);
  });

  it('clears no text that has gone', () => {
    const state = playDeeds(
      prepared,
      send(28, 'customers-30'),
      use(29, 'ask-privacy', { text: 'to the agencies' }),
    );
    expect(readLastAnswer(prepared, state)).not.toContain('can go');
  });

  it('has no text praised or cleared that nobody has asked for, or that says no', () => {
    const clear = (minute: number, text: string) => use(minute, 'ask-privacy', { text });
    const run = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
    const passes = (state: DrillState, milestone: string) => {
      expect(readLastAnswer(prepared, state)).not.toMatch(/can go|Good that/);
      expect(state.milestones.has(milestone)).toBe(false);
    };
    passes(run(clear(5, 'to the agencies')), 'agencies-cleared');
    passes(run(clear(20, 'to the authority')), 'authority-cleared');
    for (const option of ['expert-no', 'no-sign']) {
      const no = decide(8, 'codes', option);
      passes(run(no, clear(20, 'to the agencies')), 'agencies-cleared');
      passes(run(no, clear(36, 'to the authority')), 'authority-cleared');
      // Changed as she asked, it can go.
      const again = run(no, clear(20, 'to the agencies'), clear(23, 'to the agencies'));
      expect(again.milestones.has('agencies-cleared')).toBe(true);
    }
    for (const lines of [
      [decide(8, 'codes', 'being-checked')],
      [decide(8, 'codes', 'all-out')],
      [],
    ])
      expect(run(...lines, clear(20, 'to the agencies')).milestones.has('agencies-cleared')).toBe(
        true,
      );
  });

  it('is missed by privacy where it went without her', () => {
    const clear = use(24, 'ask-privacy', { text: 'to the agencies' });
    const sent = send(28, 'customers-30');
    expect(has(playDeeds(prepared, sent, wait(32)), 'unread')).toBe(true);
    expect(has(playDeeds(prepared, clear, sent, wait(32)), 'unread')).toBe(false);
  });

  it('is remembered by agencies that were told no', () => {
    const read = (...lines: readonly DeedLine[]) =>
      readLastAnswer(prepared, playDeeds(prepared, ...lines));
    const wrote = [decide(8, 'codes', 'expert-no'), send(28, 'customers-30')];
    for (const [who, remembered] of [
      ['Tidewell Homes', 'not how we had understood you'],
      ['Brae Care', 'told them that it was not so'],
      ['Ashlar House', 'what we have read out is wrong'],
    ] as const) {
      // What stands in the text they have nobody here has read: it may be less than was decided.
      expect(read(...wrote, ring(61, who))).toContain(remembered);
      expect(read(...wrote, ring(61, who))).not.toContain('You told us');
      expect(read(send(28, 'customers-30'), ring(61, who))).not.toMatch(
        /told us|understood you|not so|wrong/,
      );
    }
    const said = reply(7, 'customer-calls', 'calm-no');
    expect(read(said, ring(61, 'Tidewell Homes'))).toContain('You told us that there were none');
    expect(read(said, ring(61, 'Brae Care'))).not.toContain('You told us');
    const changing = reply(7, 'customer-calls', 'change-now');
    expect(read(changing, ring(61, 'Tidewell Homes'))).toContain('begun to change');
    const all = playDeeds(
      prepared,
      ...wrote,
      ring(61, 'Tidewell Homes'),
      ring(64, 'Brae Care'),
      ring(67, 'Ashlar House'),
    );
    expect(all.milestones.has('agencies-know')).toBe(true);
  });

  it('tells what customer care reads out by then', () => {
    const told = use(30, 'ask-care', { about: 'what they have been told' });
    const state = playDeeds(prepared, send(28, 'customers-30'), told);
    expect(readLastAnswer(prepared, state)).not.toContain('Nothing on data');
  });

  it('promises no hour that would end after the file is open', () => {
    const ask = (minute: number) =>
      use(minute, 'ask-engineering', { about: 'what is in the files' });
    for (const lines of [[ask(45)], [ask(5), ask(20)]])
      expect(readLastAnswer(prepared, playDeeds(prepared, ...lines))).not.toMatch(/I start now/);
  });

  it('comes out of the board with what she had there', () => {
    const late = playDeeds(prepared, send(35, 'exec-15'), wait(36));
    expect([has(late, 'board-out'), has(late, 'board-without')]).toEqual([false, true]);
    const there = playDeeds(prepared, send(13, 'exec-15'), wait(29));
    expect([has(there, 'board-out'), has(there, 'board-without')]).toEqual([true, false]);
    expect(findBody('board-out')).not.toContain('I said what you wrote');
    expect(findMood(prepared, playDeeds(prepared, send(9, 'exec-15')), 'chief')).not.toMatch(
      /^Reads it out/,
    );
  });

  it('has the case officer know whether a report came', () => {
    const officer = (state: DrillState) =>
      [...state.feed.keys()].filter((id) => id.startsWith('officer'));
    expect(officer(playDeeds(prepared, wait(73)))).toEqual(['officer-without']);
    expect(officer(playDeeds(prepared, send(40, 'authority-50'), wait(73)))).toEqual(['officer']);
    expect(officer(playDeeds(prepared, wait(73), send(74, 'authority-50')))).toHaveLength(1);
  });
});

describe('how it ends', () => {
  const end: DeedLine = [80 * 60, 'ended'];
  const ending = (...lines: readonly DeedLine[]) =>
    readOutcome(prepared, playDeeds(prepared, ...lines, end));

  it('follows what was sent, where the decision on it lapsed', () => {
    const early = send(28, 'customers-30');
    expect(ending(early, ...rungAll, send(69, 'correction'))).toBe('believed');
    expect(ending(early, send(72, 'correction'))).toBe('in-writing');
    expect(ending(early, ...rungAll)).toBe('by-telephone');
    expect(ending(early)).toBe('late');
    expect(ending(send(72, 'correction'))).toBe('only-corrected');
  });

  it('says whose ear the promise reached', () => {
    const rest = [send(28, 'customers-30'), send(72, 'correction')];
    expect(ending(reply(7, 'customer-calls', 'calm-no'), ...rest)).toBe('taken-back');
    expect(ending(reply(13, 'reporter', 'deny-codes'), ...rest)).toBe('denied');
  });

  it('knows a no that was decided and then written', () => {
    const no = decide(8, 'codes', 'expert-no');
    const read = use(20, 'ask-privacy', { text: 'to the agencies' });
    const again = use(23, 'ask-privacy', { text: 'to the agencies' });
    const texts = [send(28, 'customers-30'), send(72, 'correction')];
    const judge = (...lines: readonly DeedLine[]) => {
      const state = playDeeds(prepared, ...lines, wait(75), end);
      const { feedback, outcome } = writeDebrief(prepared, state);
      return {
        kept: state.milestones.has('nothing-promised'),
        told: JSON.stringify(feedback).includes('decision that they say no'),
        outcome: outcome.id,
      };
    };
    expect(judge(no, ...texts)).toEqual({ kept: false, told: true, outcome: 'no-in-writing' });
    expect(judge(no, read, again, ...texts)).toEqual({
      kept: true,
      told: false,
      outcome: 'in-writing',
    });
    expect(judge(decide(8, 'codes', 'being-checked'), ...texts).kept).toBe(true);
    expect(judge(reply(7, 'customer-calls', 'calm-no'), ...texts).kept).toBe(false);
    expect(judge(reply(13, 'reporter', 'deny-codes'), ...texts).kept).toBe(false);
    // Who promises nobody anything need not answer everybody.
    expect(judge(reply(7, 'customer-calls', 'both-true')).kept).toBe(true);
    expect(judge().kept).toBe(false);
  });

  it('says of silence only that the agencies had no text', () => {
    const last = drill.outcomes.at(-1);
    expect(last?.text).not.toMatch(/board|authority/);
    expect(ending(send(13, 'exec-15'), send(40, 'authority-50'))).toBe(last?.id);
  });

  it('found no edit where nothing was there to be changed', () => {
    expect(ending(decide(61, 'correct', 'silent'))).not.toBe('edited');
  });
});

describe('what is written', () => {
  const check = (id: string, text: string) => {
    const update = drill.updates.find((one) => one.id === id);
    if (!update) throw new Error(`no update ${id}`);
    const known = new Set(update.facts.map((fact) => fact.id));
    const { facts, claims } = checkUpdate(update, text, known, new Set());
    return {
      said: facts.filter(({ met }) => met).map((fact) => fact.id),
      claims: claims.map((claim) => claim.id),
    };
  };
  const flatNo = [
    'No key safe codes were in the files, the engineer confirmed it.',
    'Our engineer has confirmed that no codes were in the files.',
    'No key safe codes were copied, we have checked.',
    'Your key safe codes were not in the files, this has been checked and verified.',
    'We know that there are no codes in the files.',
    'We are certain that the codes were not taken.',
    'No codes were in the files, so nobody needs to change a code.',
    'We have looked: key safe codes are not in the files.',
    'To answer your question: no codes were copied.',
    'It is proven that no key safe codes were in the files.',
    'There is no sign of codes in the files.',
    'Key safe codes have not been copied, our people checked.',
  ];
  const open = [
    'Whether key safe codes are in the files is not proven either way; we are checking the files themselves.',
    'It is not confirmed that no codes were in the files.',
    'We are checking whether codes were in the files.',
    'We cannot confirm that no codes were in the files.',
    'That no codes were in the files has not been proven.',
    'Nobody has checked yet that the codes were not in the files.',
    'We do not know if key safe codes were copied.',
    'We were told that there are no codes in the files, but nobody has opened one.',
    'It has still to be confirmed that no key safe codes were taken.',
    'Until a file has been opened we do not say that no codes were in it.',
    'Codes: not known, being checked, answer by 14:15.',
    'We have no proof either way on key safe codes.',
    'It is too early to say whether key safe codes are in.',
    'Codes may be in the files; we are finding out.',
    'The key safe codes are being looked at.',
    'On codes we are unsure, nobody has opened a file.',
    'Key safe codes: we cannot tell yet, and we tell you by 14:15.',
  ];

  it.each(['exec-15', 'customers-30', 'authority-50'])('takes a flat no for one in %s', (id) => {
    const passed = flatNo.filter((text) => !check(id, text).claims.includes('no-codes'));
    expect(passed).toEqual([]);
    const caught = [...open, 'Nothing shows so far that codes were in the files.'].filter((text) =>
      check(id, text).claims.includes('no-codes'),
    );
    expect(caught).toEqual([]);
  });

  it('takes for left open only what is', () => {
    const open_of = { 'customers-30': 'codes-open', 'exec-15': 'unknown', 'authority-50': 'open' };
    for (const [id, fact] of Object.entries(open_of)) {
      expect(open.filter((text) => !check(id, text).said.includes(fact))).toEqual([]);
      expect(flatNo.filter((text) => check(id, text).said.includes(fact))).toEqual([]);
    }
    const choice = 'Please decide for yourselves whether to change codes tonight.';
    expect(check('customers-30', choice).said).not.toContain('codes-open');
  });

  it('hears of whereabouts and earlier files only where they are named', () => {
    const neither = [
      'At 13:30 we wrote that it was not proven either way whether codes are in the files.',
      'Who took the files can now read where your clients live.',
      'In our earlier text we said that it was open whether codes are in them.',
    ];
    const either = [
      'We still do not know who has the files, or whether there were earlier downloads.',
      'We cannot see where the copies are now.',
      'Whether there were downloads before today is being read in the log until 15:00.',
      'Not known: who has the files.',
      'It is open who holds the data, and whether earlier files were taken.',
    ];
    for (const [id, fact] of [
      ['customers-30', 'other-open'],
      ['correction', 'open'],
    ] as const) {
      expect(neither.filter((text) => check(id, text).said.includes(fact))).toEqual([]);
      expect(either.filter((text) => !check(id, text).said.includes(fact))).toEqual([]);
    }
  });

  it('credits the report with what stands in it', () => {
    const said = (text: string) => check('authority-50', text).said;
    const thin = said(
      'First report of today. Key safe codes were not in the files. The account is off.',
    );
    expect(thin).toContain('measures');
    expect(thin).not.toContain('next');
    expect(thin).not.toContain('export-off');
    expect(thin).not.toContain('agencies-told');
    expect(said('The account is off since 12:38, export since 12:44.')).toEqual(
      expect.arrayContaining(['measures', 'export-off']),
    );
    expect(said('Nobody can export any more.')).toContain('export-off');
    expect(said('We rang and informed the three agencies.')).toContain('agencies-told');
    const asked = (...lines: readonly DeedLine[]) => {
      const state = playDeeds(prepared, ...lines, send(45, 'authority-50'));
      return state.updates.get('authority-50')?.sent?.known;
    };
    expect(asked()).not.toContain('agencies-told');
    expect(asked(send(28, 'customers-30'))).toContain('agencies-told');
    for (const text of [
      'We complete this report by 18:00 today with a supplement.',
      'A supplement follows tomorrow.',
      'The full report is with you on Friday.',
      'You hear from us again by 17:00.',
    ])
      expect(said(text), text).toContain('next');
  });
});

describe('what is drawn', () => {
  it('numbers exports and acts in the order of their times, whichever hour is drawn', () => {
    const bare = { ...drill, feed: [], evidence: [], tools: [], decisions: [], updates: [] };
    const files = ['exports', 'admin'];
    const texts = new Map(files.map((file) => [file, evidence.get(file) ?? '']));
    for (let seed = 0; seed <= 40; seed += 1) {
      const drawn = instantiate(bare, texts, seed).evidence;
      for (const file of files) {
        const rows = [...(drawn.get(file) ?? '').matchAll(/([Xa]-\d{4})\D+(2026-[^",]+)/g)]
          .map(([, id = '', time = '']) => ({ id, time }))
          .toSorted((one, other) => (one.id < other.id ? -1 : 1));
        expect(rows.length).toBeGreaterThan(10);
        const times = rows.map(({ time }) => time);
        expect(times, `${file}, seed ${seed}`).toEqual(times.toSorted());
      }
    }
  });

  it('lets everybody sign in under their own name', () => {
    const draw = (id: string): readonly string[] =>
      drill.parameters.flatMap((one) => (one.id === id && 'literal' in one ? one.values : []));
    for (const who of ['commander', 'engineer', 'platform', 'supervisor']) {
      // First and last names are drawn apart, so all first names have one initial.
      const logins = draw(`${who}-first`).map((first, at) =>
        `${first.charAt(0)}.${draw(`${who}-last`)[at]}`.toLowerCase(),
      );
      expect(draw(`${who}-account`)).toEqual(logins);
      expect(new Set(logins.map((login) => login.charAt(0))).size).toBe(1);
    }
    expect(draw('reporter-account')).toEqual(
      draw('reporter').map((name) =>
        name
          .toLowerCase()
          .replace(/^(.)\S*/, '$1')
          .replace(' ', '.'),
      ),
    );
  });
});
