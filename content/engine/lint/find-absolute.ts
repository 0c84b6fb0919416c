import { findWords } from '../score/sentences.ts';

/** Words that allow of no exception; what people have learnt to cross out unread. */
export const absoluteWords: ReadonlySet<string> = new Set(
  'always never all none every everything everybody everyone nobody completely entirely totally absolutely immediately instantly'.split(
    ' ',
  ),
);

const number =
  /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand)/;
/** What makes a turn of speech of an `all` that follows. */
const turns = new Set(['of', 'above', 'after']);

/** The absolute words of a text, in lower case. `all six` counts and `first of all` only orders: they are none. */
export function findAbsolute(text: string): readonly string[] {
  const words = findWords(text, [0, text.length]).map((word) => word.text);
  return words.filter((word, at) => {
    if (!absoluteWords.has(word)) return false;
    return word !== 'all' || !(number.test(words[at + 1] ?? '') || turns.has(words[at - 1] ?? ''));
  });
}
