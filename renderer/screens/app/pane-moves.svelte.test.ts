import { expect, it } from 'vitest';
import { moveToPane } from './pane-focus.ts';

it('comes into a pane by its chosen tab, or by the first control that has something to do', () => {
  document.body.innerHTML = `
    <section data-pane aria-label="Feed" tabindex="-1"><button>All</button></section>
    <section data-pane aria-label="Evidence" tabindex="-1">
      <button>Split</button>
      <div role="tablist">
        <button role="tab" aria-selected="false" tabindex="-1">Brief</button>
        <button role="tab" aria-selected="true">Trail</button>
      </div>
    </section>
    <section data-pane aria-label="Notebook" tabindex="-1">
      <button aria-disabled="true">Undo</button><input aria-label="Add an entry" />
    </section>
    <section data-pane aria-label="Done" tabindex="-1"><button aria-disabled="true">Decide</button></section>`;
  const here = (): string | null | undefined =>
    document.activeElement?.ariaLabel ?? document.activeElement?.textContent;
  const stops = [1, 2, 3, 4].map(() => {
    moveToPane(1);
    return here();
  });
  expect(stops).toEqual(['All', 'Trail', 'Add an entry', 'Decide']);
});
