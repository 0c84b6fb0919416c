import type { Span } from '../score/sentences.ts';
import { findFigures } from './confidential-figures.ts';
import { findNames } from './confidential-names.ts';
import { confidentialPatterns } from './confidential-patterns.ts';
import type { ConfidentialRule } from './confidential-rule.ts';
import type { Metric, Story, StoryText } from './story.ts';
import { storyLengths, type StoryLength } from './story.ts';
import { writeText } from './story-sentences.ts';

/** Something in a text that should not be told outside. */
export interface ConfidentialFinding {
  readonly rule: ConfidentialRule;
  /** UTF-16, end exclusive. */
  readonly span: Span;
  /** What stands there: show it, and put it into `allowed_words` where the person keeps it. */
  readonly words: string;
  /** Reads on after the words: “Harrow Freight” names a customer. */
  readonly why: string;
  /** Fits the place: article and capital are those of the sentence. */
  readonly suggestion: string;
}

/** A word or a name that a person wants found, and what they say instead; '' takes a usual wording. */
export interface OwnWord {
  readonly words: string;
  readonly say: string;
}

export interface ConfidentialTerms {
  /** Of all stories: names that only the person knows of. */
  readonly ownWords?: readonly OwnWord[];
  /** Of this story: what the person has looked at and kept. */
  readonly allowed?: readonly string[];
  readonly metrics?: readonly Metric[];
}

interface Candidate {
  readonly rule: ConfidentialRule;
  readonly span: Span;
  readonly core: string;
  readonly why: string;
  readonly say: string;
  readonly sayAgain: string;
}

/**
 * Names, hosts, accounts, addresses, keys and figures in a text, in order and apart from each other.
 * By rules and lists alone: what it finds is worth a look, and what it does not find is not proven
 * harmless. Linear in the length of the text but for the person's own list.
 */
export function findConfidential(
  text: string,
  { ownWords = [], allowed = [], metrics = [] }: ConfidentialTerms = {},
): readonly ConfidentialFinding[] {
  const candidates: Candidate[] = [
    ...findOwnWords(text, ownWords),
    ...findByPattern(text),
    ...findNames(text),
    ...findFigures(text, metrics).map((figure): Candidate => ({
      ...figure,
      rule: 'figure',
      core: text.slice(...figure.span),
      sayAgain: figure.say,
    })),
  ];
  const taken: Candidate[] = [];
  const covered = new Uint8Array(text.length);
  // The first rule that found a stretch has it: lists before forms, forms before names.
  for (const one of candidates) {
    if (covered.subarray(...one.span).includes(1)) continue;
    covered.fill(1, ...one.span);
    taken.push(one);
  }
  const kept = allowed.map(plain).filter((words) => words !== '');
  const told = new Map<string, string>();
  return taken
    .sort((a, b) => a.span[0] - b.span[0])
    .flatMap((one): ConfidentialFinding[] => {
      const words = text.slice(...one.span);
      const core = plain(one.core);
      const again = told.get(core);
      told.set(core, again ?? one.sayAgain);
      if (kept.some((each) => each === plain(words) || holdsWords(each, core))) return [];
      const suggestion = fit(text, one.span, again ?? one.say);
      return [{ rule: one.rule, span: one.span, words, why: one.why, suggestion }];
    });
}

function plain(words: string): string {
  return words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function holdsWords(text: string, words: string): boolean {
  return findWhole(text, words, 0) >= 0;
}

/** Where `words` stand in `text` with no letter or figure beside them; both in lower case. */
function findWhole(text: string, words: string, from: number): number {
  if (words === '') return -1;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + words.length, at + words.length + 2);
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}

function findOwnWords(text: string, ownWords: readonly OwnWord[]): readonly Candidate[] {
  // Only where lower case has the same length do places in it fit the text.
  const lower = text.replaceAll(/\p{L}/gu, (one) => {
    const small = one.toLowerCase();
    return small.length === one.length ? small : one;
  });
  return ownWords.flatMap(({ words, say }) => {
    const wanted = words.trim().toLowerCase();
    const found: Candidate[] = [];
    for (
      let at = findWhole(lower, wanted, 0);
      at >= 0;
      at = findWhole(lower, wanted, at + wanted.length)
    ) {
      const instead = say.trim() === '' ? 'something I may not name' : say.trim();
      found.push({
        rule: 'own-list',
        span: [at, at + wanted.length],
        core: wanted,
        why: 'is on your own list',
        say: instead,
        sayAgain: instead,
      });
    }
    return found;
  });
}

const namesHost = /\b(host|server|machine|node|jump host|bastion) $/;
const internalHost = 'an internal host';

function findByPattern(text: string): readonly Candidate[] {
  return confidentialPatterns.flatMap(({ rule, pattern, what, say, unless }) =>
    [...text.matchAll(pattern)].flatMap((match): Candidate[] => {
      const words = (match[2] ?? match[0]).replace(/[.,;:]+$/, '');
      if (words === '' || unless?.test(words)) return [];
      const start = match.index + (match[2] === undefined ? 0 : (match[1]?.length ?? 0));
      // "On host web-01" is "on an internal host": the word before goes with the name.
      const noun =
        rule === 'host' ? namesHost.exec(text.slice(Math.max(0, start - 16), start)) : null;
      const instead = noun && say === internalHost ? `an internal ${noun[1] ?? 'host'}` : say;
      return [
        {
          rule,
          span: [start - (noun?.[0].length ?? 0), start + words.length],
          core: words,
          why: `is ${what}`,
          say: instead,
          sayAgain: instead.replace(/^an? /, 'the '),
        },
      ];
    }),
  );
}

/** Article and capital as the place wants them. */
function fit(text: string, [start]: Span, say: string): string {
  const before = text.slice(Math.max(0, start - 24), start);
  const articled =
    /\b(?:the|an?|my|our|their|his|her|your|its|this|that|each|every|another|no)\s+$/i.test(before);
  const words = articled ? say.replace(/^(?:an?|the) /, '') : say;
  const opens =
    /(?:^|[.!?…]["”’)]*\s+|\n\s*|^\s*["“])$/.test(before) &&
    (start < 24 || before.trim() !== '' || /\n/.test(before));
  return opens ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
}

/** The text with the suggestion, or with words of one's own, in place of what was found. */
export function replaceFinding(
  story: StoryText,
  finding: ConfidentialFinding,
  say: string = finding.suggestion,
): StoryText {
  const [from, to] = finding.span;
  if (story.text.slice(from, to) !== finding.words) return story;
  return writeText(story, story.text.slice(0, from) + say + story.text.slice(to));
}

/** Where in a story something was found. */
export interface StoryFinding {
  readonly place:
    | { readonly kind: 'text'; readonly length: StoryLength }
    | { readonly kind: 'title' }
    | { readonly kind: 'people' | 'systems' | 'tags'; readonly index: number }
    | { readonly kind: 'metric'; readonly id: string; readonly field: 'name' | 'source' | 'note' };
  readonly finding: ConfidentialFinding;
}

/** Looks through a whole story, as an export does. */
export function findInStory(
  story: Story,
  ownWords: readonly OwnWord[] = [],
): readonly StoryFinding[] {
  const terms = { ownWords, allowed: story.allowed_words, metrics: story.metrics };
  const [title, ...rest] = listBeside(story);
  return [
    ...(title ? look(title, terms) : []),
    ...storyLengths.flatMap((length) =>
      look({ text: story.texts[length].text, place: { kind: 'text', length } }, terms),
    ),
    ...rest.flatMap((one) => look(one, terms)),
  ];
}

/** Looks through what stands beside the texts of a story: title, people, systems, tags and figures. */
export function findBeside(
  story: Story,
  ownWords: readonly OwnWord[] = [],
): readonly StoryFinding[] {
  const terms = { ownWords, allowed: story.allowed_words, metrics: story.metrics };
  return listBeside(story).flatMap((one) => look(one, terms));
}

interface Placed {
  readonly text: string;
  readonly place: StoryFinding['place'];
}

function look({ text, place }: Placed, terms: ConfidentialTerms): readonly StoryFinding[] {
  return findConfidential(text, terms).map((finding) => ({ place, finding }));
}

/** The title first. */
function listBeside(story: Story): readonly Placed[] {
  return [
    { text: story.title, place: { kind: 'title' } },
    ...(['people', 'systems', 'tags'] as const).flatMap((kind) =>
      story[kind].map((text, index): Placed => ({ text, place: { kind, index } })),
    ),
    ...story.metrics.flatMap(({ id, ...metric }) =>
      (['name', 'source', 'note'] as const).map((field): Placed => ({
        text: metric[field],
        place: { kind: 'metric', id, field },
      })),
    ),
  ];
}
