import { splitTyped, type TypedWord } from '../../engine/drill/typed-words.ts';

/** A line of the player, taken apart: words, and what follows `--cite` and `--because`. */
export interface Words {
  readonly words: readonly string[];
  /** The same words, each with whether it stood in quotes. */
  readonly typed: readonly TypedWord[];
  readonly cite: readonly string[];
  readonly because: string;
}

/**
 * What follows `--cite` up to the next `--` is citations, one a word; what
 * follows `--because` is a sentence.
 */
export function readWords(line: string): Words {
  const typed: TypedWord[] = [];
  const cite: string[] = [];
  const because: string[] = [];
  let into: string[] | null = null;
  for (const word of splitTyped(line).words) {
    const { text, quoted } = word;
    if (!quoted && text === '--cite') into = cite;
    else if (!quoted && text === '--because') into = because;
    else if (into) into.push(text);
    else typed.push(word);
  }
  return { words: typed.map(({ text }) => text), typed, cite, because: because.join(' ') };
}
