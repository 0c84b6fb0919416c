import type { ParsedQuestions } from '../../../content/engine/format/question-load.ts';
import type { Question } from '../../../content/engine/format/question-schema.ts';
import { openQuestionBank, type QuestionBank } from '../../state/question-bank.svelte.ts';

/** A bank with four questions of two principles and one competency. */
export function someQuestions(parsed: ParsedQuestions = aBank()): Promise<QuestionBank> {
  return openQuestionBank(
    {
      list: () =>
        Promise.resolve([
          {
            id: 'interview',
            files: [{ path: 'parsed-questions.json', size: 1, sha256: 'aa' }],
          },
        ]),
      readText: () => Promise.resolve(JSON.stringify(parsed)),
    },
    () => Promise.reject(new Error('The bank comes parsed.')),
  );
}

function aBank(): ParsedQuestions {
  return {
    faults: [],
    questions: [
      {
        format: 1,
        principle: 'ownership',
        questions: [
          aQuestion('ownership-best', { text: 'When did you mend something that nobody owned?' }),
          aQuestion('ownership-failure', {
            angle: 'failure',
            text: 'What have you left half done that came back to you?',
          }),
        ],
      },
      {
        format: 1,
        principle: 'frugality',
        questions: [
          aQuestion('frugality-best', { text: 'What have you built without a budget?' }),
          aQuestion('frugality-metric', {
            angle: 'metric',
            text: 'Which bill did you bring down, and by how much?',
            roles: ['payments'],
            competency: 'logs-and-detection',
          }),
        ],
      },
    ],
    competencies: [
      {
        id: 'logs-and-detection',
        title: 'Logs and detection',
        about: 'Answering questions from records.',
        duties: ['A6'],
        depths: {
          entry: aDepth('logs-entry', 'Which fields of a log line do you read first?'),
          mid: aDepth('logs-mid', 'How do you join two sources that share no id?'),
          senior: aDepth('logs-senior', 'Which logs would you pay for last?'),
        },
      },
    ],
  };
}

function aQuestion(id: string, more: Partial<Question>): Question {
  return {
    id,
    angle: 'best',
    text: 'What did you do?',
    roles: ['any'],
    probes: {
      what: [
        {
          id: 'own-part',
          text: 'Which step was yours alone?',
          lacks: 'own_action',
          then: { text: 'Who did the others?', lacks: 'specificity' },
        },
      ],
      how: [{ id: 'number', text: 'How did you measure it?', lacks: 'result' }],
      why: [{ id: 'rejected', text: 'What did you decide against?', lacks: 'judgement' }],
    },
    strong: ['Tells one event from beginning to end'],
    weak: ['Speaks of what the team usually does'],
    traps: ['A story in which nothing was at stake'],
    ...more,
  };
}

function aDepth(id: string, text: string) {
  return {
    expects: ['Answers from one source.'],
    questions: [
      {
        id,
        text,
        probes: [{ id: 'why', text: 'Why those?', lacks: 'judgement' as const }],
        strong: ['Names them'],
        weak: ['Names a product'],
      },
    ],
  };
}
