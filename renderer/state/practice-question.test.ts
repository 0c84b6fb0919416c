import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { starDimensions } from '../../content/engine/star/star-rule.ts';
import { PracticeSchema } from '../../content/engine/story/practice-record.ts';
import { askBehavioural, askOwn, askTechnical } from './practice-question.ts';

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
