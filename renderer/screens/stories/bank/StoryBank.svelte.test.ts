import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { flushSync, mount, tick, unmount } from 'svelte';
import { render } from 'vitest-browser-svelte';
import type { Story } from '../../../../content/engine/story/story.ts';
import '../../../styles/tokens.css';
import '../../../styles/base.css';
import type { Stories } from '../../../state/stories.svelte.ts';
import { aToldStory, toldText } from '../../testing/a-told-story.ts';
import { findBarriers, someParts } from '../../testing/some-parts.ts';
import StoryBank from './StoryBank.svelte';

async function show(given: readonly Story[] = [aToldStory()], open: string | null = 'told') {
  const parts = someParts();
  const stories = await parts.openStories();
  if (given.length > 0) stories.addAll(given);
  const screen = await render(StoryBank, { parts, stories, story: open });
  // Its place is the page's main part.
  screen.container.setAttribute('role', 'main');
  return { parts, stories, screen };
}
const text = () => page.getByRole('textbox', { name: 'The story, 2 min' });
const value = () => (text().element() as HTMLTextAreaElement).value;

beforeEach(async () => {
  await page.viewport(1440, 900);
});

describe('StoryBank', () => {
  it.each([
    ['light', 1440, 900],
    ['dark', 1440, 900],
    ['light', 1024, 700],
    ['light', 720, 450],
  ] as const)('has no barrier that axe finds, %s at %i × %i', async (theme, width, height) => {
    document.documentElement.dataset['theme'] = theme;
    await page.viewport(width, height);
    const { screen } = await show();
    await expect.element(page.getByText('Sentences by role', { exact: false })).toBeInTheDocument();
    await expect
      .poll(() => screen.container.querySelectorAll('.action').length, { timeout: 20_000 })
      .toBeGreaterThan(0);
    expect(await findBarriers()).toEqual([]);
  });

  it('opens another story in the place of the one that is open, and writes into that one alone', async () => {
    const parts = someParts();
    const stories = await parts.openStories();
    stories.addAll([aToldStory(), aToldStory({ title: 'A wrong P4' }, 'other')]);
    // As the place hands it on: the id alone changes.
    const props = $state<{ parts: typeof parts; stories: Stories; story: string | null }>({
      parts,
      stories,
      story: 'told',
    });
    const shown = mount(StoryBank, { target: document.body, props });
    try {
      const title = page.getByRole('textbox', { name: 'Title of the story' });
      await text().fill('Of the first.');
      props.story = 'other';
      await expect.element(title).toHaveValue('A wrong P4');
      expect(value()).toBe(toldText);
      await text().fill('Of the second.');
      await title.fill('Another name');
      await expect.poll(() => stories.find('other')?.texts.middle.text).toBe('Of the second.');
      expect(stories.find('other')?.title).toBe('Another name');
      expect(stories.find('told')?.texts.middle.text).toBe('Of the first.');
      expect(stories.find('told')?.title).toBe(aToldStory().title);
      const made = stories.create();
      props.story = made.id;
      await expect.element(title).toHaveValue('');
      props.story = null;
      await expect.element(title).not.toBeInTheDocument();
    } finally {
      await unmount(shown);
    }
  });

  it('says why a story was not deleted, where a part of it is not saved yet', async () => {
    const { parts, stories } = await show();
    stories.remove = () => Promise.resolve(false);
    await page.getByRole('button', { name: /More on this story/ }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect
      .poll(() => parts.notices.list.map(({ text: said }) => said))
      .toEqual([expect.stringContaining('was not deleted: a part of it is not saved yet')]);
    await expect.element(text()).toBeVisible();
  });

  it('offers to take a deletion back, and nothing else in its place', async () => {
    const { parts, stories } = await show([aToldStory(), { ...aToldStory(), id: 'other' }]);
    const remove = async () => {
      await page.getByRole('button', { name: /More on this story/ }).click();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect.poll(() => stories.all.map(({ id }) => id)).toEqual(['other']);
      const undo = parts.notices.list.findLast(({ action }) => action?.title === 'Undo')?.action;
      expect(undo).toBeDefined();
      return () => undo?.run();
    };
    (await remove())();
    expect(stories.find('told')).not.toBeNull();
    expect(parts.navigation.place).toEqual({ kind: 'stories', view: 'bank', story: 'told' });
    await expect.element(text()).toBeVisible();
    const undo = await remove();
    stories.arrange('other', { tags: ['later'] }, 'tags');
    undo();
    expect(stories.all.map(({ id, tags }) => [id, tags])).toEqual([['other', ['later']]]);
    expect(parts.notices.list.at(-1)?.text).toContain('changed since then');
  });

  it('begins with five prompts and a story from nothing', async () => {
    const { parts, stories } = await show([], null);
    await expect.element(page.getByRole('heading', { name: 'Your first story' })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Begin a story' }).click();
    expect(stories.all).toHaveLength(1);
    expect(parts.navigation.place).toEqual({
      kind: 'stories',
      view: 'bank',
      story: stories.all[0]?.id,
    });
  });

  it('keeps what is typed and what is begun, when both come in the moment it is left', async () => {
    const parts = someParts();
    const stories = await parts.openStories();
    const own = { sentence: 'My part was to end that.', role: 'task' } as const;
    const told = aToldStory();
    const middle = { ...told.texts.middle, own_roles: [own] };
    stories.addAll([{ ...told, texts: { ...told.texts, middle } }]);
    const props = $state<{ parts: typeof parts; stories: Stories; story: string | null }>({
      parts,
      stories,
      story: 'told',
    });
    const shown = mount(StoryBank, { target: document.body, props });
    try {
      flushSync();
      // As “New” does it: all of this before anything is drawn again.
      stories.setText('told', 'middle', `${toldText} And then I told them.`);
      const made = stories.create({ title: 'Another one' });
      props.story = made.id;
      flushSync();
      await tick();
      expect(stories.all.map(({ id }) => id)).toEqual(['told', made.id]);
      expect(stories.listed.map(({ id }) => id)).toEqual(['told', made.id]);
      expect(stories.find('told')?.texts.middle.text).toContain('And then I told them.');
      await expect
        .poll(async () => JSON.stringify(await parts.store.get('stories', 'told')))
        .toContain('And then I told them.');
    } finally {
      await unmount(shown);
    }
  });

  it('lays marks exactly under the words of the field', async () => {
    const { screen } = await show();
    await expect
      .poll(() => screen.container.querySelectorAll('[data-letter]').length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(5);
    const field = text().element() as HTMLTextAreaElement;
    const copy = screen.container.querySelector('.copy');
    expect(Math.abs((copy?.clientHeight ?? 0) - field.scrollHeight)).toBeLessThanOrEqual(1);
    expect(copy?.textContent.replaceAll(/[\s\u200b]+/g, '')).toBe(toldText.replaceAll(/\s+/g, ''));
    const roles = page.getByRole('list', { name: 'Sentences and their roles' });
    expect(roles.element().textContent).toMatch(/Action: I read 30 days of audit logs/);
  });

  it('hands on what is typed once its frame is out, or at once to what needs it', async () => {
    const { parts, stories, screen } = await show();
    const field = text().element() as HTMLTextAreaElement;
    const kept = () => stories.find('told')?.texts.middle.text;
    const type = (words: string): void => {
      field.setRangeText(words, 0, 0, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    field.focus();
    type('One. ');
    flushSync();
    expect(kept()).toBe(toldText);
    await expect.poll(kept).toBe(`One. ${toldText}`);
    type('Two. ');
    field.blur();
    expect(kept()).toBe(`Two. One. ${toldText}`);
    field.focus();
    type('Three. ');
    field.setSelectionRange(1, 1);
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'l', code: 'KeyL', altKey: true, bubbles: true }),
    );
    expect(stories.find('told')?.texts.middle.own_roles).toMatchObject([{ sentence: 'Three.' }]);
    type('Four. ');
    await parts.saves.settle();
    expect(JSON.stringify(await parts.store.get('stories', 'told'))).toContain('Four. Three.');
    type('Five. ');
    // Left before the frame: it still belongs to this story.
    await screen.unmount();
    await expect.poll(kept).toMatch(/^Five\. Four\./);
  });

  it('hangs the letter of a role at its own words, also where they wrap', async () => {
    const { screen } = await show();
    const field = text().element() as HTMLTextAreaElement;
    await expect
      .poll(() => screen.container.querySelectorAll('[data-letter]').length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(5);
    // A sentence of another role is pushed on letter by letter, until its first word wraps.
    let wrapped = 0;
    for (let count = 0; count < 160 && wrapped < 3; count += 4) {
      const start = `${'w'.repeat(count)} `;
      await userEvent.fill(field, `${start}${toldText.replaceAll('\n\n', ' ')}`);
      await expect
        .poll(() => screen.container.querySelector('.copy')?.textContent.startsWith(start))
        .toBe(true);
      for (const piece of screen.container.querySelectorAll<HTMLElement>('[data-letter]')) {
        const [words] = piece.getClientRects();
        const before = piece.previousElementSibling?.getClientRects();
        if (!words || !before || (before[before.length - 1]?.top ?? 0) >= words.top) continue;
        wrapped += 1;
        const line = piece.parentElement?.getBoundingClientRect();
        expect(words.left).toBeCloseTo(line?.left ?? -1, 0);
        const { left, position } = getComputedStyle(piece, '::after');
        expect([left, position]).toEqual(['0px', 'absolute']);
      }
    }
    expect(wrapped).toBeGreaterThan(0);
  });

  it('scores from forty words on, and opens a part to its rules and to what would lift it', async () => {
    const { stories } = await show();
    const row = page.getByRole('button', { name: /Relevance to the principle/ });
    await expect.element(row, { timeout: 20_000 }).toBeVisible();
    await row.click();
    await expect.element(page.getByText('Nothing big is left to lift here.')).toBeVisible();
    await page.getByRole('button', { name: /Show in text ?: one-account/ }).click();
    await expect.poll(() => document.querySelectorAll('.copy .shown').length).toBeGreaterThan(0);
    await text().fill(
      'We had some issues with a key in our service. We discussed it in the team and we decided that something should be done about it. We worked hard on the problem together and we handled it well. In the end everybody was happy with it.',
    );
    await page.getByRole('button', { name: /Reflection/ }).click();
    await expect.element(page.getByText('What would lift this by one')).toBeVisible();
    await expect.element(page.getByText(/The largest gap: .*, 1\.\d of 5\./)).toBeVisible();
    await text().fill('I wrote it down on Monday.');
    await expect.element(page.getByText('No scores yet: 6 of 40 words.')).toBeVisible();
    await text().fill('这是一个关于密钥的故事，我们在三月发现了它。');
    await expect.element(page.getByText(/scored for English text only/)).toBeVisible();
    expect(stories.find('told')?.texts.middle.text).toContain('密钥');
  });

  it('gives the sentence at the caret a role by key, and takes it back with the same key', async () => {
    const { stories } = await show();
    const field = text().element() as HTMLTextAreaElement;
    field.focus();
    field.setSelectionRange(5, 5);
    await userEvent.keyboard('{Alt>}l{/Alt}');
    await expect.element(page.getByText('This sentence is lesson now.')).toBeInTheDocument();
    const own = () => stories.find('told')?.texts.middle.own_roles;
    expect(own()).toMatchObject([{ role: 'reflection' }]);
    await userEvent.keyboard('{Alt>}l{/Alt}');
    expect(own()).toEqual([]);
    expect(value()).toBe(toldText);
    // What was done last is taken back first, be it a role or words.
    await userEvent.keyboard('So. ');
    await userEvent.keyboard('{Alt>}l{/Alt}');
    expect(own()).toHaveLength(1);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(own()).toEqual([]);
    expect(value()).toContain('So. ');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(value).not.toContain('So. ');
  });

  it('edits the parts, in step with the text', async () => {
    const { stories } = await show();
    await page.getByRole('radio', { name: 'In parts' }).click({ force: true });
    const result = page.getByRole('textbox', { name: 'Result' });
    await expect
      .element(result)
      .toHaveValue('The key was gone nine days before peak. Long-lived keys went from 6 to 0.');
    await result.fill('The key was gone nine days before peak, and nobody missed it.');
    await page.getByRole('textbox', { name: 'Situation' }).click();
    expect(stories.find('told')?.texts.middle.text).toContain('nobody missed it.\n\nSince then');
    await page.getByRole('radio', { name: 'One text' }).click({ force: true });
    expect(value()).toContain('nobody missed it.');
  });

  it('names what is confidential, says it in general words or keeps it', async () => {
    const { parts, stories } = await show();
    const flag = page.getByRole('button', { name: /“Harrow Freight”/ }).first();
    await expect.element(flag, { timeout: 20_000 }).toBeVisible();
    parts.actions.runById('story_flag');
    const field = text().element() as HTMLTextAreaElement;
    await expect.poll(() => field.selectionEnd - field.selectionStart).toBeGreaterThan(2);
    await page.getByRole('button', { name: /^Keep “Harrow Freight”/ }).click();
    expect(stories.find('told')?.allowed_words).toEqual(['Harrow Freight']);
    // What was pressed is gone: the focus stays in the panel.
    await expect.element(flag).not.toBeInTheDocument();
    await expect
      .poll(() => document.activeElement?.closest('section')?.textContent)
      .toContain('Before you tell it outside');
    stories.undo();
    await page
      .getByRole('button', { name: /^Say instead: .*(customer|company|client)/ })
      .first()
      .click();
    expect(value()).not.toContain('Harrow Freight');
  });

  it('names what is confidential beside the text, as an export would', async () => {
    const { stories } = await show([
      aToldStory({ title: 'Outage at Deutsche Telekom', people: [] }),
    ]);
    await expect.element(page.getByText(/“Deutsche Telekom” .*, in the title/)).toBeVisible();
    await page.getByRole('button', { name: /^Keep “Deutsche Telekom”/ }).click();
    expect(stories.find('told')?.allowed_words).toEqual(['Deutsche Telekom']);
    await expect.element(page.getByText(/in the title/)).not.toBeInTheDocument();
  });

  it('finds as one types, and says where nothing matches', async () => {
    await show([aToldStory(), aToldStory({ title: 'A wrong P4', tags: ['triage'] }, 'other')]);
    const rows = () => document.querySelectorAll('[data-story]').length;
    expect(rows()).toBe(2);
    await page.getByRole('searchbox', { name: 'Search the stories' }).fill('triage');
    await expect.poll(rows).toBe(1);
    await page.getByRole('searchbox', { name: 'Search the stories' }).fill('zebra');
    await expect.element(page.getByText('No story matches.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await expect.poll(rows).toBe(2);
  });

  it('keeps a version, shows what changed since, and goes back', async () => {
    const { stories } = await show();
    await page.getByRole('tab', { name: /History/ }).click();
    await page.getByRole('textbox', { name: 'Keep this version as' }).fill('before the call');
    await page.getByRole('button', { name: 'Keep version' }).click();
    await text().fill('Quite another text.');
    await page.getByRole('button', { name: /before the call/ }).click();
    await expect.element(page.getByText('2 min: from then to now')).toBeVisible();
    expect(document.querySelector('ins')?.textContent).toContain('[added]');
    await page.getByRole('button', { name: 'Go back to this version' }).click();
    await expect.poll(() => document.activeElement?.hasAttribute('aria-expanded')).toBe(true);
    await expect.poll(value).toBe(toldText);
    stories.undo();
    await expect.poll(value).toBe('Quite another text.');
  });

  it('shows markup and control characters as text', async () => {
    const hostile = '<img src=x onerror="document.title=1">\u0000 \u202Eright to left 😀';
    await show([aToldStory({ title: hostile, tags: [hostile] })]);
    await text().fill(hostile);
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect(value()).toContain('<img src=x');
  });

  it('says where a story comes from', async () => {
    await show([
      aToldStory({ origin: { kind: 'drill', attempt: 'a', code: 'D01', title: 'A key' } }),
    ]);
    await expect
      .element(page.getByText('rehearsal, from drill D01', { exact: true }))
      .toBeVisible();
  });
});
