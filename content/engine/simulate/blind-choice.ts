import type { Decision, DecisionOption } from '../format/drill-schema.ts';
import { findWords } from '../score/sentences.ts';

const calling =
  'page paging wake declare bridge escalate manager director executive board p1 call ring everybody everyone inform notify tell legal police authority raise';
const acting =
  'block lock deny isolate off revoke disable stop cut delete remove wipe shut close suspend pause take terminate detach deactivate restrict quarantine kill rotate freeze hold';

/** Ways of choosing without reading; a drill that rewards one of them gives itself away. */
export const blindChoices = {
  first: ({ options }: Decision) => options[0],
  last: ({ options }: Decision) => options.at(-1),
  longest: ({ options }: Decision) => [...options].sort((a, b) => b.text.length - a.text.length)[0],
  /** Whatever calls the most people. */
  escalate: ({ options }: Decision) => pickByWords(options, calling),
  /** Whatever cuts off the most. */
  contain: ({ options }: Decision) => pickByWords(options, acting),
} as const;

/** The option with the most of these words; the first of them where several have as many. */
function pickByWords(options: Decision['options'], words: string): DecisionOption | undefined {
  const wanted = new Set(words.split(' '));
  const count = ({ text }: DecisionOption): number =>
    findWords(text.toLowerCase(), [0, text.length]).filter((word) => wanted.has(word.text)).length;
  return [...options].sort((a, b) => count(b) - count(a))[0];
}
