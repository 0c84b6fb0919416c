import type { Span } from '../score/sentences.ts';
import { splitAnswer } from '../star/split-answer.ts';
import { functionWords, isPast } from '../star/word-forms.ts';
import type { ConfidentialRule } from './confidential-rule.ts';
import { findEmployers } from './employer-names.ts';
import { generaliseCompany, isSectorWord } from './generalise.ts';
import { givenNames, neutralNames, wordNames } from './neutral-names.ts';

/** A name, and what can be said in its place, without regard to what stands around it. */
export interface FoundName {
  readonly rule: ConfidentialRule;
  readonly span: Span;
  /** The name alone, where the span holds more ("manager Priya"). */
  readonly core: string;
  readonly why: string;
  readonly say: string;
  readonly sayAgain: string;
}

interface Token {
  readonly text: string;
  readonly lower: string;
  readonly span: Span;
  readonly opens: boolean;
  /** A capital and small letters: could be a name. */
  readonly named: boolean;
  readonly comma: boolean;
}

const legalForms =
  /^(?:ltd|limited|inc|corp|corporation|gmbh|ag|plc|llc|llp|se|sa|sas|sarl|bv|nv|kg|kgaa|ab|oy|as|spa|srl|pty|co|company|group|holdings?|foundation|trust)\.?$/i;
const titles =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|doctor|sir|dame|herr|frau|madame|monsieur)\.?$/i;
const codeWords = /^(?:project|operation|programme|program|codename|initiative|mission)$/i;
const customerWords = /^(?:customers?|clients?|tenants?|buyers?|accounts?|prospects?)$/;
const companyWords =
  /^(?:employers?|vendors?|suppliers?|partners?|compan(?:y|ies)|firms?|agenc(?:y|ies)|competitors?|startups?|start-ups?|subsidiary|contractors?|bank|insurer|retailer|consultancy)$/;
const roleWords =
  /^(?:manager|lead|leader|boss|mentor|mentee|colleague|teammate|director|ciso|cto|ceo|cfo|cio|engineer|developer|analyst|intern|junior|apprentice|admin|administrator|owner|architect|auditor|consultant|supervisor|friend|nurse|doctor|teacher|recruiter|officer|researcher|tester|designer|operator|secretary|lawyer|accountant|counterpart|deputy|successor|predecessor|coach|head|professor|buddy|reviewer|trainee|graduate|student|contact)$/;
const humanVerbs =
  /^(?:said|told|asked|thought|argued|disagreed|agreed|believed|feared|wanted|objected|explained|refused|worried|joined|knew|saw|showed|helped|wrote|called|rang|phoned|insisted|suggested|proposed|apologised|thanked|admitted|replied|answered|laughed|smiled|nodded|left|led|taught|learned|learnt|noticed|offered|paired|backed|mentored|trained|reported|resigned|approved|reviewed|had|was|did|who|from)$/;
const towardsPeople =
  /^(?:asked|told|called|rang|phoned|showed|helped|thanked|with|mentored|trained|taught|invited|convinced|persuaded|joined|met|hired|to|and|by|emailed|messaged|paired|coached|interviewed)$/;
const atWork = /^(?:at|for|joined|left|with|by|from|of)$/;
const dealings =
  /^(?:merger|takeover|acquisition|partnership|contract|deal|agreement|lawsuit|negotiations?)$/;
const ownThings = /^(?:product|app|application|platform|service|tool|system|appliance|portal)$/;
const camelCase = /\p{Ll}\p{Lu}|\d/u;

/** Names in a text, in order. One pass over its sentences, and one for names that open a sentence. */
export function findNames(text: string): readonly FoundName[] {
  const sentences = splitAnswer(text).spans.map((span) => readTokens(text, span));
  const found: FoundName[] = [];
  const seen = new Map<string, FoundName>();
  const take = (name: FoundName): void => {
    found.push(name);
    for (const part of name.core.toLowerCase().split(/[\s-]+/)) {
      if (part.length > 2 && !neutralNames.has(part) && !isSectorWord(part)) seen.set(part, name);
    }
  };
  for (const tokens of sentences) {
    for (const run of findRuns(tokens)) readRun(tokens, run, take);
    for (const at of findEmployers(tokens))
      takeCompany(tokens, at, at + 1, (name) => found.push(name));
  }
  const starts = new Set(found.map(({ span }) => span[0]));
  for (const tokens of sentences) {
    const [first] = tokens;
    if (!first?.named || starts.has(first.span[0]) || isNeutral(first.lower)) continue;
    const known = seen.get(bare(first).toLowerCase());
    if (known) {
      found.push({ ...known, span: bareSpan(first), core: bare(first), say: known.sayAgain });
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

function readTokens(text: string, [from, to]: Span): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /[\p{L}\p{M}\p{N}]+(?:['’.&-][\p{L}\p{M}\p{N}]+)*/gu;
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const start = from + match.index;
    const word = match[0].replace(/['’]s$/, '');
    tokens.push({
      text: match[0],
      lower: word.toLowerCase(),
      span: [start, start + match[0].length],
      opens: tokens.length === 0 || /["“(:]\s?$/.test(text.slice(Math.max(from, start - 2), start)),
      comma: text[start + match[0].length] === ',',
      named: /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word),
    });
  }
  return tokens;
}

function isNeutral(word: string): boolean {
  return neutralNames.has(word) || functionWords.has(word);
}

function isLegalForm(token: Token | undefined): boolean {
  return (
    token !== undefined && /^(?:\p{Lu}|gmbh|plc)/u.test(token.text) && legalForms.test(token.text)
  );
}

/** Neighbouring words with a capital, one blank or hyphen apart. */
function findRuns(tokens: readonly Token[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [at, token] of tokens.entries()) {
    const last = runs.at(-1);
    const before = tokens[at - 1];
    const touches = before !== undefined && token.span[0] - before.span[1] === 1;
    const belongs = last?.[1] === at && touches && !/['’]s$/.test(before.text) && !token.opens;
    if (belongs && (token.named || isLegalForm(token))) last[1] = at + 1;
    else if (token.named) runs.push([at, at + 1]);
  }
  return runs;
}

function readRun(
  tokens: readonly Token[],
  [start, end]: readonly [number, number],
  take: (name: FoundName) => void,
): void {
  let from = start;
  const at = (index: number): Token | undefined => tokens[index];
  const form = (index: number): string => at(index)?.lower ?? '';
  // "When Priya", "Then Mr Okafor": the word that opens the sentence is no part of the name.
  if (at(from)?.opens && from + 1 < end && isOpener(form(from))) from += 1;
  const alone = end - from === 1;
  if (codeWords.test(form(from)) && !alone && !neutralNames.has(form(from + 1))) {
    take(name('project', tokens, from, end, from + 1));
    return;
  }
  if (titles.test(form(from)) && !alone) {
    takePerson(tokens, from, end, from, take);
    return;
  }
  const isLegal = !alone && isLegalForm(tokens[end - 1]);
  const isSector = !alone && isSectorWord(form(end - 1));
  const some = tokens.slice(from, end).some(({ lower }) => !isNeutral(lower));
  if (!some && !isLegal) return;
  if ((isLegal || isSector) && some) {
    while (from < end - 2 && isNeutral(form(from))) from += 1;
    if (!givenNames.has(form(from)) || isLegal) {
      takeCompany(tokens, from, end, take);
      return;
    }
  }
  while (from < end && isNeutral(form(from)) && !isSomebody(tokens, from, end)) from += 1;
  let to = end;
  while (to > from + 1 && isNeutral(form(to - 1))) to -= 1;
  if (from < to) readName(tokens, from, to, take);
}

function readName(
  tokens: readonly Token[],
  from: number,
  to: number,
  take: (name: FoundName) => void,
): void {
  const first = tokens[from];
  if (!first) return;
  const kind = judgeName(tokens, from, to, first);
  if (kind === 'person') takePerson(tokens, from, to, from, take);
  else if (kind === 'own-thing') takeOwnThing(tokens, from, to, take);
  else if (kind === 'code') {
    take({ ...name('project', tokens, from, to, from), say: 'by another name' });
  } else if (kind === 'company') takeCompany(tokens, from, to, take);
  else if (kind === 'name') take(name('name', tokens, from, to, from));
}

/** By what stands around it; null for what is no name, or a technical one. */
function judgeName(
  tokens: readonly Token[],
  from: number,
  to: number,
  first: Token,
): 'person' | 'company' | 'own-thing' | 'code' | 'name' | null {
  const before = tokens[from - 1]?.lower ?? '';
  if (isSomebody(tokens, from, to)) return 'person';
  // "The project was called Falcon".
  if (before === 'called') {
    const named = tokens.slice(Math.max(0, from - 6), from);
    return named.some(({ lower }) => codeWords.test(lower)) ? 'code' : 'company';
  }
  if (customerWords.test(before) || companyWords.test(before)) return 'company';
  const opens = first.opens && from === 0;
  if (opens && to - from === 1) return null;
  const two = tokens[from - 2]?.lower ?? '';
  // "The merger with Contoso", "the takeover of Contoso".
  if (/^(?:with|of|by)$/.test(before) && dealings.test(two)) return 'company';
  // "Our product TitanVault".
  if (/^(?:our|my)$/.test(two) && ownThings.test(before)) return 'own-thing';
  // Written like a product ("CloudTrail", "NordBank"): a company only where somebody works.
  if (camelCase.test(bare(first))) return isWorkplace(tokens, from) ? 'company' : null;
  if (roleWords.test(before)) return 'person';
  if (!opens && humanVerbs.test(tokens[to]?.lower ?? '')) return 'person';
  return isWorkplace(tokens, from) ? 'company' : 'name';
}

/** "in 2023 at X", "worked for X", "joined X"; not "looked at X", where X is what one looked at. */
function isWorkplace(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  if (!atWork.test(before)) return false;
  if (before === 'joined') return true;
  const two = tokens[from - 2]?.lower ?? '';
  if (before === 'at')
    return !/^(?:look\w*|glanc\w*|star(?:ed|ing)|aim\w*|point\w*|arriv\w*|and|or)$/.test(two);
  return /^(?:work\w*|employed|hired|job|role|time|back|team|career|internship|years?)$/.test(two);
}

/** A given name; one that is a word as well only beside what people do, or where people are meant. */
function isSomebody(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first) return false;
  const after = tokens[to]?.lower ?? '';
  const before = tokens[from - 1]?.lower ?? '';
  if (wordNames.has(first.lower)) {
    if (first.opens) return humanVerbs.test(after) && after !== 'was' && after !== 'had';
    return humanVerbs.test(after) || towardsPeople.test(before) || roleWords.test(before);
  }
  if (!givenNames.has(first.lower)) return false;
  if (!neutralNames.has(first.lower)) return true;
  return humanVerbs.test(after) || roleWords.test(before);
}

function isOpener(word: string): boolean {
  return (
    functionWords.has(word) ||
    isPast(word) ||
    /^(?:back|first|second|third|finally|later|today|yesterday|meanwhile|however|next|last|together|luckily|fortunately|unfortunately|eventually|afterwards|suddenly|soon|only|dear|hi|hello|hey|everybody|somebody|nobody|people|two|three|four|five|ten|despite|across|including|like|unlike|given|thanks|maybe|perhaps|please|sometimes|once|every|let|see|ask|tell)$/.test(
      word,
    )
  );
}

function takePerson(
  tokens: readonly Token[],
  from: number,
  to: number,
  core: number,
  take: (name: FoundName) => void,
): void {
  const before = tokens[from - 1];
  const first = tokens[from];
  if (before && first && roleWords.test(before.lower) && !/^\p{Lu}/u.test(before.text)) {
    const gap = first.span[0] - before.span[1];
    if (gap <= 2) {
      take({
        ...name('person', tokens, from, to, core),
        // "manager, Priya, was": both commas go with the name.
        span: [before.span[0], bareEnd(tokens, to) + (gap === 2 && tokens[to - 1]?.comma ? 1 : 0)],
        say: before.text,
        sayAgain: `the ${before.text}`,
      });
      return;
    }
  }
  take(name('person', tokens, from, to, core));
}

/** "Our product TitanVault" is "our product". */
function takeOwnThing(
  tokens: readonly Token[],
  from: number,
  to: number,
  take: (name: FoundName) => void,
): void {
  const before = tokens[from - 1];
  const found = name('project', tokens, from, to, from);
  if (!before) return;
  const why = 'names a product of your own';
  const span: Span = [before.span[0], found.span[1]];
  take({ ...found, span, why, say: before.text, sayAgain: `the ${before.lower}` });
}

function takeCompany(
  tokens: readonly Token[],
  from: number,
  to: number,
  take: (name: FoundName) => void,
): void {
  const before = tokens[from - 1];
  const first = tokens[from];
  const customer = before !== undefined && customerWords.test(before.lower);
  const found = name('company', tokens, from, to, from);
  const say = generaliseCompany(found.core, customer);
  const again = customer ? 'the customer' : 'the company';
  const close = before !== undefined && first !== undefined && first.span[0] - before.span[1] <= 2;
  if (customer && close && /^(?:customer|client)$/.test(before.lower)) {
    take({ ...found, span: [before.span[0], found.span[1]], say, sayAgain: again });
  } else take({ ...found, say, sayAgain: again });
}

const whys: Readonly<Record<'person' | 'company' | 'project' | 'name', string>> = {
  person: 'names a person',
  company: 'names a customer, an employer or another company',
  project: 'is a code name',
  name: 'looks like a name',
};
const says: Readonly<Record<keyof typeof whys, readonly [string, string]>> = {
  person: ['a colleague', 'the colleague'],
  company: ['a company', 'the company'],
  project: ['an internal project', 'the project'],
  name: ['a third party', 'the third party'],
};

function name(
  rule: keyof typeof whys,
  tokens: readonly Token[],
  from: number,
  to: number,
  core: number,
): FoundName {
  const words = tokens.slice(core, to).map(({ text }, at, all) => {
    return at === all.length - 1 ? text.replace(/['’]s$/, '') : text;
  });
  const [say, sayAgain] = says[rule];
  return {
    rule,
    span: [tokens[from]?.span[0] ?? 0, bareEnd(tokens, to)],
    core: words.join(' '),
    why: whys[rule],
    say,
    sayAgain,
  };
}

function bareEnd(tokens: readonly Token[], to: number): number {
  const last = tokens[to - 1];
  return last ? bareSpan(last)[1] : 0;
}

function bareSpan(token: Token): Span {
  return [token.span[0], token.span[0] + bare(token).length];
}

function bare({ text }: Token): string {
  return text.replace(/['’]s$/, '');
}
