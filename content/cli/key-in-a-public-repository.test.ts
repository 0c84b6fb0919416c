import { describe, expect, it } from 'vitest';
import { citeRecord } from '../engine/drill/citation.ts';
import { findMood } from '../engine/drill/mood.ts';
import { wordQuestion, wordReply } from '../engine/drill/words-of-the-moment.ts';
import { reviewRedHerrings } from '../engine/score/red-herrings.ts';
import { scoreState } from '../engine/score/score.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { matchTimeline } from '../engine/score/timeline-points.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
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

it('asks what makes it last once the duty manager has asked', () => {
  const decided = [
    [60, 'evidence_opened', { evidence: 'trail' }],
    off,
    [400, ...decide('access', 'hunt')],
    [500, ...decide('regions', 'all')],
  ] as const;
  for (const at_s of [510, 559, 560, 1000]) {
    const { decisions, feed } = play(...decided, [at_s, ...pause]);
    expect(decisions.has('lasting')).toBe(feed.has('duty-asks'));
  }
  expect(play(...decided, [560, ...pause]).decisions.has('lasting')).toBe(true);
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
    return checkUpdate(update, text, new Set(), new Set(allowed)).claims.map(({ id }) => id);
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

  it('has six values or more for whatever could be memorised', () => {
    const few = literals.filter(({ values }) => new Set(values).size < 6);
    expect(few.map(({ id }) => id)).toEqual([]);
  });

  it('lets nobody sign in under the name of somebody else', () => {
    const draw = (id: string) => literals.find((one) => one.id === id)?.values ?? [];
    const logins = draw('support').map((name) => name.toLowerCase().replace(' ', '.'));
    expect(draw('support-login')).toEqual(logins);
    expect(logins).not.toEqual([]);
    const names = [...draw('duty-manager'), ...draw('owner'), ...draw('support')];
    expect(new Set(names).size).toBe(names.length);
  });
});
