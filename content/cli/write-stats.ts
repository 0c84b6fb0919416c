import { exerciseKinds } from '../engine/format/exercise-terms.ts';
import { levels } from '../engine/format/drill-terms.ts';
import { findFigures, type DrillFigures } from '../engine/lint/drill-figures.ts';
import { readAt, takeReady, type ReadAt } from './read-drills.ts';
import { bold, dim, type Terminal } from './terminal.ts';

type Named = DrillFigures & { readonly drill: string };

/** Counts what drills hold: sizes, levels, minutes, techniques, words, reading level. */
export function writeStats(
  terminal: Terminal,
  { path, json }: { readonly path: string | undefined; readonly json: boolean },
): number {
  const read = readAt(path);
  const drills = takeReady(read.drills).map(({ slug, drill }): Named => ({
    drill: slug,
    ...findFigures(drill),
  }));
  const sums = { ...sumUp(drills), exercises: sumUpExercises(read.exercises) };
  if (json) terminal.write(JSON.stringify({ ...sums, each: drills }, null, 2));
  else {
    terminal.write(writeTable(drills));
    terminal.write('');
    terminal.write(writeSums(sums));
    if (sums.exercises.number > 0) terminal.write(writeExercises(sums.exercises));
  }
  return 0;
}

function sumUp(drills: readonly Named[]) {
  const sum = (read: (one: Named) => number): number =>
    drills.reduce((total, one) => total + read(one), 0);
  const words = sum((one) => one.words);
  return {
    drills: drills.length,
    decisions: sum((one) => one.decisions),
    options: sum((one) => one.options),
    messages: sum((one) => one.messages),
    evidence: sum((one) => one.evidence),
    minutes: sum((one) => one.minutes),
    benignShare: drills.length === 0 ? 0 : sum((one) => (one.benign ? 1 : 0)) / drills.length,
    levels: Object.fromEntries(
      levels.map((level) => [level, drills.filter((one) => one.level === level).length]),
    ),
    techniques: [...new Set(drills.flatMap((one) => one.techniques))].sort(),
    words,
    readingLevel: words === 0 ? 0 : sum((one) => one.readingLevel * one.words) / words,
    bestAt: [0, 1, 2, 3, 4].map((place) => sum((one) => one.bestAt[place] ?? 0)),
  };
}

function writeTable(drills: readonly Named[]): string {
  const width = Math.max(5, ...drills.map(({ drill }) => drill.length));
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
  return [
    dim(
      row('', [
        'level',
        'minutes',
        'decisions',
        'options',
        'messages',
        'evidence',
        'words',
        'reading',
      ]),
    ),
    ...drills.map((one) =>
      row(one.drill, [
        one.level,
        one.minutes,
        one.decisions,
        one.options,
        one.messages,
        one.evidence,
        one.words,
        one.readingLevel.toFixed(1),
      ]),
    ),
  ].join('\n');
}

function sumUpExercises(exercises: ReadAt['exercises']) {
  const counted = exerciseKinds.map(
    (kind) => [kind, exercises.filter(({ exercise }) => exercise.kind === kind).length] as const,
  );
  return {
    number: exercises.length,
    questions: exercises.reduce((sum, { exercise }) => sum + exercise.questions.length, 0),
    minutes: exercises.reduce((sum, { exercise }) => sum + exercise.minutes, 0),
    kinds: Object.fromEntries(counted.filter(([, number]) => number > 0)),
  };
}

function writeExercises({
  number,
  questions,
  minutes,
  kinds,
}: ReturnType<typeof sumUpExercises>): string {
  const spread = Object.entries(kinds).map(([kind, of]) => `${of} ${kind}`);
  return `${bold(count(number, 'exercise'))} (${spread.join(', ')}), ${count(questions, 'question')}, ${minutes} minutes`;
}

function writeSums(sums: ReturnType<typeof sumUp>): string {
  const spread = Object.entries(sums.levels).map(([level, count]) => `${count} ${level}`);
  const places = sums.bestAt.map((count, place) => `${place + 1}: ${count}`);
  return [
    `${bold(count(sums.drills, 'drill'))} (${spread.join(', ')}), ${sums.minutes} minutes, ${Math.round(sums.benignShare * 100)} % benign`,
    `${count(sums.decisions, 'decision')} with ${count(sums.options, 'option')}; the best stands at place ${places.join(', ')}`,
    `${count(sums.messages, 'message')}, ${count(sums.evidence, 'piece')} of evidence`,
    `${sums.words} words; the longer texts ask for ${sums.readingLevel.toFixed(1)} years of school`,
    `${count(sums.techniques.length, 'technique')}${sums.techniques.length === 0 ? '' : `: ${sums.techniques.join(', ')}`}`,
  ].join('\n');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
