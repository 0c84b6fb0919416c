import { page } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { importStories } from '../../../../content/engine/story/import-stories.ts';
import type { Story } from '../../../../content/engine/story/story.ts';
import '../../../styles/tokens.css';
import '../../../styles/base.css';
import { aToldStory } from '../../testing/a-told-story.ts';
import { findBarriers, someParts } from '../../testing/some-parts.ts';
import ExportStories from './ExportStories.svelte';

const plain = 'I asked the owner, wrote the note and moved the job. It took a day.';
const harmless = () =>
  aToldStory({
    metrics: [],
    texts: {
      short: { text: '', own_roles: [] },
      middle: { text: plain, own_roles: [] },
      long: { text: '', own_roles: [] },
    },
  });

async function show(chosen: readonly Story[]) {
  const parts = someParts();
  const stories = await parts.openStories();
  await render(ExportStories, { parts, stories, chosen, onclose: () => undefined });
  return { parts, save: page.getByRole('button', { name: /^Save…/ }) };
}

beforeEach(async () => {
  await page.viewport(1024, 700);
});

describe('ExportStories', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await show([aToldStory()]);
    expect(await findBarriers()).toEqual([]);
  });

  it('saves nothing that looks confidential before somebody has looked at it', async () => {
    const { parts, save } = await show([aToldStory()]);
    await expect.element(page.getByText('“Harrow Freight”', { exact: false })).toBeVisible();
    await expect.element(save).toHaveAttribute('aria-disabled', 'true');
    (save.element() as HTMLElement).click();
    expect(parts.saved).toEqual(new Map());
    await page.getByRole('checkbox').click();
    await save.click();
    await expect.poll(() => parts.saved.get('stories.md')).toContain('Harrow Freight');
  });

  it('asks anew for another format', async () => {
    const { save } = await show([aToldStory()]);
    await page.getByRole('checkbox').click();
    await expect.element(save).not.toHaveAttribute('aria-disabled');
    await page.getByRole('combobox', { name: 'As' }).selectOptions('JSON, comes back whole');
    await expect.element(save).toHaveAttribute('aria-disabled', 'true');
  });

  it('writes JSON that comes back whole, and paper that says what was a drill', async () => {
    const drill = { kind: 'drill', attempt: 'a', code: 'D01', title: 'A key' } as const;
    const { parts, save } = await show([{ ...harmless(), origin: drill }]);
    await page.getByRole('combobox', { name: 'As' }).selectOptions('JSON, comes back whole');
    await save.click();
    await expect.poll(() => parts.saved.has('stories.json')).toBe(true);
    const read = importStories(parts.saved.get('stories.json') ?? '', 'drillbook');
    expect(read.ok && read.drafts[0]?.draft).toMatchObject({
      origin: drill,
      title: 'The deploy key nobody owned',
    });
    await page.getByRole('combobox', { name: 'As' }).selectOptions('PDF, A4');
    await save.click();
    await expect.poll(() => parts.saved.get('stories.pdf')).toContain('Rehearsal from drill D01');
    expect(parts.saved.get('stories.pdf')).toContain(plain);
    expect(document.querySelector('.paper')).toBeNull();
  });
});
