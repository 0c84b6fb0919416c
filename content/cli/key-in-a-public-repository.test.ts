import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLog, type AttemptEvent } from '../engine/drill/attempt-log.ts';
import { citeRecord } from '../engine/drill/citation.ts';
import { instantiate } from '../engine/drill/instantiate.ts';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { beginAttempt, step } from '../engine/drill/step.ts';
import { readStoryline } from '../engine/evidence/storyline/read-storyline.ts';
import type { Storyline } from '../engine/evidence/storyline/schema.ts';
import { writeFiles } from '../engine/evidence/storyline/write-files.ts';
import type { Clue } from '../engine/format/drill-schema.ts';
import { findMood } from '../engine/drill/mood.ts';
import { wordQuestion, wordReply } from '../engine/drill/words-of-the-moment.ts';
import { reviewRedHerrings } from '../engine/score/red-herrings.ts';
import { scoreState, shareOfTotal } from '../engine/score/score.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { matchTimeline } from '../engine/score/timeline-points.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import {
  citeLines,
  type DeedLine,
  matchHypothesis,
  playDeeds,
  readBundledDrill,
  readChoice,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';
import { decide, look, pause, reply, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d01-key-in-a-public-repository');

const leaked = 'AKIAQ7RT5KZ2MEXAMPLE';
const second = 'AKIAQ7RT5KZ2XEXAMPLE';
const nightly = 'AKIAQ7RT5KZ2DEXAMPLE';

const searchAll = use('search-regions', { regions: 'All seventeen enabled regions' });

const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const answer = (...lines: readonly DeedLine[]) => readLastAnswer(prepared, play(...lines));
const arrived = (...lines: readonly DeedLine[]) => [...play(...lines).feed.keys()];
const read = (id: string) => drill.feed.find((item) => item.id === id)?.body ?? '';
const earned = (id: string, ...lines: readonly DeedLine[]) =>
  scoreState(prepared, play(...lines))
    .parts.flatMap(({ points }) => points)
    .find(({ rule }) => rule === id)?.earned;
const kept = (...lines: readonly DeedLine[]) => earned('D01.c4', ...lines);
const left = (decision: string, ...lines: readonly DeedLine[]) =>
  readChoice(play(...lines, [1670, ...pause]), decision).rating;
const told = (...lines: readonly DeedLine[]) =>
  writeDebrief(prepared, play(...lines, [1675, 'ended'])).feedback.map(({ text }) => text);

const deleting = [300, ...decide('leaked-key', 'delete')] as const;
const off = [300, ...decide('leaked-key', 'off')] as const;

describe('a deleted user', () => {
  it.each([
    ['list-keys', { user: 'ci-deploy' }],
    ['show-permissions', { user: 'ci-deploy' }],
    ['delete-user', { user: 'ci-deploy' }],
    ['deny-all', { user: 'ci-deploy' }],
    ['key-off', { key: leaked }],
  ] as const)('cannot be found by %s', (tool, args) => {
    expect(answer(deleting, [400, ...use(tool, args)])).toMatch(/^`NoSuchEntity`/);
  });

  it('is asked for anew, and nothing of it is put back on', () => {
    const items = arrived(deleting, [730, ...pause]);
    expect(items).toContain('demo-gone');
    expect(items).not.toContain('two-hours');
    expect(read('demo-gone')).not.toMatch(/leave it on|back on/);
    const promised = play(deleting, [730, ...reply('demo-gone', 'again')]);
    expect(promised.variables.get('key_off')).toBe(true);
    expect(kept(deleting, [730, ...reply('demo-gone', 'again')])).toBe(2);
  });

  it('keeps its key off whatever was promised before it was known', () => {
    const late = [
      [725, ...pause],
      [730, ...use('delete-user', { user: 'ci-deploy' })],
      [800, ...reply('two-hours', 'grant')],
    ] as const;
    expect(kept(...late)).toBe(2);
    expect(arrived(...late, [1090, ...pause])).not.toContain('demo-promised');
    expect(arrived(...late, [1090, ...pause])).toContain('demo-broken');
  });

  it('hears the other way for the demo as well', () => {
    const items = arrived(deleting, [730, ...reply('demo-gone', 'other-way')], [1000, ...pause]);
    expect(items).toContain('demo-thanks');
  });
});

describe('a promise to the demo', () => {
  const granted = [off, [730, ...reply('two-hours', 'grant')]] as const;

  it('is heard of by the owner of the account', () => {
    expect(arrived(...granted, [920, ...pause])).toEqual(
      expect.arrayContaining(['demo-promised', 'owner-objects']),
    );
  });

  it('is missed once the key is off again', () => {
    const again = [...granted, [800, ...use('key-off', { key: leaked })]] as const;
    const items = arrived(...again, [1000, ...pause]);
    expect(items).toContain('demo-broken');
    expect(items).not.toContain('owner-objects');
  });

  it('lets key and session work again where a deny on the user refused them', () => {
    const locked = [300, ...use('deny-all', { user: 'ci-deploy' })] as const;
    const state = play(locked, [730, ...reply('two-hours', 'grant')]);
    expect(state.variables.get('locked')).toBe(false);
    expect(state.variables.get('sessions_denied')).toBe(false);
  });
});

it('counts a copy of the trail, and apart from it that no change came before', () => {
  const copied = [200, ...use('preserve', {})] as const;
  const copies = (...lines: readonly DeedLine[]) =>
    ['D01.e1', 'D01.e4'].map((id) => earned(id, ...lines, [1670, ...pause]));
  expect(copies(copied, off)).toEqual([2, 1]);
  expect(copies([100, ...use('key-off', { key: leaked })], copied)).toEqual([2, 0]);
  expect(copies(off)).toEqual([0, 0]);
});

describe('what counts as kept off', () => {
  const silenced = [300, ...use('key-off', { key: leaked })] as const;

  it('is no key that was lent to the demo, before or after it was off again', () => {
    const lent = [730, ...reply('two-hours', 'grant')] as const;
    expect(kept(silenced, lent, [800, ...use('key-off', { key: leaked })])).toBe(0);
    expect(kept(silenced, lent, [800, ...use('delete-user', { user: 'ci-deploy' })])).toBe(0);
    expect(kept(silenced, [1200, ...reply('two-hours', 'grant')])).toBe(0);
  });

  it('is a key that stayed off, whatever else was said and if nothing was', () => {
    expect(kept(silenced, [730, ...reply('two-hours', 'other-way')])).toBe(2);
    expect(kept(silenced, [1500, ...reply('two-hours', 'scold')])).toBe(2);
    expect(kept(silenced, [1670, ...pause])).toBe(2);
    expect(kept([300, ...use('deny-all', { user: 'ci-deploy' })], [1670, ...pause])).toBe(2);
  });

  it('is not asked of whoever ended before it could be shown', () => {
    expect(kept(silenced, [1300, 'ended'])).toBeUndefined();
  });
});

describe('what tools had done when a decision lapsed', () => {
  const before = 'now, when the policy is attached';
  const silenced = [300, ...use('key-off', { key: leaked })] as const;
  const cut = [400, ...use('key-off', { key: second })] as const;
  const denied = [500, ...use('deny-sessions', { principal: 'ci-deploy', before })] as const;
  const gone = [300, ...use('delete-user', { user: 'ci-deploy' })] as const;

  it('is not taken for nothing done about the key', () => {
    expect(left('leaked-key')).toBe(1);
    expect(left('leaked-key', silenced)).toBe(5);
    expect(left('leaked-key', [300, ...use('deny-all', { user: 'ci-deploy' })])).toBe(5);
    expect(left('leaked-key', gone)).toBe(2);
    expect(left('leaked-key', silenced, [730, ...reply('two-hours', 'grant')])).toBe(1);
  });

  it('is not taken for nothing done about what the key had made', () => {
    expect(left('access', silenced)).toBe(1);
    expect(left('access', silenced, cut)).toBe(3);
    expect(left('access', silenced, denied)).toBe(3);
    expect(left('access', silenced, cut, denied)).toBe(5);
    expect(left('access', [300, ...use('deny-all', { user: 'ci-deploy' })], cut)).toBe(5);
    expect(left('access', gone)).toBe(3);
  });

  it('is not taken for no search', () => {
    const two = use('search-regions', { regions: 'us-east-1 and eu-west-1' });
    expect(left('regions')).toBe(1);
    expect(left('regions', [600, ...two])).toBe(2);
    expect(left('regions', [600, ...two], [800, ...searchAll])).toBe(5);
  });
});

it('keeps nothing by switching off what was deleted before', () => {
  const gone = [200, ...use('delete-user', { user: 'ci-deploy' })] as const;
  const choose = (...lines: readonly DeedLine[]) => readChoice(play(...lines, off), 'leaked-key');
  expect(choose(gone).rating).toBe(2);
  expect(choose([200, ...use('deny-all', { user: 'ci-deploy' })]).rating).toBe(7);
  expect(choose([200, ...use('key-off', { key: leaked })]).rating).toBe(7);
});

it('finds the session for whoever points a tool at it', () => {
  const before = 'now, when the policy is attached';
  const found = (...deed: ReturnType<typeof use>) =>
    earned('D01.s1', [300, ...deed], [1670, ...pause]);
  expect(found(...use('deny-sessions', { principal: 'svc-audit', before }))).toBe(2);
  expect(found(...use('key-off', { key: 'ASIAQ7RT5KZ2VEXAMPLE' }))).toBe(2);
  expect(found(...use('key-off', { key: 'ASIAQ7RT5KZ2HEXAMPLE' }))).toBe(0);
});

describe('tools that are used again', () => {
  it.each([
    ['preserve', {}],
    ['ask-codeyard', {}],
    ['key-off', { key: leaked }],
    ['key-off', { key: second }],
    ['key-off', { key: nightly }],
    ['deny-all', { user: 'ci-deploy' }],
    ['deny-all', { user: 'backup-sync' }],
  ] as const)('know it: %s %o', (tool, args) => {
    const once = [300, ...use(tool, args)] as const;
    expect(answer(once, [400, ...use(tool, args)])).not.toBe(answer(once));
  });

  it('switch off anew what was lent in between', () => {
    const lent = [
      [300, ...use('key-off', { key: leaked })],
      [730, ...reply('two-hours', 'grant')],
    ] as const;
    const again = play(...lent, [800, ...use('key-off', { key: leaked })]);
    expect(again.variables.get('key_off')).toBe(true);
    expect(readLastAnswer(prepared, again)).toContain('Calls signed with it are refused');
  });
});

it('does not say of the user with the second key that the case does not name it', () => {
  const refused = (user: string) => answer([300, ...use('delete-user', { user })]);
  expect(refused('backup-sync')).toMatch(/^Refused\..*nightly backup/);
  expect(refused('web-api-task')).toContain('does not name this user');
});

it('finds the owner by the names that other tools take', () => {
  for (const name of ['ci-deploy', 'user/ci-deploy']) {
    expect(earned('D01.x1', [300, ...use('find-owner', { name })])).toBe(2);
  }
});

describe('decisions after the deed', () => {
  const gone = [200, ...use('delete-user', { user: 'ci-deploy' })] as const;
  const now = 'now, when the policy is attached';
  const denied = [200, ...use('deny-sessions', { principal: 'ci-deploy', before: now })] as const;
  const locked = [200, ...use('deny-all', { user: 'ci-deploy' })] as const;
  const inactive = [200, ...use('key-off', { key: leaked })] as const;
  const rated = (decision: string, ...lines: readonly DeedLine[]) =>
    play(...lines).decisions.get(decision)?.choice?.rated ?? [];
  const why = (decision: string, option: string, ...lines: readonly DeedLine[]) =>
    rated(decision, ...lines, [400, ...decide(decision, option)]).find(
      (one) => one.option === option,
    )?.why;

  it('praise no key as kept and switched off that is deleted', () => {
    const chosen = [400, ...decide('leaked-key', 'off')] as const;
    expect(readChoice(play(chosen), 'leaked-key').rating).toBe(7);
    expect(readChoice(play(inactive, chosen), 'leaked-key').rating).toBe(7);
    expect(readChoice(play(gone, chosen), 'leaked-key').rating).toBe(2);
    expect(why('leaked-key', 'off', gone)).not.toMatch(/undone in a second|keeps/);
    const options = rated('leaked-key', gone, chosen);
    for (const { rating } of options) expect(rating).toBeLessThanOrEqual(2);
    expect(options.find(({ rating }) => rating === 2)?.option).toBe('off');
    for (const option of ['watch', 'swap', 'off', 'delete']) {
      expect(why('leaked-key', option, gone)).not.toBe(why('leaked-key', option, inactive));
    }
  });

  it.each([
    ['deleted', gone],
    ['denied', denied],
    ['locked', locked],
  ] as const)('speak of no session as working that is %s', (_, deed) => {
    const keyed = [280, ...decide('leaked-key', 'off')] as const;
    expect(why('access', 'signs-nothing', deed, keyed)).not.toContain('that one works');
    expect(why('access', 'everybody', keyed)).toContain('leave the session alive');
    expect(why('access', 'everybody', deed, keyed)).not.toContain('alive');
    for (const option of ['signs-nothing', 'everybody', 'hunt']) {
      const { rating } = readChoice(
        play(deed, keyed, [400, ...decide('access', option)]),
        'access',
      );
      const before = readChoice(play(keyed, [400, ...decide('access', option)]), 'access').rating;
      expect(rating).toBe(before);
    }
    expect(/Neither needs/.test(why('access', 'hunt', deed, keyed) ?? '')).toBe(deed !== gone);
  });

  it('take the line of the mail that names the key as evidence', () => {
    const lines = (evidence.get('notice') ?? '').split('\n');
    const line = 1 + lines.findIndex((one) => one.includes(`Access key id:   ${leaked}`));
    const earned = (cited: readonly object[]) =>
      scoreState(
        prepared,
        play(
          [100, ...look('notice')],
          [300, ...decide('leaked-key', 'off', cited)],
          [400, 'ended'],
        ),
      )
        .parts.flatMap(({ points }) => points)
        .find(({ rule }) => rule === 'decision:leaked-key')?.earned;
    expect(earned(citeLines(evidence, 'notice', line))).toBeGreaterThan(earned([]) ?? 9);
  });
});

describe('what the update is asked for', () => {
  const [update] = drill.updates;
  const send = [890, 'update_sent', { update: 't15', text: 'Off.', citations: [] }] as const;
  const asked = (...lines: readonly DeedLine[]) => [
    ...(play(...lines, send).updates.get('t15')?.sent?.known ?? []),
  ];
  const says = (fact: string, text: string) => {
    if (!update) throw new Error('D01 asks for no update');
    const { facts } = checkUpdate(update, text, new Set([fact]), new Set());
    return facts.find(({ id }) => id === fact)?.met;
  };

  it('is the key as it is: off, or gone with its user', () => {
    const gone = [200, ...use('delete-user', { user: 'ci-deploy' })] as const;
    expect(asked()).not.toContain('key-off');
    expect(asked()).not.toContain('key-gone');
    expect(asked(off)).toContain('key-off');
    expect(asked(off)).not.toContain('key-gone');
    expect(asked(gone)).toContain('key-gone');
    expect(asked(gone)).not.toContain('key-off');
  });

  it.each([
    'The key of our pipeline was public from 08:46; we deleted the user, and with it the key.',
    'I deleted the user ci-deploy.',
    'The user ci-deploy and its key are deleted.',
    'The user is gone, and the key with it.',
    'The key no longer exists.',
    'The user no longer exists.',
    'The leaked key and its user are gone.',
    'We have removed the pipeline user with its key, which cannot be undone.',
    'We deleted the deploy user; whether data was read we cannot tell yet.',
    'We deleted the user and its key at 09:14, and switched off the second key on backup-sync.',
    'The repository is still public, but the user was deleted at 09:13 and its key is gone.',
    'The leaked key is off.',
    'Its access key no longer works.',
    'Key off at 09:14, with the deploy user deleted.',
    'The key is dead, and the second key is off.',
    'Both keys are off.',
  ])('hears of the deletion in "%s"', (text) => {
    expect(says('key-gone', text)).toBe(true);
  });

  it.each([
    'The key is still on.',
    'We did not delete the user.',
    'The user is not deleted.',
    'Whether the user no longer exists we do not know.',
    'The key and its user are not deleted.',
    "The key hasn't been deleted.",
    'The key will be deleted tonight.',
    'The user is about to be deleted.',
    'If the user is deleted, the release waits.',
    'Whether the key is deleted we do not know.',
    'The developer removed the key from the repository.',
    'The file with the key was removed from the repository at 09:02.',
    'The commit with the key was deleted.',
    'They deleted our user.',
    'We deleted the second key on backup-sync.',
    'We deleted the user backup-sync.',
    'I have removed the key pair next.',
    'The stranger used the key and deleted backups.',
    'The user has been told that files with the key are gone.',
    'The key is on, and the old page is gone.',
    'The second key is off.',
    'We switched off the second key, on backup-sync.',
    'A second key, made for the nightly backup, is inactive.',
    'The new key no longer works.',
  ])('hears of no deletion in "%s"', (text) => {
    expect(says('key-gone', text)).toBe(false);
  });

  it('credits no deletion to whoever switched the key off', () => {
    expect(says('key-off', 'We deleted the user, and with it the key.')).toBe(false);
  });

  it('is a session only where it was seen', () => {
    expect(asked([200, ...use('delete-user', { user: 'ci-deploy' })])).not.toContain('session');
    expect(asked([200, ...use('deny-all', { user: 'ci-deploy' })])).not.toContain('session');
    for (const before of ['now, when the policy is attached', '00:00 UTC today']) {
      const deny = use('deny-sessions', { principal: 'ci-deploy', before });
      expect(asked([200, ...deny])).toContain('session');
    }
    expect(asked(off)).not.toContain('session');
  });

  it.each([
    'They also made themselves a pass that would have lasted until tomorrow evening; it is denied.',
    'They gave themselves access until tomorrow evening.',
    'The stranger made a temporary pass, valid for 36 hours.',
    'The stranger had issued themselves a 36-hour pass.',
    'They gave themselves a ticket for 36 hours.',
    'They set up a way in that lasts until tomorrow.',
    'They made a session until 11 March, and may have read the backups.',
    'They made a session for 36 hours; whether they had access to backups is open.',
  ])('hears of the session in "%s"', (text) => {
    expect(says('session', text)).toBe(true);
  });

  it.each([
    'They had access until 09:17.',
    'The stranger does not have access until tomorrow.',
    'Whether they have access until tomorrow is unknown.',
    'They made no pass that lasted until tomorrow.',
    'They did not make a pass that lasts until tomorrow.',
    'The intruder may have made a pass that lasts until tomorrow.',
    'Whether they made a pass until tomorrow we do not know.',
    'They opened a ticket with platform until tomorrow.',
    'Platform made a ticket for it, and they want it done until tomorrow.',
    'The stranger had access until 11 minutes ago.',
    'I pass this on to the next shift, and they write again tomorrow.',
    'We make a pass over the logs tomorrow, to see what they did.',
    'Platform has access until tomorrow, they say.',
    'They used the key for 36 minutes.',
  ])('hears of no session in "%s"', (text) => {
    expect(says('session', text)).toBe(false);
  });
});

describe('the end', () => {
  const praised = (...lines: readonly DeedLine[]) =>
    writeDebrief(prepared, play(...lines))
      .feedback.map(({ text }) => text)
      .filter((text) => text.includes('no to the demo'));

  it('claims no work and no owner that nobody asked for', () => {
    const text = drill.outcomes.find(({ id }) => id === 'contained')?.text;
    expect(text).not.toMatch(/platform removes|hour-long|with an owner/);
  });

  it('praises for what the developer told once he has told it', () => {
    const no = [off, [730, ...reply('two-hours', 'other-way')]] as const;
    const [early, ...others] = praised(...no, [800, 'ended']);
    expect(early).not.toContain('learned');
    expect(others).toEqual([]);
    expect(praised(...no, [1000, 'ended'])).toEqual([expect.stringContaining('you learned')]);
    expect(praised(off, [730, ...reply('two-hours', 'scold')], [1000, 'ended'])).toEqual([]);
  });

  it('counts the owner of either user as looked up', () => {
    const found = (name: string) =>
      scoreState(prepared, play([200, ...use('find-owner', { name })], [400, 'ended']))
        .parts.flatMap(({ points }) => points)
        .find(({ rule }) => rule === 'D01.x1')?.earned ?? 0;
    expect(found('ci-deploy')).toBe(2);
    expect(found('backup-sync')).toBe(2);
    expect(found('inventory-scanner')).toBe(0);
  });
});

describe('lists of keys', () => {
  const list = (user: string, ...lines: readonly DeedLine[]) =>
    answer(...lines, [600, ...use('list-keys', { user })]);

  it('say of every key whether it is active', () => {
    expect(list('ci-deploy')).toContain(`${leaked}, active`);
    expect(list('backup-sync')).toContain(`${nightly}, active`);
    expect(list('backup-sync')).toContain(`${second}, active`);
  });

  it('follow what was switched off, and on again', () => {
    expect(list('ci-deploy', off)).toContain(`${leaked}, inactive`);
    expect(list('ci-deploy', [300, ...use('key-off', { key: leaked })])).toContain('inactive');
    const cut = [300, ...use('key-off', { key: second })] as const;
    expect(list('backup-sync', cut)).toContain(`${nightly}, active`);
    expect(list('backup-sync', cut)).toContain(`${second}, inactive`);
    const wrong = [400, ...use('key-off', { key: nightly })] as const;
    expect(list('backup-sync', wrong)).toContain(`${nightly}, inactive`);
    expect(list('backup-sync', wrong)).toContain(`${second}, active`);
    expect(list('backup-sync', cut, wrong)).toContain(`${second}, inactive`);
    expect(
      answer(
        off,
        [730, ...reply('two-hours', 'grant')],
        [800, ...use('list-keys', { user: 'ci-deploy' })],
      ),
    ).toContain(`${leaked}, active`);
  });

  it('leave a key active whose user is denied everything', () => {
    const locked = [300, ...use('deny-all', { user: 'ci-deploy' })] as const;
    expect(list('ci-deploy', locked)).toContain(`${leaked}, active`);
  });

  it('are known and cited alike, whatever was switched off', () => {
    const tool = drill.tools.find(({ id }) => id === 'list-keys');
    const outcomes = tool?.outcomes.flatMap(({ id }) => (/^backup/.test(id) ? [id] : []));
    const clues = drill.clues.flatMap((clue) =>
      'tool' in clue && clue.tool === 'list-keys' ? [clue] : [],
    );
    expect(clues.map(({ outcome }) => outcome).sort()).toEqual(outcomes?.sort());
    const accepts = drill.decisions.find(({ id }) => id === 'access')?.citations?.accepts;
    expect(accepts).toEqual(expect.arrayContaining(clues.map(({ id }) => id)));
  });
});

it('shows beside the policy of a user what was attached in the case', () => {
  const show = (user: string, ...lines: readonly DeedLine[]) =>
    answer(...lines, [600, ...use('show-permissions', { user })]);
  const before = 'now, when the policy is attached';
  const denied = [300, ...use('deny-sessions', { principal: 'ci-deploy', before })] as const;
  const locked = [400, ...use('deny-all', { user: 'ci-deploy' })] as const;
  const backup = [500, ...use('deny-all', { user: 'backup-sync' })] as const;
  expect(show('ci-deploy')).toMatch(/^One inline policy/);
  expect(show('ci-deploy', denied)).toMatch(/^What you attached/);
  expect(show('ci-deploy', locked)).toMatch(/^What you attached/);
  expect(show('backup-sync', denied, locked)).toMatch(/^One inline policy/);
  expect(show('backup-sync', backup)).toMatch(/^What you attached/);
});

it('asks what makes it last once the duty manager has asked, and been rung back or given it up', () => {
  const rung = [500, ...reply('duty-calls', 'later')] as const;
  const decided = [
    [60, 'evidence_opened', { evidence: 'trail' }],
    off,
    [400, ...decide('access', 'hunt')],
    [490, ...decide('regions', 'all')],
    rung,
  ] as const;
  for (const at_s of [515, 559, 560, 1000]) {
    const { decisions, feed } = play(...decided, [at_s, ...pause]);
    expect(decisions.has('lasting')).toBe(feed.has('duty-asks'));
  }
  expect(play(...decided, [560, ...pause]).decisions.has('lasting')).toBe(true);
  const hasty = [
    [60, 'evidence_opened', { evidence: 'trail' }],
    [130, ...decide('leaked-key', 'watch')],
    [140, ...decide('access', 'hunt')],
    [150, ...decide('regions', 'all')],
  ] as const;
  expect(arrived(...hasty, [470, ...pause])).not.toContain('duty-asks');
  expect(arrived(...hasty, rung, [600, ...pause])).toContain('duty-asks');
  expect(arrived(...hasty, [720, ...pause])).not.toContain('duty-asks');
  expect(arrived(...hasty, [800, ...pause])).toContain('duty-asks');
  const slow = play([1200, ...pause]);
  expect([slow.feed.has('duty-asks'), slow.decisions.has('lasting')]).toEqual([true, true]);
});

describe('a search of all regions', () => {
  const asked = [off, [400, ...decide('access', 'hunt')]] as const;

  it('is paid once, by tool or by decision', () => {
    const searched = [...asked, [500, ...searchAll]] as const;
    expect(play(...searched).at_s).toBe(620);
    const decided = play(...searched, [630, ...decide('regions', 'all')]);
    expect(decided.at_s).toBe(630);
    expect(arrived(...searched, [630, ...decide('regions', 'all')], [900, ...pause])).not.toContain(
      'regions-searched',
    );
    const again = play(...searched, [630, ...searchAll]);
    expect(again.at_s).toBe(630);
    expect(readLastAnswer(prepared, again)).toContain('cannot show yet');
  });

  it('brings its calls two minutes after it was decided', () => {
    const decided = [...asked, [500, ...decide('regions', 'all')]] as const;
    expect(play(...decided, [619, ...pause]).evidence.has('other-regions')).toBe(false);
    const done = play(...decided, [620, ...pause]);
    expect(done.evidence.has('other-regions')).toBe(true);
    expect(done.feed.has('regions-searched')).toBe(true);
    expect(answer(...decided, [560, ...searchAll])).toContain('running');
    expect(answer(...decided, [640, ...searchAll])).toContain('in the evidence already');
  });

  it('is asked about in words that fit before and after it', () => {
    const regions = drill.decisions.find(({ id }) => id === 'regions');
    expect(regions?.prompt).not.toContain('The trail that lay in the case is');
  });
});

describe('the on-call of the pipeline', () => {
  const guesses = /I take it that is you/;

  it('knows what she was told', () => {
    const items = arrived(off, [400, ...pause]);
    const hers = items.filter((id) => drill.feed.find((item) => item.id === id)?.from === 'priya');
    expect(hers).toContain('pipeline-told');
    expect(hers.filter((id) => guesses.test(read(id)))).toEqual([]);
  });

  it('guesses where nobody told her, and writes once', () => {
    const silent = [200, ...use('key-off', { key: leaked })] as const;
    const items = arrived(silent, off, [600, ...pause]);
    expect(items).toContain('pipeline-stops');
    expect(items).not.toContain('pipeline-told');
  });
});

describe('what must not be claimed in the update', () => {
  const [update] = drill.updates;
  const claims = (text: string, allowed: readonly string[] = []) => {
    if (!update) throw new Error('D01 asks for no update');
    // Of the play in which the key is a decoy; each may be said in this one.
    const here = ['entered', 'pipelines-key', 'over-unasked', ...allowed];
    return checkUpdate(update, text, new Set(), new Set(here)).claims.map(({ id }) => id);
  };

  it.each([
    'There was no second key and no session.',
    'They made no second key.',
    'They did not create a session.',
    'They made neither a second key nor a session.',
    "They didn't make a second key.",
    'No new key was created.',
  ])('marks "%s" whatever was seen', (text) => {
    expect(claims(text, ['nothing-else-made'])).toEqual(['nothing-made']);
  });

  it.each(['No other key was made.', 'They did not make another key.'])(
    'marks "%s" while what was made is not known',
    (text) => {
      expect(claims(text)).toEqual(['nothing-else-made']);
      expect(claims(text, ['nothing-else-made'])).toEqual([]);
    },
  );

  it.each([
    'They made a second key and a session, and both are cut off.',
    'There is no session left that works.',
    'No new key was made since 09:22.',
    'We do not know yet whether they made another key.',
    'No new release was made while the key is off.',
    'We found no other key.',
    'Neither the second key nor a session works any more.',
    'Both the second key and the session that they made are cut off; the shop was never down.',
  ])('leaves "%s" alone', (text) => {
    expect(claims(text)).toEqual([]);
  });
});

describe('what the update says was done', () => {
  const before = 'now, when the policy is attached';
  const silenced = [300, ...use('key-off', { key: leaked })] as const;
  const cut = [400, ...use('key-off', { key: second })] as const;
  const denied = [500, ...use('deny-sessions', { principal: 'ci-deploy', before })] as const;
  const seen = ['second-key', 'federation-token'].map((id) => {
    const citation = { file: 'clue', locator: { kind: 'clue' as const, id } };
    return [200, 'pinned', { pin: id, citation, label: '' }] as const;
  });
  const fined = (text: string, ...lines: readonly DeedLine[]) =>
    scoreState(
      prepared,
      play(...lines, [850, 'update_sent', { update: 't15', text, citations: [] }]),
    )
      .parts.flatMap(({ points }) => points)
      .flatMap(({ rule, earned: points }) => (points < 0 ? [rule.replace('update:t15/', '')] : []));

  it.each([
    ['The leaked key is off since 09:17.', 'key-not-off', [silenced]],
    ['We switched the key off at 09:17.', 'key-not-off', [silenced]],
    ['The deploy key has been disabled.', 'key-not-off', [silenced]],
    ['The session was revoked at 09:20.', 'session-not-cut', [silenced, denied]],
    ['We have denied the session that they made.', 'session-not-cut', [silenced, denied]],
    ['Their session is now cut off.', 'session-not-cut', [silenced, denied]],
    ['The second key is off.', 'second-key-not-off', [silenced, cut]],
    ['We disabled the second key on backup-sync.', 'second-key-not-off', [silenced, cut]],
    ['All three are cut off.', 'session-not-cut', [silenced, cut, denied]],
    ['All seventeen regions have been searched.', 'not-searched', [silenced, [520, ...searchAll]]],
    ['We searched every region.', 'not-searched', [silenced, [520, ...searchAll]]],
  ] as const)('is marked where it was not done: %s', (text, claim, done) => {
    expect(fined(text).join()).toContain(claim);
    expect(fined(text, ...done)).toEqual([]);
  });

  it.each([
    'The key is not off yet.',
    'The leaked key will be off by 09:40, once the pipeline has a role.',
    'Until the key is off they can start machines.',
    'We cut nothing yet; the session that they made lasts until 11 March.',
    'The session is not cut yet, and the second key is still active.',
    'Next I deny the session that they made and switch off the second key.',
    'The second key is to be switched off within the hour.',
    'The session must be denied as well.',
    'We are searching all seventeen regions now.',
    'Not all regions have been searched.',
    'We searched one region; the other sixteen are next.',
    'All seventeen regions will be searched by 10:00.',
    'The key was switched off at 09:17 and is back on for the demo.',
    'From 08:51 a stranger used it; they made a second key and a session, and all three work.',
    'The key is public since 08:46. Two of the three ways in are cut, the session is not.',
    'The trail of one region was searched. The shop runs, the pipeline is switched off for today.',
  ])('is left alone where it is said to be open: %s', (text) => {
    expect(fined(text, ...seen)).toEqual([]);
  });

  it('costs what nobody had looked up yet', () => {
    const text = 'They made a second key, and a session that lasts until 11 March.';
    expect(fined(text)).toEqual(['not-yet-known']);
    expect(fined(text, ...seen)).toEqual([]);
  });

  it('does not take a search that was asked for as one that is done', () => {
    const text = 'All regions have been searched. It is contained.';
    const asked = [cut, denied, [570, ...decide('leaked-key', 'off')]] as const;
    const open = [...asked, [640, ...decide('access', 'hunt')]] as const;
    expect(fined(text, ...open, [840, ...decide('regions', 'all')])).toHaveLength(2);
    expect(fined(text, ...open, [650, ...decide('regions', 'all')])).toEqual([]);
  });
});

describe('how it ends', () => {
  const before = 'now, when the policy is attached';
  const cut = [
    [300, ...use('key-off', { key: leaked })],
    [400, ...use('key-off', { key: second })],
    [500, ...use('deny-sessions', { principal: 'ci-deploy', before })],
  ] as const;
  const end = (...lines: readonly DeedLine[]) =>
    readOutcome(prepared, play(...lines, [1600, 'ended']));

  it('has the key pair removed only where somebody read of it', () => {
    expect(end(...cut, [600, ...searchAll])).toBe('contained-unread');
    expect(end(...cut, [600, ...searchAll], [800, ...look('other-regions')])).toBe('contained');
    expect(end(...cut)).toBe('contained-here');
  });

  it('lets nobody be out whose key on the other user still works', () => {
    const gone = [300, ...use('delete-user', { user: 'ci-deploy' })] as const;
    expect(end(gone)).toBe('razed-open');
    expect(end(gone, cut[1])).toBe('razed');
  });
});

describe('the debrief', () => {
  it('counts the regions that were left out', () => {
    const two = use('search-regions', { regions: 'us-east-1 and eu-west-1' });
    expect(told().join()).toContain('Sixteen regions were not searched');
    expect(told([300, ...two]).join()).toContain('Fifteen regions were not searched');
    expect(told([300, ...two]).join()).not.toContain('Sixteen');
    expect(told([300, ...searchAll]).join()).not.toMatch(/regions were not searched/);
  });

  it('remembers the key of the nightly backup', () => {
    expect(told().join()).not.toContain('nightly backup');
    expect(told([300, ...use('key-off', { key: second })]).join()).not.toContain('nightly backup');
    expect(told([300, ...use('key-off', { key: nightly })]).join()).toContain('nightly backup');
    const denied = use('deny-all', { user: 'backup-sync' });
    expect(told([300, ...denied]).join()).toContain('nightly backup');
  });

  it('says nothing of the session or the case that need not hold any more', () => {
    const decision = drill.decisions.find(({ id }) => id === 'access');
    const reason = decision?.options.find(({ id }) => id === 'signs-nothing')?.reason;
    expect(reason).not.toContain('that one works');
    const call = drill.feed.find(({ id }) => id === 'duty-calls');
    expect(call?.replies.find(({ id }) => id === 'calm')?.reason).not.toContain('not true');
    const looked = told([300, ...use('look-up-address', { address: '192.0.2.70' })]);
    expect(looked.join()).not.toContain('and named it');
  });
});

it('counts in how it ends the ways in that were shut', () => {
  const locked = [300, ...use('deny-all', { user: 'ci-deploy' })] as const;
  const cut = [400, ...use('key-off', { key: second })] as const;
  const end = (...lines: readonly DeedLine[]) =>
    readOutcome(prepared, play(...lines, [600, 'ended']));
  expect(end(off)).toBe('one-door');
  expect(end(off, cut)).toBe('two-doors');
  expect(end(locked)).toBe('two-doors');
  expect(end(locked, cut)).toBe('contained-here');
});

it('tells of no test call that nobody could have made', () => {
  const before = 'now, when the policy is attached';
  const said = answer([300, ...use('deny-sessions', { principal: 'ci-deploy', before })]);
  expect(said).toContain('next call is refused');
  expect(said).not.toContain('test call');
});

it('says of nothing that was left undecided that it was left undone', () => {
  for (const id of ['leaked-key', 'access', 'regions']) {
    const none = drill.decisions.find((decision) => decision.id === id)?.none.reason;
    expect(none).not.toMatch(/stayed on|Nobody looked|was searched/);
  }
});

describe('words that follow what was done', () => {
  const keyOff = [200, ...use('key-off', { key: leaked })] as const;
  const gone = [200, ...use('delete-user', { user: 'ci-deploy' })] as const;
  const secondOff = [400, ...use('key-off', { key: second })] as const;

  it('tell the duty manager what is cut off already', () => {
    const facts = drill.feed
      .find(({ id }) => id === 'duty-calls')
      ?.replies.find(({ id }) => id === 'facts');
    if (!facts) throw new Error('she is told the facts');
    const offer = (...lines: readonly DeedLine[]) =>
      wordReply(prepared, play(...lines, [490, ...pause]), facts);
    expect(offer()).toMatch(/cutting that off comes first/);
    for (const done of [keyOff, gone, [200, ...use('deny-all', { user: 'ci-deploy' })] as const])
      expect(offer(done)).toMatch(/by now it is refused/);
  });

  it('ask whether it is over with an eye to what was cut', () => {
    const access = drill.decisions.find(({ id }) => id === 'access');
    if (!access) throw new Error('that is asked');
    const ask = (...lines: readonly DeedLine[]) => wordQuestion(prepared, play(...lines), access);
    expect(ask(off)).not.toMatch(/more than the one key/);
    expect(ask(off, secondOff)).toMatch(/more than the one key/);
    expect(ask(gone)).toMatch(/more than the one key/);
    expect(ask(secondOff)).not.toMatch(/more than the one key/);
  });

  it('speak of no key that works where it was stopped', () => {
    const why = (decision: string, option: string, ...lines: readonly DeedLine[]) =>
      play(...lines, [300, ...decide(decision, option)]).decisions.get(decision)?.choice?.why;
    expect(why('severity', 'unset')).toMatch(/a public key works/);
    expect(why('severity', 'unset', keyOff)).not.toMatch(/a public key works/);
    expect(why('severity', 'p4')).toMatch(/works for all you know/);
    expect(why('severity', 'p4', keyOff)).not.toMatch(/works for all you know/);
    expect(why('leaked-key', 'delete')).toMatch(/stops the key/);
    expect(why('leaked-key', 'delete', keyOff)).not.toMatch(/stops the key/);
  });

  it('count one deletion once', () => {
    const harms = (...lines: readonly DeedLine[]) =>
      play(...lines, [300, ...decide('leaked-key', 'delete')]).harms.length;
    expect(harms()).toBe(1);
    expect(harms(keyOff)).toBe(1);
    expect(harms(gone)).toBe(1);
  });
});

describe('people', () => {
  const mood = (person: string, ...lines: readonly DeedLine[]) =>
    findMood(prepared, play(...lines), person);
  const gone = [200, ...use('delete-user', { user: 'ci-deploy' })] as const;

  it('are as what was done left the duty manager', () => {
    const rung = (answer: string) => [500, ...reply('duty-calls', answer)] as const;
    expect(mood('ines', [400, ...pause])).toBeNull();
    expect(mood('ines', [490, ...pause])).toMatch(/Waiting/);
    expect(mood('ines', rung('facts'))).toMatch(/Calm/);
    expect(mood('ines', rung('guess'))).toMatch(/legal/);
    expect(mood('ines', rung('later'))).toBeNull();
    expect(mood('ines', rung('facts'), [1000, ...pause])).toBeNull();
  });

  it('are as what was done left the owner of the account', () => {
    const sent = [800, 'update_sent', { update: 't15', text: 'Off.', citations: [] }] as const;
    const lent = [730, ...reply('two-hours', 'grant')] as const;
    expect(mood('dana', [310, ...pause])).toMatch(/Between two meetings/);
    expect(mood('dana', sent)).toMatch(/your update/);
    expect(mood('dana', [940, ...pause])).toMatch(/nothing to tell/);
    expect(mood('dana', [1000, ...pause], [1010, sent[1], sent[2]])).toMatch(/your update/);
    expect(mood('dana', off, lent, sent, [930, ...pause])).toMatch(/that yes/);
  });

  it('are as what was done left the developer', () => {
    const told = (answer: string) => [730, ...reply('two-hours', answer)] as const;
    expect(mood('tomas', [725, ...pause])).toMatch(/Nervous/);
    expect(mood('tomas', off, told('other-way'))).toMatch(/Relieved/);
    expect(mood('tomas', off, told('scold'))).toMatch(/stopped writing/);
    expect(mood('tomas', off, told('not-mine'))).toMatch(/Nervous/);
    expect(mood('tomas', off, told('grant'), [800, ...pause])).toMatch(/Delighted/);
    const again = [800, ...use('key-off', { key: leaked })] as const;
    expect(mood('tomas', off, told('grant'), again, [950, ...pause])).toMatch(/let down/);
    expect(mood('tomas', gone, [725, ...pause])).toMatch(/Nervous/);
    expect(mood('tomas', gone, [730, ...reply('demo-gone', 'again')])).toMatch(/Delighted/);
    expect(mood('tomas', gone, [730, ...reply('demo-gone', 'other-way')])).toMatch(/Relieved/);
  });

  it('may be anybody, whoever is drawn', () => {
    for (const { name, about, moods, patience } of drill.people) {
      const texts = [about, patience?.again, ...moods.map(({ text }) => text)].join(' ');
      expect(`${name}: ${texts}`).not.toMatch(/\b(she|he|her|his|him|hers)\b/i);
    }
  });

  it('ask again where they wait for an answer, and only there', () => {
    const silent = arrived([1000, ...pause]);
    expect(silent).toEqual(expect.arrayContaining(['duty-calls-again', 'two-hours-again']));
    expect(arrived(gone, [1000, ...pause])).toContain('demo-gone-again');
    const answered = arrived(
      [500, ...reply('duty-calls', 'facts')],
      [730, ...reply('two-hours', 'other-way')],
      [1600, ...pause],
    );
    expect(answered.filter((id) => id.endsWith('-again'))).toEqual([]);
  });

  it('ask again in words that fit whatever was done meanwhile', () => {
    const again = (person: string) =>
      drill.people.find(({ id }) => id === person)?.patience?.again ?? '';
    // An update may have gone to the one; the key of the other be on, off or gone.
    expect(again('ines')).not.toMatch(/where we are|know nothing|no word/);
    expect(again('tomas')).not.toMatch(/leave it on|back on|that key|no such user/);
    expect([again('ines'), again('tomas')].map((text) => text === '')).toEqual([false, false]);
  });
});

describe('what led away', () => {
  const seen = (...lines: readonly DeedLine[]) =>
    new Map(
      reviewRedHerrings(prepared, [], play(...lines, [1000, 'ended'])).map(({ item, places }) => [
        item.id,
        places.map(({ clue, seen_s }) => [clue.id, seen_s]),
      ]),
    );

  it('has a place each that would have told', () => {
    expect([...seen()].map(([id]) => id).sort()).toEqual([
      'cost',
      'inventory-noise',
      'red-pipeline',
    ]);
    for (const places of seen().values()) expect(places).not.toEqual([]);
  });

  it('is known from when it was looked up', () => {
    const host = [500, ...use('look-up-address', { address: '192.0.2.70' })] as const;
    const owner = [600, ...use('find-owner', { name: 'pipeline' })] as const;
    const reviewed = seen(host, owner);
    expect(reviewed.get('inventory-noise')).toContainEqual(['inventory-host', 500]);
    expect(reviewed.get('red-pipeline')).toEqual([['disk-full', 600]]);
    expect(seen().get('red-pipeline')).toEqual([['disk-full', null]]);
    expect(answer(owner)).toContain('disk full, 09:10:04');
    expect(read('cost')).toContain('up to 9 March, 24:00 UTC');
  });
});

describe('a timeline', () => {
  const tool = (id: string) => citeRecord('tools', id);
  const matched = (at: string, citation: object) => {
    const entry = { id: 'e1', at: `2026-03-10T${at}Z`, text: 'x', citations: [citation] };
    return matchTimeline(prepared, play([900, 'timeline_added', entry]))
      .filter((match) => match.inTime)
      .map(({ truth }) => truth.id);
  };

  it.each([
    ['public', '08:46:10', tool('ask-codeyard/asked')],
    ['first', '08:51:09', tool('look-up-address/first')],
    ['token', '08:53:30', tool('deny-sessions/denied')],
    ['token', '08:53:30', tool('deny-sessions/too-early')],
    ['made-key', '08:55:02', tool('list-keys/backup-sync')],
    ['made-key', '08:55:02', tool('list-keys/backup-sync-second-off')],
    ['made-key', '08:55:02', citeRecord('feed', 'finding')],
    ['refused', '08:56:40', citeRecord('feed', 'finding')],
    ['tried', '08:58:12', tool('search-regions/all')],
    ['tried', '08:58:12', citeRecord('feed', 'regions-searched')],
    ['prepared', '08:59:26', tool('search-regions/all')],
    ['prepared', '08:59:26', citeRecord('feed', 'regions-searched')],
    ['key-used', '09:03:51', tool('look-up-address/second')],
    ['told-at', '09:12:00', citeRecord('feed', 'case')],
    ['told-at', '09:12:00', citeLines(evidence, 'commit', 1)[0]],
  ] as const)('takes any place that tells of it: %s at %s', (truth, at, citation) => {
    expect(matched(at, citation ?? {})).toContain(truth);
  });

  it('takes the mail about the key for no sign of when it came', () => {
    const mail = citeRecord('notice', '88214.20260310091147.trust@codeyard.example');
    expect(matched('08:46:10', mail)).toEqual(['public']);
  });

  it('reads of the times where it is sent to', () => {
    expect(answer([300, ...use('ask-codeyard')])).toContain('public since 08:46:10');
    const searched = answer([300, ...searchAll]);
    expect(searched).toContain('08:58:12 and 08:59:26');
    expect(read('regions-searched').trim()).toBe(searched.trim());
    // What they left there is for whoever opens the calls.
    expect(searched).not.toMatch(/key pair|dry run|RunInstances|ImportKeyPair/i);
  });

  it('counts as found what a tool told and was cited', () => {
    const pin = (id: string) =>
      [500, 'pinned', { pin: 'p1', citation: tool(id), label: '' }] as const;
    const first = [300, ...use('look-up-address', { address: '198.51.100.23' })] as const;
    expect(play(first).milestones.has('detected')).toBe(false);
    expect(play(first, pin('look-up-address/first')).milestones.has('detected')).toBe(true);
    const before = 'now, when the policy is attached';
    const denied = [300, ...use('deny-sessions', { principal: 'ci-deploy', before })] as const;
    expect(play(denied).milestones.has('token-found')).toBe(false);
    expect(play(denied, pin('deny-sessions/denied')).milestones.has('token-found')).toBe(true);
  });
});

describe('what is drawn', () => {
  const literals = drill.parameters.flatMap((one) => ('literal' in one ? [one] : []));

  it('lets nobody sign in under the name of somebody else', () => {
    const draw = (id: string) => literals.find((one) => one.id === id)?.values ?? [];
    const logins = draw('support').map((name) => name.toLowerCase().replace(' ', '.'));
    expect(draw('support-login')).toEqual(logins);
    expect(logins).not.toEqual([]);
    const names = [...draw('duty-manager'), ...draw('owner'), ...draw('support')];
    expect(new Set(names).size).toBe(names.length);
  });
});

const folder = fileURLToPath(
  new URL('../packs/core/drills/d01-key-in-a-public-repository', import.meta.url),
);
const readLog = (name: string): readonly AttemptEvent[] => {
  const log = parseLog(readFileSync(`${folder}/golden/${name}.jsonl`, 'utf8'));
  if ('fault' in log) throw new Error(log.fault);
  return log.events;
};

/** The play in which the key is a decoy, in the words of seed 0. */
const own = prepareDrill(
  {
    ...drill,
    parameters: [],
    state: { ...drill.state, decoy: { kind: 'flag' as const, initial: true } },
  },
  evidence,
);

describe('the key as a decoy', () => {
  const playOwn = (...lines: readonly DeedLine[]) => playDeeds(own, ...lines);
  const say = (...lines: readonly DeedLine[]) => readLastAnswer(own, playOwn(...lines));
  const came = (...lines: readonly DeedLine[]) => [...playOwn(...lines).feed.keys()];
  const rated = (decision: string, option: string, at_s: number, ...lines: readonly DeedLine[]) =>
    readChoice(playOwn(...lines, [at_s, ...decide(decision, option)]), decision).rating;
  const points = (id: string, ...lines: readonly DeedLine[]) =>
    scoreState(own, playOwn(...lines))
      .parts.flatMap((part) => part.points)
      .find(({ rule }) => rule === id)?.earned;
  const ends = (...lines: readonly DeedLine[]) =>
    readOutcome(own, playOwn(...lines, [1670, 'ended']));
  const now = 'now, when the policy is attached';
  const ask = [200, ...use('ask-owner', { user: 'ci-deploy' })] as const;
  const show = [200, ...use('show-permissions', { user: 'ci-deploy' })] as const;
  const silence = [300, ...use('key-off', { key: leaked })] as const;
  const cutNew = [400, ...use('key-off', { key: second })] as const;
  const settled = [300, ...decide('leaked-key', 'off')] as const;

  /** All that is read before the end would take seconds to draw. */
  const bareDrill = {
    ...drill,
    ...{ feed: [], tools: [], decisions: [], updates: [], clues: [], hints: [], milestones: [] },
    ...{ truth: [], outcomes: [], hypotheses: [], people: [], evidence: [] },
  };
  /** What was done in the other play, done in this one to whatever stands in its place. */
  const swap: Readonly<Record<string, string>> = {
    trail: 'trail-home',
    'other-regions': 'trail-elsewhere',
    report: 'credentials',
    'find-owner/pipeline': 'find-owner/deploy-user',
    '1b970504-a930-4c0b-91bb-3bc99fa08a51': 'dcf904ab-7ee6-457f-a728-4d1083b907b4',
    '4092078f-c3dc-4cd7-8df4-64c743955680': '7df495c0-8e32-49b2-a7b3-dbfb3d69e210',
    '37f00646-1c0c-4683-8e35-9d70bff6aeb0': '7eb5e8a4-65d9-43bb-a910-a3ad7e4944a5',
    '00b3709c-7a78-4b60-bcbb-47325a9c4546': 'c8a11975-baf7-44c3-a155-f41687e12a58',
    '24815f9b-7d3e-4caa-a517-36d740330aaf': '259fa8e3-056b-4813-809a-f682d3f26940',
    'cda6325f-c6a4-4e02-847b-db0faca69279': 'fa2e9b75-709b-4e10-ad7e-73248e210685',
    'c9ab524b-9c13-4182-b929-eaf902168ca6': 'ec1b0df4-3c01-4f8a-81e9-6a90971c0d02',
  };
  const move = (value: unknown): unknown => {
    if (typeof value === 'string') return swap[value] ?? value;
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, move(one)]));
  };
  const moved = (name: string) => {
    let state = beginAttempt(own);
    for (const event of readLog(name)) {
      const next = step(own, state, { ...event, data: move(event.data) } as AttemptEvent);
      if (!next.ok) throw new Error(`${event.kind}: ${next.refusal.message}`);
      state = next.state;
    }
    return shareOfTotal(scoreState(own, state));
  };

  it('is one play of four, and not the first', () => {
    const seeds = Array.from({ length: 200 }, (_, at) => at);
    const parameters = drill.parameters.filter(({ id }) => id === 'twin');
    const bare = {
      ...bareDrill,
      debrief: { ...drill.debrief, plays: [], feedback: [] },
      parameters,
    };
    const drawn = seeds.filter(
      (seed) => instantiate(bare, new Map(), seed).drill.state['decoy']?.initial === true,
    );
    expect(drawn).not.toContain(0);
    expect(drawn.length / seeds.length).toBeGreaterThan(0.18);
    expect(drawn.length / seeds.length).toBeLessThan(0.32);
  });

  it('gives little to whoever does what the other play asks for, and less to the careless', () => {
    expect(moved('expert')).toBeLessThanOrEqual(0.7);
    expect(moved('careless')).toBeLessThanOrEqual(0.5);
  });

  it('begins as the other play does', () => {
    const start = (variant: typeof prepared) => {
      const state = playDeeds(variant, [300, ...pause]);
      return {
        feed: [...state.feed.keys()].map((id) => {
          const { subject = '', body = '' } =
            variant.drill.feed.find((item) => item.id === id) ?? {};
          return { id, subject, body };
        }),
        evidence: [...state.evidence.keys()].map((id) => {
          const { title, about } = variant.drill.evidence.find((one) => one.id === id) ?? {};
          return { title, about };
        }),
        decisions: [...state.decisions.keys()],
      };
    };
    expect(start(own)).toEqual(start(prepared));
  });

  it('shows in what is read, in what is asked and in what comes in, not in one of them alone', () => {
    const telling =
      /decoy|detection|explicit deny|denies everything|denies every|denied every|days old|is none of platform|ever had a key/;
    const look = (clue: Clue) =>
      'evidence' in clue ? 'evidence' : 'feed' in clue ? 'feed' : 'tool';
    const found = own.drill.clues.filter(({ says }) => telling.test(says));
    expect(new Set(found.map(look))).toEqual(new Set(['evidence', 'feed', 'tool']));
    // Before the update is due, and whatever is done, nobody says it unasked.
    const quiet = [settled, cutNew, [470, ...use('deny-all', { user: 'ci-deploy' })]] as const;
    for (const lines of [[], quiet]) {
      const texts = came(...lines, [899, ...pause]).map(
        (id) => own.drill.feed.find((item) => item.id === id)?.body ?? '',
      );
      expect(texts.join()).not.toMatch(/decoy|DE-17|detection engineering/i);
    }
  });

  describe('what is shown', () => {
    const deeds: readonly DeedLine[] = [
      [100, ...look('notice')],
      [120, ...use('list-keys', { user: 'ci-deploy' })],
      [160, ...use('show-permissions', { user: 'ci-deploy' })],
      [200, ...use('find-owner', { name: 'ci-deploy' })],
      [240, ...use('ask-owner', { user: 'ci-deploy' })],
      [310, ...use('list-keys', { user: 'backup-sync' })],
      [350, ...use('ask-owner', { user: 'backup-sync' })],
      [420, ...use('deny-sessions', { principal: 'ci-deploy', before: now })],
      [490, ...use('key-off', { key: leaked })],
      [560, ...use('key-off', { key: second })],
      [630, ...use('deny-all', { user: 'ci-deploy' })],
      [700, ...searchAll],
      [1500, ...pause],
    ];
    const shown = (variant: typeof prepared) => {
      const state = playDeeds(variant, ...deeds);
      const { feed, evidence: files, tools } = variant.drill;
      const words = [
        ...feed
          .filter(({ id }) => state.feed.has(id))
          .map((item) => [item.subject, item.body, item.replies.map(({ text }) => text)]),
        ...tools.map(({ title, about }) => [title, about]),
        ...variant.drill.people.map(({ role, about }) => [role, about]),
        ...state.uses.map(
          ({ tool, outcome }) =>
            tools.find(({ id }) => id === tool)?.outcomes.find(({ id }) => id === outcome)?.answer,
        ),
        ...files
          .filter(({ id }) => state.evidence.has(id))
          .map(({ id }) => variant.evidence.get(id)),
        variant.drill.decisions.map(({ prompt, options }) => [prompt, options.map((o) => o.text)]),
        [variant.drill.brief, variant.drill.summary],
      ];
      return JSON.stringify(words);
    };

    it('has in the one play no word of the other', () => {
      const count = (text: string, words: RegExp) => text.match(words) ?? [];
      const [main, twin] = [shown(prepared), shown(own)];
      const ofTwin =
        /decoy|bait|DE-17|explicit deny|build-release|key-rotation|LC-803|Imke Solberg|192\.0\.2\.83/g;
      expect(count(main, ofTwin)).toEqual([]);
      expect(new Set(count(twin, ofTwin)).size).toBeGreaterThan(6);
      const ofMain =
        /FederatedUser|today 08:55:02|DryRunOperation|among them|Request would have succeeded|iam:CreateAccessKey`|since January|1 success|All calls succeeded/g;
      expect(count(twin, ofMain)).toEqual([]);
      expect(new Set(count(main, ofMain)).size).toBeGreaterThan(6);
    });

    it('stands in no record that worked', () => {
      for (const id of ['trail-home', 'trail-elsewhere']) {
        const { Records } = JSON.parse(evidence.get(id) ?? '') as {
          readonly Records: readonly {
            readonly eventName: string;
            readonly errorCode?: string;
            readonly userIdentity: { readonly userName?: string };
          }[];
        };
        const theirs = Records.filter(({ userIdentity }) => userIdentity.userName === 'ci-deploy');
        expect(theirs.length).toBeGreaterThan(5);
        const worked = theirs.filter(({ errorCode }) => errorCode === undefined);
        expect(new Set(worked.map(({ eventName }) => eventName))).toEqual(
          new Set(id === 'trail-home' ? ['GetCallerIdentity'] : []),
        );
      }
    });
  });

  describe('what is decided', () => {
    it('about the key counts for more the better it is founded', () => {
      expect(rated('leaked-key', 'watch', 400)).toBe(1);
      expect(rated('leaked-key', 'watch', 400, show)).toBe(4);
      expect(rated('leaked-key', 'watch', 400, ask)).toBe(7);
      expect(rated('leaked-key', 'off', 400)).toBe(5);
      expect(rated('leaked-key', 'off', 400, show)).toBe(5);
      expect(rated('leaked-key', 'off', 400, ask)).toBe(3);
      expect(rated('leaked-key', 'delete', 400)).toBe(1);
      expect(playOwn([400, ...decide('leaked-key', 'delete')]).harms).toHaveLength(1);
    });

    it('about what it made is right where somebody looked, and does not cut what is ours', () => {
      const said = (option: string, ...lines: readonly DeedLine[]) =>
        rated('access', option, 600, settled, ...lines);
      expect(said('signs-nothing')).toBe(3);
      expect(said('signs-nothing', [400, ...use('show-permissions', { user: 'ci-deploy' })])).toBe(
        7,
      );
      expect(said('hunt')).toBe(4);
      expect(said('hunt', cutNew)).toBe(2);
      expect(said('everybody')).toBe(1);
    });

    it('about the severity goes down with its owner’s word, and not before', () => {
      expect(rated('severity', 'p2', 300)).toBe(7);
      expect(rated('severity', 'p3', 300)).toBe(2);
      expect(rated('severity', 'p2', 300, ask)).toBe(5);
      expect(rated('severity', 'p3', 300, ask)).toBe(7);
      expect(rated('severity', 'p1', 300, ask)).toBe(1);
    });

    it('and left undecided says nothing of the pipeline or of what was made', () => {
      for (const lines of [[], [silence], [silence, cutNew], [ask]] as const) {
        const state = playOwn(...lines, [1670, ...pause]);
        for (const id of ['leaked-key', 'access']) {
          expect(state.decisions.get(id)?.choice?.option).toBe('none');
          expect(state.decisions.get(id)?.choice?.why).not.toMatch(
            /on-call of the pipeline|what the key had made|cut the session/,
          );
        }
      }
    });

    it('gives in the other play nothing to whoever waves it through', () => {
      const waved = (...lines: readonly DeedLine[]) => play(...lines, [700, 'ended']).decisions;
      const asked = [200, ...use('ask-owner', { user: 'ci-deploy' })] as const;
      const done = waved(
        asked,
        [400, ...decide('leaked-key', 'watch')],
        [410, ...decide('access', 'signs-nothing')],
      );
      expect(['leaked-key', 'access'].map((id) => done.get(id)?.choice?.rating)).toEqual([1, 1]);
    });
  });

  describe('what follows', () => {
    it('is no machine, session or second key of theirs', () => {
      const theirs = ['session-alive', 'second-key-alive', 'demo-promised'];
      for (const lines of [[], [silence], [settled]]) {
        const items = came(...lines, [1500, ...pause]);
        expect(items.filter((id) => theirs.includes(id))).toEqual([]);
        const bodies = items.map((id) => own.drill.feed.find((item) => item.id === id)?.body);
        expect(bodies.join()).not.toMatch(/1 success|All calls succeeded/);
      }
    });

    it('of a key that is off is said by the pipeline at once, and by its owner late', () => {
      const items = came(silence, [1199, ...pause]);
      expect(items).toContain('pipeline-runs');
      expect(items).not.toContain('pipeline-stops');
      expect(items).not.toContain('gone-quiet');
      expect(came(silence, [1200, ...pause])).toContain('gone-quiet');
      expect(came([1500, ...pause])).not.toContain('gone-quiet');
      const later = [400, ...use('ask-owner', { user: 'ci-deploy' })] as const;
      expect(say(silence, later)).toMatch(/I switch it on again now/);
      expect(playOwn(silence, later).variables.get('key_off')).toBe(false);
      const anew = [500, ...use('key-off', { key: leaked })] as const;
      const again = [600, ...use('ask-owner', { user: 'ci-deploy' })] as const;
      expect(say(silence, later, anew, again)).not.toMatch(/could not know/);
      expect(playOwn(silence, later, anew, again).variables.get('key_inactive')).toBe(false);
      expect(came(silence, later, [1500, ...pause])).not.toContain('gone-quiet');
    });

    it('of the rotation’s key is told by whoever is asked', () => {
      expect(say([300, ...use('list-keys', { user: 'backup-sync' })])).toMatch(
        /today 08:36:12\*\* by `key-rotation`/,
      );
      expect(say([300, ...use('ask-owner', { user: 'backup-sync' })])).toMatch(/leave both on/);
      expect(say(cutNew)).toMatch(/01:00 fails/);
      const listed = [500, ...use('list-keys', { user: 'backup-sync' })] as const;
      expect(points('D01.c2', listed, [1670, ...pause])).toBe(3);
      // Whoever has decided everything may end before it could show that the key stays.
      const through = [
        [540, 'evidence_opened', { evidence: 'trail-home' }],
        [610, ...decide('leaked-key', 'watch')],
        [615, ...reply('duty-calls', 'facts')],
        [680, ...decide('access', 'signs-nothing')],
        [690, ...decide('regions', 'all')],
        [760, ...decide('lasting', 'register')],
        [780, 'ended'],
      ] as const;
      expect(points('D01.c2', listed, ...through)).toBe(3);
      expect(points('D01.c2', listed, ...through.slice(0, -2), [780, 'ended'])).not.toBe(3);
      expect(points('D01.c2', cutNew, listed, [1670, ...pause])).toBe(0);
      expect(points('D01.c2', [1670, ...pause])).toBe(0);
      expect(points('D01.s2', cutNew, [1670, ...pause])).toBe(0);
      expect(points('D01.s2', listed, [1670, ...pause])).toBe(2);
    });

    it('of the rotation’s key that was cut is undone by platform, once platform is asked', () => {
      const asked = [600, ...use('ask-owner', { user: 'backup-sync' })] as const;
      const listed = [700, ...use('list-keys', { user: 'backup-sync' })] as const;
      const denied = [400, ...use('deny-all', { user: 'backup-sync' })] as const;
      expect(say(asked)).toMatch(/leave both on/);
      for (const cut of [cutNew, denied]) {
        expect(say(cut, asked)).toMatch(/I put it back now/);
        expect(say(cut, asked, listed)).not.toMatch(/inactive/);
        expect(ends(cut, asked)).toBe('unasked');
        expect(points('D01.c2', cut, asked, [1670, ...pause])).toBe(0);
      }
      const shown = [700, ...use('show-permissions', { user: 'backup-sync' })] as const;
      expect(say(denied, asked, shown)).not.toMatch(/attached/);
      expect(say(denied, asked, [700, ...use('deny-all', { user: 'backup-sync' })])).not.toMatch(
        /already/,
      );
      const anew = [700, ...use('key-off', { key: second })] as const;
      expect(say(cutNew, asked, anew)).toMatch(/\*\*inactive\*\*/);
      expect(ends(cutNew, asked, anew)).toBe('backup-stopped');
    });

    it('is looked up under each name that a tool gave, and is no key of the pipeline there', () => {
      const found = (name: string) => say([300, ...use('find-owner', { name })]);
      expect(found('detection-admin')).toMatch(/detection engineering/);
      for (const name of ['111122223333', 'pipeline'])
        expect(found(name)).toMatch(/^Build pipeline(?!.*\bkey\b)/s);
    });

    it('has among what led away nothing that only the other play shows', () => {
      const shown = new Set(['trail-home', 'trail-elsewhere', 'credentials', 'notice', 'commit']);
      const places = own.drill.feed
        .flatMap((item) => item.red_herring?.clues ?? [])
        .flatMap((id) => own.drill.clues.filter((clue) => clue.id === id));
      for (const clue of places) if ('evidence' in clue) expect(shown).toContain(clue.evidence);
    });

    it('is asked about without a session or a second key', () => {
      const [regions] = own.drill.decisions.filter(({ id }) => id === 'regions');
      expect(regions?.options.map(({ text }) => text).join(' ')).not.toMatch(/session|both/);
      expect(own.drill.debrief.next.join(' ')).not.toMatch(/session/);
    });

    it('is verified by asking its owner, and by nobody else', () => {
      const owner = (tool: string, args: Readonly<Record<string, string>>) =>
        points('D01.x1', [300, ...use(tool, args)], [1670, ...pause]);
      expect(owner('find-owner', { name: 'pipeline' })).toBe(0);
      expect(owner('find-owner', { name: 'ci-deploy' })).toBe(0);
      expect(owner('ask-owner', { user: 'backup-sync' })).toBe(0);
      expect(owner('ask-owner', { user: 'ci-deploy' })).toBe(2);
    });

    it('is told to few, and lent to nobody', () => {
      const answer = (option: string) => [730, ...reply('two-hours', option)] as const;
      const earned = (option: string) => points('D01.c4', answer(option), [1670, ...pause]);
      expect(['other-way', 'not-mine', 'scold'].map(earned)).toEqual([2, 2, 2]);
      expect(['send', 'grant'].map(earned)).toEqual([0, 0]);
      expect(points('D01.c4', [1670, ...pause])).toBe(0);
      expect(came(answer('send'), [1200, ...pause])).toContain('forty-answers');
      expect(came(answer('other-way'), [1200, ...pause])).toContain('demo-keyless');
      const lent = came(answer('grant'), [1200, ...pause]);
      expect(lent).toEqual(expect.arrayContaining(['demo-refused', 'owner-objects']));
      expect(lent).not.toContain('demo-broken');
      expect(came([1200, ...pause])).toContain('two-hours-again');
    });

    it('is asked for in the words of the other play, which are answered alike', () => {
      const heard = (variant: typeof prepared, ...lines: readonly DeedLine[]) =>
        [...playDeeds(variant, ...lines, [725, ...pause]).feed.keys()].at(-1);
      for (const lines of [[], [[300, ...use('delete-user', { user: 'ci-deploy' })] as const]])
        expect(heard(own, ...lines)).toBe(heard(prepared, ...lines));
      const said = (variant: typeof prepared, option: string, ...lines: readonly DeedLine[]) =>
        playDeeds(variant, ...lines, [730, ...reply('two-hours', option)]).feed.get('two-hours')
          ?.answer?.said?.rating;
      const all = ['grant', 'other-way', 'not-mine', 'send', 'scold'];
      expect(all.map((option) => said(prepared, option))).toEqual([1, 7, 3, 3, 2]);
      expect(all.map((option) => said(own, option))).toEqual([1, 7, 3, 1, 2]);
      expect(said(own, 'grant', ask)).toBe(2);
    });

    it('ends as it was left', () => {
      expect(ends()).toBe('unasked');
      expect(ends(silence)).toBe('decoy-blind');
      const word = { update: 't15', text: 'x', citations: [] };
      expect(ends(ask, [850, 'update_sent', word])).toBe('left-to-owner');
      expect(ends(ask, [600, ...reply('duty-calls', 'facts')])).toBe('left-to-owner');
      expect(ends(ask)).toBe('left-untold');
      expect(ends(ask, settled)).toBe('decoy-off');
      expect(ends(ask, cutNew)).toBe('backup-stopped');
      expect(ends([730, ...reply('two-hours', 'send')])).toBe('told-round');
      expect(ends([300, ...use('delete-user', { user: 'ci-deploy' })])).toBe('uprooted');
    });

    it('can be denied, listed and shown without a word of a session or of a pipeline', () => {
      const deny = [300, ...use('deny-sessions', { principal: 'ci-deploy', before: now })] as const;
      expect(say(deny)).toMatch(/none|No session has ever been issued/);
      expect(say([300, ...use('deny-all', { user: 'ci-deploy' })])).not.toMatch(/pipeline/);
      expect(say([300, ...use('delete-user', { user: 'ci-deploy' })])).not.toMatch(/pipeline/);
      expect(say(deny, [400, ...use('show-permissions', { user: 'ci-deploy' })])).toMatch(
        /^What you attached.*Deny/,
      );
      expect(say(silence, [400, ...use('list-keys', { user: 'ci-deploy' })])).toMatch(/inactive/);
      for (const user of ['build-release', 'key-rotation'])
        expect(say([300, ...use('deny-sessions', { principal: user, before: now })])).toMatch(
          /^Refused/,
        );
    });
  });

  describe('what is written of it', () => {
    const fined = (text: string, ...lines: readonly DeedLine[]) =>
      scoreState(
        own,
        playOwn(...lines, [850, 'update_sent', { update: 't15', text, citations: [] }]),
      )
        .parts.flatMap((part) => part.points)
        .flatMap(({ rule, earned: got }) => (got < 0 ? [rule.replace('update:t15/', '')] : []));

    it.each([
      ['A stranger got into the account at 08:51.', 'entered'],
      ['The stranger made a second key.', 'entered'],
      ['Our account was compromised.', 'entered'],
      ["The pipeline's key was public from 08:46.", 'pipelines-key'],
      ['Releases wait until 11:00.', 'pipelines-key'],
      ['It is over.', 'over-unasked'],
      ['No data was accessed.', 'nothing-read'],
    ] as const)('costs where it is not so or not shown: %s', (text, claim) => {
      expect(fined(text)).toContain(claim);
    });

    it('may say what was shown', () => {
      expect(fined('No data was accessed.', show)).toEqual([]);
      expect(fined('It is over.', show)).toEqual(['over-unasked']);
      expect(fined('It is over.', ask)).toEqual([]);
      expect(fined('They made no second key and no session.', show)).toEqual([]);
      expect(fined('No stranger got into the account.', show)).toEqual([]);
    });

    it.each([
      'The key may do nothing.',
      'Every call was refused.',
      'All that was asked for was denied.',
      'Its policy denies everything, so the key opens nothing.',
      'Nobody got into the account.',
    ])('hears that it was refused in "%s"', (text) => {
      const [update] = own.drill.updates;
      if (!update) throw new Error('D01 asks for no update');
      const { facts } = checkUpdate(update, text, new Set(['refused']), new Set());
      expect(facts.find(({ id }) => id === 'refused')?.met).toBe(true);
    });

    it.each([
      'Since 09:17 every call with it is refused.',
      'The key is off; whatever is tried with it is refused.',
      'All they asked for since is denied.',
      'Releases run again from 11:00.',
      'Payments work as usual.',
      'Customers can order as usual.',
      'Who the stranger is is unknown.',
    ])('costs nothing in the other play where it is true there: %s', (text) => {
      const sent = [850, 'update_sent', { update: 't15', text, citations: [] }] as const;
      const negative = scoreState(prepared, play(silence, sent))
        .parts.flatMap((part) => part.points)
        .filter(({ earned: got }) => got < 0);
      expect(negative.map(({ rule }) => rule)).toEqual([]);
    });

    it('is asked for as far as it is known', () => {
      const send = [890, 'update_sent', { update: 't15', text: 'x', citations: [] }] as const;
      const asked = (...lines: readonly DeedLine[]) => [
        ...(playOwn(...lines, send).updates.get('t15')?.sent?.known ?? []),
      ];
      expect(asked()).toEqual(
        expect.arrayContaining(['tried', 'unknown', 'owner', 'who-tried', 'runs']),
      );
      expect(asked()).not.toContain('refused');
      expect(asked(show)).toContain('refused');
      expect(asked(show)).not.toContain('unknown');
      expect(asked(ask)).toContain('keeper');
      expect(asked(ask)).not.toContain('owner');
      for (const id of ['what', 'second-key', 'session', 'business'])
        expect(asked(ask, silence, cutNew)).not.toContain(id);
    });

    it.each([
      'A session, a key and administrator rights were asked for and refused.',
      'They tried to create a key and a user and were denied.',
      'The attempts to start machines and to import a key pair were refused.',
      'They asked for a session and a second key and got neither.',
      'Releases go on as usual; the pipeline has a key of its own.',
      'Nothing was taken and nothing was started.',
    ])('costs nothing where it is so: %s', (text) => {
      expect(fined(text, show, [300, ...use('ask-owner', { user: 'ci-deploy' })])).toEqual([]);
    });

    it('sends nobody on with word of the decoy', () => {
      const spread = [
        'Please tell the checkout team and the board that ci-deploy is a decoy.',
        'I have told platform that the key is bait.',
        'We informed everyone of the decoy.',
      ];
      for (const text of spread) expect(fined(text, ask), text).toContain('told-on');
      const kept = [
        'Please do not tell the finance director that it is a decoy.',
        'Detection engineering told us that it is a decoy of their team.',
        'You may tell finance that the shop runs.',
        'The decoy is known to the three of us only.',
      ];
      for (const text of kept) expect(fined(text, ask), text).not.toContain('told-on');
    });

    it('has the next step with whoever asks the owner, and wants no role of the pipeline', () => {
      const met = (text: string) =>
        points('update:t15/owner', [
          850,
          'update_sent',
          { update: 't15', text, citations: [] },
        ] as const);
      expect(met('I do not know yet whose the key is: I ask its owner next.')).toBeGreaterThan(0);
      expect(met('Priya Raman has the pipeline.')).toBeGreaterThan(0);
      expect(own.drill.updates[0]?.facts.find(({ id }) => id === 'owner')?.text).not.toMatch(
        /new role/,
      );
    });

    it('need not say P2 where P3 was given on its owner’s word', () => {
      const text = 'P3, for its owner in working hours.';
      const send = [850, 'update_sent', { update: 't15', text, citations: [] }] as const;
      const low = [300, ...decide('severity', 'p3')] as const;
      const known = (...lines: readonly DeedLine[]) => [
        ...(playOwn(...lines, send).updates.get('t15')?.sent?.known ?? []),
      ];
      expect(known(ask, low)).not.toContain('severity');
      expect(known(low)).toContain('severity');
      const first = [300, ...decide('severity', 'p2')] as const;
      expect(known(ask, first)).toContain('severity');
      const lowered = [850, 'update_sent', { ...send[2], text: 'We take it down to P3.' }] as const;
      expect(points('update:t15/severity', ask, first, lowered)).toBeGreaterThan(0);
      expect(fined(text, ask, low)).toEqual([]);
      expect(fined(text, low)).not.toContain('not-yet-known');
    });

    it('is held for true in this play and for false in the other', () => {
      const text = 'The key is a decoy and opens nothing';
      expect(matchHypothesis(own, playOwn([60, ...pause]), text)).toBe('bait-so');
      expect(matchHypothesis(prepared, play([60, ...pause]), text)).toBe('bait-not-so');
      const other = 'A stranger made a session that outlives the key';
      expect(matchHypothesis(own, playOwn([60, ...pause]), other)).toBe('outlives-not-so');
      expect(matchHypothesis(prepared, play([60, ...pause]), other)).toBe('outlives');
    });
  });

  describe('the debrief', () => {
    const debrief = (variant: typeof prepared, ...lines: readonly DeedLine[]) =>
      writeDebrief(variant, playDeeds(variant, ...lines, [1675, 'ended']));
    const tells = (variant: typeof prepared, ...lines: readonly DeedLine[]) =>
      JSON.stringify(debrief(variant, ...lines));

    it('tells of each play its own', () => {
      expect(tells(own)).toMatch(/The detection team keeps decoys/);
      expect(tells(own)).not.toMatch(/What they built/);
      expect(tells(prepared)).toMatch(/What they built/);
      expect(tells(prepared)).not.toMatch(/The detection team keeps decoys/);
    });

    it('praises and blames in each play for what it was', () => {
      const lines = (variant: typeof prepared, ...deeds: readonly DeedLine[]) =>
        debrief(variant, ...deeds)
          .feedback.map(({ text }) => text)
          .join(' ');
      expect(lines(own)).toMatch(/did not ask whose ci-deploy is/);
      expect(lines(own)).not.toMatch(/svc-audit|stayed on|stayed valid/);
      expect(lines(own, silence, cutNew)).toMatch(/cut the new key of backup-sync/);
      expect(lines(own, silence, cutNew)).not.toMatch(/cut all three/);
      expect(lines(own, ask, [400, ...decide('leaked-key', 'watch')])).toMatch(/left a decoy/);
      const late = [400, ...use('ask-owner', { user: 'ci-deploy' })] as const;
      const vouched = /nobody had vouched for/;
      const against = /asked you to leave on/;
      expect(lines(own, settled, late)).toMatch(vouched);
      expect(lines(own, settled, late)).not.toMatch(against);
      expect(lines(own, ask, settled)).not.toMatch(vouched);
      expect(lines(own, ask, settled)).toMatch(against);
      expect(lines(own, settled, late, [500, ...use('key-off', { key: leaked })])).toMatch(against);
      expect(lines(own, ask)).not.toMatch(against);
      expect(lines(prepared)).not.toMatch(/decoy|ci-deploy is/);
      expect(lines(prepared, silence, cutNew)).not.toMatch(/rotation/);
      const asked = [600, ...use('ask-owner', { user: 'backup-sync' })] as const;
      expect(lines(own, cutNew, asked)).toMatch(/before you asked/);
      expect(lines(own, cutNew, asked)).not.toMatch(/before you switch one off/);
      expect(lines(own, asked)).not.toMatch(/before you asked/);
      const held = [730, ...reply('two-hours', 'other-way')] as const;
      expect(lines(own)).toMatch(/waited for a word from you/);
      expect(lines(own, held)).not.toMatch(/waited for a word from you/);
      expect(lines(prepared)).not.toMatch(/waited for a word from you/);
    });

    it('offers a story of the play that was played', () => {
      const twins = Array.from({ length: 30 }, (_, at) => at + 1).map((seed) =>
        instantiate(bareDrill, new Map(), seed),
      );
      for (const { drill: variant } of twins) {
        const isOwn = variant.state['decoy']?.initial === true;
        expect(/it was a decoy/.test(variant.debrief.story ?? '')).toBe(isOwn);
        expect(/denied all older sessions/.test(variant.debrief.story ?? '')).toBe(!isOwn);
      }
    });
  });

  it('leaves a trail that follows from the storyline of the other morning', () => {
    const read = readStoryline('storyline.yaml', readFileSync(`${folder}/storyline.yaml`, 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const written = writeFiles(tellOtherMorning(read.value));
    expect(written.map(({ file }) => file)).toHaveLength(2);
    for (const { file, text } of written) {
      expect(readFileSync(`${folder}/${file}`, 'utf8') === text, file).toBe(true);
    }
  });
});

type StoryEvent = Storyline['events'][number];

/**
 * The storyline of the other morning, made of the one that lies beside the drill: releases sign in as
 * a user of their own, and ci-deploy may do nothing, so each call of the stranger is refused. After a
 * change to either, write what `writeFiles(tellOtherMorning(story))` gives to the evidence.
 */
function tellOtherMorning(story: Storyline): Storyline {
  const { pipeline, 'nightly-backup': backup } = story.principals;
  if (pipeline?.kind !== 'user' || backup?.kind !== 'user') throw new Error('both are users');
  const stranger = story.events.filter(
    ({ from, who }) => from !== undefined || who === 'federation',
  );
  const rest = story.events.filter((event) => !stranger.includes(event));
  const at = (time: string) => `2026-03-10T${time}Z`;
  const own = (id: string, time: string, who: string, call: string, more: object = {}) =>
    ({ id, at: at(time), who, call, region: 'us-east-1', ...more }) as StoryEvent;
  const test = { from: '192.0.2.83', agent: backup.agents[0] };
  const fresh = { key: 'AKIAQ7RT5KZ2XEXAMPLE' };
  return {
    ...story,
    principals: {
      ...story.principals,
      releases: {
        ...pipeline,
        name: 'build-release',
        id: 'AIDAQ7RT5KZ2E5EXAMPLE',
        key: 'AKIAQ7RT5KZ2GEXAMPLE',
      },
      rotation: {
        kind: 'role',
        name: 'key-rotation',
        id: 'AROAQ7RT5KZ2N5EXAMPLE',
        session: 'LC-803',
        key: 'ASIAQ7RT5KZ2WEXAMPLE',
        issued: at('08:35:40'),
        from: ['192.0.2.61'],
        agents: backup.agents,
      } as Storyline['principals'][string],
    },
    habits: (story.habits ?? []).map((habit) =>
      habit.who === 'pipeline' ? { ...habit, who: 'releases' } : habit,
    ),
    events: [
      ...rest,
      own('self-test-early', '07:30:14', 'pipeline', 'sts.GetCallerIdentity', test),
      own('self-test', '08:30:14', 'pipeline', 'sts.GetCallerIdentity', test),
      own('rotation-lists', '08:35:58', 'rotation', 'iam.ListAccessKeys', {
        ask: { userName: 'backup-sync' },
      }),
      own('rotation-makes', '08:36:12', 'rotation', 'iam.CreateAccessKey', {
        ask: { userName: 'backup-sync' },
        answer: {
          accessKey: {
            userName: 'backup-sync',
            accessKeyId: fresh.key,
            status: 'Active',
            createDate: 'Mar 10, 2026, 8:36:12 AM',
          },
        },
      }),
      own('new-key-lists', '08:38:05', 'nightly-backup', 's3.ListBuckets', fresh),
      own('new-key-locates', '08:38:06', 'nightly-backup', 's3.GetBucketLocation', fresh),
      ...stranger.map((event) => refuse(event, pipeline, story)),
    ],
    files: story.files.map((file) => ({
      ...file,
      file: file.file.replace('evidence/cloudtrail-', 'evidence/trail-'),
    })),
  };
}

/** What ci-deploy is answered where its policy denies everything: who it is, and nothing else. */
function refuse(
  event: StoryEvent,
  pipeline: { readonly key: string },
  story: Storyline,
): StoryEvent {
  const { call = '', from, agent } = event;
  const [service = '', name = ''] = call.split('.');
  const session = story.principals['federation'];
  if (session?.kind !== 'federated') throw new Error('a session was made');
  const asked: Readonly<Record<string, readonly [on: string, ask?: object]>> = {
    'iam.ListUsers': [' on resource: arn:aws:iam::111122223333:user/'],
    'iam.GetAccountAuthorizationDetails': [' on resource: *'],
    'iam.CreateUser': [' on resource: arn:aws:iam::111122223333:user/svc-audit2'],
    'iam.AttachUserPolicy': [' on resource: user ci-deploy'],
    'iam.ListUserPolicies': [' on resource: user ci-deploy'],
    // No list of users was given, so no other user's name is known.
    'iam.ListAccessKeys': [' on resource: user ci-deploy', { userName: 'ci-deploy' }],
    'iam.CreateAccessKey': [' on resource: user ci-deploy', { userName: 'ci-deploy' }],
    'sts.GetFederationToken': [' on resource: arn:aws:sts::111122223333:federated-user/svc-audit'],
    's3.GetBucketPolicy': [
      ' on resource: "arn:aws:s3:::larkfield-backups"',
      { bucketName: 'larkfield-backups', Host: 'larkfield-backups.s3.amazonaws.com', policy: '' },
    ],
    's3.GetBucketLocation': [' on resource: "arn:aws:s3:::larkfield-backups"'],
  };
  const [on = '', ask] = asked[call] ?? [];
  const action = `${service}:${name === 'ListBuckets' ? 'ListAllMyBuckets' : name}`;
  const denied = `User: arn:aws:iam::111122223333:user/ci-deploy is not authorized to perform: ${action}${on} with an explicit deny in an identity-based policy`;
  const error =
    service === 'ec2'
      ? {
          code: 'Client.UnauthorizedOperation',
          message: `You are not authorized to perform this operation. ${denied}`,
        }
      : { code: 'AccessDenied', message: denied };
  return {
    ...event,
    id: `refused-${event.id}`,
    who: 'pipeline',
    key: pipeline.key,
    from: from ?? session.from[0],
    agent: agent ?? session.agents[0],
    ...(ask ? { ask } : {}),
    answer: undefined,
    // Who one is may be asked by anybody, and too many calls are turned away unread.
    error:
      name === 'GetCallerIdentity'
        ? undefined
        : event.error?.code.includes('Limit')
          ? event.error
          : error,
  } as StoryEvent;
}
