import * as v from 'valibot';
import { countSpokenWords } from './spoken-words.ts';
import { newStory } from './new-story.ts';
import { principles, type PrincipleSlug } from './principles.ts';
import { storyKinds, StorySchema, type Story, type StoryKind, type StoryText } from './story.ts';

/** A story that is not stored yet: `makeStory` gives it an id and a time. */
export type StoryDraft = Omit<Story, 'format' | 'id' | 'created_at' | 'updated_at'>;

export interface ImportFault {
  /** From 1; null where no line can be blamed. */
  readonly line: number | null;
  readonly message: string;
}

/** What was read at a line, and what it became. */
export interface DraftAt {
  readonly line: number;
  readonly draft: StoryDraft;
}

/** Something that was left out or guessed, and is worth a look before it is taken in. */
export interface ImportNote {
  readonly line: number;
  readonly message: string;
}

export type DraftsRead =
  | {
      readonly ok: true;
      readonly drafts: readonly DraftAt[];
      readonly notes: readonly ImportNote[];
    }
  | { readonly ok: false; readonly fault: ImportFault };

const someTime = '2026-01-01T00:00:00.000Z';

export function makeStory(draft: StoryDraft, id: string, at: string): Story {
  return newStory(id, at, draft);
}

export function emptyDraft(): StoryDraft {
  const {
    title,
    kind,
    origin,
    principles: served,
    tags,
    people,
    systems,
    texts,
    metrics,
    allowed_words,
  } = newStory('', '');
  return {
    title,
    kind,
    origin,
    principles: served,
    tags,
    people,
    systems,
    texts,
    metrics,
    allowed_words,
  };
}

/** Why a draft cannot be stored, in a sentence; null where it can. */
export function checkDraft(draft: StoryDraft): string | null {
  const read = v.safeParse(StorySchema, newStory('draft', someTime, draft));
  if (read.success) return null;
  const [issue] = read.issues;
  return `${v.getDotPath(issue) ?? 'the story'}: ${issue.message}`;
}

/** Beyond so many words a text that was brought along is told in five minutes rather than in two. */
const longFrom = 450;

/** Puts one text where its length belongs: the 2-minute version, or the 5-minute one. */
export function placeText(draft: StoryDraft, text: StoryText): StoryDraft {
  const length = countSpokenWords(text.text) > longFrom ? 'long' : 'middle';
  return { ...draft, texts: { ...draft.texts, [length]: text } };
}

/** "Ownership · Dive Deep", in any order and with anything between; what is no principle is passed over. */
export function findPrinciples(line: string): readonly PrincipleSlug[] {
  const lower = plain(line);
  return principles
    .map(({ slug, name }) => ({
      slug,
      at: Math.max(lower.indexOf(plain(name)), lower.indexOf(plain(slug))),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ slug }) => slug);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
}

/** "failure", "a Risk taken", "growth"; null for what is none of the four. */
export function findKind(text: string): StoryKind | null {
  const lower = text.toLowerCase();
  return storyKinds.find((kind) => lower.includes(kind)) ?? null;
}

/** Entries of a list in one cell or line: by ` · `, `;`, `|` or line ends, else by commas. */
export function splitList(text: string): string[] {
  const strong = /[·;|\n]/.test(text);
  return text
    .split(strong ? /[·;|\n]/ : ',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A title for what has none: the words that open it. */
export function titleFrom(text: string): string {
  const [line = ''] = text.trim().split(/(?<=[.!?])\s|\n/);
  const words = line.trim().split(/\s+/);
  const title = words
    .slice(0, 9)
    .join(' ')
    .slice(0, 120)
    .replace(/[.,;:!?]+$/, '');
  return words.length > 9 ? `${title} …` : title;
}
