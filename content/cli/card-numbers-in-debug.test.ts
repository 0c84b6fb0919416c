import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from '../engine/drill/attempt-log.ts';
import { instantiateWith } from '../engine/drill/instantiate.ts';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { replay } from '../engine/drill/step.ts';
import { wordQuestion, wordReply } from '../engine/drill/words-of-the-moment.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { scoreAttempt, scoreState, shareOfTotal } from '../engine/score/score.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
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
import { translateLog } from './testing/translate-log.ts';
import { decide, look, pause, reply as give, use } from './testing/deeds.ts';

const slug = 'd16-card-numbers-in-debug';
const { drill, evidence, prepared } = readBundledDrill(slug);
/** The first seed whose numbers are those of a run of the test desk. */
const [ownSeed = 0] = Array.from({ length: 40 }, (_, at) => at + 1).filter(
  (seed) => prepareDrill(drill, evidence, seed).drill.state['own_run']?.initial === true,
);
const own = prepareDrill(drill, evidence, ownSeed);

const byRange =
  '13 to 19 digits, separators allowed, card range and check digit, encoded bodies too';
const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const answer = (...lines: readonly DeedLine[]) => readLastAnswer(prepared, play(...lines));
const item = (id: string) => drill.feed.find((one) => one.id === id);
const debrief = (...lines: readonly DeedLine[]) => writeDebrief(prepared, play(...lines));
const off = use('set-log-level', { level: 'INFO, no bodies' });
const on = use('set-log-level', { level: 'DEBUG, bodies as now' });
const purge = (copy: string) => use('purge', { copy });
const count = (copy: string) => use('scan-copy', { copy, method: byRange });
const everywhere = use('restrict', {
  copy: 'search-index, archive, dead-letter, warehouse and host-files',
});
const vendor = use('who-read', { copy: 'archive' });
const end: DeedLine = [2639, 'ended'];
const reply = (of: string, id: string) => item(of)?.replies.find((one) => one.id === id);

/** What an update that ends a play was credited with and fined for. */
function readUpdate(id: 'compliance' | 'teams', text: string, ...lines: readonly DeedLine[]) {
  const state = play(...lines, [1750, 'update_sent', { update: id, text, citations: [] }]);
  const sent = state.updates.get(id)?.sent;
  const update = drill.updates.find((one) => one.id === id);
  if (!sent || !update) throw new Error('the update was sent');
  const { facts, claims } = checkUpdate(update, sent.text, sent.known, sent.allowed);
  return {
    asked: facts.flatMap((fact) => (fact.asked ? [fact.id] : [])),
    said: facts.flatMap((fact) => (fact.met ? [fact.id] : [])),
    fined: claims.map((claim) => claim.id),
  };
}

describe('a decision that ran out', () => {
  const lapsed = (decision: string, ...lines: readonly DeedLine[]) => {
    const { choice } = play(...lines, [2100, ...pause]).decisions.get(decision) ?? {};
    expect(choice?.option).toBe('none');
    return choice?.rating;
  };

  it.each([
    ['stop', 'set-log-level', { level: 'INFO, no bodies' }],
    ['method', 'scan-copy', { copy: 'archive', method: byRange }],
    ['copies', 'show-flow', {}],
    ['purge', 'pause-expiry', { job: 'dead-letter-expiry' }],
  ] as const)('does not deny what a tool did: %s', (decision, tool, args) => {
    expect(lapsed(decision)).toBe(1);
    expect(lapsed(decision, [200, ...use(tool, args)])).toBeGreaterThan(1);
  });
});

describe('people', () => {
  it('ask for the bodies in words that fit whether they are off or on', () => {
    expect(item('partner-wants')?.body).not.toMatch(/want to turn it off|leave it on/);
    expect(reply('partner-wants', 'other-way')?.text).not.toMatch(/within the hour|stay off/);
    const again = drill.people.find(({ id }) => id === 'partner')?.patience?.again;
    expect(again).not.toMatch(/leave it on/);
  });

  it('do not tell as news what may have been ended', () => {
    expect(item('shall-i-drop')?.body).not.toMatch(/can select/);
    expect(reply('shall-i-drop', 'hold-and-close')?.text).not.toMatch(/take reading from/);
  });

  it('do not ask for what they have', () => {
    expect(answer([300, ...use('ask-counsel')])).not.toMatch(/Send me the manifest|vendor now/);
    const look = use('who-read', { copy: 'archive' });
    expect(answer([100, ...use('recall')])).not.toMatch(/Brightline/);
    expect(answer([100, ...look], [300, ...use('recall')])).toMatch(/By their count 312/);
    expect(answer([100, ...look], [300, ...use('recall')], [500, ...use('recall')])).toMatch(
      /already/,
    );
  });
});

describe('the end', () => {
  const close = [
    use('set-log-level', { level: 'INFO, no bodies' }),
    use('restrict', { copy: 'search-index' }),
    use('restrict', { copy: 'warehouse' }),
    use('pause-expiry', { job: 'dead-letter-expiry' }),
  ].map((deed, at): DeedLine => [100 + at * 200, ...deed]);
  const end: DeedLine = [2100, 'ended'];

  it('tells of no copy outside that was recalled', () => {
    expect(readOutcome(prepared, play(...close, end))).toBe('inside');
    const look: DeedLine = [1000, ...use('who-read', { copy: 'archive' })];
    const recalled = play(...close, look, [1200, ...use('recall')], end);
    expect(readOutcome(prepared, recalled)).not.toBe('inside');
  });

  it('claims no figure and no release that nobody asked for', () => {
    const settled = drill.outcomes.find(({ id }) => id === 'settled');
    expect(settled?.text).not.toMatch(/14:30|a figure that holds/);
  });
});

describe('tools', () => {
  const info = use('set-log-level', { level: 'INFO, no bodies' });
  const pause = use('pause-expiry', { job: 'dead-letter-expiry' });

  it('answer by what was done before', () => {
    expect(answer([100, ...info])).toMatch(/twelve seconds ago/);
    expect(answer([100, ...info], [300, ...info])).not.toMatch(/twelve seconds ago/);
    expect(answer([100, ...pause], [300, ...use('show-jobs')])).toMatch(/paused, in your name/);
    const rotate = use('pause-expiry', { job: 'host-logrotate' });
    expect(answer([100, ...rotate])).toMatch(/still\s+expire/);
    expect(answer([100, ...pause], [300, ...rotate])).not.toMatch(/still\s+expire/);
  });
});

it('begins the id of a line with the instant of the line, whichever second is drawn', () => {
  // Without a key the index would name its lines itself, and not by a ULID.
  expect(evidence.get('pipeline')).toMatch(/^ {4}id_key: /m);
  // The first ten characters of a ULID are its milliseconds, in Crockford's base 32.
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const readInstant = (id: string) =>
    Array.from(id.slice(0, 10)).reduce((sum, digit) => sum * 32 + digits.indexOf(digit), 0);
  for (const seed of [0, 1, 2, 3, 4, 5]) {
    const extract = prepareDrill(drill, evidence, seed).evidence.get('search-extract') ?? '';
    const lines = [...extract.matchAll(/"_id":"(\w+)","ts":"([^"]+Z)"/g)];
    expect(lines).toHaveLength(254);
    for (const [line, id = '', ts = ''] of lines)
      expect(readInstant(id), line).toBe(Date.parse(ts));
  }
});

describe('the owner', () => {
  const register = (evidence.get('copies') ?? '').trim().split('\n').slice(1);
  const jobs = [...answer([100, ...use('show-jobs')]).matchAll(/`([a-z-]+)`/g)];

  it.each([...register.map((row) => row.split(',')[0] ?? ''), ...jobs.map(([, job]) => job ?? '')])(
    'is known of %s, which a learner has read of',
    (name) => {
      expect(answer([100, ...use('find-owner', { name })])).not.toMatch(/Nothing is registered/);
    },
  );
});

it('has each host write to the archive under its own name and from one address', () => {
  const lines = (evidence.get('archive-access') ?? '').split('\n');
  const writers = new Set(
    lines.flatMap((line) => {
      const [, address, session] =
        / (192\.0\.2\.\d+) \S+\/log-pipeline\/(\S+) \S+ REST\.PUT/.exec(line) ?? [];
      return session === undefined ? [] : `${session} ${address}`;
    }),
  );
  const hosts = new Set((evidence.get('search-extract') ?? '').match(/gw-ch-\d/g));
  expect([...writers].map((writer) => writer.split(' ')[0]).sort()).toEqual([...hosts].sort());
});

describe('a card number', () => {
  it.each([
    '411111******1111',
    '411111xxxxxx1111',
    '4111-11**-****-1111',
    '378282*****0005',
    '5555 55.. .... 4444',
  ])('may be quoted by its first six and last four digits: %s', (quoted) => {
    for (const id of ['compliance', 'teams'] as const)
      expect(readUpdate(id, `One of them is ${quoted} there.`).fined).not.toContain('number');
  });

  it.each(['4111111111111111', '4012-8888-8888-1881', '3530 1113 3330 0000', '378282246310005'])(
    'may not be written out: %s',
    (whole) => {
      for (const id of ['compliance', 'teams'] as const)
        expect(readUpdate(id, `One of them is ${whole} there.`).fined).toContain('number');
    },
  );
});

it('logs a body before it is read, so that one that cannot be read is in the log', () => {
  const diff = [...evidence.values()].find((text) => text.includes('Inbound.java')) ?? '';
  const lines = diff.split('\n');
  const at = (text: string) => lines.findIndex((line) => line.includes(text));
  expect(at('log.debug(request.body())')).toBeGreaterThan(0);
  expect(at('log.debug(request.body())')).toBeLessThan(at('reader.read(request.body())'));
});

it('names no copy outside before anybody has met one', () => {
  const copies = drill.decisions.find(({ id }) => id === 'copies');
  expect(copies?.options.map(({ text }) => text).join(' ')).not.toMatch(/vendor|Brightline/);
});

it('takes bodies in the logs since the release for what they are', () => {
  const update = drill.updates.find(({ id }) => id === 'compliance');
  if (!update) throw new Error('the drill has this update');
  const text =
    'Since 9 September 13:05 our payment adapter has written whole request bodies into its logs. 48,117 log records in the archive hold a card number.';
  const known = new Set(update.facts.map(({ id }) => id));
  const { facts } = checkUpdate(update, text, known, new Set());
  expect(facts.find(({ id }) => id === 'what')).toMatchObject({ met: true });
});

describe('what was purged', () => {
  it.each(['search-index', 'dead-letter', 'warehouse', 'host-files'])('is gone: %s', (copy) => {
    expect(answer([100, ...purge(copy)], [300, ...count(copy)])).toMatch(/from before the purge/);
    expect(answer([100, ...purge(copy)], [300, ...purge(copy)])).toMatch(/already/);
    expect(answer([100, ...count(copy)])).toMatch(/\d records/);
    expect(answer([100, ...purge(copy)], [300, ...count('archive')])).toMatch(/48,117/);
  });

  it('is gone by a decision and by Greer too', () => {
    const choice = [1300, ...decide('purge', 'at-once')] as DeedLine;
    expect(answer(choice, [1600, ...count('dead-letter')])).toMatch(/from before the purge/);
    expect(answer(choice, [1600, ...count('warehouse')])).toMatch(/45,729/);
    const drop = [1500, ...give('shall-i-drop', 'drop')] as DeedLine;
    expect(answer(drop, [1700, ...count('warehouse')])).toMatch(/from before the purge/);
  });

  it('is not offered to be dropped, and expires no more', () => {
    const arrived = (...lines: readonly DeedLine[]) => [
      ...play(...lines, [2000, ...pause]).feed.keys(),
    ];
    expect(arrived()).toContain('shall-i-drop');
    expect(arrived()).toContain('expiry');
    expect(arrived([100, ...purge('search-index')])).toContain('shall-i-drop');
    const gone = arrived([100, ...purge('warehouse')], [300, ...purge('dead-letter')]);
    expect(gone).not.toContain('shall-i-drop');
    expect(gone).not.toContain('expiry');
    expect(gone).toContain('dropped-already');
    expect(answer([100, ...purge('dead-letter')], [300, ...use('show-jobs')])).not.toMatch(/341/);
  });

  it('is known to counsel, to the decision and to the end', () => {
    const gone = [100, ...purge('warehouse')] as DeedLine;
    expect(answer(gone, [300, ...use('ask-counsel')])).toMatch(/gone/);
    const paused = [300, ...use('pause-expiry', { job: 'dead-letter-expiry' })] as DeedLine;
    expect(readChoice(play(gone, paused, [2300, ...pause]), 'purge').rating).toBe(1);
    const late = play(gone, [1300, ...decide('purge', 'restrict-release')]);
    expect(readChoice(late, 'purge').rating).toBe(4);
    const right = play([1300, ...decide('purge', 'restrict-release')]);
    expect(readChoice(right, 'purge').rating).toBe(7);
    expect(readOutcome(prepared, play(gone, [300, ...off], end))).toBe('gone');
    expect(readOutcome(prepared, play(gone, end))).toBe('gone-and-on');
  });

  it('may be owned up to, and leaves nothing kept to be told', () => {
    const update = drill.updates.find(({ id }) => id === 'compliance');
    const purged = { var: 'purged', is: true };
    expect(update?.forbidden.find(({ id }) => id === 'deleted')?.unless).toEqual(purged);
    expect(update?.facts.find(({ id }) => id === 'hold')?.known).toEqual({ ...purged, is: false });
  });
});

describe('bodies', () => {
  it('that are switched on again cost what kept them off', () => {
    const part = (...lines: readonly DeedLine[]) =>
      debrief([100, ...off], ...lines, end).score.parts.find(
        ({ part: id }) => id === 'containment',
      );
    expect(part([1700, ...off])?.cap).toBeNull();
    expect(part([1700, ...on])?.cap).toMatchObject({ share: 0.7 });
    expect(answer([100, ...off], [300, ...on])).toMatch(/again/);
    expect(answer([100, ...on])).not.toMatch(/again/);
  });

  it('that are off already are stopped by no decision', () => {
    const chosen = (option: string, ...lines: readonly DeedLine[]) =>
      readChoice(play(...lines, [600, ...decide('stop', option)]), 'stop').rating;
    for (const [option, before, after] of [
      ['after-cut-over', 1, 3],
      ['mask-more', 3, 4],
      ['roll-back', 4, 3],
      ['source', 7, 7],
    ] as const) {
      expect(chosen(option)).toBe(before);
      expect(chosen(option, [100, ...off])).toBe(after);
    }
  });

  it('ended by a roll-back were not written twelve seconds ago', () => {
    const back = [600, ...decide('stop', 'roll-back')] as DeedLine;
    expect(answer(back, [1200, ...off])).not.toMatch(/twelve seconds/);
  });

  it('ended by a roll-back are off, and the partner misses his schema and no bodies', () => {
    const back = [600, ...decide('stop', 'roll-back')] as DeedLine;
    const later = play(back, [1300, ...give('partner-back', 'forward')], [1700, ...pause]);
    expect(later.milestones.has('source-quiet')).toBe(true);
    expect([...later.feed.keys()]).toContain('partner-back-thanks');
    expect([...later.feed.keys()]).not.toContain('partner-wants');
    const other = play([600, ...decide('stop', 'source')], [1700, ...pause]).feed;
    expect(other.has('partner-wants')).toBe(true);
    expect(other.has('partner-back')).toBe(false);
    const again = drill.people.find(({ id }) => id === 'partner')?.patience?.again;
    expect(again).not.toMatch(/bodies/);
  });

  it('that go on are no values switched off in what Sanna writes', () => {
    const arrived = (...lines: readonly DeedLine[]) => [
      ...play(
        ...lines,
        [1300, ...give('partner-wants', 'other-way')],
        [1600, ...pause],
      ).feed.keys(),
    ];
    expect(arrived([100, ...off])).toContain('partner-thanks');
    expect(arrived()).not.toContain('partner-thanks');
    expect(arrived()).toContain('partner-thanks-bodies');
  });
});

describe('things done twice or before', () => {
  it('are answered as such', () => {
    for (const copy of ['search-index', 'archive', 'dead-letter', 'warehouse', 'host-files']) {
      const one = use('restrict', { copy });
      expect(answer([100, ...one])).toMatch(/became 2/);
      expect(answer([100, ...one], [300, ...one])).not.toMatch(/became 2/);
      expect(answer([100, ...everywhere], [400, ...one])).not.toMatch(/became 2/);
    }
    for (const tool of ['ask-counsel', 'write-manifest'] as const)
      expect(answer([100, ...use(tool)], [300, ...use(tool)])).not.toBe(
        answer([100, ...use(tool)]),
      );
    const both = use('pause-expiry', { job: 'dead-letter-expiry and host-logrotate' });
    expect(answer([100, ...both], [300, ...both])).not.toBe(answer([100, ...both]));
    expect(answer([100, ...both], [300, ...use('show-jobs')])).not.toMatch(/tonight 00:00/);
    expect(answer([100, ...use('show-jobs')])).toMatch(/tonight 00:00/);
  });

  it('were not left undone by a choice', () => {
    const pauseJob = use('pause-expiry', { job: 'dead-letter-expiry' });
    const chosen = (option: string) =>
      play([100, ...everywhere], [400, ...pauseJob], [1300, ...decide('purge', option)]);
    expect(readChoice(chosen('hold-only'), 'purge').rating).toBe(3);
    expect(chosen('let-expire').variables.get('expiry_paused')).toBe(false);
    expect(readChoice(play([1300, ...decide('purge', 'hold-only')]), 'purge').rating).toBe(2);
  });

  it('are in what a decision says that ran out', () => {
    const lapsed = (decision: string, ...lines: readonly DeedLine[]) =>
      readChoice(play(...lines, [2100, ...pause]), decision);
    expect(lapsed('declare').rating).toBe(1);
    expect(lapsed('declare', [600, ...give('duty-calls', 'incident')]).rating).toBe(4);
    expect(lapsed('copies', [100, ...vendor], [300, ...use('recall')]).rating).toBe(4);
  });
});

it('counts by a method what that method finds', () => {
  const fields = { copy: 'archive', method: 'field names that sound like cards' };
  expect(answer([100, ...use('scan-copy', fields)])).not.toMatch(/order numbers/);
  const letters = [...evidence.values()].find((text) => text.includes('<CardNumber>')) ?? '';
  expect(letters).not.toMatch(/\b\d{16}\b/);
  const sixteen = { copy: 'dead-letter', method: 'sixteen digits in a row' };
  expect(answer([100, ...use('scan-copy', sixteen)])).toMatch(/^No hit/);
});

it('dates the start for whoever opens the release', () => {
  expect(play([100, ...look('release')]).milestones.has('start-known')).toBe(true);
});

describe('praise', () => {
  const quietAndPaused = [
    [100, ...off],
    [300, ...use('pause-expiry', { job: 'dead-letter-expiry' })],
  ] as const;
  const praised = (...lines: readonly DeedLine[]) =>
    debrief(...quietAndPaused, ...lines, end)
      .feedback.map(({ text }) => text)
      .join(' ');

  it('is for doors that were closed and a partner who got his answer', () => {
    expect(praised()).not.toMatch(/Tap, doors/);
    expect(praised([400, ...everywhere])).toMatch(/Tap, doors/);
    expect(praised([1400, ...give('partner-wants', 'other-way')])).toMatch(/found within the hour/);
    expect(praised([2600, ...give('partner-wants', 'other-way')])).not.toMatch(/found within/);
  });

  it('of names and dates is for whoever gave them', () => {
    const closed = [
      ...quietAndPaused,
      [400, ...everywhere],
      [600, ...vendor],
      [700, ...use('recall')],
    ] as readonly DeedLine[];
    const owners = [1700, ...decide('owners', 'per-copy')] as DeedLine;
    expect(readOutcome(prepared, play(...closed, end))).toBe('closed');
    expect(readOutcome(prepared, play(...closed, [800, ...count('archive')], owners, end))).toBe(
      'settled',
    );
    expect(readOutcome(prepared, play([100, ...off], owners, end))).toBe('half-named');
    expect(readOutcome(prepared, play([100, ...off], end))).toBe('half');
  });
});

it('brings five leads together whatever Owen was told', () => {
  expect(item('teams-ask')?.body).not.toMatch(/You have them/);
});

describe('the message to the teams', () => {
  it.each([
    'Do not delete anything, until Beatrix Onslow releases your copy. By 15:00 today each of you sends Marguerite Lisle the count, the place and a plan for the purge with its proof.',
    'Nothing is deleted before counsel signs. Please send me today who would run the purge of your copy.',
    'Please stop every job that would delete or drop records, today.',
    'Delete nothing now. Greer, please take your finger off the drop.',
    'Please name today the date of the purge and its proof.',
    'Restrict now, purge later.',
    'Today we only close and count; the purge is for another day.',
    'Owner, date and proof of purge by today 15:00 please.',
    'All of you: stop any script that may drop or wipe logs.',
    'From today nobody may purge or drop a record.',
    'We purge all copies on the day that Beatrix Onslow signs.',
  ])('may speak of a purge without ordering one: %s', (text) => {
    expect(readUpdate('teams', text).fined).toEqual([]);
  });

  it.each([
    'Please delete everything now.',
    'Purge your copies today and send me the proof.',
    'Greer, drop the partitions since the 9th at once.',
    'Please run the purge of your copy today.',
    'Stop the loader, then wipe the table immediately.',
    'Erase all records as planned today, whoever owns them.',
  ])('orders none: %s', (text) => {
    expect(readUpdate('teams', text).fined).toEqual(['purge-now']);
  });

  it.each([
    'Do not: delete, drop, purge, overwrite or mask anything (hold LH-2026-07).',
    'What not to do: delete or purge anything.',
    'Do not delete or alter a record.',
  ])('says by a list as well what is left alone: %s', (text) => {
    expect(readUpdate('teams', text)).toMatchObject({ said: ['dont-delete'], fined: [] });
  });
});

describe('what compliance is told of a deletion', () => {
  const gone: DeedLine = [100, ...purge('search-index')];
  const kept: DeedLine = [100, ...use('pause-expiry', { job: 'dead-letter-expiry' })];

  it.each([
    'Nothing is deleted; the hold is kept.',
    'No records have been deleted.',
    'There was nothing deleted.',
    "We haven't deleted anything.",
    'The logs were not deleted.',
    'Hold LH-2026-07 has been kept: nothing was purged.',
  ])('may be that there was none, where there was none: %s', (text) => {
    expect(readUpdate('compliance', text, kept)).toMatchObject({ fined: [] });
    expect(readUpdate('compliance', text, kept).said).toContain('hold');
    const { asked, fined } = readUpdate('compliance', text, gone);
    expect(asked).not.toContain('hold');
    expect(fined).toEqual(['untouched']);
  });

  it.each([
    'We deleted search index, warehouse and dead letters before counsel released them.',
    'The records in the search index were deleted at 08:42, under hold LH-2026-07.',
    'I purged card data from the index, which the hold covers.',
    'The search index is gone: I dropped its records without a release.',
    'By mistake 13,066 records in the search index were deleted; nothing else was touched.',
    'The index was deleted; the archive was not deleted.',
  ])('is the truth: %s', (text) => {
    const { said, fined } = readUpdate('compliance', text, gone);
    expect(said).toContain('gone');
    expect(fined).toEqual([]);
  });

  it.each([
    'Nothing more will be deleted until counsel releases it.',
    'Nothing else is deleted from now on.',
    'Nothing is deleted in the archive.',
    'Nothing is deleted before counsel signs.',
    'Nothing may be deleted under hold LH-2026-07.',
    'What must not be deleted: every copy under hold LH-2026-07.',
    'Copies are deleted when counsel releases them.',
    'We deleted the records of the index; the other copies were not deleted.',
  ])('is no lie where it speaks of the rest: %s', (text) => {
    const { said, fined } = readUpdate('compliance', text, gone);
    expect(said.includes('gone')).toBe(text.startsWith('We deleted'));
    expect(fined).toEqual([]);
  });

  it('claims no pause that nobody made', () => {
    const text = 'Nothing is deleted, the hold is kept and the expiry of 13:00 is paused.';
    expect(readUpdate('compliance', text, kept).fined).toEqual([]);
    expect(readUpdate('compliance', text).fined).toEqual(['expiry-paused']);
    for (const open of [
      'The expiry of 13:00 must be paused, I do that next.',
      'The expiry of 13:00 is not yet paused.',
      'The expiry at 13:00 is still on, and host rotation is paused.',
      'Tomasz Wilk will have the expiry paused by noon.',
    ])
      expect(readUpdate('compliance', open).fined).toEqual([]);
  });
});

it('says of a tool that may take longer than its price how long', () => {
  const slower = drill.tools.flatMap(({ id, about, minutes, outcomes }) =>
    outcomes.some((outcome) => outcome.minutes !== undefined && outcome.minutes > minutes)
      ? [[id, /two minutes/.test(about)]]
      : [],
  );
  expect(slower).toEqual([
    ['scan-copy', true],
    ['restrict', true],
  ]);
});

describe('what nobody can know', () => {
  it.each([
    'Who saw what on a screen is not recorded.',
    'We cannot say that nobody has misused it.',
    'Nobody can say who has read it.',
    'Nobody recorded what was seen on the screens.',
    'Whether anything was misused is unknown.',
    'It has not been recorded who looked at them.',
    'Not known: who else copied results out of index or warehouse.',
  ])('is said: %s', (text) => {
    const { said, fined } = readUpdate('compliance', text);
    expect(said).toContain('unknown');
    expect(fined).toEqual([]);
  });

  it.each([
    'Nobody has misused it.',
    'Nobody misused the cards.',
    'The records have not been read by anyone.',
    'Nobody has seen the data.',
    'Nothing was copied into this mail.',
    'It is not known yet who has the table.',
  ])('is not said by a claim: %s', (text) => {
    expect(readUpdate('compliance', text).said).not.toContain('unknown');
  });
});

describe('owners', () => {
  it.each([
    'Farah Nazari, Tomasz Wilk, Greer Holloway and Sanna Koivu own the copies.',
    'All copies are owned by named leads.',
    'Greer Holloway takes the warehouse.',
    'Each copy is owned by the lead of its team.',
    'Sanna Koivu mends the adapter.',
  ])('are said: %s', (text) => {
    expect(readUpdate('compliance', text).said).toContain('owner');
  });

  it.each([
    'We counted our own copies.',
    'Greer Holloway offered to drop the table.',
    'Farah Nazari searched the index with a method of her own.',
  ])('are not said: %s', (text) => {
    expect(readUpdate('compliance', text).said).not.toContain('owner');
  });
});

it('is no time to read the rule for the first time, after a deletion', () => {
  const isRead = (...lines: readonly DeedLine[]) => play(...lines).milestones.has('hold-read');
  expect(isRead([100, ...look('hold-rule')])).toBe(true);
  expect(isRead([100, ...look('hold-rule')], [300, ...purge('warehouse')])).toBe(true);
  expect(isRead([100, ...purge('warehouse')], [300, ...look('hold-rule')])).toBe(false);
  expect(isRead([100, ...purge('warehouse')], [300, ...use('ask-counsel')])).toBe(false);
});

it('tells of a deletion under a hold to the one who keeps it', () => {
  const has = (...lines: readonly DeedLine[]) =>
    play(...lines, [1740, ...pause]).feed.has('hold-broken');
  expect(has()).toBe(false);
  expect(has([100, ...purge('search-index')])).toBe(true);
  expect(has([1260, ...decide('purge', 'at-once')])).toBe(true);
  // Counsel, asked after it, has said the same.
  expect(has([100, ...purge('search-index')], [300, ...use('ask-counsel')])).toBe(false);
});

it('lets the partner have heard of no end that was not made', () => {
  expect(item('partner-wants')?.body).not.toMatch(/are over/);
});

it('does not leave open in a count whether the source is quiet', () => {
  expect(answer([100, ...count('archive')])).not.toMatch(/unless|a minute ago/);
});

it('has lines of the extract in no manifest before they were counted', () => {
  const write = use('write-manifest');
  const gone: DeedLine = [50, ...purge('warehouse')];
  expect(answer([100, ...write])).not.toMatch(/27/);
  expect(answer([100, ...write], [300, ...write])).not.toMatch(/27/);
  expect(answer(gone, [300, ...write])).not.toMatch(/27/);
  for (const lines of [[], [gone], [[150, ...write] as DeedLine]])
    expect(answer(...lines, [400, ...count('the extract')], [700, ...write])).toMatch(/27\s+lines/);
  expect(play([100, ...write]).milestones.has('manifest-kept')).toBe(true);
});

describe('words that follow what was done', () => {
  const pauseJob = use('pause-expiry', { job: 'dead-letter-expiry' });
  const ask = (id: string, ...lines: readonly DeedLine[]): string => {
    const decision = drill.decisions.find((one) => one.id === id);
    return decision ? wordQuestion(prepared, play(...lines), decision) : '';
  };
  const said = (of: string, id: string, at: number, ...lines: readonly DeedLine[]) =>
    play(...lines, [at, ...give(of, id)]).feed.get(of)?.answer?.said;
  const choose = (decision: string, option: string, at: number, ...lines: readonly DeedLine[]) =>
    play(...lines, [at, ...decide(decision, option)]).decisions.get(decision)?.choice;

  it('speak of no writing that has ended, and of no line unread that was read', () => {
    expect(said('duty-calls', 'maybe', 600)?.why).toMatch(/records are written/);
    expect(said('duty-calls', 'maybe', 600, [100, ...off])?.why).not.toMatch(/records are written/);
    expect(choose('declare', 'declare', 300)?.why).toMatch(/being written/);
    const quiet = choose('declare', 'declare', 300, [100, ...off]);
    expect(quiet?.rating).toBe(7);
    expect(quiet?.why).not.toMatch(/being written/);
    expect(said('duty-calls', 'breach', 600)?.why).toMatch(/not yet looked/);
    const read = said('duty-calls', 'breach', 600, [100, ...look('search-extract')]);
    expect(read?.why).not.toMatch(/not yet looked/);
  });

  it('know whether the table was closed and counted', () => {
    const closed: DeedLine = [100, ...everywhere];
    const hold = reply('shall-i-drop', 'hold-and-close');
    if (!hold) throw new Error('Greer is told to hold');
    const offer = (...lines: readonly DeedLine[]) =>
      wordReply(prepared, play(...lines, [1450, ...pause]), hold);
    expect(offer()).toMatch(/see that two at most can read/);
    expect(offer(closed)).toMatch(/since I closed it/);
    expect(said('shall-i-drop', 'wait', 1450)?.rating).toBe(3);
    expect(said('shall-i-drop', 'wait', 1450)?.why).toMatch(/goes on filling/);
    expect(said('shall-i-drop', 'wait', 1450, [100, ...off])?.why).not.toMatch(/filling/);
    expect(said('shall-i-drop', 'wait', 1450, closed)?.rating).toBe(4);
    expect(said('shall-i-drop', 'drop', 1450)?.why).toMatch(/nobody has counted/);
    const counted = said('shall-i-drop', 'drop', 1450, [100, ...count('warehouse')]);
    expect(counted?.why).not.toMatch(/nobody has counted/);
  });

  it('know of no search before it was reported, and of what was deleted', () => {
    expect(ask('method', [30, ...look('search-extract')])).not.toMatch(/Observability/);
    expect(ask('method', [260, ...pause])).toMatch(/Observability searched/);
    expect(ask('purge', [1210, ...pause])).toMatch(/what is there/);
    expect(ask('purge', [100, ...purge('warehouse')])).toMatch(/what is left/);
  });

  it('run no job that was paused, and give no table to readers who were shut out', () => {
    const stores = choose('copies', 'index-archive', 900, [100, ...pauseJob]);
    expect(stores?.rating).toBe(3);
    expect(stores?.why).not.toMatch(/vanish/);
    const holdOnly = (...lines: readonly DeedLine[]) =>
      choose('purge', 'hold-only', 1300, ...lines)?.why;
    expect(holdOnly()).toMatch(/112 people.*the 13:00 job runs/);
    expect(holdOnly([100, ...pauseJob])).not.toMatch(/13:00 job runs/);
    expect(holdOnly([100, ...everywhere])).not.toMatch(/112 people/);
    expect(holdOnly([100, ...purge('dead-letter')])).not.toMatch(/112 people|job runs/);
  });

  it('count what was done for the copies where no order was settled', () => {
    const rate = (...lines: readonly DeedLine[]) =>
      readChoice(play(...lines, [2100, ...pause]), 'purge').rating;
    const ready = [
      [100, ...everywhere],
      [400, ...pauseJob],
    ] as const;
    expect(rate(...ready)).toBe(4);
    expect(rate(...ready, [600, ...use('ask-counsel')])).toBe(5);
    expect(rate(...ready, [600, ...use('ask-counsel')], [700, ...purge('warehouse')])).toBe(1);
  });

  it('keep a manifest where one was decided', () => {
    const decided = play([1300, ...decide('purge', 'restrict-release')], [1500, ...pause]);
    expect(decided.milestones.has('manifest-kept')).toBe(true);
    const late = play([100, ...purge('warehouse')], [1300, ...decide('purge', 'restrict-release')]);
    expect(late.milestones.has('manifest-kept')).toBe(false);
  });

  it('leave no dead letters to expire that are gone', () => {
    const rotate = use('pause-expiry', { job: 'host-logrotate' });
    expect(answer([100, ...rotate])).toMatch(/still\s+expire/);
    const empty = [
      [100, ...purge('dead-letter')],
      [300, ...rotate],
    ] as const;
    expect(answer(...empty)).not.toMatch(/still\s+expire/);
    expect(play(...empty).variables.get('rotate_paused')).toBe(true);
  });

  it('count the message to the leads where nobody settled who sees it through', () => {
    const text = 'Delete nothing. Restrict reading now.';
    const message: DeedLine = [1750, 'update_sent', { update: 'teams', text, citations: [] }];
    const point = (...lines: readonly DeedLine[]) =>
      scoreState(prepared, play(...lines, end))
        .parts.flatMap(({ points }) => points)
        .find(({ rule }) => rule === 'decision:owners');
    expect(point()).toMatchObject({ earned: 0 });
    expect(point()?.why).toMatch(/no name and no date/);
    expect(point(message)?.earned).toBeGreaterThan(0);
    expect(point(message)?.why).toMatch(/have your message/);
  });
});

describe('whose the numbers are', () => {
  const literals = (index: number): ReadonlyMap<string, string> =>
    instantiateWith(drill, evidence, (id) => (id === 'twin' ? index : 0)).evidence;
  const shown = use('show-runs');
  const ask = use('ask-test-desk');
  const compare = use('compare-list');
  const proved = [
    [100, ...ask],
    [140, ...compare],
    [420, ...pause],
  ] as const;
  const playOwn = (...lines: readonly DeedLine[]) => playDeeds(own, ...lines);
  const rate = (decision: string, option: string, at: number, ...lines: readonly DeedLine[]) =>
    readChoice(playOwn(...lines, [at, ...decide(decision, option)]), decision).rating;
  const point = (rule: string, variant: typeof prepared, ...lines: readonly DeedLine[]) =>
    scoreState(variant, playDeeds(variant, ...lines, end))
      .parts.flatMap(({ points }) => points)
      .find((one) => one.rule === rule)?.earned;

  it('stands in the lines, in the dead letters and in the release, and nowhere by a digit', () => {
    const kinds = [0, 1, 2, 3].map((index) => {
      const texts = literals(index);
      const bodies = (texts.get('search-extract') ?? '').match(/"txn":"[RT](?=\d+","msg":"body")/g);
      return {
        bodies: new Set(bodies).size === 1 && bodies?.length === 116 ? bodies[0] : bodies,
        test: / test="true">/.test(texts.get('dead-letter') ?? ''),
        guarded: /isTestRun/.test(texts.get('release') ?? ''),
        only: /includeBody: test-runs/.test(texts.get('release') ?? ''),
      };
    });
    const customers = { bodies: '"txn":"T', test: false, guarded: false, only: false };
    const run = { bodies: '"txn":"R', test: true, guarded: true, only: true };
    expect(kinds).toEqual([customers, customers, run, customers]);
    const digits = (index: number) =>
      ['search-extract', 'dead-letter'].map((id) =>
        literals(index)
          .get(id)
          ?.match(/\d{13,}/g),
      );
    expect(digits(2)).toEqual(digits(0));
  });

  it('rests on the evidence of its own play', () => {
    const whose = drill.decisions.find(({ id }) => id === 'whose');
    const rests = (id: string) => whose?.options.find((one) => one.id === id)?.evidence;
    expect(rests('run')).toEqual(['marks-line', 'runs-booked', 'list-all', 'desk-yes']);
    expect(rests('customers')).toEqual(['marks-line', 'runs-none', 'list-none', 'desk-no']);
  });

  it('is found in three kinds of look', () => {
    const kinds = own.drill.clues
      .filter(({ id }) =>
        ['marks-line', 'marks-xml', 'runs-booked', 'list-all', 'desk-yes'].includes(id),
      )
      .map((clue) => ('evidence' in clue ? 'evidence' : 'feed' in clue ? 'feed' : 'tool'));
    expect(new Set(kinds)).toEqual(new Set(['evidence', 'feed', 'tool']));
    expect(readLastAnswer(own, playOwn([100, ...shown]))).toMatch(
      /gw-ch-1 to gw-ch-3\*\*, 8\.14\.0/,
    );
    expect(readLastAnswer(own, playOwn([100, ...compare]))).toMatch(/all \d\d,\d{3}\*\*, drawn/);
    expect(readLastAnswer(prepared, play([100, ...compare]))).toMatch(
      /list of the test desk: none/,
    );
    expect(playOwn(...proved).feed.has('desk-writes')).toBe(true);
    expect(play(...proved).feed.has('desk-word')).toBe(true);
    expect(playOwn([100, ...ask], [200, ...pause]).feed.has('desk-writes')).toBe(false);
  });

  it('is told by nobody who was not asked, and by no word before', () => {
    const last = [2600, ...pause] as const;
    const arrived = (variant: typeof prepared) => [...playDeeds(variant, last).feed.keys()].sort();
    expect(arrived(own)).toEqual(arrived(prepared));
    const offered = (index: number) => {
      const { brief, people, decisions, tools, hints, updates, feed, roles } = instantiateWith(
        drill,
        new Map(),
        (id) => (id === 'twin' ? index : 0),
      ).drill;
      return JSON.stringify([
        brief,
        roles,
        people.map(({ name, role, about }) => [name, role, about]),
        decisions.map(({ title, prompt, options }) => [title, prompt, options.map((o) => o.text)]),
        tools.map(({ title, about, also, args }) => [title, about, also, args]),
        hints.map(({ title, tiers }) => [title, tiers]),
        updates.map(({ title, asked }) => [title, asked]),
        feed.map(({ subject, replies }) => [subject, replies.map(({ text }) => text)]),
      ]);
    };
    expect(offered(2)).toBe(offered(0));
    expect(offered(2)).not.toMatch(/R-214|isTestRun/);
  });

  const everything = (variant: typeof prepared): string => {
    const tools = ['show-runs', 'compare-list', 'ask-test-desk', 'show-releases', 'show-flow'];
    const methods = ['the extract', 'archive', 'search-index'].map((copy) => count(copy));
    const deeds = [...tools.map((tool) => use(tool)), vendor, ...methods, off].map(
      (deed, at): DeedLine => [60 + at * 150, ...deed],
    );
    const state = playDeeds(variant, ...deeds, [2600, ...pause]);
    const answers = state.uses.map(
      ({ tool, outcome }) =>
        variant.byId.tools.get(tool)?.outcomes.find(({ id }) => id === outcome)?.answer,
    );
    const arrived = variant.drill.feed.filter(({ id }) => state.feed.has(id));
    return [
      ...answers,
      ...arrived.map(({ body }) => body),
      variant.drill.brief,
      ...variant.evidence.values(),
    ].join('\n');
  };

  it('is shown with no word of the other play', () => {
    expect(everything(prepared)).not.toMatch(
      /R-214|isTestRun|test="true"|test-runs|"txn":"R|long run|all \d\d,\d{3}|we drew ourselves/,
    );
    const run = everything(own);
    expect(run).toMatch(/isTestRun/);
    expect(run).not.toMatch(/since June|Not ours|desk: none|\d distinct cards|with a card the/);
    const { brief } = own.drill;
    expect(brief).not.toMatch(/as if they were customers/);
  });

  it('leaves a prudent first step well rated, and not the same step after the proof', () => {
    expect(rate('declare', 'declare', 60)).toBe(6);
    expect(rate('declare', 'declare', 500, ...proved)).toBe(2);
    expect(rate('declare', 'quality', 60)).toBe(2);
    expect(rate('declare', 'quality', 300, [100, ...compare])).toBe(3);
    expect(rate('declare', 'quality', 500, ...proved)).toBe(7);
    expect(
      readChoice(play(...proved, [500, ...decide('declare', 'quality')]), 'declare').rating,
    ).toBe(1);
    expect(rate('stop', 'source', 600)).toBe(7);
    const said = (id: string, ...lines: readonly DeedLine[]) =>
      playOwn(...lines, [600, ...give('duty-calls', id)]).feed.get('duty-calls')?.answer?.said;
    expect(said('incident')?.rating).toBe(6);
    expect(said('incident', ...proved)?.rating).toBe(2);
    expect(said('maybe')?.rating).toBe(4);
    expect(said('maybe', ...proved)).toMatchObject({
      rating: 7,
      text: expect.stringMatching(/^Housekeeping, and I can show it/) as string,
    });
  });

  it('is worth saying once list and owner have both said it', () => {
    const half = [100, ...compare] as DeedLine;
    expect(rate('whose', 'run', 1000)).toBe(2);
    expect(rate('whose', 'run', 800, half)).toBe(4);
    expect(rate('whose', 'run', 800, ...proved)).toBe(7);
    expect(rate('whose', 'customers', 1000)).toBe(1);
    expect(rate('whose', 'manual', 800, ...proved)).toBe(2);
    const main = (option: string, ...lines: readonly DeedLine[]) =>
      readChoice(
        play(...lines, [lines.length > 0 ? 800 : 1000, ...decide('whose', option)]),
        'whose',
      ).rating;
    expect(main('customers')).toBe(4);
    expect(main('customers', half)).toBe(7);
    expect(main('run', ...proved)).toBe(1);
    expect(main('digits', half)).toBe(3);
    expect(readChoice(playOwn(...proved, [2000, ...pause]), 'whose')).toEqual({
      option: 'none',
      rating: 4,
    });
  });

  it('settles who reads, who is asked and who is written to', () => {
    const closed: DeedLine = [440, ...everywhere];
    const open = [
      [400, ...off],
      [500, ...pause],
    ] as const;
    const start = proved.slice(0, 2);
    expect(point('D16.c3', own, ...start, ...open)).toBe(3);
    expect(point('D16.c3', own, ...start, closed, [600, ...off])).toBe(0);
    expect(point('D16.c3', own, ...start, closed, [600, ...off], [700, ...use('reopen')])).toBe(3);
    expect(point('D16.c3', prepared, ...start, ...open)).toBe(0);
    expect(point('D16.x1', own, [100, ...ask])).toBe(2);
    expect(point('D16.x1', own, [100, ...use('ask-counsel')])).toBe(0);
    expect(point('D16.x1', prepared, [100, ...ask])).toBe(0);
    const recalled = [
      [50, ...vendor],
      [90, ...use('recall')],
    ] as const;
    expect(point('D16.x2', own, ...proved)).toBe(1.5);
    expect(point('D16.x3', own, ...proved)).toBe(1.5);
    // Called back by the rule before anybody knew: prudent, and a word too many.
    expect(point('D16.x2', own, ...recalled, [130, ...ask], [170, ...compare])).toBe(1.5);
    expect(point('D16.x3', own, ...recalled, [130, ...ask], [170, ...compare])).toBe(0);
    expect(point('D16.x2', prepared, ...recalled)).toBe(1.5);
    expect(point('D16.x3', prepared, ...recalled)).toBe(1.5);
    expect(rate('purge', 'keep-and-file', 1300, ...proved)).toBe(7);
    expect(rate('purge', 'keep-and-file', 1300)).toBe(3);
    expect(rate('purge', 'restrict-release', 1300)).toBe(4);
    expect(rate('purge', 'restrict-release', 1300, ...proved)).toBe(2);
    expect(rate('purge', 'at-once', 1300, ...proved)).toBe(1);
    expect(rate('owners', 'one-ticket', 1700, ...proved)).toBe(7);
    expect(rate('owners', 'per-copy', 1700, ...proved)).toBe(3);
    // With one half of the proof, what is right for cards is no worse than what the other half bears out.
    const half = [100, ...compare] as DeedLine;
    expect(rate('owners', 'per-copy', 1700, half)).toBe(4);
    expect(rate('owners', 'one-ticket', 1700, half)).toBe(3);
    const counsel = playOwn(...proved, [500, ...use('ask-counsel')]);
    expect(readLastAnswer(own, counsel)).toMatch(/nothing to release/);
  });

  it('is no reason to shut readers out or to call a bundle back after the proof', () => {
    const early = [[50, ...vendor], ...proved, [460, ...off]] as const;
    expect(point('D16.c3', own, ...early)).toBe(3);
    // Whoever has decided everything may end before the readers could be shown to have stayed.
    const through = playOwn(...early, [1650, ...decide('owners', 'one-ticket')]);
    expect(through.milestones.get('reading-settled')?.at_s).toBe(1650);
    expect(point('D16.c3', own, ...early, [600, ...everywhere])).toBe(0);
    const shut: DeedLine = [1650, ...give('shall-i-drop', 'hold-and-close')];
    expect(point('D16.c3', own, ...early, shut)).toBe(0);
    const late = playOwn(...early, [600, ...use('recall')]);
    expect(readLastAnswer(own, late)).toMatch(/asks whose cards you\s+have lost/);
    expect(late.harms).toHaveLength(1);
    const before = playOwn([10, ...vendor], [50, ...use('recall')], ...proved);
    expect(before.harms).toEqual([]);
    expect(play([50, ...vendor], ...proved, [600, ...use('recall')]).harms).toEqual([]);
    // Who was shut out after the proof had nothing taken at the first alarm.
    expect(own.drill.outcomes.find(({ id }) => id === 'own-shut')?.text).not.toMatch(/first alarm/);
  });

  it('is put in words that fit what was done, and keeps the same readers where that is decided', () => {
    const said = (of: string, id: string, at: number, ...lines: readonly DeedLine[]) =>
      playOwn(...lines, [at, ...give(of, id)]).feed.get(of)?.answer?.said;
    const maybe = (...lines: readonly DeedLine[]) => said('duty-calls', 'maybe', 700, ...lines);
    expect(maybe(...proved)?.text).toMatch(/Bodies go off today/);
    expect(maybe(...proved, [460, ...off])?.text).toMatch(/Bodies are off; nothing is deleted/);
    const gone = maybe(...proved, [460, ...purge('host-files')]);
    expect(gone?.text).not.toMatch(/nothing is deleted/);
    expect(gone?.rating).toBe(4);
    const shut = [...proved, [460, ...off], [520, ...everywhere]] as const;
    expect(said('shall-i-drop', 'wait', 1500, ...shut)?.text).toMatch(/give your readers back/);
    const kept = [...shut, [1300, ...decide('purge', 'keep-and-file')]] as const;
    expect(said('shall-i-drop', 'wait', 1500, ...kept)?.text).toMatch(/rights stay as they are/);
    expect(readOutcome(own, playOwn(...shut, end))).toBe('own-shut');
    expect(readOutcome(own, playOwn(...kept, end))).toBe('own-shown');
    expect(point('D16.c3', own, ...kept)).toBe(3);
  });

  it('decides whether giving readers back does harm', () => {
    const lines = [
      [100, ...everywhere],
      [300, ...use('reopen')],
    ] as const;
    expect(play(...lines).harms).toHaveLength(1);
    expect(playOwn(...lines).harms).toEqual([]);
    expect(play(...lines).variables.get('archive_closed')).toBe(false);
    expect(answer([100, ...use('reopen')])).toMatch(/Nothing is restricted/);
    expect(play([100, ...use('reopen')]).harms).toEqual([]);
  });

  it('ends in its own words', () => {
    const outcome = (...lines: readonly DeedLine[]) => readOutcome(own, playOwn(...lines, end));
    const quiet: DeedLine = [440, ...off];
    const job: DeedLine = [520, ...use('pause-expiry', { job: 'dead-letter-expiry' })];
    const run: DeedLine = [600, ...decide('whose', 'run')];
    const ticket: DeedLine = [1700, ...decide('owners', 'one-ticket')];
    expect(outcome()).toBe('own-running');
    expect(outcome([100, ...purge('warehouse')])).toBe('own-gone');
    expect(outcome([600, ...decide('stop', 'pipeline-off')])).toBe('own-dark');
    expect(outcome([100, ...off])).toBe('own-guess');
    expect(outcome([100, ...off], [1000, ...decide('whose', 'customers')])).toBe('own-told');
    expect(outcome(...proved, quiet)).toBe('own-shown');
    expect(outcome(...proved, quiet, [520, ...everywhere])).toBe('own-shut');
    expect(outcome(...proved, quiet, job, run, ticket)).toBe('own-settled');
  });

  it('is what the debrief tells, each play its own', () => {
    const tell = (variant: typeof prepared, ...lines: readonly DeedLine[]) =>
      writeDebrief(variant, playDeeds(variant, ...lines, end));
    const told = (variant: typeof prepared) => tell(variant).told;
    expect(told(prepared)).toMatch(/Customers'\. Since 9 September/);
    expect(told(prepared)).not.toMatch(/Why it is no incident/);
    expect(told(own)).toMatch(/Why it is no incident/);
    expect(told(own)).not.toMatch(/Why it is an incident|Stop, restrict, then purge/);
    for (const variant of [prepared, own])
      expect(told(variant)).toMatch(/Digits, marks, list, owner/);
    const feedback = (variant: typeof prepared, ...lines: readonly DeedLine[]) =>
      tell(variant, ...lines)
        .feedback.map(({ text }) => text)
        .join(' ');
    const run: DeedLine = [600, ...decide('whose', 'run')];
    expect(feedback(own, ...proved, run)).toMatch(/shown by list and by owner/);
    expect(feedback(own, [900, ...pause], [1000, ...decide('whose', 'run')])).toMatch(
      /before list and owner had shown it/,
    );
    expect(feedback(own, ...proved, [600, ...decide('whose', 'customers')])).toMatch(
      /told as customers' cards/,
    );
    expect(feedback(prepared, ...proved, run)).toMatch(/called nobody's/);
    expect(feedback(own, [100, ...purge('warehouse')])).toMatch(/over a test run/);
    const truth = (variant: typeof prepared) => tell(variant).truth.map(({ id }) => id);
    expect(truth(own)).toContain('booked');
    expect(truth(prepared)).not.toContain('booked');
  });

  it('is a belief that is right in one play and wrong in the other', () => {
    const match = (variant: typeof prepared, text: string) => {
      const id = matchHypothesis(variant, playDeeds(variant), text);
      return variant.drill.hypotheses.find((one) => one.id === id)?.true;
    };
    const real = 'Whole card numbers of customers are in the logs';
    const test = 'These are synthetic numbers of a test run';
    expect([match(prepared, real), match(own, real)]).toEqual([true, false]);
    expect([match(prepared, test), match(own, test)]).toEqual([false, true]);
  });

  describe('in writing', () => {
    const write = (
      variant: typeof prepared,
      id: 'compliance' | 'teams',
      text: string,
      ...lines: readonly DeedLine[]
    ) => {
      const state = playDeeds(variant, ...lines, [
        1750,
        'update_sent',
        { update: id, text, citations: [] },
      ]);
      const sent = state.updates.get(id)?.sent;
      const update = variant.drill.updates.find((one) => one.id === id);
      if (!sent || !update) throw new Error('the update was sent');
      const { facts, claims, findings } = checkUpdate(update, sent.text, sent.known, sent.allowed);
      return {
        asked: facts.flatMap((fact) => (fact.asked ? [fact.id] : [])),
        said: facts.flatMap((fact) => (fact.met ? [fact.id] : [])),
        fined: claims.map((claim) => claim.id),
        found: findings.flatMap(({ rule, cost }) => (cost > 0 ? [rule] : [])),
      };
    };

    it.each([
      'Card data of customers stand in our debug logs since 9 September.',
      'Cards are exposed in six copies since 9 September.',
      'Customers’ card numbers were written to the logs.',
      '31,940 cards are affected.',
    ])('cards that are none cost: %s', (text) => {
      expect(write(own, 'compliance', text, ...proved).fined).toEqual(['as-customers']);
      expect(write(prepared, 'compliance', text, ...proved).fined).toEqual([]);
    });

    it.each([
      'Bodies with card numbers and codes stand in our debug logs since 9 September.',
      'No card of a customer is among them.',
      'No card data of customers were logged, a test run sent every number.',
      'The copies are six, with five teams.',
      'Whether cards of customers would be written at noon nobody has tried.',
    ])('what is so in the run does not: %s', (text) => {
      expect(write(own, 'compliance', text, ...proved).fined).toEqual([]);
    });

    it.each([
      'These are numbers of a test run.',
      'It is synthetic traffic.',
      'All of it is dummy card data.',
    ])('a test that was none costs: %s', (text) => {
      expect(write(prepared, 'compliance', text).fined).toEqual(['as-test']);
      expect(write(own, 'compliance', text).fined).toEqual([]);
    });

    it.each([
      'None of the numbers is on the list of the test desk.',
      'We asked whether it is a test run, and it is not.',
      'The test desk knows of no run on these hosts.',
    ])('that it is no test does not: %s', (text) => {
      expect(write(prepared, 'compliance', text).fined).toEqual([]);
    });

    it.each([
      ['compliance', 'Security codes are in it too, 44,803, also drawn.'],
      ['teams', 'Look by card range and check digit, with separators and base64 decoded.'],
      ['teams', 'Tell me of any body without the mark R, found by range and check digit.'],
      ['teams', 'In tickets quote record ids and counts, the last four digits at most.'],
    ] as const)('fines no answer to what was asked: %s, %s', (id, text) => {
      expect(write(own, id, text, ...proved)).toMatchObject({ fined: [], found: [] });
      expect(write(own, id, text, ...proved).said).not.toEqual([]);
    });

    it('asks for the proof and not for what is left to cards', () => {
      const { asked } = write(own, 'compliance', 'x', ...proved);
      // Compliance asks for codes whoever drew them.
      expect(asked).toEqual(
        expect.arrayContaining(['whose', 'shown', 'no-report', 'untried', 'codes']),
      );
      for (const id of ['what', 'unknown']) expect(asked).not.toContain(id);
      const main = write(prepared, 'compliance', 'x', ...proved).asked;
      for (const id of ['whose', 'shown', 'no-report', 'what-stands'])
        expect(main).not.toContain(id);
      const text = 'Nothing has to go to the acquirer, no report is needed.';
      expect(write(own, 'compliance', text, ...proved)).toMatchObject({ fined: [] });
      expect(write(own, 'compliance', text, ...proved).said).toContain('no-report');
      expect(write(own, 'compliance', text).fined).toEqual(['not-reportable']);
      expect(write(prepared, 'compliance', text, ...proved).fined).toEqual(['not-reportable']);
    });

    it('hears since when, and no day in what was taken from the logs', () => {
      const since = 'They are numbers of test run R-236 of the test desk, since 9 September.';
      expect(write(own, 'compliance', since, ...proved).said).toContain('what-stands');
      expect(write(prepared, 'compliance', 'Cards lie there since 9 September.').said).toContain(
        'what',
      );
      const plain = 'They have been written there since 9 September, by a test run.';
      expect(write(own, 'compliance', plain, ...proved).said).toContain('what-stands');
      const stolen = 'Customers’ cards were stolen from our logs.';
      expect(write(own, 'compliance', stolen).said).not.toContain('what-stands');
      expect(write(prepared, 'compliance', stolen).said).not.toContain('what');
    });

    it('hears in plain words that nothing is added', () => {
      const text = 'Nothing is written any more since 08:47.';
      expect(write(own, 'compliance', text, ...proved, [460, ...off]).said).toContain('stopped');
      const more = 'Bodies are written as before.';
      expect(write(own, 'compliance', more, ...proved, [460, ...off]).said).not.toContain(
        'stopped',
      );
    });

    it('hears of jobs by their names', () => {
      const text = 'dead-letter-expiry and host-logrotate stay paused.';
      const pausing: DeedLine = [60, ...use('pause-expiry', { job: 'dead-letter-expiry' })];
      expect(write(prepared, 'teams', text, pausing).said).toContain('expiry');
      expect(write(prepared, 'compliance', text, pausing)).toMatchObject({ fined: [], found: [] });
      expect(write(prepared, 'compliance', text, pausing).said).toContain('hold');
    });

    it('shuts nobody out over a test run', () => {
      const text = 'Please restrict reading to two people now.';
      expect(write(own, 'teams', text, ...proved).fined).toEqual(['shut-out']);
      expect(write(own, 'teams', text).fined).toEqual([]);
      expect(write(prepared, 'teams', text, ...proved).fined).toEqual([]);
      const stays = 'Reading stays as it was, nobody is shut out.';
      expect(write(own, 'teams', stays, ...proved)).toMatchObject({ fined: [] });
      expect(write(own, 'teams', stays, ...proved).said).toContain('reading');
    });
  });

  describe('golden logs', () => {
    const rated = (events: readonly AttemptEvent[]) => {
      const { refused } = replay(own, events);
      expect(refused).toBeNull();
      return scoreAttempt(own, events);
    };

    it('show the case settled', () => {
      const { header, events } = readGolden(slug, 'expert-twin');
      expect(header.seed).toBe(ownSeed);
      expect(readOutcome(own, replay(own, events).state)).toBe('own-settled');
    });

    it.each([
      ['expert', 0.7],
      ['careless', 0.5],
    ])('give the deeds of the %s of the other play less', (name, most) => {
      const { events } = readGolden(slug, name);
      // What is cited is what this play has in that place.
      const places = new Map([
        ['show-runs/none-here', 'show-runs/one-here'],
        ['desk-word', 'desk-writes'],
      ]);
      const share = shareOfTotal(rated(translateLog(drill, evidence, ownSeed, events, places)));
      expect(share).toBeLessThanOrEqual(most);
    });
  });
});

describe('what is counted', () => {
  const seeds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const;
  const variants = seeds.map((seed) => ({
    seed,
    variant: seed === 0 ? prepared : prepareDrill(drill, evidence, seed),
  }));

  const passes = (digits: string): boolean =>
    Array.from(digits, Number)
      .reverse()
      .reduce((sum, digit, at) => {
        const weighed = at % 2 === 0 ? digit : digit * 2;
        return sum + (weighed > 9 ? weighed - 9 : weighed);
      }, 0) %
      10 ===
    0;
  /** Card numbers by length, range and check digit; an order begins with its year, in no range. */
  const findCards = (text: string): readonly string[] =>
    [...text.matchAll(/(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g)]
      .map(([number]) => number.replaceAll(/\D/g, ''))
      .filter((number) => /^(?:4|5[1-5]|3[47]|6011|3530)/.test(number) && passes(number));

  /** What a learner counts in the extract, a line cut short apart. */
  const countExtract = (variant: typeof prepared) => {
    const lines = (variant.evidence.get('search-extract') ?? '')
      .trim()
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as Readonly<Record<string, string>>);
    const bodies = lines.flatMap(({ body }) => body ?? []);
    const envelopes = lines.flatMap(({ payload_b64: payload }) =>
      payload === undefined ? [] : Buffer.from(payload, 'base64').toString(),
    );
    const inRow = lines.flatMap((line) => {
      const found = JSON.stringify(line).match(/(?<!\d)\d{16}(?!\d)/g);
      return found ? [found] : [];
    });
    const hasCode = (text: string) => /cvc|cvv/i.test(text);
    return {
      lines: lines.length,
      plain: bodies.filter((body) => findCards(body).length > 0).length,
      encoded: envelopes.filter((text) => findCards(text).length > 0).length,
      codes: [...bodies, ...envelopes].filter(hasCode).length,
      masked: bodies.filter((body) => /\*{16}/.test(body) && hasCode(body)).length,
      named: bodies.filter((body) => body.includes('"card":')).length,
      inRow: inRow.length,
      passing: inRow.filter((found) => found.some(passes)).length,
      cardsInRow: inRow.flatMap((found) => found.flatMap(findCards)).length,
    };
  };

  const tell = (variant: typeof prepared, tool: string, outcome: string): string =>
    variant.byId.tools.get(tool)?.outcomes.find(({ id }) => id === outcome)?.answer ?? '';
  const says = (variant: typeof prepared, clue: string): string =>
    variant.drill.clues.find(({ id }) => id === clue)?.says ?? '';
  const figures = (text: string): readonly number[] =>
    [
      ...text.replaceAll(/base64|\d{4}-\d\d-\d\dT\S+|\d\d:\d\d:\d\d/g, '').matchAll(/\d[\d,]*\d/g),
    ].map(([number]) => Number(number.replaceAll(',', '')));

  it.each(variants)('in the extract is what is told at seed $seed', ({ variant }) => {
    const is = countExtract(variant);
    expect([is.lines, is.encoded, is.cardsInRow]).toEqual([254, 1, 0]);
    expect([is.codes, is.named]).toEqual([is.plain + is.masked + 1, is.plain + is.masked]);
    expect(figures(tell(variant, 'scan-copy', 'extract-right'))).toEqual([
      is.plain,
      is.codes,
      is.masked,
    ]);
    expect(figures(says(variant, 'method-right'))).toEqual([is.plain, is.codes]);
    expect(figures(tell(variant, 'scan-copy', 'extract-naive'))).toEqual([
      is.inRow,
      254,
      is.passing,
    ]);
    expect(figures(says(variant, 'method-naive'))).toEqual([is.inRow, is.passing]);
    expect(figures(tell(variant, 'scan-copy', 'extract-fields')).slice(0, 2)).toEqual([
      is.named,
      is.masked,
    ]);
    const { text, story } = variant.drill.debrief;
    for (const told of [
      `${is.inRow} lines of 254, of which ${is.passing} pass`,
      `found ${is.plain} lines and one more`,
      `in ${is.masked} lines the number was masked`,
    ])
      expect(text).toContain(told);
    expect(story).toContain(`gave ${is.plain} and one more`);
    for (const outcome of ['again', 'late', 'written'])
      expect(tell(variant, 'write-manifest', outcome)).toContain(`the ${is.plain + 1} lines`);
  });

  it.each(variants)('in the copies adds up, and is told alike at seed $seed', ({ variant }) => {
    const scan = (copy: string) => figures(tell(variant, 'scan-copy', `${copy}-right`));
    const [records = 0, numbers = 0, codes = 0] = scan('archive').filter((one) => one > 1000);
    const [letters = 0, letterCodes = 0] = scan('dead-letter');
    const [missed = 0, indexCodes = 0] = scan('search');
    expect(scan('warehouse')).toEqual([records - letters]);
    expect(indexCodes + letterCodes).toBe(codes);
    expect(missed).toBeLessThan(records);
    // About 300 an hour for 164 hours; the files of three days and of today until a quarter to nine.
    for (const hourly of [records / 164, (scan('hosts')[0] ?? 0) / (3 * 24 + 8.75)]) {
      expect(hourly).toBeGreaterThan(280);
      expect(hourly).toBeLessThan(310);
    }
    const list = (one: string) => figures(tell(variant, 'compare-list', one));
    expect(new Set([...list('all-on').slice(0, 2), ...list('none-on').slice(0, 1)])).toEqual(
      new Set([numbers]),
    );
    expect(figures(says(variant, 'archive-scanned')).slice(0, 3)).toEqual([
      records,
      numbers,
      codes,
    ]);
    for (const clue of ['list-none', 'list-all'])
      expect(figures(says(variant, clue))[0]).toBe(numbers);
    const write = (one: number) => one.toLocaleString('en-GB');
    for (const play of variant.drill.debrief.plays) {
      expect(play.text).toContain(`${write(records)} records`);
      expect(play.text).toContain(write(numbers));
    }
    const known = new Set(['figure', 'codes', 'shown']);
    for (const update of variant.drill.updates.filter(({ id }) => id === 'compliance')) {
      const met = (text: string, fact: string): boolean =>
        checkUpdate(update, text, known, new Set()).facts.some(
          ({ id, met: is }) => id === fact && is,
        );
      for (const one of [records, numbers])
        for (const form of [write(one), `${one}`])
          expect(met(`It is ${form}.`, 'figure')).toBe(true);
      for (const form of [write(codes), `${codes}`])
        expect(met(`It is ${form}.`, 'codes')).toBe(true);
      expect(met(`It is ${write(records + 1)} of ${write(numbers - 1)}.`, 'figure')).toBe(false);
      if (variant !== prepared) expect(met('It is 48,117 of 31,940.', 'figure')).toBe(false);
      const facts = update.facts.map(({ text }) => text);
      expect(facts).toContain(
        `${write(records)} records, ${write(numbers)} numbers in the fullest copy`,
      );
    }
  });

  it.each(variants)('in the register is who may read at seed $seed', ({ variant }) => {
    const rows = (variant.evidence.get('copies') ?? '')
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    const readers = (copy: string) => Number(rows.find(([id]) => id === copy)?.at(-2));
    const [index, table, archive] = [
      readers('search-index'),
      readers('warehouse'),
      readers('archive'),
    ];
    expect(says(variant, 'copy-search')).toContain(`${index} readers`);
    expect(says(variant, 'copy-warehouse')).toContain(`${table} readers`);
    expect(tell(variant, 'who-read', 'search-index')).toContain(` of ${index} people`);
    expect(tell(variant, 'who-read', 'warehouse')).toContain(` of ${table} people`);
    expect(variant.drill.feed.find(({ id }) => id === 'shall-i-drop')?.body).toContain(
      `${table} people`,
    );
    const { parameters: _, ...rest } = variant.drill;
    const people = [...JSON.stringify(rest).matchAll(/(\d+) (?:people|readers)\b/g)];
    const told = new Set(people.map(([, number]) => Number(number)));
    expect(told).toEqual(
      new Set([index, table, archive, readers('dead-letter'), readers('host-files')]),
    );
    // "nearly two hundred", "more than a hundred"
    expect(index).toBeGreaterThan(100);
    expect(index + table + archive).toBeGreaterThan(180);
    expect(index + table + archive).toBeLessThan(200);
  });

  it('differs between seeds', () => {
    const of = (read: (variant: typeof prepared) => unknown) =>
      new Set(variants.map(({ variant }) => JSON.stringify(read(variant)))).size;
    for (const figure of ['plain', 'codes', 'masked', 'inRow', 'passing'] as const)
      expect(
        of((variant) => countExtract(variant)[figure]),
        figure,
      ).toBeGreaterThanOrEqual(4);
    for (const copy of ['archive', 'search', 'dead-letter', 'warehouse', 'hosts'])
      expect(of((variant) => tell(variant, 'scan-copy', `${copy}-right`))).toBeGreaterThan(4);
    for (const clue of ['copy-search', 'copy-warehouse', 'expiry-known'])
      expect(
        of((variant) => says(variant, clue)),
        clue,
      ).toBeGreaterThan(4);
  });
});
