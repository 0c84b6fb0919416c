import type { ReadSentence } from './answer-words.ts';
import { functionWords, isPast } from './word-forms.ts';

const longest = 14;
/** So near to the start of its piece a figure has to stand: "only 3 mails", "in total 2 outages". */
const nearest = 3;
const quantity = /^(?:#|one|no|all|both|half|each|every)$/;

/**
 * "Two outages, 11 minutes in total.": a short sentence without a verb, each piece of which begins with
 * a figure, and where figures and what they count take up most. A list of words may have a figure in
 * it, but not one in each of its pieces.
 */
export function isTally({ words, length }: ReadSentence): boolean {
  if (length > longest) return false;
  let told = 0;
  let figures = 0;
  let place = 0;
  let counted = false;
  for (const [at, { form }] of words.entries()) {
    if (form === ',') {
      if (!counted) return false;
      place = 0;
      counted = false;
      continue;
    }
    place += 1;
    const figure = quantity.test(form);
    if (form === '#') figures += 1;
    if (figure && place <= nearest) counted = true;
    if (
      figure ||
      form === 'percent' ||
      quantity.test(words[at - 1]?.form ?? '') ||
      functionWords.has(form) ||
      isPast(form)
    ) {
      told += 1;
    }
  }
  return counted && figures > 0 && told / length >= 0.6;
}
