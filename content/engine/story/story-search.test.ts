import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aStory } from '../testing/a-story.ts';
import { countRuns } from '../testing/count-runs.ts';
import { createStorySearch } from './story-search.ts';

const told = (text: string) => ({ text, own_roles: [] });
const story = (id: string, title: string, middle = '', more = {}) =>
  aStory({
    id,
    title,
    tags: [],
    people: [],
    systems: [],
    metrics: [],
    principles: [],
    kind: null,
    texts: { short: told(''), middle: told(middle), long: told('') },
    ...more,
  });
const idsOf = (search: ReturnType<typeof createStorySearch>, query: string) =>
  search.search(query).map(({ id }) => id);

it('Finds as one types, in everything that a story holds', () => {
  const one = aStory({
    id: 'a',
    origin: { kind: 'drill', attempt: 'x', code: 'D07', title: 'Night' },
  });
  const search = createStorySearch([one, story('b', 'Other')]);
  for (const query of [
    'dep',
    'deploy key',
    'owner',
    'Bias for',
    'confl',
    'release lea',
    'parcel',
    'audit log',
    'growth',
    '5 weeks',
    'd07',
    'rehearsal',
    'short-li',
    'DEPLOY',
    'six services',
  ]) {
    expect(idsOf(search, query), query).toEqual(['a']);
  }
  expect(idsOf(search, 'deploy zebra')).toEqual([]);
  expect(idsOf(search, '')).toEqual([]);
  expect(idsOf(search, ' .,! ')).toEqual([]);
});

it('Takes a finished word as it stands, and the last one as begun', () => {
  const search = createStorySearch([story('a', 'keyboard'), story('b', 'key')]);
  expect(idsOf(search, 'key').sort()).toEqual(['a', 'b']);
  expect(idsOf(search, 'key ')).toEqual(['b']);
});

it('Puts a title before a text, and says where it was found', () => {
  const search = createStorySearch([story('a', 'Queue', 'A key was lost.'), story('b', 'The key')]);
  expect(search.search('key')).toEqual([
    { id: 'b', fields: ['title'], words: ['key'] },
    { id: 'a', fields: ['text'], words: ['key'] },
  ]);
});

it('Puts a whole word before a begun one, then the newest', () => {
  const search = createStorySearch([
    story('a', 'Keys'),
    story('b', 'Key', '', { updated_at: '2026-11-02T10:00:00.000Z' }),
    story('c', 'Key', '', { updated_at: '2026-11-03T10:00:00.000Z' }),
  ]);
  expect(idsOf(search, 'key')).toEqual(['c', 'b', 'a']);
});

it('Minds no accent, apostrophe or case', () => {
  const search = createStorySearch([story('a', 'Café Zürich', 'We didn’t wait.')]);
  for (const query of ['cafe', 'ZURICH', "didn't", 'didnt'])
    expect(idsOf(search, query)).toEqual(['a']);
});

it('Follows what is edited and what goes', () => {
  const search = createStorySearch([story('a', 'Key')]);
  search.put(story('a', 'Queue'));
  expect(idsOf(search, 'key')).toEqual([]);
  expect(idsOf(search, 'que')).toEqual(['a']);
  search.remove('a');
  search.remove('a');
  expect(idsOf(search, 'que')).toEqual([]);
  search.put(story('b', 'Queue'));
  expect(idsOf(search, 'queue')).toEqual(['b']);
});

it('Finds a story by every word in it, and never throws on a query', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      (texts, strange) => {
        const search = createStorySearch(
          texts.map((words, at) => story(`s${at}`, '', words.join(' '))),
        );
        for (const [at, words] of texts.entries()) {
          for (const one of words) expect(idsOf(search, one)).toContain(`s${at}`);
          expect(idsOf(search, words.join(' '))).toContain(`s${at}`);
        }
        search.search(strange);
      },
    ),
    countRuns(1_000),
  );
});
