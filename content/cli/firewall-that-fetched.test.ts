import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from '../engine/drill/attempt-log.ts';
import { findCitedClues } from '../engine/drill/citation.ts';
import { instantiate } from '../engine/drill/instantiate.ts';
import { prepareDrill, type PreparedDrill } from '../engine/drill/prepared-drill.ts';
import { replay } from '../engine/drill/step.ts';
import { wordQuestion, wordReply } from '../engine/drill/words-of-the-moment.ts';
import { scoreAttempt, scoreState, shareOfTotal } from '../engine/score/score.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import { playAtRandom } from '../engine/testing/a-log.ts';
import {
  citeLines,
  type DeedLine,
  matchHypothesis,
  playDeeds,
  readBundledDrill,
  readChoice,
  readLastAnswer,
  readOutcome,
  readGolden,
} from './testing/bundled-drill.ts';
import { decide, look, pause, reply, use } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d04-the-firewall-that-fetched');

// What a seed draws, without the texts that take their time.
const none = { feed: [], evidence: [], clues: [], tools: [], decisions: [], updates: [] };
const bare = { ...drill, ...none, hints: [], milestones: [] };

const role = { role: 'edge-waf-role' };
const denyNow = use('deny-sessions', { ...role, before: 'now, when the policy is attached' });
const requireTokens = (instances: string) => use('require-tokens', { instances });
const edgeA = { instance: 'edge-a' };
const edgeB = { instance: 'edge-b' };

const play = (...lines: readonly DeedLine[]) => playDeeds(prepared, ...lines);
const hear = (...lines: readonly DeedLine[]): string => readLastAnswer(prepared, play(...lines));
const shutAndDenied = [
  [30, ...use('close-preview')],
  [120, ...denyNow],
] as const;

const stop = ['ended'] as const;
const toEnd = [45 * 60, 'jumped', { to_s: 46 * 60 }] as const;
const capture = use('capture-memory', edgeA);
const isolate = use('isolate-instance', edgeA);
const terminate = use('terminate-instance', edgeA);
const tellAll = (...lines: readonly DeedLine[]): string => {
  const { outcome, feedback } = writeDebrief(prepared, play(...lines));
  return [outcome, ...feedback].map(({ text }) => text).join(' ');
};
const readWhy = (decision: string, ...lines: readonly DeedLine[]): string =>
  play(...lines).decisions.get(decision)?.choice?.why ?? '';

it('shows in the flow log the fetch of each picture that the balancer was asked for', () => {
  for (const seed of [0, 1, 2, 3, 9]) {
    const drawn = prepareDrill(drill, evidence, seed).evidence;
    const flows = (drawn.get('flow') ?? '').split('\n').map((line) => line.split(' '));
    const isSkipped = (at_s: number) =>
      flows.some((flow) => flow[13] === 'SKIPDATA' && Math.abs(Number(flow[10]) - at_s) < 60);
    const missing = (drawn.get('alb') ?? '').split('\n').flatMap((line) => {
      const fields = line.match(/"[^"]*"|\S+/g) ?? [];
      const link = /u=(https?)%3A%2F%2F(?:photos\.|192\.0\.2\.200)/.exec(line)?.[1];
      const at_s = Date.parse(fields[21] ?? '') / 1000;
      if (!link || at_s > Date.parse('2026-06-09T10:15:00Z') / 1000 || isSkipped(at_s)) return [];
      if (at_s < Date.parse('2026-06-09T09:25:00Z') / 1000) return [];
      const proxy = fields[4]?.split(':')[0];
      const isFetched = flows.some(
        ([, , , from, to, , port, , , , start, end]) =>
          from === proxy &&
          to === '192.0.2.200' &&
          port === (link === 'https' ? '443' : '80') &&
          Math.abs((Number(start) + Number(end)) / 2 - at_s) < 60,
      );
      return isFetched ? [] : [`${seed}: ${line.slice(0, 40)}`];
    });
    expect(missing).toEqual([]);
  }
});

it('counts a copy of the logs, and apart from it that no change came before', () => {
  const copied = [200, ...use('preserve', {})] as const;
  const cut = [30, ...denyNow] as const;
  const copies = (...lines: readonly DeedLine[]) =>
    scoreState(prepared, play(...lines))
      .parts.flatMap(({ points }) => points)
      .flatMap(({ rule, earned }) => (/^D04\.e[14]$/.test(rule) ? [earned] : []));
  expect(copies(copied, [300, ...denyNow], toEnd)).toEqual([1, 1]);
  expect(copies(cut, copied, toEnd)).toEqual([1, 0]);
  expect(copies(cut, toEnd)).toEqual([0, 0]);
});

it('knows each inner address that the flow log shows, and where the pictures lie', () => {
  const lookUp = (address: string) => hear([60, ...use('look-up-address', { address })]);
  for (const address of ['192.0.2.5', '192.0.2.10', '192.0.2.26', '192.0.2.36', '192.0.2.101'])
    expect(lookUp(address)).toMatch(/^Ours/);
  expect(lookUp('192.0.2.200')).toMatch(/^Not ours.*garage/);
});

describe('the figure', () => {
  it('is asked for once privacy has asked, and not because data events were opened', () => {
    expect(play([205, ...look('reads')], [660, ...pause]).decisions.has('count')).toBe(false);
    const paged = play([205, ...look('reads')], [280, ...use('page-privacy')]);
    expect(paged.decisions.has('count')).toBe(true);
    expect(play([1145, ...pause]).decisions.has('count')).toBe(true);
  });

  it('gives in no option or reply what only a count can tell', () => {
    const number = drill.feed.find(({ id }) => id === 'number');
    const asked = drill.decisions.filter(({ id }) => id === 'count' || id === 'clock');
    const texts = [
      ...asked.flatMap(({ options }) => options.map(({ text }) => text)),
      ...(number?.replies.map(({ text }) => text) ?? []),
    ];
    expect(texts.filter((text) => /\d{3}|archive/.test(text))).toEqual([]);
  });

  it('is not asked for by somebody who was given it', () => {
    const told = play(
      [10, ...look('reads')],
      [100, ...use('page-privacy')],
      [150, ...decide('count', 'by-events')],
      [160, ...decide('clock', 'now')],
      [1200, ...pause],
    );
    expect(told.feed.has('number')).toBe(false);
  });
});

describe('the duty manager', () => {
  it('is told of a deny as of something done', () => {
    const state = play(...shutAndDenied, [490, ...pause]);
    expect(state.feed.has('duty-calls')).toBe(false);
    expect(state.feed.has('duty-calls-denied')).toBe(true);
    const done = drill.feed.find(({ id }) => id === 'duty-calls-denied');
    const best = done?.replies.find(({ rating }) => rating === 7);
    expect(best?.text).toMatch(/sessions are refused/);
  });

  it('rings once, whenever the sessions are denied', () => {
    const later = play(
      [490, ...pause],
      [500, ...use('close-preview')],
      [570, ...denyNow],
      [700, ...pause],
    );
    expect(later.feed.has('duty-calls')).toBe(true);
    expect(later.feed.has('duty-calls-denied')).toBe(false);
  });

  it('is promised nothing that may be done before the answer', () => {
    const asked = drill.feed.filter(({ id }) => id === 'duty-calls' || id === 'outage');
    const good = asked.flatMap(({ replies }) => replies.filter(({ rating }) => rating === 7));
    expect(good).toHaveLength(2);
    for (const { text } of good) expect(text).not.toMatch(/\bnext\b|\bI am checking\b|It reads/);
  });

  it('has asked for the shift log before the question is put in her name', () => {
    const early = play(
      [1150, ...decide('count', 'by-events')],
      [1160, ...decide('clock', 'now')],
      [1300, ...pause],
    );
    expect(early.feed.has('lasting')).toBe(false);
    expect(early.decisions.has('role')).toBe(false);
    const sent = play(
      [1150, ...decide('count', 'by-events')],
      [1160, ...decide('clock', 'now')],
      [1300, 'update_sent', { update: 't30', text: 'Off.', citations: [] }],
      [1365, ...pause],
    );
    expect(sent.feed.has('lasting')).toBe(true);
    expect(sent.decisions.has('role')).toBe(true);
    expect(play([1870, ...pause]).decisions.has('role')).toBe(true);
  });
});

describe('answers follow what was done', () => {
  it('shows the sessions of a denied role as refused', () => {
    const before = hear([30, ...use('show-sessions', role)]);
    expect(before).toContain('expires 15:31:20');
    const lines = [...shutAndDenied, [250, ...use('show-sessions', role)]] as const;
    const after = hear(...lines);
    expect(after).toContain('refused');
    expect(after).not.toContain('expires');
    expect(play(...lines).milestones.has('second-found')).toBe(true);
  });

  it('shows a third session, and whether the deny covers it', () => {
    const open = [[30, ...denyNow]] as const;
    const third = [1450, ...use('show-sessions', role)] as const;
    expect(hear(...open, third)).toMatch(/the third is younger and works/);
    const again = [
      [1460, ...use('close-preview')],
      [1530, ...denyNow],
      [1600, ...use('show-sessions', role)],
    ] as const;
    expect(hear(...open, ...again)).not.toMatch(/works\b/);
    const denied = [...open, [1460, ...denyNow]] as const;
    expect(hear(...denied)).toContain('session of 10:42:51 is refused');
    expect(hear(...denied, [1600, ...use('show-sessions', role)])).not.toMatch(/works\b/);
  });

  it('lets no session be handed out by a proxy that has no role', () => {
    const off = play([300, ...decide('sessions', 'take-off')], [1500, ...pause]);
    expect(off.feed.has('third-session')).toBe(false);
  });

  it('lets no session be handed out by a proxy that nobody reaches', () => {
    const apart = play([300, ...use('isolate-instance', edgeB)], [1500, ...pause]);
    expect(apart.feed.has('third-session')).toBe(false);
    expect(play([300, ...isolate], [1500, ...pause]).feed.has('third-session')).toBe(true);
  });

  it('attaches a policy, and puts a rule first, once', () => {
    expect(hear(...shutAndDenied, [250, ...denyNow])).toContain('already');
    expect(hear(...shutAndDenied, [250, ...use('close-preview')])).toContain('already');
    const early = { ...role, before: '09:12 UTC, the start of the first session' };
    const kept = hear(...shutAndDenied, [250, ...use('deny-sessions', early)]);
    expect(kept).not.toMatch(/stay valid/);
  });

  it('shuts the way to credentials once both proxies want a token, one after the other', () => {
    const lines = [
      [30, ...requireTokens('edge-a')],
      [120, ...requireTokens('edge-b')],
    ] as const;
    expect(play(...lines).variables.get('hole_closed')).toBe(true);
    expect(hear(...lines)).not.toContain('every second request');
    const twice = [
      [30, ...requireTokens('edge-a')],
      [120, ...requireTokens('edge-a')],
    ] as const;
    expect(play(...twice).variables.get('hole_closed')).toBe(false);
  });

  it('pages nobody for what they were told', () => {
    const told = [
      [1150, ...decide('count', 'by-events')],
      [1160, ...decide('clock', 'now')],
    ] as const;
    expect(hear(...told, [1170, ...use('page-privacy')])).not.toMatch(/asks for|waits for/);
  });

  it('has a memory copied once, and none of this morning after a restart', () => {
    const copied = [30, ...use('capture-memory', edgeA)] as const;
    expect(hear(copied, [300, ...use('capture-memory', edgeA)])).toContain('already');
    const restarted = play(
      [300, ...decide('sessions', 'revoke')],
      [480, ...decide('host', 'reboot')],
      [800, ...use('capture-memory', edgeA)],
    );
    expect(restarted.variables.get('memory_kept')).toBe(false);
  });

  it('speaks of no open route and no working session after both were dealt with', () => {
    const ended = hear(...shutAndDenied, [250, ...use('terminate-instance', edgeA)]);
    expect(ended).not.toMatch(/open route|works as before/);
    const blocked = hear(...shutAndDenied, [
      250,
      ...use('block-address', { address: '198.51.100.61' }),
    ]);
    expect(blocked).not.toMatch(/\bopen\b/);
  });

  it('copies no memory of a machine that is gone', () => {
    const state = play(
      [250, ...decide('sessions', 'revoke')],
      [400, ...use('terminate-instance', edgeA)],
      [500, ...decide('host', 'memory-first')],
    );
    const points = scoreState(prepared, state).parts.flatMap((part) => part.points);
    const point = points.find(({ rule }) => rule === 'decision:host');
    expect(point?.earned).toBeLessThanOrEqual(0);
  });

  it('counts machines by a list that says when it was made', () => {
    const fleet = drill.decisions.find(({ id }) => id === 'fleet');
    expect(fleet?.prompt).toContain('By the list of 10:15');
    expect(fleet?.options.map(({ text }) => text).join(' ')).not.toMatch(/\b(?:97|20)\b/);
    const counted = hear(
      [30, ...requireTokens('edge-a and edge-b')],
      [120, ...use('count-instances', { what: 'version 1 open' })],
    );
    expect(counted).toContain('At 10:15');
  });
});

describe('edge-a, terminated with its memory kept', () => {
  const kept = [
    ...shutAndDenied,
    [250, ...capture],
    [500, ...isolate],
    [600, ...terminate],
  ] as const satisfies readonly DeedLine[];
  const lost = [...shutAndDenied, [600, ...terminate]] as const satisfies readonly DeedLine[];
  const late = [...lost, [750, ...decide('host', 'memory-first')]] as const;

  it('has lost its disk and nothing else', () => {
    expect(readOutcome(prepared, play(...kept, [800, ...stop]))).toBe('uncounted');
    expect(tellAll(...kept, [800, ...stop])).toMatch(/Its disk went with it/);
    expect(tellAll(...kept, [800, ...stop])).not.toMatch(/matter of belief|Memory first/);
    for (const lines of [lost, late]) {
      expect(readOutcome(prepared, play(...lines, [1100, ...stop]))).toBe('dark-evidence');
      expect(tellAll(...lines, [1100, ...stop])).toMatch(/Memory first/);
      expect(tellAll(...lines, [1100, ...stop])).not.toMatch(/Its disk went with it/);
    }
    const simple = play(
      [300, ...decide('sessions', 'revoke')],
      [480, ...decide('host', 'terminate')],
      [800, ...stop],
    );
    expect(readOutcome(prepared, simple)).toBe('dark-evidence');
  });

  it('is not called lost, nor copied too late, by the decision about it', () => {
    const choose = (option: string, before: readonly DeedLine[]) =>
      [...before, [750, ...decide('host', option)]] as const;
    for (const option of ['memory-first', 'isolate-first', 'leave', 'terminate'])
      expect(readWhy('host', ...choose(option, kept)), option).toMatch(
        /memory.*(?:copied|evidence store)/,
      );
    expect(readChoice(play(...choose('memory-first', kept)), 'host').rating).toBe(4);
    expect(readChoice(play(...choose('memory-first', lost)), 'host').rating).toBe(1);
    expect(readChoice(play(...choose('memory-first', shutAndDenied)), 'host').rating).toBe(7);
  });

  it('cannot be restarted, and leaves nothing to choose that is good', () => {
    const host = drill.decisions.find(({ id }) => id === 'host');
    for (const { id } of host?.options ?? []) {
      const gone = play(...lost, [750, ...decide('host', id)]);
      expect(readChoice(gone, 'host').rating, id).toBeLessThanOrEqual(2);
      expect(gone.decisions.get('host')?.choice?.why, id).toMatch(/^It had been terminated/);
    }
    expect(readChoice(play(...kept, [750, ...decide('host', 'reboot')]), 'host').rating).toBe(1);
    const running = [...shutAndDenied, [750, ...decide('host', 'reboot')]] as const;
    expect(readChoice(play(...running), 'host').rating).toBe(3);
  });

  it('counts for what was done with it where nobody decided', () => {
    const lapse = (...lines: readonly DeedLine[]) =>
      readChoice(play(...lines, [1500, ...pause]), 'host').rating;
    expect(lapse(...shutAndDenied)).toBe(2);
    expect(lapse(...lost)).toBe(1);
    expect(lapse(...kept)).toBe(3);
    expect(lapse(...shutAndDenied, [250, ...capture])).toBe(4);
    expect(lapse(...shutAndDenied, [250, ...capture], [500, ...isolate])).toBe(6);
    expect(lapse(...shutAndDenied, [500, ...isolate])).toBe(4);
    expect(readWhy('host', ...shutAndDenied, [250, ...capture], [1500, ...pause])).not.toMatch(
      /overwritten/,
    );
  });
});

describe('tokens, where a fresh proxy took the place of another', () => {
  it('are set on the fresh one, and not on one that is gone', () => {
    const gone = [30, ...terminate] as const;
    const b = [200, ...requireTokens('edge-b')] as const;
    const a = [300, ...requireTokens('edge-a')] as const;
    const both = [200, ...requireTokens('edge-a and edge-b')] as const;
    for (const lines of [
      [gone, both],
      [gone, a],
      [gone, b, a],
    ]) {
      expect(hear(...lines)).toMatch(/^edge-a: `InvalidInstanceID.*fresh proxy in its place/);
    }
    expect(play(gone, both).variables.get('hole_closed')).toBe(true);
    expect(play(gone, b, a).variables.get('hole_closed')).toBe(true);
    expect(play(gone, a).variables.get('hole_closed')).toBe(false);
    expect(hear([30, ...isolate], both)).toMatch(/what takes their place/);
    expect(hear([30, ...isolate], both)).not.toMatch(/InvalidInstanceID/);
  });

  it('leave no open way to speak of', () => {
    const replaced = [300, ...decide('sessions', 'replace')] as const;
    expect(readWhy('sessions', replaced)).toMatch(/same open route/);
    const shut = [30, ...requireTokens('edge-a and edge-b')] as const;
    expect(readWhy('sessions', shut, replaced)).not.toMatch(/open route/);
    expect(readChoice(play(shut, replaced), 'sessions').rating).toBe(1);
  });
});

describe('the end of the use from outside, left undecided', () => {
  it('is worth what was done with tools', () => {
    const lapse = (...lines: readonly DeedLine[]) => {
      const state = play(...lines, [1000, ...pause]);
      expect(readChoice(state, 'sessions').option).toBe('none');
      return {
        ...readChoice(state, 'sessions'),
        why: state.decisions.get('sessions')?.choice?.why,
      };
    };
    expect(lapse(...shutAndDenied).rating).toBe(6);
    expect(lapse(...shutAndDenied).why).not.toMatch(/reading|stayed/);
    const [shut, denied] = shutAndDenied;
    expect(lapse(shut).rating).toBe(3);
    expect(lapse(shut).why).not.toMatch(/route.*stayed open/);
    expect(lapse(denied).rating).toBe(3);
    expect(lapse(denied).why).toMatch(/route stayed open/);
    expect(lapse().rating).toBe(1);
    expect(lapse().why).not.toMatch(/went on reading/);
  });
});

describe('a deny that is taken off again', () => {
  const lateTonight = [...shutAndDenied, [1440, ...reply('outage', 'tonight')]] as const;
  const kept = (...lines: readonly DeedLine[]) => play(...lines).milestones.has('stays-denied');

  it('was not kept', () => {
    expect(kept(...lateTonight, [1500, ...pause])).toBe(false);
    expect(kept(...lateTonight, [1500, ...denyNow], [2700, ...pause])).toBe(false);
    for (const answer of ['check-together', 'rank', 'upstairs'])
      expect(kept(...shutAndDenied, [920, ...reply('outage', answer)]), answer).toBe(true);
    expect(kept(...shutAndDenied, [2200, ...pause])).toBe(true);
    expect(kept(...shutAndDenied, [1990, ...decide('fleet', 'by-use')])).toBe(true);
    expect(kept([2200, ...pause])).toBe(false);
  });

  it('leaves no role usable that was deleted', () => {
    const promised = [
      [930, ...decide('sessions', 'remove')],
      [1000, ...reply('outage', 'tonight')],
    ] as const;
    expect(tellAll(...promised, [1200, ...stop])).not.toMatch(/left usable/);
    expect(tellAll(...lateTonight, [1600, ...stop])).toMatch(/left usable/);
    expect(play(...promised, [1200, ...pause]).feed.has('deny-off')).toBe(false);
  });

  it('is said to be off, by whoever took it off', () => {
    const heard = (...lines: readonly DeedLine[]) => play(...lines).feed.has('deny-off');
    expect(heard(...lateTonight, [1520, ...pause])).toBe(true);
    expect(heard([920, ...reply('outage', 'tonight')], [1520, ...pause])).toBe(false);
    const first = [
      [920, ...reply('outage', 'tonight')],
      [1000, ...denyNow],
    ] as const;
    expect(heard(...first, [1520, ...pause])).toBe(false);
    expect(heard(...shutAndDenied, [920, ...reply('outage', 'rank')], [1520, ...pause])).toBe(
      false,
    );
  });
});

it('lets nobody promise a deny that may stand already', () => {
  const replies = drill.feed
    .filter(({ id }) => id === 'duty-calls' || id === 'outage')
    .flatMap((item) => item.replies.filter(({ rating }) => rating === 7));
  for (const { text } of replies) expect(text).not.toMatch(/is to deny|cannot wait|role is used/);
});

it('names the policy that lets the agent of the proxies work', () => {
  expect(hear([30, ...use('show-role', role)])).toMatch(/managed one of the agent/);
});

describe('the archive, by whatever name', () => {
  const [update] = drill.updates;
  const check = (text: string) => {
    if (!update) throw new Error('the drill asks for an update');
    const known = new Set(update.facts.map(({ id }) => id));
    const { facts, claims } = checkUpdate(update, text, known, new Set());
    return {
      says: facts.some(({ id, met }) => id === 'archive' && met),
      claims: claims.some(({ id }) => id === 'archive-safe'),
      met: facts.filter(({ met }) => met).map(({ id }) => id),
    };
  };

  it.each([
    'We do not know whether the archive was read, because nobody records reads there.',
    'We do not know whether merrow-claims-archive was read, because nobody records reads there.',
    'Reads in merrow-claims-archive are not recorded, so we cannot say if any took place.',
    'For merrow-claims-archive there is a blind spot: reads there are not logged.',
    'It is unclear whether the bucket merrow-claims-archive was read.',
    'Whether claims older than a year were read, we cannot tell: nothing records it.',
    'We cannot say whether the older claims were opened.',
    'We have no evidence that merrow-claims-archive was read, but reads there are not recorded.',
    'merrow-claims-archive has no data events, so whether it was read is unknown.',
    'Nothing in the archive was recorded, so we cannot know what was read there.',
    'Not known: whether anything in merrow-claims-archive was opened.',
  ])('is told as unknown: %s', (text) => {
    expect(check(text)).toMatchObject({ says: true, claims: false });
  });

  it('leaves the other bucket its own name too', () => {
    const { met } = check(
      'Somebody outside took 209 distinct objects out of merrow-claims-documents from 09:47:21.',
    );
    expect(met).toEqual(expect.arrayContaining(['what', 'figure']));
    expect(met).not.toContain('archive');
    expect(check('merrow-claims-documents is a bucket.').met).not.toContain('what');
  });

  it.each([
    'The archive was not touched.',
    'The merrow-claims-archive was not touched.',
    'merrow-claims-archive was not accessed.',
    'merrow-claims-archive is safe.',
    'Nobody read merrow-claims-archive, it was never reached.',
    'Our older claims were not touched.',
    'Claims older than a year are safe.',
    'Claims older than a year were not touched.',
    'merrow-claims-documents was read, merrow-claims-archive remains untouched.',
    'Nothing in merrow-claims-archive was read.',
    'Nothing in the archive was touched.',
  ])('is not called safe: %s', (text) => {
    expect(check(text)).toMatchObject({ says: false, claims: true });
  });

  it.each([
    'We counted 209 documents of 94 claims in merrow-claims-documents.',
    'The stolen access is denied, and the portal stays up.',
    'We have no record of reads in merrow-claims-archive, so we do not call it untouched.',
    'Handlers can open older claims as before, and no upload is affected.',
    'The portal is safe to use, and older claims can be viewed as usual.',
    'No reads are recorded in merrow-claims-archive.',
    'I cannot say that merrow-claims-archive is safe.',
    'Lotte Brandt asks whether older claims were touched; no answer yet.',
  ])('is not claimed safe by what says no such thing: %s', (text) => {
    expect(check(text).claims).toBe(false);
  });
});

describe('what was done without deciding it', () => {
  /** What a decision was worth that was left until its time was over, and why. */
  const lapse = (decision: string, ...lines: readonly DeedLine[]) => {
    const state = play(...lines, toEnd);
    const review = writeDebrief(prepared, state).decisions.find(
      (one) => one.decision.id === decision,
    );
    expect(review?.chosen?.option).toBeNull();
    return { rating: review?.chosen?.rating, why: review?.chosen?.why };
  };

  it('counts, and tells privacy', () => {
    const counted = [
      30,
      ...use('query-reads', {
        who: 'both sessions from outside',
        what: 'distinct documents read with success',
      }),
    ] as const;
    const paged = [120, ...use('page-privacy')] as const;
    const sent = [600, 'update_sent', { update: 't30', text: 'Off.', citations: [] }] as const;
    expect(lapse('count', counted).rating).toBe(3);
    expect(lapse('count', counted, sent).rating).toBe(4);
    expect(lapse('count', sent).rating).toBe(1);
    expect(lapse('clock', paged).rating).toBe(4);
    expect(lapse('clock', paged, sent).rating).toBe(5);
    expect(lapse('clock', sent).rating).toBe(3);
    expect(lapse('clock').rating).toBe(1);
  });

  it('sets more than two machines', () => {
    const all = lapse('fleet', [30, ...requireTokens('all 212 instances')]);
    expect(all.rating).toBe(2);
    expect(all.why).not.toMatch(/Two proxies/);
  });
});

describe('an option is judged by what was there to decide', () => {
  it('ends no session a second time', () => {
    for (const option of ['address', 'take-off', 'remove', 'replace']) {
      const state = play(...shutAndDenied, [300, ...decide('sessions', option)]);
      const review = writeDebrief(prepared, state).decisions.find(
        ({ decision }) => decision.id === 'sessions',
      );
      expect(review?.chosen?.why, option).toMatch(/before/);
      expect(review?.chosen?.why, option).not.toMatch(
        /same open route|live on until|does end them|only a deny/,
      );
      expect(review?.best.id).toBe('revoke');
    }
  });

  it('tells nobody what will stop in the fleet where it has stopped', () => {
    for (const option of ['everywhere-now', 'two-hosts', 'by-use']) {
      const state = play(
        [30, ...requireTokens('all 212 instances')],
        [2100, ...decide('fleet', option)],
      );
      const review = writeDebrief(prepared, state).decisions.find(
        ({ decision }) => decision.id === 'fleet',
      );
      expect(review?.chosen?.why, option).toMatch(/^All 212 had been set before/);
      expect(review?.best.id).toBe('by-use');
    }
  });
});

describe('what is said of a machine that is gone or aside', () => {
  it('takes no minutes to refuse it', () => {
    const refused = (tool: string) =>
      drill.tools.find(({ id }) => id === tool)?.outcomes.find(({ id }) => id === 'gone')?.minutes;
    expect(hear([30, ...terminate], [120, ...capture])).toMatch(/terminated/);
    expect(refused('capture-memory')).toBe(15);
    expect(refused('isolate-instance')).toBe(15);
  });

  it('says of what was done before that it was', () => {
    const tokens = requireTokens('edge-a and edge-b');
    expect(hear([30, ...tokens], [120, ...tokens])).toMatch(/already/);
    expect(hear([30, ...tokens], [120, ...requireTokens('edge-b')])).toMatch(/already/);
    for (const name of ['edge-a', 'edge-b']) {
      const one = requireTokens(name);
      expect(hear([30, ...one])).not.toMatch(/already/);
      expect(hear([30, ...one], [120, ...one])).toMatch(
        /already\. The balancer sends every second/,
      );
      expect(hear([30, ...one], [120, ...tokens])).toMatch(/edge-a and edge-b.*required/);
    }
    for (const tool of ['isolate-instance', 'capture-memory']) {
      expect(hear([30, ...use(tool, edgeB)])).not.toMatch(/already/);
      expect(hear([30, ...use(tool, edgeB)], [400, ...use(tool, edgeB)])).toMatch(/already/);
    }
  });

  it('names no proxy as one with tokens that is gone', () => {
    const a = [30, ...requireTokens('edge-a')] as const;
    const b = [200, ...requireTokens('edge-b')] as const;
    expect(hear(a, [120, ...terminate], b)).not.toMatch(/as on edge-a/);
    expect(play(a, [120, ...terminate], b).variables.get('hole_closed')).toBe(true);
  });

  it('keeps no younger credentials refused', () => {
    const late = hear([30, ...denyNow], [40 * 60, ...use('show-sessions', role)]);
    expect(late).not.toMatch(/four sessions, all issued before/);
    const shut = hear(...shutAndDenied, [40 * 60, ...use('show-sessions', role)]);
    expect(shut).toMatch(/younger/);
    expect(shut).not.toMatch(/all issued before/);
  });
});

describe('praise', () => {
  const praise = (...lines: readonly DeedLine[]) =>
    writeDebrief(prepared, play(...lines, toEnd))
      .feedback.map(({ text }) => text)
      .join('\n');

  it('names no time before which a late deny came', () => {
    const late = praise([30, ...use('close-preview')], [1700, ...denyNow]);
    expect(late).toMatch(/mopped up/);
    expect(late).not.toMatch(/both dealt with before the next/);
  });

  it('is for a figure only where there is one, and for its gap only where it was looked for', () => {
    const chosen = [1250, ...decide('count', 'by-events')] as const;
    expect(praise(chosen)).not.toMatch(/Your figure/);
    expect(praise([30, ...use('show-coverage')], chosen)).not.toMatch(/Your figure/);
    expect(praise([30, ...look('reads')], [100, ...use('show-coverage')], chosen)).toMatch(
      /Your figure/,
    );
  });
});

describe('the update', () => {
  const said = (text: string) => {
    const state = play(
      ...shutAndDenied,
      [200, ...use('show-coverage')],
      [600, 'update_sent', { update: 't30', text, citations: [] }],
    );
    const [review] = writeDebrief(prepared, state).updates;
    return (review?.check?.facts ?? []).filter(({ met }) => met).map(({ id }) => id);
  };

  it('is read in the words of whoever writes it', () => {
    expect(said('Since 10:28 their keys are dead.')).toContain('cut');
    expect(said('All keys of that role were refused at 10:28.')).toContain('cut');
    expect(said('Whether older cases were touched we cannot say: nothing logs it.')).toContain(
      'archive',
    );
    expect(said('Both proxies now ask for a token, so nobody can fetch new keys.')).toContain(
      'route',
    );
    expect(said("The page that shows garages' pictures was closed by 10:27.")).toContain('route');
    expect(said('Ravi Deshpande decides on notice.')).toContain('owner');
    expect(said('Their keys still work and will be refused tonight.')).not.toContain('cut');
    expect(said('Reads under medical were refused, because that key is not theirs.')).not.toContain(
      'cut',
    );
    expect(said('We need to require tokens on both proxies.')).not.toContain('route');
    expect(said('Nobody has asked for a token yet.')).not.toContain('route');
  });
});

describe('how it ends', () => {
  const held = [
    ...shutAndDenied,
    [250, ...use('capture-memory', edgeA)],
  ] as const satisfies readonly DeedLine[];
  const end = ['jumped', { to_s: 46 * 60 }] as const;

  it('tells of a figure, and of whoever has it, only where there is one', () => {
    expect(readOutcome(prepared, play(...held, [500, ...end]))).toBe('uncounted');
    const counted = play(
      ...held,
      [
        500,
        ...use('query-reads', {
          who: 'both sessions from outside',
          what: 'distinct documents read with success',
        }),
      ],
      [600, 'update_sent', { update: 't30', text: 'Off.', citations: [] }],
      [700, ...end],
    );
    const { outcome } = writeDebrief(prepared, counted);
    expect(outcome.id).toBe('contained');
    expect(outcome.text).not.toMatch(/customers\s+get a letter/);
    expect(outcome.text).toMatch(/94 claims.*privacy lead has heard/s);
    expect(outcome.text).not.toMatch(/with an owner|has the 94 claims/);
  });

  it('speaks of no shut route where tokens shut the way', () => {
    const tokens = [
      [30, ...requireTokens('edge-a and edge-b')],
      [120, ...denyNow],
    ] as const;
    const kept = [...tokens, [250, ...capture]] as const;
    const counted = [
      ...kept,
      [500, ...look('reads')],
      [1250, ...decide('count', 'by-events')],
      [1300, 'update_sent', { update: 't30', text: 'Off.', citations: [] }],
    ] as const;
    for (const [id, lines] of [
      ['cut', tokens],
      ['uncounted', kept],
      ['contained', counted],
    ] as const) {
      const { outcome } = writeDebrief(prepared, play(...lines, [1600, ...end]));
      expect(outcome.id).toBe(id);
      expect(outcome.text).not.toMatch(/The route is shut/);
    }
    const reached = drill.milestones.find(({ id }) => id === 'route-shut');
    expect(reached?.title).not.toMatch(/route/);
  });

  it('blames no open route where it was shut too late', () => {
    const late = play([30, ...denyNow], [1460, ...use('close-preview')], [1600, ...end]);
    expect(readOutcome(prepared, late)).toBe('third-left');
  });
});

it('sends no body with a 304, and one size of one file', () => {
  const sizes = new Map<string, number[]>();
  for (const line of (evidence.get('alb') ?? '').trim().split('\n')) {
    const cells = line.split(' ');
    const bytes = Number(cells[11]);
    if (cells[8] === '304') expect(bytes).toBeLessThan(400);
    const file = /:443(\/static\/\S+|\/favicon\.ico)/.exec(line)?.[1];
    if (cells[8] === '200' && file) sizes.set(file, [...(sizes.get(file) ?? []), bytes]);
  }
  // Headers differ a little from one browser to the next.
  for (const [, all] of sizes) expect(Math.max(...all) - Math.min(...all)).toBeLessThan(64);
  expect(sizes.size).toBe(4);
});

it('refuses a call of one session each time or never', () => {
  interface CallRecord {
    readonly eventName: string;
    readonly errorCode?: string;
    readonly userIdentity: { readonly accessKeyId?: string };
  }
  const { Records: records } = JSON.parse(evidence.get('management') ?? '') as {
    readonly Records: readonly CallRecord[];
  };
  const answers = new Map<string, Set<boolean>>();
  for (const { eventName, errorCode, userIdentity } of records) {
    const call = `${userIdentity.accessKeyId} ${eventName}`;
    answers.set(call, (answers.get(call) ?? new Set()).add(errorCode === 'AccessDenied'));
  }
  expect([...answers].filter(([, seen]) => seen.size > 1).map(([call]) => call)).toEqual([]);
});

describe('words that follow what was done', () => {
  const offer = (item: string, id: string, ...lines: readonly DeedLine[]): string => {
    const found = drill.feed
      .find((one) => one.id === item)
      ?.replies.find((answer) => answer.id === id);
    return found ? wordReply(prepared, play(...lines), found) : '';
  };
  const ask = (id: string, ...lines: readonly DeedLine[]): string => {
    const decision = drill.decisions.find((one) => one.id === id);
    return decision ? wordQuestion(prepared, play(...lines), decision) : '';
  };
  const say = (item: string, answer: string, ...lines: readonly DeedLine[]) =>
    play(...lines, [950, ...reply(item, answer)]).feed.get(item)?.answer?.said;

  it('tell of a deny after the call as of something done', () => {
    expect(offer('duty-calls', 'facts', [490, ...pause])).toMatch(/is my part/);
    expect(offer('duty-calls', 'facts', [490, ...denyNow])).toMatch(/sessions are refused/);
    expect(offer('outage', 'check-together', ...shutAndDenied)).toMatch(/the deny stays on/);
    expect(offer('outage', 'check-together', [920, ...pause])).toMatch(/a deny is for now/);
  });

  it('hold a guess against whoever had read the denial of it', () => {
    for (const item of ['duty-calls', 'duty-calls-denied']) {
      const before = item === 'duty-calls' ? [] : shutAndDenied;
      expect(say(item, 'test', ...before)?.why).toMatch(/had written that it is not theirs/);
      const early = play(...before, [500, ...reply(item, 'test')]).feed.get(item)?.answer?.said;
      expect(early?.why).toMatch(/Nobody who runs the test has said so/);
    }
  });

  it('hold no new sessions and no reading against whoever ended them', () => {
    expect(say('outage', 'tonight', ...shutAndDenied)?.why).not.toMatch(/hands out new ones/);
    expect(say('outage', 'tonight')?.why).toMatch(/hands out new ones/);
    expect(say('outage', 'upstairs', ...shutAndDenied)?.why).not.toMatch(/minute of reading/);
    expect(say('outage', 'upstairs')?.why).toMatch(/minute of reading/);
  });

  it('promise no figure to somebody who has it', () => {
    const sent = [
      [1150, ...decide('count', 'by-events')],
      [1160, ...decide('clock', 'now')],
    ] as const;
    expect(offer('number', 'exact-and-gap', [1150, ...pause])).toMatch(/You get it/);
    expect(offer('number', 'exact-and-gap', ...sent)).toMatch(/that I sent you/);
    expect(ask('clock', [1150, ...pause])).toMatch(/within one hour of our knowing/);
    expect(ask('clock', [1150, ...use('page-privacy')])).toMatch(/has your page/);
    const update = { update: 't30', text: 'Documents were read.', citations: [] };
    expect(ask('clock', [1150, 'update_sent', update])).toMatch(/update went to the privacy lead/);
  });

  it('ask for what is left of a question', () => {
    const [shut, denied] = shutAndDenied;
    expect(ask('sessions', [260, ...pause])).toMatch(/are in other hands\. Which/);
    for (const one of [shut, denied]) expect(ask('sessions', one)).toMatch(/have begun to act/);
    expect(ask('host', [750, ...pause])).not.toMatch(/begun|terminated/);
    expect(ask('host', [250, ...capture])).toMatch(/have begun with the machine/);
    expect(ask('host', [250, ...isolate])).toMatch(/have begun with the machine/);
    expect(ask('host', [250, ...capture], [500, ...terminate])).toMatch(/has been terminated/);
    expect(ask('fleet', [30, ...requireTokens('all 212 instances')])).toMatch(/By now all want/);
    expect(ask('fleet', [30, ...pause])).not.toMatch(/By now/);
  });

  it('rate what becomes of the host by what was done with it', () => {
    const kept = [...shutAndDenied, [250, ...capture]] as const;
    const apart = [...shutAndDenied, [250, ...isolate]] as const;
    const both = [...kept, [500, ...isolate]] as const;
    const rate = (option: string, before: readonly DeedLine[]) =>
      readChoice(play(...before, [750, ...decide('host', option)]), 'host').rating;
    expect(rate('leave', shutAndDenied)).toBe(3);
    expect(rate('leave', kept)).toBe(4);
    expect(rate('leave', apart)).toBe(3);
    expect(rate('leave', both)).toBe(5);
    expect(rate('memory-first', kept)).toBe(7);
    expect(rate('memory-first', both)).toBe(7);
    expect(rate('memory-first', apart)).toBe(6);
    const why = (option: string, before: readonly DeedLine[]) =>
      readWhy('host', ...before, [750, ...decide('host', option)]);
    expect(why('leave', kept)).not.toMatch(/does not wait/);
    expect(why('memory-first', apart)).not.toMatch(/then isolation/);
    expect(why('memory-first', both)).not.toMatch(/three minutes/);
    expect(why('isolate-first', [])).not.toMatch(/dealt with elsewhere/);
    expect(why('isolate-first', shutAndDenied)).toMatch(/dealt with elsewhere/);
    expect(why('reboot', both)).not.toMatch(/serves on/);
  });

  it('stop eighteen hosts once', () => {
    const all = requireTokens('all 212 instances');
    expect(play([30, ...all], [300, ...all]).harms).toHaveLength(1);
    expect(hear([30, ...all], [300, ...all])).toMatch(/already.*still have no credentials/);
  });

  it('take nothing for a memory that was kept, or had gone before', () => {
    const harms = (...before: readonly DeedLine[]) =>
      play(...before, [750, ...decide('host', 'terminate')]).harms.length;
    expect(harms(...shutAndDenied)).toBe(1);
    expect(harms(...shutAndDenied, [250, ...capture])).toBe(0);
    expect(harms(...shutAndDenied, [250, ...terminate])).toBe(1);
  });

  it('call no session usable that was refused before the role came off', () => {
    const [, denied] = shutAndDenied;
    const off = [300, ...decide('sessions', 'take-off')] as const;
    expect(readWhy('sessions', denied, off)).not.toMatch(/live on/);
    expect(readChoice(play(denied, off), 'sessions').rating).toBe(4);
    expect(readWhy('sessions', off)).toMatch(/live on until 15:31/);
  });

  it('ask nobody to leave a role alone that is gone', () => {
    const gone = [300, ...decide('sessions', 'remove')] as const;
    expect(play(gone, [920, ...pause]).feed.has('outage')).toBe(false);
    expect(play(...shutAndDenied, [920, ...pause]).feed.has('outage')).toBe(true);
  });
});

it('has nobody write of a deny that the case may not ask for', () => {
  const body = drill.feed.find(({ id }) => id === 'outage')?.body;
  expect(body).toMatch(/playbook/);
  expect(body).not.toMatch(/The case says/);
});

describe('what a seed draws', () => {
  it('keeps the order of the morning, and calls one person by one name', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { drill: drawn, evidence: words } = instantiate(
        bare,
        new Map([['login', 'lotte.brandt']]),
        seed,
      );
      const times = drawn.truth.map(({ at }) => at);
      expect(times, `seed ${seed}`).toEqual(times.toSorted());
      const name = drawn.people.find(({ id }) => id === 'lotte')?.name ?? '';
      const login = words.get('login');
      expect(login).toBe(name.toLowerCase().replace(' ', '.'));
    }
  });
});

describe('in the play in which somebody has signed for it', () => {
  const slug = 'd04-the-firewall-that-fetched';
  const isTwin = (seed: number): boolean =>
    instantiate(bare, new Map(), seed).drill.state['exercise']?.initial === true;
  const seeds = Array.from({ length: 20 }, (_, at) => at + 1);
  const own = seeds.find(isTwin);
  if (own === undefined) throw new Error('no seed of these has the exercise');
  const twin = prepareDrill(drill, evidence, own);
  const draw = (text: string, seed: number): string =>
    instantiate(bare, new Map([['text', text]]), seed).evidence.get('text') ?? '';
  /** Words of the drill as written, as the twin has them. */
  const word = (text: string): string => draw(text, own);
  // One play for each of the agents that are drawn where it is no exercise.
  const agents = new Map(
    [0, ...seeds.filter((seed) => !isTwin(seed))].map((seed) => [draw('curl/8.5.0', seed), seed]),
  );
  const others = [...agents.values()].map((seed) => prepareDrill(drill, evidence, seed));
  /** The same deeds in the words of the twin; a place in a file becomes the clue that lies there. */
  const translate = (events: readonly AttemptEvent[]): readonly AttemptEvent[] => {
    const walk = (value: unknown): unknown => {
      if (typeof value === 'string') return word(value === 'press' ? 'press-word' : value);
      if (Array.isArray(value)) return value.map(walk);
      if (typeof value !== 'object' || value === null) return value;
      if ('file' in value && 'locator' in value) {
        const [id] = findCitedClues(prepared.places, value as never);
        if (id !== undefined) return { file: 'clue', locator: { kind: 'clue', id } };
      }
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
    };
    return events.map((event) => ({ ...event, data: walk(event.data) }) as AttemptEvent);
  };
  const playTwin = (...lines: readonly DeedLine[]) => playDeeds(twin, ...lines);
  const ring = (mark: string) => use('ring-risk', { mark });
  const match = use('query-reads', {
    who: 'both sessions from outside',
    what: 'whose claims, by the claims system',
  });
  const signed = [600, ...ring('RA-0612')] as const;
  const letter = [670, ...look('authority')] as const;
  const rate = (decision: string, option: string, ...lines: readonly DeedLine[]) =>
    readChoice(playTwin(...lines, [1250, ...decide(decision, option)]), decision).rating;
  const write = (text: string) =>
    [1300, 'update_sent', { update: 't30', text, citations: [] }] as const;
  const tell = (variant: PreparedDrill, ...lines: readonly DeedLine[]): string =>
    JSON.stringify(writeDebrief(variant, playDeeds(variant, ...lines)));

  it('neither the expert of an intrusion nor a careless player does well', () => {
    for (const [name, most] of [
      ['expert', 0.7],
      ['careless', 0.5],
    ] as const) {
      const events = translate(readGolden(slug, name).events);
      expect(replay(twin, events).refused, name).toBeNull();
      expect(shareOfTotal(scoreAttempt(twin, events)), name).toBeLessThanOrEqual(most);
    }
  });

  it('a guess that it is an exercise earns little, here and elsewhere', () => {
    const guess = [
      [15, 'acknowledged', { item: 'case' }],
      [60, ...look('alb')],
      [490, ...reply('duty-calls', 'test')],
      [
        700,
        ...decide('sessions', 'address', [
          { file: 'feed', locator: { kind: 'record', id: 'finding' } },
        ]),
      ],
      [910, ...reply('outage', 'tonight')],
      [
        970,
        ...decide('whose', 'exercise', [
          { file: 'clue', locator: { kind: 'clue', id: 'agent-web' } },
        ]),
      ],
      [980, ...decide('host', 'leave')],
      [1150, ...reply('number', 'none-yet')],
      [1250, ...decide('count', 'by-finding')],
      [1260, ...decide('clock', 'off-register')],
      write('It is an exercise of ours, the portal runs. Next update at 11:30.'),
      toEnd,
    ] as const satisfies readonly DeedLine[];
    for (const variant of [prepared, twin]) {
      const score = scoreState(variant, playDeeds(variant, ...guess));
      expect(shareOfTotal(score)).toBeLessThanOrEqual(0.1);
    }
  });

  it('each call from outside carries the mark, and no other call does', () => {
    const keys = ['ASIAT4NW8JQ6HEXAMPLE', 'ASIAT4NW8JQ6REXAMPLE'].map(word);
    interface Call {
      readonly userAgent: string;
      readonly userIdentity: { readonly accessKeyId?: string };
    }
    for (const file of ['management', 'reads']) {
      const { Records: calls } = JSON.parse(twin.evidence.get(file) ?? '') as { Records: Call[] };
      const outside = calls.filter(({ userIdentity }) =>
        keys.includes(userIdentity.accessKeyId ?? ''),
      );
      expect(outside.length).toBeGreaterThan(4);
      expect(calls.filter(({ userAgent }) => userAgent.includes('RA-0612'))).toEqual(outside);
    }
    const address = word('198.51.100.61');
    for (const file of ['alb', 'waf']) {
      const lines = (twin.evidence.get(file) ?? '').trim().split('\n');
      const outside = lines.filter((line) => line.includes(address));
      expect(outside.length).toBeGreaterThan(6);
      expect(lines.filter((line) => line.includes('RA-0612'))).toEqual(outside);
    }
  });

  it('the cause can be found by each kind of look', () => {
    const places = twin.places.map(({ clue }) => clue);
    const ids = [
      'agent-web',
      'agent-session',
      'letter-from',
      'letter-opens',
      'risk-yes',
      'risk-wrote',
    ];
    for (const id of ids) expect(places).toContain(id);
    const looks = twin.drill.clues
      .filter(({ id }) => ids.includes(id))
      .map((clue) => ('evidence' in clue ? 'evidence' : 'feed' in clue ? 'feed' : 'tool'));
    expect(new Set(looks).size).toBe(3);
    const letterText = twin.evidence.get('authority') ?? '';
    for (const address of ['198.51.100.61', '203.0.113.140', '203.0.113.209'])
      expect(letterText).toContain(word(address));
  });

  it('nobody says so before the mark is brought, and no other word will do', () => {
    const silent = hear([60, ...ring('none')]);
    expect(silent).toMatch(/Treat it as real/);
    for (const mark of ['none', word('203.0.113.140'), 'exercise', 'RA-0613']) {
      const state = playTwin([60, ...ring(mark)], [600, ...pause]);
      expect(readLastAnswer(twin, state), mark).toBe(word(silent));
      expect(state.feed.has('risk-writes')).toBe(false);
      expect(state.variables.get('confirmed')).toBe(false);
    }
    for (const mark of [
      'RA-0612',
      'ra-0612',
      'RA0612',
      'RA-0612.',
      '"RA-0612"',
      'letter RA-0612',
      'exercise RA-0612',
      'app/RA-0612',
      'app/RA-0612 md/prompt#off',
      'md/pyimpl#CPython app/RA-0612',
      word('curl/8.5.0'),
    ]) {
      const state = playTwin([60, ...ring(mark)], [600, ...pause]);
      expect(readLastAnswer(twin, state), mark).toMatch(/I have signed for it/);
      expect(state.feed.has('risk-writes')).toBe(true);
    }
    expect(hear([60, ...ring('RA-0612')])).toBe(silent);
    expect(() => playTwin([60, ...look('authority')])).toThrow(/not there yet/);
  });

  it('nothing of it is shown in the other plays, nor of theirs in this one', () => {
    /** What plays at random come upon: messages, answers and hints. */
    const show = (variant: PreparedDrill): string => {
      const { feed, tools, hints } = variant.drill;
      const plays = seeds.map((seed) => {
        const { state } = replay(variant, playAtRandom(variant, seed, 200));
        const answers = state.uses.map(({ tool: id, outcome }) => {
          const tool = tools.find((one) => one.id === id);
          return tool?.outcomes.find((one) => one.id === outcome)?.answer;
        });
        return [
          ...feed
            .filter(({ id }) => state.feed.has(id))
            .flatMap(({ subject, body, replies }) => [
              subject,
              body,
              ...replies.map((one) => wordReply(variant, state, one)),
            ]),
          ...answers,
          ...hints
            .filter(({ id }) => state.hints.has(id))
            .map(({ tiers }) => JSON.stringify(tiers)),
        ].join(' ');
      });
      return plays.join(' ');
    };
    const firms = drill.parameters.flatMap((one) =>
      one.id === 'firm' && 'literal' in one ? [one.literal, ...one.values] : [],
    );
    const ours = ['RA-0612', 'nobody holds', 'by word of mouth', ...firms];
    const findOurs = (text: string) => ours.filter((one) => text.includes(one));
    expect(others).toHaveLength(4);
    for (const variant of others) {
      expect(findOurs(show(variant))).toEqual([]);
      for (const [id, text] of variant.evidence)
        if (id !== 'authority') expect(findOurs(text), id).toEqual([]);
      expect(playDeeds(variant, [60, ...ring('RA-0612')], toEnd).evidence.has('authority')).toBe(
        false,
      );
    }
    expect(hear([60, ...match])).toMatch(/all are of customers/);
    expect(readLastAnswer(twin, playTwin([60, ...match]))).toMatch(/Nobody holds those policies/);
    expect(show(twin)).not.toMatch(/all are of customers|forum where somebody|a claim of May/i);
    expect(playTwin(toEnd).feed.has('press')).toBe(false);
    expect(playTwin(toEnd).feed.has('press-word')).toBe(true);
  });

  it('the press calls as elsewhere, and what the reporter has is said to whoever asks', () => {
    const call = (variant: PreparedDrill, id: string) => {
      const item = variant.drill.feed.find((one) => one.id === id);
      return [item?.subject, item?.body, item?.replies.map(({ text }) => text)];
    };
    const drawn = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(drawn) : word(String(value));
    expect(call(twin, 'press-word')).toEqual(drawn(call(prepared, 'press')));
    const asked = (variant: PreparedDrill, id: string) =>
      playDeeds(variant, [1640, ...reply(id, 'route')], [1830, ...pause]).feed;
    expect(asked(prepared, 'press').has('letter')).toBe(true);
    expect(asked(twin, 'press-word').has('hearsay')).toBe(true);
    expect(asked(twin, 'press-word').has('letter')).toBe(false);
  });

  it('a first stop is as good as elsewhere, before and after the yes', () => {
    const stopAt = [800, ...decide('sessions', 'revoke')] as const;
    expect(readChoice(playTwin(stopAt), 'sessions').rating).toBe(7);
    expect(readChoice(playTwin(signed, letter, stopAt), 'sessions').rating).toBe(7);
    const why = playTwin(signed, letter, [800, ...decide('sessions', 'remove')]).harms;
    expect(why).toHaveLength(1);
  });

  it('the cause is worth what it rests on', () => {
    expect(rate('whose', 'exercise')).toBe(2);
    expect(rate('whose', 'exercise', signed)).toBe(5);
    expect(rate('whose', 'exercise', signed, letter)).toBe(7);
    expect(rate('whose', 'intrusion')).toBe(2);
    expect(rate('whose', 'intrusion', signed)).toBe(1);
    expect(rate('whose', 'intrusion', signed, letter)).toBe(1);
    expect(rate('whose', 'open', signed)).toBe(2);
    const here = (option: string, ...lines: readonly DeedLine[]) =>
      readChoice(play(...lines, [1250, ...decide('whose', option)]), 'whose').rating;
    expect(here('exercise')).toBe(1);
    expect(here('intrusion')).toBe(5);
    expect(here('intrusion', [60, ...ring('none')])).toBe(7);
  });

  it('a machine, a count and a word to privacy are worth what was known of whose they are', () => {
    const host = (option: string, ...lines: readonly DeedLine[]) =>
      readChoice(playTwin(...lines, [800, ...decide('host', option)]), 'host').rating;
    expect([host('memory-first'), host('memory-first', signed)]).toEqual([5, 4]);
    expect([host('leave'), host('leave', signed)]).toEqual([3, 7]);
    expect(playTwin([60, ...terminate]).harms).toHaveLength(1);
    expect(playTwin(signed, [800, ...terminate]).harms).toHaveLength(0);
    const matched = [900, ...match] as const;
    expect([rate('count', 'by-events'), rate('count', 'by-events', matched)]).toEqual([4, 7]);
    const clock = (option: string, ...lines: readonly DeedLine[]) =>
      readChoice(playTwin(...lines, [1400, ...decide('clock', option)]), 'clock').rating;
    expect([clock('now'), clock('now', signed)]).toEqual([3, 2]);
    expect([clock('off-register'), clock('off-register', signed)]).toEqual([2, 7]);
    expect(clock('regulator', signed)).toBe(1);
  });

  it('testers who were stopped fetch nothing more', () => {
    expect(playTwin([1500, ...pause]).feed.has('third-session')).toBe(true);
    expect(playTwin(signed, [1500, ...pause]).feed.has('third-session')).toBe(false);
  });

  it('what is answered after the yes says so, and asks nothing as if nobody knew', () => {
    const offer = (item: string, id: string, ...lines: readonly DeedLine[]): string => {
      const answer = twin.drill.feed
        .find((one) => one.id === item)
        ?.replies.find((one) => one.id === id);
      return answer ? wordReply(twin, playTwin(...lines), answer) : '';
    };
    for (const [item, id] of [
      ['duty-calls', 'facts'],
      ['duty-calls-denied', 'facts'],
      ['outage', 'check-together'],
      ['number', 'exact-and-gap'],
    ] as const) {
      expect(offer(item, id), item).not.toMatch(/exercise|signed/);
      expect(offer(item, id, signed), item).toMatch(/exercise|signed/);
      expect(offer(item, id, ...shutAndDenied, [300, ...ring('RA-0612')]), item).toMatch(
        /exercise|signed/,
      );
    }
    const machine = twin.drill.decisions.find(({ id }) => id === 'host');
    if (!machine) throw new Error('no host');
    expect(wordQuestion(twin, playTwin(signed), machine)).toMatch(/exercise that is signed for/);
    expect(wordQuestion(twin, playTwin([60, ...pause]), machine)).not.toMatch(/exercise/);
  });

  it('an update may call it an exercise once its holder has, and a theft never', () => {
    const made = (variant: PreparedDrill, text: string, ...lines: readonly DeedLine[]) =>
      (
        writeDebrief(variant, playDeeds(variant, ...lines, write(text))).updates[0]?.check
          ?.claims ?? []
      ).map(({ id }) => id);
    const theft = 'An intruder took 209 documents, so it is P1.';
    const exercise = 'It was an exercise that the head of risk has signed for.';
    expect(made(twin, theft)).toContain('as-theft');
    expect(made(prepared, theft)).not.toContain('as-theft');
    expect(made(twin, exercise)).toContain('as-exercise');
    expect(made(prepared, exercise)).toContain('as-exercise');
    expect(made(twin, exercise, signed)).not.toContain('as-exercise');
    for (const text of [
      'No intruder took anything: it was an exercise.',
      'From 09:47:21 testers read 209 documents, none of a customer.',
      'Whether it is an exercise we do not know yet.',
    ])
      expect(made(twin, text, signed), text).toEqual([]);
    for (const text of [
      'The yearly test is not on before 16 June.',
      'A test read was refused, so the deny holds.',
      'A test read confirmed the deny.',
      'We have not told customers yet, and none of them notices anything.',
      'The risk committee gets a figure, not a test result.',
    ]) {
      expect(made(prepared, text), text).toEqual([]);
      const [review] = writeDebrief(prepared, play(write(text))).updates;
      expect(
        review?.check?.findings.map(({ rule }) => rule),
        text,
      ).not.toContain('not-yet-known');
    }
    const rest =
      'The claims were made for it. 209 documents of 94 claims were read, no customer is concerned.';
    for (const text of [
      `This was an exercise that the head of risk has signed for, not an intrusion. ${rest}`,
      `This was an exercise. Berta Kilgour, head of risk, has confirmed that she signed for it. ${rest}`,
    ]) {
      const { updates } = writeDebrief(twin, playTwin(signed, letter, write(word(text))));
      const met = updates[0]?.check?.facts.filter((fact) => fact.met).map(({ id }) => id);
      expect(met, text).toEqual(expect.arrayContaining(['signed', 'nobodys', 'figure']));
    }
  });

  it('ends and is told as what it was', () => {
    const close = [750, ...use('close-preview')] as const;
    const said = [1000, ...decide('whose', 'exercise')] as const;
    const ends = (...lines: readonly DeedLine[]) => readOutcome(twin, playTwin(...lines, toEnd));
    expect(ends(signed, letter, close, said)).toBe('mended');
    expect(ends(signed, letter, said)).toBe('hole-left');
    expect(ends(signed, close)).toBe('yes-unused');
    expect(ends(close, said)).toBe('right-by-guess');
    expect(ends(...shutAndDenied, [250, ...capture])).toBe('in-earnest');
    const regulator = [1400, ...decide('clock', 'regulator')] as const;
    expect(ends(signed, letter, close, said, regulator)).toBe('told-outside');
    const good = tell(twin, signed, letter, close, said, toEnd);
    expect(good).toMatch(/What was right all the same/);
    expect(good).toMatch(/In three plays of four/);
    expect(good).toMatch(/laid her letter beside the calls/);
    expect(good).not.toMatch(/So it was an intrusion/);
    expect(tell(twin, close, toEnd)).toMatch(/nobody brought it to her/);
    const main = tell(prepared, close, toEnd);
    expect(main).toMatch(/So it was an intrusion/);
    expect(main).not.toMatch(/What was right all the same|nobody brought it to her|Fennmoor/);
  });

  it('no question asks after the yes as if strangers held the keys, or as if an entry were due', () => {
    const ask = (id: string, ...lines: readonly DeedLine[]): string => {
      const decision = twin.drill.decisions.find((one) => one.id === id);
      return decision ? wordQuestion(twin, playTwin(...lines), decision) : '';
    };
    const close = [750, ...use('close-preview')] as const;
    expect(ask('sessions', [60, ...pause])).toMatch(/in other hands/);
    expect(ask('sessions', close)).not.toMatch(/exercise/);
    expect(ask('sessions', signed)).toMatch(/exercise/);
    expect(ask('sessions', signed)).not.toMatch(/other hands|begun/);
    expect(ask('sessions', signed, close)).toMatch(/exercise.*begun/s);
    const said = write('It was an exercise that the head of risk has signed for.');
    for (const lines of [[said], [signed, said]] as const)
      expect(ask('clock', ...lines)).toMatch(/possible reading of personal data/);
  });

  it('privacy has heard of it where the update went there after the yes', () => {
    const lapse = (...lines: readonly DeedLine[]) => {
      const state = playTwin(...lines, toEnd);
      return [readChoice(state, 'clock').rating, state.decisions.get('clock')?.choice?.why];
    };
    const said = write('It was an exercise that the head of risk has signed for.');
    const [rating, why] = lapse(signed, letter, said);
    expect(rating).toBe(4);
    expect(why).not.toMatch(/register had no entry|P2/);
    expect(lapse(said)[0]).toBe(3);
    expect(lapse(signed, letter)[0]).toBe(3);
  });

  it('the update may say it in words of its own, and speak of what strangers could do', () => {
    const checked = (text: string, ...lines: readonly DeedLine[]) => {
      const { check } = writeDebrief(twin, playTwin(...lines, write(word(text)))).updates[0] ?? {};
      const met = check?.facts.filter((fact) => fact.met).map(({ id }) => id) ?? [];
      return { met, claims: check?.claims.map(({ id }) => id) ?? [] };
    };
    for (const text of [
      'It was a security test that our head of risk had ordered without telling the shift.',
      'This was an unannounced test, and Berta Kilgour has signed for it.',
      'The head of risk confirms that these were her people, under her letter RA-0612.',
    ]) {
      expect(checked(text, signed, letter).met, text).toContain('signed');
      expect(checked(text, signed, letter).claims, text).toEqual([]);
    }
    for (const text of [
      'They opened 94 test claims.',
      'The claims were set up for the purpose, on policies without holders.',
      'All of them belong to claims that were entered for this exercise.',
      'Every one of the claims is fictitious.',
    ])
      expect(checked(text, signed, letter).met, text).toContain('nobodys');
    for (const text of [
      'A real attacker could have used the hole, and would have read every bucket.',
      'I have 209 documents left to compare with annex B.',
    ])
      expect(checked(text, signed, letter).claims, text).toEqual([]);
    for (const text of [
      'It is not the yearly test, says Kit Farrow.',
      'The yearly test, which nobody has signed for yet, begins on 16 June.',
      'I confirmed with a test read that the deny holds.',
    ])
      expect(checked(text, signed, letter).met, text).not.toContain('signed');
    expect(checked('The claims are those of customers.', signed, letter).met).not.toContain(
      'nobodys',
    );
    expect(checked('An intruder read documents and took them.').claims).toContain('as-theft');
  });

  it('the letter speaks of what comes after its date as of what is to come', () => {
    const text = twin.evidence.get('authority') ?? '';
    expect(text).toContain('Signed on 27 March 2026');
    expect(text).not.toMatch(/were made|entered one by one between|may have opened/);
    expect(text).toMatch(/7 April to 8 June/);
  });

  it('the story to rehearse asks whose calls they were, and touches no host before the answer', () => {
    const story = drill.debrief.story ?? '';
    expect(story).toMatch(/sign for an exercise/);
    expect(story.indexOf('sign for an exercise')).toBeLessThan(story.indexOf('of the host'));
    expect(story).not.toMatch(/memory of the host copied/);
  });

  it('a machine that somebody answers for is not mourned for its memory', () => {
    const gone = use('terminate-instance', edgeA);
    const after = tell(twin, signed, letter, [800, ...gone], toEnd);
    expect(after).toMatch(/letter answers for what ran there; a sound proxy/);
    expect(after).not.toMatch(/termination only when somebody has looked/);
    const unknown = tell(twin, [800, ...gone], toEnd);
    expect(unknown).toMatch(/termination only when somebody has looked/);
    expect(unknown).not.toMatch(/answers for what ran there; a sound proxy/);
  });

  it('nobody is said to have fought or shut what they left open', () => {
    const guess = [1000, ...decide('whose', 'pen-test')] as const;
    const read = (...lines: readonly DeedLine[]) => {
      const { outcome } = writeDebrief(twin, playTwin(...lines, toEnd));
      return [outcome.id, outcome.title, outcome.text].join(' ');
    };
    const blocked = read([60, ...use('block-address', { address: word('203.0.113.140') })], guess);
    expect(blocked).toMatch(/^unasked-open .*still/s);
    expect(blocked).not.toMatch(/was shut|theft|earnest/);
    expect(read([800, ...decide('sessions', 'replace')])).toMatch(/^unasked-open/);
    const denyTwin = use('deny-sessions', {
      role: word('edge-waf-role'),
      before: 'now, when the policy is attached',
    });
    const shut: readonly DeedLine[] = [
      [60, ...use('close-preview')],
      [90, ...denyTwin],
      [800, ...decide('sessions', 'take-off')],
    ];
    for (const line of shut) expect(read(line)).toMatch(/^in-earnest/);
    expect(read(...shutAndDenied, guess)).not.toMatch(/fought/i);
  });

  it('any call in which the mark stands is a ground for the cause, and so is the line that names it', () => {
    const keys = ['ASIAT4NW8JQ6HEXAMPLE', 'ASIAT4NW8JQ6REXAMPLE'].map(word);
    const { Records: calls } = JSON.parse(twin.evidence.get('management') ?? '') as {
      Records: { readonly eventID: string; readonly userIdentity: { accessKeyId?: string } }[];
    };
    const outside = calls.filter(({ userIdentity }) =>
      keys.includes(userIdentity.accessKeyId ?? ''),
    );
    expect(outside).toHaveLength(5);
    const line = (twin.evidence.get('authority') ?? '')
      .split('\n')
      .findIndex((one) => one.startsWith('**Mark.**'));
    const ask = drill.decisions.find(({ id }) => id === 'whose');
    for (const citation of [
      ...outside.map(({ eventID: id }) => ({
        file: 'management',
        locator: { kind: 'record', id } as const,
      })),
      ...citeLines(twin.evidence, 'authority', line + 1),
    ]) {
      const found = findCitedClues(twin.places, citation);
      expect(
        found.filter((id) => ask?.citations?.accepts.includes(id)),
        JSON.stringify(citation),
      ).not.toEqual([]);
    }
    // A call of ours says nothing of them.
    const [ours] = calls.filter(({ userIdentity }) => !userIdentity.accessKeyId);
    const record = { kind: 'record', id: ours?.eventID ?? '' } as const;
    expect(findCitedClues(twin.places, { file: 'management', locator: record })).toEqual([]);
  });

  it('words of one’s own are matched to what was so', () => {
    const mean = (variant: PreparedDrill, text: string) =>
      matchHypothesis(variant, playDeeds(variant, [120, ...pause]), text);
    expect(mean(twin, 'This is a red team exercise')).toBe('exercise-so');
    expect(mean(prepared, 'This is a red team exercise')).toBe('exercise-not-so');
    expect(mean(twin, 'It is the yearly pen test')).toBe('pen-test-so');
    expect(mean(twin, 'An attacker is in')).toBe('theft-not-so');
    expect(mean(twin, 'The credentials of the role were fetched')).toBe('stolen-role');
  });
});

describe('what is counted', () => {
  const seeds = [0, 1, 2, 3, 4, 6, 7, 10, 11, 13, 14] as const;
  const variants = seeds.map((seed) => ({
    seed,
    variant: seed === 0 ? prepared : prepareDrill(drill, evidence, seed),
  }));

  interface DataEvent {
    readonly eventName: string;
    readonly eventTime: string;
    readonly errorCode?: string;
    readonly sourceIPAddress: string;
    readonly userIdentity: { readonly accessKeyId: string };
    readonly requestParameters: { readonly key: string };
    readonly additionalEventData: { readonly bytesTransferredOut: number };
  }

  /** What a learner would count in the data events: reads from addresses that are not ours. */
  const countReads = (variant: PreparedDrill) => {
    const { Records: all } = JSON.parse(variant.evidence.get('reads') ?? '') as {
      Records: readonly DataEvent[];
    };
    const outside = all.filter(({ sourceIPAddress: from }) => !from.startsWith('192.0.2.'));
    const gets = outside.filter(({ eventName }) => eventName === 'GetObject');
    const read = gets.filter(({ errorCode }) => errorCode === undefined);
    const [first] = [...read].sort((a, b) => a.eventTime.localeCompare(b.eventTime));
    const key = first?.userIdentity.accessKeyId;
    const byFirst = <T extends DataEvent>(events: readonly T[]) =>
      events.filter(({ userIdentity }) => userIdentity.accessKeyId === key);
    const documents = (events: readonly DataEvent[]) => [
      ...new Set(events.map(({ requestParameters }) => requestParameters.key)),
    ];
    const bytes = read.map(({ additionalEventData: { bytesTransferredOut: out } }) => out);
    return {
      events: gets.length,
      firstEvents: byFirst(gets).length,
      refused: gets.length - read.length,
      successes: read.length,
      firstSuccesses: byFirst(read).length,
      read: documents(read),
      documents: documents(read).length,
      firstDocuments: documents(byFirst(read)).length,
      claims: new Set(documents(read).map((one) => one.split('/').at(-2))).size,
      bank: documents(read).filter((one) => one.endsWith('/bank-details.pdf')).length,
      megabytes: Math.round(bytes.reduce((sum, one) => sum + one, 0) / 1e6),
      asked: outside.filter(({ eventName }) => eventName === 'HeadObject'),
      pages: outside
        .filter(({ eventName }) => eventName === 'ListObjects')
        .map(({ additionalEventData: { bytesTransferredOut: out } }) => out),
    };
  };

  /** What a learner would count in the list of instances. */
  const countInstances = (variant: PreparedDrill) => {
    const [head = '', ...lines] = (variant.evidence.get('instances') ?? '').trim().split('\n');
    const names = head.split(',');
    const rows = lines.map((line) => {
      const cells = line.split(',');
      return new Map(names.map((name, index) => [name, cells[index] ?? '']));
    });
    const open = rows.filter((row) => row.get('metadata_http_tokens') === 'optional');
    const used = open.filter((row) => row.get('metadata_no_token_calls_7d') !== '0');
    const ofService = (service: string): number =>
      used.filter((row) => row.get('service') === service).length;
    return { all: rows.length, open: open.length, used: used.length, ofService };
  };

  const countMade = (variant: PreparedDrill): string =>
    /Documents of (\d+) claims/.exec(variant.evidence.get('authority') ?? '')?.[1] ?? '';

  const answerOf = (variant: PreparedDrill, tool: string, outcome: string): string =>
    variant.drill.tools.find(({ id }) => id === tool)?.outcomes.find(({ id }) => id === outcome)
      ?.answer ?? '';
  const reasonOf = (variant: PreparedDrill, decision: string, option: string): string =>
    variant.drill.decisions
      .find(({ id }) => id === decision)
      ?.options.find(({ id }) => id === option)?.reason ?? '';
  const saysOf = (variant: PreparedDrill, clue: string): string =>
    variant.drill.clues.find(({ id }) => id === clue)?.says ?? '';

  it.each(variants)('in the data events is what is told at seed $seed', ({ variant }) => {
    const is = countReads(variant);
    const figure = `${is.documents} distinct documents of ${is.claims} claims`;
    const both = answerOf(variant, 'query-reads', 'both-distinct');
    expect(both).toContain(
      `${is.events} read events, ${is.refused} refused, ${is.successes} with success, **${figure}**, ${is.megabytes} MB`,
    );
    expect(both).toContain(`${is.bank} of them are named \`bank-details.pdf\``);
    expect(both).toContain(`all ${is.refused} attempts were refused`);
    expect(answerOf(variant, 'query-reads', 'first-distinct')).toContain(
      `${is.firstEvents} events, ${is.refused} refused (medical/), ${is.firstSuccesses} with success, **${is.firstDocuments} distinct documents**`,
    );
    expect(answerOf(variant, 'query-reads', 'events')).toContain(
      `${is.firstEvents} GetObject. Both sessions: ${is.events}.`,
    );
    expect(saysOf(variant, 'reads-counted')).toContain(figure);
    expect(reasonOf(variant, 'count', 'by-events')).toContain(
      `${is.documents} distinct documents, read with success`,
    );
    expect(reasonOf(variant, 'count', 'by-finding')).toContain(`${is.firstDocuments}, well`);
    const byCalls = reasonOf(variant, 'count', 'by-calls');
    expect(byCalls).toContain(`${is.events}: both sessions`);
    expect(byCalls).toContain(`${is.refused} were refused`);
    // Whoever asks after a document is handed nothing of it, and none of those was read as well.
    for (const { additionalEventData, requestParameters } of is.asked) {
      expect(additionalEventData.bytesTransferredOut).toBe(0);
      expect(is.read).not.toContain(requestParameters.key);
    }
    // The last page of names is as long as what is left for it.
    const [last = 0, ...pages] = is.pages.sort((a, b) => a - b);
    const usual = pages.reduce((sum, one) => sum + one, 0) / pages.length;
    const names = Number(/12,(\d{3})/.exec(saysOf(variant, 'listed-counted'))?.[1]);
    expect(pages).toHaveLength(12);
    expect(Math.abs((last / usual) * 1000 - names)).toBeLessThan(20);
    // And nothing that a player can read tells another figure.
    const { parameters: _, ...rest } = variant.drill;
    const told = JSON.stringify(rest);
    const numbers = (form: RegExp) => new Set([...told.matchAll(form)].map(([, one]) => one));
    expect(numbers(/(?<![\d,])(\d{3}) (?:distinct )?documents\b/g)).toEqual(
      new Set([String(is.documents), String(is.firstDocuments)]),
    );
    const made = countMade(variant);
    expect(Number(made)).toBeGreaterThan(is.claims);
    expect(numbers(/\b(\d+) claims\b/g)).toEqual(new Set([String(is.claims), made]));
    expect(numbers(/\b(\d+) customers\b/g)).toEqual(new Set([String(is.claims)]));
    expect(numbers(/\b(\d+) read events\b/g)).toEqual(new Set([String(is.events)]));
    expect(numbers(/\b(12,\d{3})\b/g).size).toBe(1);
  });

  it.each(variants)('and written in the update is known for it at seed $seed', ({ variant }) => {
    const is = countReads(variant);
    const [update] = variant.drill.updates;
    if (!update) throw new Error('the drill asks for an update');
    const known = new Set(update.facts.map(({ id }) => id));
    const meets = (text: string, fact: string): boolean =>
      checkUpdate(update, text, known, new Set()).facts.some(({ id, met }) => id === fact && met);
    const say = (documents: number) => `An outsider read ${documents} documents this morning.`;
    expect(meets(say(is.documents), 'figure')).toBe(true);
    expect(meets(`They concern ${is.claims} claims.`, 'figure')).toBe(true);
    for (const wrong of [is.firstDocuments, is.events, is.successes, is.documents + 1])
      expect(meets(say(wrong), 'figure'), `${wrong}`).toBe(false);
    if (variant !== prepared) expect(meets(say(209), 'figure')).toBe(false);
    expect(meets(`${is.bank} of them tell where money is paid to.`, 'bank')).toBe(true);
    const listed = /\d+,\d+/.exec(saysOf(variant, 'listed-counted'))?.[0] ?? '';
    const claims = (text: string): readonly string[] =>
      checkUpdate(update, text, known, new Set()).claims.map(({ id }) => id);
    expect(claims(`All ${listed} were copied.`)).toContain('all-stolen');
    for (const mark of ['', '.'])
      expect(claims(`${listed.replace(',', mark)} were copied.`)).toContain('all-stolen');
    expect(claims(`${listed} names were listed, and far fewer read.`)).not.toContain('all-stolen');
  });

  it.each(variants)('in the list of instances is what is told at seed $seed', ({ variant }) => {
    const { all, open, used, ofService } = countInstances(variant);
    const answer = (outcome: string) => answerOf(variant, 'count-instances', outcome);
    expect(answer('optional')).toContain(`${open} of ${all} took version 1`);
    expect(answer('required')).toContain(`${all - open} of ${all} took version 2 only`);
    const services = ['legacy-print', 'batch-letters', 'data-loader', 'edge-proxy'];
    expect(answer('optional-used')).toContain(
      `**${used} of ${all}**: ${services.map((one) => `${one} ${ofService(one)}`).join(', ')};`,
    );
    expect(answer('optional-used')).toContain(`On the other ${open - used} open ones`);
    expect(saysOf(variant, 'fleet-counted')).toContain(`${used} of the ${open} instances`);
    expect(reasonOf(variant, 'fleet', 'by-use')).toContain(`on ${open - used} nobody`);
    const fleet = variant.drill.decisions.find(({ id }) => id === 'fleet');
    expect(fleet?.prompt).toContain(`${open} of ${all} instances`);
    expect(fleet?.options.find(({ id }) => id === 'by-use')?.rerate[0]?.reason).toContain(
      `the ${open - used} stay as they are`,
    );
    // Those that stop when all are set at once; the proxies ask with a token already.
    const stopped = used - ofService('edge-proxy');
    expect(answerOf(variant, 'require-tokens', 'everywhere')).toContain(`: ${stopped} hosts`);
    const words = ['sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty', 'twenty-one'];
    expect(reasonOf(variant, 'fleet', 'everywhere-now').toLowerCase()).toContain(
      ` ${words[stopped - 16]} hosts of print`,
    );
    for (const text of [
      fleet?.reword[0]?.text,
      fleet?.none.rerate[0]?.reason,
      ...(fleet?.options ?? [])
        .filter(({ id }) => id !== 'ask' && id !== 'filter')
        .map(({ rerate }) => rerate[0]?.reason),
    ])
      expect(/\b(?:\w+teen|twenty-one|twenty)\b/i.exec(text ?? '')?.[0].toLowerCase()).toBe(
        words[stopped - 16],
      );
    expect(reasonOf(variant, 'fleet', 'two-hosts')).toContain(
      `A hundred and ${tens[open - 2 - 110]} others`,
    );
  });

  const tens =
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');

  it('differs between seeds', () => {
    const few = (values: readonly (number | string)[]): boolean => new Set(values).size < 5;
    const counts = variants.map(({ variant }) => countReads(variant));
    for (const figure of ['documents', 'firstDocuments', 'claims', 'bank', 'events'] as const)
      expect(few(counts.map((one) => one[figure])), figure).toBe(false);
    const fleet = variants.map(({ variant }) => countInstances(variant));
    for (const figure of ['open', 'used'] as const)
      expect(few(fleet.map((one) => one[figure])), figure).toBe(false);
    expect(few(variants.map(({ variant }) => saysOf(variant, 'listed-counted')))).toBe(false);
    expect(few(variants.map(({ variant }) => countMade(variant)))).toBe(false);
  });
});
