import { findLinks } from '../markdown-parts.ts';
import type { LintHit, TextRule } from '../rule.ts';

const vague = /^(?:here|click here|this|this link|link|more|read more|see here|page)$/i;

export const vagueLink: TextRule = {
  name: 'vague-link',
  severity: 'warning',
  reason:
    'A screen reader lists links by their words alone: “here” says nothing about any of them.',
  remedy: 'Let the words of the link say what is there.',
  bad: `brief: The runbook is [here](https://wiki.larkfield.example/runbook).`,
  good: `brief: Read [the runbook for keys](https://wiki.larkfield.example/runbook).`,
  check: ({ texts }) =>
    texts.flatMap(({ path, text, markdown }) =>
      (markdown ? findLinks(text) : []).flatMap(({ words, written }): LintHit[] =>
        vague.test(words.trim()) || words.trim() === ''
          ? [{ path, words: written, message: `The link "${words}" does not say where it leads.` }]
          : [],
      ),
    ),
};
