import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

/** Country, two check figures and the account, in one piece or in groups of four (ISO 13616). */
const form =
  /(?<![\w/+=-])[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?)(?![\w/+=-])/g;

/** How long the number of each country is; of other lengths are ids of hexadecimal figures. */
const lengths = new Map(
  `AD24 AE23 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GR27 HR21 HU28 IE22
  IL23 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SA24 SE24 SI19 SK24 SM27
  TR26 UA29`
    .split(/\s+/)
    .map((one) => [one.slice(0, 2), Number(one.slice(2))] as const),
);

/** The examples that the registry of the standard prints for each country. */
const published = new Set(
  `GB29NWBK60161331926819 DE89370400440532013000 FR1420041010050500013M02606 NL91ABNA0417164300
  CH9300762011623852957 ES9121000418450200051332 IT60X0542811101000000123456 AT611904300234573201
  BE68539007547034 IE29AIBK93115212345678 SE4550000000058398257466 DK5000400440116243
  NO9386011117947 FI2112345600000785 PL61109010140000071219812874 LU280019400644750000
  PT50000201231234567890154 GB82WEST12345698765432`.split(/\s+/),
);

export const realBankAccount: TextRule = {
  name: 'real-bank-account',
  severity: 'error',
  reason: 'A bank account number (IBAN) that passes its own check may be somebody’s account.',
  remedy: 'Use the published example GB29 NWBK 6016 1331 9268 19, or 00 as its check figures.',
  bad: `feed:
  - id: notice
    body: The invoice names DE44 5001 0517 5407 3249 31 as the account.`,
  good: `feed:
  - id: notice
    body: The invoice names DE00 5001 0517 5407 3249 31 as the account.`,
  check: (subject) =>
    findInTexts(
      subject,
      (text) => [...text.matchAll(form)].map(([found]) => found).filter(isReal),
      (found) => `${found} passes the check of a bank account`,
    ),
};

function isReal(found: string): boolean {
  const number = found.replaceAll(' ', '');
  // A Belgian number is as long as a request's id, and has figures only.
  const isBelgianId = /^BE.*[A-F]/.test(number);
  if (number.length !== lengths.get(number.slice(0, 2)) || isBelgianId) return false;
  return !published.has(number) && passes(number);
}

/** ISO 7064, MOD 97-10: the first four signs go to the end, letters count from 10. */
function passes(number: string): boolean {
  const turned = number.slice(4) + number.slice(0, 4);
  let rest = 0;
  for (const sign of turned) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
