import { expect, it } from 'vitest';
import { findPrincipleNamed, principles } from '../story/principles.ts';
import { anchors } from './anchors.ts';
import { liftByOne, nearlyWhole } from './lift-by-one.ts';
import { ownRolesRule, scoreAnswer } from './score-answer.ts';
import { splitAnswer } from './split-answer.ts';
import { starDimensions } from './star-rule.ts';
import { starRules } from './star-rules.ts';
import { topicOfPrinciple, topics } from './topics.ts';

const question = 'Tell me about a time you took a risk.';
const answer =
  'In May 2023 our bank moved its mail. I had to keep it safe. I could have waited, but the licence ran out, ' +
  'so I moved forty people first because that could be undone. Ines from legal objected, and I agreed on a ' +
  'date with her. Lost mails went from 30 a week to none in a month, by the log. Since then I move a few first.';
const ask = (text: string) => scoreAnswer({ question, principle: 'bias-for-action', answer: text });

it('Each part is 1 and the effects of its points, and the total is the mean of the parts', () => {
  for (const text of [answer, '', 'I would move them. We did it all.', answer.repeat(3)]) {
    const { dimensions, points, total } = ask(text);
    for (const dimension of starDimensions) {
      const effects = points.filter((point) => point.dimension === dimension);
      const sum = effects.reduce((all, { effect }) => all + effect, 1);
      expect(dimensions[dimension]).toBeCloseTo(sum, 6);
      expect(dimensions[dimension]).toBeGreaterThanOrEqual(1);
      expect(dimensions[dimension]).toBeLessThanOrEqual(5);
    }
    const all = Object.values(dimensions).reduce((sum, value) => sum + value, 0);
    expect(total).toBeCloseTo(all / 6, 9);
  }
});

it('Spans lie in the text, and sentences cover what is not blank', () => {
  const { points, sentences } = ask(answer);
  for (const { spans } of points) {
    for (const [start, end] of spans) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(answer.length);
    }
  }
  expect(sentences.map(({ text }) => text).join(' ')).toBe(answer);
  for (const { text, start, end } of sentences) expect(answer.slice(start, end)).toBe(text);
});

it('What would lift a part by one is what its rules left open', () => {
  const score = ask('I moved forty people on Monday. It went well.');
  const lifts = liftByOne(score);
  const result = lifts.find(({ dimension }) => dimension === 'result');
  expect(result?.steps.map(({ rule }) => rule)).toContain('outcome');
  for (const { from, steps } of lifts) {
    expect(from).toBeLessThanOrEqual(nearlyWhole);
    const gain = steps.reduce((sum, step) => sum + step.gain, 0);
    expect(gain).toBeGreaterThanOrEqual(Math.min(1, 5 - from) - 0.02);
  }
});

it('Nothing is advised where nothing big is left, and no advice names words that need not stand there', () => {
  const whole = liftByOne({
    dimensions: { ...ask(answer).dimensions, judgement: 4.9, reflection: 4.6, result: 4.4 },
    points: [],
  }).map(({ dimension }) => dimension);
  expect(whole).not.toContain('judgement');
  expect(whole).not.toContain('reflection');
  expect(whole).toContain('result');
  for (const { lift } of starRules) expect(lift).not.toContain('in place of');
});

it('Every part of an answer to another question says that it would rise by another story', () => {
  const other =
    'Our cloud bill had doubled. I sorted it by price and found idle machines that nobody paid for knowingly. I had ' +
    'them switched off at night. The cost fell from 31,000 to 17,000 euros a month, and we bought no new ones.';
  const asked = { question: 'Whom did you coach?', principle: 'hire-and-develop-the-best' };
  const score = scoreAnswer({ ...asked, answer: other });
  const wider = liftByOne(score).flatMap(({ steps }) => steps.map(({ rule }) => rule));
  expect(wider).toContain('beside-the-question');
  const fits = scoreAnswer({
    ...asked,
    question: 'Where did you cut costs?',
    principle: 'frugality',
    answer: other,
  });
  expect(fits.total - score.total).toBeGreaterThan(0.5);
});

it('Every part has its anchors, and every principle is found by name and by slug', () => {
  expect(Object.keys(anchors)).toEqual([...starDimensions]);
  expect(principles).toHaveLength(16);
  for (const { name, slug } of principles) {
    expect(findPrincipleNamed(name)?.slug).toBe(slug);
    expect(findPrincipleNamed(slug.toUpperCase())?.slug).toBe(slug);
    expect(topics.map(({ id }) => id)).toContain(topicOfPrinciple[slug]);
  }
  expect(findPrincipleNamed("Strive to be Earth's Best Employer")).not.toBeNull();
  expect(findPrincipleNamed('Have Backbone; Disagree and Commit')).not.toBeNull();
  expect(findPrincipleNamed('')).toBeNull();
});

it('A long paste takes time by its length alone', () => {
  const pieces = [
    'a.',
    'I wrote it, and ',
    'from 3 to 2 ',
    '((((',
    '\n- x',
    '！',
    'I I I ',
    '1 2 ',
    '\u0000',
    "n't ",
    ' - ',
  ];
  for (const piece of pieces) {
    // Processor time: how busy the machine is says nothing of the length.
    const begun = process.cpuUsage();
    ask(piece.repeat(Math.ceil(100_000 / piece.length)));
    expect(process.cpuUsage(begun).user).toBeLessThan(10_000_000);
  }
});

it('A blank line ends a sentence, a line that was broken at a width does not', () => {
  const first = 'In the spring of that year we moved all of the mail of the bank';
  const cut = (text: string) => splitAnswer(text).spans.map(([from, to]) => text.slice(from, to));
  expect(cut(`${first}\nto another house`)).toEqual([`${first}\nto another house`]);
  expect(cut(`${first}\r\nto another house`)).toEqual([`${first}\r\nto another house`]);
  expect(cut(`${first}\n\nto another house`)).toEqual([first, 'to another house']);
  expect(cut(`${first}\r\n\r\nto another house`)).toEqual([first, 'to another house']);
});

it('Roles that the person set take part, and every point that comes of them says so', () => {
  const request = { question, principle: 'bias-for-action', answer };
  const plain = scoreAnswer(request);
  const roles = plain.sentences.map(({ role }) => role);
  const at = roles.indexOf('result');
  expect(at).toBeGreaterThanOrEqual(0);

  expect(scoreAnswer(request, [])).toEqual(plain);
  expect(scoreAnswer(request, roles)).toEqual(plain);

  const given = roles.map((_, index) => (index === at ? ('situation' as const) : null));
  const score = scoreAnswer(request, given);
  expect(score.sentences.map(({ role }) => role)).toEqual(roles.toSpliced(at, 1, 'situation'));
  expect(score.dimensions.result).toBeLessThan(plain.dimensions.result);
  for (const dimension of starDimensions) {
    const own = score.points.filter((point) => point.dimension === dimension);
    const sum = own.reduce((all, { effect }) => all + effect, 1);
    expect(score.dimensions[dimension]).toBeCloseTo(sum, 6);
    const note = own.find(({ rule }) => rule === ownRolesRule);
    if (score.dimensions[dimension] === plain.dimensions[dimension]) {
      expect(note).toBeUndefined();
      continue;
    }
    expect(note?.why).toContain(plain.dimensions[dimension].toFixed(1));
    const { start = -1, end = -1 } = plain.sentences[at] ?? {};
    expect(note?.spans).toEqual([[start, end]]);
  }
  for (const { rule, dimension, effect, why } of score.points) {
    const before = plain.points.find((one) => one.rule === rule && one.dimension === dimension);
    if (rule === ownRolesRule || effect === before?.effect) continue;
    expect(why).toMatch(/ Role set by you\.$/);
  }
});

it('A sentence that the person calls a lesson counts as one', () => {
  const text = 'I moved forty people on Monday. The list was kept by hand and nobody looked at it.';
  const request = { question, principle: '', answer: text };
  const score = scoreAnswer(request, [null, 'reflection']);
  expect(score.sentences[1]?.role).toBe('reflection');
  expect(scoreAnswer(request).sentences[1]?.role).not.toBe('reflection');
});
