import { createRawSnippet } from 'svelte';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import Pane from './Pane.svelte';

it('keeps what is hidden for the eye inside its body, so that nothing can push it away', async () => {
  const screen = document.createElement('main');
  screen.style.cssText = 'position: relative; height: 300px; overflow: hidden';
  document.body.replaceChildren(screen);
  const children = createRawSnippet(() => ({
    render: () =>
      `<div>${'<p style="height: 100px"><span class="visually-hidden">High</span></p>'.repeat(20)}</div>`,
  }));
  const { container } = await render(Pane, { name: 'Feed', children }, { baseElement: screen });
  container.style.height = '100%';
  expect(screen.querySelector('.body')?.scrollHeight).toBe(2000);
  expect(screen.scrollHeight).toBe(screen.clientHeight);
});
