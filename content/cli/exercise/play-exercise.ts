import type { ExerciseFile } from '../../engine/format/load-exercises.ts';
import { CommandFault } from '../command-fault.ts';
import type { PackFolder } from '../read-pack-folder.ts';
import { takeTypedLines } from '../take-typed-lines.ts';
import { dim, type Terminal } from '../terminal.ts';
import { continueText, runExerciseLine } from './exercise-commands.ts';
import { ExerciseSession } from './exercise-session.ts';
import { showExercise, showResult } from './show-exercise.ts';

/**
 * Does an exercise by lines of commands, from a person or from a pipe, until it is finished or left.
 *
 * @throws CommandFault where material of it is missing
 */
export async function playExercise(
  terminal: Terminal,
  { source, file }: { readonly source: PackFolder; readonly file: ExerciseFile },
): Promise<number> {
  const session = new ExerciseSession(file.exercise, readMaterial(source, file), terminal.columns);
  terminal.write(showExercise(session));
  terminal.write(dim('\nNothing of an exercise is kept. Type help for the commands.\n'));
  await takeTypedLines(terminal, {
    prompt: () => (session.draft ? '. ' : '> '),
    writes: () => session.draft !== null,
    take: (line) => (session.draft ? continueText(session, line) : runExerciseLine(session, line)),
    ended: () => session.state.finished,
  });
  terminal.write(
    session.state.finished ? showResult(session) : dim('Left before the end: nothing was scored.'),
  );
  return 0;
}

function readMaterial(
  source: PackFolder,
  { slug, folder, exercise }: ExerciseFile,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    exercise.material.map(({ id, file }) => {
      const path = folder + file;
      if (!source.paths.includes(path)) {
        throw new CommandFault(
          `The exercise "${slug}" cannot be played: ${path} is missing. See: drillbook lint.`,
        );
      }
      return [
        id,
        source
          .readText(path)
          .replace(/\r?\n$/, '')
          .split(/\r?\n/),
      ];
    }),
  );
}
