import type { AnswerRole } from '../star/answer-role.ts';
import type { StoryLength } from './story.ts';

/** What a heading or a label of a story names. */
export type NamedPart =
  | { readonly kind: 'part'; readonly part: AnswerRole }
  | { readonly kind: 'length'; readonly length: StoryLength }
  | { readonly kind: 'metrics' };

const partWords: readonly (readonly [AnswerRole, RegExp])[] = [
  ['situation', /^(?:s|situation|context|background|the situation|problem)$/],
  ['task', /^(?:t|task|my task|goal|objective|challenge|the task|my part)$/],
  ['action', /^(?:a|actions?|my actions?|approach|what i did|steps?)$/],
  ['result', /^(?:r|results?|outcomes?|impact|the results?)$/],
  [
    'reflection',
    /^(?:l|reflections?|lessons?|lessons? learned|learnings?|takeaways?|what i learned)$/,
  ],
];
const lengthWords: readonly (readonly [StoryLength, RegExp])[] = [
  ['short', /^(?:30[ -]?s(?:ec(?:onds?)?)?|short|30-second version)$/],
  ['middle', /^(?:2[ -]?min(?:utes?)?|middle|2-minute version|text|story)$/],
  ['long', /^(?:5[ -]?min(?:utes?)?|long|5-minute version)$/],
];

function findPart(word: string): AnswerRole | null {
  const lower = word.trim().toLowerCase().replace(/[:.]$/, '');
  return partWords.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}

function findLength(word: string): StoryLength | null {
  const lower = word.trim().toLowerCase().replace(/[:.]$/, '');
  return lengthWords.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}

const ledgerWords = /^(?:metrics?|metric ledger|ledger|figures)$/i;

/** Null for words that name no part: a title, or a line of the story. */
export function findNamedPart(word: string): NamedPart | null {
  const part = findPart(word);
  if (part) return { kind: 'part', part };
  const length = findLength(word);
  if (length) return { kind: 'length', length };
  return ledgerWords.test(word.trim().replace(/[:.]$/, '')) ? { kind: 'metrics' } : null;
}
