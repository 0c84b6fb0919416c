import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ExerciseSchema, type Exercise } from '../format/exercise-schema.ts';
import { readAnswer } from './answer.ts';
import { findQuestion, freshExercise, stepExercise, type ExerciseEvent } from './exercise-state.ts';
import { scoreExercise } from './score-exercise.ts';

const common = { prompt: 'Which?', weight: 4, reason: 'So it is.' };
const exercise: Exercise = v.parse(ExerciseSchema, {
  format: 1,
  id: 'X1',
  kind: 'code-review',
  title: 'A refund',
  level: 'entry',
  minutes: 5,
  brief: 'Read it.',
  material: [{ id: 'code', title: 'refund.py', file: 'refund.py.txt' }],
  questions: [
    {
      ...common,
      id: 'where',
      kind: 'lines',
      material: 'code',
      findings: [
        { lines: '4-6', says: 'Trusts the body.' },
        { lines: 9, says: 'Logs the number.' },
      ],
      hints: [
        { text: 'Look at what is trusted.', cost: 1 },
        { text: 'Line 5.', cost: 2 },
      ],
    },
    { ...common, id: 'clean', kind: 'lines', material: 'code', findings: [] },
    {
      ...common,
      id: 'when',
      kind: 'value',
      form: 'a UTC time',
      accepts: [{ exact: '2026-03-10 08:51' }, { re2: '0?8:51(:09)?', says: '08:51:09' }],
    },
    {
      ...common,
      id: 'regions',
      kind: 'value',
      form: 'a region',
      every: true,
      accepts: [{ exact: 'eu-west-1' }, { exact: 'us-east-1' }],
    },
    {
      ...common,
      id: 'fix',
      kind: 'choice',
      options: [
        { id: 'session', text: 'From the session', earns: 1, reason: 'It is the caller’s.' },
        { id: 'check', text: 'Check the form', earns: 0.25, reason: 'A form proves nothing.' },
      ],
    },
    {
      ...common,
      id: 'threats',
      kind: 'several',
      options: [
        { id: 's', text: 'Spoofing', holds: true, reason: 'Yes.' },
        { id: 't', text: 'Tampering', holds: true, reason: 'Yes.' },
        { id: 'r', text: 'Repudiation', holds: false, reason: 'It is logged.' },
      ],
    },
    {
      ...common,
      id: 'report',
      kind: 'text',
      most_words: 6,
      points: [
        { id: 'what', says: 'What happened', any: ['refunds? (were|was) paid'] },
        { id: 'next', says: 'When more comes', weight: 3, any: ['again at', 'by noon'] },
      ],
    },
  ],
});

function play(answers: Readonly<Record<string, string>>, hints: readonly string[] = []) {
  const events = [
    ...hints.map((question): ExerciseEvent => ({ kind: 'hint_taken', question })),
    ...Object.entries(answers).map(([id, typed]): ExerciseEvent => {
      const question = findQuestion(exercise, id);
      if (!question) throw new Error(`no question ${id}`);
      const read = readAnswer(question, typed);
      if (!read.ok) throw new Error(read.message);
      return { kind: 'question_answered', question: question.id, answer: read.answer };
    }),
  ];
  const state = events.reduce((before, event) => {
    const stepped = stepExercise(exercise, before, event);
    if (!stepped.ok) throw new Error(stepped.message);
    return stepped.state;
  }, freshExercise);
  return scoreExercise(exercise, state);
}

describe('the score of an exercise', () => {
  it.each([
    ['where', '5, 9', 4],
    ['where', '4-6 9', 4],
    ['where', '9', 2],
    ['where', '5, 5, 9', 4],
    ['where', '5, 9, 1', 3.5],
    ['where', '1-30', 0],
    ['where', 'none', 0],
    ['clean', 'none', 4],
    ['clean', '1', 0],
    ['when', '8:51:09', 4],
    ['when', ' 2026-03-10   08:51 ', 4],
    ['when', '8:52', 0],
    ['regions', 'US-EAST-1, eu-west-1', 4],
    ['regions', 'eu-west-1', 2],
    ['regions', 'eu-west-1; eu-west-1', 2],
    ['regions', 'eu-west-1, mars-1', 0],
    ['fix', 'a', 4],
    ['fix', 'CHECK', 1],
    ['threats', 's t', 4],
    ['threats', 'a', 2],
    ['threats', 'a,b,c', 2],
    ['threats', 'none', 0],
    ['report', 'Refunds were paid. Again at noon.', 4],
    ['report', 'We think that two refunds were paid twice. I write again at noon.', 0],
    ['7', 'I write by noon', 3],
  ])('gives for %s: %s', (id, typed, earned) => {
    const score = play({ [id]: typed });
    expect(score.earned).toBeCloseTo(earned);
    expect(score.possible).toBe(28);
  });

  it('takes hints off, never more than was earned', () => {
    expect(play({ where: '5, 9' }, ['where']).earned).toBe(3);
    expect(play({ where: '9' }, ['where', 'where']).earned).toBe(0);
    const none = play({}, ['where', 'where']);
    expect(none.earned).toBe(0);
    expect(none.points.length).toBeGreaterThan(0);
  });

  it('says why for every question', () => {
    for (const { why, rule } of play({ where: '4' }).points) {
      expect(why.length).toBeGreaterThan(0);
      if (rule === 'unanswered') expect(why).toEqual(['It was not answered.']);
    }
  });

  it('counts lines that are marked over and over in no time', () => {
    expect(play({ where: '1-9999999' }).earned).toBe(0);
  });
});

describe('an answer', () => {
  it.each([
    ['where', '', 'The lines'],
    ['where', 'twelve', '"twelve" is no line'],
    ['where', '14-12', 'is no line'],
    ['where', '0', 'is no line'],
    ['fix', 'z', 'One letter: a, b'],
    ['threats', 'a, z', 'There is no "z"'],
    ['threats', ',', 'All that hold'],
    ['report', 'x'.repeat(20_001), 'At most'],
  ])('to %s of %j is not taken', (id, typed, word) => {
    const question = findQuestion(exercise, id);
    const read = question ? readAnswer(question, typed) : null;
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining(word) as unknown });
  });
});

describe('a step', () => {
  it.each([
    [{ kind: 'material_opened', material: 'nothing' }, 'no material'],
    [{ kind: 'hint_taken', question: 'fix' }, 'no further hint'],
    [{ kind: 'hint_taken', question: 'nothing' }, 'no question'],
    [
      { kind: 'question_answered', question: 'fix', answer: { kind: 'text', text: 'a' } },
      'no answer to',
    ],
  ] as const)('of %j is refused', (event, word) => {
    expect(stepExercise(exercise, freshExercise, event)).toMatchObject({
      ok: false,
      message: expect.stringContaining(word) as unknown,
    });
  });

  it('after the end is refused', () => {
    const ended = stepExercise(exercise, freshExercise, { kind: 'exercise_finished' });
    if (!ended.ok) throw new Error(ended.message);
    expect(stepExercise(exercise, ended.state, { kind: 'exercise_finished' }).ok).toBe(false);
  });
});
