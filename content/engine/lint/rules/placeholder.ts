import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

const marks = /(?<![\w-])(?:TO-?DO|TBD|TBC|FIX-?ME|X{3,})(?![\w-])|lorem ipsum/g;

export const placeholder: TextRule = {
  name: 'placeholder',
  severity: 'warning',
  reason: 'What was to be written later is read by learners as it stands.',
  remedy: 'Write what belongs there, or take it out.',
  bad: `decisions:
  - id: key
    options:
      - { id: ask, reason: 'TBD, ask Ana.' }`,
  good: `decisions:
  - id: key
    options:
      - { id: ask, reason: The harm goes on until he is back. }`,
  check: (subject) =>
    findInTexts(
      { ...subject, files: [] },
      (text) => [...text.matchAll(marks)].map(([found]) => found),
      (found) => `"${found}" is no text yet`,
    ),
};
