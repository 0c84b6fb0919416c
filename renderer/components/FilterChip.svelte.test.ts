import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import { findBarriers } from '../screens/testing/some-parts.ts';
import FilterChip from './FilterChip.svelte';

const options = [
  { value: 'ownership', text: 'Ownership' },
  { value: 'frugality', text: 'Frugality' },
];

it('says what is chosen, and that it filters', async () => {
  await render(FilterChip, {
    label: 'Principle',
    options,
    chosen: ['ownership'],
    onchange: () => undefined,
  });
  await expect
    .element(page.getByRole('button', { name: /^Ownership ?, filter by principle$/ }))
    .toBeVisible();
});

it('says how to add one where what is chosen stands beside it', async () => {
  const changes: (readonly (string | number)[])[] = [];
  const { container } = await render(FilterChip, {
    label: 'Principles',
    adds: 'Add a principle',
    options,
    chosen: ['ownership'],
    onchange: (chosen: readonly (string | number)[]) => changes.push(chosen),
  });
  const chip = page.getByRole('button', { name: 'Add a principle', exact: true });
  await chip.click();
  await expect.element(page.getByRole('checkbox', { name: 'Ownership' })).toBeChecked();
  expect(await findBarriers(container)).toEqual([]);
  await page.getByRole('checkbox', { name: 'Frugality' }).click();
  expect(changes).toEqual([['ownership', 'frugality']]);
  await userEvent.keyboard('{Escape}');
  await expect.element(chip).toHaveFocus();
});
