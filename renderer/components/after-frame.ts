/**
 * Runs once the next frame is painted, so that what it does takes nothing from it. A window that nobody
 * sees paints none: there it runs all the same, a fifth of a second later.
 */
export function afterFrame(run: () => void): void {
  let isRun = false;
  const once = (): void => {
    if (isRun) return;
    isRun = true;
    clearTimeout(late);
    run();
  };
  const late = setTimeout(once, 200);
  requestAnimationFrame(() => {
    setTimeout(once);
  });
}
