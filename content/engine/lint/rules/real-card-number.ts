import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

/** In one piece, in groups of four, or in the groups of a card with fifteen digits. */
const digits =
  /(?<![\w.-])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5})(?![\w-]|\.\w)/g;
/** What the numbers of the great schemes begin with. */
const scheme = /^(?:4|5[1-5]|2[2-7]|3[0-9]|6[0-9])/;

/** Numbers that card schemes and payment services publish for tests. */
const published = new Set(
  `4111111111111111 4242424242424242 4012888888881881 4000056655665556 4222222222222 4005519200000004
  4009348888881881 4012000033330026 4012000077777777 4217651111111119 4500600000000061 4444333322221111
  4000000000000002 4000000000000069 4000000000000119 4000000000000127 4000000000009995 4000002500003155
  4917610000000000 4988438843884305 4166676667666746 4646464646464644 4000620000000007 4000180000000002
  5555555555554444 5105105105105100 5200828282828210 5431111111111111 5454545454545454 5555341244441115
  2223003122003222 2222400070000005 2222410740360010 2223000048410010 2720990000000007 5100290029002909
  5577000055770004 5136333333333335 5585558555855583 378282246310005 371449635398431 378734493671000
  370000000000002 341111111111111 6011111111111117 6011000990139424 6011981111111113 6011601160116611
  3056930009020004 36227206271667 30569309025904 38520000023237 36006666333344 3530111333300000
  3566002020360505 3569990010095841 6200000000000005 6205500000000000004 6304000000000000
  6771798021000008 6759649826438453`.split(/\s+/),
);

export const realCardNumber: TextRule = {
  name: 'real-card-number',
  severity: 'error',
  reason: 'A number that passes the check of a payment card may be somebody’s card.',
  remedy: 'Use a test number that is published, such as 4111 1111 1111 1111.',
  bad: `feed:
  - id: notice
    body: The log has the card 4539 5787 6362 1486 in it.`,
  good: `feed:
  - id: notice
    body: The log has the card 4111 1111 1111 1111 in it.`,
  check: (subject) =>
    findInTexts(
      subject,
      (text) => [...text.matchAll(digits)].map(([found]) => found).filter(isReal),
      (found) => `${found} passes the check of a payment card`,
    ),
};

function isReal(found: string): boolean {
  const number = found.replace(/[ -]/g, '');
  if (!scheme.test(number) || (number.length < 14 && !number.startsWith('4'))) return false;
  return !published.has(number) && passesLuhn(number);
}

/** The check digit of ISO/IEC 7812-1, annex B. */
function passesLuhn(number: string): boolean {
  const sum = number
    .split('')
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
