import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '../engine/drill/attempt-log.ts';
import { instantiate } from '../engine/drill/instantiate.ts';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { replay } from '../engine/drill/step.ts';
import { wordQuestion } from '../engine/drill/words-of-the-moment.ts';
import { parseCsv } from '../engine/evidence/csv.ts';
import { readEvidence } from '../engine/evidence/read-evidence.ts';
import type { Condition } from '../engine/format/condition-schema.ts';
import type { Drill } from '../engine/format/drill-schema.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { scoreAttempt, shareOfTotal } from '../engine/score/score.ts';
import { reviewRedHerrings } from '../engine/score/red-herrings.ts';
import { matchTimeline } from '../engine/score/timeline-points.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import { aLog } from '../engine/testing/a-log.ts';
import {
  type DeedLine,
  matchHypothesis,
  playDeeds,
  readBundledDrill,
  readChoice,
  readLastAnswer,
  readOutcome,
  readGolden,
} from './testing/bundled-drill.ts';
import { decide, pause, reply, use } from './testing/deeds.ts';

const slug = 'd28-the-photo-that-gave-orders';
const { drill, evidence, prepared } = readBundledDrill(slug);

const note = (file: string, id: string) =>
  [
    'timeline_added',
    {
      id: 't1',
      at: null,
      text: 'seen',
      citations: [{ file, locator: { kind: 'record', id } }],
    },
  ] as const;

const byOrigin = 'written in a run that read the picture';
const byText = 'with exactly the sentence of the first one';
const shareOff = use('switch-tool', { tool: 'share_album', state: 'off' });
const shareOn = use('switch-tool', { tool: 'share_album', state: 'on' });
const rememberOff = use('switch-tool', { tool: 'remember', state: 'off' });
const allOff = use('switch-tool', { tool: 'the whole assistant', state: 'off' });
const remove = (which: string) => use('remove-memories', { which });
const keepsafe = { recipient: 'keepsafe@albums-backup.example' };

describe('what counts as a step', () => {
  it('counts the calls where the log was opened and its calls were chosen, however they were counted', () => {
    const state = playDeeds(
      prepared,
      [60, 'evidence_opened', { evidence: 'calls' }],
      [300, ...decide('scope', 'by-call')],
    );
    expect([...state.milestones.keys()]).toEqual(
      expect.arrayContaining(['counted-whole', 'memory-path']),
    );
  });

  it('does not count a choice without the log, nor another choice', () => {
    const guessed = playDeeds(prepared, [430, ...decide('scope', 'by-call')]);
    expect(guessed.milestones.has('counted-whole')).toBe(false);
    const other = playDeeds(
      prepared,
      [60, 'evidence_opened', { evidence: 'calls' }],
      [300, ...decide('scope', 'by-picture')],
    );
    expect(other.milestones.has('counted-whole')).toBe(false);
  });

  it('accepts the answer of the count, as it was used or cited', () => {
    const used = playDeeds(prepared, [
      60,
      ...use('count-calls', { by: 'to the address of the alert' }),
    ]);
    expect(used.milestones.has('memory-path')).toBe(true);
    const cited = playDeeds(prepared, [60, ...note('tools', 'count-calls/by-recipient')]);
    expect(cited.milestones.has('counted-whole')).toBe(true);
    expect(cited.milestones.has('memory-path')).toBe(true);
  });

  it('takes the small print as found where its text was opened', () => {
    const state = playDeeds(prepared, [60, 'evidence_opened', { evidence: 'picture-text' }]);
    expect(state.milestones.has('understood')).toBe(true);
  });

  it.each(['D28.s1', 'D28.s2', 'D28.s3', 'D28.e4'])('says in %s which steps earn it', (id) => {
    expect(drill.scoring.rules.find((rule) => rule.id === id)?.why).toMatch(/^Earned by /);
  });
});

describe('what is asked when', () => {
  it('speaks of the patch and the flyer once somebody has', () => {
    expect(playDeeds(prepared, [55, 'notes_changed', { text: 'x' }]).decisions.has('first')).toBe(
      false,
    );
    const told = playDeeds(prepared, [61, 'notes_changed', { text: 'x' }]);
    expect(told.decisions.get('first')?.closes_s).toBe(9 * 60);
  });

  it('asks what to build after calls and the update', () => {
    const settled = [
      [60, 'evidence_opened', { evidence: 'calls' }],
      [300, ...decide('scope', 'by-call')],
      [840, ...decide('shares', 'revoke-keep')],
    ] as const;
    const isOpen = (...lines: readonly DeedLine[]) =>
      playDeeds(prepared, ...settled, ...lines).decisions.has('durable');
    const send = ['update_sent', { update: 'lead-28', text: 'Off.', citations: [] }] as const;
    expect(isOpen([1600, 'notes_changed', { text: 'x' }])).toBe(false);
    expect(isOpen([1000, ...send])).toBe(false);
    expect(isOpen([1000, ...send], [1270, 'notes_changed', { text: 'x' }])).toBe(true);
    expect(isOpen([1745, 'notes_changed', { text: 'x' }])).toBe(true);
  });

  it('says of nothing that it still goes on which a switch or a removal has ended', () => {
    const first = drill.decisions.find(({ id }) => id === 'first');
    expect(first?.prompt).not.toMatch(/\bgoes on\b|\bleaves\b/);
    const patched = drill.outcomes.find(({ id }) => id === 'talked-to');
    expect(patched?.text).not.toMatch(/memories have been at work/);
  });

  it('asks about albums and memories in words that fit before and after they are dealt with', () => {
    const prompts = drill.decisions.filter(({ id }) => id === 'shares' || id === 'memory');
    for (const { prompt } of prompts) expect(prompt).not.toMatch(/\b(?:are shared|settings say)\b/);
  });
});

describe('answers follow what was done', () => {
  const snap = [60, ...use('snapshot')] as const;

  it('finds no planted memory once they are gone', () => {
    const clean = [snap, [130, ...use('remove-memories', { which: byOrigin })]] as const;
    for (const by of [byOrigin, byText]) {
      const state = playDeeds(prepared, ...clean, [260, ...use('find-memories', { by })]);
      const answer = readLastAnswer(prepared, state);
      expect(answer).toMatch(/^None/);
      expect(answer).not.toMatch(/waits/);
    }
    const again = playDeeds(prepared, ...clean, [
      260,
      ...use('remove-memories', { which: byOrigin }),
    ]);
    expect(readLastAnswer(prepared, again)).toMatch(/^None/);
  });

  it('finds the fourteen that a search for one sentence leaves', () => {
    const lines = [snap, [130, ...use('remove-memories', { which: byText })]] as const;
    const read = (tool: string, args: Readonly<Record<string, string>>) =>
      readLastAnswer(prepared, playDeeds(prepared, ...lines, [260, ...use(tool, args)]));
    expect(read('find-memories', { by: byOrigin })).toContain('14');
    expect(read('find-memories', { by: byText })).toMatch(/^None/);
    expect(read('remove-memories', { which: byOrigin })).toContain('14 removed');
    const decided = playDeeds(
      prepared,
      [850, ...decide('memory', 'exact')],
      [990, ...use('find-memories', { by: byOrigin })],
    );
    expect(readLastAnswer(prepared, decided)).toContain('14');
  });

  it('counts planted memories as counted in whatever order they were found and removed', () => {
    const removed = playDeeds(prepared, snap, [
      130,
      ...use('remove-memories', { which: byOrigin }),
    ]);
    expect(removed.milestones.has('memories-found')).toBe(true);
  });

  it('revokes shares once', () => {
    const state = playDeeds(
      prepared,
      [60, ...use('revoke-shares', keepsafe)],
      [130, ...use('revoke-shares', keepsafe)],
    );
    expect(readLastAnswer(prepared, state)).toMatch(/^No share/);
  });

  it('replays production with the patch once it is in production', () => {
    const state = playDeeds(
      prepared,
      [65, ...use('ship-patch')],
      [250, ...use('replay', { with: 'production as it is' })],
    );
    expect(readLastAnswer(prepared, state)).toContain('three of the nine other wordings');
  });
});

it('ships no patch before anybody has offered one', () => {
  expect(drill.tools.find(({ id }) => id === 'ship-patch')?.available).toBeDefined();
});

it('gives the replay one pair of figures: the flyer, and three of the nine others', () => {
  const texts = JSON.stringify(drill);
  expect(texts).not.toMatch(/three of ten/);
  expect(drill.debrief.text).toContain('three of the nine others');
});

it('does not take a word of caution for a claim', () => {
  const [update] = drill.updates;
  const text = 'No word to users on whether albums were opened before 15:45.';
  if (!update) throw new Error('D28 asks for no update');
  expect(checkUpdate(update, text, new Set(), new Set()).claims).toEqual([]);
  const silent = 'No statement to anybody that albums were viewed before 15:45.';
  expect(checkUpdate(update, silent, new Set(), new Set()).claims).toEqual([]);
});

/** The last answer of the tool in a play of these deeds. */
const answer = (...lines: readonly DeedLine[]) =>
  readLastAnswer(prepared, playDeeds(prepared, ...lines));

const feedback = (...lines: readonly DeedLine[]) =>
  writeDebrief(prepared, playDeeds(prepared, ...lines))
    .feedback.map(({ text }) => text)
    .join(' ');

describe('a decision that lapses after its work was done', () => {
  const lapse = (at_s: number, decision: string, ...lines: readonly DeedLine[]) =>
    readChoice(playDeeds(prepared, ...lines, [at_s, ...pause]), decision);

  it.each([
    ['nothing', [], 1],
    [
      'both tools off',
      [
        [10, ...shareOff],
        [80, ...rememberOff],
      ],
      6,
    ],
    ['sharing off', [[10, ...shareOff]], 5],
    ['remembering off', [[10, ...rememberOff]], 2],
    ['all off', [[10, ...allOff]], 4],
    ['the patch', [[65, ...use('ship-patch')]], 2],
  ] as const)('sees at the first switch: %s', (_, lines, rating) => {
    expect(lapse(600, 'first', ...lines)).toEqual({ option: 'none', rating });
  });

  it.each([
    ['nothing', [], 1],
    [
      'a count by the address',
      [[60, ...use('count-calls', { by: 'to the address of the alert' })]],
      5,
    ],
    [
      'a count by the picture',
      [[60, ...use('count-calls', { by: 'by runs that read the picture' })]],
      3,
    ],
    ['what privacy was told', [[130, ...use('tell-privacy')]], 2],
  ] as const)('sees at the number: %s', (_, lines, rating) => {
    expect(lapse(1300, 'scope', ...lines)).toEqual({ option: 'none', rating });
  });

  it.each([
    ['nothing', [], 1],
    [
      'all of them, from a snapshot',
      [
        [60, ...use('snapshot')],
        [130, ...remove(byOrigin)],
      ],
      6,
    ],
    ['all of them, without one', [[130, ...remove(byOrigin)]], 4],
    [
      'one wording',
      [
        [60, ...use('snapshot')],
        [130, ...remove(byText)],
      ],
      3,
    ],
    ['everything', [[130, ...remove('all memories of all users')]], 2],
  ] as const)('sees at what it left behind: %s', (_, lines, rating) => {
    expect(lapse(1700, 'memory', ...lines)).toEqual({ option: 'none', rating });
  });

  it.each([
    ['nothing', [[10, ...shareOff]], 1],
    [
      'revoked',
      [
        [10, ...shareOff],
        [80, ...use('revoke-shares', keepsafe)],
      ],
      5,
    ],
    [
      'revoked, and privacy told',
      [
        [10, ...shareOff],
        [80, ...use('revoke-shares', keepsafe)],
        [150, ...use('tell-privacy')],
      ],
      6,
    ],
    ['revoked while it went on', [[80, ...use('revoke-shares', keepsafe)]], 3],
  ] as const)('sees at the albums: %s', (_, lines, rating) => {
    expect(lapse(1900, 'shares', ...lines)).toEqual({ option: 'none', rating });
  });
});

describe('what is chosen after its work was done', () => {
  const gone = [
    [60, ...use('snapshot')],
    [130, ...remove(byOrigin)],
  ] as const;
  const why = (decision: string, option: string, ...lines: readonly DeedLine[]) =>
    playDeeds(prepared, ...lines, [1150, ...decide(decision, option)]).decisions.get(decision)
      ?.choice?.why;

  it('does not say that planted memories stay where they are gone', () => {
    expect(why('memory', 'exact', ...gone)).not.toMatch(/keep theirs/);
    expect(why('memory', 'restart', ...gone)).not.toMatch(/read the same preference/);
    expect(why('memory', 'ask-users', ...gone)).not.toMatch(/half would never look/);
    expect(why('memory', 'by-origin', ...gone)).toMatch(/^43/);
  });

  it('does not praise a snapshot of what was removed before it', () => {
    const bare = [[130, ...remove(byOrigin)]] as const;
    expect(why('memory', 'by-origin', ...bare)).not.toMatch(/the snapshot says/);
    const empty = [[130, ...remove('all memories of all users')]] as const;
    expect(why('memory', 'by-origin', ...empty)).toMatch(/nobody had planted/);
  });

  it.each(['leave-watch', 'look-sort', 'ask-owners', 'hide-albums'])(
    'knows at %s that the shares were revoked',
    (option) => {
      const revoked = [[60, ...use('revoke-shares', keepsafe)]] as const;
      expect(why('shares', option, ...revoked)).toMatch(/had revoked/);
      expect(why('shares', option)).not.toMatch(/had revoked/);
    },
  );
});

describe('points and praise for what was done', () => {
  const has = (milestone: string, ...lines: readonly DeedLine[]) =>
    playDeeds(prepared, ...lines).milestones.has(milestone);
  const off = [
    [10, ...shareOff],
    [80, ...rememberOff],
  ] as const;
  const end = [2300, ...pause] as const;

  it('takes sharing as kept off where it was not given back', () => {
    expect(has('kept-off', ...off, [640, ...reply('stage', 'other-scene')], end)).toBe(true);
    expect(has('kept-off', ...off, end)).toBe(true);
    expect(
      has('kept-off', ...off, [640, ...reply('stage', 'other-scene')], [1200, ...shareOn], end),
    ).toBe(false);
    expect(has('kept-off', ...off, [640, ...reply('stage', 'demo-account')], end)).toBe(false);
    expect(has('kept-off', ...off, [1820, ...decide('back', 'set-and-yes')])).toBe(true);
  });

  it('does not say that nobody looked where somebody did', () => {
    const look = use('open-album', { album: 'a-358194' });
    expect(has('eyes-off', ...off, [2000, ...look], end)).toBe(false);
    expect(has('eyes-off', ...off, end)).toBe(true);
    expect(has('eyes-off', ...off, [1820, ...decide('back', 'set-and-yes')])).toBe(true);
  });

  it('takes the patch as tried where it was tried before it went out', () => {
    const tried = use('replay', { with: 'the prompt patch' });
    expect(has('patch-tried', [65, ...tried])).toBe(true);
    expect(has('patch-tried', [65, ...use('ship-patch')], [250, ...tried])).toBe(false);
    expect(
      has(
        'patch-tried',
        [65, ...use('ship-patch')],
        [250, ...use('replay', { with: 'production as it is' })],
      ),
    ).toBe(false);
  });

  it('praises a snapshot only where it came before all that was removed', () => {
    const praise = /Snapshot first/;
    const late = [
      [60, ...remove(byText)],
      [190, ...use('snapshot')],
      [260, ...remove(byOrigin)],
    ] as const;
    expect(feedback(...late)).not.toMatch(praise);
    expect(has('kept-copy', ...late)).toBe(false);
    const decided = [
      [850, ...decide('memory', 'exact')],
      [990, ...use('snapshot')],
      [1060, ...remove(byOrigin)],
    ] as const;
    expect(feedback(...decided)).not.toMatch(praise);
    expect(has('kept-copy', ...decided)).toBe(false);
    const first = [
      [60, ...use('snapshot')],
      [130, ...remove(byText)],
      [260, ...remove(byOrigin)],
    ] as const;
    expect(feedback(...first)).toMatch(praise);
    expect(has('kept-copy', ...first)).toBe(true);
  });

  it('praises the switch while it holds, by whichever way it was used', () => {
    const praise = /You took away what it can do/;
    expect(feedback(...off)).toMatch(praise);
    expect(feedback([65, ...decide('first', 'tools-off')])).toMatch(praise);
    expect(feedback([65, ...decide('first', 'tools-off')], [300, ...shareOn])).not.toMatch(praise);
  });

  it('praises the other scene where sharing was off', () => {
    const scene = [640, ...reply('stage', 'other-scene')] as const;
    expect(feedback(...off, scene)).toMatch(/gave the stage a scene/);
    expect(feedback(scene)).not.toMatch(/gave the stage a scene/);
  });

  it('tells of the fourteen that one sentence leaves', () => {
    expect(feedback([60, ...use('snapshot')], [130, ...remove(byText)])).toMatch(
      /Fourteen planted/,
    );
    expect(feedback([10, ...pause])).toMatch(/The planted memories stayed/);
  });
});

describe('when sharing may be on', () => {
  it('asks in words that fit while it is on', () => {
    const back = drill.decisions.find(({ id }) => id === 'back');
    const asked = drill.feed.find(({ id }) => id === 'back-on');
    for (const text of [back?.title, back?.prompt, asked?.subject, asked?.body]) {
      expect(text).not.toMatch(/\bagain\b|\bback\b/);
    }
  });

  it('does not say that it came back where it was on', () => {
    const why = (...lines: readonly DeedLine[]) =>
      playDeeds(prepared, ...lines, [2640, ...pause]).decisions.get('back')?.choice?.why;
    expect(why()).not.toMatch(/came back/);
    expect(why([10, ...shareOff])).toMatch(/came back/);
  });
});

describe('who was told', () => {
  it('takes privacy as told where it was given the list', () => {
    const state = playDeeds(prepared, [1100, ...decide('shares', 'revoke-keep')], [1600, ...pause]);
    expect(state.milestones.has('privacy-knows')).toBe(true);
    expect(state.feed.has('privacy-finds-out')).toBe(false);
  });

  it('does not know of a mail before support has told of it, nor thanks twice', () => {
    expect(answer([10, ...use('tell-privacy')])).not.toContain('12:46');
    expect(answer([130, ...use('tell-privacy')])).toContain('12:46');
    expect(answer([130, ...use('tell-privacy')], [200, ...use('tell-privacy')])).toMatch(
      /I have it/,
    );
    expect(
      answer([130, ...use('open-album', { album: 'a-358194' })], [300, ...use('tell-privacy')]),
    ).toMatch(/looked at pictures yourself/);
  });
});

describe('shares that go on', () => {
  const goesOn = (...lines: readonly DeedLine[]) =>
    playDeeds(prepared, ...lines, [500, ...pause]).feed.has('goes-on');

  it('sends nothing to an address that is blocked', () => {
    expect(goesOn([65, ...decide('first', 'address')])).toBe(false);
    expect(goesOn([65, ...decide('first', 'flyer')])).toBe(true);
    const ended = playDeeds(prepared, [65, ...decide('first', 'address')], [2700, ...pause]);
    expect(readOutcome(prepared, ended)).toBe('another-address');
  });

  it('revokes what left after others were revoked', () => {
    const early = [60, ...use('revoke-shares', keepsafe)] as const;
    const again = [560, ...use('revoke-shares', keepsafe)] as const;
    expect(answer(early, again)).toMatch(/^Four shares/);
    expect(answer(early, again, [640, ...use('revoke-shares', keepsafe)])).toMatch(/^No share/);
    expect(answer([10, ...shareOff], [80, ...use('revoke-shares', keepsafe)], again)).toMatch(
      /^No share/,
    );
    expect(answer(again)).toMatch(/^40 shares/);
  });

  it('takes the number of after 14:00 as one', () => {
    const [update] = drill.updates;
    if (!update) throw new Error('D28 asks for no update');
    const text = 'The gateway log holds 41 albums of 34 users shared with the address.';
    const { facts } = checkUpdate(update, text, new Set(['users']), new Set());
    expect(facts.find(({ id }) => id === 'users')?.met).toBe(true);
  });
});

describe('how it ends', () => {
  const done = (first: number) =>
    [
      [first, ...shareOff],
      [first + 70, ...rememberOff],
      [first + 140, ...use('snapshot')],
      [first + 210, ...remove(byOrigin)],
      [first + 340, ...use('revoke-shares', keepsafe)],
    ] as const;
  const told = [1300, ...use('tell-privacy')] as const;
  const outcome = (...lines: readonly DeedLine[]) =>
    readOutcome(prepared, playDeeds(prepared, ...lines));

  it('tells of the scene only where it was given', () => {
    expect(outcome(...done(10), [640, ...reply('stage', 'other-scene')], told)).toBe('whole-scene');
    expect(outcome(...done(10), told)).toBe('whole');
    expect(drill.outcomes.find(({ id }) => id === 'whole')?.text).not.toMatch(/[Ss]cene/);
  });

  it('counts the albums of after 14:00', () => {
    expect(outcome(...done(550), told)).toBe('whole-later');
    expect(drill.outcomes.find(({ id }) => id === 'whole-later')?.text).toMatch(
      /41 links.*34 users/,
    );
  });

  it('tells links from privacy', () => {
    const [off, remembering, snapshot, removed, revoked] = done(10);
    expect(outcome(off, remembering, snapshot, removed, told)).toBe('links');
    expect(outcome(off, remembering, snapshot, removed, revoked)).toBe('untold');
  });

  it('does not say that sharing has stopped where it is on', () => {
    expect(outcome([60, ...use('open-album', { album: 'a-358194' })])).toBe('goes-on');
    expect(outcome([60, ...remove('all memories of all users')])).toBe('goes-on');
    expect(outcome([10, ...shareOff], [80, ...use('open-album', { album: 'a-358194' })])).toBe(
      'looked',
    );
  });

  it('writes no number of letters that would be another where it went on', () => {
    expect(drill.outcomes.find(({ id }) => id === 'looked')?.text).not.toMatch(/31/);
  });

  it('tells what 17 people lost from what all did', () => {
    expect(outcome([10, ...shareOff], [80, ...remove('all of today')])).toBe('wiped-today');
    expect(outcome([10, ...shareOff], [80, ...remove('all memories of all users')])).toBe('wiped');
  });
});

describe('what is done twice', () => {
  it('answers a switch by how it stood', () => {
    expect(answer([10, ...shareOff], [80, ...shareOff])).toMatch(/already/);
    expect(answer([10, ...rememberOff], [80, ...rememberOff])).toMatch(/already/);
    expect(answer([10, ...shareOn])).toMatch(/was not off/);
    expect(answer([10, ...allOff], [80, ...shareOn])).toMatch(/whole assistant back first/);
    expect(
      answer(
        [10, ...allOff],
        [80, ...use('switch-tool', { tool: 'the whole assistant', state: 'on' })],
      ),
    ).toMatch(/stay off until each/);
    expect(answer([10, ...use('switch-tool', { tool: 'read_text', state: 'on' })])).toBe(
      'It is on.',
    );
  });

  it('copies what is there', () => {
    expect(answer([10, ...use('snapshot')], [80, ...use('snapshot')])).toMatch(/already/);
    expect(answer([10, ...remove(byOrigin)], [140, ...use('snapshot')])).toMatch(/what is left/);
    expect(answer([10, ...remove('all memories of all users')], [140, ...use('snapshot')])).toMatch(
      /no memory left/,
    );
  });

  it('takes nothing twice', () => {
    expect(
      answer([10, ...remove('all memories of all users')], [140, ...remove('all of today')]),
    ).toMatch(/none left/);
    expect(answer([10, ...remove('all of today')], [140, ...remove('all of today')])).toMatch(
      /^None/,
    );
    expect(answer([65, ...use('ship-patch')], [250, ...use('ship-patch')])).toMatch(/already/);
    expect(
      answer([65, ...use('replay', { with: 'the prompt patch' })], [250, ...use('ship-patch')]),
    ).not.toMatch(/told you/);
  });

  it('shows the first day at school in one album only', () => {
    expect(answer([10, ...use('open-album', { album: 'a-350455' })])).not.toMatch(/school/);
  });

  it('offers no restart after one, and asks about memories all the same', () => {
    const state = playDeeds(prepared, [10, ...use('restart-workers')], [850, ...pause]);
    expect(state.feed.has('restart-offer')).toBe(false);
    expect(state.decisions.has('memory')).toBe(true);
  });
});

it('gives no number away that the player has yet to find', () => {
  const texts = drill.decisions.flatMap(({ prompt, options }) => [
    prompt,
    ...options.map(({ text }) => text),
  ]);
  for (const text of texts) expect(text).not.toMatch(/\b(?:43|31)\b/);
});

describe('words and ratings follow what was done', () => {
  const ask = (id: string, ...lines: readonly DeedLine[]): string => {
    const found = drill.decisions.find((one) => one.id === id);
    if (!found) throw new Error(`D28 asks no ${id}`);
    return wordQuestion(prepared, playDeeds(prepared, ...lines), found);
  };
  const promptOf = (id: string) => drill.decisions.find((one) => one.id === id)?.prompt;
  const answerTo = (at_s: number, item: string, choice: string, ...lines: readonly DeedLine[]) =>
    playDeeds(prepared, ...lines, [at_s, ...reply(item, choice)]);
  const say = (...deeds: Parameters<typeof answerTo>) =>
    answerTo(...deeds).feed.get(deeds[1])?.answer?.said;
  const both = [
    [10, ...shareOff],
    [80, ...rememberOff],
  ] as const;
  const peek = [200, ...use('open-album', { album: 'a-358194' })] as const;

  it('asks by what was switched, removed and revoked', () => {
    const later = [500, ...pause] as const;
    const revoke = use('revoke-shares', keepsafe);
    for (const [id, said, ...lines] of [
      ['first', /before you switched/, ...both],
      ['memory', /is gone/, [10, ...remove(byOrigin)]],
      ['memory', /in other words/, [10, ...remove(byText)]],
      ['shares', /are revoked/, [10, ...shareOff], [100, ...revoke]],
      ['shares', /^41 albums/, later],
      ['shares', /^41 albums/, [100, ...revoke], later],
      ['shares', /are revoked/, later, [560, ...revoke]],
      ['back', /goes on again/, ...both],
    ] as const) {
      expect(ask(id)).toBe(promptOf(id));
      expect(ask(id, ...lines)).toMatch(said);
    }
    expect(ask('first', both[0])).toBe(promptOf('first'));
    expect(promptOf('shares')).toMatch(/^37 albums/);
    expect(promptOf('back')).toMatch(/to stay on/);
  });

  it('does not tell the stage that off is what is on, or the other way round', () => {
    const isOff = (choice: string, ...lines: readonly DeedLine[]) =>
      answerTo(640, 'stage', choice, ...lines).variables.get('share_off');
    expect(say(640, 'stage', 'other-scene', ...both)).toMatchObject({ rating: 7 });
    expect(say(640, 'stage', 'other-scene', ...both)?.text).toMatch(/^Sharing stays off/);
    expect(say(640, 'stage', 'other-scene')).toMatchObject({ rating: 6 });
    expect(say(640, 'stage', 'other-scene')?.text).toMatch(/^Sharing goes off now/);
    expect(isOff('other-scene')).toBe(true);
    expect(say(640, 'stage', 'demo-account', ...both)?.text).toMatch(/stays off/);
    expect(say(640, 'stage', 'demo-account')?.text).toMatch(/switch it off/);
    expect(isOff('demo-account')).toBe(true);
    expect(say(640, 'stage', 'until-four')?.text).toMatch(/stays on/);
    expect(say(640, 'stage', 'until-four', ...both)?.text).toMatch(/back on/);
    expect(isOff('until-four', ...both)).toBe(false);
  });

  it('promises the stage nothing that a Finch that is off could not do', () => {
    const down = [10, ...allOff] as const;
    for (const [choice, said, off] of [
      ['other-scene', /^Sharing stays off. I give search and albums back now/, true],
      ['demo-account', /^Finch comes back, with sharing off for everybody/, true],
      ['until-four', /back on until four/, false],
    ] as const) {
      expect(say(640, 'stage', choice, down)?.text).toMatch(said);
      const { variables } = answerTo(640, 'stage', choice, down);
      expect(variables.get('all_off')).toBe(false);
      expect(variables.get('share_off')).toBe(off);
    }
    expect(answerTo(640, 'stage', 'your-choice', down).variables.get('all_off')).toBe(true);
  });

  it('weighs what the mother hears by whether somebody has looked', () => {
    expect(say(980, 'mother', 'say-open')?.rating).toBe(7);
    expect(say(980, 'mother', 'say-open', peek)?.rating).toBe(5);
    expect(say(980, 'mother', 'look-first')?.why).toMatch(/two strangers/);
    expect(say(980, 'mother', 'look-first', peek)?.why).toMatch(/already/);
  });

  it('weighs a larger or smaller switch by what was off', () => {
    for (const [option, before, after] of [
      ['all-off', 4, 3],
      ['address', 3, 3],
      ['tools-off', 7, 7],
    ] as const) {
      const choose = [200, ...decide('first', option)] as const;
      expect(readChoice(playDeeds(prepared, choose), 'first').rating).toBe(before);
      expect(readChoice(playDeeds(prepared, ...both, choose), 'first').rating).toBe(after);
    }
    const why = (...lines: readonly DeedLine[]) =>
      playDeeds(prepared, ...lines, [200, ...decide('first', 'address')]).decisions.get('first')
        ?.choice?.why;
    expect(why()).toMatch(/still being written/);
    expect(why(...both)).not.toMatch(/still being written/);
  });

  it('takes each harm once, and that of removing without a snapshot by whichever way', () => {
    const harms = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines).harms.length;
    const choose = (option: string) => [900, ...decide('memory', option)] as const;
    expect(harms(choose('exact'))).toBe(1);
    expect(harms([10, ...use('snapshot')], choose('exact'))).toBe(0);
    expect(harms([10, ...remove(byText)], choose('exact'))).toBe(1);
    expect(harms(choose('wipe'))).toBe(1);
    const wipe = remove('all memories of all users');
    expect(harms([10, ...wipe], choose('wipe'))).toBe(1);
    const sort = [1200, ...decide('shares', 'look-sort')] as const;
    expect(harms(sort)).toBe(1);
    expect(harms(peek, sort)).toBe(1);
  });
});

it('says when the run of the menu could have been seen', () => {
  const lines = [
    [300, 'evidence_opened', { evidence: 'trace' }],
    [800, ...pause],
  ] as const;
  const reviews = reviewRedHerrings(prepared, aLog(...lines), playDeeds(prepared, ...lines));
  const menu = reviews.find(({ item }) => item.id === 'menu');
  expect(menu?.places.map(({ clue, seen_s }) => [clue.id, seen_s])).toEqual([['menu-answer', 300]]);
});

it.each([0, 1, 2, 3])('keeps of the run of the menu what its mail says, in seed %i', (seed) => {
  const variant = prepareDrill(drill, evidence, seed);
  const mail = variant.drill.feed.find(({ id }) => id === 'menu')?.body ?? '';
  const run = /Run (r-\d+)/.exec(mail)?.[1];
  const steps = (variant.evidence.get('trace') ?? '')
    .split('\n')
    .filter((line) => run !== undefined && line.includes(`"${run}"`));
  expect(steps.some((line) => line.includes('"s-49874"'))).toBe(true);
  expect(steps.join()).not.toMatch(/"(?:remember|share_album)"/);
});

it.each([
  ['told-first', [60, ...use('tell-privacy')]],
  ['told', [180, ...use('tell-privacy')]],
] as const)(
  'takes for the time at which the rule rang what privacy has noted: %s',
  (outcome, told) => {
    const state = playDeeds(prepared, told, [
      300,
      'timeline_added',
      {
        id: 't1',
        at: '2026-10-15T13:52:10Z',
        text: 'rings',
        citations: [{ file: 'tools', locator: { kind: 'record', id: `tell-privacy/${outcome}` } }],
      },
    ]);
    const rang = matchTimeline(prepared, state).find(({ truth }) => truth.id === 'rang');
    expect(rang?.inTime).toBe(true);
  },
);

describe('what a seed draws', () => {
  const variants = Array.from({ length: 20 }, (_, seed) => prepareDrill(drill, evidence, seed));

  it('finds the address by its domain alone too', () => {
    for (const variant of variants) {
      const alert = variant.drill.feed.find(({ id }) => id === 'watch')?.body ?? '';
      const domain = /@([\w.-]+)/.exec(alert)?.[1] ?? '';
      const state = playDeeds(variant, [60, ...use('look-up-address', { address: domain })]);
      expect(readLastAnswer(variant, state)).toMatch(/^Registered/);
    }
  });

  it('keeps what was written this morning in the order of its numbers', () => {
    for (const variant of variants) {
      const today = (variant.evidence.get('memories') ?? '')
        .split('\n')
        .flatMap((line) => /"(m-\d+)".*"2026-10-15T([\d:]+)Z"/.exec(line)?.slice(1) ?? []);
      const pairs = today.flatMap((one, at) => (at % 2 ? [] : [[one, today[at + 1]] as const]));
      const byNumber = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, time]) => time);
      expect(byNumber.length).toBeGreaterThan(60);
      expect(byNumber).toEqual([...byNumber].sort());
    }
  });
});

describe('the play in which it is a round of our own', () => {
  // The twin with all other values as written, so that the same deeds can be done in both.
  const parameters = drill.parameters.filter(
    (one) => one.id === 'twin' || ('with' in one && one.with === 'twin'),
  );
  const seeds = Array.from({ length: 40 }, (_, at) => at + 1);
  const own = seeds
    .map((seed) => prepareDrill({ ...drill, parameters }, evidence, seed))
    .find((one) => one.drill.state['own_set']?.initial === true);
  if (!own) throw new Error('no seed of these has the round');

  const earn = (variant: typeof prepared, events: AttemptLog['events']) => {
    expect(replay(variant, events).refused).toBeNull();
    return scoreAttempt(variant, events);
  };
  const score = (variant: typeof prepared, ...lines: readonly DeedLine[]) =>
    scoreAttempt(variant, aLog(...lines));
  const partOf = ({ parts }: ReturnType<typeof score>, name: string) =>
    parts.find(({ part }) => part === name)?.earned ?? 0;
  const ask = use('ask-test-desk');
  const byFlag = use('count-calls', { by: 'by the flag of the account' });
  const both = [
    [10, ...shareOff],
    [80, ...rememberOff],
  ] as const;
  const rate = (
    variant: typeof prepared,
    at_s: number,
    decision: string,
    option: string,
    ...lines: readonly DeedLine[]
  ) =>
    readChoice(playDeeds(variant, ...lines, [at_s, ...decide(decision, option)]), decision).rating;

  describe('is earned by who asks', () => {
    it('is known to its expert', () => {
      const { header, events } = readGolden(slug, 'expert-twin');
      const variant = prepareDrill(drill, evidence, header.seed);
      expect(readOutcome(variant, replay(variant, events).state)).toBe('round-known');
    });

    it('gives the deeds of the other play at most 70 %, and careless ones at most half', () => {
      const expert = earn(own, readGolden(slug, 'expert').events);
      expect(shareOfTotal(expert)).toBeLessThanOrEqual(0.7);
      expect(shareOfTotal(earn(own, readGolden(slug, 'careless').events))).toBeLessThanOrEqual(0.5);
    });

    it('gives little to whoever calls it a test unasked, in both plays', () => {
      const dismiss = [
        [10, 'acknowledged', { item: 'watch' }],
        [640, ...reply('stage', 'until-four')],
        [850, ...decide('memory', 'ask-users')],
        [980, ...reply('mother', 'nobody-saw')],
        [1090, ...decide('shares', 'ask-owners')],
        [1110, ...decide('whose', 'ours')],
        [1810, ...decide('back', 'quiet-week')],
        [2500, 'ended'],
      ] as const;
      for (const variant of [prepared, own])
        expect(shareOfTotal(score(variant, ...dismiss))).toBeLessThanOrEqual(0.35);
    });

    it('rates the switch alike in both, before and after anybody has asked', () => {
      for (const variant of [prepared, own]) {
        expect(rate(variant, 200, 'first', 'tools-off')).toBe(7);
        expect(rate(variant, 200, 'first', 'tools-off', [65, ...ask])).toBe(7);
        expect(playDeeds(variant, ...both, [2300, ...pause]).milestones.has('kept-off')).toBe(true);
      }
    });

    it('turns on who was asked where nothing can be taken back', () => {
      const asked = [100, ...ask] as const;
      for (const [decision, option, ...ratings] of [
        ['memory', 'by-origin', 7, 7, 4, 1],
        ['memory', 'ask-users', 4, 4, 5, 7],
        ['shares', 'revoke-keep', 7, 7, 5, 1],
        ['shares', 'ask-owners', 2, 2, 3, 7],
        ['whose', 'outside', 4, 7, 2, 1],
        ['whose', 'ours', 1, 1, 3, 7],
        ['whose', 'open', 5, 3, 5, 3],
      ] as const) {
        const found = [prepared, own].flatMap((variant) => [
          rate(variant, 1150, decision, option),
          rate(variant, 1150, decision, option, asked),
        ]);
        expect(found, `${decision}/${option}`).toEqual(ratings);
      }
    });

    it('counts whose accounts they are into the number', () => {
      const log = [60, 'evidence_opened', { evidence: 'calls' }] as const;
      expect(rate(own, 430, 'scope', 'by-call', log)).toBe(5);
      expect(rate(own, 430, 'scope', 'by-call', log, [300, ...byFlag])).toBe(7);
      expect(rate(prepared, 430, 'scope', 'by-call', log)).toBe(7);
    });

    it('weighs what the caller hears by what was asked before', () => {
      const said = (choice: string, ...lines: readonly DeedLine[]) =>
        playDeeds(own, ...lines, [980, ...reply('mother', choice)]).feed.get('mother')?.answer
          ?.said;
      const asked = [100, ...ask] as const;
      expect(said('say-open')?.rating).toBe(6);
      expect(said('say-open', asked)?.rating).toBe(2);
      expect(said('ring-back')?.rating).toBe(5);
      expect(said('ring-back', asked)).toMatchObject({ rating: 7 });
      expect(said('ring-back', asked)?.text).toMatch(/word on her card/);
      expect(said('ring-back')?.text).not.toMatch(/card/);
    });
  });

  describe('is found by looking', () => {
    const finds = ['came-from', 'set-of-today', 'all-flagged', 'desk-confirms'];

    it('shows in evidence and in answers of tools', () => {
      const found = own.drill.clues.filter(({ id }) => finds.includes(id));
      expect(found.filter((clue) => 'evidence' in clue)).toHaveLength(2);
      expect(found.filter((clue) => 'tool' in clue)).toHaveLength(2);
      const rows = (variant: typeof prepared) =>
        (variant.evidence.get('jobs') ?? '').split('\n').filter((row) => row.includes('FR-12'));
      expect(rows(own).join()).toMatch(/,,production,running,.*panel/);
      expect(rows(prepared).join()).toMatch(/staging,done,.*sandbox/);
    });

    it('shows in the session of each run that had the picture or the memory, and of no other', () => {
      const calls = (own.evidence.get('calls') ?? '').split('\n').map((row) => row.split(','));
      const touched = calls.filter(
        ([, , , , , target = '', context]) =>
          context === 'p-5527140' || target === 'p-5527140' || target.includes('keepsafe@'),
      );
      const runs = new Set(touched.map(([, , , run]) => run));
      const steps = (variant: typeof prepared) =>
        (variant.evidence.get('trace') ?? '').split('\n').flatMap((line) => {
          const [, run, session] = /"run": "(r-\d+)".*"session": "([\w-]+)"/.exec(line) ?? [];
          return run === undefined ? [] : [{ run, session }];
        });
      expect(steps(own).length).toBeGreaterThan(20);
      for (const { run, session } of steps(own))
        expect([run, session?.startsWith('panel-')]).toEqual([run, runs.has(run)]);
      for (const { session } of steps(prepared)) expect(session).not.toMatch(/panel/);
    });

    it('is said by the one who runs it, and denied by her in the other play', () => {
      const answered = (variant: typeof prepared, ...lines: readonly DeedLine[]) =>
        readLastAnswer(variant, playDeeds(variant, ...lines));
      expect(answered(own, [60, ...ask])).toMatch(/That is \*\*round FR-12\*\*/);
      expect(answered(own, [60, ...ask], [130, ...ask])).toMatch(/^"Still ours/);
      expect(answered(prepared, [60, ...ask])).toMatch(/^"Not ours/);
      expect(answered(prepared, [60, ...ask], [130, ...ask])).toMatch(/^"Still none/);
      expect(answered(own, [60, ...byFlag])).toMatch(/panel/);
      expect(answered(prepared, [60, ...byFlag])).toMatch(/no flag/);
    });

    it('gives the account that posted one day on which it was made', () => {
      const made = (...lines: readonly DeedLine[]) => readLastAnswer(own, playDeeds(own, ...lines));
      const facts = made([60, ...use('picture-facts', { picture: 'p-5527140' })]);
      expect(facts).toMatch(/account made on 13 October/);
      expect(made([60, ...byFlag])).toMatch(/The one that posted it .* since 13 October/);
    });

    it('is said by her in words that fit what was cleared, and when the caller rang', () => {
      const ask1 = [1300, ...ask] as const;
      const answer = (...lines: readonly DeedLine[]) =>
        readLastAnswer(own, playDeeds(own, ...lines, ask1));
      const origin = [900, ...decide('memory', 'by-origin')] as const;
      const revoke = [150, ...use('revoke-shares', keepsafe)] as const;
      expect(answer()).toMatch(/Memories and shares leave me until 16:00/);
      for (const lines of [[origin], [revoke], [[150, ...remove(byText)]]] as const) {
        expect(answer(...lines)).toMatch(/What you have cleared was my result/);
        expect(answer(...lines)).not.toMatch(/Memories and shares leave me/);
      }
      for (const said of [answer(), answer(revoke)]) {
        expect(said).toMatch(/one rings, and her word is the number of the round/);
        expect(said).not.toMatch(/call I let come/);
      }
      const again = [1600, ...ask] as const;
      const cleared = [1400, ...remove(byOrigin)] as const;
      const still = readLastAnswer(own, playDeeds(own, ask1, cleared, again));
      expect(still).toMatch(/^"Still ours/);
      expect(still).not.toMatch(/are as they were/);
    });

    it('counts in whichever words she said it', () => {
      for (const id of ['hers', 'hers-cleared', 'hers-revoked', 'hers-removed']) {
        const clue = drill.clues.find(
          (one) => 'outcome' in one && one.tool === 'ask-test-desk' && one.outcome === id,
        );
        expect(clue, id).toBeDefined();
        for (const decision of drill.decisions.filter(({ citations }) =>
          citations?.accepts.includes('desk-confirms'),
        ))
          expect(decision.citations?.accepts, decision.id).toContain(clue?.id);
        const began = drill.truth.find((one) => one.id === 'round-began');
        expect(began?.clues).toContain(clue?.id);
      }
    });

    it('holds accounts that do nothing else in the log', () => {
      const rows = (own.evidence.get('calls') ?? '').split('\n').map((row) => row.split(','));
      const panel = new Set(
        rows.flatMap(([, , user, , tool, target]) =>
          tool === 'read_text' && target === 'p-5527140' ? [user] : [],
        ),
      );
      const kept = new Set(
        rows.flatMap(([, , , , tool, target]) => (tool === 'remember' ? [target] : [])),
      );
      const strange = rows.filter(
        ([call = '', , user, , tool, target, context]) =>
          panel.has(user) &&
          context !== 'p-5527140' &&
          target !== 'p-5527140' &&
          !kept.has(context) &&
          !(tool === 'search_photos' && call === 'c-70089'),
      );
      expect(panel.size).toBe(52);
      expect(strange).toEqual([]);
    });
  });

  describe('goes on as it would', () => {
    const feedOf = (variant: typeof prepared, ...lines: readonly DeedLine[]) =>
      playDeeds(variant, ...lines).feed;

    it('stops when its owner was asked, and only then', () => {
      const later = [500, ...pause] as const;
      expect(feedOf(own, later).has('goes-on')).toBe(true);
      expect(feedOf(own, [60, ...ask], later).has('goes-on')).toBe(false);
      expect(feedOf(prepared, [60, ...ask], later).has('goes-on')).toBe(true);
    });

    it('lets privacy write where she was told and not told what it is', () => {
      const told = [150, ...use('tell-privacy')] as const;
      const end = [2700, ...pause] as const;
      const again = [400, ...use('tell-privacy')] as const;
      for (const variant of [prepared, own]) {
        expect(feedOf(variant, told, end).has('notices')).toBe(true);
        const asked = feedOf(variant, told, [300, ...ask], again, end);
        expect(asked.has('notices')).toBe(variant === prepared);
      }
      expect(readOutcome(own, playDeeds(own, ...both, told, end))).toBe('round-told-out');
      const whole = playDeeds(own, ...both, told, [300, ...ask], again, end);
      expect(readOutcome(own, whole)).toBe('round-known');
      expect(whole.milestones.has('privacy-knows')).toBe(true);
      expect(playDeeds(own, told, end).milestones.has('privacy-knows')).toBe(false);
      expect(readLastAnswer(own, playDeeds(own, [60, ...ask], again))).toMatch(/no clock runs/);
    });

    it('has no notice filled in by privacy in the minute in which she is told', () => {
      const arrives = (told: number) =>
        feedOf(prepared, [told, ...use('tell-privacy')], [2700, ...pause]).get('notices')
          ?.arrived_s;
      expect(arrives(150)).toBe(26 * 60);
      expect(arrives(2000)).toBeGreaterThanOrEqual(2000 + 300);
    });

    it('thanks whoever told privacy before, and tells of it only whoever did not', () => {
      const answer = (...lines: readonly DeedLine[]) =>
        readLastAnswer(
          own,
          playDeeds(own, ...lines, [300, ...ask], [1900, ...use('tell-privacy')]),
        );
      expect(answer()).toMatch(/Had you rung before you knew/);
      const early = answer([150, ...use('tell-privacy')]);
      expect(early).toMatch(/no clock runs/);
      expect(early).toMatch(/before you knew was right/);
      expect(early).not.toMatch(/Had you rung/);
      const clues = drill.truth.find(({ id }) => id === 'rang')?.clues;
      expect(clues).toContain('rang-noted-stood-down-told');
    });

    it('counts a first word to privacy, and the second before her notice goes', () => {
      const earned = (...lines: readonly DeedLine[]) => {
        const { parts } = score(own, ...both, ...lines, [2700, 'ended']);
        const points = parts.flatMap((part) => part.points);
        return ['D28.x1', 'D28.x3'].map((id) => points.find(({ rule }) => rule === id)?.earned);
      };
      const told = [200, ...use('tell-privacy')] as const;
      const asked = [1080, ...ask] as const;
      const again = [1830, ...use('tell-privacy')] as const;
      expect(earned(told, asked, again)).toEqual([2, 2]);
      expect(earned(told)).toEqual([2, 0]);
      expect(earned(asked, again)).toEqual([1, 2]);
      expect(earned()).toEqual([0, 0]);
    });

    it('takes the result as kept where it was left to its owner', () => {
      const has = (milestone: string, ...lines: readonly DeedLine[]) =>
        playDeeds(own, ...both, ...lines, [2300, ...pause]).milestones.has(milestone);
      const asked = [300, ...ask] as const;
      for (const milestone of ['clean-store', 'kept-copy', 'shares-ended']) {
        expect(has(milestone, asked), milestone).toBe(true);
        expect(has(milestone), milestone).toBe(false);
      }
      expect(has('clean-store', asked, [400, ...use('snapshot')], [500, ...remove(byOrigin)])).toBe(
        false,
      );
      expect(has('shares-ended', asked, [1100, ...decide('shares', 'revoke-keep')])).toBe(false);
      expect(has('shares-ended', [150, ...use('revoke-shares', keepsafe)], asked)).toBe(true);
    });

    it('takes shares that were ended before anybody asked as ended, by whichever way', () => {
      const has = (...lines: readonly DeedLine[]) =>
        playDeeds(own, ...both, ...lines, [2300, ...pause]).milestones.has('shares-ended');
      const choose = [1100, ...decide('shares', 'revoke-keep')] as const;
      const asked = [1300, ...ask] as const;
      expect(has(choose, asked)).toBe(true);
      expect(has([900, ...decide('memory', 'by-origin')], choose, asked)).toBe(true);
      expect(has(choose)).toBe(false);
      expect(has([300, ...ask], choose)).toBe(false);
    });

    it('does not say of what was cleared first that it was asked first', () => {
      const told = [1500, ...use('tell-privacy')] as const;
      const end = (...lines: readonly DeedLine[]) =>
        readOutcome(own, playDeeds(own, ...both, ...lines, told, [2700, ...pause]));
      const origin = [900, ...decide('memory', 'by-origin')] as const;
      const choose = [1100, ...decide('shares', 'revoke-keep')] as const;
      const asked = [1300, ...ask] as const;
      for (const cleared of [origin, choose, [200, ...use('revoke-shares', keepsafe)]] as const)
        expect(end(cleared, asked)).toBe('round-cleared-first');
      for (const cleared of [origin, choose])
        expect(end([300, ...ask], cleared)).toBe('round-cleared');
      // The shares before, the memories in spite of her word.
      const revoke = [200, ...use('revoke-shares', keepsafe)] as const;
      expect(end(revoke, [300, ...ask], origin)).toBe('round-cleared');
      expect(end(origin, choose, asked)).toBe('round-cleared-first');
    });

    it.each([
      ['round-wiped', [[10, ...remove('all of today')]]],
      ['round-on', [[60, ...ask]]],
      ['round-unasked', both],
      [
        'round-cleared',
        [
          ...both,
          [150, ...ask],
          [300, ...use('tell-privacy')],
          [400, ...use('revoke-shares', keepsafe)],
        ],
      ],
      ['round-half', [...both, [150, ...ask]]],
    ] as const)('ends as %s', (id, lines) => {
      expect(readOutcome(own, playDeeds(own, ...lines, [2700, ...pause]))).toBe(id);
      expect(readOutcome(prepared, playDeeds(prepared, ...lines, [2700, ...pause]))).not.toMatch(
        /^round/,
      );
    });

    it('takes no look at bought pictures for harm once it is known that they are', () => {
      const look = use('open-album', { album: 'a-358194' });
      const harms = (...lines: readonly DeedLine[]) => playDeeds(own, ...lines).harms.length;
      expect(harms([200, ...look])).toBe(1);
      expect(harms([60, ...ask], [200, ...look])).toBe(0);
      const sort = [1200, ...decide('shares', 'look-sort')] as const;
      expect(harms(sort)).toBe(1);
      expect(harms([60, ...ask], sort)).toBe(0);
      expect(playDeeds(prepared, [60, ...ask], [200, ...look]).harms).toHaveLength(1);
    });
  });

  describe('is written up for what it is', () => {
    it('praises whoever asked before clearing, in whatever order with the switch', () => {
      const praise = (...lines: readonly DeedLine[]) =>
        writeDebrief(own, playDeeds(own, ...lines, [2700, ...pause])).feedback.find(({ text }) =>
          text.includes('asked before anything'),
        )?.text;
      expect(praise([10, ...ask], [100, ...shareOff])).toMatch(/^You switched, which/);
      const revoke = [200, ...use('revoke-shares', keepsafe)] as const;
      expect(praise(...both, revoke, [300, ...ask])).toBeUndefined();
      const late = [400, ...use('revoke-shares', keepsafe)] as const;
      expect(praise(...both, [300, ...ask], late)).toBeUndefined();
    });

    const [update] = drill.updates;
    if (!update) throw new Error('D28 asks for no update');
    const claims = (text: string, ...allowed: readonly string[]) =>
      checkUpdate(update, text, new Set(), new Set(allowed)).claims.map(({ id }) => id);

    it('marks a test that nobody has confirmed, and people who are none', () => {
      expect(claims('It is a test of our own red-team set.')).toContain('only-a-test');
      expect(claims('It is a test of our own red-team set.', 'only-a-test')).toEqual([]);
      expect(claims('Whether it is a test of our own we do not know.')).toEqual([]);
      expect(claims('31 users are told by privacy this evening.')).toContain('people-hit');
      expect(claims('No user is to be told by anybody.')).not.toContain('people-hit');
    });

    it('asks for the round in this play, and in the other for none of it', () => {
      const { events } = readGolden(slug, 'expert');
      const told = (variant: typeof prepared) => partOf(earn(variant, events), 'communication');
      expect(told(prepared)).toBeCloseTo(18);
      expect(told(own)).toBeLessThan(14);
    });

    it('tells in the debrief what was true in this play', () => {
      const told = (variant: typeof prepared) =>
        JSON.stringify(writeDebrief(variant, playDeeds(variant, [2700, ...pause])));
      expect(told(own)).toMatch(/It was round FR-12 of the team's own red-team set/);
      expect(told(own)).not.toMatch(/by somebody whom nobody here knows/);
      expect(told(prepared)).toMatch(/by somebody whom nobody here knows/);
      expect(told(prepared)).not.toMatch(/It was round FR-12/);
      expect(drill.debrief.text).not.toMatch(/posted to|of 31 users|31 letters/);
    });

    it('says up to when it counts, for it may have gone on', () => {
      for (const variant of [prepared, own]) {
        const told = JSON.stringify(writeDebrief(variant, playDeeds(variant, [2700, ...pause])));
        expect(told).toMatch(
          /Until the rule rang it kept that in 43 memories and shared 37 albums/,
        );
        expect(told).not.toMatch(/37 times/);
      }
    });

    it('takes a hypothesis for true where it is', () => {
      const holds = (variant: typeof prepared, text: string) => {
        const id = matchHypothesis(variant, playDeeds(variant, [2700, ...pause]), text);
        return variant.drill.hypotheses.find((one) => one.id === id)?.true;
      };
      for (const [text, inMain] of [
        ['This is a test of our own', false],
        ['Somebody outside planted it', true],
      ] as const) {
        expect(holds(prepared, text), text).toBe(inMain);
        expect(holds(own, text), text).toBe(!inMain);
      }
    });
  });

  it('shows no word of the one play in the other', () => {
    /** Whether this may hold in a play with or without the round, whatever else happens. */
    const mayHold = (when: Condition | undefined, round: boolean): boolean => {
      if (when === undefined) return true;
      if ('all' in when) return when.all.every((one) => mayHold(one, round));
      if ('any' in when) return when.any.some((one) => mayHold(one, round));
      return 'var' in when && when.var === 'own_set' && 'is' in when ? when.is === round : true;
    };
    /** What a tool may answer: nothing after an outcome that holds in each play of this kind. */
    const listAnswers = (outcomes: Drill['tools'][number]['outcomes'], round: boolean) => {
      const last = outcomes.findIndex(
        ({ match, when }) =>
          match === undefined &&
          when !== undefined &&
          'var' in when &&
          when.var === 'own_set' &&
          mayHold(when, round),
      );
      const reached = last < 0 ? outcomes : outcomes.slice(0, last + 1);
      return reached.filter(({ when }) => mayHold(when, round)).map(({ answer: said }) => said);
    };
    const show = (variant: typeof prepared, round: boolean): string => {
      const { feed, tools, decisions, people, evidence: files } = variant.drill;
      const met = <T extends { readonly when?: Condition | undefined }>(list: readonly T[]) =>
        list.filter(({ when }) => mayHold(when, round));
      return JSON.stringify([
        ...variant.evidence.values(),
        files.map(({ title, about }) => [title, about]),
        met(feed).map(({ subject, body, replies }) => [
          subject,
          body,
          replies.map(({ text, reword }) => [text, met(reword)]),
        ]),
        tools.map(({ title, about, outcomes }) => [title, about, listAnswers(outcomes, round)]),
        decisions.map(({ prompt, reword, options }) => [
          prompt,
          met(reword),
          options.map(({ text }) => text),
        ]),
        people.map(({ role, about, moods }) => [role, about, met(moods)]),
      ]);
    };
    const ofRound =
      /block P3|panel-\d|bought|That is \*\*round|of the round|her card|of our own, on the panel/;
    const ofOther =
      /sandbox accounts, and|\*\*no flag\*\*|Not ours|none of ours|staging,done,\\"120/;
    const find = (words: RegExp, variant: typeof prepared, round: boolean) =>
      words.exec(show(variant, round))?.[0];
    expect(find(ofRound, own, true)).toBeDefined();
    expect(find(ofOther, prepared, false)).toBeDefined();
    expect(find(ofRound, prepared, false)).toBeUndefined();
    expect(find(ofOther, own, true)).toBeUndefined();
  });
});

describe('what an update of one’s own says', () => {
  const [update] = drill.updates;
  if (!update) throw new Error('D28 asks for no update');
  const said = (text: string, id: string) =>
    checkUpdate(update, text, new Set(update.facts.map((one) => one.id)), new Set()).facts.find(
      (one) => one.id === id,
    )?.met;

  it.each([
    'A photographed notice told Finch to share albums with keepsafe@albums-backup.example.',
    'Finch obeyed a notice on a board and shared albums.',
    'Lines on a poster made Finch share albums that nobody asked for.',
    'Text in a picture makes Finch share albums.',
  ])('knows what happened from: %s', (text) => {
    expect(said(text, 'what')).toBe(true);
  });

  it('takes everything for sharing and remembering too', () => {
    expect(said('Everything off since 14:02.', 'off')).toBe(true);
    expect(said('Everything is still on.', 'off')).toBe(false);
  });

  it('knows a tool that shares without asking for what it is', () => {
    expect(said('The tool still shares without asking, so it stays off.', 'still-true')).toBe(true);
  });

  it('takes nobody for told or hit by what denies or asks it', () => {
    const claims = (text: string) =>
      checkUpdate(update, text, new Set(), new Set()).claims.map(({ id }) => id);
    for (const text of [
      'Unknown: whether real users were hit by other pictures before today.',
      'Letters to users are stopped.',
      'Ivana Petrak takes back the letters to users.',
      'Five owners told support from a card.',
      'Everything is contained to the panel, sharing remains off.',
    ])
      expect(claims(text), text).toEqual([]);
    expect(claims('Letters to users go out tonight.')).toContain('people-hit');
    expect(claims('Support tells the users.')).toContain('people-hit');
    expect(claims('Everything is contained.')).toContain('over');
  });

  it('does not take a number of albums for what happened', () => {
    expect(said('37 albums of 31 accounts.', 'what')).toBe(false);
  });
});

describe('the names that were looked up', () => {
  const bare = { ...drill, feed: [], evidence: [], tools: [], decisions: [], updates: [] };
  const texts = new Map(['calls', 'resolver'].map((id) => [id, evidence.get(id) ?? '']));
  texts.set('domain', 'albums-backup.example');

  it('tell of the address with its first and its last share, in every play', () => {
    for (let seed = 0; seed <= 200; seed += 1) {
      const drawn = instantiate(bare, texts, seed).evidence;
      const [head = [], ...calls] = parseCsv(drawn.get('calls') ?? '');
      const read = (row: readonly string[], column: string) => row[head.indexOf(column)] ?? '';
      const content = readEvidence({ format: 'resolver' }, drawn.get('resolver') ?? '');
      if (content.kind !== 'table') throw new Error('the log of the resolver is no table');
      expect(content.brokenLines).toEqual([]);
      const cell = (row: (typeof content.rows)[number], column: string) =>
        row.cells[content.columns.indexOf(column)] ?? '';
      const domain = drawn.get('domain');
      const shares = calls
        .filter((row) => read(row, 'target').endsWith(`keepsafe@${domain ?? ''}`))
        .filter((row) => read(row, 'result') === 'ok')
        .map((row) => Date.parse(read(row, 'time')))
        .toSorted((one, other) => one - other);
      const asked = content.rows
        .filter((row) => cell(row, 'query_name') === `${domain ?? ''}.`)
        .map((row) => Date.parse(cell(row, 'query_timestamp')))
        .toSorted((one, other) => one - other);
      expect(shares.length).toBeGreaterThan(asked.length);
      expect(asked).toHaveLength(12);
      // Each look-up belongs to a share two seconds before it.
      for (const at of asked) expect(shares, `seed ${seed}`).toContain(at - 2000);
      expect(asked[0]).toBe((shares[0] ?? 0) + 2000);
      expect(asked.at(-1)).toBe((shares.at(-1) ?? 0) + 2000);
    }
  });

  it('answer for the mail of a user what its header says was checked', () => {
    const mail = evidence.get('user-mail') ?? '';
    const [, algorithm = ''] = /DKIM-Signature: v=1; a=(\w+)-sha256/.exec(mail) ?? [];
    const [, selector = ''] = /header\.s=(\w+)/.exec(mail) ?? [];
    const [, policy = ''] = /dmarc=pass \(p=(\w+)\)/.exec(mail) ?? [];
    const [, host = ''] = /Received: from \S+ \(\S+ \[([\d.]+)\]\)/.exec(mail) ?? [];
    const checked = (evidence.get('resolver') ?? '')
      .split('\n')
      .filter((line) => line.includes('"query_timestamp":"2026-10-15T12:46:'));
    const find = (name: string) =>
      checked.find((line) => line.includes(`"query_name":"${name}","query_type":"TXT"`));
    expect(find(`${selector}._domainkey.mail.example.`)).toContain(`k=${algorithm};`);
    expect(find('_dmarc.mail.example.')).toContain(`p=${policy};`);
    // A range of four that begins at the first of its hosts.
    expect(find('mail.example.')).toContain('ip4:198.51.100.76/30 -all');
    expect(host).toBe('198.51.100.77');
  });

  it('prove when the first and the last album left', () => {
    for (const [event, clue] of [
      ['first-out', 'first-lookup'],
      ['last-out', 'last-lookup'],
    ])
      expect(drill.truth.find(({ id }) => id === event)?.clues).toContain(clue);
    const state = playDeeds(
      prepared,
      [500, ...pause],
      [
        510,
        ...decide('scope', 'by-call', [
          { file: 'clue', locator: { kind: 'clue', id: 'first-lookup' } },
          { file: 'clue', locator: { kind: 'clue', id: 'p-every' } },
        ]),
      ],
    );
    expect(state.decisions.get('scope')?.choice?.rating).toBe(7);
  });
});

describe('how many it was', () => {
  /** What whoever looks counts in a play: by the address in the log, by the origin in the store. */
  const count = (seed: number) => {
    const play = prepareDrill(drill, evidence, seed);
    const [head = [], ...rows] = parseCsv(play.evidence.get('calls') ?? '');
    const read = (row: readonly string[], column: string) => row[head.indexOf(column)] ?? '';
    const [, address = ''] = /with `(keepsafe@\S+)`/.exec(textOf(play, 'watch')) ?? [];
    const [, picture = ''] = /The picture (p-\d+)/.exec(titleOf(play, 'flyer')) ?? [];
    const shares = rows.filter((row) => read(row, 'target').endsWith(` to ${address}`));
    const memories = (play.evidence.get('memories') ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, string>>);
    const planted = memories.filter(({ written_after }) => written_after === picture);
    const first = planted.toSorted((one, other) =>
      (one['written_at'] ?? '').localeCompare(other['written_at'] ?? ''),
    )[0];
    const users = new Set(shares.map((row) => read(row, 'user')));
    const readers = rows.filter(
      (row) => read(row, 'tool') === 'read_text' && read(row, 'target') === picture,
    );
    return {
      play,
      rows,
      read,
      address,
      picture,
      shares,
      planted,
      albums: shares.length,
      users: users.size,
      seen: shares.filter((row) => read(row, 'context') === picture).length,
      memories: planted.length,
      waiting: planted.filter(({ user = '' }) => !users.has(user)).length,
      worded: planted.filter(({ text }) => text === first?.['text']).length,
      readers: readers.length,
      others: new Set(
        memories
          .filter(({ written_at = '' }) => written_at.startsWith('2026-10-15'))
          .filter((one) => !planted.includes(one))
          .map(({ user }) => user),
      ).size,
    };
  };
  const textOf = (play: typeof prepared, item: string) =>
    play.drill.feed.find(({ id }) => id === item)?.body ?? '';
  const titleOf = (play: typeof prepared, file: string) =>
    play.drill.evidence.find(({ id }) => id === file)?.title ?? '';
  const counts = Array.from({ length: 24 }, (_, seed) => count(seed));

  it('is what rule, tools, facts and endings say of it, in every play', () => {
    for (const [seed, one] of counts.entries()) {
      const { play, albums, users, seen, memories, waiting, worded, readers, others } = one;
      const say = (tool: string, outcome: string) =>
        play.drill.tools.find(({ id }) => id === tool)?.outcomes.find(({ id }) => id === outcome)
          ?.answer;
      const fact = (id: string) =>
        play.drill.updates[0]?.facts.find((each) => each.id === id)?.text;
      const end = (id: string) => play.drill.outcomes.find((each) => each.id === id)?.text;
      const reason = (decision: string, option: string) =>
        play.drill.decisions
          .find(({ id }) => id === decision)
          ?.options.find(({ id }) => id === option)?.reason;
      const label = `seed ${seed}`;
      const later = { albums: albums + 4, users: users + 3 };
      const said: readonly (readonly [string | undefined, ...string[]])[] = [
        [textOf(play, 'watch'), `**${albums} albums of ${users} users**`],
        [textOf(play, 'goes-on'), `: ${later.albums} albums of ${later.users} users.`],
        [
          say('count-calls', 'by-recipient'),
          `${albums} calls from `,
          `**${users} users**, ${albums} albums. ${seen} had the picture in their run, ${albums - seen} a memory only.`,
        ],
        [say('count-calls', 'by-picture'), `${seen} calls to the address. ${albums - seen} others`],
        ...['by-flag', 'by-flag-panel'].map(
          (outcome) =>
            [
              say('count-calls', outcome),
              `All ${users} accounts: `,
              ` the ${memories} accounts `,
              ` all ${readers} that read`,
            ] as const,
        ),
        [
          say('find-memories', 'by-run'),
          `**${memories} memories**`,
          ` From ${waiting} of these accounts`,
        ],
        [say('find-memories', 'by-text'), `**${worded}**`],
        [say('find-memories', 'by-run-left'), `**${memories - worded} of ${memories}** are left`],
        [say('remove-memories', 'by-run'), `${memories} removed`],
        [say('remove-memories', 'today'), `what ${others} others`],
        [say('picture-facts', 'flyer'), `Read by ${readers} runs`],
        [fact('users'), `${albums} albums of ${users} accounts`],
        [
          fact('memories'),
          `${memories} accounts have a planted memory, ${waiting} of them without a share so far`,
        ],
        [reason('scope', 'by-call'), `${albums} albums of ${users} users`],
        [reason('memory', 'by-origin'), `${memories}, in three`],
        [reason('memory', 'exact'), `${worded} of ${memories}`],
        [
          end('whole'),
          `five of ${albums} links were opened. ${users} users hear`,
          `${waiting} more hear`,
        ],
        [end('whole-later'), `six of ${later.albums} links were opened. ${later.users} users`],
        [
          play.drill.debrief.text,
          `for ${albums} invitations`,
          `In ${seen} of the ${albums} shares`,
        ],
        ...play.drill.debrief.plays.map(
          ({ text }) => [text, `in ${memories} memories and shared ${albums} albums`] as const,
        ),
      ];
      for (const [text, ...phrases] of said)
        for (const phrase of phrases) expect(text, label).toContain(phrase);
      const { address, picture } = one;
      const told = `${albums} albums of ${users} accounts went to ${address}, by small print in the picture ${picture}. It left a memory with ${memories} accounts, ${waiting} of them without a share.`;
      const [update] = play.drill.updates;
      if (!update) throw new Error('D28 asks for no update');
      const met = (text: string) =>
        checkUpdate(update, text, new Set(['users', 'memories']), new Set()).facts.flatMap(
          ({ id, met: is }) => (is ? [id] : []),
        );
      expect(met(told), label).toEqual(expect.arrayContaining(['users', 'memories']));
    }
  });

  it('is another number for another picture, so that the number of another play is wrong', () => {
    const of = (figure: (one: (typeof counts)[number]) => number) =>
      new Set(counts.map(figure)).size;
    const plays = new Set(counts.map(({ picture }) => picture)).size;
    expect(plays).toBe(6);
    for (const figure of ['albums', 'users', 'memories', 'waiting', 'readers'] as const)
      expect(
        of((one) => one[figure]),
        figure,
      ).toBe(plays);
  });

  it('holds a run together: who shares by a memory has it, and each is written as it is called', () => {
    for (const { shares, read, planted, rows, picture } of counts) {
      expect(shares.every((row) => read(row, 'result') === 'ok')).toBe(true);
      const origins = new Map(planted.map(({ memory = '', user = '' }) => [memory, user]));
      for (const row of shares) {
        const context = read(row, 'context');
        if (context !== picture) expect(origins.get(context)).toBe(read(row, 'user'));
        const whole = rows.filter((each) => read(each, 'run') === read(row, 'run'));
        expect(new Set(whole.map((each) => read(each, 'user'))).size).toBe(1);
      }
      for (const { memory, user, run, written_at, written_after } of planted) {
        const row = rows.find((each) => read(each, 'target') === memory);
        if (!row) throw new Error(`nobody called for ${memory}`);
        expect(['user', 'run', 'time', 'context'].map((column) => read(row, column))).toEqual([
          user,
          run,
          written_at,
          written_after,
        ]);
        const before = rows.find(
          (each) => read(each, 'run') === run && read(each, 'tool') === 'read_text',
        );
        expect(before && read(before, 'target')).toBe(picture);
      }
    }
  });

  it('is of accounts that do nothing else in the log, so that they may be a panel', () => {
    for (const { rows, read, planted, picture } of counts) {
      const kept = new Set(planted.map(({ memory }) => memory));
      const panel = new Set(
        rows.flatMap((row) => (read(row, 'target') === picture ? [read(row, 'user')] : [])),
      );
      const strange = rows.filter(
        (row) =>
          panel.has(read(row, 'user')) &&
          read(row, 'target') !== picture &&
          read(row, 'context') !== picture &&
          !kept.has(read(row, 'context')) &&
          // The request by which the picture was found first.
          read(row, 'call') !== 'c-70089',
      );
      expect(strange).toEqual([]);
    }
  });

  it('is more than the rule bears for the first time when it rings, at an hour at which it runs', () => {
    const [between_ms, most] = [2 * 60 * 60_000, 30];
    for (const [seed, { play, shares, read }] of counts.entries()) {
      const label = `seed ${seed}`;
      expect(textOf(play, 'watch')).toMatch(/more than 30 owners in a day", run every two hours/);
      const rang = Date.parse(play.drill.truth.find(({ id }) => id === 'rang')?.at ?? '');
      const begun = /j-2209,gateway rules,(\S+?),/.exec(play.evidence.get('jobs') ?? '')?.[1] ?? '';
      expect((rang - Date.parse(begun)) % between_ms, label).toBeLessThan(60_000);
      const ownersBefore = (at: number) =>
        new Set(
          shares
            .filter((row) => Date.parse(read(row, 'time')) < at)
            .map((row) => read(row, 'user')),
        ).size;
      expect(ownersBefore(rang), label).toBeGreaterThan(most);
      expect(ownersBefore(rang - between_ms), label).toBeLessThanOrEqual(most);
    }
  });

  it('lies in a store whose memories and runs are numbered in the order of their times', () => {
    for (const { play } of counts) {
      const rows = (play.evidence.get('memories') ?? '')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Readonly<Record<string, string>>)
        .toSorted((one, other) =>
          (one['written_at'] ?? '').localeCompare(other['written_at'] ?? ''),
        );
      for (const column of ['memory', 'run']) {
        const numbers = rows.map((row) => Number((row[column] ?? '').slice(2)));
        expect(numbers, column).toEqual(numbers.toSorted((one, other) => one - other));
      }
    }
  });

  it('is asked of the resolver no oftener than its cache of half an hour forgets', () => {
    for (const { play, shares, read, address } of counts) {
      const domain = `${address.split('@')[1] ?? ''}.`;
      const asked = (play.evidence.get('resolver') ?? '')
        .split('\n')
        .filter((line) => line.includes(`"query_name":"${domain}"`))
        .map((line) => JSON.parse(line) as Readonly<Record<string, string>>)
        .map(({ query_timestamp = '', srcaddr = '' }) => ({
          at: Date.parse(query_timestamp),
          srcaddr,
        }));
      for (const row of shares) {
        const at = Date.parse(read(row, 'time'));
        const known = asked.filter((one) => one.at <= at + 2000 && at - one.at <= 30 * 60_000);
        expect(known.length, read(row, 'call')).toBeGreaterThan(0);
      }
    }
  });
});
