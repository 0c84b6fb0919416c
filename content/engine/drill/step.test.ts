import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aHeader, aLog, playAtRandom } from '../testing/a-log.ts';
import { countRuns } from '../testing/count-runs.ts';
import { advance } from './advance.ts';
import type { AttemptEvent, Citation, RestingLocator } from './attempt-log.ts';
import { checkEvent, eventKinds, formatLog, parseLog } from './attempt-log.ts';
import { collectBranch } from './branch.ts';
import { citeRange, citeRecord } from './citation.ts';
import { instantiate } from './instantiate.ts';
import { findMood, findMoodOver } from './mood.ts';
import { prepareDrill } from './prepared-drill.ts';
import { beginAttempt, replay, step } from './step.ts';

const prepared = prepareDrill(aDrill(), someEvidence);

function play(...lines: Parameters<typeof aLog>) {
  const result = replay(prepared, aLog(...lines));
  expect(result.refused).toBeNull();
  return result.state;
}

function refuse(...lines: Parameters<typeof aLog>): string | undefined {
  return replay(prepared, aLog(...lines)).refused?.refusal.code;
}

describe('the clock', () => {
  it('delivers what is due, in order, and lets deadlines pass', () => {
    const state = advance(prepared, play(), 7 * 60);
    expect([...state.feed.keys()]).toEqual(['notice', 'demo']);
    expect(state.feed.get('notice')).toMatchObject({ arrived_s: 0, due_s: 300, missed: true });
    expect(state.feed.get('demo')).toMatchObject({ arrived_s: 180, missed: true });
    expect(state.variables.get('mood')).toBe('tense');
    expect([...state.decisions.keys()]).toEqual(['severity', 'key']);
    expect(state.decisions.get('key')?.opened_s).toBe(360);
    expect([...state.evidence.keys()]).toEqual(['trail', 'mail', 'late']);
  });

  it('closes a decision by time, as doing nothing', () => {
    const state = advance(prepared, play(), 8 * 60);
    expect(state.decisions.get('severity')?.choice).toMatchObject({
      option: 'none',
      rating: 1,
      seq: null,
    });
    expect(state.facts.has('decided:severity/none')).toBe(true);
  });

  it('waits out the delay of a conditional item', () => {
    const state = play([0, 'tool_used', { tool: 'key-off', args: { key: ' akialeakedexample ' } }]);
    expect(state.at_s).toBe(120);
    expect(state.feed.get('thanks')?.arrived_s).toBe(60);
  });

  it('lets the impatient write again, once, and not where they were answered', () => {
    const base = aDrill();
    const [ines, ...others] = base.people;
    if (!ines) throw new Error('aDrill has people');
    const patience = { minutes: 240, again: 'Is anybody there?' };
    const impatient = prepareDrill(
      { ...base, people: [{ ...ines, patience }, ...others] },
      someEvidence,
    );
    const after = (...lines: Parameters<typeof aLog>) =>
      advance(impatient, replay(impatient, aLog(...lines)).state, 900);
    expect(after().feed.get('notice-again')).toMatchObject({ arrived_s: 240 });
    expect([...after().feed.keys()].filter((id) => id.endsWith('-again'))).toEqual([
      'notice-again',
    ]);
    expect(after([239, 'acknowledged', { item: 'notice' }]).feed.has('notice-again')).toBe(false);
    expect(after([240, 'acknowledged', { item: 'notice' }]).feed.has('notice-again')).toBe(true);
  });

  it('keeps back what an `unless` forbids at its moment', () => {
    const base = aDrill();
    const kept = prepareDrill(
      {
        ...base,
        feed: base.feed.map((item) =>
          item.id === 'demo' ? { ...item, unless: { opened: 'trail' } } : item,
        ),
      },
      someEvidence,
    );
    const after = (...lines: Parameters<typeof aLog>) =>
      advance(kept, replay(kept, aLog(...lines)).state, 600).feed.has('demo');
    expect(after()).toBe(true);
    expect(after([100, 'evidence_opened', { evidence: 'trail' }])).toBe(false);
    expect(after([200, 'evidence_opened', { evidence: 'trail' }])).toBe(true);
  });

  it('brings a parked interrupt back at its time', () => {
    const state = play([200, 'parked', { item: 'demo', until_s: 230 }]);
    expect(state.feed.get('demo')?.parked_until_s).toBe(230);
    expect(advance(prepared, state, 229).feed.get('demo')?.parked_until_s).toBe(230);
    expect(advance(prepared, state, 230).feed.get('demo')?.parked_until_s).toBeNull();
  });

  it('ends at its time and takes nothing more', () => {
    const state = advance(prepared, play(), 99_999);
    expect(state.end).toEqual({ how: 'finished', at_s: 1200 });
    expect(state.at_s).toBe(1200);
    expect(refuse([1300, 'notes_changed', { text: 'late' }])).toBe('ended');
  });

  it('stays where it ended when something is disputed later', () => {
    const state = play(
      [300, 'ended', {}],
      [900, 'disputed', { point: 'decision:key', reason: 'The log says otherwise.' }],
    );
    expect(state.at_s).toBe(300);
    expect(state.disputes.size).toBe(1);
  });

  it('comes to the same state however often it is asked', () => {
    const stops = fc.array(fc.integer({ min: 0, max: 1300 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(1_000_000), stops, (seed, times) => {
        const start = replay(prepared, playAtRandom(prepared, seed, seed % 20)).state;
        const ordered = [...times].sort((a, b) => a - b);
        const last = ordered.at(-1) ?? 0;
        const inSteps = ordered.reduce((state, at_s) => advance(prepared, state, at_s), start);
        expect(inSteps).toEqual(advance(prepared, start, last));
      }),
      countRuns(1_000),
    );
  });
});

describe('deeds', () => {
  it('does not run a tool with a text of another form than its author asks for', () => {
    const drill = aDrill();
    const [tool, ...others] = drill.tools;
    if (!tool) throw new Error('aDrill has tools');
    const pattern = { re2: 'AKIA[A-Z]{4,20}', says: 'AKIA and letters' };
    const args = tool.args.map((arg) => ({ ...arg, pattern }));
    const own = prepareDrill({ ...drill, tools: [{ ...tool, args }, ...others] }, someEvidence);
    const use = (key: string) =>
      replay(own, aLog([0, 'tool_used', { tool: tool.id, args: { key } }])).refused?.refusal;
    expect(use('akialeakedexample')).toBeUndefined();
    expect(use('my key')).toEqual({
      code: 'not_allowed',
      message: '"Key" has another form: AKIA and letters.',
    });
  });

  it('charges no minutes for an option whose work is done already', () => {
    const base = aDrill();
    const done = { used: 'key-off' };
    const decisions = base.decisions.map((one) => ({
      ...one,
      options: one.options.map((option) => (option.id === 'off' ? { ...option, done } : option)),
    }));
    const own = prepareDrill({ ...base, decisions }, someEvidence);
    const decided = { decision: 'key', option: 'off', confidence: 90, citations: [] };
    const cost = (...before: Parameters<typeof aLog>): number => {
      const log = aLog(...before, [400, 'decided', decided]);
      return replay(own, log).state.at_s - 400;
    };
    expect(cost()).toBe(120);
    expect(cost([10, 'tool_used', { tool: 'key-off', args: { key: 'AKIALEAKEDEXAMPLE' } }])).toBe(
      0,
    );
  });

  it('refuses what does not fit, with a code', () => {
    expect(replay(prepared, aLog().slice(1)).refused).toBeNull();
    expect(refuse([0, 'started'])).toBe('already_started');
    expect(refuse([50, 'notes_changed', { text: 'a' }], [49, 'notes_changed', { text: 'b' }])).toBe(
      'time_went_back',
    );
    expect(refuse([0, 'feed_opened', { item: 'demo' }])).toBe('not_available');
    expect(refuse([0, 'feed_opened', { item: 'nothing' }])).toBe('unknown');
    expect(refuse([0, 'evidence_opened', { evidence: 'late' }])).toBe('not_available');
    expect(refuse([0, 'tool_used', { tool: 'key-off', args: {} }])).toBe('not_allowed');
    expect(
      refuse([
        0,
        'decided',
        { decision: 'severity', option: 'p2', confidence: null, citations: [] },
      ]),
    ).toBe('not_allowed');
    expect(refuse([0, 'hint_taken', { hint: 'where', tier: 2 }])).toBe('not_allowed');
    expect(refuse([200, 'handed_over', { item: 'demo', to: 'tomas' }])).toBe('not_allowed');
  });

  it('takes own words where somebody reads them', () => {
    expect(play([10, 'wrote', { item: 'notice', text: 'We look into it.' }]).said).toEqual([
      { item: 'notice', text: 'We look into it.', at_s: 10, seq: 1, allowed: new Set() },
    ]);
    expect(refuse([10, 'wrote', { item: 'demo', text: 'No.' }])).toBe('not_available');
    expect(refuse([10, 'wrote', { item: 'nothing', text: 'No.' }])).toBe('unknown');
    const base = aDrill();
    const feed = base.feed.map((item) => ({ ...item, kind: 'alert' as const }));
    const alerts = prepareDrill({ ...base, feed }, someEvidence);
    const log = aLog([10, 'wrote', { item: 'notice', text: 'We look into it.' }]);
    expect(replay(alerts, log).refused?.refusal.code).toBe('not_allowed');
  });

  it('shows of a person the first mood that holds', () => {
    const base = aDrill();
    const moods = [
      { when: { answered: 'notice' }, text: 'Relieved' },
      { when: { delivered: 'notice' }, text: 'Short of breath' },
    ];
    const moody = prepareDrill(
      { ...base, people: base.people.map((one) => (one.id === 'ines' ? { ...one, moods } : one)) },
      someEvidence,
    );
    const { state } = replay(moody, aLog());
    expect(findMood(moody, state, 'ines')).toBe('Short of breath');
    expect(findMood(moody, state, 'tomas')).toBeNull();
    const later = replay(moody, aLog([5, 'acknowledged', { item: 'notice' }])).state;
    expect(findMood(moody, later, 'ines')).toBe('Relieved');
  });

  it('shows a mood over the newest message of a person alone, as it was not theirs before', () => {
    const base = aDrill();
    const [notice, demo] = base.feed;
    if (!notice || !demo) throw new Error('the drill has messages');
    const moods = [{ when: { after: 60 }, text: 'Impatient' }];
    const moody = prepareDrill(
      {
        ...base,
        people: base.people.map((one) => (one.id === 'ines' ? { ...one, moods } : one)),
        feed: base.feed.map((item) => (item.id === 'demo' ? { ...item, from: 'ines' } : item)),
      },
      someEvidence,
    );
    const over = (at_s: number) => {
      const { state } = replay(moody, aLog([at_s, 'notes_changed', { text: '' }]));
      return [
        findMoodOver(moody, state, notice),
        findMoodOver(moody, state, { ...demo, from: 'ines' }),
      ];
    };
    expect(over(30)).toEqual([null, null]);
    expect(over(90)).toEqual(['Impatient', null]);
    expect(over(200)).toEqual([null, 'Impatient']);
  });

  it('lets an acknowledgement be followed by a reply, not the other way round', () => {
    expect(
      play(
        [200, 'acknowledged', { item: 'demo' }],
        [201, 'replied', { item: 'demo', reply: 'no' }],
      ),
    ).toBeTruthy();
    expect(
      refuse(
        [200, 'replied', { item: 'demo', reply: 'no' }],
        [201, 'acknowledged', { item: 'demo' }],
      ),
    ).toBe('already_done');
  });

  it('uses the rating that holds when the choice is made', () => {
    const choose = (at_s: number) =>
      play([
        at_s,
        'decided',
        { decision: 'key', option: 'later', confidence: 60, citations: [], reason: '' },
      ]).decisions.get('key')?.choice;
    expect(choose(400)).toMatchObject({ rating: 3 });
    expect(choose(700)).toMatchObject({ rating: 1, why: 'Too late.' });
  });

  it('knows a clue by record, by a range that touches it, and by a whole mail', () => {
    const mail = someEvidence.get('mail') ?? '';
    const at = mail.indexOf('since');
    for (const citation of [
      citeRange('mail', mail, at, at + 3),
      citeRecord('mail', '<1@cloud.example>'),
      { file: 'mail', locator: { kind: 'clue' as const, id: 'public-since' } },
    ]) {
      const state = play([0, 'pinned', { pin: 'p', citation, label: '' }]);
      expect(state.facts.has('cited:public-since')).toBe(true);
    }
    const beside = play([
      0,
      'pinned',
      { pin: 'p', citation: citeRange('mail', mail, 0, 5), label: '' },
    ]);
    expect(beside.facts.has('cited:public-since')).toBe(false);
  });

  it('knows each clue that was cited, in any order and however often, also after the last one', () => {
    const ids = prepared.drill.clues.map(({ id }) => id);
    const cited = fc.array(fc.constantFrom(...ids, 'no-such-clue'), { maxLength: 20 });
    fc.assert(
      fc.property(cited, (clues) => {
        const pins = clues.map(
          (id, index) =>
            [
              index,
              'pinned',
              {
                pin: `p${index}`,
                citation: { file: 'clue', locator: { kind: 'clue', id } },
                label: '',
              },
            ] as const,
        );
        const { facts } = play(...pins);
        for (const id of ids) expect(facts.has(`cited:${id}`)).toBe(clues.includes(id));
      }),
      countRuns(500),
    );
  });

  it('knows by a cited query the clues among the records that its row is made of, and no other', () => {
    const mail = someEvidence.get('mail') ?? '';
    const at = mail.indexOf('since');
    const citeQuery = (...resting: Citation[]): Citation => ({
      file: 'mail',
      locator: {
        kind: 'query',
        query: 'SELECT count(*) FROM mail',
        hash: '0000abcd',
        rests_on: resting.map(({ locator }) => locator as RestingLocator),
      },
    });
    const knows = (citation: Citation) =>
      play([0, 'pinned', { pin: 'p', citation, label: '' }]).facts.has('cited:public-since');
    const first = citeRange('mail', mail, 0, 5);
    expect(knows(citeQuery(first, citeRange('mail', mail, at, at + 3)))).toBe(true);
    expect(knows(citeQuery(first, citeRecord('mail', '<1@cloud.example>')))).toBe(true);
    expect(knows(citeQuery(first))).toBe(false);
    expect(knows(citeQuery())).toBe(false);
    expect(knows({ ...citeQuery(citeRange('mail', mail, at, at + 3)), file: 'trail' })).toBe(false);
  });

  it('notes a milestone with the event that reached it', () => {
    const state = play(
      [
        30,
        'decided',
        { decision: 'severity', option: 'p2', confidence: 80, citations: [], reason: '' },
      ],
      [40, 'tool_used', { tool: 'key-off', args: { key: 'AKIALEAKEDEXAMPLE' } }],
    );
    expect(state.milestones.get('contained')).toEqual({ at_s: 40, seq: 2 });
    expect(state.variables.get('calls')).toBe(2);
  });

  it('reaches milestones in the order of the drill, whatever made them hold', () => {
    // Two of them by the names that the drill’s rules ask for.
    const named = (id: string) => ({ id, title: id });
    const drill = aDrill({
      milestones: [
        {
          ...named('saw-first-use'),
          when: { all: [{ opened: 'trail' }, { decided: 'severity' }] },
        },
        { ...named('contained'), when: { any: [{ opened: 'trail' }, { decided: 'severity' }] } },
        { ...named('later'), when: { all: [{ opened: 'trail' }, { after: 2 }] } },
        { ...named('not-yet'), when: { all: [{ opened: 'trail' }, { opened: 'mail' }] } },
      ],
    });
    const decided = {
      decision: 'severity',
      option: 'p2',
      confidence: 80,
      citations: [],
      reason: '',
    };
    const log = aLog(
      [10, 'evidence_opened', { evidence: 'trail' }],
      [80, 'decided', decided],
      [900, 'notes_changed', { text: 'seen' }],
    );
    const { state, refused } = replay(prepareDrill(drill, someEvidence), log);
    expect(refused).toBeNull();
    expect([...state.milestones.keys()]).toEqual(['contained', 'saw-first-use', 'later']);
    expect(state.milestones.get('contained')?.seq).toBe(1);
    expect(state.milestones.get('saw-first-use')?.seq).toBe(2);
    expect(state.milestones.get('later')).toMatchObject({ seq: null });
  });

  it('refuses a pause in a timed attempt, but not one by a crash', () => {
    const timed = prepareDrill(aDrill(), someEvidence, 0, {
      interruptions: true,
      hints: true,
      timed: true,
      structure_check: true,
    });
    expect(replay(timed, aLog([5, 'paused', { reason: 'person' }])).refused?.refusal.code).toBe(
      'not_allowed',
    );
    expect(replay(timed, aLog([5, 'paused', { reason: 'crash' }])).refused).toBeNull();
  });
});

// The full counts of an endurance run take minutes on a busy machine.
const patience = { timeout: 300_000 };

describe('logs', patience, () => {
  const seeds = fc.integer({ min: 1, max: 1_000_000 });

  it('replay to the same state from any prefix', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const events = playAtRandom(prepared, seed, 40);
        const cut = Math.floor(events.length * share);
        const whole = replay(prepared, events);
        let state = replay(prepared, events.slice(0, cut)).state;
        for (const event of events.slice(cut)) {
          const next = step(prepared, state, event);
          expect(next.ok).toBe(true);
          if (next.ok) state = next.state;
        }
        expect(state).toEqual(whole.state);
        expect(whole.refused).toBeNull();
      }),
      countRuns(1_000),
    );
  });

  it('resume when cut at any byte', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const events = playAtRandom(prepared, seed, 25);
        const text = formatLog({ header: aHeader(), events });
        const first = text.indexOf('\n') + 1;
        const cut = parseLog(text.slice(0, first + Math.floor((text.length - first) * share)));
        expect(cut).toHaveProperty('events');
        if ('events' in cut) {
          expect(events.slice(0, cut.events.length)).toEqual(cut.events);
          expect(replay(prepared, cut.events).refused).toBeNull();
        }
      }),
      countRuns(1_000),
    );
  });

  it('never throw, whatever the events say', () => {
    const id = fc.constantFrom(
      'notice',
      'demo',
      'trail',
      'late',
      'key-off',
      'severity',
      'key',
      'p2',
      'off',
      't15',
      'where',
      '__proto__',
    );
    const event = fc.record({
      v: fc.constant(1),
      attempt: fc.constant('a1'),
      branch: fc.constant('main'),
      seq: fc.integer({ min: 0, max: 9 }),
      at_s: fc.integer({ min: 0, max: 2000 }),
      actor: fc.constant('responder'),
      kind: fc.constantFrom(...eventKinds),
      data: fc.record(
        {
          item: id,
          evidence: id,
          decision: id,
          option: id,
          tool: id,
          update: id,
          hint: id,
          reply: id,
          to: id,
          id,
          pin: id,
          tier: fc.constantFrom(1, 2, 3),
          confidence: fc.constantFrom(null, 50, 99),
          until_s: fc.nat(3000),
          to_s: fc.nat(3000),
          text: fc.string(),
          args: fc.dictionary(id, fc.string()),
          note: fc.string(),
          speed: fc.constantFrom(1, 2),
          reason: fc.string(),
        },
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let state = replay(prepared, aLog()).state;
        for (const one of events) {
          // Numbered by what was taken before, so that a refusal does not make all others fail.
          const seq = (state.last?.seq ?? -1) + (one.seq === 9 ? 2 : 1);
          const checked = checkEvent({ ...one, seq, at_s: state.at_s + (one.at_s % 90) });
          if ('fault' in checked) continue;
          const next = step(prepared, state, checked);
          expect(next.ok || next.refusal.message !== '').toBe(true);
          if (next.ok) {
            expect(next.state.at_s).toBeGreaterThanOrEqual(state.at_s);
            state = next.state;
          }
        }
        expect(state.at_s).toBeLessThanOrEqual(prepared.drill.ends_at);
      }),
      countRuns(10_000),
    );
  });

  it('are checked whatever they hold, without throwing', () => {
    const anything = fc.anything({ withNullPrototype: true, withDate: true, withMap: true });
    const shaped = fc.record({
      v: fc.constant(1),
      attempt: fc.constant('a1'),
      branch: fc.constant('main'),
      seq: fc.nat(),
      at_s: fc.nat(),
      actor: fc.constant('responder'),
      kind: fc.constantFrom(...eventKinds),
      data: anything,
    });
    fc.assert(
      fc.property(fc.oneof(anything, shaped), (input) => {
        const checked = checkEvent(input);
        if ('fault' in checked) expect(checked.fault).not.toBe('');
        else expect(step(prepared, beginAttempt(prepared), checked)).toHaveProperty('ok');
      }),
      countRuns(2_000),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseLog(text)).toBeTypeOf('object');
      }),
      countRuns(10_000),
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('leave the state they began with untouched', () => {
    const events = playAtRandom(prepared, 7, 30);
    let state = beginAttempt(prepared);
    for (const event of events) {
      const before = structuredCloneState(state);
      const next = step(prepared, state, event);
      expect(structuredCloneState(state)).toEqual(before);
      if (next.ok) state = next.state;
    }
  });

  it('name the line at fault', () => {
    expect(parseLog('')).toMatchObject({ line: 1 });
    const text = formatLog({
      header: aHeader(),
      events: aLog([1, 'notes_changed', { text: 'x' }]),
    });
    expect(parseLog(text.replace('"notes_changed"', '"unheard_of"'))).toMatchObject({ line: 3 });
    expect(parseLog(text.replace('"engine":1', '"engine":2'))).toMatchObject({
      line: 1,
      fault: expect.stringContaining('engine 2') as string,
    });
  });

  it('say of a log of another format what happened, what is safe and what to do', () => {
    const text = formatLog({ header: aHeader(), events: [] });
    expect(parseLog(text.replace('"format":1', '"format":9,"unheard_of":1'))).toEqual({
      line: 1,
      fault:
        'this file was written by a newer or unknown version of Drillbook, in format 9; this one reads format 1. Nothing was changed. Update Drillbook, or open the file with the version that wrote it',
      version: 'in format 9; this one reads format 1',
    });
    const later = formatLog({ header: aHeader(), events: aLog() }).replace('"v":1', '"v":3');
    expect(parseLog(later)).toEqual({
      line: 2,
      fault:
        'this file was written by a newer or unknown version of Drillbook, with events of version 3; this one reads version 1. Nothing was changed. Update Drillbook, or open the file with the version that wrote it',
      version: 'with events of version 3; this one reads version 1',
    });
  });

  it('say which event is missing, twice there, of another attempt or without a beginning', () => {
    const events = aLog(
      [10, 'notes_changed', { text: 'one' }],
      [20, 'notes_changed', { text: 'two' }],
      [30, 'notes_changed', { text: 'three' }],
    );
    const [, , third] = events;
    if (!third) throw new Error('The log is too short.');
    const read = (log: readonly AttemptEvent[]) =>
      parseLog(formatLog({ header: aHeader(), events: log }));
    const leave = (branch: string, parent: string, seq: number): AttemptEvent => ({
      ...third,
      ...{ branch, seq: 0, kind: 'branched', data: { parent, seq } },
    });
    const safe = 'Nothing was changed; use a whole copy of this log';
    expect(read(events.toReversed())).toHaveProperty('events');
    expect(read([...events, leave('b', 'main', 2), leave('c', 'b', 0)])).toHaveProperty('events');
    expect(read(events.filter((one) => one !== third))).toEqual({
      line: 4,
      fault: `event 2 of the branch "main" is missing before this one. ${safe}`,
    });
    expect(read([...events, third])).toEqual({
      line: 6,
      fault: `event 2 of the branch "main" stands in the log twice. ${safe}`,
    });
    expect(read([...events, { ...third, attempt: 'a2', seq: 4 }])).toEqual({
      line: 6,
      fault: 'this event is of another attempt, "a2"',
    });
    const text = formatLog({ header: aHeader(), events });
    expect(parseLog(text.replaceAll('notes_changed', 'danced'))).toEqual({
      line: 3,
      fault: 'kind: "danced" is no event that this version of Drillbook knows',
    });
    for (const [branch, parent, seq] of [
      ['b', 'nowhere', 0],
      ['b', 'main', 9],
      ['b', 'b', 0],
      ['b', 'constructor', 0],
    ] as const) {
      expect(read([...events, leave(branch, parent, seq)])).toEqual({
        line: 6,
        fault: `the branch "${branch}" leaves "${parent}" at event ${seq}, which it cannot have. ${safe}`,
      });
    }
    expect(read([...events, leave('b', 'c', 0), leave('c', 'b', 0)])).toHaveProperty('fault');
  });

  it('branch from an earlier event and replay on their own', () => {
    const main = aLog(
      [10, 'notes_changed', { text: 'one' }],
      [20, 'notes_changed', { text: 'two' }],
    );
    const branch: AttemptEvent[] = [
      {
        v: 1,
        attempt: 'a1',
        branch: 'b',
        seq: 0,
        at_s: 10,
        actor: 'responder',
        kind: 'branched',
        data: { parent: 'main', seq: 1 },
      },
      {
        v: 1,
        attempt: 'a1',
        branch: 'b',
        seq: 1,
        at_s: 15,
        actor: 'responder',
        kind: 'notes_changed',
        data: { text: 'other' },
      },
    ];
    const { events, origins } = collectBranch([...main, ...branch], 'b');
    expect(events.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    expect(origins.at(-1)).toEqual({ branch: 'b', seq: 1 });
    expect(replay(prepared, events).state.notes).toBe('other');
    expect(replay(prepared, collectBranch([...main, ...branch]).events).state.notes).toBe('two');
  });
});

describe('variants', () => {
  it('change nothing at seed 0', () => {
    const drill = aDrill();
    expect(instantiate(drill, someEvidence, 0)).toEqual({ drill, evidence: someEvidence });
  });

  it('replace a literal in feed, evidence and tools alike, and play on', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const variant = instantiate(aDrill(), someEvidence, seed);
      const { parameters, ...rest } = variant.drill;
      expect(parameters).toEqual(aDrill().parameters);
      expect(JSON.stringify(rest)).not.toContain('AKIALEAKEDEXAMPLE');
      expect([...variant.evidence.values()].join()).not.toContain('AKIALEAKEDEXAMPLE');
      const key = /AKIA\w+EXAMPLE/.exec(variant.drill.feed[0]?.subject ?? '')?.[0] ?? '';
      const other = prepareDrill(aDrill(), someEvidence, seed);
      const log = aLog([0, 'tool_used', { tool: 'key-off', args: { key } }]);
      expect(replay(other, log).state.variables.get('key_off')).toBe(true);
    }
  });
});

function structuredCloneState(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, member: unknown) =>
      member instanceof Map || member instanceof Set ? [...(member as Iterable<unknown>)] : member,
    ),
  );
}
