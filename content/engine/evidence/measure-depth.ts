/** How deeply lists and objects of a JSON text are nested. Counts only, so that no text is too deep for it. */
export function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = findStringEnd(text, at);
        break;
      case openingList:
      case openingObject:
        depth += 1;
        if (depth > deepest) deepest = depth;
        break;
      case closingList:
      case closingObject:
        depth -= 1;
    }
  }
  return deepest;
}

const quote = 0x22;
const openingList = 0x5b;
const closingList = 0x5d;
const openingObject = 0x7b;
const closingObject = 0x7d;

/** Place of the quote that ends the string which begins here; the end of the text where none does. */
function findStringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text[at] === '\\' ? 2 : 1;
  return at;
}
