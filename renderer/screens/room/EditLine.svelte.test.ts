import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers } from '../testing/some-parts.ts';
import EditLine from './EditLine.svelte';

it('shows a long text whole, also while it grows, and keeps it on Enter', async () => {
  const place = document.createElement('div');
  place.style.cssText = 'display: flex; width: 150px';
  document.body.replaceChildren(place);
  let kept = '';
  await render(
    EditLine,
    {
      label: 'What happened',
      wraps: true,
      value: 'Details of line 13 changed, nobody called back',
      onkeep: (text: string) => {
        kept = text;
      },
    },
    { baseElement: place },
  );
  const field = page.getByRole('textbox', { name: 'What happened' });
  const hidden = (): number => {
    const { scrollHeight, clientHeight } = field.element();
    return scrollHeight - clientHeight;
  };
  expect(field.element().getBoundingClientRect().height).toBeGreaterThan(40);
  expect(hidden()).toBeLessThanOrEqual(0);
  await field.fill(
    'Details of line 13 changed, and nobody at all called the payee back until 19:05',
  );
  await expect.poll(hidden).toBeLessThanOrEqual(0);
  expect(await findBarriers(place)).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(kept).toMatch(/until 19:05$/);
});
