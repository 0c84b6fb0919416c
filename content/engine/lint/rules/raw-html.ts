import { findElements } from '../markdown-parts.ts';
import type { LintHit, TextRule } from '../rule.ts';

export const rawHtml: TextRule = {
  name: 'raw-html',
  severity: 'warning',
  reason:
    'HTML in a text is not rendered: what it was to show is lost, in print and read aloud too.',
  remedy: 'Write it in Markdown; put what is to be seen as code between backticks.',
  bad: `brief: Press <kbd>Enter</kbd> to begin.`,
  good: 'brief: Press **Enter** to begin. The page holds `<script>`.',
  check: ({ texts }) =>
    texts.flatMap(({ path, text, markdown }): LintHit[] => {
      const [element] = markdown ? findElements(text) : [];
      return element === undefined
        ? []
        : [{ path, words: element, message: `${element} is HTML.` }];
    }),
};
