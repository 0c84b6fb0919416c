import type { Exercise, ExerciseQuestion } from '../format/exercise-schema.ts';
import type { ExerciseAnswer } from './answer.ts';

/** What happens in an exercise. State and score are folds over these. */
export type ExerciseEvent =
  | { readonly kind: 'material_opened'; readonly material: string }
  | { readonly kind: 'hint_taken'; readonly question: string }
  | {
      readonly kind: 'question_answered';
      readonly question: string;
      readonly answer: ExerciseAnswer;
    }
  | { readonly kind: 'exercise_finished' };

export interface ExerciseState {
  readonly opened: ReadonlySet<string>;
  /** The last answer to each question. */
  readonly answers: ReadonlyMap<string, ExerciseAnswer>;
  /** How many tiers of hints were taken for each question. */
  readonly hints: ReadonlyMap<string, number>;
  readonly finished: boolean;
}

export const freshExercise: ExerciseState = {
  opened: new Set(),
  answers: new Map(),
  hints: new Map(),
  finished: false,
};

export type SteppedExercise =
  | { readonly ok: true; readonly state: ExerciseState }
  | { readonly ok: false; readonly message: string };

/** Takes one event; what does not fit the exercise is refused and changes nothing. */
export function stepExercise(
  exercise: Exercise,
  state: ExerciseState,
  event: ExerciseEvent,
): SteppedExercise {
  if (state.finished) return { ok: false, message: 'The exercise is finished.' };
  switch (event.kind) {
    case 'material_opened': {
      const known = exercise.material.some(({ id }) => id === event.material);
      if (!known) return { ok: false, message: `There is no material "${event.material}".` };
      return { ok: true, state: { ...state, opened: new Set([...state.opened, event.material]) } };
    }
    case 'hint_taken': {
      const question = findQuestion(exercise, event.question);
      if (!question) return { ok: false, message: `There is no question "${event.question}".` };
      const taken = state.hints.get(question.id) ?? 0;
      if (taken >= question.hints.length) {
        return { ok: false, message: `There is no further hint for "${question.id}".` };
      }
      const hints = new Map([...state.hints, [question.id, taken + 1] as const]);
      return { ok: true, state: { ...state, hints } };
    }
    case 'question_answered': {
      const question = findQuestion(exercise, event.question);
      if (question?.kind !== event.answer.kind) {
        return { ok: false, message: `This is no answer to "${event.question}".` };
      }
      const answers = new Map([...state.answers, [question.id, event.answer] as const]);
      return { ok: true, state: { ...state, answers } };
    }
    case 'exercise_finished':
      return { ok: true, state: { ...state, finished: true } };
  }
}

/** A question by its id, or by its number from 1 where no id is that number. */
export function findQuestion({ questions }: Exercise, word: string): ExerciseQuestion | null {
  const wanted = word.toLowerCase();
  const byId = questions.find(({ id }) => id.toLowerCase() === wanted);
  if (byId) return byId;
  return /^\d{1,2}$/.test(wanted) ? (questions[Number(wanted) - 1] ?? null) : null;
}
