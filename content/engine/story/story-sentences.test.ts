import { expect, it } from 'vitest';
import { scoreAnswer } from '../star/score-answer.ts';
import { someStoryText } from '../testing/a-story.ts';
import { readToldText } from './read-told-text.ts';
import { listGivenRoles, readSentences, setSentenceRole, writeText } from './story-sentences.ts';
import type { StoryText } from './story.ts';

const told = (text: string): StoryText => ({ text, own_roles: [] });
const rolesOf = (story: StoryText) => readSentences(story).map(({ role }) => role);

it('Reads the sentences and roles that the scorer reads', () => {
  const { sentences } = scoreAnswer({ question: 'Why?', principle: '', answer: someStoryText });
  const read = readSentences(told(someStoryText));
  expect(read.map(({ text, start, end, role }) => ({ text, start, end, role }))).toEqual(sentences);
  expect(new Set(rolesOf(told(someStoryText))).size).toBe(5);
});

it('A role that the person gives stands, and is given back to the rules', () => {
  const story = told(someStoryText);
  const before = rolesOf(story);
  const given = setSentenceRole(story, 1, 'situation');
  expect(readSentences(given)[1]).toMatchObject({ role: 'situation', own: true });
  expect(rolesOf(given).toSpliced(1, 1)).toEqual(before.toSpliced(1, 1));
  const back = setSentenceRole(given, 1, null);
  expect(back.own_roles).toEqual([]);
  expect(rolesOf(back)).toEqual(before);
});

it('The same words said twice can have two roles', () => {
  const story = told('It was late. I asked the owner. It was late.');
  const given = setSentenceRole(setSentenceRole(story, 0, 'situation'), 2, 'result');
  expect(rolesOf(given)).toEqual(['situation', expect.anything(), 'result']);
});

it('A given role stays with its sentence when words change, in it or around it', () => {
  const given = setSentenceRole(told('We met. It was late. I asked.'), 1, 'reflection');
  const edited = writeText(given, 'We met. It was very late. I asked.');
  expect(readSentences(edited)[1]).toMatchObject({ role: 'reflection', own: true });
  const moved = writeText(given, 'Hello. We met. It was late. I asked.');
  expect(readSentences(moved).map(({ own }) => own)).toEqual([false, false, true, false]);
  const gone = writeText(given, 'We met. I asked.');
  expect(gone.own_roles).toEqual([]);
});

it('Roles that the person gave count in the score of a story, also for the same words said twice', () => {
  const story = told(someStoryText);
  expect(listGivenRoles(story)).toEqual([]);
  const at = rolesOf(story).indexOf('result');
  const given = setSentenceRole(story, at, 'situation');
  expect(listGivenRoles(given)[at]).toBe('situation');
  expect(listGivenRoles(given).filter((role) => role !== null)).toHaveLength(1);
  const byRule = readToldText(story, 'ownership').score;
  const byPerson = readToldText(given, 'ownership').score;
  expect(byPerson?.dimensions.result).toBeLessThan(byRule?.dimensions.result ?? 0);
  expect(byPerson?.points.filter(({ why }) => why.includes('by you')).length).toBeGreaterThan(0);
});
