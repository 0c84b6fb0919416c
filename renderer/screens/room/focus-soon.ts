import { tick } from 'svelte';

/** Moves the focus to what will be there after the next update: a step of the person's own. */
export function focusSoon(selector: string): void {
  void tick().then(() => {
    document.querySelector<HTMLElement>(selector)?.focus();
  });
}
