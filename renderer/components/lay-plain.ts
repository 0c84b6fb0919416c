/** Characters of one part. */
const longest = 16_384;

/**
 * Shows a text as it was written. A long one is cut into parts at the ends of its lines, so that the
 * browser need not lay out those that are out of view: of 3 MB at once a window would stand still.
 */
export function layPlain(element: HTMLElement, text: string): void {
  if (text.length <= longest) {
    element.textContent = text;
    return;
  }
  const parts = document.createDocumentFragment();
  for (let from = 0; from < text.length;) {
    const cut = findCut(text, from);
    const part = document.createElement('div');
    part.className = 'part';
    part.textContent = text.slice(from, cut);
    parts.append(part);
    // The end of a block takes the place of the end of the line.
    from = text[cut] === '\n' ? cut + 1 : cut;
  }
  element.replaceChildren(parts);
}

/** Where the part ends that begins somewhere: no sign is cut in two. */
function findCut(text: string, from: number): number {
  const most = from + longest;
  if (text.length <= most) return text.length;
  const end = text.slice(from, most + 1).lastIndexOf('\n');
  if (end > 0) return from + end;
  return /[\uD800-\uDBFF]/.test(text[most - 1] ?? '') ? most - 1 : most;
}
