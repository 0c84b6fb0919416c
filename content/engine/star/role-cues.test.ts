import { expect, it } from 'vitest';
import { scoreAnswer } from './score-answer.ts';

const before = 'The bell of the museum rang at night.';
const after = [
  'I read the plan of the wires.',
  'I asked the porter when it rang.',
  'I cut the loose wire off.',
  'The bell has been quiet for six weeks.',
];
const roleOf = (sentences: readonly string[], at: number) =>
  scoreAnswer({ question: '', principle: '', answer: sentences }).sentences.at(at)?.role;

it.each([
  'I had just been handed the care of all the bells.',
  'Ruth, who runs the house, let me try for a week.',
])('What was put into my hands or allowed to me is the task: %s', (said) => {
  expect(roleOf([before, said, ...after], 1)).toBe('task');
});

it.each([
  'I came away certain that you look at plans first, when there is a choice.',
  'Look small, then widen: that has held for me four times since.',
  'Begin with the porter: that has served us twice since.',
])('What one holds since is what was made of it: %s', (said) => {
  expect(roleOf([before, ...after, said], -1)).toBe('reflection');
});

it.each(['I can send you the plan if you like.', 'I could sketch the wires if that helps.'])(
  'What is offered to the listener is no part of the story: %s',
  (said) => {
    expect(roleOf([before, ...after, said], -1)).toBe('other');
  },
);
