/** Words of a text, its Markdown marks left out: code, links' targets and tables' bars tell nothing. */
export function countWords(text: string): number {
  return listWords(strip(text)).length;
}

/**
 * How many years of school a text asks for, by Flesch and Kincaid (1975): 0.39 × words a sentence
 * + 11.8 × syllables a word − 15.59. Syllables are counted as groups of vowels, so that it is a
 * yardstick and no more. List members and headings end a sentence.
 */
export function findReadingLevel(text: string): number {
  const sentences = listSentences(text)
    .map(listWords)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** The sentences of a text, its Markdown marks left out; list members and headings end one. */
export function listSentences(text: string): readonly string[] {
  return strip(text).split(/[.!?]+(?=\s|$)|\n\s*(?:[-*#>]|\d+\.)|\n\s*\n/);
}

function strip(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/`[^`\n]*`/g, ' code ')
    .replace(/\]\([^)\n]*\)/g, ']')
    .replace(/^\s*\|.*$/gm, ' ');
}

function listWords(text: string): readonly string[] {
  return text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
}

/** Groups of vowels, a silent e at the end left out; at least one. */
function countSyllables(word: string): number {
  const plain = word.toLowerCase().replace(/(?<=[^aeiouyl])e$/, '');
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 0);
}
