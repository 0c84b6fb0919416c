import type { AnswerRole } from '../star/answer-role.ts';
import { alignLists } from './compare-words.ts';
import { readStoryText } from './read-story-text.ts';
import type { StoryText } from './story.ts';

/** A sentence of a story's text, as the scorer cuts it. UTF-16, end exclusive. */
export interface StorySentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly role: AnswerRole;
  /** The person gave this role; no rule overrides it. */
  readonly own: boolean;
}

interface RuledSentence extends StorySentence {
  readonly byRule: AnswerRole;
}

const known = new WeakMap<StoryText, readonly RuledSentence[]>();

/**
 * The sentences of a text with their roles: those that `scoreAnswer` finds, and in their place those
 * that the person gave. Linear in the length of the text; one text is read once.
 */
export function readSentences(story: StoryText): readonly StorySentence[] {
  return readRuled(story);
}

/** For the scorer: the role that the person gave, or null, for each sentence in order. */
export function listGivenRoles(story: StoryText): readonly (AnswerRole | null)[] {
  return story.own_roles.length === 0
    ? []
    : readRuled(story).map(({ own, role }) => (own ? role : null));
}

function readRuled(story: StoryText): readonly RuledSentence[] {
  const before = known.get(story);
  if (before) return before;
  const own = new Map<string, AnswerRole[]>();
  for (const { sentence, role } of story.own_roles) {
    own.set(sentence, [...(own.get(sentence) ?? []), role]);
  }
  const seen = new Map<string, number>();
  const sentences = listRuled(story.text).map((sentence): RuledSentence => {
    const given = own.get(sentence.text);
    if (!given) return sentence;
    // The same words twice: the first role is that of the first, the last one holds for all others.
    const nth = seen.get(sentence.text) ?? 0;
    seen.set(sentence.text, nth + 1);
    return { ...sentence, role: given[nth] ?? given.at(-1) ?? sentence.byRule, own: true };
  });
  known.set(story, sentences);
  return sentences;
}

function listRuled(text: string): readonly RuledSentence[] {
  return readStoryText(text).reading.sentences.map(({ span: [start, end], role }) => ({
    text: text.slice(start, end),
    start,
    end,
    role,
    own: false,
    byRule: role,
  }));
}

/** Gives the sentence at `index` a role, or with null leaves it to the rules again. */
export function setSentenceRole(
  story: StoryText,
  index: number,
  role: AnswerRole | null,
): StoryText {
  const sentences = readRuled(story);
  return {
    text: story.text,
    own_roles: keepRoles(
      sentences.map((one, at) => {
        if (at !== index) return one;
        return { ...one, role: role ?? one.byRule, own: role !== null };
      }),
    ),
  };
}

/**
 * The text written anew as a whole. A role that the person gave stays with its sentence, also where
 * its wording was edited in place; what is new is read by the rules.
 */
export function writeText(story: StoryText, text: string): StoryText {
  if (story.own_roles.length === 0) return { text, own_roles: [] };
  const before = readRuled(story);
  const after = listRuled(text);
  const given = new Map<number, AnswerRole>();
  for (const stretch of alignLists(
    before.map((one) => one.text),
    after.map((one) => one.text),
  )) {
    const [from, to] = stretch.before;
    const [start, end] = stretch.after;
    if (to - from !== end - start) continue;
    for (let at = from; at < to; at += 1) {
      const one = before[at];
      if (one?.own) given.set(start + at - from, one.role);
    }
  }
  return {
    text,
    own_roles: keepRoles(
      after.map((one, at) => {
        const role = given.get(at);
        return role === undefined ? one : { ...one, role, own: true };
      }),
    ),
  };
}

/**
 * A text whose sentences have just these roles. `own` says which of them the person gave; a role is
 * also kept where the rules would find another one.
 */
export function fixRoles(
  text: string,
  wanted: readonly Pick<StorySentence, 'role' | 'own'>[],
): StoryText {
  const sentences = listRuled(text).map((one, at) => ({ ...one, ...wanted[at] }));
  return { text, own_roles: keepRoles(sentences) };
}

function keepRoles(sentences: readonly RuledSentence[]): StoryText['own_roles'] {
  const bySentence = new Map<string, RuledSentence[]>();
  for (const one of sentences) {
    const same = bySentence.get(one.text);
    if (same) same.push(one);
    else bySentence.set(one.text, [one]);
  }
  return [...bySentence].flatMap(([sentence, all]) => {
    if (!all.some(({ own, role, byRule }) => own || role !== byRule)) return [];
    const roles = all.map(({ role }) => role);
    const alike = roles.every((role) => role === roles[0]);
    return (alike ? roles.slice(0, 1) : roles).map((role) => ({ sentence, role }));
  });
}
