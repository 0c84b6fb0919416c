/** Names that reach an object's prototype where somebody assigns by key. No format of ours has them. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a key from outside is refused wherever it stands. */
export function isForbiddenKey(key: string): boolean {
  return forbidden.has(key);
}
