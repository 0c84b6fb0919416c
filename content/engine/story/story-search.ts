/**
 * The one place that knows MiniSearch (MIT, no dependency): an inverted index with prefixes. Taken
 * because a scan of all texts misses a frame at the size that a bank may have; see `npm run bench -- stories`.
 */
import MiniSearch from 'minisearch';
import { functionWords } from '../star/word-forms.ts';
import { findPrinciple } from './principles.ts';
import { storyLengths, type Story } from './story.ts';

/** What is searched, the weightier leading. */
export const searchFields = ['title', 'principles', 'tags', 'about', 'text'] as const;
export type SearchField = (typeof searchFields)[number];

export interface StoryHit {
  readonly id: string;
  /** Where it was found: in the title, a principle, a tag, people, systems, ledger, origin, or the texts. */
  readonly fields: readonly SearchField[];
  /** Words of the story that were found, in plain form: to be marked. */
  readonly words: readonly string[];
}

interface Indexed extends Record<SearchField, string> {
  readonly id: string;
}

const boost: Readonly<Record<SearchField, number>> = {
  title: 6,
  principles: 3,
  tags: 3,
  about: 1.5,
  text: 1,
};

const shortFields = searchFields.filter((field) => field !== 'text');

/**
 * An index over everything in a bank of stories. It follows single changes: `put` what was edited when a
 * pause comes, not the whole bank. About 2 ms for a story of 1,000 words.
 */
export interface StorySearch {
  put(story: Story): void;
  remove(id: string): void;
  /**
   * Stories that hold every word of the query, the best leading; the last word may be unfinished. Words
   * that hold sentences together ("the", "with") and one or two letters to begin a word with stand in
   * every text: they are looked for outside the texts, and only where the query has nothing else. An empty
   * query finds nothing: a screen shows the whole bank then.
   */
  search(query: string, limit?: number): readonly StoryHit[];
}

export function createStorySearch(stories: readonly Story[] = []): StorySearch {
  const index = new MiniSearch<Indexed>({
    idField: 'id',
    fields: [...searchFields],
    tokenize: (text, field) => {
      const words = splitWords(text);
      return field === 'text' ? words.filter((word) => !functionWords.has(word)) : words;
    },
    processTerm: (word) => word,
    // Its own clean-up waits on a timer; what goes is taken out at once instead.
    autoVacuum: false,
  });
  const known = new Map<string, Indexed>();
  const remove = (id: string): void => {
    const before = known.get(id);
    if (!before) return;
    index.remove(before);
    known.delete(id);
  };
  const put = (story: Story): void => {
    const now = describe(story);
    const before = known.get(story.id);
    if (before && searchFields.every((field) => before[field] === now[field])) return;
    remove(story.id);
    index.add(now);
    known.set(story.id, now);
  };
  for (const story of stories) put(story);
  return {
    put,
    remove,
    search: (query, limit = 200) => {
      const words = splitWords(query.slice(0, 200)).slice(0, 12);
      const open = /[\p{L}\p{N}]$/u.test(query);
      const asked = words.filter((word, at) => {
        return open && at === words.length - 1 ? word.length > 2 : !functionWords.has(word);
      });
      const most = asked.length > 0 ? asked : words.slice(-1);
      const [last] = words.slice(-1);
      return index
        .search(most.join(' '), {
          combineWith: 'AND',
          boost,
          prefix: (word, at) => open && at === most.length - 1 && word === last,
          fields: [...(asked.length > 0 ? searchFields : shortFields)],
        })
        .slice(0, limit)
        .map(({ id, match }) => ({
          id: String(id),
          fields: searchFields.filter((field) =>
            Object.values(match).some((fields) => fields.includes(field)),
          ),
          words: Object.keys(match),
        }));
    },
  };
}

function describe(story: Story): Indexed {
  const { origin } = story;
  return {
    id: story.id,
    title: story.title,
    principles: story.principles.map((slug) => findPrinciple(slug)?.name ?? slug).join(' '),
    tags: [...story.tags, story.kind ?? ''].join(' '),
    about: [
      ...story.people,
      ...story.systems,
      ...story.metrics.flatMap(({ id: _id, may_tell: _may, ...metric }) => Object.values(metric)),
      ...(origin.kind === 'drill' ? ['drill', 'rehearsal', origin.code, origin.title] : []),
    ].join(' '),
    text: storyLengths.map((length) => story.texts[length].text).join('\n'),
  };
}

/** Words in the form in which they are compared: lower case, no accents, "don’t" as "dont". */
function splitWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[\p{M}'’]/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
