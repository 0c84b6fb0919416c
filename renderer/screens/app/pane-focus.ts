/** What each pane last had in focus, so that F6 leads back to it. */
const last = new WeakMap<Element, HTMLElement>();

/** Remembers where in its pane the focus is. */
export function rememberFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const pane = target.closest('[data-pane]');
  if (pane && pane !== target) last.set(pane, target);
}

/** Moves the focus to the next pane that can be seen (`1`) or the one before (`-1`), round. */
export function moveToPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) =>
    pane.checkVisibility(),
  );
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const to =
    at < 0
      ? direction === 1
        ? 0
        : panes.length - 1
      : (at + direction + panes.length) % panes.length;
  const pane = panes[to];
  if (pane) enterPane(pane);
}

function enterPane(pane: HTMLElement): void {
  const known = last.get(pane);
  if (known?.isConnected && pane.contains(known) && known.checkVisibility()) {
    known.focus();
    if (document.activeElement === known) return;
  }
  const controls = pane.querySelectorAll<HTMLElement>(
    'button:not([tabindex="-1"]), a[href], input:not([type=radio]), input:checked, select, textarea, [tabindex="0"]',
  );
  const first = [...controls].find((control) => control.checkVisibility());
  (first ?? pane).focus();
}
