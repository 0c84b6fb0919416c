import { findPrinciple } from './principles.ts';
import { storyLengths, type Story } from './story.ts';

/** What is searched, the weightier leading. */
const searchFields = ['title', 'principles', 'tags', 'about', 'text'] as const;
export type SearchField = (typeof searchFields)[number];

export interface StoryHit {
  readonly id: string;
  /** Where it was found: in the title, a principle, a tag, people, systems, ledger, origin, or the texts. */
  readonly fields: readonly SearchField[];
  /** Words of the story that were found, in plain form: to be marked. Found out when a row asks for it. */
  readonly words: readonly string[];
}

/**
 * An index over everything in a bank of stories. It follows single changes: `put` what was edited when a
 * pause comes, not the whole bank.
 */
export interface StorySearch {
  put(story: Story): void;
  remove(id: string): void;
  /**
   * Stories that hold every word of the query; the last word may be unfinished. Best first: where each word
   * stands (title before tags before texts), whole words before begun ones, then the newest. An empty
   * query finds nothing: a screen shows the whole bank then.
   */
  search(query: string, limit?: number): readonly StoryHit[];
}

/** A field is a bit of a mask, the weightiest the highest. */
const bitOf = Object.fromEntries(
  searchFields.map((field, at) => [field, 1 << (searchFields.length - 1 - at)]),
) as Readonly<Record<SearchField, number>>;

/** Points of a word by the fields it stands in: those of its best field. */
const pointsOf = Array.from({ length: 1 << searchFields.length }, (_, mask) => {
  const at = searchFields.findIndex((field) => (mask & bitOf[field]) !== 0);
  return at < 0 ? 0 : ([12, 7, 6, 4, 2][at] ?? 0);
});

interface Kept {
  readonly id: string;
  readonly story: Story;
  /** Its distinct words. */
  readonly terms: readonly string[];
}

/** The stories that hold a word, by their number, with the mask of their fields. */
interface Posting {
  readonly slots: number[];
  readonly masks: number[];
}

/**
 * An inverted index by hand, since the search library that was measured beside it needed as long as a plain
 * scan where a begun word or a common one stands in most stories (`npm run bench -- stories`).
 */
export function createStorySearch(stories: readonly Story[] = []): StorySearch {
  const postings = new Map<string, Posting>();
  const slotOf = new Map<string, number>();
  const kept: (Kept | null)[] = [];
  const free: number[] = [];
  const order = new TermOrder();

  const remove = (id: string): void => {
    const slot = slotOf.get(id);
    const one = slot === undefined ? null : kept[slot];
    if (slot === undefined || !one) return;
    for (const term of one.terms) {
      const posting = postings.get(term);
      const at = posting?.slots.indexOf(slot) ?? -1;
      if (!posting || at < 0) continue;
      posting.slots.splice(at, 1);
      posting.masks.splice(at, 1);
    }
    kept[slot] = null;
    slotOf.delete(id);
    free.push(slot);
  };

  const put = (story: Story): void => {
    const before = slotOf.get(story.id);
    if (before !== undefined && kept[before]?.story === story) return;
    remove(story.id);
    const slot = free.pop() ?? kept.length;
    const masks = findMasks(story);
    for (const [term, mask] of masks) {
      const posting = postings.get(term);
      if (posting) {
        posting.slots.push(slot);
        posting.masks.push(mask);
      } else {
        postings.set(term, { slots: [slot], masks: [mask] });
        order.add(term);
      }
    }
    kept[slot] = { id: story.id, story, terms: [...masks.keys()] };
    slotOf.set(story.id, slot);
  };

  /** The best points of each story for one word, 0 where it does not hold it; its fields go into `seen`. */
  const rate = (word: string, begun: boolean, seen: Uint8Array): Uint8Array => {
    const points = new Uint8Array(kept.length);
    const add = (term: string, more: number): void => {
      const { slots, masks } = postings.get(term) ?? { slots: [], masks: [] };
      for (let at = 0; at < slots.length; at += 1) {
        const slot = slots[at] ?? 0;
        const mask = masks[at] ?? 0;
        const worth = (pointsOf[mask] ?? 0) + more;
        if (worth > (points[slot] ?? 0)) points[slot] = worth;
        seen[slot] = (seen[slot] ?? 0) | mask;
      }
    };
    add(word, 1);
    if (begun) for (const term of order.listBegun(word)) add(term, 0);
    return points;
  };

  for (const story of stories) put(story);
  return {
    put,
    remove,
    search: (query, limit = 200) => {
      const words = splitWords(query.slice(0, 200)).slice(0, 12);
      const open = /[\p{L}\p{N}]$/u.test(query);
      if (words.length === 0) return [];
      const seen = new Uint8Array(kept.length);
      const rated = words.map((word, at) => rate(word, open && at === words.length - 1, seen));
      const found: { readonly one: Kept; readonly slot: number; readonly points: number }[] = [];
      for (const [slot, one] of kept.entries()) {
        if (!one || rated.some((points) => points[slot] === 0)) continue;
        found.push({
          one,
          slot,
          points: rated.reduce((sum, points) => sum + (points[slot] ?? 0), 0),
        });
      }
      const newer = (a: Story, b: Story): number =>
        a.updated_at < b.updated_at ? 1 : a.updated_at > b.updated_at ? -1 : 0;
      return found
        .sort((a, b) => b.points - a.points || newer(a.one.story, b.one.story))
        .slice(0, limit)
        .map(({ one, slot }) => describeHit(one, seen[slot] ?? 0, words, open));
    },
  };
}

/** Words in order, so that those that begin alike lie beside each other. New ones are sorted in when asked. */
class TermOrder {
  private sorted: string[] = [];
  private fresh: string[] = [];

  add(term: string): void {
    this.fresh.push(term);
  }

  listBegun(start: string): readonly string[] {
    if (this.fresh.length > 0) {
      // Code units, as everywhere in the engine; a nearly sorted list is sorted in one pass.
      this.sorted = this.sorted.concat(this.fresh).sort();
      this.fresh = [];
    }
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] ?? '') < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.sorted[end]?.startsWith(start)) end += 1;
    return this.sorted.slice(low, end);
  }
}

function describeHit(
  { id, terms }: Kept,
  mask: number,
  words: readonly string[],
  open: boolean,
): StoryHit {
  const last = words.at(-1) ?? '';
  return {
    id,
    fields: searchFields.filter((field) => (mask & bitOf[field]) !== 0),
    get words() {
      return terms.filter((term) => words.includes(term) || (open && term.startsWith(last)));
    },
  };
}

function findMasks(story: Story): ReadonlyMap<string, number> {
  const masks = new Map<string, number>();
  const read = (field: SearchField, text: string): void => {
    for (const word of splitWords(text)) masks.set(word, (masks.get(word) ?? 0) | bitOf[field]);
  };
  const { origin } = story;
  read('title', story.title);
  read('principles', story.principles.map((slug) => findPrinciple(slug)?.name ?? slug).join(' '));
  read('tags', [...story.tags, story.kind ?? ''].join(' '));
  read('about', [...story.people, ...story.systems].join(' '));
  for (const { id: _id, may_tell: _may, ...metric } of story.metrics) {
    read('about', Object.values(metric).join(' '));
  }
  if (origin.kind === 'drill') read('about', `drill rehearsal ${origin.code} ${origin.title}`);
  for (const length of storyLengths) read('text', story.texts[length].text);
  return masks;
}

/** Words in the form in which they are compared: lower case, no accents, "don’t" as "dont". */
function splitWords(text: string): readonly string[] {
  const lower = text.toLowerCase().replaceAll(/['’]/g, '');
  // Most stories are plain letters, and then neither accents nor other scripts need a look.
  if (!/[^\0-\x7f]/.test(lower)) return lower.match(/[a-z0-9]+/g) ?? [];
  const plain = lower.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
