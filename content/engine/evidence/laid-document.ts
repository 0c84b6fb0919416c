import type { LaidJson } from './json-tree.ts';
import type { LaidMail } from './lay-mail.ts';
import type { LaidSbom } from './lay-sbom.ts';
import type { ReadDiff } from './read-diff.ts';
import { partLength, type LaidText } from './text-lines.ts';

/** A file without rows, read to the point where its viewer has nothing long to do. */
export type LaidDocument = { readonly lines: LaidText } & (
  | { readonly format: 'text' }
  | { readonly format: 'diff'; readonly diff: ReadDiff }
  | { readonly format: 'config'; readonly folds: Uint32Array<ArrayBuffer> }
  | { readonly format: 'mail'; readonly mail: LaidMail }
  | { readonly format: 'json'; readonly tree: LaidJson }
  | { readonly format: 'sbom'; readonly tree: LaidJson; readonly sbom: LaidSbom | null }
);

/** What need not be copied where a document goes to another thread. */
export function listBuffers(laid: LaidDocument): ArrayBuffer[] {
  const { lines } = laid;
  const tree = (one: LaidJson) => [one.starts, one.depths, one.parents, one.ends, one.members];
  const list = ({ parts, known }: LaidSbom) =>
    [parts, known].flatMap(({ rows, depths }) => [rows.starts, depths]);
  const own = (): readonly { readonly buffer: ArrayBuffer }[] => {
    switch (laid.format) {
      case 'text':
        return [];
      case 'diff':
        return [laid.diff.lines];
      case 'config':
        return [laid.folds];
      case 'mail':
        return [laid.mail.text.starts];
      case 'json':
        return tree(laid.tree);
      case 'sbom':
        return [...tree(laid.tree), ...(laid.sbom ? list(laid.sbom) : [])];
    }
  };
  return [lines.starts, ...own()].map(({ buffer }) => buffer);
}

/** A document without its text, and the text in parts, each of which can be handed over by itself. */
export function takeApart(laid: LaidDocument): {
  readonly bare: LaidDocument;
  readonly parts: readonly string[];
} {
  const lines = { ...laid.lines, parts: [] };
  if (laid.format !== 'mail') return { bare: { ...laid, lines }, parts: laid.lines.parts };
  const { mail } = laid;
  return {
    bare: { ...laid, lines, mail: { ...mail, text: { ...mail.text, parts: [] } } },
    parts: [...laid.lines.parts, ...mail.text.parts],
  };
}

/** The document that was taken apart. */
export function putTogether(bare: LaidDocument, parts: readonly string[]): LaidDocument {
  const own = Math.ceil(bare.lines.size / partLength);
  const lines = { ...bare.lines, parts: parts.slice(0, own) };
  if (bare.format !== 'mail') return { ...bare, lines };
  const { mail } = bare;
  return { ...bare, lines, mail: { ...mail, text: { ...mail.text, parts: parts.slice(own) } } };
}
