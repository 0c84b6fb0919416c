export const answerRoles = [
  'situation',
  'task',
  'action',
  'result',
  'reflection',
  'other',
] as const;
export type AnswerRole = (typeof answerRoles)[number];
