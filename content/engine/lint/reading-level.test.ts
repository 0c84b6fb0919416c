import { expect, it } from 'vitest';
import { countWords, findReadingLevel } from './reading-level.ts';

it('counts words, without code, tables and the targets of links', () => {
  expect(countWords('Read [the runbook](https://a.example/x) first.')).toBe(4);
  expect(countWords('Run `aws sts get-caller-identity` now.')).toBe(3);
  expect(countWords('```\nnothing here\n```\nOne word.')).toBe(2);
  expect(countWords('| a | b |\n| --- | --- |\nthe rest')).toBe(2);
});

it('finds short words in short sentences easy, and long ones in long sentences hard', () => {
  const easy = findReadingLevel('The key is on. Turn it off. Tell the boss.');
  const hard = findReadingLevel(
    'Responsible organisational representatives independently substantiate individual determinations regarding appropriate countermeasures.',
  );
  expect(easy).toBeLessThan(2);
  expect(hard).toBeGreaterThan(20);
  expect(findReadingLevel('')).toBe(0);
});

it('takes the members of a list for sentences', () => {
  const list = '- The key is on\n- The trail is full\n- The team is out\n';
  expect(findReadingLevel(list)).toBeLessThan(3);
});
