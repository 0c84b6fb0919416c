import { flushSync, mount, unmount } from 'svelte';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { aHeader } from '../../../content/engine/testing/a-log.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers, someParts } from '../testing/some-parts.ts';
import Today from '../today/Today.svelte';
import AfterAction from './AfterAction.svelte';
import { writeReview } from './document/review-document.ts';
import { takeNewest } from '../../state/testing/take-newest.ts';

const header = aHeader();
const about = { attempt: header.attempt, code: 'T01', title: 'A key in the open' };

async function show() {
  const parts = someParts();
  await parts.reviews.load();
  await render(AfterAction, { parts, header, title: about.title });
  return parts;
}

describe('AfterAction', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    await page.viewport(720, 450);
    document.documentElement.dataset['theme'] = theme;
    await show();
    await page.getByRole('button', { name: 'Add action' }).click();
    expect(await findBarriers()).toEqual([]);
  });

  it('keeps a plan with owner, day and what would show that it worked, by keys alone', async () => {
    const parts = await show();
    (page.getByRole('button', { name: 'Add action' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('textbox', { name: 'What', exact: true })).toHaveFocus();
    await userEvent.keyboard('Alert on new keys{Tab}Ines{Tab}');
    await page.getByLabelText('Due').fill('2026-11-20');
    await page.getByLabelText('What would show that it worked').fill('A test key is reported');
    expect(await parts.saves.settle()).toBe(true);
    expect(await parts.store.get('reviews', header.attempt)).toMatchObject({
      ...about,
      actions: [
        {
          what: 'Alert on new keys',
          owner: 'Ines',
          due: '2026-11-20',
          proof: 'A test key is reported',
          done_on: null,
        },
      ],
    });
    expect(JSON.stringify(writeReview(parts.reviews.find(header.attempt)))).toContain(
      'A test key is reported',
    );
  });

  it('keeps what is typed and what is added, when both come in the moment it is left', async () => {
    const parts = someParts();
    await parts.reviews.load();
    const props = { parts, header, title: about.title };
    const shown = mount(AfterAction, { target: document.body, props });
    flushSync();
    await page.getByLabelText('What went well, and why').fill('We rang the owner.');
    // In one go, before anything is drawn again.
    parts.reviews.addAction(about);
    await unmount(shown);
    const written = { went_well: 'We rang the owner.', actions: [{ what: '' }] };
    expect(parts.reviews.find(header.attempt)).toMatchObject(written);
    await parts.saves.settle();
    expect(await parts.store.get('reviews', header.attempt)).toMatchObject(written);
  });

  it('takes back what was removed', async () => {
    const parts = await show();
    parts.reviews.addAction(about);
    await page.getByRole('button', { name: /^Remove/ }).click();
    expect(parts.reviews.find(header.attempt)?.actions).toHaveLength(0);
    await page.getByRole('button', { name: 'Undo: removed action' }).click();
    expect(parts.reviews.find(header.attempt)?.actions).toHaveLength(1);
    await parts.saves.settle();
    expect(await parts.store.get('reviews', header.attempt)).toMatchObject({ actions: [{}] });
  });
});

describe('Today', () => {
  async function showDue() {
    const parts = someParts();
    await takeNewest(parts.attempts, parts.store);
    const late = parts.reviews.addAction(about);
    parts.reviews.changeAction(about, late, { what: 'Rotate keys', due: '2026-10-25' });
    const later = parts.reviews.addAction(about);
    parts.reviews.changeAction(about, later, { what: 'Not yet', due: '2026-12-24' });
    await page.viewport(1440, 900);
    await render(Today, { parts });
    return parts;
  }

  it('brings back what is due and overdue, and what is done goes', async () => {
    const parts = await showDue();
    await expect.element(page.getByText('overdue by 7 days')).toBeVisible();
    await expect.element(page.getByText('Not yet')).not.toBeInTheDocument();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: /^Done/ }).click();
    await expect.element(page.getByText('overdue by 7 days')).not.toBeInTheDocument();
    parts.notices.list.at(-1)?.action?.run();
    await expect.element(page.getByText('overdue by 7 days')).toBeVisible();
  });

  it('moves an action to another day', async () => {
    const parts = await showDue();
    await page.getByRole('button', { name: /^Move/ }).click();
    await expect.element(page.getByLabelText('New day')).toHaveValue('2026-11-08');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await expect.element(page.getByText('Rotate keys')).not.toBeInTheDocument();
    expect(parts.reviews.find(about.attempt)?.actions[0]?.due).toBe('2026-11-08');
  });

  it('puts the keyboard into the new day, and gives it back on Escape and on Cancel', async () => {
    await showDue();
    const move = page.getByRole('button', { name: /^Move…/ });
    const day = page.getByLabelText('New day');
    move.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(day).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(day).not.toBeInTheDocument();
    await expect.element(move).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(move).toHaveFocus();
  });
});
