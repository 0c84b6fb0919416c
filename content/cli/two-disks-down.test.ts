import { describe, expect, it } from 'vitest';
import { findMood } from '../engine/drill/mood.ts';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { wordQuestion } from '../engine/drill/words-of-the-moment.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import {
  citeLines,
  matchHypothesis,
  playDeeds,
  readBundledDrill,
  readChoice,
  readLastAnswer,
  readOutcome,
  type DeedLine,
} from './testing/bundled-drill.ts';
import { decide, look, pause, reply, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d20-two-disks-down');

const stop = use('stop-array', { array: 'md0' });
const copy = use('image', { source: '/dev/sdf', target: '/dev/sdg' });
const overlays = use('overlays', { set: 'sdb1 sdc1 sde1 and the copy of sdf1' });
const assemble = use('assemble', { how: '--assemble --force --readonly', on: 'overlays' });
const force = use('assemble', {
  how: '--assemble --force --readonly',
  on: 'original members',
});
const create = use('assemble', { how: '--create --assume-clean', on: 'original members' });
const examine = (member: string) => use('examine', { member: `/dev/${member}` });
const copyOver = (target: string) => use('image', { source: '/dev/sdb', target: `/dev/${target}` });
const refuse: DeedLine = [400, 'replied', { item: 'f-colm', reply: 'no-because' }];
const last: DeedLine = [2600, 'ended'];

const saved: readonly DeedLine[] = [
  [60, ...use('tell-custodian')],
  [130, ...stop],
  [200, ...copy],
  refuse,
  [1000, ...overlays],
  [1130, ...assemble],
];

const asked = (...lines: readonly DeedLine[]) =>
  readLastAnswer(prepared, playDeeds(prepared, ...lines));
const none = (rating: number) => ({ option: 'none', rating });

describe('a decision that lapsed while its work was done', () => {
  it('does not say that there was no copy, no log and no try', () => {
    const state = playDeeds(prepared, ...saved, last);
    expect(readChoice(state, 'first')).toEqual(none(6));
    expect(readChoice(state, 'custody')).toEqual(none(6));
    expect(readChoice(state, 'bring-back')).toEqual(none(6));
    expect(readChoice(state, 'severity')).toEqual(none(2));
  });

  it('does not speak of a copy where none was made', () => {
    const state = playDeeds(prepared, refuse, last);
    expect(state.decisions.get('bring-back')?.choice?.why).not.toMatch(/the copy waited/);
  });
});

it('tells the custodian where a decision says that she is rung', () => {
  for (const choice of [decide('custody', 'tell-then-copy'), decide('severity', 'high-owners')]) {
    const state = playDeeds(prepared, [360, ...choice], refuse, last);
    expect(state.feed.has('f-ilse-hears')).toBe(false);
    expect(state.feed.has('f-ilse-thanks')).toBe(true);
  }
});

it('does not say that nobody has started the copy once it runs', () => {
  const state = playDeeds(prepared, [200, ...decide('first', 'copy-first')], [220, ...copy], last);
  expect(state.feed.has('f-start-copy')).toBe(false);
});

it('does not deny a copy that was made while the array was forced up, nor see one that only began', () => {
  const forced = playDeeds(prepared, [130, ...stop], [200, ...copy], last);
  expect(forced.feed.has('f-image-done')).toBe(true);
  expect(readOutcome(prepared, forced)).toBe('copied-worn');
  const begun = playDeeds(prepared, refuse, [2400, ...copy], [2620, 'ended']);
  expect(begun.feed.has('f-image-done')).toBe(false);
  expect(readOutcome(prepared, begun)).toBe('open');
});

describe('a tool that is used again', () => {
  it('knows of overlays, of a test array and of a forced start that are there', () => {
    const again = (deed: typeof overlays) =>
      readLastAnswer(prepared, playDeeds(prepared, ...saved, [1300, ...deed]));
    expect(again(overlays)).toMatch(/busy/);
    expect(again(assemble)).toMatch(/already/);
    const twice = playDeeds(prepared, [130, ...stop], refuse, [500, ...force], [700, ...force]);
    expect(readLastAnswer(prepared, twice)).not.toMatch(/from 58941/);
  });
});

describe('originals that were forced up and ran', () => {
  it('are older in the bundle than when they are read again', () => {
    for (const member of ['sdb1', 'sde1', 'sdf1']) {
      expect(asked([900, ...examine(member)])).toMatch(/later than in the bundle/);
      expect(asked(refuse, [900, ...examine(member)])).toMatch(/same as in the bundle/);
    }
  });

  it('make of the test array what the copy and they allow', () => {
    const assembled = (...lines: readonly DeedLine[]) =>
      [...playDeeds(prepared, ...lines, last).feed.keys()].filter((id) =>
        id.startsWith('f-assembled'),
      );
    expect(assembled(...saved)).toEqual(['f-assembled']);
    const again: DeedLine = [900, ...stop];
    const early: readonly DeedLine[] = [[130, ...stop], [200, ...copy], again];
    expect(assembled(...early, [1000, ...overlays], [1130, ...assemble])).toEqual([
      'f-assembled-apart',
    ]);
    expect(assembled(again, [970, ...copy], [1900, ...overlays], [2030, ...assemble])).toEqual([
      'f-assembled-worse',
    ]);
  });
});

describe('members that were created anew', () => {
  const anew: readonly DeedLine[] = [[130, ...stop], refuse, [450, ...create]];

  it('start no more, by no way, and are created once', () => {
    for (const deed of [force, create]) {
      expect(asked(...anew, [700, ...deed])).toMatch(/busy/);
      expect(asked(...anew, [700, ...deed])).not.toMatch(/58941|y\. /);
    }
    const copied: readonly DeedLine[] = [...anew, [600, ...copy], [1400, ...overlays]];
    expect(asked(...copied)).toMatch(/created anew/);
    expect(asked(...copied, [1600, ...assemble])).toMatch(/no overlays/);
    const laid: readonly DeedLine[] = [...saved.slice(0, -1), [1130, ...create]];
    const state = playDeeds(prepared, ...laid, [1400, ...assemble], last);
    expect(readLastAnswer(prepared, state)).toMatch(/bad superblock/);
    expect(state.milestones.has('readable')).toBe(false);
    expect(readChoice(state, 'bring-back')).toEqual(none(1));
  });

  it('show what was written to them when they are read again', () => {
    for (const member of ['sdb1', 'sdd1', 'sdf1'])
      expect(asked(...anew, [700, ...examine(member)])).toMatch(/Events: 0/);
    expect(asked([130, ...stop], [200, ...examine('sdd1')])).toMatch(/41207/);
  });

  it('are forced up by nobody', () => {
    const state = playDeeds(prepared, [130, ...stop], [300, ...create], last);
    expect(state.feed.has('f-forced')).toBe(false);
    expect(state.feed.has('f-nothing-fits')).toBe(true);
    const after = playDeeds(prepared, [900, ...stop], [1000, ...create], last);
    expect(after.feed.has('f-forced')).toBe(true);
    expect(after.feed.has('f-nothing-fits')).toBe(false);
  });

  it('leave overlays no more than a way that comes too late', () => {
    const choose: DeedLine = [1400, ...decide('bring-back', 'overlays')];
    expect(readChoice(playDeeds(prepared, ...anew, choose, last), 'bring-back').rating).toBe(4);
    expect(readChoice(playDeeds(prepared, ...saved, choose, last), 'bring-back').rating).toBe(7);
  });

  it('were not copied before anyone wrote to them', () => {
    const read = (...lines: readonly DeedLine[]) => {
      const state = playDeeds(prepared, ...lines, last);
      const texts = writeDebrief(prepared, state).feedback.map(({ text }) => text);
      return { state, text: texts.join(' ') };
    };
    const after = read(...anew, [600, ...copy]);
    expect(after.text).not.toMatch(/before anyone wrote/);
    expect(after.state.milestones.has('safe')).toBe(false);
    expect(readChoice(after.state, 'first')).toEqual(none(2));
    const before = read([130, ...stop], [200, ...copy], refuse, [1000, ...create]);
    expect(before.text).toMatch(/before anyone wrote/);
    expect(before.state.milestones.has('safe')).toBe(true);
  });
});

describe('a member that was copied over', () => {
  it('shows it when it is read again', () => {
    for (const disk of ['sdd', 'sdf'])
      expect(asked([100, ...copyOver(disk)], [200, ...examine(`${disk}1`)])).toMatch(/copied over/);
    expect(asked([100, ...copyOver('sdd')], [200, ...examine('sdf1')])).toMatch(/The same as/);
  });

  it('is neither saved nor forced up afterwards', () => {
    const over: DeedLine = [200, ...copyOver('sdf')];
    expect(asked(over, [300, ...copy])).toMatch(/Nothing has been started/);
    expect(asked([130, ...stop], over, refuse, [500, ...force])).toMatch(/Nothing was changed/);
    expect(asked(...saved.slice(0, 4), [900, ...copyOver('sdd')], [1000, ...overlays])).toMatch(
      /ov-sdg1 are there/,
    );
    expect(
      playDeeds(prepared, [130, ...copy], [200, ...copyOver('sdf')], refuse, last).feed.has(
        'f-image-done',
      ),
    ).toBe(false);
  });
});

it('says of a forced original that it was forced, also to who read the data on overlays', () => {
  const forced: readonly DeedLine[] = [
    [130, ...stop],
    refuse,
    [450, ...force],
    [700, ...copy],
    [1700, ...overlays],
    [1900, ...assemble],
  ];
  const state = playDeeds(prepared, ...forced, last);
  expect(readChoice(state, 'bring-back')).toEqual(none(6));
  expect(state.decisions.get('bring-back')?.choice?.why).toMatch(/forced up all the same/);
});

it('lets nobody at the rack read a label before she is asked', () => {
  const serial = drill.tools.find(({ id }) => id === 'serial');
  expect(JSON.stringify(serial)).not.toMatch(/Jo|[Ll]abel on|Label,/);
});

it('takes the mail in the closed mailbox for the end of the alert path', () => {
  const mail = evidence.get('fail-mail') ?? '';
  const line = mail.split('\n').findIndex((text) => text.startsWith('X-Mailbox-State')) + 1;
  const lines: readonly DeedLine[] = [
    refuse,
    [1200, ...use('trace-alerts', { host: 'evstore-03' })],
    [1340, ...use('who-is', { who: 'd.marsh' })],
    [1420, ...look('fail-mail')],
  ];
  const cited = decide('gap', 'prove-path', citeLines(evidence, 'fail-mail', line));
  const state = playDeeds(prepared, ...lines, [1500, ...cited], last);
  expect(state.milestones.has('path-found')).toBe(true);
  const uncited = playDeeds(prepared, ...lines, [1500, ...decide('gap', 'prove-path')], last);
  expect(uncited.milestones.has('path-found')).toBe(false);
});

it('takes no time to say that overlays have to be laid first', () => {
  const state = playDeeds(prepared, [130, ...stop], refuse, [500, ...assemble]);
  expect(readLastAnswer(prepared, state)).toMatch(/first/);
  expect(state.at_s).toBe(500);
});

it('takes a disk that was lost, where nothing can be written, for no claim that nothing is lost', () => {
  const update = drill.updates.find(({ id }) => id === 'owners');
  if (!update) throw new Error('the update is missing');
  const claim = (text: string) =>
    checkUpdate(update, text, new Set(), new Set()).claims.map(({ id }) => id);
  const fair = [
    'evstore-03 lost a second disk at 06:27 and shut down; nothing can be written or read there.',
    'The array lost two of five disks, so nothing could be stored after 06:27.',
  ];
  for (const text of fair) expect(claim(text)).toEqual([]);
  for (const text of ['Two disks failed at 06:27, but nothing is lost.', 'We lost nothing.'])
    expect(claim(text)).toEqual(['no-loss']);
  const ran =
    'The array lost sdd (HLV4K307727) on 13 April at 03:28 after repeated link errors and ran correctly without it for nine days.';
  expect(claim(ran)).toEqual([]);
  expect(claim('Nine days of logs are lost.')).not.toEqual([]);
});

describe('words that follow what was done', () => {
  const call: DeedLine = [60, ...use('tell-custodian')];
  const createNow: DeedLine = [450, ...create];
  const written: DeedLine = [
    700,
    'update_sent',
    { update: 'owners', text: 'case-0217 has no other copy.', citations: [] },
  ];
  const question = (decision: string, ...lines: readonly DeedLine[]) => {
    const found = prepared.byId.decisions.get(decision);
    if (!found) throw new Error(`no ${decision}`);
    return wordQuestion(prepared, playDeeds(prepared, ...lines), found);
  };
  const feedback = (...lines: readonly DeedLine[]) =>
    writeDebrief(prepared, playDeeds(prepared, ...lines, last))
      .feedback.map(({ text }) => text)
      .join(' ');

  it('ask for a level once Maren has asked for it', () => {
    expect(playDeeds(prepared, [170, ...pause]).decisions.has('severity')).toBe(false);
    expect(playDeeds(prepared, [190, ...pause]).decisions.has('severity')).toBe(true);
    expect(readChoice(playDeeds(prepared, [710, ...pause]), 'severity').option).toBeUndefined();
    expect(readChoice(playDeeds(prepared, [730, ...pause]), 'severity').option).toBe('none');
  });

  it('ask of no array, copy, call, tray or try as if nothing had been done', () => {
    expect(question('first', [130, ...stop])).toMatch(/md0 is stopped.*from here/);
    expect(question('first', [130, ...stop], [200, ...copy])).toMatch(/sdf is being copied/);
    expect(question('custody', call)).toMatch(/heard it from you/);
    expect(question('custody', refuse, [1000, ...pause])).toMatch(/from others/);
    expect(question('stale', [500, ...reply('f-jo', 'bay-5')])).toMatch(/before bay 5/);
    expect(question('loss', [730, ...pause])).toMatch(/^Ravi asks/);
    expect(question('loss', written)).toMatch(/have your message/);
    expect(question('bring-back', ...saved)).toMatch(/in a test array/);
    expect(question('bring-back', [130, ...stop], createNow)).toMatch(/of this morning/);
    expect(question('bring-back')).toMatch(/or there will be/);
  });

  it('turn down the re-add with what was read before', () => {
    const said = (...lines: readonly DeedLine[]) =>
      playDeeds(prepared, ...lines, refuse).feed.get('f-colm')?.answer?.said?.text;
    expect(said()).toMatch(/until we know/);
    expect(said([200, ...examine('sdd1')])).toMatch(/event 41207/);
  });

  it('thank the custodian’s first caller alone', () => {
    const thanked = playDeeds(prepared, refuse, [900, ...use('tell-custodian')], last);
    expect(thanked.feed.has('f-ilse-thanks')).toBe(true);
    expect(thanked.feed.has('f-ilse-late')).toBe(false);
    const late: DeedLine = [1000, ...use('tell-custodian')];
    const state = playDeeds(prepared, refuse, late, last);
    expect(state.feed.has('f-ilse-thanks')).toBe(false);
    expect(state.feed.has('f-ilse-late')).toBe(true);
    expect(feedback(refuse, late)).not.toMatch(/heard it from you/);
    expect(feedback(call)).toMatch(/heard it from you/);
    const choose = decide('custody', 'tell-then-copy');
    expect(readChoice(playDeeds(prepared, refuse, [1000, ...choose]), 'custody').rating).toBe(5);
    expect(readChoice(playDeeds(prepared, refuse, [900, ...choose]), 'custody').rating).toBe(7);
  });

  it('rate by what had been told, created, laid or written before', () => {
    const level: DeedLine = [300, ...decide('severity', 'high-later')];
    expect(readChoice(playDeeds(prepared, call, level), 'severity').rating).toBe(5);
    expect(readChoice(playDeeds(prepared, level), 'severity').rating).toBe(4);
    const first: DeedLine = [600, ...decide('first', 'copy-first')];
    expect(readChoice(playDeeds(prepared, [130, ...stop], createNow, first), 'first').rating).toBe(
      4,
    );
    expect(readChoice(playDeeds(prepared, [130, ...stop], first), 'first').rating).toBe(7);
    expect(readChoice(playDeeds(prepared, ...saved, last), 'stale')).toEqual(none(4));
    expect(readChoice(playDeeds(prepared, refuse, last), 'stale')).toEqual(none(1));
    expect(readChoice(playDeeds(prepared, written, last), 'loss')).toEqual(none(4));
    expect(readChoice(playDeeds(prepared, refuse, last), 'loss')).toEqual(none(1));
  });
});

describe('people', () => {
  const mood = (person: string, ...lines: readonly DeedLine[]) =>
    findMood(prepared, playDeeds(prepared, ...lines), person);
  const call: DeedLine = [60, ...use('tell-custodian')];
  const rebuild: DeedLine = [500, ...decide('first', 'rebuild')];

  it('are in the mood that what was done put them in', () => {
    expect(mood('colm', [370, ...pause])).toMatch(/in a hurry/);
    expect(mood('colm', [370, ...reply('f-colm', 'go')])).toMatch(/Typing/);
    expect(mood('colm', refuse, [420, ...pause])).toMatch(/superblocks/);
    expect(mood('colm', refuse, rebuild, [1000, ...pause])).toMatch(/off the keyboard/);
    expect(mood('colm', [130, ...stop], [300, ...create], [1000, ...pause])).toMatch(/not believe/);
    expect(mood('ilse', refuse, [400, ...pause])).toBeNull();
    expect(mood('ilse', call, refuse, [1000, ...pause])).toMatch(/on your side/);
    expect(mood('ilse', refuse, [1000, ...pause])).toMatch(/report/);
    expect(mood('ravi', refuse, [730, ...pause])).toMatch(/other line/);
  });

  it('ask again before they act, and not where they were answered', () => {
    const late = playDeeds(prepared, [550, ...pause]).feed;
    for (const item of ['f-ticket', 'f-colm']) expect(late.has(`${item}-again`)).toBe(true);
    expect(playDeeds(prepared, [590, ...pause]).feed.has('f-forced')).toBe(false);
    expect(playDeeds(prepared, [670, ...pause]).feed.has('f-jo-again')).toBe(true);
    expect(playDeeds(prepared, refuse, [1000, ...pause]).feed.has('f-colm-again')).toBe(false);
  });
});

it('knows the member that is behind, and those who are thought to be', () => {
  const state = playDeeds(prepared, refuse, last);
  const match = (text: string) => matchHypothesis(prepared, state, text);
  for (const text of [
    'sdd1 is stale, it stops nine days ago',
    'The link of bay 4 is bad since the tray was reseated in March',
    'sdd is healthy but nine days behind',
    'sdf is failing, and it is the current one',
  ])
    expect([text, match(text)]).toEqual([text, 'sdd-behind']);
  for (const text of [
    'sdf1 has bad sectors and must stay out',
    'sdd is fine, it can be re-added',
    'sdd1 is current and sdf1 has to go out',
  ])
    expect([text, match(text)]).toEqual([text, 'sdf-worse']);
  for (const text of ['Log tampering', 'Somebody stopped the store on purpose'])
    expect([text, match(text)]).toEqual([text, 'tampered']);
  for (const text of ['There was no tampering', 'The heat killed two disks'])
    expect([text, match(text)]).toEqual([text, null]);
});

it('takes a member that was read again, and what the owner told, for known', () => {
  const cite = (outcome: string) => ({
    file: 'tools',
    locator: { kind: 'record', id: `examine/${outcome}` },
  });
  const state = playDeeds(
    prepared,
    refuse,
    [400, ...examine('sdd1')],
    [500, ...examine('sdf1')],
    [600, ...decide('stale', 'sdd-events', [cite('stale'), cite('current')])],
  );
  expect(state.milestones.has('dated')).toBe(true);
  const hours = drill.updates[0]?.facts.find(({ id }) => id === 'hours')?.known;
  if (!hours) throw new Error('no condition');
  expect(prepared.test(hours)(playDeeds(prepared, refuse, [730, ...pause]))).toBe(true);
  expect(prepared.test(hours)(playDeeds(prepared, refuse, [700, ...pause]))).toBe(false);
});

describe('what could be memorised', () => {
  it('ends a world wide name as its serial', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const variant = prepareDrill(drill, evidence, seed);
      for (const file of ['smart-sdd', 'smart-sdf']) {
        const text = variant.evidence.get(file) ?? '';
        const serial = /Serial Number: +\w+(\d{4})/.exec(text)?.[1];
        expect(/WWN Device Id: .*?(\d{4})\n/.exec(text)?.[1], `seed ${seed}`).toBe(serial);
      }
    }
  });
});

describe('how far a disk is behind, and what cannot be read of it', () => {
  const words = new Map([
    [3, 'three'],
    [5, 'five'],
    [7, 'seven'],
    [9, 'nine'],
    [11, 'eleven'],
    [13, 'thirteen'],
    [15, 'fifteen'],
  ]);
  /** What whoever looks reads in a play: in the superblocks, of the disk itself, in the log of smartd. */
  const read = (seed: number) => {
    const play = prepareDrill(drill, evidence, seed);
    const file = (id: string) => play.evidence.get(id) ?? '';
    const member = (name: string) => {
      const block =
        file('examine')
          .split('/dev/')
          .find((text) => text.startsWith(`${name}1:`)) ?? '';
      return {
        events: Number(/Events : (\d+)/.exec(block)?.[1]),
        at: Date.parse(`${/Update Time : (.*)/.exec(block)?.[1] ?? ''} UTC`),
        state: /State : (\w+)/.exec(block)?.[1],
      };
    };
    const sdf = member('sdf');
    const [survivor, ...others] = [member('sdb'), member('sdc'), member('sde')];
    for (const other of others) expect(other).toEqual(survivor);
    const looks = [
      ...file('alert-path').matchAll(/(\d+) Currently unreadable.*?(?:\(changed \+(\d+)\))?$/gm),
    ];
    return {
      play,
      file,
      sdf,
      sdd: member('sdd'),
      survivor,
      events: survivor.events - sdf.events,
      seconds: (survivor.at - sdf.at) / 1000,
      pending: Number(/Current_Pending_Sector.* (\d+)$/m.exec(file('smart-sdf'))?.[1]),
      looks: looks.map(([, sectors, more]) => ({
        sectors: Number(sectors),
        more: Number(more ?? 0),
      })),
    };
  };
  const plays = Array.from({ length: 24 }, (_, seed) => read(seed));

  it('is said alike by all who say it, in every play', () => {
    for (const [seed, { play, sdf, sdd, survivor, events, seconds, pending }] of plays.entries()) {
      const label = `seed ${seed}`;
      const many = words.get(events) ?? '';
      expect(many, label).not.toBe('');
      const say = (tool: string, outcome: string) =>
        play.drill.tools.find(({ id }) => id === tool)?.outcomes.find(({ id }) => id === outcome)
          ?.answer;
      const clue = (id: string) => play.drill.clues.find((one) => one.id === id)?.says;
      const option = play.drill.decisions
        .find(({ id }) => id === 'stale')
        ?.options.find(({ rating }) => rating === 7);
      const copied = play.drill.feed.find(({ id }) => id === 'f-image-done')?.body;
      const listing = play.drill.feed.find(({ body }) => body.includes('ov-sdg1(4)'))?.body;
      const bytes = pending * 512;
      const said: readonly (readonly [string | undefined, ...string[]])[] = [
        [option?.text, `event ${sdd.events} `],
        [
          option?.reason,
          `${sdd.events} against ${sdf.events} and ${survivor.events}.`,
          `missed ${many} events in ${seconds} seconds`,
        ],
        [clue('c-ev-sdf'), `${many} events before`],
        [clue('c-ev-good'), `stand at ${survivor.events}`],
        [
          play.drill.debrief.text,
          `stops at ${sdf.events}, ${many} events (${seconds} seconds) before the three survivors at ${survivor.events}`,
        ],
        [
          play.drill.debrief.story,
          `${seconds} seconds behind`,
          `with ${bytes / 1024} KiB unreadable`,
        ],
        [
          play.drill.hints.map(({ tiers }) => tiers.map(({ text }) => text).join(' ')).join(' '),
          `stops at ${sdf.events}, ${many} before the others`,
        ],
        [listing, `from ${sdf.events} upto ${survivor.events}`],
        [say('assemble', 'mixed'), `from ${sdd.events} upto ${survivor.events}`],
        [say('assemble', 'forced-originals'), `from ${sdf.events} upto ${survivor.events}`],
        [clue('c-pending'), `${pending} sectors`],
        [copied, `${bytes} B`, `${bytes.toLocaleString('en-GB')} bytes`],
        [clue('c-image'), `${bytes / 1024} KiB`],
      ];
      for (const [text, ...phrases] of said)
        for (const phrase of phrases) expect(text, label).toContain(phrase);
      const state = playDeeds(play, [60, ...pause]);
      for (const lack of [`${many} events`, `${events} events`, `${seconds} seconds`]) {
        const hypothesis = matchHypothesis(play, state, `sdf1 lacks ${lack} only`);
        expect(hypothesis, `${label}: ${lack}`).toBe('sdd-behind');
      }
    }
  });

  it('fits what the disk and the kernel tell of the same moments', () => {
    for (const [seed, { file, sdf, sdd, survivor, pending, looks }] of plays.entries()) {
      const label = `seed ${seed}`;
      // An even count is that of a clean superblock.
      expect([sdf.events % 2, sdf.state], label).toEqual([1, 'active']);
      expect([survivor.events % 2, survivor.state], label).toEqual([0, 'clean']);
      expect(sdd.events, label).toBeLessThan(sdf.events);
      // Its last write is that of the superblock, before the first error that the kernel tells of.
      const failed = /^(\S+) ata6\.00: exception/m.exec(file('dmesg'))?.[1] ?? '';
      expect(sdf.at, label).toBeLessThan(Date.parse(failed.replace(',', '.')));
      const write = /\+(\d+):(\d+):([\d.]+) {2}WRITE/.exec(file('smart-sdf')) ?? [];
      const powered = /\+(\d+):(\d+):([\d.]+) {2}READ/.exec(file('smart-sdf')) ?? [];
      const second = ([, hours, minutes, seconds]: readonly string[]) =>
        Number(hours) * 3600 + Number(minutes) * 60 + Math.floor(Number(seconds));
      expect(second(write), label).toBeLessThan(second(powered));
      expect(second(write) % 60, label).toBe(((sdf.at / 1000) % 60) + 20);
      const last = looks.at(-1);
      const before = looks.at(-2);
      expect(last, label).toEqual({ sectors: pending, more: pending - (before?.sectors ?? 0) });
    }
  });

  it('is another number in another play', () => {
    const of = (figure: (one: (typeof plays)[number]) => number) => new Set(plays.map(figure)).size;
    expect(of(({ sdf }) => sdf.events)).toBeGreaterThan(4);
    expect(of(({ survivor }) => survivor.events)).toBe(of(({ sdf }) => sdf.events));
    expect(of(({ events }) => events)).toBe(of(({ sdf }) => sdf.events));
    expect(of(({ seconds }) => seconds)).toBe(of(({ sdf }) => sdf.events));
    expect(of(({ pending }) => pending)).toBeGreaterThan(4);
  });
});
