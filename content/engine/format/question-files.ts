export const competenciesFile = 'competencies.yaml';

export function holdsQuestions(path: string): boolean {
  return path === competenciesFile || /^questions\/[\w-]+\.yaml$/.test(path);
}
