/** A line of the player, taken apart: words, and what follows `--cite` and `--because`. */
export interface Words {
  readonly words: readonly string[];
  readonly cite: readonly string[];
  readonly because: string;
}

/**
 * Splits at spaces; quotes hold a text together, also in the middle of a word, as in
 * `mail:"public since"`. What follows `--cite` up to the next `--` is citations, one a word; what
 * follows `--because` is a sentence.
 */
export function readWords(line: string): Words {
  const words: string[] = [];
  const cite: string[] = [];
  const because: string[] = [];
  let into = words;
  for (const { text, quoted } of splitWords(line)) {
    if (!quoted && text === '--cite') into = cite;
    else if (!quoted && text === '--because') into = because;
    else into.push(text);
  }
  return { words, cite, because: because.join(' ') };
}

interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

function splitWords(line: string): readonly Word[] {
  const found: Word[] = [];
  let word: Word | undefined;
  let quote = '';
  for (const character of line) {
    if (quote !== '' && character === quote) quote = '';
    else if (quote === '' && opensQuote(character, word?.text ?? '')) {
      quote = character;
      word = { text: word?.text ?? '', quoted: true };
    } else if (quote === '' && /\s/.test(character)) {
      if (word) found.push(word);
      word = undefined;
    } else word = { text: (word?.text ?? '') + character, quoted: word?.quoted ?? false };
  }
  return word ? [...found, word] : found;
}

/** At the beginning of a word or of a value; an apostrophe inside a word is no quote. */
function opensQuote(character: string, before: string): boolean {
  return (character === '"' || character === "'") && (before === '' || /[:=]$/.test(before));
}
