import type { Reply } from '../ipc.ts';
import { refuse, reply } from '../reply.ts';

/** What an action on packs comes to: the state after it, or why nothing was changed. */
export type PackAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly code: 'not_found' | 'not_allowed' | 'damaged';
      readonly message: string;
    };

export function replyWith<Value>(answer: PackAnswer<Value>): Reply<Value> {
  return answer.ok ? reply(answer.value) : refuse(answer.code, answer.message);
}
