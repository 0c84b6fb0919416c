import type { AnswerRole } from '../../../../content/engine/star/answer-role.ts';

/** The five parts of a story, in the order in which they are told. */
export const storyRoles = ['situation', 'task', 'action', 'result', 'reflection'] as const;
export type StoryRole = (typeof storyRoles)[number];

interface RoleWords {
  readonly letter: string;
  readonly word: string;
  /** Under an empty field: what goes here. */
  readonly prompt: string;
  /** The letter with Alt+S that gives a sentence this role. */
  readonly key: string;
}

export const roleWords: Readonly<Record<StoryRole, RoleWords>> = {
  situation: {
    letter: 'S',
    word: 'Situation',
    prompt: 'Where and when was it, and what was going on before you came into it?',
    key: 'KeyS',
  },
  task: {
    letter: 'T',
    word: 'Task',
    prompt: 'What was yours to do, until when, and what made it hard?',
    key: 'KeyT',
  },
  action: {
    letter: 'A',
    word: 'Action',
    prompt: 'What did you do, step by step, and which other way did you leave aside, and why?',
    key: 'KeyA',
  },
  result: {
    letter: 'R',
    word: 'Result',
    prompt:
      'What was different afterwards? What was it before, over what time, and who measured it?',
    key: 'KeyR',
  },
  reflection: {
    letter: 'L',
    word: 'Lesson',
    prompt: 'What did you miss, what did you take from it, and where have you used that since?',
    key: 'KeyL',
  },
};

export function writeRole(role: AnswerRole): string {
  return role === 'other' ? 'No part' : roleWords[role].word;
}
