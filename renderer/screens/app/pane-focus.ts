/** What each pane last had in focus, so that F6 leads back to it. */
const last = new WeakMap<Element, HTMLElement>();

/** What stands around a control, from the inside out, where its focus may go once it is gone. */
const places = 'li, [role="tabpanel"], [data-pane], dialog, main';
let held: { readonly control: HTMLElement; readonly around: readonly HTMLElement[] } | null = null;

/** Remembers where in its pane the focus is. */
export function rememberFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const around: HTMLElement[] = [];
  for (
    let place = target.parentElement?.closest<HTMLElement>(places);
    place;
    place = place.parentElement?.closest<HTMLElement>(places)
  ) {
    around.push(place);
  }
  held = { control: target, around };
  const pane = target.closest('[data-pane]');
  if (pane && pane !== target) last.set(pane, target);
}

/**
 * Looks after the focus once a control may have gone by what it did ("Acknowledge", "Open"): the browser
 * would leave it on the whole page, where letters mean other things and nothing is read out. It goes to
 * the nearest of what stood around and still stands: the head of the row, the chosen tab, the pane.
 */
export function holdFocus(): void {
  // After the frame, so that whoever moves the focus with intent has done so.
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body || !held || held.control.isConnected) return;
    const { around } = held;
    held = null;
    for (const place of around) {
      if (!place.isConnected || !place.checkVisibility()) continue;
      const goal = findGoal(place, around);
      goal?.focus({ preventScroll: true });
      if (goal && document.activeElement === goal) return;
    }
  });
}

function findGoal(place: HTMLElement, around: readonly HTMLElement[]): HTMLElement | null {
  if (place.matches('li')) return place.querySelector('button, a[href], input, summary');
  if (place.matches('[role="tabpanel"]')) return null;
  const inPanel = around.some((one) => one.matches('[role="tabpanel"]'));
  return (
    (inPanel ? place.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') : null) ??
    place
  );
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
  // What stands before the tabs, or has nothing to do yet, is not what one comes for: Space would press it.
  const tab = pane.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  const controls = pane.querySelectorAll<HTMLElement>(
    'button:not([tabindex="-1"]), a[href], input:not([type=radio]), input:checked, select, textarea, [tabindex="0"]',
  );
  const seen = [...controls].filter((control) => control.checkVisibility());
  const ready = seen.find((control) => !control.matches('[aria-disabled="true"]'));
  (tab?.checkVisibility() ? tab : (ready ?? seen[0] ?? pane)).focus();
}
