import { isSameFigure } from './figures.ts';
import type { Match } from './match.ts';
import { matchClause, textOf } from './match.ts';
import { keyOf, readStatement, signOf } from './statement.ts';
import type { Token } from './token.ts';

// What looks like the opposite of a fact and is none.

/** Whether a clause that turns a fact round by its words alone can be read with it. */
export function isNoOpposite(fact: string, match: Match): boolean {
  return (
    isToldByPart(fact, match) ||
    saysBoth(match) ||
    failsAlike(match) ||
    isMendedSince(fact, match) ||
    isToBeDone(match) ||
    isByOthers(fact, match) ||
    endsAsTold(match) ||
    isOfOtherKind(fact, match) ||
    isToldToUs(fact, match) ||
    isLackedAlike(fact, match) ||
    isEndedAfter(fact, match) ||
    isNoneSince(match) ||
    isAsUsual(match)
  );
}

/** "Production is apart", of a fact that says so behind a semicolon: the part that a clause speaks of counts. */
function isToldByPart(fact: string, { sentence, clause, turned }: Match): boolean {
  const parts = fact.split(/;\s|,\s(?:but|and)\s|\sand (?=(?:is|are|was|were)\b)/);
  const here = new Set(sentence.byClause[clause]);
  return (
    parts.length > 1 &&
    parts.some((part) => {
      const told = matchClause(readStatement(part, false), sentence, clause, false);
      return (
        told.sense === 'same' &&
        told.turned.size === 0 &&
        told.agreed >= 0.6 &&
        told.tokens.filter((token) => here.has(token)).length >= 2 &&
        ![...turned].some(({ spared }) => spared)
      );
    })
  );
}

function actsOf({ sentence, clause }: Match): readonly Token[] {
  return (sentence.byClause[clause] ?? []).filter(({ concept }) => concept?.act);
}

/** "Sorting stopped at three, running again from seven": what was and what is, in one line. */
function saysBoth(match: Match): boolean {
  return [...match.turned].every(
    ({ key, sign, concept }) =>
      concept?.act === true &&
      actsOf(match).some((token) => token.concept?.id === key && signOf(token) === sign),
  );
}

const failing =
  /^(?:missing|without|lacks?|lacking|lost|problems?|troubles?|difficult(?:y|ies)|unable|impossible|fails?|failed|failing|unavailable|closed|shut|suspended|halted|paused|frozen|cannot|can't|couldn't)$/;

/** "Pushes fail" and "cannot push", "no power" and "the power is off": both say that it does not go. */
function failsAlike(match: Match): boolean {
  const { sentence, clause, turned } = match;
  const words = sentence.byClause[clause] ?? [];
  return (
    [...turned].every(({ sign }) => sign === -1) &&
    !words.some(({ negated, concept, sign }) => negated && concept?.act && sign === -1) &&
    words.some(
      (token) =>
        (failing.test(token.text) && !match.tokens.includes(token)) ||
        (/^(?:down|off|stop|lose)$/.test(token.concept?.id ?? '') &&
          signOf(token) === 1 &&
          !match.tokens.includes(token)),
    )
  );
}

const past = /\b(?:was|were|had|did|[a-z]{2,}ed|went|fell|broke|ran|lost)\b/i;
const lasting = /\b(?:is|are|has|have|still|now|since|cannot|can|remains?|does|do)\b/i;

/** "Payments failed until noon" and "payments work again", "was not renewed" and "we renewed it": one after the other. */
function isMendedSince(fact: string, match: Match): boolean {
  if (!past.test(fact) || lasting.test(fact)) return false;
  const said = textOf(match);
  const ownDeed =
    /^(?:(?:and|but|so|then) )?(?:we|i)(?:'ve| have)? (?:\w+ )?\w+(?:ed|t|n)\b/.test(said) &&
    /\b(?:not|never|no)\b/i.test(fact) &&
    ![...match.turned].some(({ figure }) => figure);
  return (
    ownDeed ||
    (/\b(?:again|back|restored|recovered|since|now|repaired|reopened|resumed)\b/.test(said) &&
      !/\b(?:not|never|no|n't)\b/.test(said))
  );
}

/** "Your job at ten: force it", "we wait for him to answer": what is to be, and not what is. */
function isToBeDone(match: Match): boolean {
  const words = match.sentence.byClause[match.clause] ?? [];
  const first = words[0];
  const ordered =
    first !== undefined &&
    (words.length > 2 || match.clause > 0) &&
    /^(?:force|set|put|keep|check|use|reset|block|watch|send|call|ask|tell|please|make|let|take|switch|turn|stop|start|restart|close|open)$/.test(
      first.text,
    );
  const awaited = [...match.turned].every(({ key }) =>
    words.some(
      (token, at) =>
        keyOf(token) === key &&
        words[at - 1]?.text === 'to' &&
        words
          .slice(Math.max(0, at - 8), at - 1)
          .some(({ text }) =>
            /^(?:waits?|waiting|asked|want|hope|expect|due|need|needs)$/.test(text),
          ),
    ),
  );
  return ordered || awaited;
}

/** "Offline from 16:30 to 18:30", where it went back online at 18:30: that is when it ended. */
function endsAsTold({ met, turned, sentence, clause }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  if (![...turned].every(({ sign }) => sign === -1)) return false;
  return words.some(
    ({ figure, gap }, at) =>
      figure?.kind === 'time' &&
      [...met].some((element) => element.figure && isSameFigure(element.figure, figure)) &&
      (/^(?:to|until|till|and)$/.test(words[at - 1]?.text ?? '') || /[–-]/.test(gap)) &&
      words.slice(0, at).some((token) => token.figure?.kind === 'time'),
  );
}

/** "We never ask for it", where callers do; "a key nobody here added": denied of us, and done by others. */
function isByOthers(fact: string, match: Match): boolean {
  const said = textOf(match);
  if (/\bnobody (?:here|of us|on our|in our|at our|from our)\b|\b(?:not|never) by us\b/.test(said))
    return !/\b(?:we|our|us)\b/i.test(fact);
  return (
    /^(?:(?:and|but|so|please note|remember) )?(?:we|our \w+|i)(?: will| would| do| did)?(?: not| never|n't)\b|^(?:we|i) (?:don't|won't|didn't|wouldn't|never)\b/.test(
      said,
    ) && !/\b(?:we|our|us|is|are|was|were|been)\b/i.test(fact)
  );
}

/** "The planning computers" and "the dialysis machines": each has a word before it that the other has not. */
function isOfOtherKind(fact: string, match: Match): boolean {
  const { turned, sentence, clause } = match;
  const words = sentence.byClause[clause] ?? [];
  const told = fact.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (!words.some(({ concept }) => [...turned].some(({ key }) => concept?.id === key)))
    return false;
  // "The other three are fine"; "it concerns only the portal" spares the rest.
  const spares = [...turned].some(({ key }) => key === 'affect');
  const apart = spares
    ? /^(?:other|another|remaining|else|only)$/
    : /^(?:other|another|remaining|else)$/;
  if (words.some(({ text }) => apart.test(text) && !told.includes(text))) return true;
  const things = match.tokens.filter(
    (token) => token.clause === clause && !token.concept?.act && !token.figure,
  );
  return (
    things.length > 0 &&
    things.every((token) => {
      const before = words[words.indexOf(token) - 1];
      return (
        before !== undefined &&
        !before.hollow &&
        !before.figure &&
        !before.concept?.act &&
        token.gap.trim() === '' &&
        !told.includes(before.text) &&
        !match.tokens.includes(before)
      );
    })
  );
}

/** "They have not told us of an arrest", where we told them of the theft: a word that would come the other way. */
function isToldToUs(fact: string, match: Match): boolean {
  if (![...match.turned].every(({ key }) => key === 'notify')) return false;
  // Where the word came to us, that it did not is the opposite.
  if (/\b(?:us|me)\b|\b(?:we|i) (?:was|were|have been|had been|got) /i.test(fact)) return false;
  const words = match.sentence.byClause[match.clause] ?? [];
  return words.some(
    (token, at) =>
      token.concept?.id === 'notify' &&
      token.negated &&
      // "Told us", "reported nothing to us", "we have not been told".
      (words.slice(at + 1, at + 5).some(({ text }) => /^(?:us|me)$/.test(text)) ||
        (words[at - 1]?.text === 'been' &&
          words.slice(0, at).some(({ text }) => /^(?:we|i|we've|i've|haven't)$/.test(text)) &&
          words.slice(0, at).every(({ hollow }) => hollow))),
  );
}

const lacking =
  /\b(?:missing|absent|lacking|outstanding|awaited|not (?:yet )?(?:available|received|arrived|here|there|in|delivered|been (?:received|delivered|handed over|sent)))\b/i;
const weLack =
  /(?:\b(?:do not|don't|still have not|have not|haven't|never) (?:yet )?(?:have|got|received|seen|been (?:given|sent))\b|\b(?:have|got|there is|there's) (?:still )?no\b|\b(?:still )?(?:waiting for|without|lack)\b)/;

/** "We don't have the log", where it is still missing. */
function isLackedAlike(fact: string, match: Match): boolean {
  return lacking.test(fact) && weLack.test(textOf(match));
}

const attribute =
  /\b(?:an?|the|one|our|its|their|of|with|\d+) (valid|active|live|working|open|enabled|running|usable|unlocked|public)(?= [a-z])(?! (?:until|till|since|from|for|in|on|at|to|again|and|or)\b)/gi;

/**
 * "It was revoked at seven", where "a valid token was used": what the thing was like when something was done with it, and
 * what became of it after.
 */
function isEndedAfter(fact: string, { turned, sentence, clause }: Match): boolean {
  const named = new Set(
    [...fact.matchAll(attribute)].map(
      ([, word = '']) => readStatement(word, false).elements[0]?.key,
    ),
  );
  const words = sentence.byClause[clause] ?? [];
  return (
    named.size > 0 &&
    /\b(?:was|were|had|has|have)\b/i.test(fact) &&
    [...turned].every(({ key }) => named.has(key)) &&
    words.some(
      (token, at) =>
        !token.negated &&
        [...turned].some(({ key }) => key === keyOf(token)) &&
        (/[a-z]{3}(?:ed|en|wn|ut)$/.test(token.text) ||
          /^(?:off|down|out)$/.test(words[at + 1]?.text ?? '')),
    )
  );
}

/** "No telemetry from the station since three", where it has been silent: nothing came since. */
function isNoneSince({ sentence, clause, turned }: Match): boolean {
  const words = sentence.byClause[clause] ?? [];
  return (
    words[words[0]?.text === 'still' ? 1 : 0]?.text === 'no' &&
    words.some(({ text }) => text === 'since') &&
    !words.some(({ concept }) => concept?.act && [...turned].some(({ key }) => key === concept.id))
  );
}

/** "They can get in and out as usual", where they are not affected: a deed that goes on as ever. */
function isAsUsual(match: Match): boolean {
  return (
    [...match.turned].every(({ key, sign }) => key === 'affect' && sign === -1) &&
    /\b(?:as (?:usual|normal|ever|always|before)|normally|without (?:any )?(?:trouble|problems?|difficulty|restrictions?))\b/.test(
      textOf(match),
    ) &&
    !/\b(?:not|cannot|can't|no longer|unable)\b/.test(textOf(match))
  );
}
