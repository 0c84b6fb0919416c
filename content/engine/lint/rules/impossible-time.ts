import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

const times = /(?<![\d:.,-])(?:[01]\d|2[0-3]):[6-9]\d(?![\d:-]|\.\d)/g;

export const impossibleTime: TextRule = {
  name: 'impossible-time',
  severity: 'warning',
  reason: 'An hour has sixty minutes: no record has the time that this text tells.',
  remedy: 'Write the time that was meant.',
  bad: `brief: You are on shift. The mail came at 08:71.`,
  good: `brief: You are on shift. The mail came at 08:51.`,
  check: (subject) =>
    findInTexts(
      { ...subject, files: [] },
      (text) => [...text.matchAll(times)].map(([found]) => found),
      (found) => `There is no ${found}`,
    ),
};
