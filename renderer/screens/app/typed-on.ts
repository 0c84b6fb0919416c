/** From key to key, somebody types on into a field that is no longer there. */
const typesOn_ms = 1_500;

let last: { readonly field: HTMLElement; readonly at_ms: number } | null = null;

/**
 * Whether a key was meant for a field that went while somebody typed into it: a deadline passed, and its
 * decision closed. Such keys would choose, open and press what nobody asked for. A field that was left
 * by a key or a click of the person's own takes nothing with it, and a pause ends it.
 *
 * Must see every press of a key in the window, before anything else does.
 */
export function isTypedOn(event: KeyboardEvent): boolean {
  const typing =
    (event.key.length === 1 || event.key === 'Backspace') &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey;
  const target = event.composedPath()[0];
  const field = target instanceof HTMLElement && isWritten(target) ? target : null;
  if (!typing || field) {
    last = typing && field ? { field, at_ms: event.timeStamp } : null;
    return false;
  }
  const on = last && !last.field.isConnected && event.timeStamp - last.at_ms < typesOn_ms;
  last = on && last ? { field: last.field, at_ms: event.timeStamp } : null;
  return last !== null;
}

/** For a press of the pointer: whoever points has seen what became of the field. */
export function stopTyping(): void {
  last = null;
}

function isWritten(target: HTMLElement): boolean {
  return (
    target.isContentEditable || target.matches('textarea, input:not([type=radio], [type=checkbox])')
  );
}
