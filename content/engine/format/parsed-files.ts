/**
 * Names of the files in which the build leaves a bundled pack parsed, each apart by when it is read:
 * every start reads the heads of its drills, play reads one drill, stories read questions. To parse
 * the pack at every start took a second for three drills (2026-11-26); to read all of twelve parsed
 * ones took 25 ms (2026-11-27).
 */
export const parsedPackFile = 'parsed.json';
export const parsedQuestionsFile = 'parsed-questions.json';
export const nameParsedDrill = (slug: string): string => `parsed/${slug}.json`;

/** Whether only the build may leave a file of this name: from elsewhere it would be believed unread. */
export function isLeftByBuild(path: string): boolean {
  return path === parsedPackFile || path === parsedQuestionsFile || path.startsWith('parsed/');
}
