/** A link or picture of a Markdown text. */
export interface MarkdownLink {
  readonly words: string;
  /** Where it leads; empty where nothing says so. */
  readonly target: string;
  /** As it is written, with its brackets. */
  readonly written: string;
}

/** The text without code, in which nothing is a link, a heading or an element. */
function leaveOutCode(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '').replace(/`[^`\n]*`/g, '');
}

export function findImages(text: string): readonly MarkdownLink[] {
  return [...leaveOutCode(text).matchAll(/!\[([^\]\n]*)\]\(([^)\s]*)[^)\n]*\)/g)].map(
    ([written, words = '', target = '']) => ({ words, target, written }),
  );
}

/** Links, those by reference with the target that is defined for them in the same text. */
export function findLinks(text: string): readonly MarkdownLink[] {
  const plain = leaveOutCode(text);
  const defined = new Map(
    [...plain.matchAll(/^\s{0,3}\[([^\]\n]+)\]:\s*(\S+)/gm)].map(([, name = '', target = '']) => [
      name.toLowerCase(),
      target,
    ]),
  );
  const direct = [...plain.matchAll(/(?<!!)\[([^\]\n]*)\]\(([^)\s]*)[^)\n]*\)/g)].map(
    ([written, words = '', target = '']) => ({ words, target, written }),
  );
  const referred = [...plain.matchAll(/(?<!!)\[([^\]\n]+)\]\[([^\]\n]*)\]/g)].map(
    ([written, words = '', name = '']) => ({
      words,
      written,
      target: defined.get((name === '' ? words : name).toLowerCase()) ?? '',
    }),
  );
  return [...direct, ...referred];
}

/** Levels and words of the headings, in order, each as it is written too. */
export function findHeadings(
  text: string,
): readonly { readonly level: number; readonly words: string; readonly written: string }[] {
  return [...leaveOutCode(text).matchAll(/^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/gm)].map(
    ([written, marks = '', words = '']) => ({ level: marks.length, words, written }),
  );
}

/** HTML elements, which are shown as nothing. An address in angle brackets is none. */
export function findElements(text: string): readonly string[] {
  return [...leaveOutCode(text).matchAll(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi)].map(
    ([element]) => element,
  );
}
