import { page } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { aTelling } from '../../../../content/engine/testing/a-covered-story.ts';
import { aPractice } from '../../../../content/engine/testing/a-practice.ts';
import '../../../styles/tokens.css';
import '../../../styles/base.css';
import { findBarriers, someParts } from '../../testing/some-parts.ts';
import ReadinessView from './ReadinessView.svelte';

const scores = (score: number) => ({ total: score, dimensions: aTelling(score).dimensions });

async function someEvidence(practices: readonly ReturnType<typeof aPractice>[]) {
  const parts = someParts({
    hash: '#/stories/readiness',
    settings: { interviewDate: '2026-12-10' },
  });
  const stories = await parts.openStories();
  stories.create({ title: 'Deploy key', principles: ['ownership'] });
  await parts.store.commit({
    puts: practices.map((body) => ({ table: 'practices' as const, id: body.id, body })),
  });
  await render(ReadinessView, { parts, stories, story: null });
  await expect.element(page.getByRole('table', { name: 'Principles' })).toBeVisible();
  return { parts };
}
const practised = [
  aPractice(),
  aPractice({
    id: 'p2',
    question: { ...aPractice().question, text: 'Another question?' },
    result: {
      scorer: 1,
      at: '2026-10-03T10:00:00.000Z',
      answer: scores(1),
      account: scores(1.5),
    },
  }),
  aPractice({
    id: 'p3',
    question: { ...aPractice().question, principle: null, competency: 'logs-and-detection' },
  }),
];

beforeEach(async () => {
  await page.viewport(1240, 860);
});

describe('the page of evidence', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await someEvidence(practised);
    expect(await findBarriers()).toEqual([]);
  });

  it('states what was practised, when, how it scored, and what is untried', async () => {
    await someEvidence(practised);
    const cells = (name: string) =>
      page
        .getByRole('row')
        .elements()
        .find((row) => row.textContent.trim().startsWith(name))
        ?.textContent.replace(/\s+/g, ' ');
    await expect
      .poll(() => cells('Ownership'))
      .toMatch(/1 ?2 answers, 2 questions ?3 Nov ?3\.0 specificity; first time 1\.5 specificity/);
    expect(cells('Logs and detection')).toMatch(/1 answer, 1 question/);
    await expect.element(page.getByText(/^Untried: Customer Obsession · Invent/)).toBeVisible();
    await expect.element(page.getByText(/no score is a prediction/)).toBeVisible();
    const words = document.body.textContent.toLowerCase();
    for (const promise of ['you will', 'likely', 'chance', 'on track', '% ready']) {
      expect(words).not.toContain(promise);
    }
  });

  it('says what goes here while nothing was practised, and leads there', async () => {
    const { parts } = await someEvidence([]);
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: 'Practise a question' }).click();
    expect(parts.navigation.place).toMatchObject({ view: 'practice' });
  });

  it('can be printed and kept', async () => {
    const { parts } = await someEvidence(practised);
    await page.getByRole('button', { name: 'Save as Markdown' }).click();
    await expect
      .poll(() => parts.saved.get('evidence-of-practice.md'))
      .toMatch(/Ownership \| 1 \| 2 answers, 2 questions/);
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    await expect
      .poll(() => parts.saved.get('evidence-of-practice.pdf'))
      .toMatch(/Evidence of practice/);
  });

  it.each([
    [1024, 700],
    [720, 450],
  ])('fits a window of %d × %d', async (width, height) => {
    await page.viewport(width, height);
    await someEvidence(practised);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(await findBarriers()).toEqual([]);
  });
});
