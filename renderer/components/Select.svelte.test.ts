import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import { findBarriers } from '../screens/testing/some-parts.ts';
import Select from './Select.svelte';

const options = [
  { value: 'short', text: 'Ownership' },
  { value: 'long', text: 'Success and scale bring broad responsibility, and more' },
];

it.each(['light', 'dark'])('stays in a place narrower than its choices, %s', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const place = document.createElement('div');
  place.style.width = '140px';
  document.body.replaceChildren(place);
  let chosen = '';
  await render(
    Select,
    {
      label: 'Principle',
      options,
      value: 'long',
      onchange: (value: string | number) => {
        chosen = String(value);
      },
    },
    { baseElement: place },
  );
  const select = page.getByRole('combobox', { name: 'Principle' });
  const right = place.getBoundingClientRect().right;
  expect(select.element().getBoundingClientRect().right).toBeLessThanOrEqual(right);
  // The text ends before the arrow, which lies inside too.
  expect(getComputedStyle(select.element()).textOverflow).toBe('ellipsis');
  const arrow = place.querySelector('svg')?.getBoundingClientRect();
  expect(arrow?.right).toBeLessThan(right);
  await select.selectOptions('short');
  expect(chosen).toBe('short');
  expect(await findBarriers(place)).toEqual([]);
});
