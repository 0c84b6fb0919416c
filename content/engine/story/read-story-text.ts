import {
  readByRules,
  settleRoles,
  type AnswerReading,
  type RuledAnswer,
} from '../star/read-answer.ts';
import { blankMarkup, splitAnswer } from '../star/split-answer.ts';

/** One text of a story as the rules read it, with no regard to roles that the person gave. */
export interface StoryTextReading {
  readonly ruled: RuledAnswer;
  readonly reading: AnswerReading;
}

/**
 * The last two texts that were read: what is typed is compared with the text before it, then marked and
 * scored, and reading a long text is most of the work of each.
 */
let known: readonly { readonly text: string; readonly read: StoryTextReading }[] = [];

/** Reads a text by the rules, without a question. Linear in its length; the last two are remembered. */
export function readStoryText(text: string): StoryTextReading {
  const before = known.find((one) => one.text === text);
  if (before) return before.read;
  const plain = blankMarkup(text);
  const ruled = readByRules({ text: plain, spans: splitAnswer(plain).spans }, '');
  const read = { ruled, reading: settleRoles(ruled, []) };
  known = [{ text, read }, ...known.slice(0, 1)];
  return read;
}
