import { page } from 'vitest/browser';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { chooseFreshSeed } from '../../../content/engine/drill/fresh-seed.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { beginDrill } from '../../state/begin-drill.ts';
import History from '../history/History.svelte';
import { someParts } from '../testing/some-parts.ts';
import Drills from './Drills.svelte';
import { takeNewest } from '../../state/testing/take-newest.ts';

/** A drill that was played as written, and then by a seed that somebody chose. */
async function played() {
  const parts = someParts();
  await parts.catalogue.load();
  await takeNewest(parts.attempts, parts.store);
  await beginDrill(parts, 'a-key', { seed: 4242 });
  parts.current.attempt?.finish();
  await parts.saves.settle();
  await page.viewport(1440, 900);
  return parts;
}

it('draws another variant, or takes the same where that is asked for', async () => {
  const parts = await played();
  await render(Drills, { parts, slug: 'a-key' });
  await page.getByRole('button', { name: 'Start the same again' }).click();
  await expect.poll(() => parts.current.attempt?.header.attempt).toBe('id-2');
  expect(parts.current.attempt?.header.seed).toBe(4242);
  parts.current.attempt?.finish();
  await page.getByRole('button', { name: /^Start again/ }).click();
  await expect.poll(() => parts.current.attempt?.header.attempt).toBe('id-3');
  const { header, prepared } = parts.current.attempt ?? {};
  // Away from what the two plays before showed; 7 is what chance drew.
  const parameters = prepared?.drill.parameters ?? [];
  expect(parameters.length).toBeGreaterThan(0);
  expect(header?.seed).toBe(chooseFreshSeed(parameters, 7, [4242, 4242]));
  expect(header?.seed).not.toBe(4242);
});

it('offers the very same variant again in History', async () => {
  const parts = await played();
  await render(History, { parts });
  await page.getByText('A key in the open').click();
  await expect.element(page.getByText(/^Starting again draws other names/)).toBeVisible();
  await page.getByRole('button', { name: 'Start the same again' }).click();
  await expect.poll(() => parts.current.attempt?.header.attempt).toBe('id-2');
  expect(parts.current.attempt?.header.seed).toBe(4242);
});
