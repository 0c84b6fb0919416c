import { countSpokenWords } from './spoken-words.ts';
import { lengthSeconds, type StoryLength } from './story.ts';

/**
 * Words a minute until the person's own pace is known. Unhurried spoken English lies between about
 * 120 and 160; who tells of their work thinks while they speak, so the middle. It is a first guess:
 * `findSpeakingRate` of one told answer is better, and a person may set it.
 */
export const usualSpeakingRate = 140;
/** What a person may set, and what is believed of a measurement. */
export const speakingRates = { least: 80, most: 220 } as const;

export interface SpokenLength {
  readonly words: number;
  readonly seconds: number;
  /** What this version is meant to take. */
  readonly limit_s: number;
  /**
   * empty: nothing is written. short: under three fifths of the time, so there is room for more.
   * fits. over: more than a twentieth beyond it.
   */
  readonly verdict: 'empty' | 'short' | 'fits' | 'over';
  /** Words that could be added up to the limit; below 0, words that have to go. */
  readonly room_words: number;
}

/** How long a version takes to tell, at so many words a minute. */
export function measureSpokenLength(
  text: string,
  length: StoryLength,
  rate: number = usualSpeakingRate,
): SpokenLength {
  return measureSpokenWords(countSpokenWords(text), length, rate);
}

/** The same of words that were counted before. */
export function measureSpokenWords(
  words: number,
  length: StoryLength,
  rate: number = usualSpeakingRate,
): SpokenLength {
  const limit_s = lengthSeconds[length];
  const seconds = findSpokenSeconds(words, rate);
  const share = ((words / boundRate(rate)) * 60) / limit_s;
  return {
    words,
    seconds,
    limit_s,
    verdict: words === 0 ? 'empty' : share < 0.6 ? 'short' : share <= 1.05 ? 'fits' : 'over',
    room_words: Math.floor((limit_s * boundRate(rate)) / 60) - words,
  };
}

/** Whole seconds that so many words take. */
function findSpokenSeconds(words: number, rate: number = usualSpeakingRate): number {
  return Math.round((words / boundRate(rate)) * 60);
}

/**
 * The pace of an answer that was spoken: its words (typed afterwards) by the seconds it took, pauses
 * among them. Null under 40 words or where it cannot be: then something else was measured.
 */
export function findSpeakingRate(text: string, seconds: number): number | null {
  const words = countSpokenWords(text);
  if (words < 40 || !(seconds > 0)) return null;
  const rate = Math.round((words / seconds) * 60);
  return rate < speakingRates.least || rate > speakingRates.most ? null : rate;
}

function boundRate(rate: number): number {
  if (!Number.isFinite(rate)) return usualSpeakingRate;
  return Math.min(speakingRates.most, Math.max(speakingRates.least, rate));
}
