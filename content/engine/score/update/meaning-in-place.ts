import type { CutWord } from './cut-word.ts';
import { findMeaning, type Meaning } from './lexicon.ts';
import { findStem } from './stem.ts';
import { isTakenByUs, readShifted } from './shifted-words.ts';

/** Words that mean what they mean in an incident only in their place. */
export function readMeaning(words: readonly CutWord[], at: number, stem: string): Meaning | null {
  const said = words[at]?.text ?? '';
  if (/^(?:open|closed|shut)$/.test(said) && isOfPlace(words, at))
    return said === 'open' ? findMeaning('available', 'avail') : findMeaning('down', 'down');
  const shifted = readShifted(words, at);
  if (shifted !== undefined) return shifted;
  const undone = readUndone(said);
  if (undone) return undone;
  const { text } = words[at] ?? { text: '' };
  const previous = words[at - 1]?.text ?? '';
  const next = words[at + 1]?.text ?? '';
  const states = /^(?:is|are|was|were|be|been|now|all|it's|back|not|fully|still)$/;
  if (text === 'over' && isCalled(words, at)) return findMeaning(text, stem);
  if (text === 'over' || text === 'up') {
    return states.test(previous) && !/^to$/.test(next) ? findMeaning(text, stem) : null;
  }
  // "We see", "see below", "to open a ticket" are no access to anything of ours.
  // "Ines Holm runs it": she leads it, and nothing works again by that.
  if (
    /^runs$/.test(text) &&
    /^(?:it|this)$/.test(next) &&
    (/^\p{Lu}\p{Ll}+$/u.test(words[at - 1]?.raw ?? '') || /^(?:he|she|who|is)$/.test(previous))
  )
    return findMeaning('leads', 'lead');
  if (text === 'report' && (at === 0 || /^\d/.test(next) || beforeNoun.test(previous))) return null;
  // "Meter readings", "a missed dose", "in order to".
  if (/[a-z]{3}ings$/.test(text) || /^(?:miss|missed|misses|doses?)$/.test(text)) return null;
  if (text === 'order' && previous === 'in') return null;
  // "Write down the log line", "note it down".
  if (
    text === 'down' &&
    [previous, words[at - 2]?.text ?? ''].some((word) =>
      /^(?:writ(?:e|es|ing|ten)|wrote|not(?:e|ed|ing)|jot(?:s|ted|ting)?|calm|scroll|sit|track(?:ed|ing)?|narrow(?:ed|ing)?)$/.test(
        word,
      ),
    )
  )
    return null;
  // "Users who live in Denmark": a home, and no state of a system.
  if (
    text === 'live' &&
    /^(?:in|at|near|outside|abroad)$/.test(next) &&
    !/^(?:is|are|was|were|been|be|now|go|goes|went|going|gone|already|it's|stays?|still)$/.test(
      previous,
    )
  )
    return null;
  // "The late shift", "the late turn": of the day, and no delay.
  if (text === 'late' && /^(?:shift|turn|desk|team|crew)$/.test(next)) return null;
  // "An operational incident": of a kind, and nothing that works.
  if (
    text === 'operational' &&
    /^(?:incidents?|resilience|risks?|disruption|events?|measures|reporting)$/.test(next)
  )
    return null;
  // "We work on it", "engineers are working with the supplier": busy. "The app works on the phone" tells that it does.
  if (
    /^work(?:ing)?$/.test(text) &&
    /^(?:on|with|through|hard|closely|together|towards?|flat)$/.test(next) &&
    words
      .slice(Math.max(0, at - 4), at)
      .some((word) =>
        /^(?:we|we're|i|i'm|engineers|colleagues|technicians|specialists|experts|staff)$/.test(
          word.text,
        ),
      )
  )
    return null;
  // "We restarted the service" is a deed; that it runs is another thing to say.
  if (
    /^restart(?:s|ed|ing)?$/.test(text) &&
    (/^(?:the|our|all|both|it|them|each|its|this|that)$/.test(next) ||
      /^(?:was|were|been|being|is|are)$/.test(previous))
  )
    return null;
  // "Orders were dropped", "dropped messages"; traffic that dropped by half has not gone.
  if (
    text === 'dropped' &&
    (/^(?:is|are|was|were|be|been|being|get|got)$/.test(previous) ||
      /^(?:orders?|messages?|packets?|requests?|records?|events?|bookings?|payments?|data|connections?|calls?|mails?)$/.test(
        next,
      ))
  )
    return findMeaning('lost', 'lose');
  // An order online, the online shop: no state.
  if (
    text === 'online' &&
    !/^(?:is|are|was|were|be|been|being|back|come|comes|came|coming|go|goes|went|again|now|not|fully|brought|bring|it|them|everything|stay|stays|remain|remains)$/.test(
      previous,
    )
  )
    return null;
  // "An open-source component": of a kind, and nobody opened it.
  if (text === 'open' && next === 'source') return null;
  // The stems of "used" and "gone" are words of their own.
  if (/^(?:us|go|goes|going|went)$/.test(text) || isTakenByUs(words, at)) return null;
  // "Build 4417" is a thing.
  if (
    text === 'build' &&
    /^(?:\d.*|machines?|servers?|agents?|hosts?|systems?|pipelines?|jobs?|box(?:es)?|runners?|tools?|farms?|nodes?|clusters?|chains?|process(?:es)?|logs?|numbers?)$/.test(
      next,
    )
  )
    return null;
  // A fault of a machine lays guilt on nobody.
  if (/^faults?$/.test(text) && !isGuilt(words, at)) return findMeaning('error', 'error');
  // "The break-glass password": a name for one that is kept for need.
  if (text === 'break' && next === 'glass') return null;
  // "The fund's own systems": whose they are, and nobody who leads.
  if (text === 'own' && /(?:['’]s|s['’])$/.test(words[at - 1]?.raw ?? '')) return null;
  if (
    text === 'safe' &&
    (/^(?:the|a|from|our)$/.test(previous) ||
      // "Password: sealed envelope, safe in the control room".
      (/^(?:in|of|at|behind|under|no)$/.test(next) &&
        !/^(?:is|are|was|were|be|been|stays?|kept|keeps?|remains?|feel|feels)$/.test(previous) &&
        /,/.test(words[at]?.gap ?? '')))
  )
    return null;
  // "The site is back", not "we come back to you" or "back in March".
  if (text === 'back') {
    // "App offline 10:20, back 10:55".
    if (/^\d{1,2}[:.]\d{2}/.test(next) && /,/.test(words[at]?.gap ?? ''))
      return findMeaning('restored', 'restor');
    // "The excess amounts are back with those who paid".
    if (
      states.test(previous) &&
      next === 'with' &&
      words.slice(Math.max(0, at - 5), at).some((word) => sums.test(word.text))
    )
      return findMeaning('refunded', 'refund');
    return states.test(previous) &&
      (!/^(?:to|in|with)$/.test(next) || (next === 'with' && words[at + 2]?.text === 'us'))
      ? findMeaning('restored', 'restor')
      : null;
  }
  if (text === 'open' && states.test(previous)) return null;
  // "The heating keeps following its schedule"; where it "keeps running", that word says it.
  if (
    /^(?:keeps?|kept)$/.test(text) &&
    /^(?!no|any|every|some)[a-z]{2,}ing$/.test(next) &&
    findMeaning(next, findStem(next))?.concept.act !== true
  )
    return findMeaning('continues', 'continu');
  // "Guests are checked in by hand".
  if (/^check(?:ed|ing)?$/.test(text) && isAtDesk(words, at)) return null;
  if (isNamed(words, at)) return null;
  return findMeaning(text, stem);
}

const places =
  /^(?:gates?|doors?|shops?|stores?|branch(?:es)?|roads?|lanes?|bridges?|tunnels?|counters?|desks?|offices?|wards?|clinics?|pools?|halls?|stations?|depots?|docks?|terminals?|markets?|museums?|librar(?:y|ies)|schools?|restaurants?|cafes?|tills?|checkouts?|tellers?|runways?|platforms?|warehouses?|site|sites|plant|plants|yard|yards|pharmac(?:y|ies)|emergency|reception)$/;

/** "Gate 3 is closed to lorries", "the branches are open again": whether one can go there. */
function isOfPlace(words: readonly CutWord[], at: number): boolean {
  const verb = words.slice(Math.max(0, at - 3), at).findLastIndex(({ text }) => being.test(text));
  if (verb < 0) return false;
  const end = Math.max(0, at - 3) + verb;
  // "The door was left open" tells of somebody.
  if (
    words
      .slice(end + 1, at)
      .some(({ text }) => !/^(?:again|still|now|not|back|fully|also|all|only)$/.test(text))
  )
    return false;
  return words.slice(Math.max(0, end - 5), end).some(({ text }) => places.test(text));
}

const being =
  /^(?:is|are|was|were|been|stays?|stayed|remains?|remained|keeps?|kept|isn't|aren't|wasn't|weren't)$/;

/** "Checked in by hand", "check-in at the desk": of those who arrive. */
function isAtDesk(words: readonly CutWord[], at: number): boolean {
  const [next, after] = words.slice(at + 1, at + 3);
  return (
    /^(?:in|out)$/.test(next?.text ?? '') &&
    (!after ||
      /[,;.:]/.test(after.gap) ||
      /^(?:by|at|on|with|and|again|manually|since|for|from)$/.test(after.text))
  );
}

/** Words of deeds that name a thing where they stand: a payment type, a detector head, reads that are slow. */
function isNamed(words: readonly CutWord[], at: number): boolean {
  const textAt = (offset: number): string => words[at + offset]?.text ?? '';
  const opens = at === 0 || /[,;:.–—(]/.test(words[at]?.gap ?? '');
  switch (textAt(0)) {
    case 'type':
    case 'types':
      return !/^(?:to|they|he|she|who|that|and|must|can|could|not)$/.test(textAt(-1));
    case 'head':
      return textAt(1) !== 'of';
    // "The query log of that session", "our export records": a kind of log. "They could query records" is a deed.
    case 'query':
    case 'login':
    case 'download':
    case 'export':
      return (
        /^(?:logs?|logging|records|history)$/.test(textAt(1)) &&
        (at === 0 ||
          /^(?:the|our|its|their|his|her|any|no|of|from|in|and|these|those|full|complete|all)$/.test(
            textAt(-1),
          ))
      );
    case 'reads':
      return opens || /^(?:and|all|only|the|our|but)$/.test(textAt(-1));
    case 'buildings':
      return true;
    case 'building':
      return opens
        ? !articles.test(textAt(1))
        : !/^(?:am|is|are|was|were|be|been|we're|they're|i'm|not|still|now|currently|started|began|by|of|for|and|while|when|keep|finished)$/.test(
            textAt(-1),
          );
    // "Bills were issued": handed out; that there is an issue is another word.
    case 'issued':
    case 'issuing':
      return true;
    // "Failing over shard 7": moved, and not broken.
    case 'fail':
    case 'fails':
    case 'failed':
    case 'failing':
      return textAt(1) === 'over';
    default:
      return false;
  }
}

const sums = /^(?:money|amounts?|sums?|funds|fees?|charges?|excess|balances?)$/;

const articles = /^(?:a|an|the|our|new|it|them)$/;

/** "At fault", "their fault", "the vendor's fault", "the fault of", "the fault lies with". */
function isGuilt(words: readonly CutWord[], at: number): boolean {
  const previous = words[at - 1];
  return (
    /^(?:at|their|his|her|our|my|your|whose|own|nobody)$/.test(previous?.text ?? '') ||
    /['’]s?$/.test(previous?.raw ?? '') ||
    /^(?:of|lies|lay|with|on)$/.test(words[at + 1]?.text ?? '')
  );
}

/** "Call the attack over", "declare it over". */
function isCalled(words: readonly CutWord[], at: number): boolean {
  const next = words[at + 1];
  const closes = !next || /[,;.:]/.test(next.gap) || /^(?:yet|now|today|and|but)$/.test(next.text);
  return (
    closes &&
    words
      .slice(Math.max(0, at - 5), at)
      .some(({ text }) => /^(?:call|declar|consider|deem|pronounc)(?:e|es|ed|s|ing)?$/.test(text))
  );
}

/** Before "report" as a thing. */
const beforeNoun =
  /^(?:a|an|the|this|that|our|your|their|next|further|final|full|first|second|last|weekly|daily|follow-up|up|incident|status|written|short|supplementary|interim|new|detailed|police|breach|media|press)$/;
/** "Unpatched" is "not patched", "unopened" is "not opened". */
function readUndone(word: string): Meaning | null {
  if (
    !/^un(?:[a-z]{3,}ed|read|seen|sent|paid|hit|sold|told|found|taken|broken|stolen|known)$/.test(
      word,
    )
  )
    return null;
  if (findMeaning(word, word)) return null;
  const meaning = findMeaning(word.slice(2), word.slice(2));
  return meaning?.concept.act
    ? { concept: meaning.concept, sign: meaning.sign === 1 ? -1 : 1 }
    : null;
}
