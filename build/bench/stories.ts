import MiniSearch from 'minisearch';
import { createRandomSource } from '../../content/engine/drill/random-source.ts';
import { createStorySearch } from '../../content/engine/story/story-search.ts';
import { storyLengths, type Story } from '../../content/engine/story/story.ts';
import type { Figure, Measured } from './figure.ts';
import { findQuantile, readOnce } from './readings.ts';
import { makeStories } from './some-stories.ts';
import { readStarSentences } from './star-sentences.ts';

const size = 2_000;
const typed = 40;

/**
 * Search as one types over a bank of 2,000 stories: each letter of some words of the bank is a query, and
 * the same query is put to a search library and to a plain scan of all texts in turn.
 */
export const stories: Figure = {
  name: 'stories',
  window: false,
  measure: ({ say }) => {
    const bank = makeStories(size, readStarSentences(), 7);
    const words = bank.reduce((sum, story) => sum + writeAll(story).split(/\s+/).length, 0);
    say(`${bank.length} stories of ${Math.round(words / bank.length)} words`);
    const begun = performance.now();
    const search = createStorySearch(bank);
    const indexed_ms = performance.now() - begun;
    const otherBegun = performance.now();
    const library = indexByLibrary(bank);
    const library_ms = performance.now() - otherBegun;
    const texts = bank.map((story) => ({ id: story.id, text: writeAll(story).toLowerCase() }));
    const times = { index: [] as number[], library: [] as number[], scan: [] as number[] };
    let found = 0;
    for (const query of typeQueries(bank)) {
      times.index.push(
        time(() => {
          found += search.search(query).length > 0 ? 1 : 0;
        }),
      );
      times.library.push(time(() => library(query)));
      times.scan.push(time(() => scan(texts, query)));
    }
    if (found < times.index.length * 0.95)
      throw new Error('Queries made of the bank find nothing.');
    const edits = measureEdits(bank, search);
    say(`${times.index.length} queries; the longest ${Math.max(...times.index).toFixed(1)} ms`);
    return Promise.resolve([
      atMost('a letter typed into search, p95', times.index, 'MiniSearch, p95', times.library, 16),
      atMost('the same', times.index, 'a plain scan of all texts, p95', times.scan, 16),
      {
        title: `${size} stories taken into the index`,
        reading: readOnce(indexed_ms, 'ms'),
        baseline: { name: 'MiniSearch', reading: readOnce(library_ms, 'ms') },
        limit: { of: 'ratio', kind: 'at_most', bound: 1 },
      },
      atMost(
        'an edited story put into the index, p95',
        edits,
        'a frame of 60 a second',
        [1000 / 60],
        16,
      ),
    ]);
  },
};

function time(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** The same bank in the library that we would take otherwise, asked in the same way. */
function indexByLibrary(bank: readonly Story[]): (query: string) => number {
  const index = new MiniSearch<{
    readonly id: string;
    readonly title: string;
    readonly text: string;
  }>({
    fields: ['title', 'text'],
  });
  index.addAll(bank.map((story) => ({ id: story.id, title: story.title, text: writeAll(story) })));
  return (query) =>
    index.search(query, {
      combineWith: 'AND',
      boost: { title: 6 },
      prefix: (_, at, words) => at === words.length - 1,
    }).length;
}

function atMost(
  title: string,
  values: readonly number[],
  name: string,
  beside: readonly number[],
  bound: number,
): Measured {
  const read = (all: readonly number[]) => ({
    value: findQuantile(all, 0.95),
    least: Math.min(...all),
    most: Math.max(...all),
    unit: 'ms',
  });
  return {
    title,
    reading: read(values),
    baseline: { name, reading: read(beside) },
    limit: { of: 'value', kind: 'at_most', bound },
  };
}

function writeAll(story: Story): string {
  return [
    story.title,
    ...story.tags,
    ...story.people,
    ...story.systems,
    ...storyLengths.map((length) => story.texts[length].text),
  ].join('\n');
}

/** One to three words that stand in one story, letter by letter. */
function typeQueries(bank: readonly Story[]): readonly string[] {
  const random = createRandomSource(11);
  const below = (limit: number): number => Math.floor(random.next() * limit);
  return Array.from({ length: typed }).flatMap(() => {
    const words = writeAll(bank[below(bank.length)] ?? bank[0] ?? fail())
      .toLowerCase()
      .match(/[a-z]{3,}/g);
    if (!words) return [];
    const query = Array.from({ length: 1 + below(3) }, () => words[below(words.length)]).join(' ');
    return Array.from(query, (_, at) => query.slice(0, at + 1));
  });
}

function fail(): never {
  throw new Error('There are no stories.');
}

/** What a person could do without an index: every word of the query somewhere in the text. */
function scan(
  texts: readonly { readonly id: string; readonly text: string }[],
  query: string,
): readonly string[] {
  const words = query.split(/\s+/);
  return texts.filter(({ text }) => words.every((word) => text.includes(word))).map(({ id }) => id);
}

function measureEdits(
  bank: readonly Story[],
  search: ReturnType<typeof createStorySearch>,
): readonly number[] {
  return bank.slice(0, 200).map((story) => {
    const { middle } = story.texts;
    const text = `${middle.text} I asked once more.`;
    const edited = { ...story, texts: { ...story.texts, middle: { ...middle, text } } };
    const begun = performance.now();
    search.put(edited);
    return performance.now() - begun;
  });
}
