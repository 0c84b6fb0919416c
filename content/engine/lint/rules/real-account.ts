import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

/** Where nothing else is written so: in a list, a name of a resource, or after "account". */
const account =
  /(?<![\w.=#-])\d{12}(?![\w-]|\.\w)|(?<=account[\w-]*["']?\s*[:=]\s*["']?)\d{12}(?![\w.-])/gi;
/** Three blocks of four equal digits, or the number of AWS's own documentation. */
const invented = /^(?:(\d)\1{3}(\d)\2{3}(\d)\3{3}|123456789012)$/;

export const realAccount: TextRule = {
  name: 'real-account',
  severity: 'error',
  reason: 'A cloud account of twelve digits that does not look invented may be a real one.',
  remedy: 'Use three blocks of four equal digits, such as 111122223333 or 444455556666.',
  bad: `feed:
  - id: notice
    body: The user is arn:aws:iam::482917305561:user/build.`,
  good: `feed:
  - id: notice
    body: The user is arn:aws:iam::111122223333:user/build.`,
  check: (subject) =>
    findInTexts(
      subject,
      (text) =>
        [...text.matchAll(account)]
          .map(([found]) => found)
          .filter((found) => !invented.test(found)),
      (found) => `${found} may be a real account`,
    ),
};
