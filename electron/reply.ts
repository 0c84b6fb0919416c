import type { RefusalCode, Reply } from './ipc.ts';

export function reply<Value>(value: Value): Reply<Value> {
  return { kind: 'ok', value };
}

/** @param message what happened, what is safe, what to do next */
export function refuse(code: RefusalCode, message: string): Reply<never> {
  return { kind: 'refused', code, message };
}
