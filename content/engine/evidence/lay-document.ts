import { findFolds } from './find-folds.ts';
import { layJson } from './json-tree.ts';
import { parseJson } from './json-members.ts';
import type { LaidDocument } from './laid-document.ts';
import { layMail } from './lay-mail.ts';
import { laySbom } from './lay-sbom.ts';
import { readDiff } from './read-diff.ts';
import type { WholeFormat } from './sql-terms.ts';
import { layText, TextLines } from './text-lines.ts';

/** Reads a document. A mail that its parser does not read is a text. */
export async function layDocument(format: WholeFormat, text: string): Promise<LaidDocument> {
  const lines = layText(text);
  switch (format) {
    case 'text':
      return { format, lines };
    case 'diff':
      return { format, lines, diff: readDiff(new TextLines(lines)) };
    case 'config':
      return { format, lines, folds: findFolds(new TextLines(lines)) };
    case 'mail': {
      const mail = await layMail(text);
      return mail ? { format, lines, mail } : { format: 'text', lines };
    }
    case 'json':
      return { format, lines, tree: layJson(parseJson(text)) };
    case 'sbom': {
      const value = parseJson(text);
      return { format, lines, tree: layJson(value), sbom: laySbom(value) };
    }
  }
}
