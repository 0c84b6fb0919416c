import { findHeadings, findLinks } from '../markdown-parts.ts';
import type { LintHit, TextRule } from '../rule.ts';

export const brokenLink: TextRule = {
  name: 'broken-link',
  severity: 'error',
  reason:
    'A link is shown with its address behind it. One that leads nowhere, or to a file beside the text, promises what nobody can open.',
  remedy: 'Name the evidence in words, mend the address, or take the link away.',
  bad: `brief: Read [the runbook](runbook.md) first, or [the form][form].`,
  good: `brief: Read [the runbook](https://wiki.larkfield.example/runbook) first.`,
  check: ({ texts }) =>
    texts.flatMap(({ path, text, markdown }) => {
      if (!markdown) return [];
      const anchors = new Set(findHeadings(text).map(({ words }) => writeAnchor(words)));
      return findLinks(text).flatMap(({ words, target, written }): LintHit[] => {
        const why = findBreak(target, anchors);
        return why === null
          ? []
          : [{ path, words: written, message: `The link "${words}" ${why}.` }];
      });
    }),
};

function findBreak(target: string, anchors: ReadonlySet<string>): string | null {
  if (target === '') return 'has no address';
  if (target.startsWith('#')) {
    return anchors.has(target.slice(1)) ? null : `leads to ${target}, and there is no such heading`;
  }
  if (/^mailto:[^@\s]+@[^@\s]+$/.test(target)) return null;
  if (/^https?:\/\/[\w.-]+(?:[:/?#]|$)/.test(target)) return null;
  return `leads to ${target}, which nobody can open from here`;
}

function writeAnchor(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}
