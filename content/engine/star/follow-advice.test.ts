import { describe, expect, it } from 'vitest';
import { scoreAnswer } from './score-answer.ts';
import { followedAdvice as followed, type AdvicePlace } from '../testing/followed-advice.ts';
import { starDimensions, type StarDimension } from './star-rule.ts';

/** A plain story that lacks something in every part. */
const story = [
  'I was an administrator at a logistics company.',
  'Our list of machines missed some of the mail servers, and a few broke in the night.',
  'My task was to find every machine before the move.',
  'I compared the list with the logs and wrote each machine down.',
  'I asked the owners for a date.',
  'In the end we moved all 40 machines.',
  'I learned that a list that nobody owns is never complete.',
];
const score = (told: readonly string[], question = '') =>
  scoreAnswer({ question, principle: 'Ownership', answer: told.join(' ') });
const before = score(story);
const places: Readonly<Record<AdvicePlace, number>> = {
  scene: 1,
  deed: 4,
  choice: 5,
  result: 6,
  end: 7,
};

const follow = (part: StarDimension, place: AdvicePlace, said: string) => {
  const after = score(story.toSpliced(places[place], 0, said));
  return { gain: after.dimensions[part] - before.dimensions[part], after };
};

describe.each(followed)('The advice of %s', (rule, part, place, all) => {
  it.each(all)('lifts its part when it is followed: %s', (said) => {
    const { gain, after } = follow(part, place, said);
    expect(after.points.map((point) => point.rule)).toContain(rule);
    expect(gain).toBeGreaterThan(0.05);
    for (const other of starDimensions) {
      expect(after.dimensions[other], other).toBeGreaterThan(before.dimensions[other] - 0.1);
    }
  });
});

describe('Where a lesson was used', () => {
  it.each(followed.find(([rule]) => rule === 'used-since')?.[3] ?? [])(
    'counts about as much in plain words as in the formula: %s',
    (said) => {
      expect(follow('reflection', 'end', said).gain).toBeGreaterThan(0.6);
    },
  );
  it.each([
    'When we moved the mail servers in May, I asked for the list first.',
    'In the next meeting I asked which machines are not on the list.',
    'Two weeks later I asked for the logs.',
  ])('is not seen in the middle of what was done: %s', (said) => {
    const told = score(story.slice(0, 6).toSpliced(4, 0, said));
    expect(told.points.map(({ rule }) => rule)).not.toContain('used-since');
  });
});

describe('A source in a sentence of its own', () => {
  it.each([
    'Nobody counted it.',
    'We read the report of the auditors.',
    'The number was never checked.',
  ])('is none where it does not say where the figure is from: %s', (said) => {
    const { after } = follow('result', 'result', said);
    expect(after.points.map(({ rule }) => rule)).not.toContain('source');
  });
});

describe('A short sentence of figures without a verb', () => {
  it.each([
    'Two outages, 11 minutes in total.',
    '40 machines in two nights, one complaint.',
    'Three weeks, 40 machines, no lost mail.',
    'Zero lost mails, 3 late ones.',
  ])('is prose, and the story is not better without it: %s', (said) => {
    const { after } = follow('result', 'result', said);
    expect(after.points.map(({ rule }) => rule)).not.toContain('no-prose');
    expect(after.total).toBeGreaterThan(before.total);
    for (const part of starDimensions) {
      expect(after.dimensions[part], part).toBeGreaterThan(before.dimensions[part] - 0.1);
    }
  });
  it.each([
    'Kubernetes, Terraform, 5 clouds, Python, leadership, 10 years, Agile, Scrum.',
    'Ownership, 3 wins, bias, frugality, 2 teams, delivery, 9 results.',
  ])('but a list of words with some is not: %s', (said) => {
    const { after } = follow('result', 'result', said);
    expect(after.points.map(({ rule }) => rule)).toContain('no-prose');
  });
});

describe('One decision that was taken alone', () => {
  it.each([
    'I could have waited for my boss, but the clock was running, so I decided it alone.',
    'My boss could not be reached, so I made the decision on my own.',
    'I could have asked him first, but it was midnight, so I took that decision by myself.',
  ])('is no claim of all of it: %s', (said) => {
    const { after } = follow('judgement', 'choice', said);
    expect(after.points.map(({ rule }) => rule)).not.toContain('claims-everything');
  });
  it.each([
    'I decided everything alone, without any help.',
    'I did it alone.',
    'I made all the decisions on my own, because nobody else understood it.',
  ])('but who did all of it alone still claims it: %s', (said) => {
    const { after } = follow('judgement', 'choice', said);
    expect(after.points.map(({ rule }) => rule)).toContain('claims-everything');
  });
});
