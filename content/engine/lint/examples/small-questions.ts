import { stringify } from 'yaml';
import type { Question } from '../../format/question-schema.ts';

/** Two whole questions of one principle; the examples of rules change them. */
const smallQuestions: readonly [Question, Question] = [
  {
    id: 'first',
    angle: 'best',
    text: 'Which gap between two teams have you closed, and what came of it?',
    roles: ['any'],
    probes: {
      what: [
        { id: 'what-1', text: 'Since when was it open?', lacks: 'specificity' },
        { id: 'what-2', text: 'Which step was yours alone?', lacks: 'own_action' },
      ],
      how: [
        {
          id: 'how-1',
          text: 'How was it shown to be closed?',
          lacks: 'result',
          then: { text: 'On which day was that?', lacks: 'specificity' },
        },
        { id: 'how-2', text: 'Who had to be won over, and by what?', lacks: 'judgement' },
      ],
      why: [
        { id: 'why-1', text: 'What have you looked for since?', lacks: 'reflection' },
        { id: 'why-2', text: 'What made it yours?', lacks: 'relevance' },
      ],
    },
    strong: ['Names the owner who has it now'],
    weak: ['Wrote a ticket and waited'],
    traps: ['A gap that somebody owned all along'],
  },
  {
    id: 'second',
    angle: 'failure',
    text: 'What did you let slip although it had been promised to others?',
    roles: ['any'],
    probes: {
      what: [
        { id: 'what-1', text: 'To whom had you given your word?', lacks: 'specificity' },
        { id: 'what-2', text: 'Where was your own hand in it?', lacks: 'own_action' },
      ],
      how: [
        { id: 'how-1', text: 'By when was the harm made good?', lacks: 'result' },
        {
          id: 'how-2',
          text: 'Did they hear it from you?',
          lacks: 'judgement',
          then: { text: 'Why so late?', lacks: 'judgement' },
        },
      ],
      why: [
        { id: 'why-1', text: 'Which habit is new?', lacks: 'reflection' },
        { id: 'why-2', text: 'How far did you go to mend it?', lacks: 'relevance' },
      ],
    },
    strong: ['Told those concerned first'],
    weak: ['Speaks of the load there was'],
    traps: ['Complains about a manager'],
  },
];

/**
 * A file of questions as an example wants it: each of its members changes the small question of its
 * id, or is a further one like the first.
 */
export function writeSmallQuestions(changes: unknown): string {
  const members = (Array.isArray(changes) ? changes : []) as readonly Partial<Question>[];
  const further = members.filter(({ id }) => smallQuestions.every((one) => one.id !== id));
  const questions = [...smallQuestions, ...further].map((question) => {
    const [first] = smallQuestions;
    const change = members.find(({ id }) => id === question.id) ?? {};
    const base = { ...first, ...question };
    return { ...base, ...change, probes: { ...base.probes, ...change.probes } };
  });
  return stringify(
    { format: 1, principle: 'ownership', questions },
    { aliasDuplicateObjects: false },
  );
}
