import type { LoadRule } from '../rule.ts';

export const missingText: LoadRule = {
  name: 'missing-text',
  severity: 'error',
  reason: 'A text that is named and not there would be an empty page.',
  remedy: 'Write the file, or put the text in its place.',
  bad: `brief: { file: brief.md }`,
  good: `brief: { file: brief.md }
files:
  brief.md: You are on shift.`,
};
