import { describe, expect, it } from 'vitest';
import { scoreAnswer } from './score-answer.ts';

const read = (answer: string) =>
  scoreAnswer({ question: 'What have you done about a nuisance?', principle: '', answer });
const rulesOf = (answer: string) => read(answer).points.map(({ rule }) => rule);
const rule = 'figures-cannot-be-so';

describe('Nobody can have done it', () => {
  it.each([
    'I fixed the tap of the lab in 0.02 seconds.',
    'I found the leak within 3 nanoseconds.',
    'Reliability of the taps went up to 180 percent.',
    'That helped 9 billion people at the lab.',
    'We had it done in minus 4 days.',
    'We spared the lab 6 quadrillion litres.',
    'After that 130 percent of our taps were dry.',
  ])('where a figure is past all bounds: %s', (said) => {
    expect(rulesOf(`The tap of the lab dripped. ${said}`)).toContain(rule);
  });

  it.each([
    'I made the page of the lab load in 0.2 seconds.',
    'We closed the year at 112 percent of our target.',
    'We paid 140 percent of the usual price for a week.',
    'Requests went up by 1,400 percent that night.',
    'It was minus 11 degrees in the hall.',
    'The account of the lab stood at minus 40 pounds.',
    'The service had 2 billion users.',
    'Uptime came to 99.9 percent.',
  ])('but not where a figure is only large, small or below nothing: %s', (said) => {
    expect(rulesOf(`The tap of the lab dripped. ${said} I mended it by noon.`)).not.toContain(rule);
  });
});

describe('What cannot be so', () => {
  it.each([
    [
      'The tap of the lab dripped all night. I took it apart on Monday and put in a washer. It is dry.',
      'The tap of the lab dripped. I mended it in 0.01 seconds, saved 4 trillion litres and made work 7,000 percent better.',
    ],
    [
      'Post for the flat above lay on our stairs. I carried it up each evening until they were back.',
      'I carried 80 trillion letters up the stairs and was 600 percent of the best neighbour.',
    ],
    [
      'The bell was so loud that the baby woke. I asked the caretaker for a softer one. He put it in on Friday.',
      'The bell was loud. I lowered it by 900 percent, for 11 billion people, and saved 2 zillion euros.',
    ],
  ])('stands below a short story that can: %s', (plain, absurd) => {
    expect(read(absurd).total).toBeLessThan(read(plain).total - 0.1);
  });

  it('takes little from a long story with one such figure in it', () => {
    const story = (end: string) =>
      `In May the tap of the lab dripped. I asked Ana when it had begun. I took it apart on Monday. The washer was worn, so I put in a new one. I showed Ana how it is done. ${end} I learned to look at the small parts first.`;
    const sober = read(story('We lost 3 litres a week after that, against 90 before.')).total;
    const absurd = read(story('We lost minus 90 litres a week after that.')).total;
    expect(absurd).toBeLessThan(sober);
    expect(absurd).toBeGreaterThan(sober - 0.8);
  });
});
