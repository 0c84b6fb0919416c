import type { ClaimTheme } from './claim-theme.ts';
import { themesInPlainWords } from './themes-in-plain-words.ts';
import { themesOfScope } from './themes-of-scope.ts';
import { themesOfHandling } from './themes-of-handling.ts';
import { themesOfHarm } from './themes-of-harm.ts';

/** A claim may be of several. */
export const claimThemes: readonly ClaimTheme[] = [
  ...themesOfHandling,
  ...themesOfHarm,
  ...themesInPlainWords,
  ...themesOfScope,
];

/** Things of one kind: whoever says one of these of another means that one, or one like it. */
export const thingKinds: readonly RegExp[] = [
  /\b(?:invoices?|documents?|papers?|files?|records?|contracts?|forms?|database|data|details|dumps?)\b/,
  /\b(?:photos?|pictures?|albums?|images?|videos?|films?|collections?|archives?|snaps)\b/,
  /\b(?:cards?|card numbers?|long numbers?|pans?)\b/,
  /\b(?:passwords?|log-?ins?|login secrets?|passphrases?|passcodes?|pins?)\b/,
  /\b(?:keys?|tokens?|certificates?|credentials?)\b/,
  /\b(?:chats?|messages?|e-?mails?|mails?|conversations?|letters?)\b/,
  /\b(?:backups?|restore points?|snapshots?|tapes?)\b/,
  /\b(?:releases?|versions?|packages?|builds?|libraries|library|malware|script)\b/,
  /\b(?:money|funds|cents?|penny|euros?|dollars?|cash|coins?|bitcoins?|payouts?)\b/,
  /\b(?:mfa|multi-?factor|two-?factor|second factors?|second step|2fa|one time (?:code|password)s?|authenticator)\b/,
  /\b(?:support desk|help ?desk|service desk|hotline|support people|support)\b/,
  /\b(?:deploy\w*|rollouts?|roll out|releases?|pushe?s?|change)\b/,
  /\b(?:production|prod|live|customers?)\b/,
  /\b(?:hosts?|servers?|machines?|box(?:es)?|computers?|nodes?|(?:web|db|app|srv|vm|pc) \d+)\b/,
  /\b(?:deliver(?:y|ies)|shipments?|parcels?|orders?|goods|consignments?|trucks?|distribution|shipping)\b/,
  /\b(?:borders?|countr(?:y|ies)|abroad)\b/,
  /\b(?:staff|employees?|colleagues?|people|team|worker|workers|contractors?|interns?)\b/,
];

/** Who is meant by "they" is told by the sentence before. */
export const pointingAtPeople =
  /\b(?:they|them|their|these (?:people|guys|gentlemen|folks)|those (?:people|guys)|he|she|his|her|him)\b/;
