import type { Span } from '../sentences.ts';
import { isToldByFact, type Claims } from './support.ts';
import { eachClause } from './baseless.ts';
import { tellsBrake } from './brake.ts';
import { overlaps, type Finding } from './finding.ts';
import { isRequest } from './no-claim.ts';
import { limiting, matchClause, type Match } from './match.ts';
import { isOwnLookMissing } from './own-look.ts';
import { isDisputed, isQuoted, isRetracted } from './correction.ts';
import { keyOf, readStatement, signOf } from './statement.ts';
import { writeSentence } from './said-sentence.ts';
import type { Token } from './token.ts';
import { isShutOut, strangers } from './shut-out.ts';
import { valuables } from './valuables.ts';

const harms = new Set(['take', 'access', 'expose', 'compromise', 'lose']);

/** "No data was accessed", "your data is safe": nobody knows without proof, which takes a fact. */
export function findUnprovenSafety(
  claims: Claims,
  taken: readonly Span[],
  forbidden: readonly string[] = [],
): readonly Finding[] {
  const claimed = forbidden.map((text) => readStatement(text, false));
  // What a claim must not be made of is open, whatever it is; the opposite is no better known.
  const open = new Set(
    claimed.flatMap(({ elements }) =>
      elements
        .filter(({ concept, figure, weight }) => !concept?.act && !figure && weight >= 0.75)
        .map(({ key }) => key),
    ),
  );
  return eachClause(claims, (tokens, match) => {
    const act = tokens.find(
      (token) =>
        harms.has(token.concept?.id ?? '') &&
        !token.hollow &&
        signOf(token) === -1 &&
        (token.mood === 'plain' || token.mood === 'weak') &&
        // Disks and logs are preserved as evidence; that says nothing of what was taken.
        !/^preserv/.test(token.text) &&
        !isOfAThing(tokens, token) &&
        !isPlace(tokens, token),
    );
    // "For the authority only, no onward circulation": a request.
    if (
      /^(?:circulation|publication|disclosure)$/.test(act?.text ?? '') &&
      tokens.some(({ text }) => /^(?:onward|further|please)$/.test(text))
    )
      return null;
    // "So the patch opens nothing", of a thing: what it can do, and not what somebody did.
    if (
      act?.text === 'opens' &&
      /^(?:nothing|no)$/.test(tokens[tokens.indexOf(act) + 1]?.text ?? '')
    )
      return null;
    // "Nothing of it goes public": how it is to be kept.
    if (act?.text === 'public' && tokens.some(({ text }) => /^go(?:es)?$/.test(text))) return null;
    // "That is not true: nobody has taken over any car", where that they were must not be claimed.
    if (
      /^(?:that|this|it) (?:is|was) (?:not (?:true|so|right|correct)|untrue|false|wrong)\b/i.test(
        writeSentence(match.sentence),
      ) &&
      claimed.some(
        (claim) => matchClause(claim, match.sentence, match.clause, true).sense === 'opposite',
      )
    )
      return null;
    if (!act || isShutOut(tokens, act) || isWithdrawn(claims, tokens, act)) return null;
    if (isOwnLookMissing(claims, match, tokens, act)) return null;
    if (isHalted(tokens) && tellsBrake(claims)) return null;
    if (isNotCharged(claims, tokens, act)) return null;
    if (isOutOfReach(claims, tokens, act)) return null;
    if (isPurposeOrQuestion(tokens) || isSignInOfUsers(tokens, act)) return null;
    if (isNotDelivered(tokens, act) || isOutage(match, tokens, act)) return null;
    if (isApart(tokens, act) || isBesideTheMatter(claims, tokens, act, open)) return null;
    // "Your file may not have reached the bank": what is feared, and nothing that is ruled out.
    if (/^reach/.test(act.text) && tokens.some(({ text }) => /^(?:may|might)$/.test(text)))
      return null;
    if (tokens.some(({ text }) => /^(?:can|cannot|can't)$/.test(text)) && isFromNowOn(tokens))
      return null;
    const advice =
      isRequest(tokens) ||
      tokens
        .slice(0, 3)
        .some(({ text }) => /^(?:do|don't|never|you|if|should|must|be|avoid)$/.test(text));
    // "No other tape is missing" is not said of the one that is.
    const spared = tokens.some(({ text }) => /^(?:other|others|further|else)$/.test(text));
    const thing =
      tokens.some(
        (token) =>
          valuables.has(keyOf(token)) ||
          // "No strangers looked at a single picture".
          (keyOf(token) === 'attacker' && token.negated) ||
          (!token.hollow && !spared && open.has(keyOf(token))),
      ) || tokens.some(({ text }) => /^(?:nothing|nobody|everything|none|anything)$/.test(text));
    if (
      !thing ||
      advice ||
      overlaps(match.span, taken) ||
      isRetracted(match.sentence, match.clause) ||
      isDisputed(claims.said, match.sentence)
    )
      return null;
    if (isToldByFact(claims, { ...match, tokens: [act] })) return null;
    if (supportsSafety(claims, match, act) || isQuoted(match.sentence)) return null;
    const why =
      'Nothing in the facts proves this. Until it is proven, say what was looked at, what it showed, and what is still open.';
    return {
      rule: 'no-access-without-proof',
      cost: act.mood === 'plain' ? 0.25 : 0.1,
      spans: [match.span],
      why,
    };
  });
}

/** "No money was taken for it", where a fact has it that nothing was charged. */
function isNotCharged({ facts }: Claims, tokens: readonly Token[], act: Token): boolean {
  return (
    /^tak(?:e|en|ing)$/.test(act.text) &&
    tokens.some(({ text }) => /^(?:money|payments?|amounts?|sums?|cards?|accounts?)$/.test(text)) &&
    facts.some(
      ({ state, statement }) =>
        state === 'asked' &&
        statement.elements.some(({ key, sign }) => /^(?:charge|pay)$/.test(key) && sign === -1),
    )
  );
}

/** "Bookings never reached our clinics": what did not come to us is harm done. That it reached no stranger takes proof. */
function isNotDelivered(tokens: readonly Token[], act: Token): boolean {
  const at = tokens.indexOf(act);
  return (
    /^reach/.test(act.text) &&
    tokens
      .slice(at + 1, at + 3)
      .some(({ text }) => /^(?:us|our|you|your|the|its|their)$/.test(text)) &&
    !tokens
      .slice(at + 1)
      .some(({ concept, text }) => concept?.id === 'attacker' || beyond.test(text)) &&
    tokens.slice(0, at).some((token) => !token.hollow && !token.figure && !token.concept?.act) &&
    !tokens
      .slice(0, at)
      .some(({ concept, text }) => concept?.id === 'attacker' || strangers.test(text))
  );
}

/** "Booking is down, nobody can open tickets": what fails for all. "Your" would say whose no stranger can. */
function isOutage({ sentence }: Match, tokens: readonly Token[], act: Token): boolean {
  const at = tokens.findIndex(({ text }) => text === 'nobody');
  return (
    at >= 0 &&
    tokens[at + 1]?.text === 'can' &&
    /^(?:open|read|see|use|reach|access|view|get)$/.test(act.text) &&
    !tokens.some(({ text, concept }) => text === 'your' || concept?.id === 'attacker') &&
    sentence.tokens.some(
      (token) =>
        token !== act && keyOf(token) === 'down' && signOf(token) === 1 && token.mood === 'plain',
    )
  );
}

/** "Refunds do not run through it and are untouched": why they are, which anybody can check. */
export function isApart(tokens: readonly Token[], act: Token): boolean {
  return (
    /^(?:untouched|unharmed|intact|unaffected|safe|fine)$/.test(act.text) &&
    tokens.some(
      ({ text, negated }, at) =>
        /^(?:run|runs|go|goes|pass|passes|depend|depends|rely|relies)$/.test(text) &&
        negated &&
        /^(?:through|on|over|via|there|by)$/.test(tokens[at + 1]?.text ?? ''),
    )
  );
}

/** What holds a reader's own: that it is safe takes proof, whether or not a fact speaks of it. */
const holdings = new Set([
  'data',
  'card',
  'account',
  'credential',
  'token',
  'key',
  'money',
  'backup',
  'order',
  'mail',
  'pay',
]);

/**
 * "Card and cash donors are not touched by this", "originals are safe on the object store": of a part that no fact and
 * no claim speaks of, and no more than where it ends. Of data and accounts, and of what is the reader's, it takes proof.
 */
function isBesideTheMatter(
  { facts }: Claims,
  tokens: readonly Token[],
  act: Token,
  claimed: ReadonlySet<string>,
): boolean {
  const at = tokens.indexOf(act);
  const subject = tokens
    .slice(0, at)
    .filter((token) => !token.hollow && !token.figure && !token.concept?.act);
  const [first] = subject;
  const head = subject.at(-1);
  const isSpokenOf = (token: Token): boolean =>
    facts.some(({ statement, phrases }) =>
      [statement, ...phrases].some(({ elements }) =>
        elements.some(({ key }) => key === keyOf(token)),
      ),
    );
  return (
    first !== undefined &&
    head !== undefined &&
    /^(?:untouched|touched|unharmed|intact|unaffected|affected|concerned|spared|safe)$/.test(
      act.text,
    ) &&
    !tokens.some(
      ({ text, concept }) =>
        concept?.id === 'attacker' ||
        /^(?:you|your|yours|their|theirs|nothing|nobody|none|no|everything|everybody|everyone|all|any|anything)$/.test(
          text,
        ),
    ) &&
    !holdings.has(keyOf(head)) &&
    !subject.some(
      (token) =>
        claimed.has(keyOf(token)) &&
        // "Cash donors are not touched", where a claim is of donors: others of them.
        !(
          token === head &&
          token !== first &&
          isPeople(head) &&
          !/^(?:safe|intact)$/.test(act.text)
        ),
    ) &&
    !isSpokenOf(first) &&
    subject.filter(isSpokenOf).length * 2 < subject.length
  );
}

function isPeople({ text, concept }: Token): boolean {
  return (
    /^(?:customer|person|staff)$/.test(concept?.id ?? '') ||
    (concept === null && /(?:[eo]rs|ees|ants|ists|ians)$/.test(text))
  );
}

const beyond = /^(?:outside|outsiders?|public|internet|web|press|wrong|anyone|anybody|else|third)$/;

/** "Hardware keys are not exposed to this", where they cannot be phished: who is concerned at all. */
function isOutOfReach({ facts }: Claims, tokens: readonly Token[], act: Token): boolean {
  if (act.text !== 'exposed' || tokens[tokens.indexOf(act) + 1]?.text !== 'to') return false;
  const things = tokens.filter((token) => !token.hollow && !token.figure && !token.concept?.act);
  return facts.some(
    ({ state, statement: { elements } }) =>
      state === 'asked' &&
      elements.some(({ concept, sign }) => concept?.act && sign === -1) &&
      things.filter((token) => elements.some(({ key }) => key === keyOf(token))).length >= 2,
  );
}

/** "No more cards are being copied", "none has been lost since": of what came after a brake, and not of what was before. */
function isHalted(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, at) =>
      /^(?:since|anymore|longer)$/.test(text) ||
      (/^(?:more|further)$/.test(text) &&
        /^(?:no|any)$/.test(tokens[at - 1]?.text ?? '') &&
        tokens.slice(at).some((token) => /^(?:is|are|can|being)$/.test(token.text))),
  );
}

/** "The account has had no access since 11:05", where it was withdrawn. */
function isWithdrawn({ facts }: Claims, tokens: readonly Token[], act: Token): boolean {
  return (
    keyOf(act) === 'access' &&
    isFromNowOn(tokens) &&
    facts.some(
      ({ state, statement }) =>
        state === 'asked' &&
        statement.elements.some(({ key, sign }) => /^(?:off|isolate)$/.test(key) && sign === 1),
    )
  );
}

/** "No passwords were in the export": what was in it, and not whether there was one. */
function isPlace(tokens: readonly Token[], act: Token): boolean {
  const at = tokens.indexOf(act);
  return (
    /^(?:the|that|this)$/.test(tokens[at - 1]?.text ?? '') &&
    /^(?:in|from|of|inside|within)$/.test(tokens[at - 2]?.text ?? '') &&
    at >= 3
  );
}

/** "Our bank's secure page", "the password safe": of the thing, and not of what became of it. */
function isOfAThing(tokens: readonly Token[], act: Token): boolean {
  const at = tokens.indexOf(act);
  // "The sum of lost sales", "nobody has lost power", "no loss of supply".
  if (keyOf(act) === 'lose') {
    const next = tokens[at + 1];
    const attribute = act.text === 'lost' && /^(?:of|the|any)$/.test(tokens[at - 1]?.text ?? '');
    return (
      (attribute && next !== undefined && !next.hollow && !next.figure) ||
      tokens
        .slice(at + 1, at + 4)
        .some(({ text }) =>
          /^(?:sales|supply|power|electricity|water|heating|signal|connection|time|minutes?|hours?|days?|places?|turn|patience|sleep)$/.test(
            text,
          ),
        )
    );
  }
  if (!/^(?:safe|secure)$/.test(act.text)) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (
    (after !== undefined && !after.hollow && after.gap.trim() === '') ||
    (act.text === 'safe' && /^(?:password|the|a|our|their|key)$/.test(before?.text ?? ''))
  );
}

/** "Nobody can open it since noon", "nobody can any more". */
export function isFromNowOn(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => /^(?:since|now|anymore|longer|again)$/.test(text));
}

/** "Store cards" are cards from stores. */
function isSameThing(token: Token, key: string): boolean {
  return keyOf(token) === key || token.stem === key || token.text === key;
}

const readable = /^(?:data|customer|person|staff|card|account|credential|token|mail|backup)$/;

const present =
  /\b(?:(?:are|is|were|was) (?:all |still |both )*(?:present|complete|there|intact|unchanged|unharmed|accounted for))\b/i;

function supportsSafety({ facts }: Claims, { sentence, clause }: Match, act: Token): boolean {
  const tokens = sentence.byClause[clause] ?? [];
  const named = tokens.filter((token) => valuables.has(keyOf(token)));
  // "None is lost" speaks of what was named just before; "nothing" of anything at all.
  const pointed = named.length > 0 || tokens.some(({ text }) => text === 'none');
  return facts.some(({ state, statement, fact }) => {
    if (state !== 'asked' || statement.mood === 'open') return false;
    const { elements } = statement;
    const namesThing = tokens.some(
      (token) =>
        !token.hollow &&
        !token.figure &&
        token !== act &&
        elements.some(({ key }) => key === keyOf(token)),
    );
    // "Other regions are untouched", where only Europe is affected.
    if (
      /^(?:untouched|unharmed|intact|spared)$/.test(act.text) &&
      limiting.test(fact.text) &&
      elements.some(({ key, sign }) => key === 'affect' && sign === 1) &&
      tokens.some(({ text }) => /^(?:other|others|rest|elsewhere|else|remaining)$/.test(text))
    )
      return true;
    // "Your pictures are safe", where all are present and that was checked.
    if (
      /^(?:safe|secure|intact|untouched|unharmed|lost|missing|gone)$/.test(act.text) &&
      present.test(fact.text) &&
      namesThing
    )
      return true;
    // "No prod access", where a key has write access to six repositories "and none to production".
    const closed = /\b(?:none|no (?:\w+ )?access) (?:to|on|in) (.+)/i.exec(fact.text)?.[1];
    // "Store cards are untouched", where of the cards none is from stores.
    const spared = /\bnone (?:from|of|in|at) (.+)/i.exec(fact.text)?.[1];
    for (const place of [keyOf(act) === 'access' ? closed : undefined, spared]) {
      if (place === undefined) continue;
      const [first] = readStatement(place, false).elements;
      if (first && tokens.some((token) => token !== act && isSameThing(token, first.key)))
        return true;
    }
    // "Your parcel is safe on the shelf", where parcels are kept a week longer. What can be read is safe by more than that.
    if (
      /^(?:safe|secure)$/.test(act.text) &&
      /\b(?:is|are|be|been)\b(?: \w+)? (?:kept|held|stored|reserved)\b/i.test(fact.text) &&
      !named.some((token) => readable.test(keyOf(token))) &&
      namesThing
    )
      return true;
    // "No trip is lost", where trips are kept in the car.
    if (
      keyOf(act) === 'lose' &&
      elements.some(({ key, sign }) => key === 'keep-data' && sign === 1) &&
      namesThing
    )
      return true;
    // "Nobody can reach it", where it is not reachable.
    if (
      /^reach/.test(act.text) &&
      elements.some(({ key, sign }) => key === 'down' && sign === 1) &&
      /\breach/i.test(fact.text) &&
      matchClause(statement, sentence, clause, false).coverage >= 0.3
    )
      return true;
    // "Untouched" is how people say "not affected".
    const whole = /^(?:untouched|unharmed|intact)$/.test(act.text);
    const isDenied = (key: string): boolean =>
      elements.some((element) => element.key === key && element.sign === -1);
    if (![...harms].some(isDenied) && !(whole && isDenied('affect'))) return false;
    // A fact of two parts ("no order is lost, and nobody was charged twice") bears out each.
    const sameAct = isDenied(keyOf(act)) || (whole && isDenied('affect'));
    const known = (token: Token): boolean => elements.some(({ key }) => key === keyOf(token));
    if (sameAct && pointed && named.every(known)) return true;
    // "Nothing lost", where no documents are lost: of data as a whole, not of one kind.
    const kinds = elements.filter(({ key }) => valuables.has(key)).map(({ key }) => key);
    if (
      sameAct &&
      named.length === 0 &&
      kinds[0] === 'data' &&
      !kinds.some((key) => /^(?:card|credential|money|customer|person|account|token)$/.test(key))
    )
      return true;
    const match = matchClause(statement, sentence, clause, false);
    return match.sense === 'same' && match.agreed >= 0.5;
  });
}

/** "So that nobody would land on a tampered page", "why nobody saw it": what is meant to be, or is asked. */
function isPurposeOrQuestion(tokens: readonly Token[]): boolean {
  const [first, second] = tokens.map(({ text }) => text);
  return (
    (first === 'so' &&
      /^(?:that|nobody|no)$/.test(second ?? '') &&
      tokens.slice(2, 9).some(({ text }) => /^(?:would|could|can|will|may|should)$/.test(text))) ||
    /^(?:why|how)$/.test(first ?? '')
  );
}

/** "Nobody could log in with the app": who cannot are its users, unless a stranger is named. */
function isSignInOfUsers(tokens: readonly Token[], act: Token): boolean {
  const at = tokens.indexOf(act);
  return (
    /^(?:log|logged|sign|signed)$/.test(act.text) &&
    /^(?:in|on)$/.test(tokens[at + 1]?.text ?? '') &&
    tokens.slice(0, at).some(({ text }) => /^(?:could|couldn't)$/.test(text)) &&
    !tokens.some(
      ({ concept, text }) =>
        concept?.id === 'attacker' || (text !== 'nobody' && strangers.test(text)),
    )
  );
}
