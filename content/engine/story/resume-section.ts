import type { ImportNote } from './story-draft.ts';

/**
 * Parts of a résumé in which nothing is told: what one knows, holds and likes, where one learned, and
 * who can be asked. Jobs and projects are none of them: what was done there may be a story.
 */
const untold =
  /^(?:(?:technical|key|core|professional|personal|soft|other|it|language|additional|relevant)[ -])*(?:skills?|skill ?set|competenc(?:y|e|ies)|technologies|tools|education|academic (?:background|history|qualifications)|qualifications?|certifications?|certificates|licen[cs]es|training|courses|coursework|languages|interests|hobbies|references?|referees|contact|contact details|details)(?: (?:and|&|\/) (?:skills|competencies|technologies|tools|education|qualifications|certifications?|certificates|licen[cs]es|training|courses|languages|interests|hobbies|activities|references|expertise))*$/i;

/** The heading that a line is, without the marks around it; null where it heads no such part. */
export function readResumeHeading(line: string): string | null {
  const words = bare(line);
  return words.length <= 60 && untold.test(words) ? words : null;
}

const told =
  /^(?:(?:work|professional|relevant|career|volunteer|employment|selected|personal|key)[ -])*(?:experience|employment|history|projects?|achievements?|accomplishments|career|profile|summary|volunteering|work|stories)$/i;

/** Whether a line heads a part of a résumé that may tell something. */
export function isToldHeading(line: string): boolean {
  return told.test(bare(line));
}

/** No heading is long; to look for marks at the end of a long line would take its time. */
function bare(line: string): string {
  const words = line.trim();
  if (words.length > 80) return '';
  return words.replace(/^[#*=_\-\s]+|[#*=_\-:\s]+$/g, '').trim();
}

/** What the preview says of a part that is no story. */
export function noteResumeSection(heading: string, line: number): ImportNote {
  return {
    line,
    message: `“${heading}” is a part of a résumé in which no story is told; it was left out.`,
  };
}
