import { page } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { readStoryFile, StoryImportPreview } from '../../../state/story-import.svelte.ts';
import '../../../styles/tokens.css';
import '../../../styles/base.css';
import { findBarriers, someParts } from '../../testing/some-parts.ts';
import ImportStories from './ImportStories.svelte';

const notes =
  '# The deploy key\n\nI moved six services off one key.\n\n# A wrong P4\n\nI read too fast.\n';

async function show(name: string, text: string) {
  const parts = someParts();
  const stories = await parts.openStories();
  const preview = new StoryImportPreview(stories, name, text);
  let closed = false;
  const opened: string[] = [];
  await render(ImportStories, {
    parts,
    stories,
    preview,
    onclose: () => (closed = true),
    ontaken: (id) => opened.push(id),
  });
  return { parts, stories, preview, opened, isClosed: () => closed };
}

beforeEach(async () => {
  await page.viewport(1024, 700);
});

describe('ImportStories', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await show('notes.md', notes);
    expect(await findBarriers()).toEqual([]);
  });

  it('shows what would come, takes all of it in, and can be undone', async () => {
    const { stories, isClosed } = await show('notes.md', notes);
    await expect.element(page.getByText('2 stories found', { exact: false })).toBeVisible();
    expect(stories.all).toHaveLength(0);
    await page.getByRole('button', { name: 'Add 2 stories' }).click();
    expect(stories.all.map(({ title }) => title)).toEqual(['The deploy key', 'A wrong P4']);
    expect(isClosed()).toBe(true);
    expect(stories.undo()).toBe('import');
    expect(stories.all).toHaveLength(0);
  });

  it('lets each text be read before it comes, opens the first of them, and offers to undo', async () => {
    const { parts, stories, opened } = await show('notes.md', notes);
    const text = page.getByText('I moved six services off one key.', { exact: true });
    await expect.element(text.first()).toBeVisible();
    expect(text.last().element().checkVisibility()).toBe(false);
    await text.first().click();
    await expect.element(text.last()).toBeVisible();
    await page.getByRole('button', { name: 'Add 2 stories' }).click();
    expect(opened).toEqual([stories.all[0]?.id]);
    const [notice] = parts.notices.list;
    expect(notice?.text).toBe('2 stories were taken in from “notes.md”.');
    notice?.action?.run();
    expect(stories.all).toEqual([]);
  });

  it('writes out what would turn or break the name of the file', async () => {
    const name = 'notes\u202edm\n.md';
    const { parts } = await show(name, notes);
    const shown = 'notes[U+202E]dm[U+000A].md';
    await expect.element(page.getByRole('dialog', { name: `Import “${shown}”` })).toBeVisible();
    await page.getByRole('button', { name: 'Add 2 stories' }).click();
    expect(parts.notices.list[0]?.text).toContain(`“${shown}”`);
    const gone = new File([], name);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const large = new File([], name);
    Object.defineProperty(large, 'size', { value: 6_000_000 });
    for (const file of [gone, large]) {
      expect(await readStoryFile(file)).toEqual({ problem: expect.stringContaining(`“${shown}”`) });
    }
  });

  it('speaks of one story as of one', async () => {
    const { parts } = await show('note.md', '# The deploy key\n\nI moved six services.');
    await expect.element(page.getByText('One story found.', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Add one story' }).click();
    expect(parts.notices.list[0]?.text).toBe('One story was taken in from “note.md”.');
  });

  it('leaves out what is here already, unless it is wanted twice', async () => {
    const { stories, preview, parts } = await show('notes.md', notes);
    preview.take(() => parts.newId(), parts.now());
    await page.getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Add 2 stories' }).click();
    expect(stories.all).toHaveLength(4);
  });

  it('names the line of what is damaged, and takes nothing in', async () => {
    const { stories } = await show('stories.json', '{"basics":\n  {"name": \n');
    expect(page.getByRole('alert').element().textContent).toMatch(
      /Line 3: .* Nothing was taken in\./,
    );
    const add = page.getByRole('button', { name: /^Add/ });
    await expect.element(add).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('combobox', { name: 'Read it as' }).selectOptions('Plain text');
    await expect.element(add).not.toHaveAttribute('aria-disabled');
    expect(stories.all).toHaveLength(0);
  });

  it('refuses a file that is too large unread', async () => {
    const file = new File([new Uint8Array(5_000_001)], 'big.txt');
    expect(await readStoryFile(file)).toMatchObject({ problem: expect.stringContaining('5 MB') });
    expect(await readStoryFile(new File(['told'], 'one.txt'))).toEqual({ text: 'told' });
  });
});
