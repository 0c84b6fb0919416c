import { page, userEvent, type Locator } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { aPractice } from '../../../../content/engine/testing/a-practice.ts';
import { newLoop } from '../../../../content/engine/story/plan-loop-record.ts';
import { someStoryText } from '../../../../content/engine/testing/a-story.ts';
import '../../../styles/tokens.css';
import '../../../styles/base.css';
import type { StoryChanges } from '../../../state/stories.svelte.ts';
import type { SettingsValues } from '../../../state/settings.svelte.ts';
import { findBarriers, someParts } from '../../testing/some-parts.ts';
import Coverage from './Coverage.svelte';

const text = (words: string) => ({ text: words, own_roles: [] });
const drill = { kind: 'drill', attempt: 'x', code: 'D01', title: 'Public key' } as const;

async function someCoverage(
  list: readonly (StoryChanges & { readonly origin?: typeof drill })[],
  {
    settings = {},
    puts = () => [],
  }: {
    settings?: Partial<SettingsValues>;
    puts?: (
      ids: readonly string[],
    ) => { table: 'practices' | 'plans'; id: string; body: unknown }[];
  } = {},
) {
  const parts = someParts({ hash: '#/stories/coverage', settings });
  const stories = await parts.openStories();
  const ids = list.map((one) => stories.create(one).id);
  await parts.store.commit({ puts: puts(ids) });
  await render(Coverage, { parts, stories, story: null });
  return { parts, stories, ids };
}
const told: StoryChanges = {
  texts: { short: text(''), middle: text(someStoryText), long: text('') },
};
const three: readonly (StoryChanges & { readonly origin?: typeof drill })[] = [
  { title: 'Deploy key', kind: 'growth', principles: ['ownership', 'bias-for-action'], ...told },
  { title: 'A wrong P4', kind: 'failure', principles: ['ownership'] },
  { title: 'Public key', kind: 'success', principles: ['think-big'], origin: drill, ...told },
];
const practised = (ids: readonly string[]) => [
  {
    table: 'practices' as const,
    id: 'p1',
    body: aPractice({ story: ids[0] ?? '' }),
  },
];
const grid = () => page.getByRole('grid', { name: /Coverage/ });
const focused = () => document.activeElement?.textContent.replace(/\s+/g, ' ').trim() ?? '';

const textOf = (found: Locator): string => found.element().textContent.replace(/\s+/g, ' ').trim();

beforeEach(async () => {
  await page.viewport(1240, 860);
});

describe('Coverage', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await someCoverage(three, { puts: practised });
    await expect.element(grid()).toBeVisible();
    await expect.element(page.getByText('3.0', { exact: false }).first()).toBeInTheDocument();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await expect.element(page.getByRole('button', { name: 'Show as a grid' })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('shows each cell as a ball, a word and its lowest dimension, practised or as written', async () => {
    await someCoverage(three, { puts: practised });
    const row = (name: RegExp) => page.getByRole('row', { name });
    await expect
      .poll(() =>
        textOf(
          row(/^Ownership/)
            .getByRole('gridcell')
            .nth(0),
        ),
      )
      .toMatch(/good\s*good, 3\.0; lowest: specificity/);
    await expect
      .poll(() =>
        textOf(
          row(/^Ownership/)
            .getByRole('gridcell')
            .nth(1),
        ),
      )
      .toMatch(/untold\s*tied, and not told yet/);
    await expect
      .poll(() =>
        textOf(
          row(/^Bias for Action/)
            .getByRole('gridcell')
            .nth(0),
        ),
      )
      .toMatch(/\d\.\d, as written; lowest: /);
    await expect.poll(() => textOf(row(/^Ownership/))).toMatch(/1 of 2 ready$/);
    // A drill is seen, and is no experience: the principle stays a gap.
    await expect.poll(() => textOf(row(/^Think Big/))).toMatch(/gap$/);
    await expect.element(page.getByText('15 principles have no story')).not.toBeInTheDocument();
    await expect.element(page.getByText(/^14 principles have no story/)).toBeVisible();
  });

  it('is walked by arrows, ties by T with undo, and opens by Enter', async () => {
    const { parts, stories, ids } = await someCoverage(three);
    await expect.element(grid()).toBeVisible();
    grid().element().querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');
    await expect.poll(focused).toBe('not tied');
    await userEvent.keyboard('t');
    expect(stories.find(ids[1] ?? '')?.principles).toEqual(['ownership', 'invent-and-simplify']);
    await expect
      .element(page.getByText('“A wrong P4” is now tied to Invent and Simplify.'))
      .toBeInTheDocument();
    expect(parts.actions.runById('coverage-undo')).toBe(true);
    expect(stories.find(ids[1] ?? '')?.principles).toEqual(['ownership']);
    await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowUp}');
    await expect.poll(focused).toMatch(/^Deploy key/);
    await userEvent.keyboard('{End}{Enter}');
    expect(parts.navigation.place).toEqual({ kind: 'stories', view: 'bank', story: ids[2] });
  });

  it('lets T alone where letter keys are off', async () => {
    const { stories, ids } = await someCoverage(three, { settings: { letterKeys: false } });
    await expect.element(grid()).toBeVisible();
    grid().element().querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    await userEvent.keyboard('t');
    expect(stories.find(ids[0] ?? '')?.principles).toEqual(['ownership', 'bias-for-action']);
    await page.getByRole('button', { name: 'Tie to principle' }).click();
    expect(stories.find(ids[0] ?? '')?.principles).toContain('customer-obsession');
  });

  it('starts a story from a gap, with the principle tied and the question in sight', async () => {
    const { parts, stories } = await someCoverage(three);
    await page.getByRole('button', { name: 'Start a story for Customer Obsession' }).click();
    const begun = stories.all.at(-1);
    expect(begun?.principles).toEqual(['customer-obsession']);
    expect(parts.navigation.place).toMatchObject({ view: 'bank', story: begun?.id });
    expect(parts.notices.list[0]?.text).toMatch(/^To begin with: .*\?$/);
  });

  it('leads from a cell and from a gap to practice with that principle', async () => {
    const { parts, ids } = await someCoverage(three);
    await expect.element(grid()).toBeVisible();
    grid().element().querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');
    await page.getByRole('button', { name: 'Practise', exact: true }).click();
    const practice = { kind: 'stories', view: 'practice' };
    expect(parts.navigation.place).toEqual({
      ...practice,
      story: ids[1],
      principle: 'invent-and-simplify',
    });
    await page.getByRole('button', { name: 'Practise questions of Customer Obsession' }).click();
    expect(parts.navigation.place).toEqual({
      ...practice,
      story: null,
      principle: 'customer-obsession',
    });
  });

  it('says kindly which kind is missing, and begins one', async () => {
    const { stories } = await someCoverage([three[0] ?? {}]);
    await expect.element(page.getByText(/^You have no failure story yet/)).toBeVisible();
    await page.getByRole('button', { name: 'Begin a failure story' }).click();
    expect(stories.all.at(-1)?.kind).toBe('failure');
  });

  it('says what the planned loop tells twice', async () => {
    const plan = (ids: readonly string[]) => {
      const loop = newLoop('loop', '2026-11-20T10:00:00.000Z');
      const told_ = { principle: 'ownership', story: ids[0] ?? '', by: 'person' } as const;
      return [
        {
          table: 'plans' as const,
          id: 'loop',
          body: {
            ...loop,
            interviewers: loop.interviewers.map((one, index) =>
              index === 0 || index === 3
                ? {
                    ...one,
                    questions: one.questions.map((asked, at) => (at === 0 ? told_ : asked)),
                  }
                : one,
            ),
          },
        },
      ];
    };
    const { parts } = await someCoverage(three, {
      puts: plan,
      settings: { interviewDate: '2026-11-26' },
    });
    const loop = page.getByRole('region', { name: 'In your planned loop' });
    await expect
      .poll(() => textOf(loop))
      .toMatch(
        /In your loop of Thu 26 November Deploy key is planned 2 times, for Interviewer 1 and Interviewer 4\. Interviewers compare notes\./,
      );
    await page.getByRole('button', { name: 'Show in the plan' }).click();
    expect(parts.navigation.place).toMatchObject({ view: 'loop' });
  });

  it('says what each principle asks while few stories leave the room for it', async () => {
    await someCoverage(three);
    const gloss = page.getByText(/^Treat what goes wrong as yours/);
    await expect.element(gloss).toBeVisible();
    const { right } = grid().element().getBoundingClientRect();
    const pane = page.getByRole('region', { name: 'Coverage', exact: true }).element();
    expect(right).toBeGreaterThan(pane.getBoundingClientRect().right - 20);
    await expect
      .element(page.getByRole('rowheader', { name: 'Ownership', exact: true }))
      .toBeVisible();
  });

  it('says what goes here while there is no story', async () => {
    const { parts } = await someCoverage([]);
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Write a first story' }).click();
    expect(parts.navigation.place).toEqual({ kind: 'stories', view: 'bank', story: null });
  });

  it('draws sixty columns at most and leafs through the rest', async () => {
    await someCoverage(Array.from({ length: 150 }, (_, at) => ({ title: `S${String(at)}` })));
    await expect.element(page.getByText('Stories 1 to 60 of 150')).toBeVisible();
    expect(page.getByRole('columnheader').elements()).toHaveLength(62);
    await page.getByRole('button', { name: 'Later' }).click();
    await page.getByRole('button', { name: 'Later' }).click();
    await expect.element(page.getByText('Stories 121 to 150 of 150')).toBeVisible();
    await expect.element(page.getByRole('columnheader', { name: /S149/ })).toBeInTheDocument();
  });

  it.each([
    [1024, 700],
    [720, 450],
  ])('keeps names in sight and everything reachable at %d × %d', async (width, height) => {
    await page.viewport(width, height);
    await someCoverage(Array.from({ length: 20 }, (_, at) => ({ title: `Story ${String(at)}` })));
    await expect.element(grid()).toBeVisible();
    grid().element().querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    const name = page.getByRole('rowheader', { name: /^Success and Scale/ }).element();
    await expect.poll(() => name.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.getByRole('tab', { name: 'Gaps, balance, loop' }).click();
    await expect.element(page.getByRole('heading', { name: 'Balance' })).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });
});
