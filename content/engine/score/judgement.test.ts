import { describe, expect, it } from 'vitest';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { replay } from '../drill/step.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { reviewHypotheses } from './hypotheses.ts';
import { gradeTimeline } from './timeline-grade.ts';

const prepared = prepareDrill(
  aDrill({
    hypotheses: [
      {
        id: 'stranger',
        text: 'A stranger used the key.',
        true: true,
        any: ['stranger|outsider use*|key'],
      },
      {
        id: 'ci',
        text: 'It was the build.',
        true: false,
        any: ['build|pipeline|ci'],
        not: ['not'],
      },
      {
        id: 'twin',
        text: 'Only where the key is off.',
        true: true,
        when: { var: 'key_off', is: true },
        any: ['twin'],
      },
    ],
    feed: [
      {
        id: 'notice',
        kind: 'mail',
        at: 0,
        from: 'ines',
        subject: 'Key AKIALEAKEDEXAMPLE is public',
        body: 'Please look.',
        red_herring: { valve: 'The sender.' },
      },
      { id: 'demo', kind: 'chat', at: 3, from: 'tomas', subject: 'Two more hours?', body: 'Yes.' },
    ],
  }),
  someEvidence,
);

function play(...lines: Parameters<typeof aLog>) {
  const events = aLog(...lines);
  const { state, refused } = replay(prepared, events);
  expect(refused).toBeNull();
  return { events, state };
}

describe('hypotheses over time', () => {
  const say = (id: string, text: string, confidence: number) => ({ id, text, confidence });
  it('says when the true one was first held and the false one dropped', () => {
    const { events, state } = play(
      [10, 'hypothesis_added', say('a', 'The build did it', 70)],
      [20, 'hypothesis_added', say('b', 'An outsider uses it', 30)],
      [60, 'hypothesis_changed', say('b', 'An outsider uses it', 60)],
      [90, 'hypothesis_changed', say('a', 'The build did it', 20)],
      [95, 'hypothesis_added', say('c', 'Sunspots', 90)],
    );
    const { yours, foreseen } = reviewHypotheses(prepared, state, events);
    expect(foreseen.map(({ hypothesis, ...rest }) => [hypothesis.id, rest])).toEqual([
      ['stranger', { held_s: 60, dropped_s: null, last: 60 }],
      ['ci', { held_s: 10, dropped_s: 90, last: 20 }],
    ]);
    expect(yours.map(({ id, matches }) => [id, matches?.id ?? null])).toEqual([
      ['a', 'ci'],
      ['b', 'stranger'],
      ['c', null],
    ]);
  });

  it('takes removal for dropping, and a wording still held for holding', () => {
    const { events, state } = play(
      [10, 'hypothesis_added', say('a', 'The pipeline', 80)],
      [20, 'hypothesis_added', say('b', 'CI again', 60)],
      [30, 'hypothesis_removed', { id: 'a' }],
    );
    const held = reviewHypotheses(prepared, state, events);
    expect(held.yours[0]).toMatchObject({ held_s: 10, dropped_s: 30 });
    expect(held.foreseen[1]).toMatchObject({ held_s: 10, dropped_s: null, last: 60 });
    const gone = [
      ...events,
      { ...events[1]!, seq: 4, at_s: 50, kind: 'hypothesis_removed', data: { id: 'b' } },
    ];
    expect(reviewHypotheses(prepared, state, gone as typeof events).foreseen[1]).toMatchObject({
      held_s: 10,
      dropped_s: 50,
      last: null,
    });
  });

  it('does not take the opposite for it, nor a twin that is not played', () => {
    const { events, state } = play(
      [10, 'hypothesis_added', say('a', 'It was not the build', 80)],
      [20, 'hypothesis_added', say('b', 'twin', 80)],
    );
    const { yours, foreseen } = reviewHypotheses(prepared, state, events);
    expect(yours.map(({ matches }) => matches)).toEqual([null, null]);
    expect(foreseen.map(({ hypothesis }) => hypothesis.id)).toEqual(['stranger', 'ci']);
  });
});

describe('the timeline graded', () => {
  const entry = (id: string, at: string | null, file: string | null, record = '') => ({
    id,
    at,
    text: id,
    citations: file === null ? [] : [{ file, locator: { kind: 'record' as const, id: record } }],
  });

  it('gives credit for events, times, order and sources apart', () => {
    const { state } = play(
      [10, 'timeline_added', entry('use', '2026-03-10T08:40:00Z', 'trail', 'e-1')],
      [20, 'timeline_added', entry('public', '2026-03-10T08:46:30Z', 'mail', 'x')],
      [30, 'timeline_added', entry('led', null, 'feed', 'notice')],
      [40, 'timeline_added', entry('else', null, 'trail', 'e-2')],
      [50, 'timeline_added', entry('guess', null, null)],
    );
    const grade = gradeTimeline(prepared, state);
    expect(grade).toMatchObject({
      events: { met: 2, of: 2 },
      times: { met: 1, of: 2 },
      order: { met: 0, of: 1 },
      sources: { met: 2, of: 5 },
    });
    expect(grade.entries.map((one) => [one.entry.id, one.grade])).toEqual([
      ['use', 'match'],
      ['public', 'match'],
      ['led', 'red_herring'],
      ['else', 'elsewhere'],
      ['guess', 'no_source'],
    ]);
  });

  it('says nothing of order where there is one event, and nothing bad of an empty timeline', () => {
    expect(gradeTimeline(prepared, play().state)).toMatchObject({
      events: { met: 0, of: 2 },
      order: { met: 0, of: 0 },
      sources: { met: 0, of: 0 },
    });
  });
});
