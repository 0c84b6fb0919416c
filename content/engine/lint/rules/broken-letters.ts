import { isOtherEncoding } from '../../format/parse-yaml.ts';
import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

export const brokenLetters: TextRule = {
  name: 'broken-letters',
  severity: 'error',
  reason:
    'A file that was not saved as UTF-8 loses every letter with an accent, and a pack with it is refused.',
  remedy: 'Save the file again from your editor, with UTF-8 as its encoding.',
  bad: 'brief: You are on shift at the caf\ufffd of Ines Holm.',
  good: 'brief: You are on shift at the café of Ines Holm.',
  check: (subject) =>
    findInTexts(
      subject,
      // A file in another encoding is told of as such.
      (text) => (isOtherEncoding(text) ? [] : (/\S{0,40}\ufffd\S{0,40}/.exec(text) ?? [])),
      (words) => `A letter of "${words}" could not be read`,
    ),
};
