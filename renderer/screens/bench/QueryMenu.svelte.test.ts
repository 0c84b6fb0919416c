import { page } from 'vitest/browser';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import type { SqlQuery } from '../../state/sql-query.svelte.ts';
import QueryMenu from './QueryMenu.svelte';

it('shows long queries and the button that saves one without scrolling sideways', async () => {
  await page.viewport(1440, 900);
  const long = `SELECT ${'userIdentity_userName, '.repeat(12)} eventTime FROM trail`;
  const history = Array.from({ length: 30 }, (_, at) => `${long} LIMIT ${String(at)}`);
  const saved = [{ name: 'What the stranger did in the first hour of the morning', sql: long }];
  const query = { typed: long, book: { history, saved } } as unknown as SqlQuery;
  const main = document.createElement('main');
  main.style.cssText = 'display: flex; justify-content: end';
  document.body.replaceChildren(main);
  await render(QueryMenu, { query }, { baseElement: main });
  await page.getByRole('button', { name: 'Queries' }).click();
  const panel = page.getByRole('group', { name: 'Queries' }).element();
  expect(panel.scrollHeight).toBeGreaterThan(panel.clientHeight);
  expect(panel.scrollWidth).toBeLessThanOrEqual(panel.clientWidth);
  const save = page
    .getByRole('button', { name: /^Save query/ })
    .element()
    .getBoundingClientRect();
  expect(save.right).toBeLessThanOrEqual(panel.getBoundingClientRect().right);
});
