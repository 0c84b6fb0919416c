import { cheaperHint } from './exercise-rules/cheaper-hint.ts';
import { costlyHint } from './exercise-rules/costly-hint.ts';
import { loosePattern } from './exercise-rules/loose-pattern.ts';
import { missingLine } from './exercise-rules/missing-line.ts';
import { missingMaterial } from './exercise-rules/missing-material.ts';
import { noRightOption } from './exercise-rules/no-right-option.ts';
import { toldAnswer } from './exercise-rules/told-answer.ts';
import type { ExerciseRule } from './exercise-subject.ts';

/** Rules for exercises alone; those for texts are asked of them too. */
export const exerciseRules: readonly ExerciseRule[] = [
  missingMaterial,
  missingLine,
  noRightOption,
  loosePattern,
  costlyHint,
  cheaperHint,
  toldAnswer,
];
