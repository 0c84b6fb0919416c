import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { starDimensions } from '../../content/engine/star/star-rule.ts';
import { PracticeSchema } from '../../content/engine/story/practice-record.ts';
import { askBehavioural, askOwn, askTechnical, drawQuestion } from './practice-question.ts';

const asked = PracticeSchema.entries.question;
const probe = { id: 'a', text: 'Which step was yours?', lacks: 'own_action' } as const;

describe('A question as it is asked', () => {
  it('brings the tree of the bank along, and can be stored', () => {
    const question = askBehavioural({
      id: 'ownership-best',
      angle: 'best',
      text: 'What did you mend?',
      roles: ['any'],
      principle: 'ownership',
      principleName: 'Ownership',
      packId: 'interview',
      probes: {
        what: [{ ...probe, then: { text: 'And the others?', lacks: 'specificity' } }],
        how: [{ ...probe, id: 'b', lacks: 'result' }],
        why: [{ ...probe, id: 'c', lacks: 'judgement' }],
      },
      strong: ['s'],
      weak: ['w'],
      traps: ['t'],
    });
    expect(question.probes.map(({ id, kind, next }) => [id, kind, next?.text ?? null])).toEqual([
      ['a', 'what', 'And the others?'],
      ['b', 'how', null],
      ['c', 'why', null],
    ]);
    expect(v.is(asked, question)).toBe(true);
  });

  it('of a topic has its depth and no principle', () => {
    const question = askTechnical({
      id: 'logs-mid',
      text: 'How do you join two sources?',
      probes: [probe],
      strong: ['s'],
      weak: ['w'],
      competency: 'logs',
      competencyTitle: 'Logs',
      depth: 'mid',
      packId: 'interview',
    });
    expect(question).toMatchObject({ principle: null, competency: 'logs', depth: 'mid' });
    expect(v.is(asked, question)).toBe(true);
  });

  it('of one’s own has a probe for every part of the score', () => {
    const question = askOwn('  Tell me of a hard call. ', 'ownership');
    expect(question.text).toBe('Tell me of a hard call.');
    expect(new Set(question.probes.map(({ lacks }) => lacks))).toEqual(new Set(starDimensions));
    expect(v.is(asked, question)).toBe(true);
  });
});

describe('A drawn question', () => {
  const list = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const practised = (id: string, day: number) => ({
    question: askOwn(id, null),
    started_at: `2026-11-0${day}T10:00:00Z`,
  });
  const at = (id: string, day: number) => {
    const one = practised(id, day);
    return { ...one, question: { ...one.question, id } };
  };

  it('is the same for the same seed, and any of them for some', () => {
    const drawn = Array.from({ length: 60 }, (_, seed) => drawQuestion(list, [], seed)?.id);
    expect(new Set(drawn)).toEqual(new Set(['a', 'b', 'c', 'd']));
    expect(drawQuestion(list, [], 7)).toEqual(drawQuestion(list, [], 7));
    expect(drawQuestion([], [], 7)).toBeNull();
  });

  it('is one that was never practised, else one of those that waited longest', () => {
    const three = [at('a', 1), at('b', 2), at('d', 3)];
    const all = [...three, at('c', 4), at('a', 5)];
    for (let seed = 0; seed < 30; seed += 1) {
      expect(drawQuestion(list, three, seed)?.id).toBe('c');
      expect(['b', 'd']).toContain(drawQuestion(list, all, seed)?.id);
    }
  });
});
