import { expect, it } from 'vitest';
import type { RatedDraft } from '../../content/engine/score/update/rate-draft.ts';
import { DraftReading } from './draft-reading.svelte.ts';

const long = 'No data was lost. '.repeat(200);

it('reads a short text at once, and a long one in its worker as the same rules do', async () => {
  const reading = new DraftReading();
  reading.read({ text: 'Your data is safe.', audience: 'executive' });
  expect(reading.rated).toMatchObject({ words: 4, bareClaims: ['Your data is safe'] });
  reading.read({ text: long, audience: 'executive' });
  expect(reading.rated?.words).toBe(4);
  await expect.poll(() => reading.rated?.words).toBe(800);
});

it('lets only the newest text wait, and says nothing of one that was left', async () => {
  const asked: string[] = [];
  let answer: (rated: RatedDraft | null) => void = () => undefined;
  const reading = new DraftReading(({ text }) => {
    asked.push(text.slice(0, 1));
    return new Promise((resolve, reject) => {
      answer = (rated) => (rated ? resolve(rated) : reject(new Error('The worker stopped.')));
    });
  });
  const say = (words: number): RatedDraft => ({
    ...{ words, bareClaims: [], structure: {} as RatedDraft['structure'] },
  });
  for (const sign of ['1', '2', '3']) reading.read({ text: sign + long, audience: 'executive' });
  expect(asked).toEqual(['1']);
  answer(say(1));
  await expect.poll(() => asked).toEqual(['1', '3']);
  expect(reading.rated?.words).toBe(1);
  reading.read({ text: 'Short.', audience: 'executive' });
  answer(say(3));
  await new Promise((resolve) => setTimeout(resolve));
  expect(reading.rated?.words).toBe(1);
  reading.read({ text: `4${long}`, audience: 'executive' });
  answer(null);
  await expect.poll(() => reading.failed).toBe(true);
});

it('does not hold up the window over the longest text that the field takes', async () => {
  let tasks: number[] = [];
  new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
  let least = Infinity;
  // On a busy machine anything may take long once.
  for (let tried = 0; tried < 4 && least > 50; tried += 1) {
    const reading = new DraftReading();
    tasks = [];
    await new Promise((resolve) => setTimeout(resolve));
    const text = 'Hall B works again, and no data was lost. '.repeat(2_380);
    reading.read({ text, audience: 'executive' });
    await expect.poll(() => reading.rated?.words, { timeout: 30_000 }).toBeGreaterThan(20_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    least = Math.min(least, Math.max(0, ...tasks));
  }
  expect(least).toBeLessThanOrEqual(50);
});
