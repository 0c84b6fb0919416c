import type { Exercise } from '../../engine/format/exercise-schema.ts';
import {
  freshExercise,
  stepExercise,
  type ExerciseEvent,
  type ExerciseState,
} from '../../engine/exercise/exercise-state.ts';

/** An exercise that is being done in a terminal. Nothing of it is kept after the end. */
export class ExerciseSession {
  readonly exercise: Exercise;
  /** The lines of each material, by its id. */
  readonly material: ReadonlyMap<string, readonly string[]>;
  readonly columns: number;
  /** A text that is being written over several lines. */
  draft: { readonly question: string; readonly lines: readonly string[] } | null = null;
  #state: ExerciseState = freshExercise;

  constructor(
    exercise: Exercise,
    material: ReadonlyMap<string, readonly string[]>,
    columns: number,
  ) {
    this.exercise = exercise;
    this.material = material;
    this.columns = columns;
  }

  get state(): ExerciseState {
    return this.#state;
  }

  /** Takes an event. Returns why it was refused, or null. */
  perform(event: ExerciseEvent): string | null {
    const next = stepExercise(this.exercise, this.#state, event);
    if (!next.ok) return next.message;
    this.#state = next.state;
    return null;
  }
}
