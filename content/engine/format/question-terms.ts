/** The eight ways in which a principle is asked after. */
export const questionAngles = [
  'best',
  'failure',
  'conflict',
  'short',
  'metric',
  'security',
  'scale',
  'again',
] as const;
export type QuestionAngle = (typeof questionAngles)[number];

export const angleWords: Readonly<Record<QuestionAngle, string>> = {
  best: 'Best example',
  failure: 'Failure',
  conflict: 'Conflict',
  short: 'Short of data or time',
  metric: 'A metric moved',
  security: 'Security',
  scale: 'Scale or other teams',
  again: 'Do it again',
};

/** For whom a question is natural; `any` for everybody. */
export const questionRoles = ['analyst', 'payments', 'photo', 'any'] as const;
export type QuestionRole = (typeof questionRoles)[number];

export const roleWords: Readonly<Record<QuestionRole, string>> = {
  analyst: 'Cloud response analyst',
  payments: 'Payments security engineer',
  photo: 'Photo-service security engineer',
  any: 'Any role',
};

/** What an interviewer looks for behind an answer, in the order in which it is asked. */
export const probeKinds = ['what', 'how', 'why'] as const;
export type ProbeKind = (typeof probeKinds)[number];
