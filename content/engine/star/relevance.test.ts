import { describe, expect, it } from 'vitest';
import { scoreAnswer } from './score-answer.ts';

const thrift =
  'Our lab paid for six microscopes, and two stood idle. I counted who used them in May. I lent the two to the school and we paid 900 euros less for the service. The price of a new one was saved as well. I count before I buy now.';
const growth =
  'Our apprentice Ruth was too shy to ask. I sat with her each morning and let her explain the list to me. She passed her exam in May and teaches the next apprentice by herself. I let people talk first now.';
const conflict =
  'Our board wanted to drop the night watch. I objected, and showed the director the log of May. They voted against me and I accepted it. I helped to plan the change. In autumn they argued about it again and took my proposal.';
const scale =
  'Our town had one library bus. I drew a plan for every village of the region and began with three. The county took it over and forty villages have one. I start with a sketch of the whole now.';

describe('What a question alone asks for', () => {
  it.each([
    // By its phrases.
    ['What have you brought about with next to nothing in the purse?', thrift, conflict],
    ['Which newcomer have you brought up to speed?', growth, thrift],
    ['When were you outvoted, and did you keep quiet?', conflict, growth],
    ['Which of your plans were bolder than a small step?', scale, growth],
    // By words of its own, where no phrase is known.
    ['Was there ever an invoice or a bill that annoyed you?', thrift, scale],
  ])('is found without a principle: %s', (question, own, other) => {
    const score = (answer: string) => scoreAnswer({ question, principle: '', answer });
    expect(score(own).points.map(({ rule }) => rule)).toContain('what-was-asked');
    expect(score(own).dimensions.relevance).toBeGreaterThan(score(other).dimensions.relevance);
    expect(score(own).total).toBeGreaterThan(score(other).total);
  });

  it.each([
    'Which decision about a large sum are you glad of?',
    'What did you decide to do without?',
    'Of which launch or change did you ask what it was worth?',
  ])('counts less beside a principle that is named: %s', (question) => {
    const whatWasAsked = (answer: string) =>
      scoreAnswer({ question, principle: 'Frugality', answer }).points.find(
        ({ rule }) => rule === 'what-was-asked',
      )?.effect ?? 0;
    expect(whatWasAsked(thrift)).toBeGreaterThan(1.7);
    expect(whatWasAsked(scale)).toBeLessThan(1.2);
    expect(whatWasAsked(conflict)).toBeLessThan(1.2);
  });
});
