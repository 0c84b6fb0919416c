import type { Condition } from '../format/condition-schema.ts';
import type { Decision, Reply } from '../format/drill-schema.ts';
import type { Circumstances } from './condition.ts';
import type { PreparedDrill } from './prepared-drill.ts';

interface Reworded {
  readonly reword: readonly { readonly when: Condition; readonly text: string }[];
}

/** What a decision asks at this moment. */
export function wordQuestion(
  prepared: Pick<PreparedDrill, 'test'>,
  now: Circumstances,
  decision: Decision,
): string {
  return findWords(prepared, now, decision) ?? decision.prompt;
}

/** What a reply says at this moment. */
export function wordReply(
  prepared: Pick<PreparedDrill, 'test'>,
  now: Circumstances,
  reply: Reply,
): string {
  return findWords(prepared, now, reply) ?? reply.text;
}

function findWords(
  { test }: Pick<PreparedDrill, 'test'>,
  now: Circumstances,
  { reword }: Reworded,
): string | undefined {
  return reword.find(({ when }) => test(when)(now))?.text;
}
