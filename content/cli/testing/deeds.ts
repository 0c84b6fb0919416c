/** What tests let a player do; a number of seconds before each makes it a line of an attempt. */

export const use = (tool: string, args: Readonly<Record<string, string>> = {}) =>
  ['tool_used', { tool, args }] as const;

export const decide = (decision: string, option: string, citations: readonly object[] = []) =>
  ['decided', { decision, option, confidence: 90, citations, reason: '' }] as const;

export const reply = (item: string, answer: string) =>
  ['replied', { item, reply: answer }] as const;

export const look = (evidence: string) => ['evidence_opened', { evidence }] as const;

/** Lets the clock reach a minute without doing anything that counts. */
export const pause = ['notes_changed', { text: 'x' }] as const;
