/** Words that drills, scores and screens share; apart from the schemas, so that the first screen needs none. */

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

/** What an incident's severity is called where people read it. */
export const severityNames: Readonly<Record<Severity, string>> = {
  critical: 'P1',
  high: 'P2',
  medium: 'P3',
  low: 'P4',
  info: 'Info',
};

/** The five parts a score is told in (foundations, section 5). */
export const parts = ['containment', 'scoping', 'evidence', 'communication', 'escalation'] as const;
export type Part = (typeof parts)[number];

export const levels = ['entry', 'mid', 'senior'] as const;
export type Level = (typeof levels)[number];
