import type { TextRule } from './rule.ts';
import { brokenLink } from './rules/broken-link.ts';
import { brokenLetters } from './rules/broken-letters.ts';
import { doubledWord } from './rules/doubled-word.ts';
import { emptyTableHead } from './rules/empty-table-head.ts';
import { hardToRead } from './rules/hard-to-read.ts';
import { imageWithoutText } from './rules/image-without-text.ts';
import { impossibleTime } from './rules/impossible-time.ts';
import { longText } from './rules/long-text.ts';
import { placeholder } from './rules/placeholder.ts';
import { rawHtml } from './rules/raw-html.ts';
import { realAccount } from './rules/real-account.ts';
import { realAddress } from './rules/real-address.ts';
import { realBankAccount } from './rules/real-bank-account.ts';
import { realCardNumber } from './rules/real-card-number.ts';
import { realDomain } from './rules/real-domain.ts';
import { realKey } from './rules/real-key.ts';
import { realPhoneNumber } from './rules/real-phone-number.ts';
import { skippedHeading } from './rules/skipped-heading.ts';
import { unclosedBold } from './rules/unclosed-bold.ts';
import { unpairedQuote } from './rules/unpaired-quote.ts';
import { vagueLink } from './rules/vague-link.ts';
import { wrongWeekday } from './rules/wrong-weekday.ts';

/** Rules for texts, in drills and exercises, in the order in which they are asked. */
export const textRules: readonly TextRule[] = [
  realAddress,
  realDomain,
  realAccount,
  realKey,
  realCardNumber,
  realBankAccount,
  realPhoneNumber,
  hardToRead,
  longText,
  imageWithoutText,
  brokenLink,
  vagueLink,
  skippedHeading,
  rawHtml,
  emptyTableHead,
  brokenLetters,
  unclosedBold,
  unpairedQuote,
  doubledWord,
  placeholder,
  wrongWeekday,
  impossibleTime,
];
