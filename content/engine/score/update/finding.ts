import type { Span } from '../sentences.ts';

/** Something that a reader of this audience must not get, with the words that do it. */
export interface Finding {
  readonly rule: string;
  /** The share of what is left that it costs, 0..1. */
  readonly cost: number;
  readonly spans: readonly Span[];
  readonly why: string;
}

/** What a finding is called where people read it. */
export const findingTitles: Readonly<Record<string, string>> = {
  'forbidden-claim': 'Must not be claimed',
  'not-yet-known': 'Not known yet',
  'stale-fact': 'No longer so',
  'contradicted-fact': 'Says the opposite',
  'unknown-as-fact': 'Settles what is open',
  'no-access-without-proof': 'Safe without proof',
  'unproven-all-clear': 'Over without proof',
  speculation: 'A guess told as a fact',
  'broken-tlp': 'Not for these readers',
  secret: 'A secret',
  'personal-data': 'Personal data',
  'internal-address': 'An address from inside',
  blame: 'Lays guilt on somebody',
  'empty-promise': 'A promise nobody can keep',
  'wrong-figure': 'Another figure than is known',
  'invented-figure': 'A figure from nowhere',
  'loaded-words': 'Smaller or larger than it is',
  jargon: 'The reader would have to ask',
  'too-long': 'Too long',
  'long-sentences': 'Long sentences',
  padding: 'Padding',
  repetition: 'Said twice',
  'word-list': 'Words, not sentences',
  'unsupported-statement': 'Rests on nothing',
  digression: 'Speaks of something else',
};

/** Whether a stretch of the text shares a letter with one of others. */
export function overlaps([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some(([from, to]) => start < to && from < end);
}
