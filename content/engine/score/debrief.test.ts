import { describe, expect, it } from 'vitest';
import { citeRecord } from '../drill/citation.ts';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { replay } from '../drill/step.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { writeDebrief } from './debrief.ts';

const prepared = prepareDrill(aDrill(), someEvidence);
const tell = (...lines: Parameters<typeof aLog>) =>
  writeDebrief(prepared, replay(prepared, aLog(...lines)).state);

describe('writeDebrief', () => {
  const cited = [citeRecord('trail', 'e-1')];
  const debrief = tell(
    [
      10,
      'timeline_added',
      { id: 't1', at: '2026-03-10T08:51:20Z', text: 'first use', citations: cited },
    ],
    [20, 'timeline_added', { id: 't2', at: null, text: 'a hunch', citations: [] }],
    [
      400,
      'decided',
      { decision: 'key', option: 'off', confidence: 80, citations: cited, reason: 'sure' },
    ],
    [560, 'ended'],
  );

  it('tells the outcome that holds and the feedback that fits', () => {
    expect(debrief.outcome.id).toBe('held');
    expect(debrief.feedback.map(({ kind }) => kind)).toEqual(['celebrate']);
  });

  it('tells first what was true in plays like this one', () => {
    const drill = aDrill();
    const plays = [
      { when: { decided: 'key', option: ['off'] }, text: 'Of this one.' },
      { when: { not: { decided: 'key', option: ['off'] } }, text: 'Of another.' },
    ];
    const twins = prepareDrill({ ...drill, debrief: { ...drill.debrief, plays } }, someEvidence);
    const { state } = replay(
      twins,
      aLog(
        [
          400,
          'decided',
          { decision: 'key', option: 'off', confidence: 80, citations: cited, reason: '' },
        ],
        [560, 'ended'],
      ),
    );
    expect(writeDebrief(twins, state).told).toBe(`Of this one.\n\n${drill.debrief.text}`);
    expect(debrief.told).toBe(drill.debrief.text);
  });

  it('rests on what this play could show, not on what only its twin has', () => {
    const drill = aDrill();
    const clues = ['first-use', 'told', 'owner'];
    const read = (benign: boolean) => {
      const play = prepareDrill(
        {
          ...drill,
          state: { ...drill.state, benign: { kind: 'flag', initial: benign } },
          parameters: [{ id: 'twin', variable: 'benign', values: [false, true] }],
          feed: drill.feed.map((item) =>
            item.id === 'notice'
              ? { ...item, at: undefined, when: { var: 'benign', is: false } }
              : item,
          ),
          tools: drill.tools.map((tool) =>
            tool.id === 'who-owns'
              ? {
                  ...tool,
                  outcomes: [
                    { id: 'ours', answer: 'Ours.', when: { var: 'benign', is: true }, effects: [] },
                    ...tool.outcomes,
                  ],
                }
              : tool,
          ),
          decisions: drill.decisions.map((one) => ({
            ...one,
            options: one.options.map((option) => ({ ...option, evidence: clues })),
          })),
        },
        someEvidence,
      );
      const told = writeDebrief(play, replay(play, aLog([560, 'ended'])).state);
      const points = told.score.parts.flatMap((part) => part.points);
      return [told.decisions[0]?.best.evidence, new Set(points.flatMap((point) => point.clues))];
    };
    const [stranger, own] = [read(false), read(true)];
    expect(stranger[0]).toEqual(clues);
    expect(own[0]).toEqual(['first-use']);
    for (const other of ['told', 'owner']) expect([...(own[1] ?? [])]).not.toContain(other);
  });

  it('puts both lanes on one axis: matched, missed, and how long after the best time', () => {
    expect(debrief.truth.map(({ id, state }) => [id, state])).toEqual([
      ['public', 'fact'],
      ['use', 'fact'],
      ['contained', 'best'],
    ]);
    const yours = Object.fromEntries(debrief.yours.map((mark) => [mark.id, mark]));
    expect(yours['use']).toMatchObject({ state: 'match', off_s: 11 });
    expect(yours['public']).toMatchObject({ state: 'missed' });
    expect(yours['contained']).toMatchObject({ state: 'later', off_s: 40 });
    expect(debrief.unmatched.map(({ id }) => id)).toEqual(['t2']);
  });

  it('reviews each decision with yours, best and the point it made', () => {
    const [severity, key] = debrief.decisions;
    expect(severity?.chosen).toMatchObject({ option: null, rating: 1, why: 'Nobody knew.' });
    expect(key).toMatchObject({
      chosen: { rating: 7, confidence: 80, citedClues: ['first-use'], reason: 'sure' },
      best: { id: 'off' },
      point: { earned: 10 },
    });
  });

  it('rates the options as they were when it was decided, and names the best of then', () => {
    const drill = aDrill();
    const [, key] = drill.decisions;
    if (!key) throw new Error('the drill has two decisions');
    const theirs = { var: 'theirs', is: true };
    const options = key.options.map((option) => ({
      ...option,
      rerate:
        option.id === 'off'
          ? [{ when: theirs, rating: 2, reason: 'It was their own.' }]
          : option.id === 'watch'
            ? [{ when: theirs, rating: 7, reason: 'They watch it themselves.' }]
            : option.rerate,
    }));
    const none = {
      ...key.none,
      rerate: [{ when: { used: 'key-off' }, rating: 5, reason: 'It was blocked by hand.' }],
    };
    const twin = prepareDrill(
      {
        ...drill,
        state: { ...drill.state, theirs: { kind: 'flag', initial: true } },
        decisions: [{ ...key, closes_after: 600, none, options }],
      },
      someEvidence,
    );
    const review = (...lines: Parameters<typeof aLog>) =>
      writeDebrief(twin, replay(twin, aLog(...lines)).state).decisions[0];
    const decide = (at_s: number, option: string): Parameters<typeof aLog>[0] => [
      at_s,
      'decided',
      { decision: 'key', option, confidence: 80, citations: [], reason: '' },
    ];
    const off = review(decide(400, 'off'), [900, 'ended']);
    expect(off).toMatchObject({
      chosen: { rating: 2, option: { rating: 2, reason: 'It was their own.' } },
      best: { id: 'watch', rating: 7, reason: 'They watch it themselves.' },
    });
    const rated = (one: typeof off) => one?.options.map(({ rating }) => rating);
    expect(rated(off)).toEqual([2, 2, 7, 3]);
    expect(rated(review(decide(700, 'off'), [900, 'ended']))).toEqual([2, 2, 7, 1]);
    // Nothing was decided, and yet it was done: when the time ran out, and where it had not yet.
    const blocked: Parameters<typeof aLog>[0] = [
      100,
      'tool_used',
      { tool: 'key-off', args: { key: 'AKIALEAKEDEXAMPLE' } },
    ];
    for (const end_s of [1190, 900]) {
      expect(review([end_s, 'ended'])?.chosen).toMatchObject({ option: null, rating: 1 });
      const done = review(blocked, [end_s, 'ended']);
      expect(done?.chosen).toMatchObject({ rating: 5, why: 'It was blocked by hand.' });
      expect(done?.point?.why).toBe('It was blocked by hand.');
    }
  });

  it('numbers decisions as the room did: by when they were asked, whatever the drill lists first', () => {
    const drill = aDrill();
    const turned = { ...drill, decisions: [...drill.decisions].reverse() };
    const { state } = replay(prepareDrill(turned, someEvidence), aLog([560, 'ended']));
    const asked = writeDebrief(prepareDrill(turned, someEvidence), state).decisions;
    expect(turned.decisions.map(({ id }) => id)).toEqual(['key', 'severity']);
    expect(asked.map(({ decision }) => decision.id)).toEqual(['severity', 'key']);
  });

  it('reports own times and an update that was never sent', () => {
    expect(debrief.ownTimes).toMatchObject([{ at_s: 400, best_s: 360 }]);
    expect(debrief.updates).toMatchObject([{ text: null, check: null }]);
  });

  it('calls nothing missed that lay after the end of a drill that was ended early', () => {
    const early = tell([300, 'ended']);
    const mark = ({ yours }: typeof early) => yours.find(({ id }) => id === 'contained')?.state;
    expect(mark(early)).toBe('unreached');
    expect(mark(tell([400, 'ended']))).toBe('missed');
    expect(early.updates.map(({ unsent }) => unsent)).toEqual(['stopped']);
    expect(tell([901, 'ended']).updates.map(({ unsent }) => unsent)).toEqual(['missed']);
  });
});
