import { findHeadings } from '../markdown-parts.ts';
import type { LintHit, TextRule } from '../rule.ts';

/** A text may begin below the title of the screen that shows it. */
const deepestFirst = 3;

export const skippedHeading: TextRule = {
  name: 'skipped-heading',
  severity: 'warning',
  reason:
    'Who reads with a screen reader moves by headings: a level that is left out looks like a part that is missing.',
  remedy: 'Go down one level at a time, and give every heading words.',
  bad: `brief: |
    # The shift

    ### Who is there`,
  good: `brief: |
    # The shift

    ## Who is there`,
  check: ({ texts }) =>
    texts.flatMap(({ path, text, markdown }) => {
      const headings = markdown ? findHeadings(text) : [];
      return headings.flatMap(({ level, words, written }, index): LintHit[] => {
        if (words === '') return [{ path, words: written, message: 'A heading has no words.' }];
        const previous = headings[index - 1];
        if (!previous && level > deepestFirst) {
          const message = `The first heading, "${words}", is of level ${level}.`;
          return [{ path, words: written, message }];
        }
        const before = previous?.level ?? level;
        if (level <= before + 1) return [];
        const message = `The heading "${words}" is of level ${level}, after one of level ${before}.`;
        return [{ path, words: written, message }];
      });
    }),
};
