/**
 * Name of the file in which the build leaves the questions of a bundled pack parsed. It is apart from
 * parsed.json, which every start reads: questions are wanted only where stories are.
 */
export const parsedQuestionsFile = 'parsed-questions.json';

export const competenciesFile = 'competencies.yaml';

export function holdsQuestions(path: string): boolean {
  return path === competenciesFile || /^questions\/[\w-]+\.yaml$/.test(path);
}
