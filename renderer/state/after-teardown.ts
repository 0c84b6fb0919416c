/**
 * Does last work of a screen that goes, such as saving, once its effects are torn down. While they are,
 * Svelte reads state as it was before the change that took the screen down: a log would be written
 * without its last event, and that event written over. Props are gone by then: capture them before.
 */
export function afterTeardown(work: () => void): void {
  queueMicrotask(work);
}
