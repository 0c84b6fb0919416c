import { page, userEvent, type Locator } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { readLoopPlan } from '../../../../content/engine/story/plan-loop-record.ts';
import '../../../styles/tokens.css';
import '../../../styles/base.css';
import type { SettingsValues } from '../../../state/settings.svelte.ts';
import type { StoryChanges } from '../../../state/stories.svelte.ts';
import { findBarriers, someParts } from '../../testing/some-parts.ts';
import LoopView from './LoopView.svelte';

async function someLoop(
  list: readonly StoryChanges[],
  settings: Partial<SettingsValues> = {},
  stored?: unknown,
) {
  const parts = someParts({ hash: '#/stories/loop', settings });
  const stories = await parts.openStories();
  const ids = list.map((one) => stories.create(one).id);
  if (stored !== undefined) {
    await parts.store.commit({ puts: [{ table: 'plans', id: 'loop', body: stored }] });
  }
  await render(LoopView, { parts, stories, story: null });
  await expect.element(page.getByRole('button', { name: /Suggest stories/ })).toBeVisible();
  const kept = async () => {
    await parts.saves.settle();
    return readLoopPlan(await parts.store.get('plans', 'loop'));
  };
  return { parts, stories, ids, kept };
}
const two: readonly StoryChanges[] = [
  { title: 'Deploy key', kind: 'growth', principles: ['customer-obsession', 'ownership'] },
  { title: 'A wrong P4', kind: 'failure', principles: ['ownership'] },
];
const interviewer = (at: number) => page.getByRole('region', { name: `Interviewer ${String(at)}` });

const textOf = (found: Locator): string => found.element().textContent.replace(/\s+/g, ' ').trim();

beforeEach(async () => {
  await page.viewport(1240, 860);
});

describe('the loop planner', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await someLoop(two, { interviewDate: '2026-12-10' });
    await page.getByRole('button', { name: /Suggest stories/ }).click();
    await interviewer(1)
      .getByText(/^Why this/)
      .first()
      .click();
    expect(await findBarriers()).toEqual([]);
  });

  it('suggests by one key, says why, and what was left open', async () => {
    const { parts, ids, kept } = await someLoop(two);
    expect(await kept()).toBeNull();
    expect(parts.actions.runById('loop-suggest')).toBe(true);
    await expect.element(page.getByText(/^2 suggested, 8 left open/)).toBeVisible();
    expect((await kept())?.interviewers[0]?.questions).toMatchObject([
      { principle: 'customer-obsession', story: ids[0], by: 'suggestion' },
      { principle: 'ownership', story: ids[1], by: 'suggestion' },
    ]);
    await interviewer(1)
      .getByText(/^Why this/)
      .first()
      .click();
    await expect
      .element(
        interviewer(1)
          .getByText(/^Suggested\. Of all ways/)
          .first(),
      )
      .toBeVisible();
    await expect
      .poll(() => textOf(interviewer(2)))
      .toMatch(/No story of yours is tied to Invent and Simplify/);
  });

  it('says why where several free stories have the same title', async () => {
    const same: StoryChanges = { title: 'Deploy key', kind: 'growth', principles: ['ownership'] };
    const { parts } = await someLoop([same, same, same]);
    parts.actions.runById('loop-suggest');
    await interviewer(1)
      .getByText(/^Why this/)
      .first()
      .click();
    await expect.poll(() => textOf(interviewer(1))).toMatch(/(?:“Deploy key”: [^;]+; free\..*){2}/);
  });

  it('keeps the keyboard when the last undo takes its own button away', async () => {
    await someLoop(two);
    await page.getByRole('button', { name: /^Suggest stories/ }).click();
    const undo = page.getByRole('button', { name: /^Undo:/ });
    await undo.click();
    await expect.element(undo).not.toBeInTheDocument();
    await expect
      .poll(() => document.activeElement)
      .toBe(page.getByRole('region', { name: 'Loop', exact: true }).element());
  });

  it('proposes a question with its angle, another one, and leads to practice with both', async () => {
    const { parts, ids, kept } = await someLoop(two);
    await interviewer(1).getByLabelText('First principle').selectOptions('Ownership');
    await interviewer(1).getByLabelText('Second principle').selectOptions('Frugality');
    await interviewer(1)
      .getByLabelText('1. Ownership')
      .selectOptions(ids[1] ?? '');
    const shown = () => textOf(interviewer(1));
    const [best, failure] = ['mend something that nobody owned', 'left half done'];
    await expect.poll(shown).toMatch(/Angle: (?:best example|failure), not practised yet/);
    const first = shown().includes(best) ? best : failure;
    await interviewer(1)
      .getByRole('button', { name: 'Another one for question 1, Ownership' })
      .click();
    const other = first === best ? failure : best;
    await expect.poll(shown).toContain(other);
    expect(shown()).not.toContain(first);
    await page.getByRole('button', { name: 'Undo: choice of a question' }).click();
    await expect.poll(shown).toContain(first);
    await interviewer(1).getByRole('button', { name: 'Practise question 1, Ownership' }).click();
    const question = first === best ? 'ownership-best' : 'ownership-failure';
    expect(parts.navigation.place).toEqual({
      kind: 'stories',
      view: 'practice',
      story: ids[1],
      principle: 'ownership',
      question,
    });
    expect((await kept())?.interviewers[0]?.questions[0]?.ask).toBe(question);
  });

  it('says where no other question is left', async () => {
    const { kept } = await someLoop(two);
    await interviewer(1).getByLabelText('First principle').selectOptions('Ownership');
    await interviewer(2).getByLabelText('First principle').selectOptions('Ownership');
    const another = interviewer(1).getByRole('button', {
      name: /^Another one for question 1, Ownership/,
    });
    await expect.element(another).toHaveAttribute('aria-disabled', 'true');
    expect(another.element().textContent).toMatch(/no other question of this principle/);
    // Of the two there are, each interviewer has one.
    expect((await kept())?.interviewers[0]?.questions[0]?.ask).toBeUndefined();
  });

  it('keeps what the person chose, offers the least bad second telling, and takes it back', async () => {
    const { ids, kept } = await someLoop(two);
    await interviewer(2).getByLabelText('First principle').selectOptions('Ownership');
    await interviewer(1)
      .getByLabelText('1. Customer Obsession')
      .selectOptions(ids[0] ?? '');
    await page.getByRole('button', { name: /Suggest stories/ }).click();
    const questions = async (at: number) =>
      (await kept())?.interviewers[at]?.questions.map(({ story, by }) => [story, by]);
    expect(await questions(0)).toEqual([
      [ids[0], 'person'],
      [ids[1], 'suggestion'],
    ]);
    await interviewer(2)
      .getByRole('button', { name: /^Tell “Deploy key” here as well/ })
      .click();
    expect((await questions(1))?.[0]).toEqual([ids[0], 'person']);
    await expect
      .poll(() => textOf(page.getByRole('region', { name: 'Told twice' })))
      .toMatch(/Deploy key: 2 times, Interviewer 1 and Interviewer 2/);
    await page.getByRole('button', { name: 'Undo: choice of a story' }).click();
    await expect
      .poll(() => textOf(page.getByRole('region', { name: 'Told twice' })))
      .toMatch(/No story is told twice/);
  });

  it('names interviewers, sets competency and count, and deals other principles', async () => {
    const { kept } = await someLoop(two);
    await page.getByLabelText('Interviewer 1, invented name').fill('Dana');
    const dana = page.getByRole('region', { name: 'Dana' });
    await dana.getByLabelText('Competency').selectOptions('None set');
    await dana.getByRole('group', { name: 'Questions' }).getByText('3').click();
    const first = (await kept())?.interviewers[0];
    expect(first).toMatchObject({ name: 'Dana', competency: null });
    expect(first?.questions).toHaveLength(3);
    await page.getByRole('button', { name: 'Deal others' }).click();
    expect((await kept())?.interviewers[0]).toMatchObject({
      name: 'Dana',
      principles: ['earn-trust', 'dive-deep'],
    });
  });

  it('becomes a document with titles and without texts', async () => {
    const { parts } = await someLoop([
      {
        ...two[0],
        texts: {
          short: { text: '', own_roles: [] },
          middle: { text: 'Secret words of the story.', own_roles: [] },
          long: { text: '', own_roles: [] },
        },
      },
    ]);
    await page.getByRole('button', { name: /Suggest stories/ }).click();
    await page.getByRole('button', { name: 'Save as Markdown' }).click();
    await expect.poll(() => parts.saved.get('interview-loop.md')).toMatch(/Deploy key/);
    expect(parts.saved.get('interview-loop.md')).toMatch(/## Interviewer 5/);
    expect(parts.saved.get('interview-loop.md')).toMatch(/\((?:best example|failure)\)/);
    expect(parts.saved.get('interview-loop.md')).not.toMatch(/Secret words/);
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    await expect.poll(() => parts.saved.get('interview-loop.pdf')).toMatch(/Interview loop/);
  });

  it('shows what should not be told outside before it writes a file', async () => {
    const { parts } = await someLoop([{ ...two[0], title: 'Keys at host db01.corp.example' }]);
    await page.getByRole('button', { name: /Suggest stories/ }).click();
    await page.getByRole('button', { name: 'Save as Markdown' }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText(/“host db01\.corp\.example”/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Do not save' }).click();
    expect(parts.saved.size).toBe(0);
    await page.getByRole('button', { name: 'Save as Markdown' }).click();
    await dialog.getByRole('button', { name: 'Save it as it is' }).click();
    await expect.poll(() => parts.saved.get('interview-loop.md')).toMatch(/db01/);
  });

  it('can be filled by keys alone', async () => {
    const { kept, ids } = await someLoop(two);
    interviewer(1).getByLabelText('1. Customer Obsession').element().focus();
    await userEvent.keyboard('D');
    await expect
      .poll(async () => (await kept())?.interviewers[0]?.questions[0]?.story)
      .toBe(ids[0]);
  });

  it('leaves a plan of a newer version alone, and says so', async () => {
    const { parts } = await someLoop(two, {}, { format: 2 });
    await expect.element(page.getByText(/newer version/)).toBeVisible();
    await parts.saves.settle();
    expect(await parts.store.get('plans', 'loop')).toEqual({ format: 2 });
  });

  it.each([
    [1024, 700],
    [720, 450],
  ])('fits a window of %d × %d', async (width, height) => {
    await page.viewport(width, height);
    await someLoop([{ ...two[0], title: 'A very long title '.repeat(12) }]);
    await page.getByRole('button', { name: /Suggest stories/ }).click();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(await findBarriers()).toEqual([]);
  });
});
