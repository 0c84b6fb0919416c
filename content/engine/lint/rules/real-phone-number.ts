import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

/**
 * Written as people write them; figures in one piece or apart by stops are far more often something
 * else. With a country's code, or as in the United Kingdom, or as in North America.
 */
const forms: readonly RegExp[] = [
  /(?<![\w+.-])\+[1-9]\d{0,2}(?:[ -]|(?=\())(?:\(0?\d{0,4}\)[ -]?)?\d{1,5}(?:[ -]\d{2,8}){1,4}(?![\w-])/g,
  /(?<![\w+.:-])\(?0[1-9](?:\d\)? \d{4} \d{4}|\d{2}\)? \d{3} \d{4}|\d{3}\)? \d{3} ?\d{3})(?![\w-])/g,
  /(?<![\w+.-])(?:\([2-9]\d{2}\) ?|[2-9]\d{2}-)[2-9]\d{2}-\d{4}(?![\w-])/g,
];

/**
 * Ranges that regulators keep for stories, with the country's code: Ofcom (United Kingdom), NANPA
 * (555-0100 to 555-0199), Arcep (France), Bundesnetzagentur (Germany), ACMA (Australia).
 */
const invented: readonly RegExp[] = [
  /^44(?:11[3-8]|121|131|141|151|161)4960\d{3}$/,
  /^44(?:1632960|2079460|1914980|2896496|2920180|7700900|8081570|9098790|3069990)\d{3}$/,
  /^1\d{3}55501\d{2}$/,
  /^33(?:19900|26191|35301|46571|53649|63998)\d{4}$/,
  /^49(?:3023125|6990009|4066969|2214710|8999998)\d{3}$/,
  /^61(?:[2378]5550|[2378]7010)\d{4}$/,
  /^6149157\d{4}$/,
];

export const realPhoneNumber: TextRule = {
  name: 'real-phone-number',
  severity: 'warning',
  reason:
    'A telephone number outside the ranges that are kept for stories may ring at somebody’s home.',
  remedy:
    'Use one that is kept for stories, such as 01632 960 123, 07700 900 123 or +1 202-555-0143.',
  bad: `feed:
  - id: notice
    body: Ring me on 0117 926 0142, please.`,
  good: `feed:
  - id: notice
    body: Ring me on 0117 496 0142, please.`,
  check: (subject) =>
    findInTexts(
      subject,
      (text) =>
        forms
          .flatMap((form) => [...text.matchAll(form)].map(([found]) => found))
          .filter((found) => !isInvented(found) && !isDate(found)),
      (found) => `${found} is in no range of telephone numbers that is kept for stories`,
    ),
};

function isInvented(found: string): boolean {
  const digits = found.replace('(0)', '').replace(/\D/g, '');
  const number = found.startsWith('+')
    ? digits
    : digits.startsWith('0')
      ? `44${digits.slice(1)}`
      : `1${digits}`;
  if (number.length < 9 || number.length > 15) return true; // no telephone number at all
  return invented.some((range) => range.test(number));
}

/** A line of a change that begins with a day: +2026-03-10 … */
function isDate(found: string): boolean {
  return /\d{4}-\d\d-\d\d/.test(found);
}
