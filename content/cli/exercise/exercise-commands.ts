import { describeAnswer, readAnswer } from '../../engine/exercise/answer.ts';
import { findQuestion } from '../../engine/exercise/exercise-state.ts';
import { writePoints } from '../../engine/exercise/score-exercise.ts';
import type { ExerciseQuestion } from '../../engine/format/exercise-schema.ts';
import { readLines } from '../../engine/format/line-range.ts';
import { yellow } from '../terminal.ts';
import { wrapText } from '../wrap-text.ts';
import type { ExerciseSession } from './exercise-session.ts';
import {
  findLines,
  showExercise,
  showMaterial,
  showQuestion,
  showQuestions,
} from './show-exercise.ts';

/** Something that can be typed while an exercise is done. `rest` is the line after its name. */
interface ExerciseCommand {
  readonly name: string;
  readonly form: string;
  readonly about: string;
  run(session: ExerciseSession, rest: string): string;
}

const refuse = (message: string): string => yellow(message);

const commands: readonly ExerciseCommand[] = [
  { name: 'brief', form: 'brief', about: 'what was read first', run: showExercise },
  { name: 'questions', form: 'questions', about: 'what is asked', run: showQuestions },
  {
    name: 'show',
    form: 'show QUESTION',
    about: 'one question, by its name or number',
    run: (session, rest) => withQuestion(session, rest, (one) => showQuestion(session, one)),
  },
  {
    name: 'open',
    form: 'open MATERIAL [LINES]',
    about: 'read material, with the numbers of its lines: open code 20-60',
    run: (session, rest) => {
      const [id = '', range = ''] = rest.split(/\s+(.*)/s);
      return withMaterial(session, id, (lines) => {
        const asked = range === '' ? { from: 1, to: lines.length } : readLines(range);
        if (!asked || asked.from > lines.length) {
          return refuse(`Say which lines, from 1 to ${lines.length}: open ${id} 1-40`);
        }
        return showMaterial(lines, id, asked);
      });
    },
  },
  {
    name: 'find',
    form: 'find MATERIAL WORDS',
    about: 'the lines that hold all the words',
    run: (session, rest) => {
      const [id = '', ...words] = rest.split(/\s+/);
      if (words.length === 0) return refuse('Say what to look for: find MATERIAL WORDS');
      return withMaterial(session, id, (lines) => findLines(lines, words));
    },
  },
  {
    name: 'answer',
    form: 'answer QUESTION ANSWER',
    about: 'answer; again to change it. Without ANSWER a text is written over several lines',
    run: (session, rest) => {
      const [id = '', typed = ''] = rest.split(/\s+(.*)/s);
      return withQuestion(session, id, (question) => {
        if (typed === '' && question.kind === 'text') {
          session.draft = { question: question.id, lines: [] };
          return 'Write. A line with only a stop (.) ends it.';
        }
        return answerQuestion(session, question, typed);
      });
    },
  },
  {
    name: 'hint',
    form: 'hint QUESTION',
    about: 'take its next hint, at the price that is shown with the question',
    run: (session, rest) =>
      withQuestion(session, rest, (question) => {
        const refused = session.perform({ kind: 'hint_taken', question: question.id });
        if (refused !== null) return refuse(refused);
        const hint = question.hints[(session.state.hints.get(question.id) ?? 1) - 1];
        const text = wrapText(hint?.text ?? '', session.columns);
        return `${text}\nIt costs ${writePoints(hint?.cost ?? 0)} of what "${question.id}" earns.`;
      }),
  },
  {
    name: 'finish',
    form: 'finish',
    about: 'end, and see what was earned and why',
    run: (session, rest) => {
      const open = session.exercise.questions.filter(({ id }) => !session.state.answers.has(id));
      if (open.length > 0 && rest !== 'now') {
        const names = open.map(({ id }) => id).join(', ');
        return refuse(`Not answered yet: ${names}. To end all the same: finish now`);
      }
      const refused = session.perform({ kind: 'exercise_finished' });
      return refused === null ? '' : refuse(refused);
    },
  },
];

/** Does what a line says, and says what to show. */
export function runExerciseLine(session: ExerciseSession, line: string): string {
  const [name = '', rest = ''] = line.trim().split(/\s+(.*)/s);
  if (name === '') return '';
  if (name === 'help') {
    return [...commands.map(({ form, about }) => `${form}\n    ${about}`), 'help, quit'].join('\n');
  }
  const command = commands.find((known) => known.name === name);
  return command
    ? command.run(session, rest.trim())
    : refuse(`There is no command "${clip(name)}". They are listed by: help`);
}

/** Takes a line of a text that is being written; a lone stop ends it. */
export function continueText(session: ExerciseSession, line: string): string {
  const { draft } = session;
  if (!draft) return '';
  if (line.trim() !== '.') {
    session.draft = { ...draft, lines: [...draft.lines, line] };
    return '';
  }
  session.draft = null;
  return withQuestion(session, draft.question, (question) =>
    answerQuestion(session, question, draft.lines.join('\n')),
  );
}

function answerQuestion(
  session: ExerciseSession,
  question: ExerciseQuestion,
  typed: string,
): string {
  const read = readAnswer(question, typed);
  if (!read.ok) return refuse(read.message);
  const { answer } = read;
  const refused = session.perform({ kind: 'question_answered', question: question.id, answer });
  if (refused !== null) return refuse(refused);
  return answer.kind === 'text' ? 'Taken.' : `Taken: ${describeAnswer(question, answer)}`;
}

function withQuestion(
  session: ExerciseSession,
  word: string,
  then: (question: ExerciseQuestion) => string,
): string {
  const { exercise } = session;
  const question = findQuestion(exercise, word);
  if (question) return then(question);
  const known = exercise.questions.map(({ id }) => id).join(', ');
  return refuse(`There is no question "${clip(word)}". There are: ${known}.`);
}

function withMaterial(
  session: ExerciseSession,
  id: string,
  then: (lines: readonly string[]) => string,
): string {
  const lines = session.material.get(id);
  if (!lines) {
    const known = [...session.material.keys()].join(', ');
    return refuse(
      `There is no material "${clip(id)}". ${known === '' ? 'There is none.' : `There is: ${known}.`}`,
    );
  }
  const refused = session.perform({ kind: 'material_opened', material: id });
  return refused === null ? then(lines) : refuse(refused);
}

function clip(word: string): string {
  return word.length > 40 ? `${word.slice(0, 39)}…` : word;
}
