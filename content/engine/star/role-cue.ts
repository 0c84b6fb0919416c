import type { AnswerRole } from './answer-role.ts';

/** What speaks for a role, and how much; over a line of plain forms (see answer-words.ts). */
export type RoleCue = readonly [role: AnswerRole, weight: number, pattern: RegExp];
