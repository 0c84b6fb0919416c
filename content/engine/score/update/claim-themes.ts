import { themesOfHandling } from './themes-of-handling.ts';
import { themesOfHarm } from './themes-of-harm.ts';

/** What claims in updates on incidents are about, and how each is said in other words. Data: themed-claims.ts reads it. */
export interface ClaimTheme {
  readonly id: string;
  /** By these words a claim that must not be made is known as one of this theme. */
  readonly claim: RegExp;
  /** What makes a claim another one all the same: "was not stolen" is no claim of theft. */
  readonly not?: RegExp;
  /** How people say it. Each is searched in a sentence in lower case, hyphens as blanks. */
  readonly said: RegExp;
  /** Words that have to stand in the same sentence as well. */
  readonly also?: RegExp;
  /**
   * What the sentence has to be about. `named`: a thing of the claim, or one of its kind; `pointed`: that, or no thing
   * of another kind; `whoever`: named there, or by the sentence before; `any`: the words alone tell it.
   */
  readonly about: 'named' | 'pointed' | 'whoever' | 'any';
  /** Said of what is to come. */
  readonly future?: true;
}

/** A claim may be of several. */
export const claimThemes: readonly ClaimTheme[] = [...themesOfHandling, ...themesOfHarm];

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
  /\b(?:denmark|danish|borders?|countr(?:y|ies)|abroad|countries)\b/,
  /\b(?:staff|employees?|colleagues?|people|team|worker|workers|contractors?|interns?)\b/,
];

/** Who is meant by "they" is told by the sentence before. */
export const pointingAtPeople =
  /\b(?:they|them|their|these (?:people|guys|gentlemen|folks)|those (?:people|guys)|he|she|his|her|him)\b/;
