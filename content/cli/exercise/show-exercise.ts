import { describeAnswer, describeForm, writeLetter } from '../../engine/exercise/answer.ts';
import { scoreExercise, writePoints } from '../../engine/exercise/score-exercise.ts';
import type { ExerciseQuestion } from '../../engine/format/exercise-schema.ts';
import { exerciseWords } from '../../engine/format/exercise-terms.ts';
import { bold, cyan, dim } from '../terminal.ts';
import { wrapText } from '../wrap-text.ts';
import type { ExerciseSession } from './exercise-session.ts';

/** What is read first: the situation, the material and what is asked. */
export function showExercise(session: ExerciseSession): string {
  const { exercise, columns, material } = session;
  const { title, kind, level, minutes, brief } = exercise;
  const files = exercise.material.map(({ id, title: name, about }) => {
    const lines = material.get(id)?.length ?? 0;
    const more = about === undefined ? '' : ` ${about}`;
    return `  ${cyan(id)} ${name}, ${lines} lines.${more}`;
  });
  return [
    bold(title),
    dim(`${exerciseWords[kind]}, ${level}, about ${minutes} minutes`),
    '',
    wrapText(brief, columns),
    ...(files.length === 0 ? [] : ['', bold('Material'), ...files]),
    '',
    showQuestions(session),
  ].join('\n');
}

/** The questions, each with what was answered. */
export function showQuestions(session: ExerciseSession): string {
  const { exercise, state } = session;
  const lines = exercise.questions.map((question, index) => {
    const { id, weight } = question;
    const answer = state.answers.get(id);
    const said =
      answer === undefined ? dim('open') : clip(describeAnswer(question, answer), session.columns);
    return `  ${index + 1} ${cyan(id)} (${writePoints(weight)}): ${said}`;
  });
  return [bold('Questions'), ...lines].join('\n');
}

/** One question whole, with how it is answered and what its next hint costs. */
export function showQuestion(session: ExerciseSession, question: ExerciseQuestion): string {
  const { state, columns } = session;
  const { id, prompt, weight, hints } = question;
  const taken = state.hints.get(id) ?? 0;
  const next = hints[taken];
  const answer = state.answers.get(id);
  const options =
    question.kind === 'choice' || question.kind === 'several'
      ? question.options.map(({ text }, index) =>
          wrapText(`${writeLetter(index)}) ${text}`, columns, '  '),
        )
      : [];
  return [
    bold(`${id} (${writePoints(weight)})`),
    wrapText(prompt, columns),
    ...options,
    dim(`Answer: answer ${id} … ${describeForm(question)}`),
    ...hints.slice(0, taken).map(({ text }) => wrapText(`Hint: ${text}`, columns)),
    ...(next ? [dim(`A hint costs ${writePoints(next.cost)}: hint ${id}`)] : []),
    ...(answer ? [`Answered: ${describeAnswer(question, answer)}`] : []),
  ].join('\n');
}

const pageLength = 40;

/** Lines of a material with their numbers, which answers name. */
export function showMaterial(
  lines: readonly string[],
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const last = Math.min(to, lines.length, from + pageLength - 1);
  const width = String(lines.length).length;
  const shown = lines
    .slice(from - 1, last)
    .map((line, index) => `${dim(String(from + index).padStart(width))}  ${line}`);
  const rest =
    last < Math.min(to, lines.length)
      ? `Lines ${from}-${last} of ${lines.length}. Go on: open ${id} ${last + 1}-${Math.min(lines.length, last + pageLength)}`
      : `${lines.length} lines.`;
  return [...shown, dim(rest)].join('\n');
}

const mostFound = 60;

/** The lines that hold all the words, whatever their letter case. */
export function findLines(lines: readonly string[], words: readonly string[]): string {
  const wanted = words.map((word) => word.toLowerCase());
  const found = lines.flatMap((line, index) => {
    const text = line.toLowerCase();
    return wanted.every((word) => text.includes(word)) ? [{ line, number: index + 1 }] : [];
  });
  const width = String(lines.length).length;
  return [
    ...found
      .slice(0, mostFound)
      .map(({ line, number }) => `${dim(String(number).padStart(width))}  ${line}`),
    dim(
      `${found.length} of ${lines.length} lines${found.length > mostFound ? `, the first ${mostFound} shown` : ''}.`,
    ),
  ].join('\n');
}

/** What was earned, question by question, and why. */
export function showResult(session: ExerciseSession): string {
  const { exercise, state, columns } = session;
  const { earned, possible, points } = scoreExercise(exercise, state);
  const each = points.flatMap((point, index) => {
    const question = exercise.questions[index];
    if (!question) return [];
    const answer = state.answers.get(question.id);
    return [
      '',
      bold(`${question.id}: ${round(point.earned)} of ${writePoints(point.weight)}`) +
        dim(` ${point.rule}`),
      ...(answer ? [wrapText(`You: ${describeAnswer(question, answer)}`, columns, '  ')] : []),
      ...point.why.map((why) => wrapText(`- ${why}`, columns, '  ')),
      wrapText(question.reason, columns, '  '),
    ];
  });
  return [
    bold(`${round(earned)} of ${writePoints(possible)}`),
    ...each,
    ...(exercise.debrief === undefined ? [] : ['', wrapText(exercise.debrief, columns)]),
  ].join('\n');
}

const round = (points: number): number => Math.round(points * 10) / 10;

function clip(text: string, columns: number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const most = Math.max(20, columns - 30);
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
