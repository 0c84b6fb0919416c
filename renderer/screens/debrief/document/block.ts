/**
 * A document as blocks: the same ones become a page to print, HTML and Markdown. Texts are plain and
 * untrusted; only `markdown` is laid out, and whoever writes it decides how.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What the drill's author wrote. */
  | { readonly kind: 'markdown'; readonly text: string }
  /** What the person wrote, letter by letter. */
  | { readonly kind: 'quote'; readonly text: string }
  /** Evidence, letter by letter. */
  | { readonly kind: 'evidence'; readonly place: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function quote(text: string): Block {
  return { kind: 'quote', text };
}

/** Nothing where it would be empty. */
export function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
