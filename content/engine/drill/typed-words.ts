/** A word of a line that somebody typed, without its quotes. */
export interface TypedWord {
  readonly text: string;
  /** Whether it began with a quote: then it is what it says, and no name or flag. */
  readonly quoted: boolean;
}

/**
 * Splits at spaces; quotes hold a text together, also behind `:` or `=`, as in `mail:"public since"`.
 * An apostrophe inside a word is no quote. `open`: the last quote is not closed.
 */
export function splitTyped(line: string): {
  readonly words: readonly TypedWord[];
  readonly open: boolean;
} {
  const words: TypedWord[] = [];
  let word: TypedWord | undefined;
  let quote = '';
  for (const character of line) {
    if (quote !== '' && character === quote) quote = '';
    else if (quote === '' && /["']/.test(character) && (!word || /[:=]$/.test(word.text))) {
      quote = character;
      word ??= { text: '', quoted: true };
    } else if (quote === '' && /\s/.test(character)) {
      if (word) words.push(word);
      word = undefined;
    } else word = { text: (word?.text ?? '') + character, quoted: word?.quoted ?? false };
  }
  return { words: word ? [...words, word] : words, open: quote !== '' };
}
